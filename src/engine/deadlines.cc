// SPDX-License-Identifier: MIT
// Limits counted: in working days by the calendar's running sum, in days, weeks and months by the almanac.
#include "engine/deadlines.h"

#include <algorithm>

namespace reportcard {
namespace {

// The amount in force on the day on which the clock starts.
std::optional<std::int32_t> amount_on(const Limit& limit, Date day) {
  for (const Limit::Dated& dated : limit.amounts) {
    if ((!dated.from || *dated.from <= day) && (!dated.to || day <= *dated.to)) return dated.amount;
  }
  return {};
}

// Day 0 is the start (after), or the day before it (with), or the end is not counted either (clear).
std::int32_t shift_of(Limit::Count rule) { return rule == Limit::Count::with ? -1 : rule == Limit::Count::clear ? 1 : 0; }

std::int32_t almanac_deadline(const Limit& limit, std::int32_t start, std::int32_t amount) {
  const std::int32_t shift = shift_of(limit.rule);
  switch (limit.unit) {
    case Limit::In::weeks: return start + 7 * amount + shift;
    case Limit::In::months: return Date{start}.plus_months(amount).days + shift;
    case Limit::In::hours: return start + (amount + 23) / 24 + shift;  // days have no hours: a day begun is a day
    default: return start + amount + shift;
  }
}

}  // namespace

Deadlines::Deadlines(const Limit& limit, const WorkingDays* calendar, std::int32_t first, std::int32_t last) : first_(first) {
  if (last < first) return;
  deadline_.resize(static_cast<std::size_t>(last - first) + 1, not_in_force);
  const bool working = limit.unit == Limit::In::working_days;
  // The last day with as many working days before it: starts ascend, so it only ever moves on.
  std::int32_t day = working && calendar ? calendar->first().days : 0;
  std::optional<std::int32_t> before;
  for (std::int32_t start = first; start <= last; ++start) {
    std::int32_t& deadline = deadline_[static_cast<std::size_t>(start - first)];
    const std::optional<std::int32_t> amount = amount_on(limit, Date{start});
    if (!amount) continue;
    if (!working) {
      deadline = almanac_deadline(limit, start, *amount);
      continue;
    }
    if (!calendar || !calendar->covers(Date{start})) {
      deadline = !calendar || start < calendar->first().days ? not_covered : not_announced;
      continue;
    }
    const std::vector<std::int32_t>& sum = calendar->prefix();
    const std::int32_t zero = calendar->first().days, end = calendar->last().days;
    const auto upto = [&](std::int32_t d) { return d < zero ? 0 : sum[static_cast<std::size_t>(d - zero)]; };
    const std::int32_t reached = upto(limit.rule == Limit::Count::with ? start - 1 : start) + *amount;
    if (!before || *before > reached) day = start - 1;
    before = reached;
    day = std::max(day, start - 1);
    while (day < end && upto(day + 1) <= reached) ++day;
    deadline = day >= end ? not_announced : day + (limit.rule == Limit::Count::clear ? 1 : 0);
  }
}

Taken::Taken(Unit unit, Limit::Count rule, const WorkingDays* calendar) : unit_(unit), rule_(rule) {
  if (!calendar) return;
  first_ = calendar->first().days;
  prefix_ = calendar->prefix().data();
  size_ = static_cast<std::int32_t>(calendar->prefix().size());
}

std::int32_t Taken::between(std::int32_t start, std::int32_t end) const {
  if (end < start) return unknown;
  if (unit_ == Unit::working_days) {
    const std::int32_t from = start - first_ - (rule_ == Limit::Count::with ? 1 : 0), to = end - first_ - (rule_ == Limit::Count::clear ? 1 : 0);
    if (!prefix_ || start < first_ || to >= size_) return unknown;
    return std::max(0, (to < 0 ? 0 : prefix_[to]) - (from < 0 ? 0 : prefix_[from]));
  }
  if (unit_ == Unit::months) {
    const Date from{start};
    const auto a = from.ymd(), b = Date{end}.ymd();
    int months = (static_cast<int>(b.year()) - static_cast<int>(a.year())) * 12 + static_cast<int>(static_cast<unsigned>(b.month())) -
                 static_cast<int>(static_cast<unsigned>(a.month()));
    if (from.plus_months(months).days > end) --months;  // whole months only
    return months;
  }
  return std::max(0, end - start - shift_of(rule_));
}

Unit taken_unit(Limit::In unit) { return unit == Limit::In::working_days ? Unit::working_days : Unit::days; }

}  // namespace reportcard
