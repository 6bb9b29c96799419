// SPDX-License-Identifier: MIT
// Periods as sentences name them: "in 2011/12", "on 31 March 2012", "the year before".
#pragma once
#include <string>

#include "base/period.h"
#include "words/phrases.h"

namespace reportcard {

struct Card;

// "2011/12", "October 2012", "31 March 2012"; a month end is said as its month. "" where no period is given.
std::string bare_period(const Period& period);
// "in 2011/12", "from July to September 2012", "on 31 March 2012"; "in the school year 2011/12" where the card counts in
// years of another kind. "" where no period is given.
Sentence when(const Phrases& phrases, const Card& card, const Period& period);
// "the year before" for the year before `now`, else as `when`.
Sentence when_before(const Phrases& phrases, const Card& card, const Period& before, const Period& now);
bool is_year_before(const Period& before, const Period& now);   // of kinds that last a year, or the same month a year earlier
bool is_a_year(PeriodKind kind);
// "month", "quarter", "year", "day": what is not the same where a gap cannot be worked out.
std::string kind_of_day(const Phrases& phrases, const Period& a, const Period& b);

}  // namespace reportcard
