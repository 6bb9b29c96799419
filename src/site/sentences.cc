// SPDX-License-Identifier: MIT
#include "site/sentences.h"

#include "words/period_words.h"

namespace reportcard {

std::pair<std::string_view, std::string_view> first_sentence(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if ((text[at] == '.' || text[at] == '?' || text[at] == '!') && text[at + 1] == ' ') {
      return {text.substr(0, at + 1), text.substr(at + 2)};
    }
  }
  return {text, {}};
}

Sentence first_sentences(const Sentence& said, int how_many) {
  std::string_view rest = said.text;
  std::size_t end = 0;
  for (int i = 0; i < how_many && !rest.empty(); ++i) {
    const auto [one, more] = first_sentence(rest);
    end = static_cast<std::size_t>(one.data() - said.text.data()) + one.size();
    rest = more;
  }
  Sentence first;
  first.text = said.text.substr(0, end);
  for (const Sentence::Link& link : said.links) {
    if (link.end <= end) first.links.push_back(link);
  }
  return first;
}

std::string without_full_stop(std::string_view sentence) {
  if (!sentence.empty() && sentence.back() == '.') sentence.remove_suffix(1);
  return std::string(sentence);
}

std::string period_words(const Period& period) {
  std::string said = bare_period(period);
  return said.empty() ? "period not given" : said;
}

std::string cannot_tell_title(std::string_view line) {
  std::string words = without_full_stop(line);
  for (const std::string_view begins : {"Whether ", "How ", "What ", "Why ", "Who ", "Which ", "If "}) {
    if (!line.starts_with(begins)) continue;
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
    return "This card cannot tell you " + words;
  }
  return words;
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

}  // namespace reportcard
