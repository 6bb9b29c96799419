// SPDX-License-Identifier: MIT
// Text joined without losing the links in it.
#include "words/sentence_text.h"

#include <utility>

namespace reportcard {

Sentence Sentence::linked(std::string words, std::string figure) {
  Sentence sentence(std::move(words));
  if (!sentence.text.empty()) sentence.links.push_back({0, sentence.text.size(), std::move(figure)});
  return sentence;
}

Sentence& Sentence::append(const Sentence& more) {
  const std::size_t at = text.size();
  text += more.text;
  for (const Link& link : more.links) links.push_back({link.begin + at, link.end + at, link.figure});
  return *this;
}

Sentence capitalised(Sentence sentence) {
  if (!sentence.text.empty() && sentence.text[0] >= 'a' && sentence.text[0] <= 'z') {
    sentence.text[0] = static_cast<char>(sentence.text[0] - 'a' + 'A');
  }
  return sentence;
}

Sentence finished(Sentence sentence) {
  sentence = capitalised(std::move(sentence));
  const char last = sentence.text.empty() ? '.' : sentence.text.back();
  if (last != '.' && last != '!' && last != '?') sentence.text += '.';
  return sentence;
}

Sentence in_a_row(const std::vector<Sentence>& sentences) {
  Sentence all;
  for (const Sentence& one : sentences) {
    if (one.empty()) continue;
    if (!all.empty()) all.text += ' ';
    all.append(one);
  }
  return all;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank && !inside) ++words;
    inside = !blank;
  }
  return words;
}

}  // namespace reportcard
