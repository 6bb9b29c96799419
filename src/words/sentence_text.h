// SPDX-License-Identifier: MIT
// A sentence while it is put together: text, and which bytes of it print which figure.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

struct Sentence {
  std::string text;                          // plain text, one or more sentences
  struct Link { std::size_t begin, end; std::string figure; };  // byte ranges that print a figure, and its name (card/names.h)
  std::vector<Link> links;

  Sentence() = default;
  Sentence(std::string words) : text(std::move(words)) {}
  Sentence(std::string_view words) : text(words) {}
  Sentence(const char* words) : text(words) {}
  static Sentence linked(std::string words, std::string figure);  // the whole text prints the figure
  bool empty() const { return text.empty(); }
  Sentence& append(const Sentence& more);
};

Sentence capitalised(Sentence sentence);      // the first letter made large, unless a sign or a digit stands first
Sentence finished(Sentence sentence);         // capitalised, with a full stop if it has no stop yet
// Sentences one after the other, with a blank between.
Sentence in_a_row(const std::vector<Sentence>& sentences);
std::size_t words_in(std::string_view text);

}  // namespace reportcard
