// SPDX-License-Identifier: MIT
// Number formats, and what they make of numbers.
#include "tables/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/date.h"

namespace reportcard {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// A number taken apart: its digits without a point, how many of them stand before the point (may be below 0 or beyond
// their count), and its sign. No zeros lead or trail.
struct Digits {
  static constexpr std::size_t most = 40;
  std::array<char, most> digit{};
  int count = 0;
  int before_point = 0;
  bool negative = false;

  void trim() {
    int zeros = 0;
    while (zeros < count && digit[static_cast<std::size_t>(zeros)] == '0') ++zeros;
    std::copy(digit.begin() + zeros, digit.begin() + count, digit.begin());
    count -= zeros;
    before_point -= zeros;
    while (count > 0 && digit[static_cast<std::size_t>(count - 1)] == '0') --count;
    if (count == 0) before_point = 0, negative = false;
  }
  int places() const { return std::max(0, count - before_point); }

  // Half away from zero, to `kept` digits (which may be none or fewer).
  void round_to(int kept) {
    if (kept >= count) return;
    const bool up = kept >= 0 && digit[static_cast<std::size_t>(kept)] >= '5';
    count = std::max(0, kept);
    if (up) {
      int at = count;
      while (at > 0 && digit[static_cast<std::size_t>(at - 1)] == '9') --at;
      count = at;
      if (at > 0) {
        ++digit[static_cast<std::size_t>(at - 1)];
      } else {
        digit[0] = '1';
        count = 1;
        ++before_point;
      }
    }
    trim();
  }
};

std::optional<Digits> take_apart(std::string_view held) {
  Digits out;
  std::size_t at = 0;
  if (at < held.size() && (held[at] == '-' || held[at] == '+')) out.negative = held[at++] == '-';
  bool point = false, any = false;
  for (; at < held.size(); ++at) {
    if (held[at] == '.') {
      if (point) return {};
      point = true;
      continue;
    }
    if (!is_digit(held[at])) break;
    any = true;
    if (out.count == 0 && held[at] == '0') {
      // A zero that leads: 0.05 has its first digit one place behind the point.
      if (point) --out.before_point;
      continue;
    }
    if (static_cast<std::size_t>(out.count) == Digits::most) {
      if (!point) return {};
      continue;
    }
    out.digit[static_cast<std::size_t>(out.count++)] = held[at];
    if (!point) ++out.before_point;
  }
  if (!any) return {};
  if (at < held.size()) {
    if (lower(held[at]) != 'e') return {};
    if (++at < held.size() && held[at] == '+') ++at;
    int exponent = 0;
    const auto [end, error] = std::from_chars(held.data() + at, held.data() + held.size(), exponent);
    if (error != std::errc{} || end != held.data() + held.size() || exponent < -400 || exponent > 400) return {};
    out.before_point += exponent;
  }
  out.trim();
  return out;
}

void append_zeros(std::string& out, int count) { out.append(static_cast<std::size_t>(std::max(0, count)), '0'); }

bool append_plain(std::string& out, const Digits& number, int places, int whole_digits) {
  if (number.before_point > 25 || std::max(places, number.places()) > 30) return false;
  if (number.negative) out += '-';
  const int before = std::max(0, number.before_point);
  append_zeros(out, std::max(1, whole_digits) - before);
  const int of_digits = std::min(before, number.count);
  out.append(number.digit.data(), static_cast<std::size_t>(of_digits));
  append_zeros(out, before - of_digits);
  const int shown = std::max(places, number.places());
  if (shown == 0) return true;
  out += '.';
  const int zeros = std::min(shown, std::max(0, -number.before_point));
  append_zeros(out, zeros);
  const int rest = std::max(0, number.count - of_digits);
  out.append(number.digit.data() + of_digits, static_cast<std::size_t>(rest));
  append_zeros(out, shown - zeros - rest);
  return true;
}

// The first section of a format, letters only where they mean something: quoted, escaped and bracketed parts go.
struct Meaning {
  std::string letters;
  bool elapsed = false;  // [h], [mm], [ss]
};

Meaning meaning_of(std::string_view code) {
  Meaning out;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char letter = code[at];
    if (letter == ';') break;
    if (letter == '"') {
      at = std::min(code.find('"', at + 1), code.size());
    } else if (letter == '\\' || letter == '_' || letter == '*') {
      ++at;
    } else if (letter == '[') {
      const std::size_t end = std::min(code.find(']', at), code.size());
      const char first = at + 1 < code.size() ? lower(code[at + 1]) : '\0';
      const std::string_view inner = code.substr(at + 1, end - at - 1);
      const bool all_same = !inner.empty() && std::all_of(inner.begin(), inner.end(), [first](char c) { return lower(c) == first; });
      if (all_same && (first == 'h' || first == 'm' || first == 's')) out.elapsed = true;
      at = end;
    } else {
      out.letters += lower(letter);
    }
  }
  return out;
}

// 14:30:00, and more hours than a day has where that is what is counted.
void append_clock(std::string& out, std::int64_t seconds) {
  const auto two = [&out](std::int64_t value) {
    out += static_cast<char>('0' + value / 10);
    out += static_cast<char>('0' + value % 10);
  };
  const std::int64_t hours = seconds / 3'600;
  if (hours > 99) out += std::to_string(hours);
  else two(hours);
  out += ':';
  two(seconds / 60 % 60);
  out += ':';
  two(seconds % 60);
}

}  // namespace

NumberFormat number_format(std::string_view code) {
  using Kind = NumberFormat::Kind;
  Meaning meaning = meaning_of(code);
  std::string& letters = meaning.letters;
  if (letters.find("general") != std::string::npos) return {};
  for (const std::string_view half : {"am/pm", "a/p"}) {
    if (const std::size_t at = letters.find(half); at != std::string::npos) letters.replace(at, half.size(), "h");
  }
  const auto has = [&](char letter) { return letters.find(letter) != std::string::npos; };
  const bool hours = has('h') || has('s') || meaning.elapsed;
  // m is a month, or minutes beside hours or seconds; e is a year in the Far East, and an exponent elsewhere.
  const bool exponent = letters.find("e+") != std::string::npos || letters.find("e-") != std::string::npos;
  const bool days = has('d') || has('y') || letters.find("mmm") != std::string::npos || (has('m') && !hours) ||
                    (has('e') && !exponent && !has('0'));
  if (days || hours) {
    NumberFormat out;
    out.kind = days ? (hours ? Kind::day_and_time : Kind::day) : Kind::time;
    return out;
  }
  if (has('@') || exponent || has('/') || (!has('0') && !has('#') && !has('?'))) return {};
  // "0.0,," shows millions: its places are not the number's.
  if (const std::size_t last = letters.find_last_of("0#?"); last + 1 < letters.size() && letters[last + 1] == ',') return {};
  NumberFormat out;
  out.kind = has('%') ? Kind::percent : Kind::number;
  bool behind = false;
  for (const char letter : letters) {
    if (letter == '.') behind = true;
    else if (letter == '0' && behind) out.places = static_cast<std::uint8_t>(std::min(15, out.places + 1));
    else if (letter == '0' && !behind) out.whole_digits = static_cast<std::uint8_t>(std::min(15, out.whole_digits + 1));
  }
  return out;
}

NumberFormat built_in_number_format(unsigned id) {
  using Kind = NumberFormat::Kind;
  switch (id) {
    case 1: case 3: case 37: case 38: return {Kind::number, 0, 1};
    case 2: case 4: case 39: case 40: return {Kind::number, 2, 1};
    case 5: case 6: case 41: case 42: return {Kind::number, 0, 1};
    case 7: case 8: case 43: case 44: return {Kind::number, 2, 1};
    case 9: return {Kind::percent, 0, 1};
    case 10: return {Kind::percent, 2, 1};
    case 14: case 15: case 16: case 17: return {Kind::day, 0, 0};
    case 22: return {Kind::day_and_time, 0, 0};
    case 18: case 19: case 20: case 21: case 45: case 46: case 47: return {Kind::time, 0, 0};
    default: break;
  }
  // Days of Chinese, Japanese, Korean and Thai calendars.
  if ((id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return {Kind::day, 0, 0};
  if (id >= 32 && id <= 35) return {Kind::time, 0, 0};
  return {};
}

bool append_number(std::string& out, std::string_view held, const NumberFormat& format) {
  using Kind = NumberFormat::Kind;
  constexpr int sure_digits = 15;  // of a double as spreadsheets show it
  auto number = take_apart(held);
  if (!number) return false;
  if (number->count > sure_digits && number->places() > 0) number->round_to(sure_digits);
  if (format.kind == Kind::percent) number->before_point += number->count == 0 ? 0 : 2;
  const bool fixed = format.kind == Kind::percent || format.kind == Kind::number;
  if (number->count >= sure_digits - 2 && number->places() > 0) {
    // A result of a division (a last digit or two may have been zero). General shows eleven characters, its point one of
    // them; so much is kept too where a format hides all places, since an age of 8.88 shown as 9 is still 8.
    const bool as_shown = format.kind == Kind::percent || (fixed && format.places > 0);
    const int shown = as_shown ? format.places : std::max(0, number->before_point > 0 ? 10 - number->before_point : 9);
    number->round_to(number->before_point + shown);
  }
  const std::size_t before = out.size();
  if (append_plain(out, *number, fixed ? format.places : 0, fixed ? format.whole_digits : 1)) return true;
  out.resize(before);
  return false;
}

bool append_day(std::string& out, std::string_view held, const NumberFormat& format, bool from_1904) {
  using Kind = NumberFormat::Kind;
  const auto number = take_apart(held);
  constexpr int most_days = 2'958'465;  // 31 December 9999
  if (!number || number->negative || number->before_point > 7) return false;
  std::int64_t days = 0;
  for (int at = 0; at < number->before_point; ++at) {
    days = days * 10 + (at < number->count ? number->digit[static_cast<std::size_t>(at)] - '0' : 0);
  }
  // The part of a day, in units of 10^-12: twelve digits are more than a thousandth of a second.
  std::int64_t part = 0;
  for (int place = 0; place < 12; ++place) {
    const int at = number->before_point + place;
    part = part * 10 + (at >= 0 && at < number->count ? number->digit[static_cast<std::size_t>(at)] - '0' : 0);
  }
  constexpr std::int64_t whole = 1'000'000'000'000;
  std::int64_t seconds = (part * 86'400 + whole / 2) / whole;
  if (seconds == 86'400) seconds = 0, ++days;
  if (days > most_days) return false;
  const bool a_day = format.kind != Kind::time;
  if (a_day) {
    if (from_1904) {
      out += Date{static_cast<std::int32_t>(days) + Date::of(1904, 1, 1).days}.iso();
    } else if (days == 60) {
      out += "1900-02-29";
    } else {
      if (days == 0 && seconds == 0) return false;
      out += Date{static_cast<std::int32_t>(days) + Date::of(1899, 12, days < 60 ? 31 : 30).days}.iso();
    }
  }
  if (!a_day || seconds != 0) {
    if (a_day) out += ' ';
    append_clock(out, a_day ? seconds : days * 86'400 + seconds);
  }
  return true;
}

void append_iso_day(std::string& out, std::string_view held) {
  held = held.substr(0, held.find_first_of(".Z"));
  const std::size_t at = held.find('T');
  out += held.substr(0, at);
  if (at == std::string_view::npos || held.substr(at) == "T00:00:00" || held.substr(at) == "T00:00") return;
  out += ' ';
  out += held.substr(at + 1);
}

bool append_iso_time(std::string& out, std::string_view held) {
  if (held.substr(0, 2) != "PT") return false;
  std::int64_t seconds = 0;
  for (std::size_t at = 2; at < held.size();) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(held.data() + at, held.data() + held.size(), value);
    at = static_cast<std::size_t>(end - held.data());
    if (error != std::errc{} || value < 0 || value > 100'000'000) return false;
    if (at < held.size() && (held[at] == '.' || held[at] == ',')) {
      for (++at; at < held.size() && is_digit(held[at]);) ++at;
    }
    const char unit = at < held.size() ? held[at++] : '\0';
    if (unit != 'H' && unit != 'M' && unit != 'S') return false;
    seconds += value * (unit == 'H' ? 3'600 : unit == 'M' ? 60 : 1);
  }
  append_clock(out, seconds);
  return true;
}

}  // namespace reportcard
