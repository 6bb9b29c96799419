// SPDX-License-Identifier: MIT
// Measures that count rows: count, sum, mean, median, share, within, and the numerator of a rate.
#pragma once
#include "engine/row_sorter.h"
#include "engine/tallies.h"

namespace reportcard {

class Counting {
 public:
  Counting(Computing& computing, std::uint32_t measure, const Records& records);
  void block(std::size_t first, std::size_t count);  // in order, all of them
  void finish();                                     // cubes and account into Figures

 private:
  std::size_t line(std::size_t area, std::size_t choice) const { return area * choices_ + choice; }
  void add_rows();
  void add_open();
  void add_larger_areas();
  Figure figure(std::size_t area, std::size_t choice, std::size_t period);
  Cube& new_cube(Side side);
  void side_cubes();
  std::optional<Ratio> in_unit(std::int64_t units, std::int64_t divisor) const;

  Computing& computing_;
  std::uint32_t index_;
  const Measure& measure_;
  RowSorter rows_;
  std::size_t choices_, periods_, lines_;
  SortedBlock sorted_;
  std::vector<std::size_t> row_lines_;
  Tally count_, yes_, sum_, open_, overdue_;
  Middles middles_;
  OnceEach once_each_;
  Tally values_;                          // of once_each_, at the end
  std::vector<const LargerArea*> larger_of_;  // by area slot; null: an area with rows of its own
  std::vector<std::uint16_t> note_of_;        // by area slot
  std::size_t overflows_ = 0;
};

}  // namespace reportcard
