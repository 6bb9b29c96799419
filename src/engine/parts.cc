// SPDX-License-Identifier: MIT
// Parts that make a whole: where the whole is not given, it is their sum. Where it is given it stands, and whether the parts
// come to it is a claim tested with the others.
#include <algorithm>

#include "engine/choice_axis.h"
#include "engine/computing.h"

namespace reportcard {
namespace {

// Adds up the parts of one whole in one line of a cube; false where one of them is not known or nothing is there.
bool sum_of(const Cube& cube, std::size_t area, const std::vector<std::size_t>& parts, std::size_t period, Figure& sum) {
  bool any = false;
  std::optional<Ratio> value = Ratio{};
  sum.has_counts = true;
  for (const std::size_t part : parts) {
    const Figure& figure = cube.at(area, part, period);
    if (!figure.known) return false;
    any = true;
    value = value ? add(*value, figure.value) : value;
    sum.places = std::min(sum.places, figure.places);
    sum.counted += figure.counted;
    sum.has_counts = sum.has_counts && figure.has_counts && !__builtin_add_overflow(sum.numerator, figure.numerator, &sum.numerator) &&
                     !__builtin_add_overflow(sum.denominator, figure.denominator, &sum.denominator);
    if (figure.qualifier != Qualifier::none) sum.qualifier = figure.qualifier == sum.qualifier || sum.qualifier == Qualifier::none ? figure.qualifier : Qualifier::about;
    if (figure.status != Status::final_) sum.status = figure.status;
  }
  if (!any || !value) return false;
  if (!sum.has_counts) sum.numerator = sum.denominator = 0;
  sum.value = *value;
  sum.known = true;
  return true;
}

}  // namespace

void add_parts(Computing& computing, Cube& cube, const ChoiceAxis& axis) {
  const Measure& measure = computing.card.measures[cube.measure];
  const bool share = measure.unit == Unit::percent || measure.unit == Unit::rate || measure.unit == Unit::ratio;
  // Deepest first, so that a sum of sums is complete.
  std::vector<std::size_t> wholes(cube.choices.size());
  for (std::size_t c = 0; c < wholes.size(); ++c) wholes[c] = c;
  const auto depth = [&](std::size_t c) {
    return cube.choices[c].empty() ? 0 : 1 + std::count(cube.choices[c].begin(), cube.choices[c].end(), '/');
  };
  std::stable_sort(wholes.begin(), wholes.end(), [&](std::size_t a, std::size_t b) { return depth(a) > depth(b); });
  const auto fill = [&](std::size_t whole, const std::vector<std::size_t>& parts) {
    for (std::size_t a = 0; a < cube.areas.size(); ++a) {
      for (std::size_t p = 0; p < cube.periods.size(); ++p) {
        Figure& given = cube.at(a, whole, p);
        if (given.row != Figure::no_row || given.known) continue;
        Figure sum;
        if (!sum_of(cube, a, parts, p, sum)) continue;
        // Shares do not add: of parts with counts the whole is made from these.
        if (share) {
          const auto value = sum.has_counts ? made_of_counts(measure, sum.numerator, sum.denominator) : std::nullopt;
          if (!value) continue;
          sum.value = *value;
          sum.places = Number::wholly;
        }
        given = sum;
      }
    }
  };
  for (const std::size_t whole : wholes) {
    for (const ChoiceAxis::Split& split : axis.splits) {  // each split makes the whole by itself
      std::vector<std::size_t> parts;
      for (const std::uint32_t c : split.all) {
        if (c != whole && part_of_choice(cube.choices[c]) == cube.choices[whole]) parts.push_back(c);
      }
      if (!parts.empty()) fill(whole, parts);
    }
  }
}

}  // namespace reportcard
