// SPDX-License-Identifier: MIT
// A CSV file has lines and columns of letters; its marked copy has cells. Which cell a place lies in is asked of the table.
#include <algorithm>

#include "tables/csv.h"
#include "tables/sheet_grid.h"
#include "tables/workbook_mark.h"
#include "tables/xlsx_write.h"

namespace reportcard {
namespace {

// Row of the table that begins at or before the line; rows lie in the order of their lines.
std::optional<std::size_t> row_at(const Table& table, std::uint32_t line) {
  std::size_t low = 0, high = table.rows;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (table.places->row(middle).line <= line) low = middle + 1;
    else high = middle;
  }
  return low == 0 ? std::nullopt : std::optional(low - 1);
}

// From 0: the last column that begins at or before the letter.
std::uint32_t column_at(const Table& table, std::size_t row, std::uint32_t letter) {
  std::uint32_t found = 0;
  for (std::size_t at = 0; at < table.columns.size(); ++at)
    if (table.places->cell(row, table.columns[at].name).column <= letter) found = static_cast<std::uint32_t>(at);
  return found;
}

}  // namespace

std::optional<std::string> marked_csv(std::string_view name, const FileBytes& csv, const std::vector<Problem>& problems, Problems& out) {
  const std::string file(name);
  Problems reading;
  std::vector<WantedColumn> wanted;
  for (const std::string& heading : csv_headers(csv.view())) wanted.push_back({heading, {}, CellType::text, true});
  const std::optional<Table> table = wanted.empty() ? std::nullopt : read_csv(file, csv, wanted, reading);
  if (!table || reading.has_errors() || table->columns.size() != wanted.size()) {
    Place place;
    place.file = file;
    out.error("mark-unreadable", place, "Not every row of \"" + file + "\" could be read, so no marked copy of it was made.",
              "mend what is said of its headings and rows first");
    return std::nullopt;
  }
  const std::size_t slash = file.rfind('/') + 1;  // npos + 1 is 0
  std::vector<std::string> taken;
  XlsxSheet sheet;
  sheet.name = safe_sheet_name(file.substr(slash, file.rfind('.') - slash), taken);
  for (const Column& column : table->columns) {
    sheet.columns.emplace_back().title = column.header;
    sheet.columns.back().holds = XlsxColumn::Holds::code;
  }
  for (std::size_t row = 0; row < table->rows; ++row) {
    std::vector<XlsxCell>& cells = sheet.rows.emplace_back();
    for (const Column& column : table->columns) {
      const TextColumn& words = std::get<TextColumn>(column.cells);
      cells.push_back(XlsxCell::of_text(words.words[words.codes[row]]));
    }
  }
  XlsxBook book;
  book.title = sheet.name;
  book.created = *Date::parse("2000-01-01");  // the clock is not asked
  book.sheets.push_back(sheet);
  const std::optional<std::string> bytes = write_xlsx(book, file, out);
  if (!bytes) return std::nullopt;
  std::vector<Problem> at_cells;
  for (Problem problem : problems) {
    if (problem.place.file != file) continue;
    const auto row = problem.place.line == 0 ? std::nullopt : row_at(*table, problem.place.line);
    const std::uint32_t column = row ? column_at(*table, *row, problem.place.column) : 0;
    problem.place.cell = cell_in_sheet(sheet.name, row ? cell_name(static_cast<std::uint32_t>(*row + 1), column) : "");
    at_cells.push_back(std::move(problem));
  }
  return marked_copy(name, FileBytes(*bytes), at_cells, out);
}

}  // namespace reportcard
