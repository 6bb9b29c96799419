// SPDX-License-Identifier: MIT
// A figure and a difference as people and files read them. The only place where a number becomes text.
// Places are those of the unit itself: of pounds known to 10,000 they are -4, and "£30.47 million" is said.
#pragma once
#include <string>

#include "engine/compare.h"

namespace reportcard {

// Places to print: the measure's `decimals`; values as typed; shares 1 from 100 in the denominator, 0 under; never more than known.
int places_of(const Measure& measure, const Figure& figure, Side side = Side::main);
// "58.9%", "£3.7 million", "1,920", "at least 700"; "not printed", "not known" or "not shown" where there is none to say.
std::string said_value(const Measure& measure, const Figures& figures, const Figure& figure, Side side = Side::main);
std::string plain_value(const Measure& measure, const Figure& figure, Side side = Side::main);   // "58.9", "-2.4", "" where unknown or hidden
std::string said_difference(const Measure& measure, Ratio difference, int places);               // "5.9 points", "86", "£0.5 million": no sign
std::string signed_difference(const Measure& measure, Ratio difference, int places);             // "+5.9", "−2.4", "0.0", in the measure's scale
std::string plain_difference(const Measure& measure, Ratio difference, int places);              // "5.9", "-2.4", "0.0": for files, in the unit itself
std::string_view unit_name(Unit unit);                                                           // "percent"
std::string_view unit_symbol(Unit unit);                                                         // "%"

}  // namespace reportcard
