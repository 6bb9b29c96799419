// SPDX-License-Identifier: MIT
// The words of a sentence about a figure: numbers with their units, periods, directions, comparators; all else is neutral.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words/claims.h"

namespace reportcard {

enum class WordKind : std::uint8_t {
  plain,          // no claim in it: "pupils", "in", "since"
  end,            // of a sentence
  number,         // "58.9%", "£3.7 million", "five"
  period,         // "2011/12", "October 2012"
  bad_period,     // a period of another kind than the measure's
  ago,            // "the year before": `value` is AgoWord
  direction,      // "rose", "down", "better": `value` is DirectionWord
  relation,       // "above", "lower than": `value` is -1, 0, 1; 2 better, -2 worse
  comparator,     // "England", "the region"
  us,             // the card's own area: "Rotherham", "our"
  target,
  superlative,    // "the highest": 1, "the lowest": -1, "the best": 2, "the worst": -2
  hedge,          // "about", "over", "nearly": `value` is HedgeWord
  most,           // more than half
  gap,            // "narrowing": -1, "widening": 1
  times,          // "doubled": 2, "halved": -2
  steady,         // "again", "every year": two changes the same way
  denial,         // "not"
  judgement,      // "significantly": no rule says how much that is
  part,           // the name of another part of the measure
  but             // "while", "but": another subject may follow
};
enum class AgoWord : int { previous, year_ago, baseline };
enum class DirectionWord : int { down = -1, level = 0, up = 1, better = 2, worse = -2 };
enum class HedgeWord : int { about, over, under, at_least, at_most, just_over, just_under };

struct EnglishWord {
  WordKind kind = WordKind::plain;
  int value = 0;
  std::string text;                 // small letters, without 's
  PrintedNumber number;
  bool spelt = false;               // "five", and not 5
  bool fraction = false;            // "a third": number holds hundredths of a hundred, in per cent
  std::string unit;                 // "%", "points", "£", "days", "working days", "weeks", "months", "years", or ""
  std::optional<Period> period;
  std::vector<AreaId> areas;        // comparator
  std::size_t from = 0, to = 0;     // bytes of the sentence
  bool is(std::string_view word) const { return kind == WordKind::plain && text == word; }
};

// Names of the measure, its choices and its definition ("key stage 2", "within 10 working days") hold no figures.
std::vector<EnglishWord> read_english(const Card& card, const NamedFigure& about, std::string_view text);

}  // namespace reportcard
