// SPDX-License-Identifier: MIT
// Exact numbers. What is typed keeps the places it came with; a share stays a fraction until it is printed.
// Arithmetic is checked: what does not fit gives nothing, and the caller makes a problem of it. No doubles here.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportcard {

__extension__ using int128 = __int128;

// A number as typed: 58.9 is {589, 1}, 66.0 is {660, 1}, 62 is {62, 0}. Places are 0 to 18.
struct Decimal {
  std::int64_t units = 0;
  std::uint8_t places = 0;
  // Accepts a sign ('-', U+2212 or '+'), digits, thousands commas in threes, one point. No blanks, no exponent.
  // ".5" is half; "5." is no number, nor is "0,5". The lowest int64 is left out, so that every value has its negative.
  static std::optional<Decimal> parse(std::string_view text);
  std::string plain() const;  // "-2.4": for data files
  std::string said() const;   // "−2.4", "1,920": for people; U+2212, thousands commas
  friend bool operator==(const Decimal&, const Decimal&) = default;  // 66 and 66.0 differ here: use Ratio to compare values
};

// An exact fraction. `under` is above 0 always; lowest terms are not required; 0 is 0/1.
struct Ratio {
  std::int64_t over = 0;
  std::int64_t under = 1;
  static Ratio of(Decimal decimal);       // places up to 18
  static Ratio whole(std::int64_t value) { return {value, 1}; }
  friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
    if (a.under == b.under) return a.over <=> b.over;
    const int128 left = int128{a.over} * b.under, right = int128{b.over} * a.under;
    return left < right ? std::strong_ordering::less
                        : left > right ? std::strong_ordering::greater : std::strong_ordering::equal;
  }
  friend bool operator==(const Ratio& a, const Ratio& b) { return (a <=> b) == std::strong_ordering::equal; }
  int sign() const { return over > 0 ? 1 : over < 0 ? -1 : 0; }
  Ratio negated() const { return {-over, under}; }
  Ratio size() const { return {over < 0 ? -over : over, under}; }
};

// In lowest terms; nothing where the result does not fit 64 bits, or a divisor is 0.
std::optional<Ratio> add(Ratio a, Ratio b);
std::optional<Ratio> subtract(Ratio a, Ratio b);
std::optional<Ratio> multiply(Ratio a, Ratio b);
std::optional<Ratio> divide(Ratio a, Ratio b);
// Once, last, half away from zero. Nothing where it does not fit. Places may be negative: 30,471,000 to -4 is 30,470,000.
std::optional<Decimal> round_to(Ratio value, int places);

// An exact value and how far it is known. "62%" is known to the point (places 0), "66.0%" to a tenth (1);
// counts and shares of counts are known wholly.
struct Number {
  static constexpr std::int8_t wholly = 127;
  Ratio value;
  std::int8_t places = wholly;  // may be negative: 30.47 million is known to 10,000, places -4
};
// Half of the last unit known: 62 -> 1/2, 66.0 -> 1/20, known wholly -> 0.
Ratio half_unit(std::int8_t known_places);

}  // namespace reportcard
