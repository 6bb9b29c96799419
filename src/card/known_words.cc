// SPDX-License-Identifier: MIT
// What to tell somebody who wrote a word that is not one of those possible here.
#include "card/known_words.h"

#include <optional>

#include <fmt/format.h>

#include "base/text.h"

namespace reportcard {
namespace {

constexpr std::size_t most = 16;

std::string listed(const std::vector<std::string>& known, std::string_view last) {
  if (known.size() <= most) return list_of(known, last);
  std::vector<std::string> first(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(most));
  return fmt::format("{} and {} more", join(first, ", "), known.size() - most);
}

}  // namespace

std::string quoted(std::string_view word) { return fmt::format("\u201C{}\u201D", word); }

std::string one_of(std::string_view written, const std::vector<std::string>& known) {
  std::string remedy = fmt::format("write one of: {}", listed(known, "or"));
  if (std::optional<std::string> meant = did_you_mean(written, known)) remedy += fmt::format(" (did you mean {}?)", quoted(*meant));
  return remedy;
}

std::string known_are(std::string_view written, const std::vector<std::string>& known, std::string_view none) {
  if (known.empty()) return std::string(none);
  std::optional<std::string> meant = did_you_mean(written, known);
  std::string all = fmt::format("known are: {}", listed(known, "and"));
  return meant ? fmt::format("did you mean {}? {}", quoted(*meant), all) : all;
}

}  // namespace reportcard
