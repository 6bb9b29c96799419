// SPDX-License-Identifier: MIT
// A heading merged with cells below it is the heading of each row that it spans, so that tables with two rows of headings
// can be read by the lower one.
#include "tables/sheet_header.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace reportcard {
namespace {

std::string heading(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), line_break_in_cell, ' ');
  return out;
}

void put(SheetHeader& header, std::size_t column, std::string_view text) {
  if (header.headings.size() <= column) header.headings.resize(column + 1);
  if (header.headings[column].empty()) header.headings[column] = heading(text);
}

}  // namespace

SheetHeader header_at(const SheetGrid& grid, std::size_t index) {
  SheetHeader out;
  out.row = index;
  grid.each_cell(index, [&](const GridCell& cell, std::string_view text) {
    if (!text.empty()) put(out, cell.column, text);
  });
  const std::uint32_t number = grid.row(index).number;
  for (const CellRange& merge : grid.merges) {
    if (merge.first_row >= number || merge.last_row < number) continue;
    for (std::size_t above = 0; above < index; ++above) {
      if (grid.row(above).number != merge.first_row) continue;
      grid.each_cell(above, [&](const GridCell& cell, std::string_view text) {
        if (cell.column == merge.first_column && !text.empty()) put(out, cell.column, text);
      });
    }
  }
  return out;
}

SheetHeader first_header(const SheetGrid& grid) {
  for (std::size_t index = 0; index < grid.rows(); ++index) {
    if (grid.filled(index) >= 2) return header_at(grid, index);
  }
  return header_at(grid, 0);
}

SheetHeader find_header(const SheetGrid& grid, const std::vector<WantedColumn>& wanted) {
  std::vector<std::set<std::string>> names;
  for (const WantedColumn& column : wanted) {
    std::set<std::string>& one = names.emplace_back();
    one.insert(fold(column.name));
    for (const std::string& alias : column.aliases) one.insert(fold(alias));
    one.erase("");
  }
  std::optional<SheetHeader> best;
  std::size_t most = 0;
  for (std::size_t index = 0; index < std::min(grid.rows(), header_rows_looked_at); ++index) {
    SheetHeader header = header_at(grid, index);
    std::set<std::string> folded;
    for (const std::string& one : header.headings) folded.insert(fold(one));
    const auto there = [&folded](const std::set<std::string>& one) {
      return std::any_of(one.begin(), one.end(), [&folded](const std::string& name) { return folded.contains(name); });
    };
    const auto matches = static_cast<std::size_t>(std::count_if(names.begin(), names.end(), there));
    if (matches <= most) continue;
    most = matches;
    best = std::move(header);
  }
  return best ? std::move(*best) : first_header(grid);
}

}  // namespace reportcard
