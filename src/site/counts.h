// SPDX-License-Identifier: MIT
// How many, as people say it: rows of registers are counted on pages, never measures.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace reportcard {

// "no actions", "one action", "three actions", "12 actions".
std::string how_many(std::size_t count, std::string_view one, std::string_view many);
std::string number_word(std::size_t count);                // "no", "one" ... "nine", "10"

}  // namespace reportcard
