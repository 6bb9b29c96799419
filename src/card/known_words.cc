// SPDX-License-Identifier: MIT
// What to tell somebody who wrote a word that is not one of those possible here.
#include "card/known_words.h"

#include <optional>

#include <fmt/format.h>

#include "base/text.h"

namespace reportcard {
namespace {

// A list that is read. Of a longer one those are named that hold part of the word.
constexpr std::size_t short_list = 16;

std::string listed(std::string_view written, const std::vector<std::string>& known, std::string_view last) {
  if (known.size() <= short_list) return list_of(known, last);
  std::vector<std::string> first;
  for (const std::string& word : known) {
    if (first.size() < short_list && !written.empty() && word.find(fold(written)) != word.npos) first.push_back(word);
  }
  if (first.empty()) first.assign(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(short_list));
  return fmt::format("{} and {} more", join(first, ", "), known.size() - first.size());
}

}  // namespace

std::string in_quotes(std::string_view word) { return fmt::format("\"{}\"", word); }

std::string one_of(std::string_view written, const std::vector<std::string>& known) {
  std::optional<std::string> meant = did_you_mean(written, known);
  if (meant && known.size() > short_list) return fmt::format("did you mean {}?", in_quotes(*meant));
  std::string remedy = fmt::format("write one of: {}", listed(written, known, "or"));
  if (meant) remedy += fmt::format(" (did you mean {}?)", in_quotes(*meant));
  return remedy;
}

std::string known_are(std::string_view written, const std::vector<std::string>& known, std::string_view none) {
  if (known.empty()) return std::string(none);
  std::optional<std::string> meant = did_you_mean(written, known);
  if (meant && known.size() > short_list) return fmt::format("did you mean {}?", in_quotes(*meant));
  if (meant && known.size() == 1) return fmt::format("did you mean {}?", in_quotes(*meant));
  std::string all = fmt::format("known are: {}", listed(written, known, "and"));
  return meant ? fmt::format("did you mean {}? {}", in_quotes(*meant), all) : all;
}

}  // namespace reportcard
