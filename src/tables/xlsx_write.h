// SPDX-License-Identifier: MIT
// Workbooks (XLSX) written: the one writer of them. A sheet begins with what it is, then has one table with a header row,
// marked as a table. Text is written as text, so no cell can run as a formula; the same book gives the same bytes.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/problem.h"

namespace reportcard {

struct XlsxCell {
  enum class Kind : std::uint8_t { blank, text, number, date, link } kind = Kind::blank;
  std::string text;  // number: as printed, plain ("-2.40"); date: ISO
  std::string to;    // link: the name of a sheet of this book, or an address (https:, mailto:)
  static XlsxCell of_text(std::string_view words);       // "" is a blank cell
  static XlsxCell of_number(std::string_view plain);      // what is no number, or has over 15 digits, stays text
  static XlsxCell of_number(Decimal value);
  static XlsxCell of_date(std::optional<Date> day);       // before 1 March 1900, which spreadsheets cannot hold: text, ISO
  static XlsxCell link_to(std::string_view words, std::string_view sheet_or_address);
};

struct XlsxColumn {
  std::string title;                  // header cell; made different from the others of its sheet, as tables need it
  enum class Holds : std::uint8_t { text, code, number, date } holds = Holds::text;  // code: ids, periods; cells typed later stay text
  int places = -1;                    // number: decimals shown in cells typed later; -1 as they come
  int width = 0;                      // in letters; 0: from what it holds, 8 to 60
  std::string help;                   // shown by the spreadsheet when a cell of the column is chosen
  std::vector<std::string> choices;   // a drop-down; they stand on a sheet of their own named "Lists"
  bool several = false;               // more than one choice may stand in a cell, parted by ';': others are not refused
};

// Rows and columns count from 1, as the spreadsheet shows them: D14 is row 14, column 4.
struct XlsxComment {
  std::uint32_t row = 1, column = 1;
  std::string text;                   // two comments at one cell become one
  bool mark = false;                  // the cell gets a heavy border too
};

struct XlsxSheet {
  std::string name;                   // made safe: 31 letters, none that are forbidden, no name twice
  std::vector<std::string> lines;     // above the table, one a row; the first, in A1, says what the sheet is
  std::vector<XlsxColumn> columns;    // the header row; none: rows are a plain grid, and are no table
  std::vector<std::vector<XlsxCell>> rows;
  std::vector<XlsxComment> comments;
  std::uint32_t rows_to_fill = 0;     // rows below, blank, for which the drop-downs and helps hold too
  std::vector<int> widths;            // of a plain grid, in letters
  bool hidden = false;
  std::uint32_t header_row() const { return static_cast<std::uint32_t>(lines.size()) + 1; }
};

struct XlsxBook {
  std::string title, subject, author, language = "en-GB";
  Date created;                       // written as the day it was made: the clock is not asked
  std::vector<XlsxSheet> sheets;
};

// The bytes of the workbook. Error: cannot-write, at `file`, which is only named here; more rows or columns than a sheet has.
std::optional<std::string> write_xlsx(const XlsxBook& book, std::string_view file, Problems& problems);

// A name that a sheet may have, different from those in `taken` (case does not count), to which it is added.
std::string safe_sheet_name(std::string_view wanted, std::vector<std::string>& taken);

}  // namespace reportcard
