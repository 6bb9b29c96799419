// SPDX-License-Identifier: MIT
// Under which letters of an excerpt a problem lies: the same for a terminal and for a page.
#pragma once
#include <cstddef>
#include <string>

#include "base/problem.h"

namespace reportcard {

// Blanks up to the caret as wide as the text above them; a tab stays a tab. "" where the excerpt does not reach there.
std::string caret_line(const Place& place);
// The bytes of the excerpt that the caret underlines; begin == end where there are none.
struct ExcerptPart { std::size_t begin = 0, end = 0; };
ExcerptPart underlined(const Place& place);
// "14:33", "14", "Outcomes!D14"; empty for the whole file.
std::string spot_in_file(const Place& place);

}  // namespace reportcard
