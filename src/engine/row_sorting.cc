// SPDX-License-Identifier: MIT
// A block of rows sorted, step by step. Each row is left out for the first reason that holds, so that accounts add up.
#include <algorithm>

#include "engine/row_sorter.h"

namespace reportcard {
namespace {

constexpr std::uint8_t why_of(LeftOut reason) { return static_cast<std::uint8_t>(reason); }
constexpr std::uint8_t not_read = 0xFE;  // a row of another measure: not this one's to account for

}  // namespace

std::int32_t RowSorter::deadline(std::size_t row, std::int32_t start, std::uint32_t code) const {
  if (const std::int32_t due = due_[row]; due != DateColumn::blank) return due;
  if (deadlines_.empty() || start == DateColumn::blank) return Deadlines::not_covered;
  if (deadlines_of_code_.empty()) return deadlines_.front().of(start);
  const int which = deadlines_of_code_[code];
  return which < 0 ? Deadlines::not_in_force : deadlines_[static_cast<std::size_t>(which)].of(start);
}

// where, known, area.
void RowSorter::keep_rows(SortedBlock& out) const {
  const std::size_t n = out.count;
  std::fill_n(out.why.begin(), n, SortedBlock::counted);
  if (by_id_) {
    ids_.copy(out.first, n, out.area.data());
    for (std::size_t i = 0; i < n; ++i) out.why[i] = out.area[i] == id_code_ ? SortedBlock::counted : not_read;
  }
  const auto leave_out = [&](std::size_t i, LeftOut reason) {
    if (out.why[i] == SortedBlock::counted) out.why[i] = why_of(reason);
  };
  if (card.known_at && known_.any()) {
    for (std::size_t i = 0; i < n; ++i) {
      const std::int32_t known = known_[out.first + i];
      if (known != DateColumn::blank && known > card.known_at->days) leave_out(i, LeftOut::not_yet_known);
    }
  }
  if (!where_.every_row()) {
    Truth truths[rows_in_block];
    where_.block(out.first, n, truths);
    for (std::size_t i = 0; i < n; ++i) {
      if (truths[i] != Truth::yes) leave_out(i, truths[i] == Truth::no ? LeftOut::where_no : LeftOut::blank);
    }
  }
  area_.copy(out.first, n, out.area.data());
  for (std::size_t i = 0; i < n; ++i) {
    out.area[i] = area_slot_[out.area[i]];
    if (out.area[i] == no_slot) leave_out(i, LeftOut::area_unknown);
  }
  if (start_.any() && end_.any()) {
    for (std::size_t i = 0; i < n; ++i) {
      const std::int32_t start = start_[out.first + i], end = end_[out.first + i];
      if (start != DateColumn::blank && end != DateColumn::blank && end < start) leave_out(i, LeftOut::end_before_start);
    }
  }
}

// `within`: from when to when each row is open, and from when on it is overdue.
void RowSorter::clock(SortedBlock& out) const {
  const bool by_choice = !deadlines_of_code_.empty();
  for (std::size_t i = 0; i < out.count; ++i) {
    const std::size_t row = out.first + i;
    out.open_low[i] = out.open_high[i] = out.overdue_low[i] = 0;
    const std::int32_t start = start_[row], end = end_[row];
    if (out.why[i] != SortedBlock::counted || start == DateColumn::blank) continue;
    out.open_low[i] = periods.reaching(start);
    if (const std::int32_t known = known_[row]; known != DateColumn::blank) out.open_low[i] = std::max(out.open_low[i], periods.known_from(known));
    out.open_high[i] = end == DateColumn::blank ? periods.size() : periods.reaching(end);
    const std::int32_t last = deadline(row, start, by_choice ? out.codes[0][i] : 0);
    const bool known_limit = last != Deadlines::not_announced && last != Deadlines::not_covered && last != Deadlines::not_in_force;
    out.overdue_low[i] = known_limit ? std::max(out.open_low[i], periods.reaching(last + 1)) : out.open_high[i];
  }
}

void RowSorter::put_in_periods(SortedBlock& out) const {
  const std::size_t n = out.count;
  if (stands_) {
    // Also of rows that are not what the measure is about: they tell that there is something of which nothing is judged.
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t row = out.first + i;
      const bool dated = date_[row] != DateColumn::blank && out.area[i] != no_slot && out.why[i] != not_read;
      out.low[i] = dated ? periods.reaching(date_[row]) : periods.size();
      out.high[i] = periods.size();
      if (out.why[i] == SortedBlock::counted) {
        if (date_[row] == DateColumn::blank) out.why[i] = why_of(LeftOut::no_date);
        else if (out.low[i] >= out.high[i]) out.why[i] = why_of(LeftOut::not_asked_for);
      }
      if (const std::int32_t known = known_[row]; known != DateColumn::blank) out.low[i] = std::max(out.low[i], periods.known_from(known));
      if (out.why[i] == SortedBlock::counted && out.low[i] >= out.high[i]) out.why[i] = why_of(LeftOut::not_yet_known);
    }
    return;
  }
  const bool by_choice = !deadlines_of_code_.empty();
  const auto on_day = [&](std::size_t i, std::int32_t day) {
    if (out.why[i] != SortedBlock::counted) return;
    if (day == DateColumn::blank) {
      out.why[i] = why_of(LeftOut::no_date);
      return;
    }
    out.low[i] = periods.reaching(day);
    out.high[i] = periods.begun_after(day);
  };
  switch (by_) {
    case By::date:
      for (std::size_t i = 0; i < n; ++i) on_day(i, date_[out.first + i]);
      break;
    case By::start:
      for (std::size_t i = 0; i < n; ++i) on_day(i, start_[out.first + i]);
      break;
    case By::end:
      for (std::size_t i = 0; i < n; ++i) on_day(i, end_[out.first + i]);
      break;
    case By::due:
      for (std::size_t i = 0; i < n; ++i) {
        const std::size_t row = out.first + i;
        const std::int32_t day = deadline(row, start_[row], by_choice ? out.codes[0][i] : 0);
        const bool known = day != Deadlines::not_announced && day != Deadlines::not_covered && day != Deadlines::not_in_force;
        if (day == Deadlines::not_announced && out.why[i] == SortedBlock::counted && not_announced++ == 0) first_not_announced = row;
        on_day(i, known ? day : DateColumn::blank);
      }
      break;
    case By::open:
      for (std::size_t i = 0; i < n; ++i) {
        if (out.why[i] != SortedBlock::counted) continue;
        const std::int32_t start = start_[out.first + i], end = end_[out.first + i];
        if (start == DateColumn::blank) out.why[i] = why_of(LeftOut::no_date);
        else {
          out.low[i] = periods.reaching(start);
          out.high[i] = end == DateColumn::blank ? periods.size() : periods.reaching(end);
        }
      }
      break;
    case By::standard:
    case By::period: {
      std::uint32_t codes[rows_in_block];
      period_.copy(out.first, n, codes);
      for (std::size_t i = 0; i < n; ++i) {
        if (out.why[i] != SortedBlock::counted) continue;
        const std::uint32_t slot = period_slot_.empty() ? no_slot : period_slot_[codes[i]];
        if (codes[i] == 0) out.why[i] = why_of(LeftOut::no_date);
        else if (slot == no_slot) out.why[i] = why_of(LeftOut::not_asked_for);
        else {
          out.low[i] = slot;
          out.high[i] = slot + 1;
        }
      }
      break;
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (out.why[i] != SortedBlock::counted) continue;
    if (out.low[i] >= out.high[i]) {
      out.why[i] = why_of(LeftOut::not_asked_for);
    } else if (const std::int32_t known = known_[out.first + i]; known != DateColumn::blank) {
      out.low[i] = std::max(out.low[i], periods.known_from(known));
      if (out.low[i] >= out.high[i]) out.why[i] = why_of(LeftOut::not_yet_known);
    }
  }
}

// What is summed, what is in the numerator, what is counted once.
void RowSorter::read_values(SortedBlock& out) const {
  const std::size_t n = out.count;
  const auto leave_out = [&](std::size_t i, LeftOut reason) {
    if (out.why[i] == SortedBlock::counted) out.why[i] = why_of(reason);
  };
  if (counts_values) {
    values.copy(out.first, n, out.value.data());
    for (std::size_t i = 0; i < n; ++i) {
      if (out.value[i] == 0) leave_out(i, LeftOut::blank);
    }
  }
  if (measure.kind == MeasureKind::share || stands_) {
    Truth truths[rows_in_block];
    meets_.block(out.first, n, truths);
    for (std::size_t i = 0; i < n; ++i) {
      out.yes[i] = truths[i] == Truth::yes;
      if (truths[i] == Truth::unknown) leave_out(i, LeftOut::blank);
    }
  }
  if (measure.of && !counts_values) {
    for (std::size_t i = 0; i < n; ++i) {
      out.number[i] = numbers[out.first + i];
      if (out.number[i] == NumberColumn::blank) leave_out(i, LeftOut::blank);
    }
  }
  if (!clock_) return;
  const std::optional<Date> as_at = as_at_of(card);
  const bool by_choice = !deadlines_of_code_.empty();
  for (std::size_t i = 0; i < n; ++i) {
    if (out.why[i] != SortedBlock::counted) continue;
    const std::size_t row = out.first + i;
    const std::int32_t start = start_[row], end = end_[row];
    const bool ended = end != DateColumn::blank, timed = start != DateColumn::blank && ended;
    const std::int32_t days_taken = timed ? taken->between(start, end) : Taken::unknown;
    out.number[i] = days_taken == Taken::unknown ? NumberColumn::blank : days_taken;
    if (measure.of_taken) {
      if (out.number[i] == NumberColumn::blank) leave_out(i, timed ? LeftOut::not_asked_for : LeftOut::blank);
      continue;
    }
    const std::int32_t last = deadline(row, start, by_choice ? out.codes[0][i] : 0);
    if (last == Deadlines::not_in_force) {
      leave_out(i, LeftOut::not_asked_for);
    } else if (last == Deadlines::not_covered) {
      leave_out(i, LeftOut::blank);
    } else if (last == Deadlines::not_announced) {
      // Whatever ended while holidays are announced ended in time; of the rest nobody can say.
      out.yes[i] = ended && end <= announced_to_;
      if (!out.yes[i]) {
        if (not_announced++ == 0) first_not_announced = row;
        leave_out(i, LeftOut::not_yet_known);
      }
    } else if (ended) {
      out.yes[i] = end <= last;
    } else {
      // Open past its day it is late; before that, nobody knows yet.
      out.yes[i] = 0;
      if (as_at && last >= as_at->days) leave_out(i, LeftOut::not_yet_known);
    }
  }
}

void RowSorter::sort(std::size_t first, std::size_t count, SortedBlock& out) const {
  out.first = first;
  out.count = count;
  if (out.why.empty()) {
    out.why.resize(rows_in_block);
    for (auto* array : {&out.area, &out.low, &out.high, &out.open_low, &out.open_high, &out.overdue_low, &out.value}) array->resize(rows_in_block);
    out.number.resize(rows_in_block);
    out.yes.resize(rows_in_block);
    out.codes.assign(choices.splits.size(), std::vector<std::uint32_t>(rows_in_block));
  }
  for (std::size_t s = 0; s < choices.splits.size(); ++s) choices.splits[s].words.copy(first, count, out.codes[s].data());
  keep_rows(out);
  if (has_open) clock(out);
  put_in_periods(out);
  read_values(out);
}

}  // namespace reportcard
