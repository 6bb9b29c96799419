// SPDX-License-Identifier: MIT
// The phrases that make a claim of a sentence. What is not here says nothing about a figure.
#pragma once
#include <string_view>
#include <vector>

#include "words/english_words.h"

namespace reportcard {

struct Phrase { std::string_view words; WordKind kind; int value; };
// By first word, the longest of several first.
const std::vector<Phrase>& phrases_from(std::string_view first_word);
// "five" -> 5; "no" is none of these.
int spelt_number(std::string_view word);   // -1: it is none
int month_number(std::string_view word);   // 0: it is none

}  // namespace reportcard
