// SPDX-License-Identifier: MIT
// The grid as it grows, and the names of cells.
#include "tables/sheet_grid.h"

#include <algorithm>

#include "base/text.h"

namespace reportcard {
namespace {

constexpr std::size_t most_text = std::size_t{256} << 20;

}  // namespace

bool SheetGrid::begin_row(std::uint32_t number, std::uint32_t times) {
  if (!rows_.empty() && number < rows_.back().number + rows_.back().times) return !(out_of_order = true);
  if (number >= limits_.rows || times > limits_.rows - number) return !(too_large = true);
  // A row that stayed blank is written over.
  if (!rows_.empty() && rows_.back().first_cell == cells_.size()) rows_.pop_back();
  rows_.push_back({number, times, cells_.size(), text_.size()});
  return true;
}

bool SheetGrid::add(std::uint32_t column, Stored stored, std::string_view text, bool uncalculated) {
  text = trim(text);
  while (!text.empty() && (text.back() == line_break_in_cell || text.front() == line_break_in_cell)) {
    if (text.back() == line_break_in_cell) text.remove_suffix(1);
    else text.remove_prefix(1);
    text = trim(text);
  }
  if (text.empty() && stored != Stored::error) return true;
  if (column >= limits_.columns || column > std::numeric_limits<std::uint16_t>::max()) return !(too_large = true);
  if (cells_.size() > rows_.back().first_cell && cells_.back().column >= column) return !(out_of_order = true);
  if (cells_.size() >= limits_.cells || text.size() > most_text - text_.size()) return !(too_large = true);
  cells_.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint16_t>(column), stored, uncalculated});
  text_ += text;
  return true;
}

void SheetGrid::drop_blank_rows() {
  if (!rows_.empty() && rows_.back().first_cell == cells_.size()) rows_.pop_back();
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (std::uint32_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters += static_cast<char>('A' + (rest - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters + std::to_string(row + 1);
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> parse_cell_name(std::string_view name) {
  std::size_t at = 0;
  std::uint32_t column = 0, row = 0;
  const auto skip_dollar = [&] { at += at < name.size() && name[at] == '$' ? 1 : 0; };
  skip_dollar();
  const std::size_t letters = at;
  for (; at < name.size() && at - letters < 4; ++at) {
    const char letter = static_cast<char>(name[at] & ~0x20);
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + static_cast<std::uint32_t>(letter - 'A' + 1);
  }
  if (at == letters) return {};
  skip_dollar();
  const std::size_t digits = at;
  for (; at < name.size() && at - digits < 8 && name[at] >= '0' && name[at] <= '9'; ++at) {
    row = row * 10 + static_cast<std::uint32_t>(name[at] - '0');
  }
  if (at == digits || at != name.size() || row == 0) return {};
  return std::pair(row - 1, column - 1);
}

std::string cell_in_sheet(std::string_view sheet, std::string_view cell) {
  const bool plain = !sheet.empty() && std::all_of(sheet.begin(), sheet.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '_' || letter == '.' || static_cast<unsigned char>(letter) >= 0x80;
  });
  std::string out;
  if (plain) {
    out = sheet;
  } else {
    out = "'";
    for (const char letter : sheet) out.append(letter == '\'' ? 2 : 1, letter);
    out += '\'';
  }
  if (!cell.empty()) out.append("!").append(cell);
  return out;
}

}  // namespace reportcard
