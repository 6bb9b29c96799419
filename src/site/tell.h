// SPDX-License-Identifier: MIT
// The box of first things: what the card cannot tell, what was found later, whom to ring. On the plan and the sheet.
#pragma once
#include <string_view>

#include "site/components.h"

namespace reportcard {

// `title` and `words` replace the card's own first sentence on what it cannot tell.
void tell_box(Page&, std::string_view title = {}, std::string_view words = {});
// Measures with their figure in one line: "69.3% in 2010/11".
std::string figure_in_words(const View&, const PublicMeasure&);

}  // namespace reportcard
