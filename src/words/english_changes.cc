// SPDX-License-Identifier: MIT
// Changes as English says them: "rose from 50.8% in 2010/11 to 56.7%", "up 5.9 points on the year before", "has improved
// every year", "the gap to England narrowed".
#include <algorithm>

#include "card/card.h"
#include "words/english_walk.h"

namespace reportcard {

using K = WordKind;

bool EnglishWalk::from_to(std::size_t i) {
  const std::size_t first = kind(i + 1, K::hedge) ? i + 2 : i + 1;
  if (!kind(first, K::number)) return false;
  std::size_t joint = first + 1, first_period = end_;
  for (; joint < end_ && !is(joint, "to"); ++joint) {
    if (word(joint).kind == K::period && first_period == end_) first_period = joint;
    else if (word(joint).kind != K::plain || word(joint).text == ",") return false;
  }
  const std::size_t second = kind(joint + 1, K::hedge) ? joint + 2 : joint + 1;
  if (!kind(second, K::number)) return false;
  const NamedFigure later = now(second);
  std::optional<NamedFigure> earlier;
  std::size_t upto = second;
  if (first_period != end_) {
    take(first_period);
    earlier = at_period(later, word(first_period).period);
  } else {
    earlier = rival(second, later, upto);
  }
  at_ = second + 1;
  if (!earlier) return true;
  settle(first, first, check_.value(*earlier, said(first)));
  settle(second, second, check_.value(later, said(second)));
  if (later.period == earlier->period) refuse(first, second, "a change is between two periods");
  spoken_of_ = later.period;
  return true;
}

// The start of a change that was said before.
void EnglishWalk::from_start(std::size_t i) {
  const std::size_t n = kind(i + 1, K::hedge) ? i + 2 : i + 1;
  if (!kind(n, K::number) || !went_) return;
  const int way = way_;
  with_start(i, way, n, *went_);
}

void EnglishWalk::direction(std::size_t i) {
  const int way = word(i).value;
  // "an increase of 86", "rose by", "fell to", "up from", "more complaints than"
  const std::size_t j = over_plain(i + 1, 4);
  const bool bounded = j > i + 1 && is(j - 1, "by") && kind(j, K::relation) && kind(j + 1, K::number);   // "by more than a quarter"
  const std::size_t n = kind(j, K::hedge) || bounded ? j + 1 : j;
  if (j > i + 1 && is(j - 1, "to") && kind(n, K::number)) return direction_to(i, way, n);
  if (is(j, "from")) return direction_from(i, way, j);
  if (is(j, "than")) {
    const std::size_t object = over_plain(j + 1, 3);
    if (kind(object, K::comparator)) {
      at_ = object;
      return beside(i, way, object, nullptr, i);
    }
  }
  // A number right behind the direction, or behind "by" and "of", is its size; "up on the year before, 422 complaints" has none.
  static constexpr std::string_view small[] = {"by", "of", "a", "an", "the", "was", "some"};
  bool has_size = kind(n, K::number);
  for (std::size_t k = i + 1; k < j; ++k) has_size = has_size && std::find(std::begin(small), std::end(small), word(k).text) != std::end(small);
  const SaidNumber size = has_size ? said(n) : SaidNumber{};
  std::size_t upto = has_size ? n : i;
  const NamedFigure later = check_.at(location(i), area_);
  const auto earlier = rival(upto, later, upto);
  if (!earlier) return;
  if (has_size) noun(n);
  settle(i, has_size ? n : i, check_.change(later, *earlier, way, has_size ? &size : nullptr));
  went(later, way);
  at_ = has_size ? n + 1 : i + 1;
}

void EnglishWalk::direction_to(std::size_t i, int way, std::size_t n) {
  const NamedFigure later = now(n);
  settle(n, n, check_.value(later, said(n)));
  spoken_of_ = later.period;
  // "rose to 56.7% from 50.8%"
  for (std::size_t k = n + 1; k < end_ && k < n + 6; ++k) {
    if (!is(k, "from")) continue;
    const std::size_t start = kind(k + 1, K::hedge) ? k + 2 : k + 1;
    if (kind(start, K::number)) return with_start(i, way, start, later);
    break;
  }
  std::size_t upto = n;
  const auto earlier = rival(n, later, upto);
  if (!earlier) return;
  settle(i, n, check_.change(later, *earlier, way, nullptr));
  went(later, way);
  at_ = n + 1;
}

void EnglishWalk::direction_from(std::size_t i, int way, std::size_t from) {
  const std::size_t n = kind(from + 1, K::hedge) ? from + 2 : from + 1;
  std::size_t upto = i;
  if (!kind(n, K::number)) {
    const NamedFigure later = now(i);
    const auto earlier = rival(i, later, upto);
    if (!earlier) return;
    // "rose from 2010/11 to 2011/12 by 5.9 points"
    std::size_t size_at = end_;
    for (std::size_t k = from + 1; k < end_ && word(k).text != ","; ++k) {
      if (kind(k, K::number) && (is(k - 1, "by") || word(k - 1).kind == K::hedge)) { size_at = k; break; }
    }
    const SaidNumber size = size_at != end_ ? said(size_at) : SaidNumber{};
    settle(i, upto, check_.change(later, *earlier, way, size_at != end_ ? &size : nullptr));
    went(later, way);
    at_ = size_at != end_ ? size_at + 1 : from + 1;
    return;
  }
  for (std::size_t k = n + 1; k < end_ && word(k).text != ","; ++k) {
    const std::size_t second = kind(k + 1, K::hedge) ? k + 2 : k + 1;
    if (!is(k, "to") || !kind(second, K::number)) continue;
    if (!from_to(from) || verdict_) return;
    const NamedFigure later = check_.at(spoken_of_, area_);
    std::optional<NamedFigure> earlier;
    for (std::size_t p = n + 1; p < k; ++p) {
      if (word(p).kind == K::period) earlier = at_period(later, word(p).period);
    }
    if (!earlier) earlier = rival(second, later, upto);
    if (!earlier) return;
    settle(i, second, check_.change(later, *earlier, way, nullptr));
    went(later, way);
    return;
  }
  with_start(i, way, n, check_.at(spoken_of_ ? spoken_of_ : about_.period, area_));
}

// "up from 50.8% in 2010/11": the period of the start stands behind it.
void EnglishWalk::with_start(std::size_t i, int way, std::size_t n, NamedFigure later) {
  std::optional<NamedFigure> earlier;
  std::size_t upto = n;
  for (std::size_t k = n + 1; k < end_ && word(k).kind != K::number && word(k).text != ","; ++k) {
    if (word(k).kind != K::period && word(k).kind != K::ago) continue;
    take(k);
    if (word(k).kind == K::period) {
      earlier = at_period(later, word(k).period);
    } else {
      std::string reason;
      earlier = check_.before(later, static_cast<AgoWord>(word(k).value), reason);
      if (!earlier) return refuse(k, k, reason);
    }
    upto = k;
    break;
  }
  if (!earlier) earlier = rival(n, later, upto);
  if (!earlier) return;
  settle(n, n, check_.value(*earlier, said(n)));
  settle(i, n, check_.change(later, *earlier, way, nullptr));
  went(later, way);
  at_ = std::max(n + 1, upto + 1);
}

void EnglishWalk::went(const NamedFigure& later, int way) {
  went_ = later;
  way_ = way;
  if (steady_ == end_) return;
  settle(steady_, steady_, check_.steady(later, way));
  steady_ = end_;
}

void EnglishWalk::steady(std::size_t i) {
  if (!went_) steady_ = i;
  else settle(i, i, check_.steady(*went_, way_));
}

void EnglishWalk::gap(std::size_t i) {
  std::string comparator;
  for (std::size_t k = begin_; k < end_; ++k) {
    if (word(k).kind == K::comparator && (comparator.empty() || k < i)) comparator = word(k).text;
  }
  if (comparator_ != end_) area_.reset();
  settle(i, i, check_.narrowing(now(i), comparator, word(i).value));
  // The comparator behind it is whom the gap is to, and nothing else is said of it.
  const std::size_t object = over_plain(i + 1, 5);
  if (kind(object, K::comparator)) at_ = object + 1;
}

void EnglishWalk::times(std::size_t i) {
  std::size_t upto = i;
  std::optional<HedgeWord> hedge;
  if (i > begin_ && word(i - 1).kind == K::hedge) hedge = static_cast<HedgeWord>(word(i - 1).value);
  if (i > begin_ && word(i - 1).kind == K::relation && word(i - 1).value != 0) hedge = word(i - 1).value > 0 ? HedgeWord::over : HedgeWord::under;
  const NamedFigure later = now(i);
  const auto earlier = rival(i, later, upto);
  if (earlier) settle(i, upto, check_.multiple(later, *earlier, word(i).value, hedge));
}

}  // namespace reportcard
