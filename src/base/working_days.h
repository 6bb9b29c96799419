// SPDX-License-Identifier: MIT
// Working days of England: Monday to Friday and no bank holiday (Banking and Financial Dealings Act 1971, with the
// one-off days as data). Beyond the last announced year nothing is guessed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"

namespace reportcard {

class WorkingDays {
 public:
  // `holidays` in any order; `first` and `last` are the days that the list covers, both included.
  WorkingDays(std::vector<Date> holidays, Date first, Date last);
  // "date,title" with a header; covers whole years from the first date's to the last date's.
  static std::optional<WorkingDays> read(const Source& csv, Problems& problems);
  Date first() const;
  Date last() const;
  bool covers(Date day) const;
  bool is_working(Date day) const;                                    // covered days only
  // Working days d with start < d <= end: same day 0. Nothing where either day is not covered or end < start.
  std::optional<std::int32_t> between(Date start, Date end) const;
  // The day that is n working days after start (day 0 whatever day it is). Nothing: "bank holidays not yet announced".
  std::optional<Date> after(Date start, std::int32_t n) const;
  // Working days from first() to the day, for inner loops: between = upto(end) - upto(start).
  const std::vector<std::int32_t>& prefix() const { return prefix_; }  // index: day - first()

 private:
  Date first_, last_;
  std::vector<std::int32_t> prefix_;
  std::vector<bool> working_;
};

}  // namespace reportcard
