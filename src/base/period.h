// SPDX-License-Identifier: MIT
// Periods of fact. A period knows its kind, its first and last day, its neighbours and its names.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace reportcard {

enum class PeriodKind : std::uint8_t {
  not_given,                                       // a value printed without any period: compared with nothing
  financial_year, academic_year, calendar_year,    // April to March; September to August; January to December
  quarter, month,                                  // of the calendar
  year_to_date, rolling_12_months,                 // named by their last month; year to date counts from April
  month_end, quarter_end, day,                     // the state of things on a last day
};

bool is_as_at(PeriodKind kind);                    // month_end, quarter_end, day
std::string_view kind_name(PeriodKind kind);       // "financial year", as definitions write it
std::optional<PeriodKind> parse_kind(std::string_view name);

struct Period {
  PeriodKind kind = PeriodKind::not_given;
  // Years: the year in which it starts. Quarters: year*4 + quarter-1. Months: year*12 + month-1. day: Date::days.
  std::int32_t index = 0;

  // "2011/12"; "2012" (calendar year); "2012-Q3"; "2012-10"; "2012-10-31". Nothing where it is not such a name.
  static std::optional<Period> parse(PeriodKind kind, std::string_view name);
  // The period of this kind that holds the day; of year to date and rolling 12 months the one that ends with its month;
  // of the as-at kinds the one whose month, quarter or day it is.
  static Period holding(PeriodKind kind, Date day);
  Date first() const;   // as at: the same day as last()
  Date last() const;
  Period plus(std::int32_t n) const { return {kind, index + n}; }
  Period year_before() const;          // same month, quarter, day or year, one year earlier
  std::string name() const;            // as parsed: for data
  std::string said() const;            // "2011/12", "July to September 2012", "October 2012", "31 December 2012"
  friend auto operator<=>(const Period&, const Period&) = default;
};

}  // namespace reportcard
