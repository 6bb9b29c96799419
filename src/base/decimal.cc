// SPDX-License-Identifier: MIT
// Exact numbers: read, compared, computed and rounded without a double.
#include "base/decimal.h"

#include <limits>
#include <numeric>

namespace reportcard {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr int most_places = 18;

constexpr std::int64_t powers[most_places + 1] = {1,
                                                  10,
                                                  100,
                                                  1'000,
                                                  10'000,
                                                  100'000,
                                                  1'000'000,
                                                  10'000'000,
                                                  100'000'000,
                                                  1'000'000'000,
                                                  10'000'000'000,
                                                  100'000'000'000,
                                                  1'000'000'000'000,
                                                  10'000'000'000'000,
                                                  100'000'000'000'000,
                                                  1'000'000'000'000'000,
                                                  10'000'000'000'000'000,
                                                  100'000'000'000'000'000,
                                                  1'000'000'000'000'000'000};

std::uint64_t magnitude(std::int64_t value) {
  return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::optional<Ratio> fitted(int128 over, int128 under) {
  if (over > most || over < -most || under > most || under < 1) return {};
  if (over == 0) return Ratio{};
  return Ratio{static_cast<std::int64_t>(over), static_cast<std::int64_t>(under)};
}

// In lowest terms. The lowest int64 over 1 has no negative: it counts as what does not fit.
std::optional<Ratio> lowest(Ratio value) {
  if (value.under <= 0) return {};
  const auto common = static_cast<std::int64_t>(std::gcd(magnitude(value.over), magnitude(value.under)));
  return fitted(value.over / common, value.under / common);
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  } else if (text.substr(0, 3) == "\xE2\x88\x92") {
    negative = true;
    text.remove_prefix(3);
  }
  std::int64_t units = 0;
  std::size_t at = 0;
  const auto take_digits = [&]() -> std::optional<std::size_t> {  // nothing: does not fit
    const std::size_t start = at;
    for (; at < text.size() && is_digit(text[at]); ++at) {
      const int digit = text[at] - '0';
      if (units >= most / 10 && units > (most - digit) / 10) return {};
      units = units * 10 + digit;
    }
    return at - start;
  };
  const auto whole = take_digits();
  if (!whole) return {};
  if (at < text.size() && text[at] == ',') {
    if (*whole == 0 || *whole > 3 || text[0] == '0') return {};
    while (at < text.size() && text[at] == ',') {
      ++at;
      const auto group = take_digits();
      if (!group || *group != 3) return {};
    }
  }
  std::size_t places = 0;
  if (at < text.size() && text[at] == '.') {
    ++at;
    const auto after_point = take_digits();
    if (!after_point || *after_point == 0 || *after_point > most_places) return {};
    places = *after_point;
  } else if (*whole == 0) {
    return {};
  }
  if (at != text.size()) return {};
  return Decimal{negative ? -units : units, static_cast<std::uint8_t>(places)};
}

namespace {

std::string printed(Decimal decimal, std::string_view minus, std::string_view comma) {
  std::string digits = std::to_string(magnitude(decimal.units));
  if (digits.size() <= decimal.places) digits.insert(0, decimal.places + 1 - digits.size(), '0');
  const std::size_t whole = digits.size() - decimal.places;
  std::string out;
  if (decimal.units < 0) out += minus;
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % 3 == 0) out += comma;
    out += digits[i];
  }
  if (decimal.places > 0) {
    out += '.';
    out.append(digits, whole);
  }
  return out;
}

}  // namespace

std::string Decimal::plain() const { return printed(*this, "-", ""); }
std::string Decimal::said() const { return printed(*this, "\xE2\x88\x92", ","); }

Ratio Ratio::of(Decimal decimal) {
  if (decimal.units == 0) return {};
  return {decimal.units, powers[decimal.places > most_places ? most_places : decimal.places]};
}

std::optional<Ratio> add(Ratio a, Ratio b) {
  const auto left = lowest(a), right = lowest(b);
  if (!left || !right) return {};
  // Over the least common divisor, then only a divisor of `common` can be left to take out (Knuth, 4.5.1).
  const auto common = static_cast<std::int64_t>(std::gcd(left->under, right->under));
  const int128 over = int128{left->over} * (right->under / common) + int128{right->over} * (left->under / common);
  const auto rest = static_cast<std::int64_t>(over % common);
  const auto shared = static_cast<std::int64_t>(std::gcd(magnitude(rest), magnitude(common)));
  return fitted(over / shared, int128{left->under / common} * (right->under / shared));
}

std::optional<Ratio> subtract(Ratio a, Ratio b) {
  const auto right = lowest(b);
  if (!right) return {};
  return add(a, right->negated());
}

std::optional<Ratio> multiply(Ratio a, Ratio b) {
  const auto left = lowest(a), right = lowest(b);
  if (!left || !right) return {};
  const auto crossed = lowest({left->over, right->under}), other = lowest({right->over, left->under});
  if (!crossed || !other) return {};
  return fitted(int128{crossed->over} * other->over, int128{crossed->under} * other->under);
}

std::optional<Ratio> divide(Ratio a, Ratio b) {
  const auto divisor = lowest(b);
  if (!divisor || divisor->over == 0) return {};
  const std::int64_t sign = divisor->sign();
  return multiply(a, {divisor->under * sign, divisor->over * sign});
}

std::optional<Decimal> round_to(Ratio value, int places) {
  if (value.under <= 0 || places > most_places || places < -most_places) return {};
  const int128 over = places > 0 ? int128{value.over} * powers[places] : int128{value.over};
  const int128 under = places < 0 ? int128{value.under} * powers[-places] : int128{value.under};
  int128 units = over / under;
  const int128 rest = over % under;
  if (2 * (rest < 0 ? -rest : rest) >= under) units += over < 0 ? -1 : 1;
  if (units > most || units < -most) return {};
  if (places < 0) units *= powers[-places];
  if (units > most || units < -most) return {};
  return Decimal{static_cast<std::int64_t>(units), static_cast<std::uint8_t>(places < 0 ? 0 : places)};
}

Ratio half_unit(std::int8_t known_places) {
  if (known_places == Number::wholly) return {};
  const int places = known_places > most_places ? most_places : known_places < -most_places ? -most_places : known_places;
  return places >= 0 ? Ratio{1, 2 * powers[places]} : Ratio{5 * powers[-places - 1], 1};
}

}  // namespace reportcard
