// SPDX-License-Identifier: MIT
// Slips of hands and spreadsheets in single cells, each with what to write instead.
#include "tables/typed_slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "tables/csv_cells.h"

namespace reportcard {
namespace {

enum class Likeness { none, letter, other };

struct Plain {
  Likeness likeness = Likeness::none;
  const char* name = "";
  char32_t is = 0;  // 0: nothing
};

struct Alike { char32_t from, to; };
constexpr Alike cyrillic[] = {{0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'},
                              {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0423, 'Y'}, {0x0425, 'X'}, {0x0430, 'a'},
                              {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'},
                              {0x0458, 'j'}};
constexpr Alike greek[] = {{0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'}, {0x039C, 'M'},
                           {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'}, {0x03BF, 'o'}};

template <std::size_t n> std::optional<char32_t> found_in(const Alike (&table)[n], char32_t sign) {
  const auto at = std::find_if(std::begin(table), std::end(table), [sign](const Alike& one) { return one.from == sign; });
  return at == std::end(table) ? std::nullopt : std::optional(at->to);
}

Plain plain_of(char32_t sign) {
  if (sign < 0x80) return {};
  if (const auto latin = found_in(cyrillic, sign)) return {Likeness::letter, "a Cyrillic letter", *latin};
  if (const auto latin = found_in(greek, sign)) return {Likeness::letter, "a Greek letter", *latin};
  if (sign >= 0xFF10 && sign <= 0xFF19) return {Likeness::other, "a full-width digit", sign - 0xFEE0};
  if (sign >= 0xFF01 && sign <= 0xFF5E) return {Likeness::other, "a full-width letter", sign - 0xFEE0};
  switch (sign) {
    case 0x00AD: return {Likeness::other, "a soft hyphen, which cannot be seen", 0};
    case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF: return {Likeness::other, "a sign that cannot be seen", 0};
    case 0x200E: case 0x200F: case 0x202A: case 0x202C: return {Likeness::other, "a mark of the direction of writing, which cannot be seen", 0};
    case 0x00A0: case 0x2007: case 0x202F: return {Likeness::other, "a no-break space", ' '};
    case 0x2002: case 0x2003: case 0x2009: case 0x3000: return {Likeness::other, "a space of another width", ' '};
    case 0x2010: case 0x2011: return {Likeness::other, "a hyphen of another kind", '-'};
    case 0x2012: case 0x2013: return {Likeness::other, "an en dash", '-'};
    case 0x2014: case 0x2015: return {Likeness::other, "a dash", '-'};
    case 0x2212: return {Likeness::other, "a minus sign", '-'};
    case 0x2018: case 0x2019: case 0x201B: return {Likeness::other, "a curly quotation mark", '\''};
    case 0x201C: case 0x201D: case 0x201F: return {Likeness::other, "a curly quotation mark", '"'};
    default: return {};
  }
}

// Where every letter that is not of this alphabet looks like one that is.
bool letters_are_alike(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.value >= 0x80 && plain_of(point.value).likeness == Likeness::none) return false;
    at += point.bytes;
  }
  return true;
}

std::optional<unsigned> digits_in(std::string_view text) {
  if (text.empty() || text.size() > 9) return {};
  unsigned value = 0;
  for (const char letter : text) {
    if (letter < '0' || letter > '9') return {};
    value = value * 10 + static_cast<unsigned>(letter - '0');
  }
  return value;
}

std::string without(std::string_view text, std::string_view signs) {
  std::string out;
  for (const char letter : text) {
    if (signs.find(letter) == signs.npos) out += letter;
  }
  return out;
}

// "4O2" as 402: letters that are taken for digits, among digits.
std::optional<std::string> letters_as_digits(std::string_view text) {
  std::string out(text);
  bool letter = false, digit = false;
  for (char& sign : out) {
    digit = digit || (sign >= '0' && sign <= '9');
    const char meant = sign == 'O' || sign == 'o' ? '0' : sign == 'l' || sign == 'I' ? '1' : '\0';
    if (meant == '\0') continue;
    sign = meant;
    letter = true;
  }
  return letter && digit && Decimal::parse(out) ? std::optional(out) : std::nullopt;
}

bool has_exponent(std::string_view text) {
  const std::size_t at = text.find_first_of("eE");
  if (at == text.npos || at == 0 || !Decimal::parse(text.substr(0, at))) return false;
  std::string_view rest = text.substr(at + 1);
  if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) rest.remove_prefix(1);
  return digits_in(rest).has_value();
}

// Day, month and year in any of the forms with figures: three numbers with one sign between.
bool three_numbers(std::string_view text, std::array<std::string_view, 3>& parts) {
  const std::size_t first = text.find_first_of("/.-");
  if (first == text.npos) return false;
  const std::size_t second = text.find(text[first], first + 1);
  if (second == text.npos) return false;
  parts = {text.substr(0, first), text.substr(first + 1, second - first - 1), text.substr(second + 1)};
  return std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return part.size() <= 4 && digits_in(part); });
}

std::optional<Date> day_of(unsigned year, unsigned month, unsigned day) {
  return Date::parse(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

// "31 Oct 2012", "31-Oct-2012".
std::optional<Date> day_with_month_named(std::string_view text) {
  std::string spaced(text);
  for (char& letter : spaced) {
    if (letter == '-' || letter == '/' || letter == '.' || letter == ',') letter = ' ';
  }
  std::vector<std::string_view> words;
  for (std::string_view word : split(spaced, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  if (words.size() != 3 || words[2].size() != 4) return {};
  const auto day = digits_in(words[0]), year = digits_in(words[2]);
  const auto month = month_named(words[1]);
  return day && month && year ? day_of(*year, *month, *day) : std::nullopt;
}

}  // namespace

std::optional<OddSign> odd_sign(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < 0x80; })) return {};
  const bool letters_count = letters_are_alike(text);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const Plain plain = plain_of(point.value);
    if (point.valid && plain.likeness != Likeness::none && (plain.likeness == Likeness::other || letters_count)) {
      OddSign odd;
      odd.name = plain.name;
      odd.letter_alike = plain.likeness == Likeness::letter;
      odd.unseen = plain.is == 0 || plain.is == ' ';
      odd.letter = plain.is == 0 || plain.is == ' ' ? fmt::format("U+{:04X}", static_cast<unsigned>(point.value))
                                                     : std::string(text.substr(at, point.bytes));
      if (plain.is != 0) append_code_point(odd.plain, plain.is);
      return odd;
    }
    at += point.bytes;
  }
  return {};
}

std::string in_plain_signs(std::string_view text) {
  const bool letters_count = letters_are_alike(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const Plain plain = plain_of(point.value);
    if (point.valid && plain.likeness != Likeness::none && (plain.likeness == Likeness::other || letters_count)) {
      if (plain.is != 0) append_code_point(out, plain.is);
    } else {
      out += text.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  return std::string(trim(out));
}

bool is_failed_formula(std::string_view text) {
  if (text.empty() || (text[0] != '#' && text[0] != 'E')) return false;
  static constexpr std::string_view errors[] = {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "Err:502", "Err:508", "Err:522"};
  return std::find(std::begin(errors), std::end(errors), text) != std::end(errors);
}

bool is_value_symbol(std::string_view text) {
  static constexpr std::string_view symbols[] = {"c", "x", "z", "u", "k", "s", "low", "supp", ".", "..", ":", "-", "*"};
  return std::find(std::begin(symbols), std::end(symbols), text) != std::end(symbols);
}

std::optional<unsigned> month_named(std::string_view word) {
  const std::string folded = fold(word);
  if (folded.size() < 3) return {};
  for (unsigned month = 1; month <= 12; ++month) {
    const std::string name = fold(month_name(month));
    if (folded == name || folded == name.substr(0, 3) || (month == 9 && folded == "sept")) return month;
  }
  return {};
}

std::optional<Date> day_month_year(std::string_view text) {
  std::array<std::string_view, 3> parts;
  if (!three_numbers(text, parts) || parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() != 4) return {};
  return day_of(*digits_in(parts[2]), *digits_in(parts[1]), *digits_in(parts[0]));
}

std::string number_remedy(std::string_view text) {
  if (is_failed_formula(text)) return "a formula of the workbook failed here: mend it, or leave the cell blank";
  if (is_value_symbol(text)) return "leave the cell blank; in a table of values the symbol has a column of its own, \"symbol\"";
  if (has_exponent(text)) return "a spreadsheet has shortened this number: write all its digits";
  if (const auto odd = odd_sign(text)) {
    const std::string plain = without(in_plain_signs(text), " ");
    Sign sign = Sign::none;
    if (number_said(plain, sign))
      return fmt::format("it has {} ({}): write {}, if that is right", odd->name, odd->letter, plain);
  }
  if (const auto digits = letters_as_digits(text))
    return fmt::format("it has a letter where a digit is meant: write {}, if that is right", *digits);
  if (const std::string close = without(text, " "); close.size() < text.size() && Decimal::parse(close))
    return fmt::format("write it without blanks: {}", close);
  if (const std::size_t comma = text.find(','); comma != text.npos && text.find(',', comma + 1) == text.npos && text.find('.') == text.npos) {
    std::string point(text);
    point[comma] = '.';
    if (Decimal::parse(point)) return fmt::format("write a point before the decimals: {}, if that is right", point);
  }
  if (text.size() > 1 && (text[0] == '>' || text[0] == '<' || text[0] == '~') && Decimal::parse(trim(text.substr(1))))
    return fmt::format("write {} alone; in a table of values a column \"qualifier\" says {}", trim(text.substr(1)),
                       text[0] == '>' ? "over" : text[0] == '<' ? "under" : "about");
  if (Date::parse(text.substr(0, 10))) return "this is a day: format the cell as a number and type it again, or leave it blank";
  return "write a number such as 1234 or 58.9, or leave the cell blank";
}

std::string date_remedy(std::string_view text) {
  const auto meant = [](std::string_view advice, Date day) { return fmt::format("{}: {}, if {} is meant", advice, day.iso(), day.said()); };
  if (is_failed_formula(text)) return "a formula of the workbook failed here: mend it, or leave the cell blank";
  if (const auto day = day_month_year(text)) return meant("write days as year-month-day", *day);
  if (text.size() > 10 && Date::parse(text.substr(0, 10))) return fmt::format("write the day alone: {}", text.substr(0, 10));
  if (text.size() == 10 && text[4] == '-' && text[7] == '-' && Date::parse(fmt::format("{}01", text.substr(0, 8)))) return "that month has no such day: correct it";
  if (const std::size_t blank = text.find(' '); blank != text.npos && text.find(':', blank) != text.npos) {
    if (const auto day = day_month_year(text.substr(0, blank))) return meant("write the day alone, as year-month-day", *day);
  }
  std::array<std::string_view, 3> parts;
  if (three_numbers(text, parts) && parts[2].size() == 2 && parts[0].size() <= 2) {
    if (const auto day = day_of(2000 + *digits_in(parts[2]), *digits_in(parts[1]), *digits_in(parts[0])))
      return meant("write the year in full, as year-month-day", *day);
  }
  if (three_numbers(text, parts) && parts[0].size() == 4) {
    if (const auto day = day_of(*digits_in(parts[0]), *digits_in(parts[1]), *digits_in(parts[2]))) return meant("write days as year-month-day", *day);
  }
  if (const auto day = day_with_month_named(text)) return meant("write days as year-month-day", *day);
  if (const auto serial = digits_in(text); serial && text.size() == 5 && *serial > 14'611) {  // counted from the end of 1899
    const Date day{static_cast<std::int32_t>(*serial) - 25'569};
    return fmt::format("{} is how a spreadsheet counts {}: format the cell as a date, or write {}", text, day.said(), day.iso());
  }
  if (const auto odd = odd_sign(text)) {
    const std::string plain = in_plain_signs(text);
    if (Date::parse(plain)) return fmt::format("it has {} ({}): write {}", odd->name, odd->letter, plain);
  }
  return "write days as year-month-day: 2012-10-31";
}

}  // namespace reportcard
