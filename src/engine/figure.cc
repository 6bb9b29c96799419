// SPDX-License-Identifier: MIT
// Figures found again: by area, choice and period; the current period; the words of an account.
#include "engine/figure.h"

#include <algorithm>

#include "card/card.h"

namespace reportcard {

std::optional<std::size_t> Cube::area_slot(AreaId area) const {
  const auto found = std::lower_bound(areas.begin(), areas.end(), area);
  if (found == areas.end() || *found != area) return {};
  return static_cast<std::size_t>(found - areas.begin());
}

std::optional<std::size_t> Cube::choice_slot(std::string_view choice) const {
  const auto found = std::find(choices.begin(), choices.end(), choice);
  if (found == choices.end()) return {};
  return static_cast<std::size_t>(found - choices.begin());
}

std::optional<std::size_t> Cube::period_slot(Period period) const {
  const auto found = std::lower_bound(periods.begin(), periods.end(), period);
  if (found == periods.end() || *found != period) return {};
  return static_cast<std::size_t>(found - periods.begin());
}

const Figure* Cube::find(AreaId area, std::string_view choice, Period period) const {
  const auto a = area_slot(area), c = choice_slot(choice), p = period_slot(period);
  return a && c && p ? &at(*a, *c, *p) : nullptr;
}

const Cube* Figures::cube(std::uint32_t measure, Side side, std::optional<Basis> basis) const {
  const Cube* published = nullptr;
  for (const Cube& cube : cubes) {
    if (cube.measure != measure || cube.side != side) continue;
    if (basis ? cube.basis == *basis : cube.basis == Basis::computed) return &cube;
    if (!basis) published = &cube;
  }
  return published;
}

const Figure* Figures::shown(std::uint32_t measure, AreaId area, std::string_view choice, Period period, Basis* basis) const {
  const Figure* first = nullptr;
  for (const Basis one : {Basis::computed, Basis::published}) {
    const Cube* of = cube(measure, Side::main, one);
    const Figure* figure = of ? of->find(area, choice, period) : nullptr;
    if (!figure) continue;
    // A number kept back here is not told by way of what is published.
    if (figure->known || figure->hidden || !first) {
      first = figure;
      if (basis) *basis = one;
    }
    if (figure->known || figure->hidden) break;
  }
  return first;
}

std::optional<Date> as_at_of(const Card& card) {
  if (card.as_at) return card.as_at;
  if (card.period.kind == PeriodKind::not_given) return {};
  return card.period.last();
}

std::optional<Period> Figures::current(std::uint32_t measure, const Card& card) const {
  const std::optional<Date> as_at = as_at_of(card);
  std::optional<Period> latest;
  for (const Cube& cube : cubes) {
    if (cube.measure != measure || cube.side != Side::main) continue;
    for (std::size_t p = cube.periods.size(); p-- > 0;) {
      const Period period = cube.periods[p];
      const bool given = period.kind != PeriodKind::not_given;
      if (given && as_at && period.last() > *as_at) continue;
      // Of two kinds in one table, the later by its last day; what has no period at all is current only where nothing else is.
      if (latest && latest->kind != PeriodKind::not_given && (!given || period.last() <= latest->last())) continue;
      const std::size_t lines = cube.areas.size() * cube.choices.size();
      bool any = false;
      for (std::size_t line = 0; line < lines && !any; ++line) {
        const Figure& figure = cube.figures[line * cube.periods.size() + p];
        any = figure.known || figure.hidden;
      }
      if (any) latest = period;
    }
  }
  return latest;
}

std::string_view left_out_words(LeftOut reason) {
  switch (reason) {
    case LeftOut::where_no: return "not what the measure is about";
    case LeftOut::blank: return "a column that it needs is blank";
    case LeftOut::no_date: return "it has no date";
    case LeftOut::end_before_start: return "it ends before it starts";
    case LeftOut::not_asked_for: return "of no period or part that is asked for";
    case LeftOut::area_unknown: return "its area is not known";
    case LeftOut::superseded: return "a later row takes its place";
    case LeftOut::not_yet_known: return "not known by then";
  }
  return "";
}

}  // namespace reportcard
