// SPDX-License-Identifier: MIT
// What is wrong with a sheet that no CSV file can have: cells that hold an error, merged cells, cells beside the table,
// hidden rows, links to other workbooks.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/problem.h"
#include "tables/sheet_grid.h"
#include "tables/sheet_header.h"

namespace reportcard {

struct SheetName {
  std::string file;
  std::string sheet;
  Place at(std::uint32_t row, std::uint32_t column) const;
  Place whole() const;  // the sheet
};

class SheetFindings {
 public:
  SheetFindings(const SheetName& name, const SheetHeader& header) : name_(name), header_(header) {}
  bool without_heading(std::uint32_t column) const {
    return column >= header_.headings.size() || header_.headings[column].empty();
  }
  void outside(std::uint32_t row, std::uint32_t column);
  // A cell of a column asked for that is an error, or a formula never calculated.
  void wrong_cell(std::uint32_t row, const GridCell& cell, std::string_view text);
  void report(const SheetGrid& grid, Problems& problems) const;

 private:
  static constexpr std::size_t most_of_a_kind = 200;
  void report_merges(const SheetGrid& grid, Problems& problems) const;
  void report_hidden(const SheetGrid& grid, Problems& problems) const;

  const SheetName& name_;
  const SheetHeader& header_;
  std::size_t outside_ = 0;
  std::uint32_t outside_row_ = 0, outside_column_ = 0;
  std::size_t errors_ = 0, uncalculated_ = 0;
  Problems wrong_;
};

}  // namespace reportcard
