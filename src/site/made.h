// SPDX-License-Identifier: MIT
// How a figure was made, step by step, on the page itself: promise one of the program.
#pragma once
#include "site/frame.h"

namespace reportcard {

void how_it_was_made(Page&, const PublicMeasure&);
std::string lower_words(std::string_view name);   // "provider.type" or "age_group" -> "age group"

std::string capital_words(std::string words);     // a phrase as a sentence

}  // namespace reportcard
