// SPDX-License-Identifier: MIT
// Values as English says them, and what they are set beside: "58.9% in England", "11 of 12", "2.2 points below England",
// "missed the target of 70% by 2.1 points", "the highest since 2009/10".
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/english_walk.h"

namespace reportcard {

using K = WordKind;

void EnglishWalk::number(std::size_t i) {
  if (counts(i) || difference(i) || verdict_) return;
  // Whose value: "58.9% in England", "England 58.9%", else that of whom the clause speaks.
  std::optional<AreaId> area = area_;
  std::size_t upto = i;
  for (std::size_t k = i + 1; k < end_ && k < i + 10 && (word(k).kind == K::plain || word(k).kind == K::comparator); ++k) {
    if (word(k).text == "," || word(k).text == "and" || word(k).text == ")") break;
    if (word(k).kind != K::comparator) continue;
    const bool inside = k == i + 1 || is(k - 1, "in") || is(k - 1, "for") || is(k - 1, "across") || word(k).text == "nationally";
    if (!inside) break;
    if (word(k).areas.empty()) return refuse(k, k, fmt::format("there is no value of {} here", word(k).text));
    area = word(k).areas.front();
    upto = k;
    break;
  }
  const NamedFigure figure = check_.at(location(i), area);
  if (!area || *area == about_.area) {
    noun(i);
    spoken_of_ = figure.period;
  }
  settle(i, upto, check_.value(figure, said(i)));
  at_ = upto + 1;
}

bool EnglishWalk::counts(std::size_t i) {
  if (!word(i).unit.empty()) return false;
  for (std::size_t k = i + 1; k < end_ && k <= i + 5; ++k) {
    if (is(k, "of") || is(k, "in")) {
      std::size_t n = k + 1;
      while (is(n, "the") || is(n, "all") || is(n, "every") || (kind(n, K::us) && kind(n + 1, K::number))) ++n;
      if (!kind(n, K::number) || !word(n).unit.empty() || word(n).fraction) return false;
      settle(i, n, is(k, "in") ? check_.one_in(now(i), said(i), said(n)) : check_.counts(now(i), said(i), said(n)));
      noun(n);
      at_ = n + 1;
      return true;
    }
    if (word(k).kind != K::plain || word(k).text == ",") return false;
  }
  return false;
}

bool EnglishWalk::difference(std::size_t i) {
  const std::size_t next = over_plain(i + 1, 3);
  // "nearly 70% reached it": only what sets two things beside each other has a difference before it.
  static constexpr std::string_view verbs[] = {"met", "meets", "reached", "missed", "misses", "exceeds", "exceeded"};
  const bool verb = kind(next, K::relation) && std::find(std::begin(verbs), std::end(verbs), word(next).text) != std::end(verbs);
  const bool beside_it = next == i + 1 && ((kind(next, K::relation) && !verb) || kind(next, K::direction));
  if (word(i).unit != "points" && !beside_it) return false;
  const SaidNumber size = said(i);
  if (kind(next, K::relation)) {
    at_ = next;
    relate(next, word(next).value, &size, i);
    return true;
  }
  if (!kind(next, K::direction)) {
    refuse(i, i, "it cannot be told what this is a difference of");
    return true;
  }
  const int way = word(next).value;
  const std::size_t than = over_plain(next + 1, 4);
  if (is(than, "than")) {
    const std::size_t object = over_plain(than + 1, 3);
    if (kind(object, K::comparator)) {
      beside(next, way, object, &size, i);
      return true;
    }
  }
  std::size_t upto = next;
  const NamedFigure later = now(next);
  const auto earlier = rival(next, later, upto);
  if (!earlier) return true;
  if (word(i).unit.empty()) noun(next);
  settle(i, next, check_.change(later, *earlier, way, &size));
  went(later, way);
  at_ = next + 1;
  return true;
}

// A noun of another measure ("people" for complaints) is another unit.
void EnglishWalk::noun(std::size_t i) {
  const Measure& measure = check_.measure();
  if (kind(i, K::number) && !word(i).unit.empty()) return;
  static constexpr std::string_view nouns[] = {"people",  "persons",  "children", "complaints", "pupils",    "homes",       "schools", "providers", "families", "assessments", "inspections", "visits",  "reviews",
                                               "actions", "findings", "sessions", "grants",     "places",    "childminders", "nurseries", "carers",   "cases",    "settings",    "adults",      "parents", "complainants"};
  std::string own = measure.title + " " + measure.subject + " " + measure.population + " " + about_.choice;
  // Rows are what is counted, unless it is something that rows name: people of complaints.
  if (const Records* records = measure.of ? nullptr : card_.find_records(measure.from); records && records->of) own += " " + records->of->title + " " + records->of->what;
  own = fold(own);
  for (std::size_t k = i + 1; k < end_ && k <= i + 4 && word(k).kind == K::plain; ++k) {
    const std::string& text = word(k).text;
    if (text == "," || text == "of" || text == "in" || text == "than" || text == "who" || text == "that") break;
    if (std::find(std::begin(nouns), std::end(nouns), text) == std::end(nouns)) continue;
    if (own.find(text) != own.npos || own.find(text.substr(0, text.size() - 1)) != own.npos) return;
    return refuse(i, k, fmt::format("this counts no {}", text));
  }
}

void EnglishWalk::relate(std::size_t i, int value, const SaidNumber* size, std::size_t blamed) {
  const std::size_t object = over_plain(i + 1, 5);
  if (kind(object, K::comparator)) return beside(i, value, object, size, blamed);
  if (kind(object, K::target)) return target(i, value, object, size, blamed);
  if (kind(object, K::us)) {
    const std::size_t next = over_plain(object + 1, 2);
    if (kind(next, K::target)) return target(i, value, next, size, blamed);
  }
  // "missed in 2024/25" says when; only what sets two things beside each other has a period for its rival.
  static constexpr std::string_view verbs[] = {"met", "meets", "reached", "missed", "misses", "exceeds", "exceeded"};
  const bool verb = std::find(std::begin(verbs), std::end(verbs), word(i).text) != std::end(verbs);
  if (!verb && (kind(object, K::period) || kind(object, K::ago))) {
    roles_[object] = Role::rival;
    std::size_t upto = i;
    const NamedFigure later = now(i);
    const auto earlier = rival(i, later, upto);
    if (!earlier) return;
    settle(blamed, object, check_.change(later, *earlier, value, size));
    went(later, value);
    at_ = object + 1;
    return;
  }
  if (object == i + 1 && kind(object, K::number) && !size) {
    if (value == 0) return refuse(i, object, "it cannot be told what this is equal to");
    return number(object);   // "reached 58%" gives the value, "over 65%" bounds it (said)
  }
  if (!size && (verb || word(i).text == "over" || word(i).text == "under" || word(i).text == "behind")) {
    at_ = i + 1;
    return;
  }
  refuse(i, std::min(object, end_ - 1), fmt::format("\"{}\" is beside nothing that is known here", word(i).text));
}

void EnglishWalk::beside(std::size_t i, int value, std::size_t object, const SaidNumber* size, std::size_t blamed) {
  if (word(object).areas.empty()) return refuse(object, object, fmt::format("there is no value of {} to compare with", word(object).text));
  const NamedFigure ours = now(i);
  const NamedFigure theirs = in_area(ours, word(object).areas.front());
  // The rival's own value may follow: "England's 58.9%", "the national average of 44.1%", "England (58.9%)".
  std::size_t n = object + 1;
  if (is(n, "(")) ++n;
  else n = over_plain(n, 5);
  if (kind(n, K::hedge)) ++n;
  SaidNumber by;
  const bool is_difference = kind(n, K::number) && (word(n).unit == "points" || is(n - 1, "by"));
  if (is_difference && !size) {
    by = said(n);
    size = &by;
  }
  settle(blamed, object, check_.beside(ours, theirs, value, size));
  at_ = object + 1;
  if (!kind(n, K::number)) return;
  at_ = n + 1;
  if (!is_difference) settle(n, n, check_.value(theirs, said(n)));
}

void EnglishWalk::target(std::size_t i, int value, std::size_t object, const SaidNumber* size, std::size_t blamed) {
  std::size_t n = is(object + 1, "(") ? object + 2 : over_plain(object + 1, 2);
  std::optional<SaidNumber> aim, by;
  if (kind(n, K::number) && !is(n - 1, "by")) {
    aim = said(n);
    ++n;
    if (is(n, ")")) ++n;
  }
  const std::size_t far = kind(n + 1, K::hedge) ? n + 2 : n + 1;
  if (!size && is(n, "by") && kind(far, K::number)) by = said(far);
  else if (!size && is(n - 1, "by") && kind(n, K::number)) by = said(n);
  settle(blamed, object, check_.target(now(i), value, by ? &*by : size, aim ? &*aim : nullptr));
  at_ = by ? (is(n, "by") ? far + 1 : n + 1) : aim ? n : object + 1;
}

// "the target of 65% was met"
void EnglishWalk::target_alone(std::size_t i) {
  std::size_t n = over_plain(i + 1, 2);
  std::optional<SaidNumber> aim;
  if (kind(n, K::number)) {
    aim = said(n);
    ++n;
  }
  for (; n < end_ && n < i + 10; ++n) {
    if (word(n).kind == K::relation && (word(n).value == 2 || word(n).value == -2)) {
      std::optional<SaidNumber> by;
      const std::size_t far = kind(n + 2, K::hedge) ? n + 3 : n + 2;
      if (is(n + 1, "by") && kind(far, K::number)) by = said(far);
      settle(i, n, check_.target(now(i), word(n).value, by ? &*by : nullptr, aim ? &*aim : nullptr));
      at_ = by ? far + 1 : n + 1;
      return;
    }
    if (word(n).kind != K::plain && word(n).kind != K::period) break;
  }
  refuse(i, i, "it is not said whether the target is met, or by how much it is missed");
}

void EnglishWalk::comparator(std::size_t i) {
  leave_comparator();
  if (word(i).areas.empty()) return refuse(i, i, fmt::format("there is no value of {} here", word(i).text));
  area_ = word(i).areas.front();
  comparator_ = i;
}

void EnglishWalk::superlative(std::size_t i) {
  static constexpr std::string_view in_time[] = {"year", "years", "month", "months", "quarter", "quarters", "ever", "series", "time"};
  static constexpr std::string_view of_parts[] = {"types", "kinds", "parts", "groups", "stages", "lines", "ages", "part", "line", "share", "type", "kind", "group", "reasons", "placements"};
  const auto among = [](const std::string& text, const auto& list) { return std::find(std::begin(list), std::end(list), text) != std::end(list); };
  for (std::size_t k = i + 1; k < end_ && word(k).kind != K::but; ++k) {
    const EnglishWord& one = word(k);
    if (one.kind == K::period && roles_[k] == Role::rival) {
      take(k);
      settle(i, k, check_.highest_since(now(i), word(i).value, one.period));
      at_ = k + 1;
      return;
    }
    if (one.kind == K::comparator) {
      settle(i, k, check_.highest_among(now(i), word(i).value, one.text));
      at_ = k + 1;
      return;
    }
    if (one.kind == K::number && !one.spelt && one.unit != "years" && one.unit != "months") break;
    // "the highest for four years": "four years" is a number with its unit.
    const bool of_years = one.kind == K::number && (one.unit == "years" || one.unit == "months");
    if ((one.kind == K::plain && among(one.text, in_time)) || of_years) {
      if (of_years) return refuse(i, k, "say since which period");
      settle(i, k, check_.highest_since(now(i), word(i).value, std::nullopt));
      at_ = k + 1;
      return;
    }
    if (one.kind == K::plain && among(one.text, of_parts)) {
      settle(i, k, check_.highest_part(now(i), word(i).value));
      at_ = k + 1;
      return;
    }
  }
  refuse(i, i, "it is not said among what: since a period, in an area, or of the parts");
}

// "no complaints" counts to nothing; any other denial is beyond what is understood.
void EnglishWalk::denial(std::size_t i) {
  if (word(i).text == "no" && check_.measure().unit == Unit::count && kind(i + 1, K::plain)) {
    noun(i);
    return settle(i, i + 1, check_.value(now(i), SaidNumber{}));
  }
  refuse(i, i, fmt::format("\"{}\" cannot be tested: say what is, and not what is not", word(i).text), Verdict::cannot_be_tested);
}

}  // namespace reportcard
