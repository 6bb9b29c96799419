// SPDX-License-Identifier: MIT
#include "sources/published_cells.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"

namespace reportcard {

namespace {

constexpr std::string_view pound = "\xC2\xA3", minus_sign = "\xE2\x88\x92";

// A plain decimal moved by `exponent` places. What lies beyond 18 digits is rounded off, half away from zero: publishers'
// longest fractions come from doubles, which know no more than 17.
std::optional<Decimal> moved(std::string_view text, int exponent) {
  std::string digits;
  bool negative = false, point = false, any = false;
  int places = 0;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  } else if (text.substr(0, 3) == minus_sign) {
    negative = true;
    text.remove_prefix(3);
  }
  // Thousands commas are checked by the one parser of decimals; here they have gone or there were none.
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
    } else if (c >= '0' && c <= '9') {
      any = true;
      if (!(digits.empty() && c == '0')) digits += c;
      if (point) ++places;
    } else {
      return std::nullopt;
    }
  }
  if (!any || (point && text.back() == '.')) return std::nullopt;
  places -= exponent;
  while (places < 0 && digits.size() < 18) {
    if (!digits.empty()) digits += '0';
    ++places;
  }
  if (places < 0) return std::nullopt;
  bool up = false;
  while (places > 0 && (digits.size() > 18 || places > 18)) {
    up = !digits.empty() && digits.back() >= '5';
    if (!digits.empty()) digits.pop_back();
    --places;
  }
  if (digits.size() > 18 || places > 18) return std::nullopt;
  std::int64_t units = 0;
  for (const char c : digits) units = units * 10 + (c - '0');
  units += up;
  return Decimal{negative ? -units : units, static_cast<std::uint8_t>(places)};
}

std::optional<Decimal> with_exponent(std::string_view text, std::size_t e) {
  int exponent = 0;
  std::string_view written = text.substr(e + 1);
  if (!written.empty() && written.front() == '+') written.remove_prefix(1);
  const auto [end, fault] = std::from_chars(written.data(), written.data() + written.size(), exponent);
  if (fault != std::errc() || written.empty() || end != written.data() + written.size() || exponent < -40 || exponent > 40) return std::nullopt;
  return moved(text.substr(0, e), exponent);
}

struct Parts { int first = 0, second = 0, third = 0; std::size_t digits_third = 0; char sign = 0; };

std::optional<Parts> parts_of(std::string_view cell) {
  // A time behind the day is no part of it.
  if (const std::size_t blank = cell.find_first_of(" T"); blank != std::string_view::npos) cell = cell.substr(0, blank);
  Parts parts;
  int* const at[] = {&parts.first, &parts.second, &parts.third};
  std::size_t part = 0, digits = 0;
  for (const char c : cell) {
    if (c >= '0' && c <= '9') {
      if (++digits > 4) return std::nullopt;
      *at[part] = *at[part] * 10 + (c - '0');
    } else if ((c == '/' || c == '-' || c == '.') && digits > 0 && part < 2 && (parts.sign == 0 || parts.sign == c)) {
      parts.sign = c;
      ++part;
      digits = 0;
    } else {
      return std::nullopt;
    }
  }
  if (part != 2 || digits == 0) return std::nullopt;
  parts.digits_third = digits;
  return parts;
}

std::optional<Date> day_of(int year, int month, int day) {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
  return ymd.ok() ? std::optional(Date::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day))) : std::nullopt;
}

bool is_serial(std::string_view cell) {
  return cell.size() == 5 && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Decimal> published_number(std::string_view cell) {
  std::string_view text = trim(cell);
  if (!text.empty() && text.back() == '%') text = trim(text.substr(0, text.size() - 1));
  bool negative = false;
  if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    negative = true;
    text = trim(text.substr(1, text.size() - 2));
  }
  const bool signed_before_pound = !text.empty() && (text.front() == '-' || text.substr(0, 3) == minus_sign);
  std::string made;
  if (signed_before_pound) {
    const std::string_view rest = trim(text.substr(text.front() == '-' ? 1 : 3));
    if (rest.substr(0, 2) == pound) {
      made = "-" + std::string(trim(rest.substr(2)));
      text = made;
    }
  } else if (text.substr(0, 2) == pound) {
    text = trim(text.substr(2));
  }
  const std::size_t e = text.find_first_of("eE");
  std::optional<Decimal> number = e == std::string_view::npos ? Decimal::parse(text) : with_exponent(text, e);
  if (!number && e == std::string_view::npos && text.size() > 18) number = moved(text, 0);
  if (number && negative) number->units = -number->units;
  return number;
}

std::optional<PublishedSymbol> published_symbol(std::string_view cell) {
  struct Known { std::string_view written; PublishedSymbol symbol; };
  static constexpr std::string_view not_applicable = "not applicable", not_available = "not available",
                                    hidden = "hidden by the publisher so that nobody can be recognised", low = "rounds to 0, but is not 0",
                                    unreliable = "held back by the publisher as unreliable", missing = "missing in the publisher's file";
  static constexpr Known known[] = {
      {"z", {"z", not_applicable, false}}, {"x", {"x", not_available, false}}, {"c", {"c", hidden, false}}, {"low", {"low", low, false}},
      {"k", {"low", low, false}}, {"u", {"u", unreliable, false}}, {":", {"x", not_available, true}}, {"~", {"low", low, true}},
      {"..", {"x", not_available, true}}, {".", {"z", not_applicable, true}}, {"-", {"x", missing, true}}, {"n/a", {"z", not_applicable, true}},
      {"na", {"x", not_available, true}}, {"null", {"x", missing, true}}, {"r", {"x", not_available, true}}, {"supp", {"c", hidden, true}},
      {"*", {"c", hidden, true}}, {"m", {"x", missing, false}}, {"#n/a", {"x", missing, true}}, {"[z]", {"z", not_applicable, false}},
      {"[x]", {"x", not_available, false}}, {"[c]", {"c", hidden, false}}, {"[low]", {"low", low, false}}, {"[u]", {"u", unreliable, false}}};
  const std::string folded = fold(trim(cell));
  for (const Known& one : known)
    if (one.written == folded) return one.symbol;
  return std::nullopt;
}

std::optional<Date> published_day(std::string_view cell, DayForm form) {
  const std::string_view text = trim(cell);
  if (form == DayForm::serial_1900) {
    int serial = 0;
    if (!is_serial(text)) return std::nullopt;
    std::from_chars(text.data(), text.data() + text.size(), serial);
    return Date::of(1899, 12, 30).plus_days(serial);
  }
  const auto parts = parts_of(text);
  if (!parts) return std::nullopt;
  if (parts->first > 31 && parts->digits_third <= 2) return day_of(parts->first, parts->second, parts->third);  // the year in front, in any file
  switch (form) {
    case DayForm::day_month_year: return parts->digits_third == 4 ? day_of(parts->third, parts->second, parts->first) : std::nullopt;
    case DayForm::month_day_year: return parts->digits_third == 4 ? day_of(parts->third, parts->first, parts->second) : std::nullopt;
    case DayForm::day_month_short_year: {
      const int year = parts->digits_third == 2 ? parts->third + (parts->third < 70 ? 2000 : 1900) : parts->third;
      return day_of(year, parts->second, parts->first);
    }
    default: return std::nullopt;
  }
}

void DayForms::see(std::string_view cell) {
  const std::string_view text = trim(cell);
  if (text.empty()) return;
  ++seen_;
  if (is_serial(text)) {
    ++serial_;
    return;
  }
  const auto parts = parts_of(text);
  if (!parts) {
    ++neither_;
    return;
  }
  if (parts->first > 31) {
    ++iso_;
    return;
  }
  ++slashed_;
  short_year_ += parts->digits_third == 2;
  first_above_12_ += parts->first > 12;
  second_above_12_ += parts->second > 12;
}

std::optional<DayForm> DayForms::form() const {
  if (slashed_ != 0 && serial_ != 0) return std::nullopt;
  if (first_above_12_ != 0 && second_above_12_ != 0) return std::nullopt;
  if (slashed_ != 0) {
    if (short_year_ != 0) return second_above_12_ != 0 ? std::nullopt : std::optional(DayForm::day_month_short_year);
    return second_above_12_ != 0 ? DayForm::month_day_year : DayForm::day_month_year;
  }
  return serial_ != 0 && iso_ == 0 ? DayForm::serial_1900 : DayForm::iso;
}

}  // namespace reportcard
