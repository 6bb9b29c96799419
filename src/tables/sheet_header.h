// SPDX-License-Identifier: MIT
// Which row of a sheet holds its headings: people put titles above their tables, and merge cells of them.
#pragma once
#include <string>
#include <vector>

#include "tables/sheet_grid.h"

namespace reportcard {

struct SheetHeader {
  std::size_t row = 0;                // index into the grid
  std::vector<std::string> headings;  // by column of the sheet, blank where there is none; the last is not blank
};

constexpr std::size_t header_rows_looked_at = 20;
// The row as headings, with those merged down into it.
SheetHeader header_at(const SheetGrid& grid, std::size_t index);
// The row with two or more filled cells that stands first; the first filled row where none has. The grid has a row.
SheetHeader first_header(const SheetGrid& grid);
// The row that has most of the columns asked for, among the first filled rows; the first of equals. Else first_header.
SheetHeader find_header(const SheetGrid& grid, const std::vector<WantedColumn>& wanted);

}  // namespace reportcard
