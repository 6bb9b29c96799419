// SPDX-License-Identifier: MIT
// The clock of a limit: the last day that is in time for each day on which it may start, by one table, and days taken.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "base/working_days.h"
#include "card/measure.h"

namespace reportcard {

class Deadlines {
 public:
  static constexpr std::int32_t not_in_force = std::numeric_limits<std::int32_t>::min();      // the limit had no amount that day
  static constexpr std::int32_t not_covered = std::numeric_limits<std::int32_t>::min() + 1;   // before the calendar begins
  // After the calendar's last day, which is not announced: whatever ended by that day is in time.
  static constexpr std::int32_t not_announced = std::numeric_limits<std::int32_t>::max();

  // For starts from `first` to `last`. `calendar` may be null where no working days are counted.
  Deadlines(const Limit& limit, const WorkingDays* calendar, std::int32_t first, std::int32_t last);
  std::int32_t of(std::int32_t start) const { return deadline_[static_cast<std::size_t>(start - first_)]; }
  bool holds(std::int32_t start) const { return start >= first_ && static_cast<std::size_t>(start - first_) < deadline_.size(); }

 private:
  std::int32_t first_;
  std::vector<std::int32_t> deadline_;
};

// Days between, in a unit and by a rule of counting.
class Taken {
 public:
  static constexpr std::int32_t unknown = std::numeric_limits<std::int32_t>::min();
  Taken(Unit unit, Limit::Count rule, const WorkingDays* calendar);
  std::int32_t between(std::int32_t start, std::int32_t end) const;
  Unit unit() const { return unit_; }

 private:
  Unit unit_;
  Limit::Count rule_;
  std::int32_t first_ = 0;
  const std::int32_t* prefix_ = nullptr;
  std::int32_t size_ = 0;
};
Unit taken_unit(Limit::In unit);  // working days, else days

}  // namespace reportcard
