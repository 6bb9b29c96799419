// SPDX-License-Identifier: MIT
// One row of a CSV file, read by the letter, a cell at a time. This is what a row means; the fast scan of csv_index.h
// only knows rows of which it is sure and leaves all others, headers and places to this.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

enum class RowFault : std::uint8_t {
  none,
  quote_unclosed,  // a quoted cell that goes on to the end of the file
  quote_stray,     // text after the closing quote of a cell
};

// Reused from row to row, so that the vector is made once.
struct CsvRow {
  std::size_t begin = 0;
  std::size_t end = 0;            // of its newline, or the end of the text
  std::size_t next = 0;           // where the next row begins
  std::vector<std::size_t> ends;  // of each cell: its comma, or `end`
  RowFault fault = RowFault::none;
  std::size_t fault_at = 0;
  bool only_commas = false;       // nothing else: an empty line, or what spreadsheets leave below a table. No row of data.

  // A cell as typed, quotes and all.
  std::string_view cell(std::string_view text, std::size_t column) const {
    const std::size_t from = column == 0 ? begin : ends[column - 1] + 1;
    return text.substr(from, ends[column] - from);
  }
};

// Reads the row that begins at `begin`, which is below text.size().
void scan_row(std::string_view text, std::size_t begin, CsvRow& row);

// What a cell says: trimmed, without its quotes. A part of `raw` where it can be; else made in `room`.
std::string_view cell_text(std::string_view raw, std::string& room);

std::size_t count_newlines(std::string_view text);

}  // namespace reportcard
