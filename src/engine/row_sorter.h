// SPDX-License-Identifier: MIT
// The rows of a register sorted for one measure: which count, where, of which choices and in which periods; and of those
// left out, why. Done block by block, one simple loop a step; counting, and tracing a figure to its rows, read the result.
#pragma once
#include <optional>
#include <vector>

#include "engine/area_axis.h"
#include "engine/choice_axis.h"
#include "engine/deadlines.h"
#include "engine/period_axis.h"
#include "engine/select.h"

namespace reportcard {

// What sorting made of a block. Arrays are as long as the block; only rows with `kept` mean anything.
struct SortedBlock {
  std::size_t first = 0, count = 0;
  std::vector<std::uint8_t> why;            // counted, or a LeftOut
  static constexpr std::uint8_t counted = 0xFF;
  std::vector<std::uint32_t> area;          // slot
  std::vector<std::uint32_t> low, high;     // counts in the periods low to high - 1
  std::vector<std::uint32_t> open_low, open_high, overdue_low;  // `within`: open, and overdue, in the periods up to open_high
  std::vector<std::int64_t> number;         // what is summed, or days taken; NumberColumn::blank: not known
  std::vector<std::uint8_t> yes;            // of the numerator
  std::vector<std::uint32_t> value;         // code of `of`, counted once each
  std::vector<std::vector<std::uint32_t>> codes;  // of each split
};

class RowSorter {
 public:
  RowSorter(const Card& card, const Records& records, const Measure& measure);
  void sort(std::size_t first, std::size_t count, SortedBlock& out) const;

  const Card& card;
  const Records& records;
  const Measure& measure;
  std::vector<AreaId> areas;                // ascending, larger ones included
  std::vector<LargerArea> larger;
  ChoiceAxis choices;
  PeriodAxis periods;
  DaySpan days;                             // of what puts rows in a period
  std::optional<std::pair<Date, Date>> covers;  // as the register says
  RowNumbers numbers;                       // `of` of sum, mean and median
  RowWords values;                          // `of` of count
  std::optional<Taken> taken;
  bool counts_values = false, has_open = false;
  // `latest`: the register of the entities, where the rows link to one, and their places.
  const Records* entities = nullptr;
  RowWords entity, entity_area;
  // The slot of an entity's own place; of the card's where it has none.
  std::uint32_t area_of_entity(std::uint32_t entity_row) const { return entity_area_slot_[entity_area.code(entity_row)]; }
  bool area_is_blank(std::size_t row) const { return area_.code(row) == 0; }
  std::int32_t date(std::size_t row) const { return date_[row]; }
  std::int32_t known(std::size_t row) const { return known_[row]; }
  mutable std::size_t not_announced = 0;    // rows whose deadline lies beyond the calendar
  mutable std::size_t first_not_announced = 0;

 private:
  void find_entities();
  void find_areas();
  void find_days();
  void find_choices();
  void find_deadlines();
  std::int32_t deadline(std::size_t row, std::int32_t start, std::uint32_t limit_code) const;
  void keep_rows(SortedBlock& out) const;
  void clock(SortedBlock& out) const;
  void put_in_periods(SortedBlock& out) const;
  void read_values(SortedBlock& out) const;

  Selector where_, meets_;
  RowWords area_, period_, ids_;
  std::uint32_t id_code_ = 0;               // of this measure, in the column of measures
  bool by_id_ = false;
  std::vector<std::uint32_t> area_slot_, entity_area_slot_, period_slot_;  // by code
  RowDays date_, start_, end_, due_, known_;
  By by_ = By::date;
  bool clock_ = false;                      // uses start and end
  bool stands_ = false;                     // `latest`: what a row says stands from its day on
  std::vector<Deadlines> deadlines_;
  std::vector<int> deadlines_of_code_;      // of the first split: index, or -1; empty: one for all
  std::int32_t announced_to_ = std::numeric_limits<std::int32_t>::max();
};

// Zero is known where the register holds the period; else nobody knows whether there was none.
bool covers_period(const RowSorter& rows, std::size_t period);

}  // namespace reportcard
