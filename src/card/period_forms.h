// SPDX-License-Identifier: MIT
// Names of periods as people write them over columns, and days that a spreadsheet made of them. What has one reading for
// the measure's kind of period is taken; all else is said, never guessed.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/period.h"

namespace reportcard {

// A heading as a period of this kind: its name, or "October 2012", "Oct-2012", "Q3 2012", "2011/2012", a day that ends it.
std::optional<Period> heading_as_period(PeriodKind kind, std::string_view heading);
// Made of nothing but figures, months, Q and what stands between them: "2011-12", "Oct-12", "2010/12".
bool looks_like_period(std::string_view text);

// A cell that is a day where a period of this kind is meant.
struct DayAsPeriod {
  std::optional<Period> is;  // the only reading that there is; none: it may be read in two ways, or in none
  std::string typed;         // what was probably typed: "2011/12"; "" where that is not known
  bool exact = false;        // the day is the last of the period: nothing was damaged
};
DayAsPeriod day_as_period(PeriodKind kind, Date day);

// For a cell that is no period: "did you mean 2011/12?", what a spreadsheet made of what was typed, or an example.
std::string period_remedy(PeriodKind kind, std::string_view text);

}  // namespace reportcard
