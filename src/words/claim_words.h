// SPDX-License-Identifier: MIT
// What a figure's name comes to with the words behind it: its change, its gap, its rival, its rank.
#pragma once
#include <optional>
#include <string>

#include "words/named_figure.h"

namespace reportcard {

// A number with how far it is known, and how it came about.
struct Amount {
  Ratio value;
  std::int8_t places = Number::wholly;  // known to
  Ratio slack;                          // the half units of all that went into it
  const Measure* measure = nullptr;     // whose unit and scale it has; null for a bare number
  bool typed = false;                   // a number of the claim itself
  std::string said;                     // "56.7", "30.47 + 9.257 = 39.727"
};

// Nothing where there is no such value, with the reason.
std::optional<Amount> amount_of(const Card& card, const Figures& figures, const NamedFigure& named, std::string& reason);
std::optional<Amount> amount_of_figure(const NamedFigure& named, std::string& reason);
std::optional<Amount> sum_of(const Card& card, const NamedFigure& every, std::string& reason);
std::optional<Amount> highest_of(const NamedFigure& every, bool lowest, std::string& reason);
std::optional<Amount> rank_of(const Card& card, const NamedFigure& named, std::string_view comparator, std::string& reason);

// The change or gap that words name: "change", "year-ago", "baseline", "target"; "gap", "england.gap".
std::optional<Change> change_of(const Comparison& comparison, std::string_view word);
std::optional<Gap> gap_of(const Comparison& comparison, std::string_view comparator);
bool is_change_word(std::string_view word);

}  // namespace reportcard
