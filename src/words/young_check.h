// SPDX-License-Identifier: MIT
// What a card writes for its page for young people, held to its readers: words of nine and ten, short sentences, no small
// number, no words of somebody in quotation marks that nobody printed. Fixed sentences of the page are held by its test.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "card/card.h"
#include "words/prose.h"

namespace reportcard {

// A paragraph, a cell, a key. `lead`: words that the page puts before its first sentence ("98 of every 100"): they make
// it longer and are not the card's own.
struct YoungText { std::string text; Place place; long long lead = 0; };
// All words that the card wrote for its page for young people, in the order of the files; nothing where it asks for none.
std::vector<YoungText> young_texts(const Card& card, const std::map<std::string, Prose>& prose);

// Problems, all warnings: hard-to-read (one, at the hardest sentence), sentence-long, young-number, quotation-unsourced,
// young-no-helpline.
void check_young_words(const Card& card, const std::map<std::string, Prose>& prose, Problems& problems);

}  // namespace reportcard
