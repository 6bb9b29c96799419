// SPDX-License-Identifier: MIT
// Rows counted into cells, and cells made into figures. Whole numbers all the way; a share stays a fraction.
#include "engine/counting.h"

#include <algorithm>

#include <fmt/format.h>

namespace reportcard {
namespace {

constexpr std::uint8_t not_read = 0xFE;

std::int64_t power_of_ten(std::uint8_t places) {
  std::int64_t power = 1;
  for (std::uint8_t i = 0; i < places && i < 18; ++i) power *= 10;
  return power;
}

}  // namespace

Counting::Counting(Computing& computing, std::uint32_t measure, const Records& records)
    : computing_(computing), index_(measure), measure_(computing.card.measures[measure]), rows_(computing.card, records, measure_),
      choices_(rows_.choices.choices.size()), periods_(rows_.periods.size()), lines_(rows_.areas.size() * choices_) {
  const MeasureKind kind = measure_.kind;
  count_ = Tally(lines_, periods_);
  if (kind == MeasureKind::share || kind == MeasureKind::within) yes_ = Tally(lines_, periods_);
  if (kind == MeasureKind::sum || kind == MeasureKind::mean) sum_ = Tally(lines_, periods_);
  if (kind == MeasureKind::median || kind == MeasureKind::within) middles_ = Middles(lines_, periods_);
  if (kind == MeasureKind::within) {
    open_ = Tally(lines_, periods_);
    overdue_ = Tally(lines_, periods_);
  }
  larger_of_.assign(rows_.areas.size(), nullptr);
  note_of_.assign(rows_.areas.size(), 0);
  for (const LargerArea& larger : rows_.larger) {
    const auto slot = static_cast<std::size_t>(std::lower_bound(rows_.areas.begin(), rows_.areas.end(), larger.area) - rows_.areas.begin());
    larger_of_[slot] = &larger;
    note_of_[slot] = computing.text(members_note(computing.card, larger));
  }
}

void Counting::block(std::size_t first, std::size_t count) {
  rows_.sort(first, count, sorted_);
  Account& account = computing_.figures.accounts[index_];
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t why = sorted_.why[i];
    account.read += why != not_read;
    account.counted += why == SortedBlock::counted;
    if (why < account.left_out.size()) ++account.left_out[why];
  }
  if (periods_ == 0) return;
  add_rows();
  if (rows_.has_open) add_open();
}

void Counting::add_rows() {
  const bool sums = sum_.any(), shares = yes_.any();
  const bool middles = measure_.kind == MeasureKind::median || measure_.kind == MeasureKind::within;
  const auto add = [&](std::size_t i, std::size_t at) {
    const std::uint32_t low = sorted_.low[i], high = sorted_.high[i];
    count_.add(at, low, high, 1);
    if (shares && sorted_.yes[i]) yes_.add(at, low, high, 1);
    if (sums) sum_.add(at, low, high, sorted_.number[i]);
    if (middles && sorted_.number[i] != NumberColumn::blank) middles_.add(at, low, high, sorted_.number[i]);
    if (rows_.counts_values) once_each_.add(static_cast<std::uint32_t>(at), sorted_.value[i], low, high);
  };
  for (std::size_t i = 0; i < sorted_.count; ++i) {
    if (sorted_.why[i] == SortedBlock::counted) add(i, line(sorted_.area[i], 0));
  }
  for (std::size_t s = 0; s < rows_.choices.splits.size(); ++s) {
    const ChoiceAxis::Split& split = rows_.choices.splits[s];
    for (std::size_t i = 0; i < sorted_.count; ++i) {
      if (sorted_.why[i] != SortedBlock::counted) continue;
      const std::uint32_t code = sorted_.codes[s][i];
      for (std::uint32_t k = split.first[code]; k < split.first[code + 1]; ++k) add(i, line(sorted_.area[i], split.slots[k]));
    }
  }
}

void Counting::add_open() {
  const auto add = [&](std::size_t i, std::size_t at) {
    const std::uint32_t high = sorted_.open_high[i];
    if (sorted_.open_low[i] < high) open_.add(at, sorted_.open_low[i], high, 1);
    if (sorted_.overdue_low[i] < high) overdue_.add(at, sorted_.overdue_low[i], high, 1);
  };
  for (std::size_t i = 0; i < sorted_.count; ++i) {
    if (sorted_.open_low[i] >= sorted_.open_high[i]) continue;
    add(i, line(sorted_.area[i], 0));
    for (std::size_t s = 0; s < rows_.choices.splits.size(); ++s) {
      const ChoiceAxis::Split& split = rows_.choices.splits[s];
      const std::uint32_t code = sorted_.codes[s][i];
      for (std::uint32_t k = split.first[code]; k < split.first[code + 1]; ++k) add(i, line(sorted_.area[i], split.slots[k]));
    }
  }
}

void Counting::add_larger_areas() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> from_to;
  for (std::size_t slot = 0; slot < larger_of_.size(); ++slot) {
    if (!larger_of_[slot]) continue;
    for (const AreaId member : larger_of_[slot]->members) {
      const auto from = static_cast<std::size_t>(std::lower_bound(rows_.areas.begin(), rows_.areas.end(), member) - rows_.areas.begin());
      for (std::size_t c = 0; c < choices_; ++c) {
        for (Tally* tally : {&count_, &yes_, &sum_, &open_, &overdue_}) {
          if (tally->any()) tally->add_line(line(slot, c), line(from, c));
        }
        from_to.emplace_back(static_cast<std::uint32_t>(line(from, c)), static_cast<std::uint32_t>(line(slot, c)));
      }
    }
  }
  if (rows_.counts_values && !from_to.empty()) once_each_.copy_lines(from_to);
}

// units / divisor of the column, in the measure's unit.
std::optional<Ratio> Counting::in_unit(std::int64_t units, std::int64_t divisor) const {
  const std::int64_t power = measure_.of_taken ? 1 : power_of_ten(rows_.numbers.places);
  const auto value = divide(Ratio{units, power}, Ratio::whole(divisor));
  return value && measure_.scale > 1 ? multiply(*value, Ratio::whole(measure_.scale)) : value;
}

Figure Counting::figure(std::size_t area, std::size_t choice, std::size_t period) {
  const std::size_t at = line(area, choice);
  const std::int64_t rows = count_.at(at, period);
  Figure figure;
  figure.counted = static_cast<std::uint32_t>(std::min<std::int64_t>(rows, std::numeric_limits<std::uint32_t>::max()));
  std::optional<Ratio> value;
  switch (measure_.kind) {
    case MeasureKind::count:
    case MeasureKind::rate:
      value = Ratio::whole(rows_.counts_values ? values_.at(at, period) : rows);
      break;
    case MeasureKind::sum:
      value = in_unit(sum_.at(at, period), 1);
      if (!measure_.of_taken) figure.places = static_cast<std::int8_t>(rows_.numbers.fewest_places - scale_places(measure_));
      break;
    case MeasureKind::mean:
      if (rows > 0) value = in_unit(sum_.at(at, period), rows);
      break;
    case MeasureKind::median: {
      std::optional<Middles::Two> two;
      if (const LargerArea* larger = larger_of_[area]) {
        std::vector<std::size_t> members;
        for (const AreaId member : larger->members) {
          members.push_back(line(static_cast<std::size_t>(std::lower_bound(rows_.areas.begin(), rows_.areas.end(), member) - rows_.areas.begin()), choice));
        }
        two = middles_.of(members, period);
      } else {
        two = middles_.of(at, period);
      }
      std::int64_t sum = 0;
      if (two && !__builtin_add_overflow(two->first, two->second, &sum)) value = in_unit(sum, 2);
      break;
    }
    default:
      figure.numerator = yes_.at(at, period);
      figure.denominator = rows;
      figure.has_counts = true;
      value = made_of_counts(measure_, figure.numerator, rows);
      break;
  }
  const bool zero_is_told = measure_.kind == MeasureKind::count || measure_.kind == MeasureKind::sum || measure_.kind == MeasureKind::rate;
  if (rows == 0 && !(zero_is_told && covers_period(rows_, period))) {
    figure.reason = computing_.text(covers_period(rows_, period) ? "there is none of them" : "the records do not hold this period");
    return figure;
  }
  if (!value || (sum_.any() && sum_.overflow())) {
    figure.reason = computing_.text("too large to compute");
    ++overflows_;
    return figure;
  }
  figure.value = *value;
  figure.known = true;
  figure.note = note_of_[area];
  return figure;
}

Cube& Counting::new_cube(Side side) {
  computing_.figures.cubes.push_back(empty_cube(index_, side, Basis::computed, rows_.areas, rows_.choices.choices, rows_.periods.periods, 0));
  return computing_.figures.cubes.back();
}

// Figures beside the main one, ID.late and the like: counts, and the middle of the days taken.
void Counting::side_cubes() {
  const auto counts = [&](Side side, const auto& of) {
    Cube& cube = new_cube(side);
    for (std::size_t a = 0; a < rows_.areas.size(); ++a) {
      for (std::size_t c = 0; c < choices_; ++c) {
        for (std::size_t p = 0; p < periods_; ++p) {
          Figure& figure = cube.at(a, c, p);
          const std::int64_t count = of(line(a, c), p);
          const bool told = count > 0 || count_.at(line(a, c), p) > 0 || covers_period(rows_, p);
          figure.value = Ratio::whole(count);
          figure.known = told;
          figure.note = note_of_[a];
          if (!told) figure.reason = computing_.text("the records do not hold this period");
        }
      }
    }
  };
  if (measure_.kind == MeasureKind::mean || measure_.kind == MeasureKind::median) {
    counts(Side::n, [&](std::size_t at, std::size_t p) { return count_.at(at, p); });
  }
  if (measure_.kind != MeasureKind::within) return;
  counts(Side::late, [&](std::size_t at, std::size_t p) { return count_.at(at, p) - yes_.at(at, p); });
  counts(Side::open, [&](std::size_t at, std::size_t p) { return open_.at(at, p); });
  counts(Side::overdue, [&](std::size_t at, std::size_t p) { return overdue_.at(at, p); });
  Cube& cube = new_cube(Side::median);
  for (std::size_t a = 0; a < rows_.areas.size(); ++a) {
    std::vector<std::size_t> members;
    if (larger_of_[a]) {
      for (const AreaId member : larger_of_[a]->members) {
        members.push_back(static_cast<std::size_t>(std::lower_bound(rows_.areas.begin(), rows_.areas.end(), member) - rows_.areas.begin()));
      }
    }
    for (std::size_t c = 0; c < choices_; ++c) {
      std::vector<std::size_t> lines;
      for (const std::size_t member : members) lines.push_back(line(member, c));
      for (std::size_t p = 0; p < periods_; ++p) {
        Figure& figure = cube.at(a, c, p);
        const auto two = larger_of_[a] ? middles_.of(lines, p) : middles_.of(line(a, c), p);
        figure.counted = static_cast<std::uint32_t>(count_.at(line(a, c), p));
        figure.known = two.has_value();
        if (two) figure.value = Ratio{two->first + two->second, 2};
        else figure.reason = computing_.text("there is none of them");
        figure.note = note_of_[a];
      }
    }
  }
}

void Counting::finish() {
  add_larger_areas();
  for (Tally* tally : {&count_, &yes_, &sum_, &open_, &overdue_}) {
    if (tally->any()) tally->run();
  }
  if (rows_.counts_values) values_ = once_each_.counted(lines_, periods_);
  if (measure_.kind == MeasureKind::median || measure_.kind == MeasureKind::within) middles_.part();
  Cube& cube = new_cube(Side::main);
  for (std::size_t a = 0; a < rows_.areas.size(); ++a) {
    for (std::size_t c = 0; c < choices_; ++c) {
      for (std::size_t p = 0; p < periods_; ++p) cube.at(a, c, p) = figure(a, c, p);
    }
  }
  side_cubes();
  computing_.larger[index_] = rows_.larger;
  if (overflows_ > 0) {
    computing_.problems.error("arithmetic-overflow", measure_.place, fmt::format("Figures of the measure \"{}\" are too large to compute.", measure_.id),
                              "check the numbers of its register, and the measure's scale");
  }
  if (rows_.not_announced > 0) {
    computing_.problems.warning("holidays-not-announced", rows_.records.place(rows_.first_not_announced),
                                fmt::format("The limit of the measure \"{}\" ends for {} rows after the last day for which bank holidays are announced, so these rows are left out.",
                                            measure_.id, rows_.not_announced),
                                "check their dates; if they are right, the rows count once the holidays are announced");
  }
}

}  // namespace reportcard
