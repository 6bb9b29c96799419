// SPDX-License-Identifier: MIT
// Measures of several kinds in one plain table: before, now, change. For pages where many small counts stand together.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "site/components.h"

namespace reportcard {

struct Line { const PublicMeasure* measure; const Comparison* comparison; std::string choice; };
// Whether there is a whole to speak of: parts that stand apart have a period, and no sum.
bool says_whole(const PublicMeasure&);
// The whole of each measure and its parts, as far as there is something to say.
std::vector<Line> lines_of(const std::vector<const PublicMeasure*>&);
std::string line_title(const Line&);
std::string said_period_of(const Comparison&);                 // "2011/12", "period not given", ""
// What it was before: the last earlier figure, else the year-ago one, else the baseline.
const Change* change_of(const Comparison&);
bool may_be_printed(const Figure*);
void before_and_now(Page&, std::string_view caption, const std::vector<Line>&);

}  // namespace reportcard
