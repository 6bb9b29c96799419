// SPDX-License-Identifier: MIT
// What may stand in a cell, and what a sheet may be called: the limits that spreadsheets have.
#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "tables/xlsx_write.h"

namespace reportcard {

namespace {

constexpr int digits_of_a_spreadsheet = 15;

// Whole letters only; what is no UTF-8 is shown as U+FFFD.
std::string letters_of(std::string_view text, std::size_t most) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < most; ++count) {
    const CodePoint letter = code_point_at(text, at);
    append_code_point(out, letter.valid ? letter.value : U'\uFFFD');
    at += letter.bytes;
  }
  return out;
}

}  // namespace

XlsxCell XlsxCell::of_text(std::string_view words) {
  XlsxCell cell;
  if (words.empty()) return cell;
  cell.kind = Kind::text;
  constexpr std::size_t most = 32'767;
  constexpr std::string_view cut = " ... (cut here: a cell holds no more)";
  if (is_utf8(words) && (words.size() <= most || code_points(words) <= most)) cell.text = words;
  else if (code_points(words) <= most) cell.text = letters_of(words, most);
  else cell.text = letters_of(words, most - cut.size()).append(cut);
  return cell;
}

XlsxCell XlsxCell::of_number(Decimal value) {
  XlsxCell cell;
  cell.kind = Kind::number;
  cell.text = value.plain();
  const auto digits = std::count_if(cell.text.begin(), cell.text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits > digits_of_a_spreadsheet) cell.kind = Kind::text;  // it would be rounded without a word
  return cell;
}

XlsxCell XlsxCell::of_number(std::string_view plain) {
  if (plain.empty()) return {};
  const auto value = Decimal::parse(plain);
  return value ? of_number(*value) : of_text(plain);
}

XlsxCell XlsxCell::of_date(std::optional<Date> day) {
  XlsxCell cell;
  if (!day) return cell;
  // Spreadsheets hold 29 February 1900 to be a day.
  cell.kind = *day < Date::of(1900, 3, 1) ? Kind::text : Kind::date;
  cell.text = day->iso();
  return cell;
}

XlsxCell XlsxCell::link_to(std::string_view words, std::string_view sheet_or_address) {
  XlsxCell cell = of_text(words);
  if (cell.kind == Kind::blank) return cell;
  cell.kind = Kind::link;
  cell.to = sheet_or_address;
  return cell;
}

std::string safe_sheet_name(std::string_view wanted, std::vector<std::string>& taken) {
  constexpr std::size_t most = 31;
  std::string name;
  for (std::size_t at = 0; at < wanted.size();) {
    const CodePoint letter = code_point_at(wanted, at);
    at += letter.bytes;
    if (letter.value < 32 || letter.value == 127) name += ' ';
    // Beyond the first plane a letter counts twice for a spreadsheet.
    else if (!letter.valid || letter.value > 0xFFFF || std::string_view("[]:*?/\\").find(static_cast<char>(letter.value < 128 ? letter.value : 'a')) != std::string_view::npos) name += '-';
    else append_code_point(name, letter.value);
  }
  const auto tidy = [](std::string text) {
    std::string_view rest = trim(text);
    while (!rest.empty() && rest.front() == '\'') rest = trim(rest.substr(1));
    while (!rest.empty() && rest.back() == '\'') rest = trim(rest.substr(0, rest.size() - 1));
    return std::string(rest);
  };
  name = tidy(letters_of(tidy(name), most));
  if (name.empty()) name = "Sheet";
  if (fold(name) == "history") name += " of it";  // a name that spreadsheets keep for themselves
  const auto is_taken = [&](const std::string& one) {
    return std::any_of(taken.begin(), taken.end(), [&](const std::string& other) { return fold(other) == fold(one); });
  };
  std::string one = name;
  for (int n = 2; is_taken(one); ++n) {
    const std::string number = " " + std::to_string(n);
    one = tidy(letters_of(name, most - number.size())) + number;
  }
  taken.push_back(one);
  return one;
}

}  // namespace reportcard
