// SPDX-License-Identifier: MIT
// One sweep over the events of each entity, in the order in which they became known.
#include "engine/latest.h"

#include <algorithm>

namespace reportcard {
namespace {

enum Kind : std::uint8_t { nothing, there, event, meets };

RowDays role_days(const Records& records, const std::string& role) {
  RowDays days;
  const RecordColumn* column = role.empty() ? nullptr : records.find(role);
  if (column && column->dates()) days.own = column->dates()->days.data();
  return days;
}

}  // namespace

Latest::Latest(Computing& computing, std::uint32_t measure, const Records& records)
    : computing_(computing), index_(measure), measure_(computing.card.measures[measure]), rows_(computing.card, records, measure_),
      choices_(rows_.choices.choices.size()), lines_(rows_.areas.size() * choices_) {
  from_.assign(records.rows, 0);
  kind_.assign(records.rows, nothing);
  area_.assign(records.rows, 0);
  stood_.assign(records.rows, false);
  entity_choices_.resize(measure_.split.size());
  if (!rows_.entities) return;
  const Records& entities = *rows_.entities;
  opened_ = role_days(entities, entities.of->roles.start);
  closed_ = role_days(entities, entities.of->roles.end);
  for (std::size_t s = 0; s < measure_.split.size(); ++s) {
    const ColumnPath& path = measure_.split[s];
    const bool of_entity = !path.through.empty() && path.column == measure_.entity->column && path.linked_column >= 0;
    if (of_entity) entity_choices_[s] = words_of(&entities.columns[static_cast<std::size_t>(path.linked_column)]);
  }
  const Links& links = records.columns[static_cast<std::size_t>(measure_.entity->column)].links;
  entity_row_.assign(rows_.entity.words().size(), nobody);
  if (links.first.size() != records.rows + 1) return;
  for (std::size_t row = 0; row < records.rows; ++row) {
    if (links.first[row] != links.first[row + 1]) entity_row_[rows_.entity.code(row)] = links.targets[links.first[row]];
  }
}

void Latest::block(std::size_t first, std::size_t count) {
  rows_.sort(first, count, sorted_);
  Account& account = computing_.figures.accounts[index_];
  for (std::size_t i = 0; i < count; ++i) {
    std::uint8_t& why = sorted_.why[i];
    const std::size_t row = first + i;
    if (why == SortedBlock::counted && rows_.entity.code(row) == 0) why = static_cast<std::uint8_t>(LeftOut::blank);
    account.read += why == SortedBlock::counted || why < account.left_out.size();
    from_[row] = static_cast<std::uint16_t>(sorted_.low[i]);
    area_[row] = sorted_.area[i];
    if (why == SortedBlock::counted) {
      kind_[row] = sorted_.yes[i] ? meets : event;
    } else if (why < account.left_out.size()) {
      ++account.left_out[why];
      // Without a register of entities, rows that are not judged tell that an entity is there.
      const bool tells = why == static_cast<std::uint8_t>(LeftOut::where_no) || why == static_cast<std::uint8_t>(LeftOut::blank);
      if (tells && !rows_.entities && rows_.entity.code(row) != 0 && sorted_.low[i] < rows_.periods.size()) kind_[row] = there;
    }
  }
}

void Latest::part_by_entity() {
  begins_.assign(rows_.entity.words().size() + 1, 0);
  for (std::size_t row = 0; row < kind_.size(); ++row) {
    if (kind_[row] != nothing) ++begins_[rows_.entity.code(row) + 1];
  }
  for (std::size_t code = 0; code + 1 < begins_.size(); ++code) begins_[code + 1] += begins_[code];
  order_.resize(begins_.back());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (std::size_t row = 0; row < kind_.size(); ++row) {
    if (kind_[row] != nothing) order_[next[rows_.entity.code(row)]++] = static_cast<std::uint32_t>(row);
  }
  for (std::size_t code = 0; code + 1 < begins_.size(); ++code) {
    std::sort(order_.begin() + static_cast<std::ptrdiff_t>(begins_[code]), order_.begin() + static_cast<std::ptrdiff_t>(begins_[code + 1]),
              [this](std::uint32_t a, std::uint32_t b) { return from_[a] != from_[b] ? from_[a] < from_[b] : a < b; });
  }
}

Latest::Entity Latest::entity_of(std::uint32_t code) const {
  Entity entity;
  entity.closed = rows_.periods.size();
  entity.row = entity_row_.empty() ? nobody : entity_row_[code];
  if (entity.row == nobody) return entity;
  if (const std::int32_t day = opened_[entity.row]; day != DateColumn::blank) entity.open = rows_.periods.reaching(day);
  if (const std::int32_t day = closed_[entity.row]; day != DateColumn::blank) entity.closed = rows_.periods.reaching(day);  // that day it is closed
  return entity;
}

// The greatest date, then the greatest known day, then the worse grade, which is the one that does not meet.
bool Latest::later(std::uint32_t row, std::uint32_t than) const {
  if (rows_.date(row) != rows_.date(than)) return rows_.date(row) > rows_.date(than);
  const auto known = [this](std::uint32_t r) { return rows_.known(r) == DateColumn::blank ? rows_.date(r) : rows_.known(r); };
  if (known(row) != known(than)) return known(row) > known(than);
  return kind_[row] < kind_[than];
}

std::uint32_t Latest::area_of(std::uint32_t row, const Entity& entity) const {
  if (entity.row == nobody || !rows_.area_is_blank(row)) return area_[row];
  const std::uint32_t own = rows_.area_of_entity(entity.row);
  return own == no_slot ? area_[row] : own;
}

template <class F> void Latest::sweep(const F& f) {
  const std::uint32_t periods = rows_.periods.size();
  for (std::size_t code = 0; code + 1 < begins_.size(); ++code) {
    if (begins_[code] == begins_[code + 1]) continue;
    const Entity entity = entity_of(static_cast<std::uint32_t>(code));
    std::uint32_t best = nobody, since = entity.row == nobody ? from_[order_[begins_[code]]] : 0;
    const auto stand = [&](std::uint32_t until) {
      const std::uint32_t low = std::max(since, entity.open), high = std::min(until, entity.closed);
      if (low < high) f(entity, best, order_[begins_[code]], low, high);
      since = until;
    };
    for (std::size_t at = begins_[code]; at < begins_[code + 1]; ++at) {
      const std::uint32_t row = order_[at];
      if (kind_[row] == there || (best != nobody && !later(row, best))) continue;
      if (from_[row] > since) stand(from_[row]);
      best = row;
      since = std::max<std::uint32_t>(since, from_[row]);
    }
    stand(periods);
  }
}

template <class F> void Latest::lines_of_row(std::uint32_t area, std::uint32_t row, const F& f) const {
  f(area * choices_);
  for (const ChoiceAxis::Split& split : rows_.choices.splits) {
    const std::uint32_t code = split.words.code(row);
    for (std::uint32_t k = split.first[code]; k < split.first[code + 1]; ++k) f(area * choices_ + split.slots[k]);
  }
}

template <class F> void Latest::lines_of_entity(std::uint32_t area, std::uint32_t entity_row, const F& f) const {
  f(area * choices_);
  for (std::size_t s = 0; s < entity_choices_.size(); ++s) {
    const ChoiceAxis::Split& split = rows_.choices.splits[s];
    const std::uint32_t code = entity_choices_[s].code(entity_row);
    for (std::uint32_t k = split.first[code]; k < split.first[code + 1]; ++k) f(area * choices_ + split.slots[k]);
  }
}

void Latest::take_account() {
  Account& account = computing_.figures.accounts[index_];
  for (std::size_t row = 0; row < kind_.size(); ++row) {
    if (kind_[row] < event) continue;
    if (stood_[row]) ++account.counted;
    else ++account.left_out[static_cast<std::size_t>(LeftOut::superseded)];
  }
}

void Latest::cubes() {
  const std::size_t periods = rows_.periods.size();
  std::vector<std::uint16_t> notes(rows_.areas.size(), 0);
  for (const LargerArea& larger : rows_.larger) {
    notes[static_cast<std::size_t>(std::lower_bound(rows_.areas.begin(), rows_.areas.end(), larger.area) - rows_.areas.begin())] =
        computing_.text(members_note(computing_.card, larger));
  }
  const auto cube = [&](Side side, const auto& fill) {
    computing_.figures.cubes.push_back(empty_cube(index_, side, Basis::computed, rows_.areas, rows_.choices.choices, rows_.periods.periods, 0));
    Cube& made = computing_.figures.cubes.back();
    for (std::size_t a = 0; a < rows_.areas.size(); ++a) {
      for (std::size_t c = 0; c < choices_; ++c) {
        for (std::size_t p = 0; p < periods; ++p) {
          Figure& figure = made.at(a, c, p);
          fill(figure, a * choices_ + c, p);
          figure.note = notes[a];
        }
      }
    }
  };
  const std::uint16_t none = computing_.text("there is none of them");
  cube(Side::main, [&](Figure& figure, std::size_t line, std::size_t p) {
    figure.numerator = good_.at(line, p);
    figure.denominator = judged_.at(line, p);
    figure.counted = static_cast<std::uint32_t>(figure.denominator);
    figure.has_counts = true;
    const auto value = made_of_counts(measure_, figure.numerator, figure.denominator);
    figure.known = value.has_value();
    if (value) figure.value = *value;
    else figure.reason = none;
  });
  const auto count = [](Figure& figure, std::int64_t of) {
    figure.value = Ratio::whole(of);
    figure.known = true;
  };
  cube(Side::entities, [&](Figure& figure, std::size_t line, std::size_t p) { count(figure, judged_.at(line, p) + unjudged_.at(line, p)); });
  cube(Side::unjudged, [&](Figure& figure, std::size_t line, std::size_t p) { count(figure, unjudged_.at(line, p)); });
}

void Latest::finish() {
  const std::uint32_t periods = rows_.periods.size();
  if (periods == 0) {  // nothing is asked for
    take_account();
    return;
  }
  part_by_entity();
  judged_ = Tally(lines_, periods);
  good_ = Tally(lines_, periods);
  unjudged_ = Tally(lines_, periods);
  Account& account = computing_.figures.accounts[index_];
  const std::uint32_t own = static_cast<std::uint32_t>(std::lower_bound(rows_.areas.begin(), rows_.areas.end(), computing_.card.area) - rows_.areas.begin());
  const std::uint32_t now = periods - 1;
  sweep([&](const Entity& entity, std::uint32_t best, std::uint32_t first_row, std::uint32_t low, std::uint32_t high) {
    if (best == nobody) {
      if (entity.row != nobody) return;  // its register tells, below
      lines_of_row(area_[first_row], first_row, [&](std::size_t line) { unjudged_.add(line, low, high, 1); });
      account.unjudged += area_[first_row] == own && low <= now && now < high;
      return;
    }
    stood_[best] = true;
    const std::uint32_t area = area_of(best, entity);
    lines_of_row(area, best, [&](std::size_t line) {
      judged_.add(line, low, high, 1);
      if (kind_[best] == meets) good_.add(line, low, high, 1);
    });
    account.judged += area == own && low <= now && now < high;
  });
  // What the register of entities tells: which are open and without an event, which are closed or to come.
  const auto tell = [&](const Entity& entity, std::uint32_t area, std::uint32_t judged_from) {
    if (area == no_slot) return;
    account.entities += area == own;
    const std::uint32_t high = std::min(judged_from, entity.closed);
    if (entity.row != nobody && entity.open < high) {
      lines_of_entity(area, entity.row, [&](std::size_t line) { unjudged_.add(line, entity.open, high, 1); });
      account.unjudged += area == own && entity.open <= now && now < high;
    }
    account.closed += area == own && entity.closed <= now;
    account.not_yet_open += area == own && entity.closed > now && entity.open > now;
  };
  std::vector<bool> told(rows_.entities ? rows_.entities->rows : 0, false);
  for (std::size_t code = 0; code + 1 < begins_.size(); ++code) {
    std::uint32_t first_event = nobody, best = nobody;
    for (std::size_t at = begins_[code]; at < begins_[code + 1]; ++at) {
      const std::uint32_t row = order_[at];
      if (kind_[row] < event) continue;
      if (first_event == nobody) first_event = row;
      if (best == nobody || later(row, best)) best = row;
    }
    const Entity entity = entity_of(static_cast<std::uint32_t>(code));
    if (entity.row == nobody) {
      if (begins_[code] == begins_[code + 1]) continue;
      account.entities += area_[best == nobody ? order_[begins_[code]] : best] == own;
    } else if (best != nobody && !told[entity.row]) {
      told[entity.row] = true;
      tell(entity, area_of(best, entity), from_[first_event]);
    }
  }
  for (std::uint32_t row = 0; row < told.size(); ++row) {
    if (told[row]) continue;
    Entity entity;
    entity.closed = periods;
    entity.row = row;
    if (const std::int32_t day = opened_[row]; day != DateColumn::blank) entity.open = rows_.periods.reaching(day);
    if (const std::int32_t day = closed_[row]; day != DateColumn::blank) entity.closed = rows_.periods.reaching(day);
    tell(entity, rows_.area_of_entity(row), periods);
  }
  for (const LargerArea& larger : rows_.larger) {
    const auto slot = [&](AreaId id) { return static_cast<std::size_t>(std::lower_bound(rows_.areas.begin(), rows_.areas.end(), id) - rows_.areas.begin()); };
    for (const AreaId member : larger.members) {
      for (std::size_t c = 0; c < choices_; ++c) {
        for (Tally* tally : {&judged_, &good_, &unjudged_}) tally->add_line(slot(larger.area) * choices_ + c, slot(member) * choices_ + c);
      }
    }
  }
  for (Tally* tally : {&judged_, &good_, &unjudged_}) tally->run();
  take_account();
  cubes();
  computing_.larger[index_] = rows_.larger;
}

void Latest::rows_of(AreaId area, std::string_view choice, Period of_period, FigureRows& found) {
  const auto at = std::find(rows_.periods.periods.begin(), rows_.periods.periods.end(), of_period);
  if (at == rows_.periods.periods.end()) return;
  const auto period = static_cast<std::uint32_t>(at - rows_.periods.periods.begin());
  part_by_entity();
  std::vector<AreaId> of{area};
  for (const LargerArea& larger : rows_.larger) {
    if (larger.area == area) of = larger.members;
  }
  sweep([&](const Entity& entity, std::uint32_t best, std::uint32_t, std::uint32_t low, std::uint32_t high) {
    if (best == nobody || period < low || period >= high) return;
    const std::uint32_t slot = area_of(best, entity);
    bool in_cell = false;
    if (std::find(of.begin(), of.end(), rows_.areas[slot]) == of.end()) return;
    lines_of_row(slot, best, [&](std::size_t line) { in_cell = in_cell || rows_.choices.choices[line % choices_] == choice; });
    if (!in_cell) return;
    found.denominator.push_back(best);
    if (kind_[best] == meets) found.numerator.push_back(best);
  });
  std::sort(found.denominator.begin(), found.denominator.end());
  std::sort(found.numerator.begin(), found.numerator.end());
}

}  // namespace reportcard
