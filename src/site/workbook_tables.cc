// SPDX-License-Identifier: MIT
// Downloads and lists as sheets: typed cells, one table a sheet.
#include <algorithm>

#include "site/downloads.h"
#include "site/workbook_parts.h"
#include "tables/csv.h"

namespace reportcard {

namespace {

// The apostrophe that keeps a CSV from being run as a formula is not needed where a text is written as text.
std::string without_guard(std::string_view text) {
  constexpr std::string_view guarded = "=+-@\t\r ";
  if (text.size() > 1 && text[0] == '\'' && (guarded.find(text[1]) != std::string_view::npos || static_cast<unsigned char>(text[1]) >= 128)) text.remove_prefix(1);
  return std::string(text);
}

bool is_number(std::string_view type) { return type == "number" || type == "integer"; }

XlsxColumn::Holds holds_of(const DataColumn& column) {
  if (is_number(column.type)) return XlsxColumn::Holds::number;
  if (column.type == "date") return XlsxColumn::Holds::date;
  constexpr std::string_view codes[] = {"schema", "measure", "area_code", "period", "symbol", "called", "previous_period", "year_ago_period", "baseline_period", "comparator_period", "bands"};
  return std::find(std::begin(codes), std::end(codes), column.name) != std::end(codes) ? XlsxColumn::Holds::code : XlsxColumn::Holds::text;
}

XlsxCell cell_of(XlsxColumn::Holds holds, const std::string& text) {
  if (holds == XlsxColumn::Holds::number) return XlsxCell::of_number(text);
  if (holds == XlsxColumn::Holds::date) {
    if (const auto day = Date::parse(text)) return XlsxCell::of_date(day);
  }
  return XlsxCell::of_text(text);
}

XlsxColumn::Holds holds_of(ColumnType type) {
  switch (type) {
    case ColumnType::number:
    case ColumnType::percent:
    case ColumnType::money: return XlsxColumn::Holds::number;
    case ColumnType::date: return XlsxColumn::Holds::date;
    case ColumnType::period:
    case ColumnType::measure:
    case ColumnType::link:
    case ColumnType::id: return XlsxColumn::Holds::code;
    case ColumnType::text:
    case ColumnType::choice:
    case ColumnType::yes_no: break;
  }
  return XlsxColumn::Holds::text;
}

// Units stand in the header: "Cost (£)".
std::string header_of(const ColumnDefinition& column) {
  const std::string title = column.title.empty() ? column.name : column.title;
  if (column.type == ColumnType::money && title.find("£") == std::string::npos) return title + " (£)";
  if (column.type == ColumnType::percent && title.find('%') == std::string::npos) return title + " (%)";
  return title;
}

}  // namespace

int DownloadRows::find(std::string_view column) const {
  const auto found = std::find(columns.begin(), columns.end(), column);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

const std::string& DownloadRows::at(std::size_t row, std::string_view column) const {
  static const std::string none;
  const int at = find(column);
  return at < 0 ? none : rows[row][static_cast<std::size_t>(at)];
}

DownloadRows read_download(const Tree& tree, const std::string& file) {
  DownloadRows read;
  const auto bytes = tree.find(file);
  if (bytes == tree.end()) return read;
  std::vector<WantedColumn> wanted;
  for (const std::string& name : csv_headers(bytes->second)) wanted.push_back({name, {}, CellType::text, true});
  Problems none;  // we wrote it ourselves
  CsvLimits limits;
  limits.field_bytes = bytes->second.size() + 1;
  const auto table = read_csv(file, FileBytes(bytes->second), wanted, none, limits);
  if (!table) return read;
  for (const Column& column : table->columns) read.columns.push_back(column.name);
  read.rows.resize(table->rows, std::vector<std::string>(table->columns.size()));
  for (std::size_t at = 0; at < table->columns.size(); ++at) {
    const auto* text = std::get_if<TextColumn>(&table->columns[at].cells);
    if (text == nullptr) continue;
    for (std::size_t row = 0; row < table->rows; ++row) read.rows[row][at] = without_guard(text->words[text->codes[row]]);
  }
  return read;
}

XlsxSheet download_sheet(std::string name, std::vector<std::string> lines, const DownloadRows& of, const std::vector<DataColumn>& columns) {
  XlsxSheet sheet;
  sheet.name = std::move(name);
  sheet.lines = std::move(lines);
  std::vector<int> at;
  for (const DataColumn& column : columns) {
    const int found = of.find(column.name);
    if (found < 0) continue;
    at.push_back(found);
    XlsxColumn made;
    made.title = std::string(column.name);
    made.holds = holds_of(column);
    sheet.columns.push_back(std::move(made));
  }
  for (const auto& row : of.rows) {
    std::vector<XlsxCell> cells;
    for (std::size_t i = 0; i < at.size(); ++i) cells.push_back(cell_of(sheet.columns[i].holds, row[static_cast<std::size_t>(at[i])]));
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

XlsxSheet register_sheet(const View& view, const PublicRegister& of) {
  XlsxSheet sheet;
  sheet.name = of.title();
  sheet.lines = {of.title() + (of.what().empty() ? std::string() : ". Each row: " + of.what())};
  for (int at = 0; at < static_cast<int>(of.columns()); ++at) {
    XlsxColumn column;
    column.title = header_of(of.column(at));
    column.holds = holds_of(of.column(at).type);
    sheet.columns.push_back(std::move(column));
  }
  for (std::size_t row = 0; row < of.rows(); ++row) {
    std::vector<XlsxCell> cells;
    for (int at = 0; at < static_cast<int>(of.columns()); ++at) cells.push_back(cell_of(sheet.columns[static_cast<std::size_t>(at)].holds, view.text_as_printed(of, row, at)));
    sheet.rows.push_back(std::move(cells));
  }
  return sheet;
}

XlsxSheet columns_sheet(const View& view) {
  XlsxSheet sheet;
  sheet.name = "Columns";
  sheet.lines = {"What the columns of the tables mean"};
  sheet.columns.resize(4);
  const char* titles[] = {"Sheet", "Column", "Type", "What it means"};
  for (std::size_t i = 0; i < 4; ++i) sheet.columns[i].title = titles[i];
  const auto add = [&](std::string_view in, std::string_view column, std::string_view type, std::string_view means) {
    sheet.rows.push_back({XlsxCell::of_text(in), XlsxCell::of_text(column), XlsxCell::of_text(type), XlsxCell::of_text(means)});
  };
  for (const DataColumn& column : figure_columns()) add("Figures", column.name, column.type, column.means);
  for (const DataColumn& column : comparison_columns()) add("Comparisons", column.name, column.type, column.means);
  for (const PublicRegister& of : view.registers()) {
    if (of.rows() == 0 || of.columns() == 0) continue;
    for (int at = 0; at < static_cast<int>(of.columns()); ++at) {
      const ColumnDefinition& column = of.column(at);
      const bool number = holds_of(column.type) == XlsxColumn::Holds::number;
      add(of.title(), header_of(column), number ? "number" : column.type == ColumnType::date ? "date" : "string", column.help.empty() ? column.title : column.help);
    }
  }
  return sheet;
}

}  // namespace reportcard
