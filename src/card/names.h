// SPDX-License-Identifier: MIT
// Names of figures, one grammar for prose, claims, trace and addresses: id[choice]@period.word.word
// Examples: gcse   complaints[stage-2]   gcse@2010/11.change   gcse.england.gap   gcse.sentence
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

struct FigureName {
  std::string measure;
  std::string choice;               // "" is the whole; "a/b" a part of a; "*" in claims: every choice
  std::string period;               // "" is the current one; parsed by the measure's kind
  std::string area;                 // "" is the card's: written id(area)... as gcse(england)@2010/11
  std::vector<std::string> words;   // change, year-ago, baseline, target, england, gap, sentence, count, n, late ...
  std::string text() const;         // canonical
};
std::optional<FigureName> parse_figure_name(std::string_view text);
// Part of an address: "good-providers--childrens-homes"; only a-z 0-9 and hyphens.
std::string address_of(const FigureName& name);

}  // namespace reportcard
