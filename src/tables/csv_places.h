// SPDX-License-Identifier: MIT
// Where rows stand. While a file is read only the offset of each 4,096th row is kept; whoever asks for a place has the
// rows from there on read again, by the letter.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "tables/csv_findings.h"
#include "tables/table.h"

namespace reportcard {

struct RowAnchor {
  std::size_t row = 0;
  LineMark begin;
};

struct CsvPlaces : RowPlaces {
  std::string file;
  FileBytes bytes;
  std::size_t columns = 0;  // that a row must have to be one
  std::vector<std::pair<std::string, std::size_t>> names;  // as asked for, and the column of the file
  std::vector<RowAnchor> anchors;                          // by row

  static constexpr std::size_t every = 4'096;
  Place cell(std::size_t row, std::string_view column) const override;
  Place row(std::size_t row) const override;
};

}  // namespace reportcard
