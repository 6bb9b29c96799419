// SPDX-License-Identifier: MIT
// Authorities in order: 1 is best, equals share the best place, quartiles of type 7 with a tie to the better.
#include <algorithm>

#include "engine/comparing.h"

namespace reportcard {
namespace {

// Whether value is at or above the cut (1 - rest) * low + rest * high, rest = part / 4; exactly where it fits.
bool at_least(Ratio value, Ratio low, Ratio high, std::int64_t part) {
  const auto weighted_low = multiply(low, Ratio::whole(4 - part)), weighted_high = multiply(high, Ratio::whole(part));
  const auto cut = weighted_low && weighted_high ? add(*weighted_low, *weighted_high) : std::nullopt;
  const auto four = multiply(value, Ratio::whole(4));
  if (cut && four) return *four >= *cut;
  const auto number = [](Ratio r) { return static_cast<long double>(r.over) / static_cast<long double>(r.under); };
  return 4 * number(value) >= number(low) * static_cast<long double>(4 - part) + number(high) * static_cast<long double>(part);
}

}  // namespace

Ranking::Ranking(const Comparing& of, Period period) : of_(of) {
  if (of.measure.better == Better::none) return;
  std::vector<AreaId> areas;
  for (const Cube* cube : {of.computed, of.published}) {
    if (cube) areas.insert(areas.end(), cube->areas.begin(), cube->areas.end());
  }
  std::sort(areas.begin(), areas.end());
  areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
  for (const AreaId area : areas) {
    if (of.card.areas.all[area].level != AreaLevel::authority) continue;
    const Seen seen = of.at(area, period);
    if (seen.known() && seen.figure->qualifier == Qualifier::none) sorted_.push_back(seen.number.value);
  }
  std::sort(sorted_.begin(), sorted_.end());
}

std::optional<Rank> Ranking::rank(const Seen& seen, AreaId area) const {
  const std::size_t n = sorted_.size();
  if (n < 2 || !seen.known() || seen.figure->qualifier != Qualifier::none) return {};
  if (of_.card.areas.all[area].level != AreaLevel::authority) return {};
  const bool high = of_.measure.better == Better::higher;
  const Ratio value = seen.number.value;
  const auto [from, to] = std::equal_range(sorted_.begin(), sorted_.end(), value);
  Rank rank;
  rank.of = static_cast<std::uint32_t>(n);
  rank.rank = static_cast<std::uint32_t>(1 + (high ? sorted_.end() - to : from - sorted_.begin()));
  rank.tied = to - from > 1;
  // Past how many of the three cuts the value lies, on its good side.
  rank.quartile = 4;
  for (std::size_t k = 1; k <= 3; ++k) {
    const std::size_t i = (n - 1) * k / 4;
    const auto part = static_cast<std::int64_t>((n - 1) * k % 4);
    const Ratio low = sorted_[i], next = sorted_[std::min(i + 1, n - 1)];
    const bool good = high ? at_least(value, low, next, part) : at_least(value.negated(), low.negated(), next.negated(), part);
    if (good) --rank.quartile;
  }
  return rank;
}

}  // namespace reportcard
