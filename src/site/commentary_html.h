// SPDX-License-Identifier: MIT
// The words of the office that answers for a figure, marked as its own and not as what the figures show.
#pragma once
#include <string_view>

#include "site/frame.h"

namespace reportcard {

// In a line where it is one paragraph, else as it was written; "not given" where there is none.
void office_prose(Page&, const Prose*, std::string_view none_said = "not given");
// "Performance Office, by 31 March 2013", with a triangle where the day went by.
void owner_and_day(Page&, const OfficeWords&);
// All that is said of one figure, as a note on its measure's page; nothing where nothing is said.
void office_words(Page&, const PublicMeasure&, std::string_view choice, int level);

}  // namespace reportcard
