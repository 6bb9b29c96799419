// SPDX-License-Identifier: MIT
// The rows that made a figure, found by computing it again: the same sorting of rows, asked for one cell.
#include <algorithm>

#include "engine/computing.h"
#include "engine/latest.h"
#include "engine/row_sorter.h"

namespace reportcard {
namespace {

template <class F> void each_block(const Records& records, const F& f) {
  for (std::size_t first = 0; first < records.rows; first += rows_in_block) f(first, std::min(rows_in_block, records.rows - first));
}

void counted_rows(const Card& card, const Records& records, const Measure& measure, AreaId area, std::string_view choice, Period period, FigureRows& found) {
  const RowSorter sorter(card, records, measure);
  const auto at = std::find(sorter.periods.periods.begin(), sorter.periods.periods.end(), period);
  const auto chosen = std::find(sorter.choices.choices.begin(), sorter.choices.choices.end(), choice);
  if (at == sorter.periods.periods.end() || chosen == sorter.choices.choices.end()) return;
  const auto p = static_cast<std::uint32_t>(at - sorter.periods.periods.begin());
  const auto c = static_cast<std::uint32_t>(chosen - sorter.choices.choices.begin());
  std::vector<AreaId> of{area};
  for (const LargerArea& larger : sorter.larger) {
    if (larger.area == area) of = larger.members;
  }
  const bool share = measure.kind == MeasureKind::share || measure.kind == MeasureKind::within;
  SortedBlock sorted;
  each_block(records, [&](std::size_t first, std::size_t count) {
    sorter.sort(first, count, sorted);
    for (std::size_t i = 0; i < count; ++i) {
      if (sorted.why[i] != SortedBlock::counted || p < sorted.low[i] || p >= sorted.high[i]) continue;
      if (std::find(of.begin(), of.end(), sorter.areas[sorted.area[i]]) == of.end()) continue;
      bool in_cell = c == 0;
      for (std::size_t s = 0; s < sorter.choices.splits.size() && !in_cell; ++s) {
        const ChoiceAxis::Split& split = sorter.choices.splits[s];
        const std::uint32_t code = sorted.codes[s][i];
        in_cell = std::find(split.slots.begin() + split.first[code], split.slots.begin() + split.first[code + 1], c) != split.slots.begin() + split.first[code + 1];
      }
      if (!in_cell) continue;
      const auto row = static_cast<std::uint32_t>(first + i);
      if (share) found.denominator.push_back(row);
      if (!share || sorted.yes[i]) found.numerator.push_back(row);
    }
  });
}

}  // namespace

FigureRows rows_of(const Card& card, std::uint32_t index, AreaId area, std::string_view choice, Period period) {
  FigureRows found;
  const Measure& measure = card.measures[index];
  const Records* records = card.find_records(measure.from);
  if (!records || !records->of) return found;
  Figures figures;
  figures.accounts.resize(card.measures.size());
  Problems unsaid;
  Computing computing{card, unsaid, figures, {}, std::vector<std::vector<LargerArea>>(card.measures.size())};
  if (measure.kind == MeasureKind::value) {
    read_values(computing, *records, {{index, false}});
    const Cube* cube = figures.cube(index);
    const Figure* figure = cube ? cube->find(area, choice, period) : nullptr;
    if (figure && figure->row != Figure::no_row) found.numerator.push_back(figure->row);
  } else if (measure.kind == MeasureKind::latest) {
    Latest latest(computing, index, *records);
    each_block(*records, [&](std::size_t first, std::size_t count) { latest.block(first, count); });
    latest.rows_of(area, choice, period, found);
  } else if (measure.kind != MeasureKind::formula) {
    counted_rows(card, *records, measure, area, choice, period, found);
  }
  return found;
}

}  // namespace reportcard
