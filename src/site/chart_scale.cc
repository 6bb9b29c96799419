// SPDX-License-Identifier: MIT
// Scales with round ticks, in exact arithmetic.
#include <algorithm>

#include "engine/print.h"
#include "site/chart.h"

namespace reportcard {

namespace {

// Values as millionths, so that ticks of 0.5 or 0.02 are whole. Anything a card prints fits.
constexpr std::int64_t millionth = 1'000'000;
std::int64_t millionths(Ratio value) {
  const int128 scaled = int128{value.over} * millionth / value.under;
  constexpr int128 most = int128{1} << 61;
  return static_cast<std::int64_t>(std::clamp(scaled, -most, most));
}

std::int64_t floor_to(std::int64_t value, std::int64_t step) {
  const std::int64_t down = value / step * step;
  return down > value ? down - step : down;
}

}  // namespace

int along(Ratio value, Ratio from, Ratio to, int length) {
  const std::int64_t v = millionths(value), a = millionths(from), b = millionths(to);
  if (b <= a) return 0;
  const int128 at = (int128{v} - a) * length / (int128{b} - a);
  return static_cast<int>(std::clamp<int128>(at, 0, length));
}

Scale round_scale(std::vector<Ratio> values, bool from_zero) {
  if (values.empty()) return {Ratio::whole(0), Ratio::whole(1), {Ratio::whole(0), Ratio::whole(1)}};
  std::int64_t low = millionths(values[0]), high = low;
  for (const Ratio value : values) {
    low = std::min(low, millionths(value));
    high = std::max(high, millionths(value));
  }
  // Nothing near the bottom is worth cutting off: a scale starts above zero only where the values lie close together.
  if (from_zero || (low > 0 && (high - low) * 3 > low)) low = std::min<std::int64_t>(low, 0);
  if (low == high) {
    low = low > 0 ? low - std::max<std::int64_t>(low / 10, 1) : low;
    high = high + std::max<std::int64_t>(high / 10, millionth);
  }
  std::int64_t step = 1;
  for (bool grown = true; grown;) {  // 1, 2, 5, 10, 20, 50 ... until five steps reach from end to end
    grown = false;
    for (const std::int64_t factor : {1, 2, 5}) {
      const std::int64_t from = floor_to(low, step * factor), to = -floor_to(-high, step * factor);
      if ((to - from) / (step * factor) <= 5) {
        Scale scale{{from, millionth}, {to, millionth}, {}};
        for (std::int64_t at = from; at <= to; at += step * factor) scale.ticks.push_back({at, millionth});
        return scale;
      }
    }
    if (step < (std::int64_t{1} << 58)) {
      step *= 10;
      grown = true;
    }
  }
  return {{low, millionth}, {high, millionth}, {{low, millionth}, {high, millionth}}};
}

std::string tick_words(const Measure& measure, Ratio tick) {
  // As few places as the tick needs; "£" and "%" where the unit has them.
  int places = 0;
  while (places < 6) {
    const auto rounded = round_to(tick, places);
    if (rounded && Ratio::of(*rounded) == tick) break;
    ++places;
  }
  std::string words;
  if (measure.unit == Unit::gbp) {
    const std::int64_t size = tick.over / tick.under;
    if (size >= 1'000'000 && size % 100'000 == 0) {
      const auto millions = round_to(Ratio{tick.over, tick.under * 1'000'000}, size % 1'000'000 == 0 ? 0 : 1);
      return "£" + (millions ? millions->said() : std::string()) + " million";
    }
    words = "£";
  }
  const auto rounded = round_to(tick, places);
  words += rounded ? rounded->said() : std::string("?");
  if (measure.unit == Unit::percent) words += "%";
  return words;
}

}  // namespace reportcard
