// SPDX-License-Identifier: MIT
// A sentence walked from left to right. Each word that claims something must find what it belongs to: a number its value or
// change, a period its figure, a direction its rival, a comparator its relation. What finds nothing is refused.
#include "words/english.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/english_check.h"
#include "words/english_words.h"

namespace reportcard {
namespace {

using K = WordKind;
enum class Role : std::uint8_t { none, location, rival, from, to };

class Walk {
 public:
  Walk(const Card& card, const Figures& figures, const NamedFigure& about, std::string_view text)
      : card_(card), about_(about), check_(card, figures, about), words_(read_english(card, about, text)) {}

  SentenceVerdict run() {
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

 private:
  // ---- what stands where
  const EnglishWord& word(std::size_t at) const { return words_[at]; }
  bool is(std::size_t at, std::string_view text) const { return at < end_ && words_[at].is(text); }
  bool kind(std::size_t at, K what) const { return at < end_ && words_[at].kind == what; }
  bool taken(std::size_t at) const { return taken_[at]; }
  void take(std::size_t at) { taken_[at] = true; }

  void refuse(std::size_t from, std::size_t to, std::string reason, Verdict verdict = Verdict::fails) {
    if (verdict_) return;
    verdict_ = verdict;
    reason_ = std::move(reason);
    from_ = words_[from].from;
    to_ = words_[std::min(to, words_.size() - 1)].to;
  }
  void settle(std::size_t from, std::size_t to, const Against& against) {
    ++asserted_;
    comparator_ = end_;   // something was said of whom the clause speaks
    if (against) refuse(from, to, *against);
  }

  // Skips words that claim nothing, at most `most`, not past a comma or bracket unless allowed.
  std::size_t over_plain(std::size_t at, std::size_t most, bool commas = false) const {
    for (std::size_t n = 0; n < most && at < end_ && words_[at].kind == K::plain; ++n, ++at) {
      if (!commas && (words_[at].text == "," || words_[at].text == "(" || words_[at].text == ")" || words_[at].text == ":")) break;
      if (words_[at].text == "than" || words_[at].text == "from" || words_[at].text == "since") break;
    }
    return at;
  }

  SaidNumber said(std::size_t at) const {
    SaidNumber number;
    number.number = words_[at].number;
    number.unit = words_[at].unit;
    number.fraction = words_[at].fraction;
    if (at > begin_ && words_[at - 1].kind == K::hedge) number.hedge = static_cast<HedgeWord>(words_[at - 1].value);
    // "more than 700", "over half", "below 10%"
    if (at > begin_ && words_[at - 1].kind == K::relation && words_[at - 1].value != 0 && !number.hedge && taken_[at - 1]) number.hedge = words_[at - 1].value > 0 ? HedgeWord::over : HedgeWord::under;
    if (!number.hedge && kind(at + 1, K::hedge) && (words_[at + 1].text.substr(0, 3) == "or ")) number.hedge = static_cast<HedgeWord>(words_[at + 1].value);
    return number;
  }

  // ---- periods: which are rivals, which say when
  void give_roles() {
    for (std::size_t i = begin_; i < end_; ++i) {
      if (words_[i].kind == K::bad_period) {
        refuse(i, i, fmt::format("this is no period of the figure: it has a {} for each value", kind_name(check_.measure().periods)));
        return;
      }
      if (words_[i].kind == K::ago) { roles_[i] = Role::rival; continue; }
      if (words_[i].kind != K::period) continue;
      // Back over "the", "in", "at the end of".
      std::size_t at = i;
      std::string_view before;
      for (int n = 0; n < 6 && at > begin_; ++n) {
        const EnglishWord& one = words_[--at];
        if (one.kind != K::plain) break;
        if (one.text == "since" || one.text == "from" || one.text == "than" || one.text == "on" || one.text == "with" || one.text == "against" || one.text == "between" || one.text == "before") { before = one.text; break; }
        if (one.text != "the" && one.text != "in" && one.text != "at" && one.text != "end" && one.text != "of" && one.text != "year" && one.text != "to" && one.text != "that" && one.text != "for" && one.text != "as") break;
      }
      roles_[i] = before.empty() ? Role::location : Role::rival;
      if (before == "from" || before == "between") {
        const std::size_t joint = i + 1;
        std::size_t second = joint + 1;
        while (second < end_ && (is(second, "the") || is(second, "year") || is(second, "end") || is(second, "of"))) ++second;
        if ((is(joint, before == "from" ? "to" : "and")) && kind(second, K::period)) {
          roles_[i] = Role::from;
          roles_[second] = Role::to;
          i = second;
        }
      }
    }
  }

  // The period that says when, nearest to the word: after it, before it, anywhere in the sentence.
  std::optional<Period> location(std::size_t at, bool take_it = true) {
    const auto use = [&](std::size_t found) {
      if (take_it) take(found);
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
    for (std::size_t i = begin_; i < end_; ++i) {
      if (words_[i].kind == K::period && roles_[i] == Role::location) return use(i);
    }
    return about_.period;
  }
  bool follows_number(std::size_t at) const {
    while (at-- > begin_) {
      if (words_[at].kind == K::number) return true;
      if (words_[at].kind != K::plain || words_[at].text == ",") return false;
    }
    return false;
  }
  NamedFigure now(std::size_t at) { return check_.at(location(at), area_); }

  // What a change is counted from: "since 2010/11", "on the year before", "between ... and ..."; else the period before.
  std::optional<NamedFigure> rival(std::size_t at, const NamedFigure& now, std::size_t& upto) {
    std::size_t found = end_;
    for (std::size_t i = at + 1; i < end_ && found == end_; ++i) {
      if (words_[i].kind == K::but) break;
      if (!taken(i) && (roles_[i] == Role::rival || roles_[i] == Role::from)) found = i;
    }
    for (std::size_t i = at; i-- > begin_ && found == end_;) {
      if (!taken(i) && (roles_[i] == Role::rival || roles_[i] == Role::from)) found = i;
    }
    // One rival may serve two words: "rose, and improved, since 2010/11".
    for (std::size_t i = begin_; i < end_ && found == end_; ++i) {
      if (roles_[i] == Role::rival || roles_[i] == Role::from) found = i;
    }
    std::string reason;
    AgoWord ago = AgoWord::previous;
    if (found != end_) {
      take(found);
      upto = std::max(upto, found);
      if (words_[found].kind == K::period) return at_period(now, words_[found].period);
      ago = static_cast<AgoWord>(words_[found].value);
    }
    auto before = check_.before(now, ago, reason);
    if (!before) refuse(at, at, reason);
    return before;
  }

  // ---- one sentence
  void sentence(std::size_t begin, std::size_t end) {
    begin_ = begin;
    end_ = end;
    roles_.assign(words_.size(), Role::none);
    taken_.assign(words_.size(), false);
    area_.reset();
    comparator_ = end_;
    steady_ = end_;
    give_roles();
    for (at_ = begin_; at_ < end_ && !verdict_;) {
      const std::size_t here = at_;
      step();
      if (at_ == here) ++at_;
    }
    if (verdict_) return;
    if (comparator_ != end_) refuse(comparator_, comparator_, "nothing that can be tested is said of it");
    if (steady_ != end_) refuse(steady_, steady_, "this is said of no direction");
    for (std::size_t i = begin_; i < end_; ++i) {
      if ((words_[i].kind == K::period || words_[i].kind == K::ago) && !taken(i) && words_[i].text != "before" && words_[i].text != "earlier") refuse(i, i, "this period belongs to no figure of the sentence");
    }
  }

  void step() {
    const std::size_t i = at_;
    const EnglishWord& one = word(i);
    switch (one.kind) {
      case K::number: return number(i);
      case K::direction: return direction(i);
      case K::relation: return relation(i);
      case K::comparator: return comparator(i);
      case K::superlative: return superlative(i);
      case K::us: area_.reset(); return leave_comparator(i);
      case K::but: area_.reset(); return leave_comparator(i);
      case K::most: return settle(i, i, check_.most(now(i), one.value));
      case K::gap: return gap(i);
      case K::times: return times(i);
      case K::steady: steady_ = i; return;
      case K::denial: return denial(i);
      case K::judgement: return refuse(i, i, fmt::format("\"{}\" cannot be tested: print the number, or leave the word out", one.text), Verdict::cannot_be_tested);
      case K::target: return target_alone(i);
      default: break;
    }
    if (one.is("from")) from_to(i);
  }

  void leave_comparator(std::size_t) {
    if (comparator_ != end_) refuse(comparator_, comparator_, "nothing that can be tested is said of it");
  }

  // "from 50.8% in 2010/11 to 56.7% in 2011/12"
  bool from_to(std::size_t i) {
    std::size_t first = i + 1;
    if (kind(first, K::hedge)) ++first;
    if (!kind(first, K::number)) return false;
    std::size_t joint = first + 1, first_period = end_;
    for (; joint < end_ && !is(joint, "to"); ++joint) {
      if (words_[joint].kind == K::period && first_period == end_) first_period = joint;
      else if (words_[joint].kind != K::plain) return false;
      if (words_[joint].text == ",") return false;
    }
    std::size_t second = joint + 1;
    if (kind(second, K::hedge)) ++second;
    if (!kind(second, K::number)) return false;
    std::optional<Period> then = location(second);
    const NamedFigure later = check_.at(then, area_);
    std::optional<NamedFigure> earlier;
    std::size_t upto = second;
    if (first_period != end_) {
      take(first_period);
      earlier = at_period(later, words_[first_period].period);
    } else {
      earlier = rival(second, later, upto);
    }
    if (!earlier) return true;
    settle(first, first, check_.value(*earlier, said(first)));
    settle(second, second, check_.value(later, said(second)));
    if (later.period == earlier->period) refuse(first, second, "a change is between two periods");
    at_ = second + 1;
    return true;
  }

  void direction(std::size_t i) {
    const int way = word(i).value;
    std::size_t j = i + 1;
    // "an increase of 86", "rose by", "fell to", "up from", "more complaints than"
    j = over_plain(j, 4);
    if (j > i + 1 && (is(j - 1, "to")) && (kind(j, K::number) || kind(j, K::hedge))) return direction_to(i, way, kind(j, K::hedge) ? j + 1 : j);
    if (is(j, "from")) return direction_from(i, way, j);
    if (is(j, "than")) {
      const std::size_t object = over_plain(j + 1, 3);
      if (kind(object, K::comparator)) { at_ = object; return beside(i, way, object, nullptr, i); }
    }
    std::size_t n = kind(j, K::hedge) ? j + 1 : j;
    const bool only_small_words = std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(i + 1), words_.begin() + static_cast<std::ptrdiff_t>(j), [](const EnglishWord& w) { return w.text == "by" || w.text == "of" || w.text == "a" || w.text == "an" || w.text == "the" || w.text == "was"; });
    // "rose by 5.9 points", "up 86"; not "up on the year before, 422 complaints".
    const SaidNumber size = kind(n, K::number) ? said(n) : SaidNumber{};
    const bool has_size = kind(n, K::number) && only_small_words && (size.unit == "points" || way_is_followed(i, n));
    std::size_t upto = has_size ? n : i;
    const NamedFigure later = now(has_size ? n : i);
    const auto earlier = rival(upto, later, upto);
    if (!earlier) return;
    if (has_size) noun(n);
    settle(i, has_size ? n : i, check_.change(later, *earlier, way, has_size ? &size : nullptr));
    steady_change(later, way);
    at_ = has_size ? n + 1 : i + 1;
  }
  // A number right behind the direction, or behind "by" and "of", is its size.
  bool way_is_followed(std::size_t i, std::size_t n) const { return n == i + 1 || word(n - 1).kind == K::hedge || word(n - 1).text == "by" || word(n - 1).text == "of"; }

  void steady_change(const NamedFigure& later, int way) {
    if (steady_ == end_) return;
    settle(steady_, steady_, check_.steady(later, way));
    steady_ = end_;
  }

  // "rose to 56.7%"
  void direction_to(std::size_t i, int way, std::size_t n) {
    const NamedFigure later = now(n);
    settle(n, n, check_.value(later, said(n)));
    std::size_t upto = n;
    // "rose to 56.7% from 50.8%"
    for (std::size_t k = n + 1; k < end_ && k < n + 6; ++k) {
      if (!is(k, "from")) continue;
      const std::size_t number_at = kind(k + 1, K::hedge) ? k + 2 : k + 1;
      if (!kind(number_at, K::number)) break;
      return with_start(i, way, number_at, later);
    }
    const auto earlier = rival(n, later, upto);
    if (!earlier) return;
    settle(i, n, check_.change(later, *earlier, way, nullptr));
    steady_change(later, way);
    at_ = n + 1;
  }
  // "up from 50.8% in 2010/11", "rose from 50.8% to 56.7%", "rose from 2010/11"
  void direction_from(std::size_t i, int way, std::size_t from) {
    const std::size_t n = kind(from + 1, K::hedge) ? from + 2 : from + 1;
    if (!kind(n, K::number)) {
      std::size_t upto = i;
      const NamedFigure later = now(i);
      const auto earlier = rival(i, later, upto);
      if (!earlier) return;
      settle(i, upto, check_.change(later, *earlier, way, nullptr));
      steady_change(later, way);
      at_ = from + 1;
      return;
    }
    for (std::size_t k = n + 1; k < end_ && word(k).text != ","; ++k) {
      if (!is(k, "to")) continue;
      const std::size_t second = kind(k + 1, K::hedge) ? k + 2 : k + 1;
      if (!kind(second, K::number)) continue;
      const std::size_t asserted = asserted_;
      const NamedFigure later = check_.at(location(second, false), area_);
      if (!from_to(from) || verdict_ || asserted_ == asserted) return;
      std::size_t upto = second;
      std::optional<NamedFigure> earlier;
      for (std::size_t p = n + 1; p < k; ++p) {
        if (word(p).kind == K::period) earlier = at_period(later, word(p).period);
      }
      if (!earlier) earlier = rival(second, later, upto);
      if (earlier) settle(i, second, check_.change(later, *earlier, way, nullptr));
      steady_change(later, way);
      return;
    }
    with_start(i, way, n, now(i));
  }
  void with_start(std::size_t i, int way, std::size_t n, NamedFigure later) {
    std::optional<NamedFigure> earlier;
    std::size_t upto = n;
    // The period of the start stands behind it.
    for (std::size_t k = n + 1; k < end_ && word(k).kind != K::number && word(k).text != ","; ++k) {
      if (word(k).kind == K::period) { take(k); earlier = at_period(later, word(k).period); upto = k; break; }
    }
    if (earlier && earlier->period == later.period) later = check_.at(about_.period, area_);
    if (!earlier) earlier = rival(n, later, upto);
    if (!earlier) return;
    settle(n, n, check_.value(*earlier, said(n)));
    settle(i, n, check_.change(later, *earlier, way, nullptr));
    steady_change(later, way);
    at_ = std::max(n + 1, upto + 1);
  }

  // "above England's 58.9%", "below the target of 65%", "higher than the year before", "more than half"
  void relation(std::size_t i) { relate(i, word(i).value, nullptr, i); }
  void relate(std::size_t i, int value, const SaidNumber* size, std::size_t blamed) {
    const std::size_t object = over_plain(i + 1, 5);
    if (kind(object, K::comparator)) return beside(i, value, object, size, blamed);
    if (kind(object, K::target)) return target(i, value, object, size, blamed);
    if (kind(object, K::us)) {
      const std::size_t next = over_plain(object + 1, 2);
      if (kind(next, K::target)) return target(i, value, next, size, blamed);
    }
    if (kind(object, K::period) || kind(object, K::ago)) {
      roles_[object] = Role::rival;
      std::size_t upto = i;
      const NamedFigure later = now(i);
      const auto earlier = rival(i, later, upto);
      if (!earlier) return;
      settle(blamed, object, check_.change(later, *earlier, value, size));
      at_ = object + 1;
      return;
    }
    if (kind(object, K::number) && !size) {
      if (value == 0) return refuse(i, object, "it cannot be told what this is equal to");
      // "reached 58%" and "met 65%" only give the value; "over 65%" bounds it.
      take(object - 1 == i ? i : i);
      if (object == i + 1 && (value == 1 || value == -1)) take(i);
      at_ = object;
      return number(object);
    }
    const std::string& text = word(i).text;
    if (!size && (text == "over" || text == "under" || text == "behind")) { at_ = i + 1; return; }
    refuse(i, std::min(object, end_ - 1), fmt::format("\"{}\" is beside nothing that is known here", text));
  }

  NamedFigure theirs_of(std::size_t comparator, const NamedFigure& ours) const {
    return word(comparator).areas.empty() ? in_area(ours, static_cast<AreaId>(card_.areas.all.size())) : in_area(ours, word(comparator).areas.front());
  }
  void beside(std::size_t i, int value, std::size_t object, const SaidNumber* size, std::size_t blamed) {
    if (word(object).areas.empty()) return refuse(object, object, fmt::format("there is no value of {} to compare with", word(object).text));
    const NamedFigure ours = now(i);
    const NamedFigure theirs = theirs_of(object, ours);
    // The rival's own value may follow: "England's 58.9%", "the national average of 44.1%", "England (58.9%)".
    std::size_t n = object + 1;
    while (n < end_ && n < object + 7 && word(n).kind == K::plain && word(n).text != "," && !is(n, "than")) ++n;
    if (is(object + 1, ",") ) n = end_;
    SaidNumber by;
    const bool is_difference = kind(n, K::number) && (word(n).unit == "points" || is(n - 1, "by"));
    if (is_difference && !size) { by = said(n); size = &by; }
    settle(blamed, object, check_.beside(ours, theirs, value, size));
    at_ = object + 1;
    if (is_difference) at_ = n + 1;
    else if (kind(n, K::number) && (word(n).unit == "%" || is(n - 1, "of") || is(n - 1, "(") || n == object + 1)) {
      settle(n, n, check_.value(theirs, said(n)));
      at_ = n + 1;
    }
  }
  void target(std::size_t i, int value, std::size_t object, const SaidNumber* size, std::size_t blamed) {
    std::size_t n = over_plain(object + 1, 2);
    if (is(object + 1, "(")) n = object + 2;
    std::optional<SaidNumber> aim;
    if (kind(n, K::number)) aim = said(n);
    settle(blamed, object, check_.target(now(i), value, size, aim ? &*aim : nullptr));
    at_ = aim ? n + 1 : object + 1;
  }
  // "the target of 65% was met"
  void target_alone(std::size_t i) {
    std::size_t n = over_plain(i + 1, 2);
    std::optional<SaidNumber> aim;
    if (kind(n, K::number)) { aim = said(n); ++n; }
    for (; n < end_ && n < i + 10 && word(n).kind != K::but; ++n) {
      if (word(n).kind == K::relation && (word(n).value == 2 || word(n).value == -2)) {
        settle(i, n, check_.target(now(i), word(n).value, nullptr, aim ? &*aim : nullptr));
        at_ = n + 1;
        return;
      }
      if (word(n).kind != K::plain) break;
    }
    refuse(i, i, "it is not said whether the target is met, or by how much it is missed");
  }

  // A number: a difference where a direction or relation follows, else a value.
  void number(std::size_t i) {
    const EnglishWord& one = word(i);
    // "11 of 12", "one home of five", "one in five"
    for (std::size_t k = i + 1; k < end_ && k <= i + 5 && one.unit.empty(); ++k) {
      const bool of = is(k, "of") || is(k, "in");
      if (of) {
        std::size_t n = k + 1;
        while (is(n, "the") || is(n, "all") || is(n, "every")) ++n;
        if (kind(n, K::number) && word(n).unit.empty()) {
          const bool in = is(k, "in");
          settle(i, n, in ? check_.one_in(now(i), said(i), said(n)) : check_.counts(now(i), said(i), said(n)));
          at_ = n + 1;
          return;
        }
        break;
      }
      if (word(k).kind != K::plain || word(k).text == ",") break;
    }
    const std::size_t next = over_plain(i + 1, 3);
    if (one.unit == "points" || (next == i + 1 && (kind(next, K::relation) || kind(next, K::direction)))) {
      // "5.9 points up on the year before", "2.2 points below England", "86 more complaints than the year before"
      const SaidNumber size = said(i);
      if (kind(next, K::relation)) { at_ = next; return relate(next, word(next).value, &size, i); }
      if (kind(next, K::direction)) {
        const std::size_t j = over_plain(next + 1, 4);
        if (is(j, "than")) {
          const std::size_t object = over_plain(j + 1, 3);
          if (kind(object, K::comparator)) return beside(next, word(next).value, object, &size, i);
        }
        std::size_t upto = next;
        const NamedFigure later = now(next);
        const auto earlier = rival(next, later, upto);
        if (!earlier) return;
        settle(i, next, check_.change(later, *earlier, word(next).value, &size));
        steady_change(later, word(next).value);
        at_ = next + 1;
        return;
      }
      return refuse(i, i, "it cannot be told what this is a difference of");
    }
    // Whose value: "58.9% in England", "England 58.9%", else ours.
    std::optional<AreaId> area = area_;
    std::size_t upto = i;
    for (std::size_t k = i + 1; k < end_ && k < i + 10 && (word(k).kind == K::plain || word(k).kind == K::comparator) && word(k).text != "," && word(k).text != "and"; ++k) {
      if (word(k).kind != K::comparator) continue;
      const bool inside = word(k).text != "england" || is(k - 1, "in") || is(k - 1, "for") || is(k - 1, "across") || k == i + 1;
      if (!inside || word(k).areas.empty()) break;
      area = word(k).areas.front();
      upto = k;
      break;
    }
    const NamedFigure figure = check_.at(location(i), area);
    if (!area || *area == about_.area) noun(i);
    settle(i, upto, check_.value(figure, said(i)));
    at_ = upto + 1;
  }

  // What a count counts: a noun of another measure ("people" for complaints) is another unit.
  void noun(std::size_t i) {
    const Measure& measure = check_.measure();
    if (!word(i).unit.empty()) return;
    static constexpr std::string_view nouns[] = {"people", "persons", "children", "complaints", "pupils", "homes", "schools", "providers", "families", "assessments", "inspections", "visits",
                                                 "reviews", "actions", "findings", "sessions", "grants", "places", "childminders", "nurseries", "carers", "cases", "settings", "young"};
    const std::string own = fold(measure.title + " " + measure.subject + " " + measure.population + " " + about_.choice);
    for (std::size_t k = i + 1; k < end_ && k <= i + 4 && word(k).kind == K::plain; ++k) {
      const std::string& text = word(k).text;
      if (text == "," || text == "of" || text == "in") break;
      if (std::find(std::begin(nouns), std::end(nouns), text) == std::end(nouns)) continue;
      if (own.find(text == "young" ? "young" : text) != own.npos) return;
      return refuse(i, k, fmt::format("this counts no {}", text));
    }
  }

  void comparator(std::size_t i) {
    leave_comparator(i);
    if (word(i).areas.empty()) return refuse(i, i, fmt::format("there is no value of {} here", word(i).text));
    area_ = word(i).areas.front();
    comparator_ = i;
  }

  void superlative(std::size_t i) {
    const NamedFigure figure = now(i);
    for (std::size_t k = i + 1; k < end_ && word(k).kind != K::but; ++k) {
      const EnglishWord& one = word(k);
      if (one.kind == K::period && roles_[k] == Role::rival) {
        take(k);
        settle(i, k, check_.highest_since(figure, word(i).value, one.period));
        at_ = k + 1;
        return;
      }
      if (one.kind == K::comparator || (one.kind == K::us && one.text == "region")) {
        settle(i, k, check_.highest_among(figure, word(i).value, one.text));
        at_ = k + 1;
        return;
      }
      static constexpr std::string_view in_time[] = {"year", "years", "month", "months", "quarter", "quarters", "ever", "series", "record", "time"};
      static constexpr std::string_view of_parts[] = {"types", "kinds", "parts", "groups", "stages", "lines", "ages", "part", "line", "share", "type", "kind", "group"};
      if (one.kind == K::plain && std::find(std::begin(in_time), std::end(in_time), one.text) != std::end(in_time)) {
        settle(i, k, check_.highest_since(figure, word(i).value, std::nullopt));
        at_ = k + 1;
        return;
      }
      if ((one.kind == K::plain || one.kind == K::number) && std::find(std::begin(of_parts), std::end(of_parts), one.text) != std::end(of_parts)) {
        settle(i, k, check_.highest_part(figure, word(i).value));
        at_ = k + 1;
        return;
      }
      if (one.kind == K::number && !one.spelt) break;
    }
    refuse(i, i, "it is not said among what: since a period, in an area, or of the parts");
  }

  void gap(std::size_t i) {
    std::string comparator;
    for (std::size_t k = begin_; k < end_; ++k) {
      if (word(k).kind != K::comparator) continue;
      comparator = word(k).text;
      if (k > i) { settle(i, k, check_.narrowing(now(i), comparator, word(i).value)); at_ = k + 1; return; }
    }
    if (comparator_ != end_) area_.reset();
    settle(i, i, check_.narrowing(now(i), comparator, word(i).value));
  }

  void times(std::size_t i) {
    std::size_t upto = i;
    std::optional<HedgeWord> hedge;
    if (i > begin_ && word(i - 1).kind == K::hedge) hedge = static_cast<HedgeWord>(word(i - 1).value);
    const NamedFigure later = now(i);
    const auto earlier = rival(i, later, upto);
    if (earlier) settle(i, upto, check_.multiple(later, *earlier, word(i).value, hedge));
  }

  // "no complaints" counts to nothing; any other denial is beyond what is understood.
  void denial(std::size_t i) {
    if (word(i).text == "no" && check_.measure().unit == Unit::count && kind(i + 1, K::plain)) {
      noun(i);
      return settle(i, i + 1, check_.value(now(i), SaidNumber{}));
    }
    refuse(i, i, fmt::format("\"{}\" cannot be tested: say what is, and not what is not", word(i).text), Verdict::cannot_be_tested);
  }

  const Card& card_;
  const NamedFigure& about_;
  EnglishCheck check_;
  std::vector<EnglishWord> words_;
  std::vector<Role> roles_;
  std::vector<bool> taken_;
  std::optional<AreaId> area_;         // of whom the clause speaks; none: ours
  std::size_t comparator_ = 0;         // named, and nothing said of it yet; end_: none
  std::size_t steady_ = 0;             // "again", before its direction
  std::size_t begin_ = 0, end_ = 0, at_ = 0, asserted_ = 0;
  std::optional<Verdict> verdict_;
  std::string reason_;
  std::size_t from_ = 0, to_ = 0;
};

}  // namespace

SentenceVerdict test_sentence(const Card& card, const Figures& figures, const NamedFigure& about, std::string_view text) {
  return Walk(card, figures, about, text).run();
}

}  // namespace reportcard
