// SPDX-License-Identifier: MIT
// A sheet's grid into the one table type: by way of read_csv, so that a sheet is held to every check a CSV file is held to,
// with its problems told by cell.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tables/sheet_findings.h"

namespace reportcard {

// As Workbook::headers.
std::vector<std::string> headers_of_grid(const SheetGrid& grid);

// As Workbook::first_rows and Workbook::heading.
std::vector<std::vector<std::string>> first_rows_of_grid(const SheetGrid& grid);
Place heading_in_grid(const SheetName& name, const SheetGrid& grid, const std::vector<std::string>& row, std::string_view header);

// As Workbook::read. Problems of its own: sheet-empty, cell-error, formula-not-calculated, cells-merged, cells-outside,
// and the notes rows-hidden and linked-workbook.
std::optional<Table> table_of_grid(const SheetName& name, const SheetGrid& grid, const std::vector<WantedColumn>& wanted,
                                   Problems& problems, const WorkbookLimits& limits);

}  // namespace reportcard
