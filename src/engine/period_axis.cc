// SPDX-License-Identifier: MIT
// Which periods there are between the first row and the day of the card.
#include "engine/period_axis.h"

#include <algorithm>

namespace reportcard {
namespace {

constexpr std::int32_t most_periods = 1'200;  // a hundred years of months: more is a slip in a date

void keep(std::vector<Period>& periods, std::optional<Period> period, const Measure& measure) {
  if (period && period->kind == measure.periods) periods.push_back(*period);
}

// Of single days: those that somebody named.
std::vector<Period> days_named(const Card& card, const Measure& measure) {
  std::vector<Period> days;
  const auto on = [&](std::optional<Date> day) { if (day) days.push_back(Period{PeriodKind::day, day->days}); };
  const std::optional<Date> as_at = as_at_of(card);
  on(as_at);
  if (as_at) days.push_back(Period{PeriodKind::day, as_at->days}.year_before());
  if (card.period.kind != PeriodKind::not_given) on(card.period.last());
  keep(days, measure.baseline, measure);
  for (const Target& target : measure.targets) keep(days, target.period, measure);
  for (const Period& one : measure.breaks) keep(days, one, measure);
  return days;
}

}  // namespace

std::vector<Period> periods_between(const Card& card, const Measure& measure, DaySpan days) {
  std::vector<Period> periods;
  const std::optional<Date> as_at = as_at_of(card);
  const bool state = is_as_at(measure.periods);
  if (!measure.at.empty()) {
    periods = measure.at;
  } else if (measure.periods == PeriodKind::day) {
    periods = days_named(card, measure);
  } else if (days.any()) {
    Period last = Period::holding(measure.periods, Date{days.last});
    if (state && as_at) last = Period::holding(measure.periods, *as_at);  // what stands, stands until then
    if (as_at && Period::holding(measure.periods, *as_at) < last) last = Period::holding(measure.periods, *as_at);
    Period first = Period::holding(measure.periods, Date{days.first});
    first.index = std::max(first.index, last.index - most_periods + 1);
    // Twelve months that begin before the first row are not whole.
    if (measure.periods == PeriodKind::rolling_12_months) first = first.plus(11);
    for (; first <= last; first = first.plus(1)) periods.push_back(first);
  }
  if (state && as_at) {
    periods.erase(std::remove_if(periods.begin(), periods.end(), [&](const Period& one) { return one.last() > *as_at; }), periods.end());
  }
  std::sort(periods.begin(), periods.end());
  periods.erase(std::unique(periods.begin(), periods.end()), periods.end());
  return periods;
}

PeriodAxis::PeriodAxis(std::vector<Period> all, const Measure& measure, std::optional<Date> as_at) : periods(std::move(all)) {
  if (periods.empty()) return;
  for (const Period& period : periods) {
    first_day.push_back(period.first().days);
    last_day.push_back(period.last().days);
    const Date end = period.last();
    known_day.push_back(measure.known_by == KnownBy::period_end ? end.days
                        : measure.known_by == KnownBy::as_at    ? as_at.value_or(Date{std::numeric_limits<std::int32_t>::max()}).days
                                                                : end.plus_months(measure.known_by_months).days);
  }
  base_ = first_day.front();
  const std::int32_t end = last_day.back();
  std::uint16_t reach = 0, begun = 0;
  for (std::int32_t day = base_; day <= end; ++day) {
    while (reach < periods.size() && last_day[reach] < day) ++reach;
    while (begun < periods.size() && first_day[begun] <= day) ++begun;
    reach_.push_back(reach);
    begun_.push_back(begun);
  }
}

std::uint32_t PeriodAxis::known_from(std::int32_t day) const {
  return static_cast<std::uint32_t>(std::lower_bound(known_day.begin(), known_day.end(), day) - known_day.begin());
}

}  // namespace reportcard
