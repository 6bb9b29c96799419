// SPDX-License-Identifier: MIT
// Periods read, placed among days, and said.
#include "base/period.h"

namespace reportcard {
namespace {

constexpr std::string_view kind_names[] = {"not given", "financial year",    "academic year", "calendar year",
                                           "quarter",   "month",             "year to date",  "rolling 12 months",
                                           "month end", "quarter end",       "day"};
constexpr int first_year = 1800, last_year = 2200;

enum class Count { none, years, quarters, months, days };

Count counted_in(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::not_given: break;
    case PeriodKind::financial_year:
    case PeriodKind::academic_year:
    case PeriodKind::calendar_year: return Count::years;
    case PeriodKind::quarter:
    case PeriodKind::quarter_end: return Count::quarters;
    case PeriodKind::month:
    case PeriodKind::year_to_date:
    case PeriodKind::rolling_12_months:
    case PeriodKind::month_end: return Count::months;
    case PeriodKind::day: return Count::days;
  }
  return Count::none;
}

// The month, from 1, in which a year of this kind begins.
unsigned opening_month(PeriodKind kind) {
  return kind == PeriodKind::financial_year ? 4 : kind == PeriodKind::academic_year ? 9 : 1;
}

// Rounding down, so that the years before 0 do not run backwards.
std::int32_t floor_divided(std::int32_t value, std::int32_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

Date first_of_month(std::int32_t month_index) {
  const std::int32_t year = floor_divided(month_index, 12);
  return Date::of(year, static_cast<unsigned>(month_index - year * 12 + 1), 1);
}

// Of a period counted in months, the month index of its first and last month.
std::int32_t first_month(const Period& period) {
  switch (counted_in(period.kind)) {
    case Count::years: return period.index * 12 + static_cast<std::int32_t>(opening_month(period.kind)) - 1;
    case Count::quarters: return period.index * 3;
    default: break;
  }
  if (period.kind == PeriodKind::rolling_12_months) return period.index - 11;
  if (period.kind == PeriodKind::year_to_date) return floor_divided(period.index - 3, 12) * 12 + 3;
  return period.index;
}

std::int32_t last_month(const Period& period) {
  switch (counted_in(period.kind)) {
    case Count::years: return first_month(period) + 11;
    case Count::quarters: return period.index * 3 + 2;
    default: return period.index;
  }
}

std::optional<int> number_in(std::string_view digits) {
  int value = 0;
  for (const char letter : digits) {
    if (letter < '0' || letter > '9') return {};
    value = value * 10 + (letter - '0');
  }
  return value;
}

std::optional<int> year_in(std::string_view text) {
  if (text.size() != 4) return {};
  const auto year = number_in(text);
  if (!year || *year < first_year || *year > last_year) return {};
  return year;
}

std::string two(std::int32_t value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

std::string month_and_year(std::int32_t index) {
  const Date day = first_of_month(index);
  return std::string(month_name(day.month())) + " " + std::to_string(day.year());
}

// "July to September 2012", "April 2011 to January 2012", "April 2012".
std::string months_said(std::int32_t from, std::int32_t to) {
  if (from == to) return month_and_year(to);
  const Date first = first_of_month(from);
  const bool same_year = first.year() == first_of_month(to).year();
  return (same_year ? std::string(month_name(first.month())) : month_and_year(from)) + " to " + month_and_year(to);
}

}  // namespace

bool is_as_at(PeriodKind kind) {
  return kind == PeriodKind::month_end || kind == PeriodKind::quarter_end || kind == PeriodKind::day;
}

std::string_view kind_name(PeriodKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::optional<PeriodKind> parse_kind(std::string_view name) {
  for (std::size_t i = 1; i < std::size(kind_names); ++i) {  // "not given" is nothing that a definition may ask for
    if (name == kind_names[i]) return static_cast<PeriodKind>(i);
  }
  return {};
}

std::optional<Period> Period::parse(PeriodKind kind, std::string_view name) {
  if (kind == PeriodKind::day) {
    const auto day = Date::parse(name);
    return day ? std::optional(Period{kind, day->days}) : std::nullopt;
  }
  const auto year = year_in(name.substr(0, 4));
  if (!year) return {};
  const std::string_view rest = name.substr(4);
  switch (counted_in(kind)) {
    case Count::years: {
      if (kind == PeriodKind::calendar_year) return rest.empty() ? std::optional(Period{kind, *year}) : std::nullopt;
      if (rest.size() != 3 || rest[0] != '/') return {};
      if (number_in(rest.substr(1)) != (*year + 1) % 100) return {};
      return Period{kind, *year};
    }
    case Count::quarters:
      if (rest.size() != 3 || rest.substr(0, 2) != "-Q" || rest[2] < '1' || rest[2] > '4') return {};
      return Period{kind, *year * 4 + (rest[2] - '1')};
    case Count::months: {
      if (rest.size() != 3 || rest[0] != '-') return {};
      const auto month = number_in(rest.substr(1));
      if (!month || *month < 1 || *month > 12) return {};
      return Period{kind, *year * 12 + *month - 1};
    }
    default: return {};
  }
}

Period Period::holding(PeriodKind kind, Date day) {
  const auto date = day.ymd();
  const int year = static_cast<int>(date.year());
  const auto month = static_cast<int>(static_cast<unsigned>(date.month()));
  switch (counted_in(kind)) {
    case Count::years: return {kind, month < static_cast<int>(opening_month(kind)) ? year - 1 : year};
    case Count::quarters: return {kind, year * 4 + (month - 1) / 3};
    case Count::months: return {kind, year * 12 + month - 1};
    case Count::days: return {kind, day.days};
    case Count::none: break;
  }
  return {};
}

Date Period::first() const {
  if (is_as_at(kind)) return last();
  return kind == PeriodKind::not_given ? Date{} : first_of_month(first_month(*this));
}

Date Period::last() const {
  if (kind == PeriodKind::day) return {index};
  return kind == PeriodKind::not_given ? Date{} : first_of_month(last_month(*this) + 1).plus_days(-1);
}

Period Period::year_before() const {
  switch (counted_in(kind)) {
    case Count::years: return plus(-1);
    case Count::quarters: return plus(-4);
    case Count::months: return plus(-12);
    case Count::days: return {kind, Date{index}.plus_months(-12).days};
    case Count::none: break;
  }
  return *this;
}

std::string Period::name() const {
  switch (counted_in(kind)) {
    case Count::years:
      return kind == PeriodKind::calendar_year ? std::to_string(index)
                                               : std::to_string(index) + "/" + two((index + 1) % 100);
    case Count::quarters: {
      const std::int32_t year = floor_divided(index, 4);
      return std::to_string(year) + "-Q" + std::to_string(index - year * 4 + 1);
    }
    case Count::months: {
      const std::int32_t year = floor_divided(index, 12);
      return std::to_string(year) + "-" + two(index - year * 12 + 1);
    }
    case Count::days: return Date{index}.iso();
    case Count::none: break;
  }
  return {};
}

std::string Period::said() const {
  if (is_as_at(kind)) return last().said();
  switch (kind) {
    case PeriodKind::not_given: return "period not given";
    case PeriodKind::rolling_12_months: return "12 months to " + month_and_year(index);
    case PeriodKind::quarter:
    case PeriodKind::month:
    case PeriodKind::year_to_date: return months_said(first_month(*this), last_month(*this));
    default: return name();
  }
}

}  // namespace reportcard
