// SPDX-License-Identifier: MIT
// Which known word was meant: the nearest one by letters left out, put in, changed or turned round, if it is near
// enough to be a slip of the hand. Words are compared folded, so "good" for "Good" is no distance at all.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace reportcard {
namespace {

constexpr std::size_t longest_word = 80;  // of which a slip is sought; so that a stranger's file cannot cost time

std::u32string letters_of(std::string_view word) {
  std::u32string out;
  const std::string folded = fold(word);
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    out += point.value;
    at += point.bytes;
  }
  return out;
}

// How many slips are still a slip: none in "ab", one in "good", two in "grades", three in a long name.
std::size_t slips_allowed(std::size_t length) { return length < 3 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3; }

std::size_t slips_between(const std::u32string& a, const std::u32string& b) {
  using Row = std::array<std::size_t, longest_word + 1>;
  Row before{}, last{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string> did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > 4 * longest_word) return {};
  const std::u32string typed = letters_of(word);
  if (typed.empty() || typed.size() > longest_word) return {};
  const std::string* best = nullptr;
  std::size_t fewest = slips_allowed(typed.size()) + 1;
  for (const std::string& candidate : known) {
    if (candidate.size() > 4 * longest_word) continue;
    const std::u32string letters = letters_of(candidate);
    if (letters.empty() || letters.size() > longest_word) continue;
    const std::size_t apart = std::max(letters.size(), typed.size()) - std::min(letters.size(), typed.size());
    if (apart >= fewest) continue;
    const std::size_t slips = slips_between(typed, letters);
    // All letters changed is another word, however short both are.
    if (slips >= fewest || slips >= letters.size()) continue;
    fewest = slips;
    best = &candidate;
  }
  return best ? std::optional(*best) : std::nullopt;
}

}  // namespace reportcard
