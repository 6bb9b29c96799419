// SPDX-License-Identifier: MIT
#include "tables/xlsx_layout.h"

#include <algorithm>

#include "base/text.h"

namespace reportcard {

std::vector<std::string> sheet_titles(const XlsxSheet& sheet) {
  std::vector<std::string> titles;
  for (const XlsxColumn& column : sheet.columns) {
    std::string base(trim(column.title));
    if (base.empty()) base = "Column";
    std::string title = base;
    const auto taken = [&](const std::string& one) {
      return std::any_of(titles.begin(), titles.end(), [&](const std::string& other) { return fold(other) == fold(one); });
    };
    for (int n = 2; taken(title); ++n) title = base + " (" + std::to_string(n) + ")";
    titles.push_back(std::move(title));
  }
  return titles;
}

int column_width(const XlsxSheet& sheet, std::size_t column) {
  const XlsxColumn& of = sheet.columns[column];
  if (of.width > 0) return of.width;
  std::size_t width = std::min<std::size_t>(code_points(of.title) + 4, 24);  // the table's button to filter takes two
  if (of.holds == XlsxColumn::Holds::date) width = std::max<std::size_t>(width, 18);
  std::size_t looked = 0;
  for (const auto& row : sheet.rows) {
    if (++looked > 1'000) break;
    if (column < row.size()) width = std::max(width, code_points(row[column].text) + 2);
  }
  return static_cast<int>(std::clamp<std::size_t>(width, 8, 60));
}

std::size_t lines_in(std::string_view text, int width) {
  std::size_t lines = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t letters = code_points(text.substr(at, end - at));
    const std::size_t a_line = static_cast<std::size_t>(std::max(width, 1)) * 23 / 20;  // a digit is wider than most letters
    lines += letters <= a_line ? 1 : (letters * 11 / 10 + a_line - 1) / a_line;
    at = end + 1;
  }
  return lines;
}

}  // namespace reportcard
