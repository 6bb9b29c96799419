// SPDX-License-Identifier: MIT
// A sentence walked from left to right. Each word that claims something must find what it belongs to: a number its value or
// change, a period its figure, a direction its rival, a comparator its relation. What finds nothing is refused.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "words/english.h"
#include "words/english_check.h"

namespace reportcard {

class EnglishWalk {
 public:
  EnglishWalk(const Card& card, const Figures& figures, const NamedFigure& about, std::string_view text);
  SentenceVerdict run();

 private:
  enum class Role : std::uint8_t { none, location, rival, from, to };

  // ---- words (english.cc)
  const EnglishWord& word(std::size_t at) const { return words_[at]; }
  bool is(std::size_t at, std::string_view text) const { return at < end_ && words_[at].is(text); }
  bool kind(std::size_t at, WordKind what) const { return at < end_ && words_[at].kind == what; }
  void take(std::size_t at) { taken_[at] = true; }
  std::size_t over_plain(std::size_t at, std::size_t most) const;   // past words that claim nothing, not past a comma
  SaidNumber said(std::size_t number) const;
  void refuse(std::size_t from, std::size_t to, std::string reason, Verdict verdict = Verdict::fails);
  void settle(std::size_t from, std::size_t to, const Against& against);
  void sentence(std::size_t begin, std::size_t end);
  void step();
  void leave_comparator();

  // ---- when (english.cc)
  void give_roles();
  bool follows_number(std::size_t at) const;
  std::optional<Period> location(std::size_t at);
  NamedFigure now(std::size_t at);
  // What a change is counted from: "since 2010/11", "on the year before", "between ... and ..."; else the period before.
  std::optional<NamedFigure> rival(std::size_t at, const NamedFigure& now, std::size_t& upto);

  // ---- changes (english_changes.cc)
  bool from_to(std::size_t i);                     // "from 50.8% in 2010/11 to 56.7% in 2011/12"
  void from_start(std::size_t i);                  // "up 6.9 per cent from £13.43 million the year before"
  void direction(std::size_t i);
  void direction_to(std::size_t i, int way, std::size_t n);      // "rose to 56.7%"
  void direction_from(std::size_t i, int way, std::size_t from); // "up from 50.8% in 2010/11", "rose from 2010/11"
  void with_start(std::size_t i, int way, std::size_t n, NamedFigure later);
  void steady(std::size_t i);                      // "every year", after its direction; "again", before it
  void went(const NamedFigure& later, int way);    // a direction was said: what waited for one is tested
  void gap(std::size_t i);
  void times(std::size_t i);

  // ---- values and rivals (english_values.cc)
  void number(std::size_t i);                      // a difference where a direction or relation follows, else a value
  bool counts(std::size_t i);                      // "11 of 12", "one in five"
  bool difference(std::size_t i);                  // "5.9 points up", "86 more than"
  void noun(std::size_t i);                        // what a count counts
  void relation(std::size_t i) { relate(i, word(i).value, nullptr, i); }
  void relate(std::size_t i, int value, const SaidNumber* size, std::size_t blamed);
  void beside(std::size_t i, int value, std::size_t object, const SaidNumber* size, std::size_t blamed);
  void target(std::size_t i, int value, std::size_t object, const SaidNumber* size, std::size_t blamed);
  void target_alone(std::size_t i);
  void comparator(std::size_t i);
  void superlative(std::size_t i);
  void denial(std::size_t i);

  const Card& card_;
  const NamedFigure& about_;
  EnglishCheck check_;
  std::vector<EnglishWord> words_;
  std::vector<Role> roles_;
  std::vector<bool> taken_;            // periods that a figure has used
  std::optional<AreaId> area_;         // of whom the clause speaks; none: ours
  std::optional<Period> spoken_of_;    // the period of the value last said
  std::optional<NamedFigure> went_;    // the figure and direction last said
  int way_ = 0;
  std::size_t comparator_ = 0;         // named, and nothing said of it yet; end_: none
  std::size_t steady_ = 0;             // "again", before its direction; end_: none
  std::size_t begin_ = 0, end_ = 0, at_ = 0, asserted_ = 0;
  std::optional<Verdict> verdict_;
  std::string reason_;
  std::size_t from_ = 0, to_ = 0;
};

}  // namespace reportcard
