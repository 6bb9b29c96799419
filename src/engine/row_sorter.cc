// SPDX-License-Identifier: MIT
// What a measure needs of its register, found once: places, periods, choices, days, deadlines.
#include "engine/row_sorter.h"

#include <algorithm>

#include "base/text.h"

namespace reportcard {

RowSorter::RowSorter(const Card& c, const Records& r, const Measure& m)
    : card(c), records(r), measure(m), where_(c, r, m.where, m.periods), meets_(c, r, m.meets, m.periods) {
  const auto days_at = [&](const std::optional<ColumnPath>& path) { return path ? days_of(card, records, *path) : RowDays{}; };
  if (measure.by_measure_column) {
    for (const RecordColumn& column : records.columns) {
      if (column.definition->type == ColumnType::measure) ids_ = words_of(&column);
    }
    const std::vector<std::string>& words = ids_.words();
    id_code_ = static_cast<std::uint32_t>(std::find(words.begin() + 1, words.end(), measure.id) - words.begin());
    by_id_ = true;
  }
  stands_ = measure.kind == MeasureKind::latest;
  by_ = stands_ ? By::date : measure.by != By::standard ? measure.by : measure.period ? By::period : By::date;
  clock_ = measure.kind == MeasureKind::within || measure.of_taken;
  has_open = measure.kind == MeasureKind::within;
  counts_values = (measure.kind == MeasureKind::count || measure.kind == MeasureKind::rate) && measure.of.has_value();
  if (by_ == By::date) date_ = days_at(measure.date);
  if (clock_ || by_ == By::start || by_ == By::due || by_ == By::open) start_ = days_at(measure.start);
  if (clock_ || by_ == By::end || by_ == By::open || by_ == By::start) end_ = days_at(measure.end);
  // A limit written in the measure is the clock; the register's due day rules where there is none, and where it is asked for.
  const bool limited = measure.limit || !measure.limits_by_choice.empty();
  if (by_ == By::due || (measure.kind == MeasureKind::within && !limited)) due_ = days_at(measure.due);
  known_ = days_at(measure.known);
  if (by_ == By::period && measure.period) period_ = words_of(card, records, *measure.period);
  if (counts_values) values = words_of(card, records, *measure.of);
  if (measure.of && !counts_values) numbers = numbers_of(card, records, *measure.of);
  if (clock_) {
    const Limit* limit = measure.limit ? &*measure.limit : measure.limits_by_choice.empty() ? nullptr : &measure.limits_by_choice.front().second;
    const Unit unit = measure.of_taken ? measure.unit : limit ? taken_unit(limit->unit) : card.calendar ? Unit::working_days : Unit::days;
    taken.emplace(unit, limit && measure.kind == MeasureKind::within ? limit->rule : Limit::Count::after, card.calendar.get());
  }
  if (card.calendar) announced_to_ = card.calendar->last().days;
  if (records.of->covers) {
    const auto from = Date::parse(records.of->covers->first), to = Date::parse(records.of->covers->second);
    if (from && to) covers = {*from, *to};
  }
  if (stands_) find_entities();
  find_areas();
  find_choices();
  find_deadlines();
  find_days();
}

void RowSorter::find_entities() {
  if (!measure.entity) return;
  entity = words_of(card, records, *measure.entity);
  const ColumnPath& path = *measure.entity;
  if (path.type != ColumnType::link || !path.through.empty() || path.column < 0) return;
  entities = card.find_records(records.columns[static_cast<std::size_t>(path.column)].definition->to);
  if (entities && !entities->of->roles.area.empty()) entity_area = words_of(entities->find(entities->of->roles.area));
}

void RowSorter::find_areas() {
  if (measure.area) area_ = words_of(card, records, *measure.area);
  const std::vector<std::optional<AreaId>> of_code = areas_of_words(card, area_);
  std::vector<AreaId> with_rows;
  for (std::size_t code = 1; code < of_code.size(); ++code) {
    if (of_code[code]) with_rows.push_back(*of_code[code]);
  }
  const std::vector<std::optional<AreaId>> of_entities = areas_of_words(card, entity_area);
  for (std::size_t code = 1; code < of_entities.size(); ++code) {
    if (of_entities[code]) with_rows.push_back(*of_entities[code]);
  }
  std::sort(with_rows.begin(), with_rows.end());
  with_rows.erase(std::unique(with_rows.begin(), with_rows.end()), with_rows.end());
  larger = larger_areas(card, with_rows);
  areas = with_rows;
  areas.push_back(card.area);
  areas.insert(areas.end(), card.area_set.begin(), card.area_set.end());
  for (const LargerArea& one : larger) areas.push_back(one.area);
  std::sort(areas.begin(), areas.end());
  areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
  const auto slots = [&](const std::vector<std::optional<AreaId>>& of, std::vector<std::uint32_t>& to) {
    for (const std::optional<AreaId>& area : of) {
      to.push_back(area ? static_cast<std::uint32_t>(std::lower_bound(areas.begin(), areas.end(), *area) - areas.begin()) : no_slot);
    }
  };
  slots(of_code, area_slot_);
  slots(of_entities, entity_area_slot_);
}

void RowSorter::find_choices() {
  std::vector<SplitColumn> splits;
  for (std::size_t s = 0; s < measure.split.size(); ++s) {
    const ColumnPath& path = measure.split[s];
    const Records* of = path.through.empty() ? &records : card.find_records(path.through);
    const int index = path.through.empty() ? path.column : path.linked_column;
    SplitColumn column{words_of(card, records, path), measure.split_names[s], nullptr};
    if (of && index >= 0 && static_cast<std::size_t>(index) < of->columns.size()) column.definition = of->columns[static_cast<std::size_t>(index)].definition;
    splits.push_back(std::move(column));
  }
  // What a register itself lists is counted even where there is none: "No complaints were taken to stage 3."
  const bool zero_is_told = measure.kind == MeasureKind::count || measure.kind == MeasureKind::sum || measure.kind == MeasureKind::rate;
  const bool own = std::all_of(measure.split.begin(), measure.split.end(), [](const ColumnPath& path) { return path.through.empty(); });
  choices = choice_axis(std::move(splits), {}, zero_is_told && own);
}

void RowSorter::find_deadlines() {
  const bool needs = measure.kind == MeasureKind::within || by_ == By::due;
  if (!needs || (!measure.limit && measure.limits_by_choice.empty())) return;
  DaySpan starts;
  for (std::size_t row = 0; row < records.rows; ++row) {
    if (start_[row] != DateColumn::blank) starts.hold(start_[row]);
  }
  if (!starts.any()) return;
  if (measure.limits_by_choice.empty()) {
    deadlines_.emplace_back(*measure.limit, card.calendar.get(), starts.first, starts.last);
    return;
  }
  for (const auto& [choice, limit] : measure.limits_by_choice) deadlines_.emplace_back(limit, card.calendar.get(), starts.first, starts.last);
  if (choices.splits.empty()) return;
  for (const std::string& word : choices.splits.front().words.words()) {
    int found = -1;
    for (std::size_t i = 0; i < measure.limits_by_choice.size(); ++i) {
      const std::string& choice = measure.limits_by_choice[i].first;
      if (!word.empty() && (choice == word || choice == slug(word))) found = static_cast<int>(i);
    }
    deadlines_of_code_.push_back(found);
  }
}

void RowSorter::find_days() {
  std::vector<Period> found;
  const auto hold = [&](std::int32_t day) {
    if (day != DateColumn::blank) days.hold(day);
  };
  if (by_ == By::period) {
    std::vector<std::optional<Period>> of_code;
    for (const std::string& word : period_.words()) of_code.push_back(period_as(measure.periods, word));
    for (const std::optional<Period>& period : of_code) {
      if (!period || period->kind != measure.periods) continue;
      hold(period->first().days);
      hold(period->last().days);
      found.push_back(*period);
    }
    const bool named = is_as_at(measure.periods) || !measure.at.empty();
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    if (!named && !found.empty()) {
      const Period first = found.front(), last = found.back();
      if (last.index - first.index < 1'200) {
        found.clear();
        for (Period one = first; one <= last; one = one.plus(1)) found.push_back(one);
      }
    }
    if (!measure.at.empty()) found = measure.at;
    std::sort(found.begin(), found.end());
    periods = PeriodAxis(std::move(found), measure, as_at_of(card));
    for (const std::optional<Period>& period : of_code) {
      const auto at = period ? std::lower_bound(periods.periods.begin(), periods.periods.end(), *period) : periods.periods.end();
      period_slot_.push_back(at != periods.periods.end() && *at == *period ? static_cast<std::uint32_t>(at - periods.periods.begin()) : no_slot);
    }
    return;
  }
  for (std::size_t row = 0; row < records.rows; ++row) {
    hold(date_[row]);
    hold(start_[row]);
    if (by_ == By::end || has_open || by_ == By::open) hold(end_[row]);
    if (by_ == By::due && due_[row] != DateColumn::blank) hold(due_[row]);
  }
  DaySpan asked = days;
  if (covers) {
    asked.hold(covers->first.days);
    asked.hold(covers->second.days);
  }
  if (by_ == By::due && days.any() && !deadlines_.empty()) {
    for (const Deadlines& limit : deadlines_) {
      const std::int32_t last = limit.holds(days.last) ? limit.of(days.last) : days.last;
      if (last != Deadlines::not_announced && last > asked.last) asked.last = last;
    }
  }
  periods = PeriodAxis(periods_between(card, measure, asked), measure, as_at_of(card));
}

bool covers_period(const RowSorter& rows, std::size_t p) {
  const std::int32_t first = rows.periods.first_day[p], last = rows.periods.last_day[p];
  if (rows.covers) return rows.covers->first.days <= first && last <= rows.covers->second.days;
  if (!rows.days.any()) return false;
  // From the first day in it to the last. A stretch that these days reach into is held as a whole; what stands on a day
  // stands from the first row on.
  if (is_as_at(rows.measure.periods)) return rows.days.first <= last;
  return rows.days.first <= last && first <= rows.days.last;
}

}  // namespace reportcard
