// SPDX-License-Identifier: MIT
// A day of the Gregorian calendar, as a count of days. No times, no zones.
#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportcard {

struct Date {
  std::int32_t days = 0;  // since 1970-01-01
  static std::optional<Date> parse(std::string_view iso);      // exactly YYYY-MM-DD, a day that exists, years 1800 to 2200
  static Date of(int year, unsigned month, unsigned day);       // the caller knows that it exists
  std::chrono::year_month_day ymd() const { return std::chrono::sys_days{std::chrono::days{days}}; }
  int year() const { return static_cast<int>(ymd().year()); }
  unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  unsigned day() const { return static_cast<unsigned>(ymd().day()); }
  std::string iso() const;   // 2012-10-31
  std::string said() const;  // 31 October 2012
  Date plus_days(std::int32_t n) const { return {days + n}; }
  // The corresponding day n months on, else the last of that month (Dodds v Walker [1981] 1 WLR 1027).
  Date plus_months(int n) const;
  friend auto operator<=>(const Date&, const Date&) = default;
};

std::string_view month_name(unsigned month);  // "October"

}  // namespace reportcard
