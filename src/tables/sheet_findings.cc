// SPDX-License-Identifier: MIT
// Each is said at its cell; of a kind that goes on for ever, the first two hundred and how many more.
#include "tables/sheet_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/decimal.h"

namespace reportcard {
namespace {

std::string count_said(std::size_t count) { return Decimal{static_cast<std::int64_t>(count), 0}.said(); }

constexpr std::string_view mend_first = "mend the cells named above first";

}  // namespace

Place SheetName::at(std::uint32_t row, std::uint32_t column) const {
  Place place;
  place.file = file;
  place.cell = cell_in_sheet(sheet, cell_name(row, column));
  return place;
}

Place SheetName::whole() const {
  Place place;
  place.file = file;
  place.cell = cell_in_sheet(sheet, {});
  return place;
}

void SheetFindings::outside(std::uint32_t row, std::uint32_t column) {
  if (outside_++ > 0) return;
  outside_row_ = row;
  outside_column_ = column;
}

void SheetFindings::wrong_cell(std::uint32_t row, const GridCell& cell, std::string_view text) {
  const std::string& heading = header_.headings[cell.column];
  if (cell.uncalculated) {
    if (++uncalculated_ > most_of_a_kind) return;
    wrong_.error("formula-not-calculated", name_.at(row, cell.column),
                 fmt::format("The formula in the column \"{}\" has no value: the workbook was never calculated.", heading),
                 "open the workbook in a spreadsheet program and save it, or write the value itself");
    return;
  }
  if (++errors_ > most_of_a_kind) return;
  wrong_.error("cell-error", name_.at(row, cell.column),
               fmt::format("The cell in the column \"{}\" shows {} instead of a value.", heading, text.empty() ? "an error" : text),
               "mend its formula, or write the value itself; leave the cell blank where there is none");
}

void SheetFindings::report_merges(const SheetGrid& grid, Problems& problems) const {
  const std::uint32_t first = grid.row(header_.row).number + 1;
  const GridRow& end = grid.row(grid.rows() - 1);
  const std::uint32_t last = end.number + end.times - 1;
  std::size_t count = 0;
  for (const CellRange& merge : grid.merges) {
    if (merge.last_row < first || merge.first_row > last || merge.first_column >= header_.headings.size()) continue;
    // A heading that spans the rows below it, where these hold nothing else, is only a tall heading.
    if (merge.first_row < first) continue;
    if (++count > most_of_a_kind) continue;
    problems.warning("cells-merged", name_.at(merge.first_row, merge.first_column),
                     fmt::format("The cells {} to {} are merged, so only the first of them has the value.",
                                 cell_name(merge.first_row, merge.first_column), cell_name(merge.last_row, merge.last_column)),
                     "take the merging off, and write the value in each cell that it is true of");
  }
  if (count > most_of_a_kind) {
    problems.warning("cells-merged", name_.whole(), fmt::format("{} more ranges of this sheet are merged.", count_said(count - most_of_a_kind)),
                     "take the merging off the cells named above first");
  }
}

void SheetFindings::report_hidden(const SheetGrid& grid, Problems& problems) const {
  const std::uint32_t first = grid.row(header_.row).number;
  const GridRow& end = grid.row(grid.rows() - 1);
  const std::uint32_t last = end.number + end.times - 1;
  std::uint32_t rows = 0, first_row = 0, columns = 0, first_column = 0;
  for (const CellRange& range : grid.hidden_rows) {
    const std::uint32_t from = std::max(range.first_row, first), to = std::min(range.last_row, last);
    if (from > to) continue;
    if (rows == 0) first_row = from;
    rows += to - from + 1;
  }
  for (const CellRange& range : grid.hidden_columns) {
    for (std::uint32_t column = range.first_column; column <= range.last_column && column < header_.headings.size(); ++column) {
      if (without_heading(column)) continue;
      if (columns++ == 0) first_column = column;
    }
  }
  if (rows > 0) {
    problems.note("rows-hidden", name_.at(first_row, 0),
                  rows == 1 ? "A row of this sheet is hidden; it is read all the same."
                            : fmt::format("{} rows of this sheet are hidden; they are read all the same.", count_said(rows)));
  }
  if (columns > 0) {
    problems.note("columns-hidden", name_.at(first, first_column),
                  columns == 1 ? "A column of this sheet is hidden; it is read all the same."
                               : fmt::format("{} columns of this sheet are hidden; they are read all the same.", count_said(columns)));
  }
}

void SheetFindings::report(const SheetGrid& grid, Problems& problems) const {
  problems.merge(wrong_);
  if (errors_ > most_of_a_kind) {
    problems.error("cell-error", name_.whole(), fmt::format("{} more cells of this sheet show an error.", count_said(errors_ - most_of_a_kind)),
                   std::string(mend_first));
  }
  if (uncalculated_ > most_of_a_kind) {
    problems.error("formula-not-calculated", name_.whole(),
                   fmt::format("{} more formulas of this sheet have no value.", count_said(uncalculated_ - most_of_a_kind)),
                   "open the workbook in a spreadsheet program and save it");
  }
  if (outside_ > 0) {
    problems.warning("cells-outside", name_.at(outside_row_, outside_column_),
                     outside_ == 1 ? "This cell stands under no heading, so nobody reads it."
                                   : fmt::format("This cell and {} more stand under no heading, so nobody reads them.", count_said(outside_ - 1)),
                     "give the column a heading, or take the cell out");
  }
  report_merges(grid, problems);
  report_hidden(grid, problems);
  if (grid.linked) {
    problems.note("linked-workbook", name_.at(grid.linked->first_row, grid.linked->first_column),
                  "A formula of this sheet takes its value from another workbook; the value last saved is read.");
  }
}

}  // namespace reportcard
