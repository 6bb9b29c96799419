// SPDX-License-Identifier: MIT
// What a sentence is about, handed from one part of the grammar to the next, and the parts themselves: value, change, gap,
// target, caveats. Each part is a file; each says nothing that its figures do not bear.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/compare.h"
#include "words/phrases.h"
#include "words/sentence.h"
#include "words/subject.h"

namespace reportcard {

struct Card;

struct Speech {
  const Phrases& phrases;
  const Card& card;
  const Figures& figures;
  const Comparison& about;
  const Measure& measure;
  Subject subject;

  Speech(const Phrases& phrases, const Card& card, const Figures& figures, const Comparison& about);
  Sentence say(std::string_view key, Phrases::Slots slots = {}) const { return phrases.say(key, slots); }
  // The name of this measure's figure at a period, with what follows: "gcse@2010/11.change".
  std::string name(const std::optional<Period>& period, std::string_view words = {}) const;
  // The name in another area: "gcse(England)@2010/11".
  std::string name_in(std::string_view area, const std::optional<Period>& period) const;
  Sentence value(const Figure* figure, const std::optional<Period>& period) const;  // linked
};

// value_words.cc
bool in_counts(const Measure& measure, const Figure& figure);      // few in the denominator: said as "three of five"
std::string counted(const Phrases& phrases, std::int64_t n);       // "three", "12", "1,920", "none"
std::string said_figure(const Phrases& phrases, const Figures& figures, const Measure& measure, const Figure* figure);
// The same, and where it is not known why: "cannot say: kept back by its publisher".
std::string why_unknown(const Phrases& phrases, const Figures& figures, const Measure& measure, const Figure* figure);
std::string said_or_why(const Phrases& phrases, const Figures& figures, const Measure& measure, const Figure* figure);
Sentence value_clause(const Speech& speech);                       // small first letter, no stop; with its period
Sentence value_in_words(const Speech& speech, const Figure* figure, const std::optional<Period>& period);

// amount_words.cc
// "5.9 points", "about 10 points", "less than 0.1 points".
Sentence amount_words(const Speech& speech, Ratio difference, int places, bool about);
int change_places(const Measure& measure, const Figure& now, const Figure& before, std::int8_t fewer);
// Whether somebody who subtracts the two figures as printed would get another difference than the one that is printed.
bool reads_unlike(const Measure& measure, const Figure& now, const Figure& before, Ratio difference, int places, bool about);

// change_words.cc
Sentence change_text(const Speech& speech, const Change& change);              // "up 5.9 points", "no change beyond rounding"
Sentence change_since(const Speech& speech, const Change& change);             // with its rival: "up 5.9 points since 2009/10"
Sentence change_clause(const Speech& speech, const Change& change);            // "that is up 5.9 points from 50.8% the year before"
bool change_reads_unlike(const Speech& speech, const Change& change);
std::string why_cannot(const Speech& speech, const Change& change);            // "cannot say if better: how many is not given", or ""
DirectionWords change_mark(const Speech& speech, const Change& change);

// gap_words.cc
bool gap_can_be_said(const Speech& speech, const Gap& gap);
bool gap_reads_unlike(const Speech& speech, const Gap& gap);
Sentence gap_text(const Speech& speech, const Gap& gap);                       // "about 9 points below England"
Sentence both_dated(const Speech& speech, const Gap& gap);                     // "England 65% in August 2012, here 90.9% in October 2012", or ""
std::vector<Sentence> gap_sentences(const Speech& speech, const Gap& gap);
Sentence trend_text(const Speech& speech, const Gap& gap);                     // "the gap is narrowing: it was 6.5 points in 2009/10"
DirectionWords gap_mark(const Speech& speech, const Gap& gap);

// target_words.cc
std::string said_target(const Figures& figures, const Measure& measure, Decimal target);   // "65%"
std::string whose_target(const Phrases& phrases, const Measure& measure);      // "our target", "the government’s target"
Sentence target_text(const Speech& speech, const Change& target);              // "below our target of 65%, for which no date is given"
Sentence target_sentence(const Speech& speech, const Change& target);          // "It is below our target of 65%, for which no date is given."
DirectionWords target_mark(const Speech& speech, const Change& target);

// finding.cc
Sentence finding_of(const Speech& speech);

// caveats.cc
std::vector<std::string> caveats_of(const Speech& speech, bool with_notes);

}  // namespace reportcard
