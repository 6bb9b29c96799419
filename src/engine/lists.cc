// SPDX-License-Identifier: MIT
// What the card's own lists of places, such as statistical neighbours, come to. Where every member with a value has counts,
// these are added up; else it is the mean of the members' values, each counting once: the one inexact step, on 12 places.
#include <algorithm>

#include <fmt/format.h>

#include "engine/computing.h"

namespace reportcard {
namespace {

constexpr int mean_places = 12;

// Nothing where the values are too large for so many places.
std::optional<Ratio> mean_of(const std::vector<const Figure*>& figures) {
  int128 sum = 0;
  for (const Figure* figure : figures) {
    const auto rounded = round_to(figure->value, mean_places);
    if (!rounded) return {};
    sum += rounded->units;
  }
  const auto n = static_cast<std::int64_t>(figures.size());
  const int128 twice = 2 * sum + (sum < 0 ? -n : n);
  const int128 mean = twice / (2 * n);
  if (mean > std::numeric_limits<std::int64_t>::max() || mean < -std::numeric_limits<std::int64_t>::max()) return {};
  return Ratio::of(Decimal{static_cast<std::int64_t>(mean), mean_places});
}

Figure together(Computing& computing, const Measure& measure, const std::vector<const Figure*>& figures) {
  Figure made;
  if (figures.empty()) {
    made.reason = computing.text("no value is given");
    return made;
  }
  const bool share = measure.unit == Unit::percent || measure.unit == Unit::rate || measure.unit == Unit::ratio;
  made.has_counts = share;
  for (const Figure* figure : figures) {
    made.has_counts = made.has_counts && figure->has_counts && !__builtin_add_overflow(made.numerator, figure->numerator, &made.numerator) &&
                      !__builtin_add_overflow(made.denominator, figure->denominator, &made.denominator);
    made.places = std::min(made.places, figure->places);
    if (figure->status != Status::final_) made.status = figure->status;
  }
  std::optional<Ratio> value;
  if (made.has_counts) {
    value = made_of_counts(measure, made.numerator, made.denominator);
    made.places = Number::wholly;
    made.note = computing.text(figures.size() == 1 ? "From the one member with a value." : "The counts of its members added up.");
  } else {
    made.numerator = made.denominator = 0;
    value = mean_of(figures);
    made.note = computing.text(figures.size() == 1 ? "From the one member with a value." : "The mean of its members' values, each counting once.");
  }
  made.counted = static_cast<std::uint32_t>(figures.size());
  made.known = value.has_value();
  if (value) made.value = *value;
  else made.reason = computing.text("too large to compute");
  return made;
}

}  // namespace

void put_lists_together(Computing& computing) {
  const Card& card = computing.card;
  for (const auto& [id, members] : card.own_lists) {
    for (std::uint32_t m = 0; m < card.measures.size(); ++m) {
      const Cube* first = computing.figures.cube(m);
      if (!first) continue;
      std::vector<Period> periods;
      for (const Basis basis : {Basis::computed, Basis::published}) {
        const Cube* cube = computing.figures.cube(m, Side::main, basis);
        if (cube) periods.insert(periods.end(), cube->periods.begin(), cube->periods.end());
      }
      std::sort(periods.begin(), periods.end());
      periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
      ListCube list;
      list.comparator = id;
      list.members = static_cast<std::uint32_t>(members.size());
      list.cube = empty_cube(m, Side::main, Basis::computed, {0}, first->choices, periods, 0);
      for (std::size_t c = 0; c < list.cube.choices.size(); ++c) {
        for (std::size_t p = 0; p < periods.size(); ++p) {
          std::vector<const Figure*> figures;
          for (const AreaId member : members) {
            const Figure* figure = computing.figures.shown(m, member, list.cube.choices[c], periods[p]);
            if (figure && figure->known && figure->qualifier == Qualifier::none) figures.push_back(figure);
          }
          list.cube.at(0, c, p) = together(computing, card.measures[m], figures);
          list.with_value.push_back(static_cast<std::uint32_t>(figures.size()));
        }
      }
      computing.figures.lists.push_back(std::move(list));
    }
  }
}

}  // namespace reportcard
