// SPDX-License-Identifier: MIT
// Values that are given: typed by hand or published. One pass over the rows of a register serves all measures that read it;
// a first look at the codes finds which places, choices and periods each of them has, so that its cube holds no others.
#include <algorithm>

#include <fmt/format.h>

#include "engine/area_axis.h"
#include "engine/choice_axis.h"
#include "engine/computing.h"
#include "engine/select.h"
#include "engine/value_cells.h"

namespace reportcard {
namespace {

const RecordColumn* named(const Records& records, std::string_view name) {
  const RecordColumn* column = name.empty() ? nullptr : records.find(name);
  return column && column->cells ? column : nullptr;
}

const RecordColumn* at_path(const Records& records, const std::optional<ColumnPath>& path) {
  return path && path->through.empty() && path->column >= 0 ? &records.columns[static_cast<std::size_t>(path->column)] : nullptr;
}

// What one measure reads of the register.
struct Reader {
  ValueTask task;
  const Measure* measure = nullptr;
  std::optional<Selector> where;         // none: every row
  RowWords period, area;
  RowDays known;
  std::vector<SplitColumn> split_columns;
  ChoiceAxis choices;
  std::vector<bool> areas_used, periods_used;          // by code
  std::vector<std::vector<bool>> choices_used;
  std::vector<std::uint32_t> area_slot, period_slot;   // by code
  std::vector<AreaId> areas;
  std::vector<Period> periods;
  std::vector<LargerArea> larger;
  std::vector<std::uint32_t> buffers;                  // of its codes
  std::size_t cube = 0;
  std::size_t twice = 0;
};

class Pass {
 public:
  Pass(Computing& computing, const Records& records, const std::vector<ValueTask>& tasks)
      : computing_(computing), records_(records), cells_(computing, records) {
    readers_.reserve(tasks.size());
    for (const ValueTask& task : tasks) readers_.push_back(reader_for(task));
    for (Reader& reader : readers_) {
      reader.buffers = {buffer_for(reader.area), buffer_for(reader.period)};
      for (const SplitColumn& split : reader.split_columns) reader.buffers.push_back(buffer_for(split.words));
    }
    const RecordColumn* ids = nullptr;
    for (const RecordColumn& column : records.columns) {
      if (column.definition->type == ColumnType::measure) ids = &column;
    }
    if (ids) ids_ = words_of(ids);
    readers_of_code_.resize(ids_.words().size());
    for (std::size_t code = 0; code < readers_of_code_.size(); ++code) {
      for (Reader& reader : readers_) {
        if (!ids || reader.measure->id == ids_.words()[code]) readers_of_code_[code].push_back(&reader);
      }
    }
  }

  void run() {
    each_row([](Reader& reader, std::size_t, const std::uint32_t* codes, Truth truth) {
      if (truth != Truth::yes) return;
      reader.areas_used[codes[0]] = true;
      reader.periods_used[codes[1]] = true;
      for (std::size_t s = 0; s < reader.split_columns.size(); ++s) reader.choices_used[s][codes[2 + s]] = true;
    });
    for (Reader& reader : readers_) make_cube(reader);
    each_row([this](Reader& reader, std::size_t row, const std::uint32_t* codes, Truth truth) { put(reader, row, codes, truth); });
    for (Reader& reader : readers_) finish(reader);
  }

 private:
  Reader reader_for(const ValueTask& task) {
    const Card& card = computing_.card;
    Reader reader;
    reader.task = task;
    const Measure& measure = card.measures[task.measure];
    reader.measure = &measure;
    const Roles& roles = records_.of->roles;
    if (task.published) {
      reader.period = words_of(named(records_, roles.period.empty() ? "period" : roles.period));
      reader.area = words_of(named(records_, roles.area.empty() ? "area" : roles.area));
      const RecordColumn* known = named(records_, roles.known.empty() ? "known" : roles.known);
      if (known && known->dates()) reader.known.own = known->dates()->days.data();
      for (const std::string& name : measure.split_names) {
        const RecordColumn* column = named(records_, name);
        reader.split_columns.push_back({words_of(column), name, column ? column->definition : nullptr});
      }
    } else {
      if (!measure.where.every_row()) reader.where.emplace(card, records_, measure.where, measure.periods);
      reader.period = words_of(at_path(records_, measure.period));
      if (measure.area) reader.area = words_of(card, records_, *measure.area);
      if (measure.known) reader.known = days_of(card, records_, *measure.known);
      for (std::size_t s = 0; s < measure.split.size(); ++s) {
        const RecordColumn* column = at_path(records_, measure.split[s]);
        reader.split_columns.push_back({words_of(card, records_, measure.split[s]), measure.split_names[s], column ? column->definition : nullptr});
      }
    }
    reader.areas_used.resize(reader.area.words().size());
    reader.periods_used.resize(reader.period.words().size());
    for (const SplitColumn& split : reader.split_columns) reader.choices_used.emplace_back(split.words.words().size());
    return reader;
  }

  // Every column of codes is copied once a block, whoever reads it.
  std::uint32_t buffer_for(const RowWords& words) {
    for (std::size_t i = 0; i < buffers_.size(); ++i) {
      if (words.own != nullptr && buffers_[i].words->own == words.own) return static_cast<std::uint32_t>(i);
    }
    buffers_.push_back({&words, std::vector<std::uint32_t>(rows_in_block)});
    return static_cast<std::uint32_t>(buffers_.size() - 1);
  }

  // f(reader, row, codes, truth) for every row that a reader reads; codes are its area, its period, its splits.
  template <class F> void each_row(const F& f) {
    std::vector<Truth> truths(rows_in_block);
    std::vector<std::uint32_t> ids(rows_in_block);
    std::vector<std::uint32_t> codes;
    const auto one = [&](Reader& reader, std::size_t i, std::size_t first, Truth truth) {
      codes.resize(reader.buffers.size());
      for (std::size_t k = 0; k < codes.size(); ++k) codes[k] = buffers_[reader.buffers[k]].codes[i];
      f(reader, first + i, codes.data(), truth);
    };
    for (std::size_t first = 0; first < records_.rows; first += rows_in_block) {
      const std::size_t count = std::min(rows_in_block, records_.rows - first);
      ids_.copy(first, count, ids.data());
      for (Buffer& buffer : buffers_) buffer.words->copy(first, count, buffer.codes.data());
      for (Reader& reader : readers_) {
        if (!reader.where) continue;
        reader.where->block(first, count, truths.data());
        for (std::size_t i = 0; i < count; ++i) {
          if (reads(reader, ids[i])) one(reader, i, first, truths[i]);
        }
      }
      for (std::size_t i = 0; i < count; ++i) {
        for (Reader* reader : readers_of_code_[ids[i]]) {
          if (!reader->where) one(*reader, i, first, Truth::yes);
        }
      }
    }
  }
  bool reads(const Reader& reader, std::uint32_t id) const {
    const std::vector<Reader*>& of = readers_of_code_[id];
    return std::find(of.begin(), of.end(), &reader) != of.end();
  }

  void make_cube(Reader& reader) {
    const Card& card = computing_.card;
    const std::vector<std::optional<AreaId>> areas = areas_of_words(card, reader.area);
    for (std::size_t code = 0; code < areas.size(); ++code) {
      if (reader.areas_used[code] && areas[code]) reader.areas.push_back(*areas[code]);
    }
    std::sort(reader.areas.begin(), reader.areas.end());
    reader.areas.erase(std::unique(reader.areas.begin(), reader.areas.end()), reader.areas.end());
    for (LargerArea& larger : larger_areas(card, reader.areas)) {
      if (larger.without.empty()) reader.larger.push_back(std::move(larger));
    }
    for (const LargerArea& larger : reader.larger) reader.areas.push_back(larger.area);
    std::sort(reader.areas.begin(), reader.areas.end());
    reader.area_slot.assign(areas.size(), no_slot);
    for (std::size_t code = 0; code < areas.size(); ++code) {
      if (!reader.areas_used[code] || !areas[code]) continue;
      reader.area_slot[code] = static_cast<std::uint32_t>(std::lower_bound(reader.areas.begin(), reader.areas.end(), *areas[code]) - reader.areas.begin());
    }

    std::vector<std::optional<Period>> periods;
    for (const std::string& word : reader.period.words()) {
      periods.push_back(word.empty() ? std::optional(Period{}) : period_as(reader.measure->periods, word));
    }
    const std::vector<Period>& at = reader.measure->at;
    for (std::size_t code = 0; code < periods.size(); ++code) {
      // An edition tells nothing of what came after it, though the table may have it by now.
      if (periods[code] && card.edition && periods[code]->kind != PeriodKind::not_given && periods[code]->last() > *card.as_at) periods[code].reset();
      if (periods[code] && !at.empty() && std::find(at.begin(), at.end(), *periods[code]) == at.end()) periods[code].reset();
      if (reader.periods_used[code] && periods[code]) reader.periods.push_back(*periods[code]);
    }
    std::sort(reader.periods.begin(), reader.periods.end());
    reader.periods.erase(std::unique(reader.periods.begin(), reader.periods.end()), reader.periods.end());
    reader.period_slot.assign(periods.size(), no_slot);
    for (std::size_t code = 0; code < periods.size(); ++code) {
      if (!reader.periods_used[code] || !periods[code]) continue;
      reader.period_slot[code] = static_cast<std::uint32_t>(std::lower_bound(reader.periods.begin(), reader.periods.end(), *periods[code]) - reader.periods.begin());
    }

    reader.choices = choice_axis(reader.split_columns, reader.choices_used, false);
    // A typed value beside published ones is the card's own; else what is given counts as published.
    const Basis basis = !reader.task.published && !reader.measure->published.empty() ? Basis::computed : Basis::published;
    reader.cube = computing_.figures.cubes.size();
    computing_.figures.cubes.push_back(empty_cube(reader.task.measure, Side::main, basis, reader.areas, reader.choices.choices, reader.periods,
                                                  computing_.text("no value is given")));
  }

  void put(Reader& reader, std::size_t row, const std::uint32_t* codes, Truth truth) {
    Account unused;
    Account& account = reader.task.published ? unused : computing_.figures.accounts[reader.task.measure];
    const auto leave_out = [&](LeftOut why) { ++account.left_out[static_cast<std::size_t>(why)]; };
    ++account.read;
    if (truth != Truth::yes) return leave_out(truth == Truth::no ? LeftOut::where_no : LeftOut::blank);
    const std::int32_t known = reader.known[row];
    const std::optional<Date> known_at = computing_.card.known_at;
    if (known_at && known != DateColumn::blank && known > known_at->days) return leave_out(LeftOut::not_yet_known);
    const std::uint32_t area = reader.area_slot[codes[0]], period = reader.period_slot[codes[1]];
    if (area == no_slot) return leave_out(LeftOut::area_unknown);
    if (period == no_slot) return leave_out(LeftOut::not_asked_for);
    std::uint32_t choice = 0;
    for (std::size_t s = 0; s < reader.choices.splits.size(); ++s) {
      const ChoiceAxis::Split& split = reader.choices.splits[s];
      const std::uint32_t begin = split.first[codes[2 + s]], end = split.first[codes[2 + s] + 1];
      if (begin == end) continue;
      if (choice != 0) return leave_out(LeftOut::not_asked_for);  // of two splits at once: parts are not crossed
      choice = split.slots[begin];
    }
    Figure& figure = computing_.figures.cubes[reader.cube].at(area, choice, period);
    if (figure.row != Figure::no_row) {
      const std::int32_t before = figure.published;
      const bool dated = known != DateColumn::blank && before != std::numeric_limits<std::int32_t>::min() && known != before;
      if (!dated) say_twice(reader, figure.row, row);
      leave_out(LeftOut::superseded);
      if (dated && known > before) figure = cells_.figure(*reader.measure, row, known);
      return;
    }
    ++account.counted;
    figure = cells_.figure(*reader.measure, row, known);
  }

  void say_twice(Reader& reader, std::uint32_t first, std::size_t second) {
    // A table without values is said once, as that: its rows are not two values of one figure.
    if (!records_.of->find("value") && !records_.of->find("numerator")) return;
    if (++reader.twice > problems_of_a_kind) return;
    const Place before = records_.place(first), now = records_.place(second);
    computing_.problems.error("two-rows-for-one-figure", now,
                              fmt::format("{} give a value of the measure \"{}\" for the same place, part and period, and do not say which became known later.",
                                          now.cell.empty() ? fmt::format("Lines {} and {}", before.line, now.line) : fmt::format("The rows of {} and {}", before.cell, now.cell),
                                          reader.measure->id),
                              "take one of the two out, or give both a day in a column known: the later then takes the place of the earlier");
  }

  void finish(Reader& reader) {
    Cube& cube = computing_.figures.cubes[reader.cube];
    for (const LargerArea& larger : reader.larger) {
      for (std::size_t c = 0; c < cube.choices.size(); ++c) {
        for (std::size_t p = 0; p < cube.periods.size(); ++p) {
          Figure sum;
          bool every = true;
          for (const AreaId member : larger.members) {
            const Figure& part = cube.at(*cube.area_slot(member), c, p);
            every = every && part.known && part.has_counts && !__builtin_add_overflow(sum.numerator, part.numerator, &sum.numerator) &&
                    !__builtin_add_overflow(sum.denominator, part.denominator, &sum.denominator);
            ++sum.counted;
          }
          const std::optional<Ratio> value = every ? made_of_counts(*reader.measure, sum.numerator, sum.denominator) : std::nullopt;
          if (!value) continue;
          sum.value = *value;
          sum.known = sum.has_counts = true;
          cube.at(*cube.area_slot(larger.area), c, p) = sum;
        }
      }
    }
    if (reader.measure->parts == Parts::add) add_parts(computing_, cube, reader.choices);
  }

  struct Buffer { const RowWords* words; std::vector<std::uint32_t> codes; };

  Computing& computing_;
  const Records& records_;
  ValueCells cells_;
  std::vector<Buffer> buffers_;
  std::vector<Reader> readers_;
  RowWords ids_;
  std::vector<std::vector<Reader*>> readers_of_code_;
};

}  // namespace

void read_values(Computing& computing, const Records& records, const std::vector<ValueTask>& tasks) { Pass(computing, records, tasks).run(); }

}  // namespace reportcard
