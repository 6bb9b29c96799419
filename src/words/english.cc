// SPDX-License-Identifier: MIT
// The walk over a sentence: which word is whose turn, and which period says when.
#include "words/english.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/english_walk.h"

namespace reportcard {
namespace {

using K = WordKind;

template <std::size_t N> bool one_of_these(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

EnglishWalk::EnglishWalk(const Card& card, const Figures& figures, const NamedFigure& about, std::string_view text)
    : card_(card), about_(about), check_(card, figures, about), words_(read_english(card, about, text)) {}

SentenceVerdict EnglishWalk::run() {
  std::size_t begin = 0;
  while (begin < words_.size() && !verdict_) {
    std::size_t end = begin;
    while (end < words_.size() && words_[end].kind != K::end) ++end;
    sentence(begin, end);
    begin = end + 1;
  }
  SentenceVerdict all;
  all.sum = join(check_.sums(), "; ");
  if (verdict_) {
    all.verdict = *verdict_;
    all.reason = reason_;
    all.from = from_;
    all.to = to_;
  } else if (asserted_ == 0) {
    all.reason = "nothing in it can be tested";
    all.to = words_.empty() ? 0 : words_.back().to;
  } else {
    all.verdict = Verdict::holds;
  }
  return all;
}

std::size_t EnglishWalk::over_plain(std::size_t at, std::size_t most) const {
  static constexpr std::array<std::string_view, 7> stops = {",", "(", ")", ":", "than", "from", "since"};
  for (std::size_t n = 0; n < most && at < end_ && words_[at].kind == K::plain; ++n, ++at) {
    if (one_of_these(words_[at].text, stops)) break;
  }
  return at;
}

// With the word that bounds it: "about 60", "more than half", "700 or more".
SaidNumber EnglishWalk::said(std::size_t at) const {
  SaidNumber number;
  number.number = words_[at].number;
  number.unit = words_[at].unit;
  number.fraction = words_[at].fraction;
  if (at > begin_ && words_[at - 1].kind == K::hedge) number.hedge = static_cast<HedgeWord>(words_[at - 1].value);
  const bool bounded = at > begin_ && words_[at - 1].kind == K::relation && (words_[at - 1].value == 1 || words_[at - 1].value == -1);
  if (bounded && !number.hedge) number.hedge = words_[at - 1].value > 0 ? HedgeWord::over : HedgeWord::under;
  if (!number.hedge && kind(at + 1, K::hedge) && words_[at + 1].text.substr(0, 3) == "or ") number.hedge = static_cast<HedgeWord>(words_[at + 1].value);
  return number;
}

void EnglishWalk::refuse(std::size_t from, std::size_t to, std::string reason, Verdict verdict) {
  if (verdict_ || words_.empty()) return;
  verdict_ = verdict;
  reason_ = std::move(reason);
  from_ = words_[std::min(from, words_.size() - 1)].from;
  to_ = words_[std::min(to, words_.size() - 1)].to;
}

void EnglishWalk::settle(std::size_t from, std::size_t to, const Against& against) {
  ++asserted_;
  comparator_ = end_;   // something was said of whom the clause speaks
  if (against) refuse(from, to, *against);
}

void EnglishWalk::leave_comparator() {
  if (comparator_ != end_) refuse(comparator_, comparator_, "nothing that can be tested is said of it");
}

void EnglishWalk::sentence(std::size_t begin, std::size_t end) {
  begin_ = begin;
  end_ = end;
  roles_.assign(words_.size(), Role::none);
  taken_.assign(words_.size(), false);
  area_.reset();
  spoken_of_.reset();
  went_.reset();
  comparator_ = steady_ = end_;
  give_roles();
  for (at_ = begin_; at_ < end_ && !verdict_;) {
    const std::size_t here = at_;
    step();
    if (at_ == here) ++at_;
  }
  if (verdict_) return;
  leave_comparator();
  if (steady_ != end_) refuse(steady_, steady_, "this is said of no direction");
  for (std::size_t i = begin_; i < end_; ++i) {
    const bool vague = words_[i].text == "before" || words_[i].text == "earlier" || words_[i].text == "previously";
    if ((words_[i].kind == K::period || words_[i].kind == K::ago) && !taken_[i] && !vague) refuse(i, i, "this period belongs to no figure of the sentence");
  }
}

void EnglishWalk::step() {
  const std::size_t i = at_;
  const EnglishWord& one = word(i);
  switch (one.kind) {
    case K::number: return number(i);
    case K::direction: return direction(i);
    case K::relation: return relation(i);
    case K::comparator: return comparator(i);
    case K::superlative: return superlative(i);
    case K::us: case K::but: area_.reset(); return leave_comparator();
    case K::most: return settle(i, i, check_.most(now(i), one.value));
    case K::gap: return gap(i);
    case K::times: return times(i);
    case K::steady: return steady(i);
    case K::denial: return denial(i);
    case K::judgement: return refuse(i, i, fmt::format("\"{}\" cannot be tested: print the number, or leave the word out", one.text), Verdict::cannot_be_tested);
    case K::target: return target_alone(i);
    case K::part: return refuse(i, i, fmt::format("this names another part of the measure: \"{}\"", one.text));
    default: break;
  }
  if (one.is("from") && !from_to(i)) from_start(i);
}

// Which periods are rivals ("since 2010/11") and which say when ("in 2011/12").
void EnglishWalk::give_roles() {
  static constexpr std::array<std::string_view, 10> of_rivals = {"since", "from", "than", "on", "with", "against", "between", "before", "compared", "after"};
  static constexpr std::array<std::string_view, 11> passed = {"the", "in", "at", "end", "of", "year", "to", "that", "for", "as", "those"};
  for (std::size_t i = begin_; i < end_; ++i) {
    if (words_[i].kind == K::bad_period) return refuse(i, i, fmt::format("this is no period of the figure, which has a value for each {}", kind_name(check_.measure().periods)));
    if (words_[i].kind == K::ago) roles_[i] = Role::rival;
    if (words_[i].kind != K::period) continue;
    std::string_view before;
    for (std::size_t at = i, n = 0; n < 6 && at > begin_; ++n) {
      const EnglishWord& one = words_[--at];
      if (one.kind != K::plain) break;
      if (one_of_these(one.text, of_rivals)) { before = one.text; break; }
      if (!one_of_these(one.text, passed)) break;
    }
    // "on 31 March 2012" is a day on which something was so.
    if (before == "on" && words_[i].period && words_[i].period->kind == PeriodKind::day) before = {};
    roles_[i] = before.empty() ? Role::location : Role::rival;
    if (before != "from" && before != "between") continue;
    std::size_t second = i + 2;
    while (is(second, "the") || is(second, "year") || is(second, "end") || is(second, "of")) ++second;
    if (is(i + 1, before == "from" ? "to" : "and") && kind(second, K::period)) {
      roles_[i] = Role::from;
      roles_[second] = Role::to;
      i = second;
    }
  }
}

// "56.7% in 2010/11": that period is the number's own, and says nothing of the next number.
bool EnglishWalk::follows_number(std::size_t at) const {
  while (at-- > begin_) {
    if (words_[at].kind == K::number) return true;
    if (words_[at].kind != K::plain || words_[at].text == ",") return false;
  }
  return false;
}

// The period nearest to a word: behind it, before it, that of the change, that of the value last said.
std::optional<Period> EnglishWalk::location(std::size_t at) {
  const auto use = [this](std::size_t found) {
    take(found);
    return words_[found].period;
  };
  for (std::size_t i = at + 1; i < end_; ++i) {
    if (words_[i].kind == K::number || words_[i].kind == K::but) break;
    if (words_[i].kind == K::period && roles_[i] == Role::location) return use(i);
  }
  for (std::size_t i = at; i-- > begin_;) {
    if (words_[i].kind == K::period && roles_[i] == Role::location && !follows_number(i)) return use(i);
  }
  for (std::size_t i = begin_; i < end_; ++i) {
    if (words_[i].kind == K::period && roles_[i] == Role::to) return use(i);
  }
  if (words_[at].kind != K::number || words_[at].unit == "points") {
    if (spoken_of_) return spoken_of_;
  }
  for (std::size_t i = begin_; i < end_; ++i) {
    if (words_[i].kind == K::period && roles_[i] == Role::location && !follows_number(i)) return use(i);
  }
  return about_.period;
}

NamedFigure EnglishWalk::now(std::size_t at) { return check_.at(location(at), area_); }

std::optional<NamedFigure> EnglishWalk::rival(std::size_t at, const NamedFigure& now, std::size_t& upto) {
  const auto is_rival = [this](std::size_t i) { return roles_[i] == Role::rival || roles_[i] == Role::from; };
  std::size_t found = end_;
  for (std::size_t i = at + 1; i < end_ && found == end_ && words_[i].kind != K::but; ++i) {
    if (!taken_[i] && is_rival(i)) found = i;
  }
  for (std::size_t i = at; i-- > begin_ && found == end_;) {
    if (!taken_[i] && is_rival(i)) found = i;
  }
  // One rival may serve two words: "rose, and improved, since 2010/11".
  for (std::size_t i = begin_; i < end_ && found == end_; ++i) {
    if (is_rival(i)) found = i;
  }
  AgoWord ago = AgoWord::previous;
  if (found != end_) {
    take(found);
    upto = std::max(upto, found);
    if (words_[found].kind == K::period) return at_period(now, words_[found].period);
    ago = static_cast<AgoWord>(words_[found].value);
  }
  std::string reason;
  auto before = check_.before(now, ago, reason);
  if (!before) refuse(at, at, reason);
  return before;
}

SentenceVerdict test_sentence(const Card& card, const Figures& figures, const NamedFigure& about, std::string_view text) {
  return EnglishWalk(card, figures, about, text).run();
}

}  // namespace reportcard
