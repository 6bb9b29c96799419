// SPDX-License-Identifier: MIT
// The periods of a measure that counts rows, and into which of them a day falls: two tables by day, so that a row costs
// two look-ups whatever the kind of period.
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "card/card.h"
#include "engine/computing.h"

namespace reportcard {

struct PeriodAxis {
  std::vector<Period> periods;
  std::vector<std::int32_t> first_day, last_day;   // of each period; both ascend
  std::vector<std::int32_t> known_day;             // the last day on which an event must be known to count in it

  PeriodAxis() = default;
  PeriodAxis(std::vector<Period> periods, const Measure& measure, std::optional<Date> as_at);

  // First period that ends on the day or later; the number of periods where there is none.
  std::uint32_t reaching(std::int32_t day) const { return at(reach_, day); }
  // First period that begins after the day.
  std::uint32_t begun_after(std::int32_t day) const { return at(begun_, day); }
  // First period in which something known on the day counts.
  std::uint32_t known_from(std::int32_t day) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(periods.size()); }

 private:
  std::uint32_t at(const std::vector<std::uint16_t>& table, std::int32_t day) const {
    if (day < base_) return 0;
    const auto i = static_cast<std::size_t>(day) - static_cast<std::size_t>(base_);
    return i < table.size() ? table[i] : size();
  }
  std::int32_t base_ = 0;
  std::vector<std::uint16_t> reach_, begun_;
};

// The first and last of some days that are not blank.
struct DaySpan {
  std::int32_t first = std::numeric_limits<std::int32_t>::max(), last = std::numeric_limits<std::int32_t>::min();
  bool any() const { return first <= last; }
  void hold(std::int32_t day) {
    first = std::min(first, day);
    last = std::max(last, day);
  }
};

// Every period from the first day to the last, up to the one that holds as_at (of the state of things, that ends by it).
// `at` of the measure says which, where not every one is asked for; every single day is never meant.
std::vector<Period> periods_between(const Card& card, const Measure& measure, DaySpan days);

}  // namespace reportcard
