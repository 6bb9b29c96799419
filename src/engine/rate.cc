// SPDX-License-Identifier: MIT
// So many for each 10,000: what was counted, over the latest count of those among whom it was counted.
#include <algorithm>

#include <fmt/format.h>

#include "engine/area_axis.h"
#include "engine/computing.h"

namespace reportcard {
namespace {

struct Below { std::int64_t count = 0; Period period; bool found = false; };

// Its latest period that ends by the day, at most twelve months before it.
Below below_of(const Computing& computing, std::uint32_t measure, AreaId area, const std::string& choice, Date day) {
  Below below;
  const Date earliest = day.plus_months(-12);
  for (const Basis basis : {Basis::computed, Basis::published}) {
    const Cube* cube = computing.figures.cube(measure, Side::main, basis);
    const auto a = cube ? cube->area_slot(area) : std::nullopt;
    if (!a) continue;
    const std::size_t c = cube->choice_slot(choice).value_or(0);
    for (std::size_t p = cube->periods.size(); p-- > 0 && !below.found;) {
      const Period period = cube->periods[p];
      if (period.kind == PeriodKind::not_given || period.last() > day || period.last() < earliest) continue;
      const Figure& figure = cube->at(*a, c, p);
      if (!figure.known || figure.value.over % figure.value.under != 0 || figure.value.over <= 0) continue;
      below = {figure.value.over / figure.value.under, period, true};
    }
    if (below.found) break;
  }
  return below;
}

}  // namespace

void make_rate(Computing& computing, std::uint32_t index) {
  const Measure& measure = computing.card.measures[index];
  const Measure* of = computing.card.measure(measure.denominator);
  Cube* cube = nullptr;
  for (Cube& one : computing.figures.cubes) {
    if (one.measure == index && one.side == Side::main && one.basis == Basis::computed) cube = &one;
  }
  if (!cube || !of) return;
  const auto denominator = static_cast<std::uint32_t>(of - computing.card.measures.data());
  for (std::size_t a = 0; a < cube->areas.size(); ++a) {
    const LargerArea* larger = nullptr;
    for (const LargerArea& one : computing.larger[index]) {
      if (one.area == cube->areas[a]) larger = &one;
    }
    for (std::size_t c = 0; c < cube->choices.size(); ++c) {
      for (std::size_t p = 0; p < cube->periods.size(); ++p) {
        Figure& figure = cube->at(a, c, p);
        if (!figure.known) continue;
        const Date day = cube->periods[p].last();
        Below below = below_of(computing, denominator, cube->areas[a], cube->choices[c], day);
        if (!below.found && larger) {
          // Put together from the members whose rows were counted; all of them, or none.
          below.found = true;
          for (const AreaId member : larger->members) {
            const Below one = below_of(computing, denominator, member, cube->choices[c], day);
            below.found = below.found && one.found && !__builtin_add_overflow(below.count, one.count, &below.count);
            below.period = one.period;
          }
        }
        const std::int64_t counted = figure.value.over;
        const auto value = below.found ? made_of_counts(measure, counted, below.count) : std::nullopt;
        if (!value) {
          figure.known = false;
          figure.reason = computing.text(fmt::format("{}: no count in the twelve months before", of->title));
          continue;
        }
        // made_of_counts multiplies by `per` where the unit is a rate, and by 100 where it is per cent.
        figure.value = *value;
        figure.numerator = counted;
        figure.denominator = below.count;
        figure.has_counts = true;
        const std::string said = fmt::format("For each {}: {}, {}: {}.", Decimal{measure.per, 0}.said(), of->title, below.period.said(), Decimal{below.count, 0}.said());
        const std::string& before = computing.figures.texts[figure.note];
        figure.note = computing.text(before.empty() ? said : before + " " + said);
      }
    }
  }
}

}  // namespace reportcard
