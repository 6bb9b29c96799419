// SPDX-License-Identifier: MIT
// The phrases of the grammar (library/words/en.toml) and how their slots are filled. A filled slot keeps the links of
// what stands in it, so that a number printed in a sentence still knows its figure.
#pragma once
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "words/sentence_text.h"

namespace reportcard {

class Phrases {
 public:
  // The built-in grammar, and any phrase that the card's own words/en.toml replaces. A replaced phrase may use the slots
  // of the one that it replaces and no others. Problems: key-unknown, key-type, phrase-slot.
  static Phrases load(std::string_view library, std::string_view own, Problems& problems);

  using Slots = std::initializer_list<std::pair<std::string_view, Sentence>>;
  bool has(std::string_view key) const;
  const std::string& text(std::string_view key) const;      // as written; "" where there is no such phrase
  // "{value} of {people} {did} {when}". A blank before an empty slot goes with it.
  Sentence say(std::string_view key, Slots slots = {}) const;
  std::vector<std::string> keys() const;

 private:
  std::map<std::string, std::string, std::less<>> phrases_;
};

// The slots of a phrase, in order.
std::vector<std::string> slots_of(std::string_view phrase);

}  // namespace reportcard
