// SPDX-License-Identifier: MIT
// A block of a file: the rows that begin in a range of its bytes, read by one thread. It goes by stretches small enough to
// stay in the cache: find the cells of some hundred rows, then read them column by column.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/csv.h"
#include "tables/csv_columns.h"
#include "tables/csv_findings.h"
#include "tables/csv_places.h"
#include "tables/csv_row.h"

namespace reportcard {

// What all blocks of a file share.
struct CsvShape {
  std::string_view text;                // of the whole file
  std::size_t columns = 0;              // of its header
  std::vector<ColumnSource> sources;    // the columns asked for
  std::vector<CellType> types;
  CsvLimits limits;
};

class CsvBlock {
 public:
  explicit CsvBlock(const CsvShape& shape);
  // Reads the rows that begin in [begin, end). `begin` is the beginning of a row. May be called again to read another range.
  void read(std::size_t begin, std::size_t end, std::size_t rows_expected);

  std::size_t begin = 0;
  std::size_t next = 0;    // the first row after the block begins here: at or after the end asked for
  std::size_t rows = 0;
  std::size_t lines = 0;   // from begin to next
  std::vector<RowAnchor> anchors;  // rows and lines count from the block's first
  CsvFindings findings;
  std::vector<GrowingCells> cells;
  std::optional<std::size_t> bad_byte;

 private:
  // Some rows from an offset on, with what they cost. Nothing is found twice: `consumed` goes on behind the last of them.
  struct Stretch {
    FoundRows found;
    std::size_t consumed = 0;
    std::size_t lines = 0;
    bool a_line_each = false;  // the rows are lines, with none left out between them
    bool needs_check = true;   // whether it is UTF-8
  };
  Stretch find_rows(std::size_t from, std::size_t end);
  // Only rows of which there is no doubt: whole, as many cells as the header, quotes by the rules. Else false.
  bool find_fast(std::string_view part, std::size_t limit, Stretch& stretch);
  // `part` is the text from `offset` on, of which rows that begin before `limit` are wanted. False: the end of the file is
  // too near for cells to be read eight bytes at a time, so it must be copied first.
  bool find_by_letter(std::string_view part, std::size_t limit, bool copied, Stretch& stretch);
  void blame(const CsvRow& row, std::size_t offset, LineMark line);
  void take(const Stretch& stretch);

  const CsvShape* shape_;  // never null
  std::vector<std::uint32_t> marks_;
  CsvRow row_;
  std::vector<std::unique_ptr<std::string>> tails_;  // copies of the file's end, with room behind to read over
};

}  // namespace reportcard
