// SPDX-License-Identifier: MIT
// One sheet as it stands, whatever format it came in: the filled cells of its rows, one after another, as text. Blank cells
// and blank rows cost nothing, and a row repeated is one row with a count.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/workbook.h"

namespace reportcard {

struct GridCell {
  std::uint32_t length = 0;  // of its text
  std::uint16_t column = 0;  // from 0
  Stored stored = Stored::text;
  bool uncalculated = false;  // a formula without a value; stored is `error`
};

struct GridRow {
  std::uint32_t number = 0;  // from 0
  std::uint32_t times = 1;   // it stands there so often, one below the other
  std::size_t first_cell = 0;
  std::size_t text = 0;      // where the text of its first cell begins
};

struct CellRange {
  std::uint32_t first_row = 0, last_row = 0;
  std::uint32_t first_column = 0, last_column = 0;
};

// Line breaks inside a cell, while it is text of the grid: no XML can hold this character.
constexpr char line_break_in_cell = '\x1E';

class SheetGrid {
 public:
  explicit SheetGrid(const WorkbookLimits& limits = {}) : limits_(limits) {}

  // Rows in order, and cells of a row in order; false where a limit is reached or the order is not kept.
  bool begin_row(std::uint32_t number, std::uint32_t times = 1);
  // Trims the text; a cell of nothing is none, unless it is an error.
  bool add(std::uint32_t column, Stored stored, std::string_view text, bool uncalculated = false);

  std::size_t rows() const { return rows_.size(); }
  const GridRow& row(std::size_t index) const { return rows_[index]; }
  // f(GridCell, text) for each filled cell of the row.
  template <class F> void each_cell(std::size_t index, F&& f) const {
    std::size_t text = rows_[index].text;
    const std::size_t end = index + 1 < rows_.size() ? rows_[index + 1].first_cell : cells_.size();
    for (std::size_t cell = rows_[index].first_cell; cell < end; ++cell) {
      f(cells_[cell], std::string_view(text_).substr(text, cells_[cell].length));
      text += cells_[cell].length;
    }
  }
  std::size_t filled(std::size_t index) const {
    return (index + 1 < rows_.size() ? rows_[index + 1].first_cell : cells_.size()) - rows_[index].first_cell;
  }
  std::size_t bytes() const { return text_.size() + cells_.size() * sizeof(GridCell) + rows_.size() * sizeof(GridRow); }
  void drop_blank_rows();  // once all is read

  std::vector<CellRange> merges;
  std::vector<CellRange> hidden_columns;       // rows do not count
  std::vector<CellRange> hidden_rows;          // columns do not count
  std::optional<CellRange> linked;             // the first formula that takes its value from another workbook
  bool too_large = false;
  bool out_of_order = false;

 private:
  WorkbookLimits limits_;
  std::vector<GridRow> rows_;
  std::vector<GridCell> cells_;
  std::string text_;
};

std::string cell_name(std::uint32_t row, std::uint32_t column);            // 13, 3 is "D14"
// "D14" and "$D$14"; nothing where it is none, or beyond what any sheet has.
std::optional<std::pair<std::uint32_t, std::uint32_t>> parse_cell_name(std::string_view name);
std::string cell_in_sheet(std::string_view sheet, std::string_view cell);  // "Outcomes!D14", "'Early help'!D14"

}  // namespace reportcard
