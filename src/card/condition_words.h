// SPDX-License-Identifier: MIT
// The text of a condition cut into its words, each with where it stands.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace reportcard {

struct ConditionWord {
  enum class What : unsigned char { name, text, number, sign, end } what = What::end;
  std::string text;             // as meant: without quotes, '' made one
  std::size_t from = 0, to = 0;  // bytes of the condition's text
};

// Always ends with `end`. Problems: condition-syntax.
std::vector<ConditionWord> condition_words(std::string_view text, const Place& place, Problems& problems);
// The part of the condition's text as a place in its file.
Place place_within(const Place& whole, std::string_view text, std::size_t from, std::size_t to);
bool is_keyword(const ConditionWord& word, std::string_view keyword);  // in any case: AND, and

}  // namespace reportcard
