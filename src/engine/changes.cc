// SPDX-License-Identifier: MIT
// A figure against what it was: the last period with a value, a year ago, the baseline; and against what it was meant to be.
// A change keeps to one basis and to one series: across a break there is none.
#include <algorithm>

#include "engine/comparing.h"
#include "engine/computing.h"

namespace reportcard {
namespace {

Change unknown_change(Rival rival, Period from, const Seen& now, Cannot cannot) {
  Change change;
  change.rival = rival;
  change.from = from;
  change.to = now.period;
  change.now = now.figure;
  change.cannot = cannot;
  return change;
}

Cannot worse_of(Cannot a, Cannot b) { return a == Cannot::better_none || b == Cannot::no ? a : a == Cannot::no ? b : a == Cannot::few ? a : b; }

// Of a profile, a target for each month, those that bear on now: the last one due, and the next one to come.
std::vector<Target> targets_at(const Measure& measure, const Seen& now) {
  if (!now.figure || now.period.kind == PeriodKind::not_given) return measure.targets;
  const Target *due = nullptr, *next = nullptr;
  for (const Target& one : measure.targets) {
    if (!one.period) continue;
    const bool is_due = one.period->last() <= now.period.last();
    if (is_due && (!due || one.period->last() >= due->period->last())) due = &one;
    if (!is_due && (!next || one.period->last() < next->period->last())) next = &one;
  }
  std::vector<Target> kept;
  for (const Target& one : measure.targets) {
    if (!one.period || &one == due || &one == next) kept.push_back(one);
  }
  return kept;
}

bool within_a_year(PeriodKind kind) {
  return kind != PeriodKind::not_given && kind != PeriodKind::financial_year && kind != PeriodKind::academic_year && kind != PeriodKind::calendar_year;
}

}  // namespace

Change change_between(const Comparing& of, Rival rival, const Seen& before, const Seen& now) {
  Change change = unknown_change(rival, before.period, now, Cannot::no);
  change.before = before.figure;
  if (!now.known()) {
    change.cannot = Cannot::value_unknown;
  } else if (!before.known()) {
    change.cannot = Cannot::rival_unknown;
  } else if (of.break_between(before.period, now.period)) {
    change.cannot = Cannot::break_between;
  } else if (now.figure->qualifier != Qualifier::none || before.figure->qualifier != Qualifier::none) {
    change.cannot = Cannot::qualified;
  } else if (const auto difference = subtract(now.number.value, before.number.value)) {
    change.known = true;
    change.difference = *difference;
    change.way = way_of(*difference, now.number.places, before.number.places);
    set_places(of.measure, *now.figure, *before.figure, change.places, change.about);
    if ((of.measure.unit == Unit::count || of.measure.unit == Unit::gbp) && before.number.value.sign() > 0) {
      const auto part = divide(*difference, before.number.value);
      change.per_cent = part ? multiply(*part, Ratio::whole(100)) : std::nullopt;
    }
    change.cannot = worse_of(cannot_of(of.measure, of.choice, *now.figure), cannot_of(of.measure, of.choice, *before.figure));
    const bool small = change.cannot == Cannot::few || change.cannot == Cannot::size_unknown;
    change.direction = small && change.way != 0 ? Direction::cannot_say : direction_of(of.measure.better, change.way);
  } else {
    change.cannot = Cannot::value_unknown;  // too large to subtract
  }
  return change;
}

std::optional<Change> change_from_previous(const Comparing& of, AreaId area, const Seen& now) {
  if (!now.figure) return {};
  const Seen before = of.before(area, now.period, now.basis);
  if (!before.figure) return {};
  return change_between(of, Rival::previous, before, now);
}

std::optional<Change> change_from_year_ago(const Comparing& of, AreaId area, const Seen& now) {
  if (!now.figure || !within_a_year(now.period.kind)) return {};
  const Seen before = of.at(area, now.period.year_before(), now.basis);
  if (!before.known()) return {};
  return change_between(of, Rival::year_ago, before, now);
}

std::optional<Change> change_from_baseline(const Comparing& of, AreaId area, const Seen& now) {
  const std::optional<Period>& baseline = of.measure.baseline;
  if (!baseline || !now.figure || now.period == *baseline) return {};
  if (now.period.kind == PeriodKind::not_given) return unknown_change(Rival::baseline, *baseline, now, Cannot::period_not_given);
  if (now.period.last() <= baseline->last()) return {};
  Seen before = of.at(area, *baseline, now.basis);
  before.period = *baseline;
  return change_between(of, Rival::baseline, before, now);
}

std::vector<Change> changes_from_targets(const Comparing& of, AreaId area, const Seen& now) {
  std::vector<Change> all;
  const std::optional<Date> as_at = as_at_of(of.card);
  for (const Target& target : targets_at(of.measure, now)) {
    const Period due = target.period.value_or(Period{});
    // The result of its own period is what a target is held against; one still to come, against where things are now.
    Seen result = now;
    bool to_come = false;
    if (target.period && !same_time(*target.period, now.period)) {
      result = of.at(area, *target.period, now.figure ? std::optional(now.basis) : std::nullopt);
      result.period = *target.period;
      to_come = !result.known() && as_at && target.period->last() > *as_at;
      if (to_come) result = now;
    }
    Change change = unknown_change(Rival::target, due, result, Cannot::no);
    change.target = target.value;
    const auto aim = multiply(Ratio::of(target.value), Ratio::whole(of.measure.scale));
    const auto difference = aim && result.known() ? subtract(result.number.value, *aim) : std::nullopt;
    if (!difference) {
      change.cannot = result.known() ? Cannot::value_unknown : target.period && !to_come ? Cannot::no_result : Cannot::value_unknown;
    } else if (to_come && of.break_between(now.period, due)) {
      change.cannot = Cannot::break_between;
    } else if (result.figure->qualifier != Qualifier::none) {
      change.cannot = Cannot::qualified;
    } else {
      change.known = true;
      change.difference = *difference;
      change.way = way_of(*difference, result.number.places, Number::wholly);
      change.places = static_cast<std::int8_t>(std::min<int>(result.number.places, target.value.places - scale_places(of.measure)));
      change.about = result.number.places < target.value.places - scale_places(of.measure);
      const Ratio tolerance = multiply(Ratio::of(of.measure.target_tolerance), Ratio::whole(of.measure.scale)).value_or(Ratio{});
      if (of.measure.better == Better::none) {
        change.cannot = Cannot::better_none;
      } else if (to_come) {
        change.cannot = Cannot::not_same_period;
      } else {
        // At least, at most: to the full value, not to its rounding. What rounding may hide is neither met nor missed.
        const Ratio short_by = of.measure.better == Better::higher ? difference->negated() : *difference;
        const bool met = short_by <= tolerance;
        change.direction = met ? Direction::better : change.way == 0 ? Direction::no_change : Direction::worse;
        change.cannot = cannot_of(of.measure, of.choice, *result.figure);
      }
    }
    all.push_back(change);
  }
  return all;
}

}  // namespace reportcard
