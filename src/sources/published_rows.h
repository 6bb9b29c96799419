// SPDX-License-Identifier: MIT
// The rows of a published table as they lie in its file: cells as text, each with its place. Titles and notes above and
// below the table are rows too; published_header.h tells them from the table.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "sources/published_text.h"
#include "tables/workbook.h"

namespace reportcard {

struct PublishedRow {
  std::uint32_t number = 0;              // its line in a text file, its row in a sheet; from 1
  std::vector<std::string_view> cells;   // trimmed, unquoted; empty ones at the end are taken off. Good until the next row
  std::vector<int> padded;               // columns whose cells had blanks around what they say, in text files
  std::string_view cell(int column) const {
    return column >= 0 && static_cast<std::size_t>(column) < cells.size() ? cells[static_cast<std::size_t>(column)] : std::string_view();
  }
  std::size_t filled() const;            // how many cells hold something
};

class PublishedRows {
 public:
  virtual ~PublishedRows() = default;
  // take(row) for each row that holds anything, from the top, until it gives false. May be asked again.
  virtual void each(const std::function<bool(const PublishedRow&)>& take) const = 0;
  virtual Place place(std::uint32_t number, int column) const = 0;  // column -1: the row
  virtual const std::string& file() const = 0;                      // as the user knows it
  virtual std::string where() const = 0;                            // "data/x.csv", "data/x.ods: Sheet 1"
  virtual char separator() const { return ','; }                    // of cells in the file
};

// Rows of comma-separated text (tabs or semicolons where the header has more of them than commas). A quoted cell may hold
// line ends; a quote that is never closed ends with its row, and is said.
std::unique_ptr<PublishedRows> csv_rows(const std::string& file, const PublishedText& text);

// Rows of one sheet of a workbook; places are such as "data/x.ods: Sheet 1!D14". Null after a problem.
std::shared_ptr<const PublishedRows> sheet_rows(const std::string& file, const Workbook& book, std::size_t sheet, Problems& problems);

// All tables that may lie in a file, whatever it is: each sheet of a workbook that is not hidden and not empty, else the one
// of its text. None after a problem: workbook-..., encoding-unreadable.
std::vector<std::shared_ptr<const PublishedRows>> tables_in_file(const std::string& file, const FileBytes& bytes, std::optional<Encoding> declared, Problems& problems);

}  // namespace reportcard
