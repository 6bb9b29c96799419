// SPDX-License-Identifier: MIT
// Ours against theirs, like with like: for the same period, else for the latest that both have, else none, and both are
// shown with their dates. Whether the gap narrows is reckoned from two gaps.
#include <algorithm>

#include "engine/area_axis.h"
#include "engine/comparing.h"

namespace reportcard {
namespace {

// One rival: a place, or a list of places put together.
struct Theirs {
  std::string comparator, said;
  std::optional<AreaId> area;
  const ListCube* list = nullptr;
};

std::optional<Theirs> theirs_of(const Comparing& of, AreaId area, const std::string& comparator) {
  const Card& card = of.card;
  Theirs theirs{comparator, comparator, {}, nullptr};
  if (comparator == "england") {
    theirs.area = card.areas.england();
  } else if (comparator == "region") {
    if (card.areas.all[area].region.empty()) return {};
    theirs.area = card.areas.find(card.areas.all[area].region);
  } else if (card.own_lists.count(comparator)) {
    for (const Comparator& own : card.comparators) {
      if (own.id == comparator && !own.title.empty()) theirs.said = own.title;
    }
    for (const ListCube& list : of.figures.lists) {
      if (list.comparator == comparator && list.cube.measure == of.index) theirs.list = &list;
    }
    return theirs;
  } else {
    theirs.area = card.areas.find(comparator);
  }
  if (!theirs.area || *theirs.area == area) return {};
  theirs.said = card.areas.all[*theirs.area].name;
  return theirs;
}

Seen see(const Comparing& of, const Theirs& theirs, Period period, std::optional<Basis> basis = std::nullopt) {
  if (theirs.area) return of.at(*theirs.area, period, basis);
  if (!theirs.list) return {};
  const Cube& cube = theirs.list->cube;
  const auto c = cube.choice_slot(of.choice);
  const auto p = cube.period_slot(period);
  return c && p ? of.see(&cube.at(0, *c, *p), Basis::computed, period) : Seen{};
}

// The same stretch of time, in whichever kind it is named there.
Seen see_same_time(const Comparing& of, const Theirs& theirs, Period period, const std::vector<Period>& periods) {
  const Seen same = see(of, theirs, period);
  if (same.known()) return same;
  for (const Period other : periods) {
    if (other == period || !same_time(other, period)) continue;
    if (const Seen seen = see(of, theirs, other); seen.known()) return seen;
  }
  return same;
}

void count_members(const Comparing& of, const Theirs& theirs, Gap& gap) {
  if (!gap.theirs || gap.basis != Basis::computed) return;
  if (theirs.list) {
    gap.members = theirs.list->members;
    const Cube& cube = theirs.list->cube;
    gap.with_value = theirs.list->with_value[static_cast<std::size_t>(gap.theirs - cube.figures.data())];
    gap.said += " (" + std::to_string(gap.with_value) + " of " + std::to_string(gap.members) + " with a value)";
  } else {
    for (const AreaId member : members_of_larger(of.card, *theirs.area)) {
      ++gap.members;
      const Seen seen = of.at(member, gap.theirs_period);
      if (seen.figure && (seen.figure->known || seen.figure->hidden)) ++gap.with_value;
    }
  }
}

void set_trend(const Comparing& of, AreaId area, const Theirs& theirs, const Seen& ours_now, const Seen& theirs_now, Gap& gap) {
  Seen ours_then, theirs_then;
  for (ours_then = of.before(area, ours_now.period, ours_now.basis); ours_then.known();
       ours_then = of.before(area, ours_then.period, ours_now.basis)) {
    theirs_then = see(of, theirs, ours_then.period, theirs.area ? std::optional(theirs_now.basis) : std::nullopt);
    if (theirs_then.known()) break;
  }
  if (!ours_then.known() || !theirs_then.known() || of.break_between(ours_then.period, ours_now.period)) return;
  if (ours_then.figure->qualifier != Qualifier::none || theirs_then.figure->qualifier != Qualifier::none) return;
  const auto earlier = subtract(ours_then.number.value, theirs_then.number.value);
  const auto moved = earlier ? subtract(gap.difference, *earlier) : std::nullopt;
  const auto grown = earlier ? subtract(gap.difference.size(), earlier->size()) : std::nullopt;
  if (!moved || !grown) return;
  gap.earlier_difference = earlier;
  gap.earlier_period = ours_then.period;
  gap.change = moved;
  const int earlier_way = way_of(*earlier, ours_then.number.places, theirs_then.number.places);
  if (gap.way == 0 && earlier_way == 0) {
    gap.trend = Gap::Trend::level;
  } else if (gap.way * earlier_way < 0) {
    const bool ahead = (gap.way > 0) == (of.measure.better != Better::lower);
    gap.trend = ahead ? Gap::Trend::overtaken : Gap::Trend::fallen_behind;
  } else {
    // Four figures are rounded here: a gap that moved by less than all their halves has not moved.
    std::optional<Ratio> slack = Ratio{};
    for (const std::int8_t places : {ours_now.number.places, theirs_now.number.places, ours_then.number.places, theirs_then.number.places}) {
      slack = slack ? add(*slack, half_unit(places)) : slack;
    }
    const bool level = !slack || grown->size() <= *slack;
    gap.trend = level ? Gap::Trend::level : grown->sign() < 0 ? Gap::Trend::narrowing : Gap::Trend::widening;
  }
}

// The two at one time: the gap between them, and what it means.
void set_gap(const Comparing& of, AreaId area, const Theirs& theirs, const Seen& ours, const Seen& their, Gap& gap) {
  if (ours.figure->qualifier != Qualifier::none || their.figure->qualifier != Qualifier::none) {
    gap.cannot = Cannot::qualified;
    return;
  }
  const auto difference = subtract(ours.number.value, their.number.value);
  if (!difference) {
    gap.cannot = Cannot::value_unknown;
    return;
  }
  gap.period = ours.period;
  gap.difference = *difference;
  gap.way = way_of(*difference, ours.number.places, their.number.places);
  set_places(of.measure, *ours.figure, *their.figure, gap.places, gap.about);
  gap.cannot = cannot_of(of.measure, of.choice, *ours.figure);
  const bool small = gap.cannot == Cannot::few || gap.cannot == Cannot::size_unknown;
  gap.direction = small && gap.way != 0 ? Direction::cannot_say : direction_of(of.measure.better, gap.way);
  set_trend(of, area, theirs, ours, their, gap);
}

Gap gap_with(const Comparing& of, AreaId area, const Theirs& theirs, const Seen& now, const std::vector<Period>& periods) {
  Gap gap;
  gap.comparator = theirs.comparator;
  gap.said = theirs.said;
  Seen ours = now, their = see_same_time(of, theirs, now.period, periods);
  bool common = now.known() && their.known() && now.period.kind != PeriodKind::not_given;
  for (std::size_t p = periods.size(); p-- > 0 && !common;) {
    const Period period = periods[p];
    if (period.kind == PeriodKind::not_given || now.period.kind == PeriodKind::not_given || period.last() >= now.period.last()) continue;
    const Seen here = of.at(area, period), there = see_same_time(of, theirs, period, periods);
    if (!here.known() || !there.known()) continue;
    ours = here;
    their = there;
    common = true;
  }
  if (!common) {
    // Nothing to subtract: both are shown, each as late as it goes.
    const std::optional<Date> as_at = as_at_of(of.card);
    for (std::size_t p = periods.size(); p-- > 0 && !their.known();) {
      const Period period = periods[p];
      if (period.kind != PeriodKind::not_given && as_at && period.last() > *as_at) continue;
      their = see(of, theirs, period);
    }
    for (std::size_t p = periods.size(); p-- > 0 && !ours.known();) {
      const Period period = periods[p];
      if (period.kind != PeriodKind::not_given && (now.period.kind == PeriodKind::not_given || period.last() > now.period.last())) continue;
      ours = of.at(area, period);
    }
  }
  gap.ours = ours.figure;
  gap.theirs = their.figure;
  gap.ours_period = ours.period;
  gap.theirs_period = their.period;
  if (their.figure) gap.basis = their.figure->row == Figure::no_row ? Basis::computed : Basis::published;
  if (common) {
    set_gap(of, area, theirs, ours, their, gap);
    gap.current = gap.period && *gap.period == now.period;
  } else if (!their.known()) {
    gap.cannot = Cannot::rival_unknown;
  } else if (!ours.known()) {
    gap.cannot = Cannot::value_unknown;
  } else {
    const bool given = ours.period.kind != PeriodKind::not_given && their.period.kind != PeriodKind::not_given;
    gap.cannot = given ? Cannot::not_same_period : Cannot::period_not_given;
  }
  count_members(of, theirs, gap);
  return gap;
}

}  // namespace

std::vector<Gap> gaps_of(const Comparing& of, AreaId area, const Seen& now) {
  std::vector<Gap> gaps;
  const std::vector<Period> periods = of.periods();
  for (const std::string& comparator : of.card.against) {
    if (const std::optional<Theirs> theirs = theirs_of(of, area, comparator)) gaps.push_back(gap_with(of, area, *theirs, now, periods));
  }
  return gaps;
}

}  // namespace reportcard
