// SPDX-License-Identifier: MIT
// Comma-separated values as RFC 4180 has them and as people save them: byte-order marks, CRLF, quoted newlines.
// The file is mapped and scanned once; columns nobody asked for are skipped over.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tables/table.h"

namespace reportcard {

struct CsvLimits {
  std::size_t rows = 200'000'000;
  std::size_t columns = 4'096;
  std::size_t field_bytes = 1 << 20;
  // How a file is cut up; the table is the same however it is. Tests make these tiny.
  std::size_t threads = 2;
  std::size_t bytes_a_thread = 1 << 20;  // a smaller file is read by fewer
  std::size_t stretch_bytes = 32 << 10;  // read at a time: its cells should stay in the cache
};

// Header in the first row. Problems (all of them, not the first): encoding-unreadable, csv-empty, header-duplicate,
// column-missing (with did-you-mean), row-ragged, quote-unclosed, quote-stray (text after a closing quote), cell-not-a-date,
// cell-not-a-number, cell-too-long, csv-too-large. After 200 of one code, one problem says how many more.
// Rows of nothing but commas (and empty lines) are no rows: spreadsheets leave them below a table.
// Gives the rows it could read; a ragged row is left out with an error. Numbers accept thousands commas and a leading
// pound sign or trailing per cent sign only where the whole file does not contradict it: keep to Decimal::parse plus £ and %.
// `bytes` must outlive nothing: the table keeps a copy of the FileBytes handle for its places.
std::optional<Table> read_csv(const std::string& name, const FileBytes& bytes, const std::vector<WantedColumn>& wanted,
                              Problems& problems, const CsvLimits& limits = {});
// The header row alone, trimmed: for recognising files.
std::vector<std::string> csv_headers(std::string_view bytes);

// Writes CSV: quotes where needed, '\n', UTF-8. Text that a spreadsheet would run as a formula (= + - @ tab CR first)
// gets an apostrophe in front; numbers are written by `number` and never touched.
class CsvWriter {
 public:
  explicit CsvWriter(const std::vector<std::string>& header);
  CsvWriter& text(std::string_view value);
  CsvWriter& number(std::string_view plain);  // "" for none
  CsvWriter& end_row();
  std::string take();

 private:
  void separator();
  std::string out_;
  bool row_started_ = false;
};

}  // namespace reportcard
