// SPDX-License-Identifier: MIT
// Numbers and days in cells. Nearly all are plain (58.9, 2012-10-31): these are read eight bytes at a time.
// All others (quotes, commas, a pound sign, blanks) go by way of the cell's text and Decimal::parse or Date::parse.
#pragma once
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string_view>

#include "base/decimal.h"

namespace reportcard {

constexpr std::size_t readable_after_cell = 8;  // bytes that must be readable from the start of a cell and from its ninth byte

// A number that is digits, or digits with a point inside, with or without '-' before. False: it is not of that form.
bool plain_number(const char* from, std::size_t size, std::int64_t& units, std::uint8_t& places);
// Exactly YYYY-MM-DD, a day that exists, as days since 1970-01-01. False: it is not of that form.
bool plain_date(const char* from, std::size_t size, std::int32_t& days);

enum class Sign : std::uint8_t { none, pound, percent };

// What a trimmed cell says. Thousands commas as Decimal::parse has them; a pound sign before, or a per cent sign behind.
std::optional<Decimal> number_said(std::string_view text, Sign& sign);

// --- the plain forms, in line ---

namespace cells {

constexpr std::uint64_t each_byte(std::uint64_t byte) { return byte * 0x0101010101010101u; }

inline bool eight_digits(std::uint64_t text) {
  return ((text & each_byte(0xF0)) | (((text + each_byte(0x06)) & each_byte(0xF0)) >> 4)) == each_byte(0x33);
}

// Pairs, then fours, then eight: three multiplications.
inline std::uint32_t value_of_eight_digits(std::uint64_t text) {
  text = (text & each_byte(0x0F)) * 2561 >> 8;
  text = (text & 0x00FF00FF00FF00FFu) * 6553601 >> 16;
  return static_cast<std::uint32_t>((text & 0x0000FFFF0000FFFFu) * 42949672960001u >> 32);
}

// Days before the first of each month, from January 1800 to January 2201.
constexpr int first_year = 1800, last_year = 2200;
constexpr auto month_starts = [] {
  std::array<std::int32_t, (last_year - first_year + 1) * 12 + 1> starts{};
  std::int32_t days = -62091;  // 1800-01-01
  std::size_t at = 0;
  for (int year = first_year; year <= last_year; ++year) {
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const std::int32_t lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (const std::int32_t length : lengths) {
      starts[at++] = days;
      days += length;
    }
  }
  starts[at] = days;
  return starts;
}();

bool long_number(const char* from, std::size_t size, std::int64_t& units, std::uint8_t& places);  // of 9 bytes and more

}  // namespace cells

inline bool plain_date(const char* from, std::size_t size, std::int32_t& days) {
  if (size != 10) return false;
  std::uint64_t text = 0;
  std::uint16_t day_text = 0;
  std::memcpy(&text, from, 8);          // YYYY-MM-
  std::memcpy(&day_text, from + 8, 2);  // DD
  constexpr std::uint64_t hyphens = (std::uint64_t{'-'} << 32) | (std::uint64_t{'-'} << 56);
  if ((text & 0xFF0000FF00000000u) != hyphens) return false;
  const std::uint64_t digits = (text & 0xFFFFFFFFu) | ((text >> 8) & 0x0000FFFF00000000u) | std::uint64_t{day_text} << 48;
  if (!cells::eight_digits(digits)) return false;
  const std::uint64_t pairs = (digits & cells::each_byte(0x0F)) * 2561 >> 8;  // century, year, month, day at bytes 0, 2, 4, 6
  const auto year = static_cast<std::uint32_t>((pairs & 0xFF) * 100 + (pairs >> 16 & 0xFF));
  const auto month = static_cast<std::uint32_t>(pairs >> 32 & 0xFF) - 1;
  const auto day = static_cast<std::int32_t>(pairs >> 48 & 0xFF);
  if (year - cells::first_year > cells::last_year - cells::first_year || month > 11) return false;
  const std::size_t at = (year - cells::first_year) * 12 + month;
  days = cells::month_starts[at] + day - 1;
  return day > 0 && days < cells::month_starts[at + 1];
}

inline bool plain_number(const char* from, std::size_t size, std::int64_t& units, std::uint8_t& places) {
  if (size == 0) return false;
  if (size > 8) return cells::long_number(from, size, units, places);
  std::uint64_t text = 0;
  std::memcpy(&text, from, 8);
  const unsigned negative = (text & 0xFF) == '-' ? 1 : 0;
  auto digits = static_cast<unsigned>(size) - negative;
  if (digits == 0) return false;
  text = text >> (8 * negative) << (64 - 8 * digits);  // the last character in the highest byte
  const std::uint64_t unlike_point = text ^ cells::each_byte('.');
  const std::uint64_t points = (unlike_point - cells::each_byte(1)) & ~unlike_point & cells::each_byte(0x80);
  places = 0;
  if (points != 0) {
    const auto point = static_cast<unsigned>(__builtin_ctzll(points)) / 8;
    places = static_cast<std::uint8_t>(7 - point);
    if (places == 0 || digits < places + 2u) return false;
    const std::uint64_t before = text & ((std::uint64_t{1} << (8 * point)) - 1);
    text = (text >> (8 * (point + 1)) << (8 * (point + 1))) | before << 8;
    --digits;
  }
  if (digits < 8) text |= cells::each_byte('0') >> (8 * digits);
  if (!cells::eight_digits(text)) return false;
  const auto value = static_cast<std::int64_t>(cells::value_of_eight_digits(text));
  units = (value ^ -static_cast<std::int64_t>(negative)) + negative;
  return true;
}

}  // namespace reportcard
