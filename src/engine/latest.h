// SPDX-License-Identifier: MIT
// The state of things at each period's end, by each entity's latest event that counts.
// Events are sorted once by entity and the day from which they are known; one sweep serves all month ends, so a nation
// costs no more than reading it. Why not ask "latest on or before?" for each month: that costs events times months.
#pragma once
#include "engine/row_sorter.h"
#include "engine/tallies.h"

namespace reportcard {

class Latest {
 public:
  Latest(Computing& computing, std::uint32_t measure, const Records& records);
  void block(std::size_t first, std::size_t count);  // in order, all of them
  void finish();                                     // cubes and account into Figures
  // Rows whose event stands in this cell, after all blocks.
  void rows_of(AreaId area, std::string_view choice, Period period, FigureRows& found);

 private:
  struct Entity { std::uint32_t open = 0, closed = 0; std::uint32_t row = no_slot; };  // periods; its row, where it has one
  static constexpr std::uint32_t nobody = no_slot;

  void part_by_entity();
  Entity entity_of(std::uint32_t code) const;
  bool later(std::uint32_t row, std::uint32_t than) const;
  std::uint32_t area_of(std::uint32_t row, const Entity& entity) const;
  template <class F> void lines_of_row(std::uint32_t area, std::uint32_t row, const F& f) const;
  template <class F> void lines_of_entity(std::uint32_t area, std::uint32_t entity_row, const F& f) const;
  // f(entity, event's row or nobody, low, high) for each stretch of periods in which an entity is open.
  template <class F> void sweep(const F& f);
  void take_account();
  void cubes();

  Computing& computing_;
  std::uint32_t index_;
  const Measure& measure_;
  RowSorter rows_;
  SortedBlock sorted_;
  std::size_t choices_, lines_;
  std::vector<std::uint16_t> from_;        // by row: first period in which it is known; none: the number of periods
  std::vector<std::uint8_t> kind_;         // by row: 0 nothing, 1 there is such an entity, 2 event, 3 event that meets
  std::vector<std::uint32_t> area_;        // by row: slot
  std::vector<bool> stood_;                // by row: was the standing event in some period
  std::vector<std::size_t> begins_;        // of each entity's code in order_
  std::vector<std::uint32_t> order_;       // rows by entity, then by the period from which they are known
  std::vector<std::uint32_t> entity_row_;  // by code: row of the register linked to
  std::vector<RowWords> entity_choices_;   // by split: of that register, where the split goes through the link
  RowDays opened_, closed_;
  Tally judged_, good_, unjudged_;
};

}  // namespace reportcard
