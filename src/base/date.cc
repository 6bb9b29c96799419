// SPDX-License-Identifier: MIT
// Days read and said. What does not exist (30 February) is not a date.
#include "base/date.h"

namespace reportcard {
namespace {

// The number of `count` digits, or -1. A CSV of a nation has millions of these: no library is called.
int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

void append_two(std::string& to, unsigned value) {
  to += static_cast<char>('0' + value / 10 % 10);
  to += static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Date> Date::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
  const int year = digits_at(iso, 0, 4), month = digits_at(iso, 5, 2), day = digits_at(iso, 8, 2);
  if (year < 1800 || year > 2200 || month < 0 || day < 0) return {};
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return {};
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

Date Date::of(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return {static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::string Date::iso() const {
  const auto date = ymd();
  const int year = static_cast<int>(date.year());
  std::string out = year < 0 ? "-" : "";
  const auto size = static_cast<unsigned>(year < 0 ? -year : year);
  append_two(out, size / 100);
  append_two(out, size % 100);
  out += '-';
  append_two(out, static_cast<unsigned>(date.month()));
  out += '-';
  append_two(out, static_cast<unsigned>(date.day()));
  return out;
}

std::string Date::said() const {
  const auto date = ymd();
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         std::string(month_name(static_cast<unsigned>(date.month()))) + " " +
         std::to_string(static_cast<int>(date.year()));
}

Date Date::plus_months(int n) const {
  const auto date = ymd();
  const auto month = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{n};
  const std::chrono::year_month_day_last last{month.year(), std::chrono::month_day_last{month.month()}};
  const auto day = date.day() < last.day() ? date.day() : last.day();
  return of(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), static_cast<unsigned>(day));
}

std::string_view month_name(unsigned month) {
  constexpr std::string_view names[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
  return month >= 1 && month <= 12 ? names[month - 1] : std::string_view{};
}

}  // namespace reportcard
