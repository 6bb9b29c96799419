// SPDX-License-Identifier: MIT
// Sentences taken apart for their place on a page. Nothing is worded here: that is the grammar's work.
#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "words/sentence.h"

namespace reportcard {

// The first sentence and what follows it. A point inside a number ends nothing.
std::pair<std::string_view, std::string_view> first_sentence(std::string_view text);
Sentence first_sentences(const Sentence& said, int how_many);
std::string without_full_stop(std::string_view sentence);
// "Whether children were safe." -> "This card cannot tell you whether children were safe"
std::string cannot_tell_title(std::string_view line);
std::string period_words(const Period& period);   // a month end by its month; "period not given"
std::string capital(std::string words);   // first letter large

}  // namespace reportcard
