// SPDX-License-Identifier: MIT
// What to tell somebody who wrote a word that is not one of those possible here.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

// "write one of: higher, lower or none (did you mean "higher"?)"; of a long list only what was meant.
std::string one_of(std::string_view written, const std::vector<std::string>& known);
// The same where the list is no help: "did you mean "gcse"? known are: ...".
std::string known_are(std::string_view written, const std::vector<std::string>& known, std::string_view none);
std::string in_quotes(std::string_view word);  // "word"

}  // namespace reportcard
