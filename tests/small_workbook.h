// SPDX-License-Identifier: MIT
// Workbooks for tests, written as text. A sheet begins with "= NAME"; then a row a line, cells parted by commas. A cell is
// text; "#7" is the number 7, shown with the decimals it is written with; "@2011-12-01" is a day. So a test says how each
// cell lies in the sheet, which is what spreadsheets get wrong.
#pragma once
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "tables/csv_row.h"
#include "tables/workbook_for_tests.h"
#include "tables/xlsx_write.h"

namespace reportcard {

inline XlsxCell small_cell(const std::string& text) {
  if (!text.empty() && text[0] == '#') return XlsxCell::of_number(text.substr(1));
  if (!text.empty() && text[0] == '@') return XlsxCell::of_date(Date::parse(text.substr(1)));
  return XlsxCell::of_text(text);
}

inline std::string written(const XlsxBook& book) {
  Problems problems;
  const auto bytes = write_xlsx(book, "test.xlsx", problems);
  return bytes.value_or(std::string());
}

inline std::string workbook_of(const std::string& description) {
  XlsxBook book;
  book.created = Date::of(2026, 4, 1);
  std::istringstream in(description);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("= ")) {
      book.sheets.emplace_back();
      book.sheets.back().name = line.substr(2);
      continue;
    }
    if (book.sheets.empty() || line.empty()) continue;
    std::vector<XlsxCell> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(small_cell(cell));
    book.sheets.back().rows.push_back(std::move(cells));
  }
  return written(book);
}

// The rows of a CSV file, cells as they say.
inline std::vector<std::vector<std::string>> rows_of_csv(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  CsvRow row;
  std::string room;
  for (std::size_t at = 0; at < csv.size(); at = row.next) {
    scan_row(csv, at, row);
    if (row.only_commas) continue;
    rows.emplace_back();
    for (std::size_t column = 0; column < row.ends.size(); ++column) rows.back().emplace_back(cell_text(row.cell(csv, column), room));
  }
  return rows;
}

// As an officer's spreadsheet would hold it: days as days, numbers as numbers, codes with a nought before as text.
inline std::string typed(const std::string& text) {
  if (Date::parse(text)) return "@" + text;
  if (text.size() > 1 && text[0] == '0' && text[1] != '.') return text;
  return Decimal::parse(text) && text.find(',') == std::string::npos ? "#" + text : text;
}

// One workbook with a sheet for each CSV file.
inline std::string xlsx_from(const std::map<std::string, std::string>& csv_by_sheet) {
  XlsxBook book;
  book.created = Date::of(2026, 4, 1);
  for (const auto& [name, csv] : csv_by_sheet) {
    book.sheets.emplace_back();
    book.sheets.back().name = name;
    bool header = true;
    for (const std::vector<std::string>& row : rows_of_csv(csv)) {
      std::vector<XlsxCell> cells;
      for (const std::string& text : row) cells.push_back(header ? XlsxCell::of_text(text) : small_cell(typed(text)));
      book.sheets.back().rows.push_back(std::move(cells));
      header = false;
    }
  }
  return written(book);
}

inline std::string ods_from(const std::map<std::string, std::string>& csv_by_sheet) {
  const auto escaped = [](const std::string& text) {
    std::string out;
    for (const char letter : text) {
      if (letter == '&') out += "&amp;";
      else if (letter == '<') out += "&lt;";
      else if (letter == '>') out += "&gt;";
      else if (letter == '"') out += "&quot;";
      else out += letter;
    }
    return out;
  };
  std::string tables;
  for (const auto& [name, csv] : csv_by_sheet) {
    tables += "<table:table table:name=\"" + escaped(name) + "\">";
    for (const std::vector<std::string>& row : rows_of_csv(csv)) {
      tables += "<table:table-row>";
      for (const std::string& text : row) {
        const std::string cell = typed(text);
        const std::string shown = "<text:p>" + escaped(text) + "</text:p></table:table-cell>";
        if (text.empty()) tables += "<table:table-cell/>";
        else if (cell[0] == '@') tables += "<table:table-cell office:value-type=\"date\" office:date-value=\"" + text + "\">" + shown;
        else if (cell[0] == '#') tables += "<table:table-cell office:value-type=\"float\" office:value=\"" + text + "\">" + shown;
        else tables += "<table:table-cell office:value-type=\"string\">" + shown;
      }
      tables += "</table:table-row>";
    }
    tables += "</table:table>";
  }
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  return package_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                     {"content.xml", head + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                                            "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                                            "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.2\"><office:body>"
                                            "<office:spreadsheet>" + tables + "</office:spreadsheet></office:body></office:document-content>"},
                     {"META-INF/manifest.xml", head + "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                                               "manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" "
                                               "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/></manifest:manifest>"}});
}

}  // namespace reportcard
