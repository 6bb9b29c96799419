// SPDX-License-Identifier: MIT
// The rows that made a figure, found by computing it again.
#include "engine/computing.h"

namespace reportcard {

FigureRows rows_of(const Card& card, std::uint32_t index, AreaId area, std::string_view choice, Period period) {
  FigureRows found;
  const Measure& measure = card.measures[index];
  if (measure.kind == MeasureKind::value) {
    // The row stands in the figure itself: compute only this measure.
    Figures figures;
    figures.accounts.resize(card.measures.size());
    Problems unsaid;
    Computing computing{card, unsaid, figures, {}};
    if (const Records* records = card.find_records(measure.from); records && records->of) read_values(computing, *records, {{index, false}});
    const Cube* cube = figures.cube(index);
    const Figure* figure = cube ? cube->find(area, choice, period) : nullptr;
    if (figure && figure->row != Figure::no_row) found.numerator.push_back(figure->row);
  }
  return found;
}

}  // namespace reportcard
