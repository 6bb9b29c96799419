// SPDX-License-Identifier: MIT
// Sentences generated from figures by one grammar (library/words/en.toml): subject, value, period, change, comparison, caveat.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare.h"
#include "words/phrases.h"
#include "words/sentence_text.h"

namespace reportcard {

struct Card;
class NumberRules;

// A direction mark with its words: what the site prints beside a figure. A change joins `lead` and `rest` with ": ", a
// rival and a target with a blank; without `rest` the lead stands alone.
struct DirectionWords {
  Direction direction = Direction::cannot_say;
  int way = 0;                               // the arrow: -1, 0, 1
  bool arrow = false;                        // draw it (an arrow in a dotted mark where direction is cannot_say)
  std::string lead, rest;                    // "Better", "up 5.9 points since 2010/11"
};

// A claim of the card's own, by which numbers typed in its prose are tested.
struct TestedClaim {
  std::string file;              // "words/outcomes.md"
  std::uint32_t line = 0;        // 0: anywhere in the file
  std::string says;
};

class Grammar {
 public:
  // The built-in grammar, with any keys that the card's own words/en.toml replaces.
  static Grammar load(const Card& card, Problems& problems);
  Sentence whole(const Card&, const Figures&, const Comparison&) const;      // {gcse.sentence}
  Sentence value(const Card&, const Figures&, const Comparison&) const;      // its first sentence: value and period
  Sentence finding(const Card&, const Figures&, const Comparison&) const;    // a title: "A larger share of pupils ..., still below England's"
  Sentence change(const Card&, const Figures&, const Comparison&, const Change&) const;  // "up 5.9 points"
  Sentence gap(const Card&, const Figures&, const Comparison&, const Gap&) const;        // "2.2 points below England"
  DirectionWords direction(const Card&, const Figures&, const Comparison&, const Change&) const;
  DirectionWords rival(const Card&, const Figures&, const Comparison&, const Gap&) const;     // "Below England", "by 2.2 points"
  DirectionWords target(const Card&, const Figures&, const Comparison&, const Change&) const; // "Below our target", "of 65%, for which no date is given"
  std::vector<std::string> caveats(const Card&, const Figures&, const Comparison&) const;
  // The value as prose prints it: "58.9%", "three of five", "not printed", "cannot say: ...".
  std::string said(const Card&, const Figures&, const Measure&, const Figure*) const;
  std::string phrase(std::string_view key) const;  // fixed words of the site: "cannot-say", "no-measure" ...
  const Phrases& phrases() const { return phrases_; }
  const NumberRules& numbers() const { return *numbers_; }
  // The claim that tests this number of this line, or null.
  const TestedClaim* tested(std::string_view file, std::uint32_t line, std::string_view number) const;

 private:
  Phrases phrases_;
  std::vector<TestedClaim> tested_;
  std::shared_ptr<const NumberRules> numbers_;
};

}  // namespace reportcard
