// SPDX-License-Identifier: MIT
// The sheet is written as CSV in memory, a line a row and only the columns asked for, and read_csv does the rest. Line
// breaks inside cells travel as a character that no cell can hold, so that line n + 1 is always row n.
#include "tables/sheet_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "tables/csv.h"
#include "tables/csv_header.h"
#include "tables/csv_row.h"
#include "tables/sheet_findings.h"
#include "tables/sheet_header.h"

namespace reportcard {
namespace {

constexpr std::size_t most_csv_bytes = std::size_t{1} << 30;

// Which row of the sheet each row of the table is, in runs of rows that follow one another.
class SheetPlaces : public RowPlaces {
 public:
  explicit SheetPlaces(SheetName name) : name_(std::move(name)) {}
  void add_row(std::uint32_t number) {
    if (runs_.empty() || number != runs_.back().number + (rows_ - runs_.back().row)) runs_.push_back({rows_, number});
    ++rows_;
  }
  void add_column(std::string name, std::uint32_t column) { columns_.emplace_back(std::move(name), column); }
  void set_first_column(std::uint32_t column) { first_column_ = column; }
  std::uint32_t number_of(std::size_t row) const {
    const auto after = std::upper_bound(runs_.begin(), runs_.end(), row, [](std::size_t at, const Run& run) { return at < run.row; });
    const Run& run = *(after - 1);
    return run.number + static_cast<std::uint32_t>(row - run.row);
  }
  std::size_t rows() const { return rows_; }
  std::uint32_t first_column() const { return first_column_; }

  Place cell(std::size_t wanted, std::string_view column) const override {
    if (wanted >= rows_) return name_.whole();
    for (const auto& [name, at] : columns_) {
      if (name == column) return name_.at(number_of(wanted), at);
    }
    return row(wanted);
  }
  Place row(std::size_t wanted) const override {
    return wanted >= rows_ ? name_.whole() : name_.at(number_of(wanted), first_column_);
  }

 private:
  struct Run {
    std::size_t row = 0;
    std::uint32_t number = 0;
  };
  SheetName name_;
  std::vector<Run> runs_;
  std::size_t rows_ = 0;
  std::uint32_t first_column_ = 0;
  std::vector<std::pair<std::string, std::uint32_t>> columns_;
};

void append_csv_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char letter : text) out.append(letter == '"' ? 2 : 1, letter);
  out += '"';
}

// One of the sheet's columns that somebody asked for; two may have asked for it.
struct Asked {
  bool as_text = false;
  bool as_day = false;
  std::vector<std::uint8_t> stored;  // where asked for as text
};

struct Csv {
  std::string text;
  std::vector<std::size_t> lines;             // where each line begins
  std::vector<std::optional<Asked>> columns;  // of the sheet, as far as there are headings
  bool too_large = false;
};

// Each line ends with a column of our own, so that no row is nothing but commas: such a row would be none to read_csv.
constexpr std::string_view line_end = ",.\n", header_end = ",\n";

void write_header(const SheetHeader& header, Csv& csv) {
  csv.lines.push_back(0);
  for (std::size_t column = 0; column < header.headings.size(); ++column) {
    if (column > 0) csv.text += ',';
    append_csv_cell(csv.text, header.headings[column]);
  }
  csv.text += header_end;
}

// The line of a row; false, and nothing is written, where no cell stands under a heading.
bool write_row(const SheetGrid& grid, std::size_t index, Csv& csv, SheetFindings& findings) {
  const std::size_t line = csv.text.size();
  const std::size_t columns = csv.columns.size();
  const std::uint32_t number = grid.row(index).number;
  std::size_t at = 0;
  bool a_row = false;
  grid.each_cell(index, [&](const GridCell& cell, std::string_view text) {
    if (findings.without_heading(cell.column)) return findings.outside(number, cell.column);
    a_row = true;
    std::optional<Asked>& asked = csv.columns[cell.column];
    if (!asked) return;
    if (asked->as_text) asked->stored.back() = static_cast<std::uint8_t>(cell.stored);
    if (cell.stored == Stored::error) return findings.wrong_cell(number, cell, text);
    csv.text.append(cell.column - at, ',');
    at = cell.column;
    // A day column takes the day of a cell that has a time as well.
    if (asked->as_day && cell.stored == Stored::date) text = text.substr(0, text.find(' '));
    append_csv_cell(csv.text, text);
  });
  if (!a_row) {
    csv.text.resize(line);
    return false;
  }
  csv.text.append(columns - 1 - at, ',');
  csv.text += line_end;
  return true;
}

void write_rows(const SheetGrid& grid, const SheetHeader& header, Csv& csv, SheetPlaces& places, SheetFindings& findings) {
  const auto resize_stored = [&csv](std::size_t rows) {
    for (auto& column : csv.columns) {
      if (column && column->as_text) column->stored.resize(rows, static_cast<std::uint8_t>(Stored::blank));
    }
  };
  for (std::size_t index = header.row; index < grid.rows(); ++index) {
    const GridRow& row = grid.row(index);
    // A heading row that is repeated is one heading and then rows of the same.
    const std::uint32_t from = index == header.row ? 1 : 0;
    if (row.times == from) continue;
    const std::size_t line = csv.text.size();
    resize_stored(places.rows() + 1);
    if (!write_row(grid, index, csv, findings)) continue;
    const std::size_t bytes = csv.text.size() - line;
    if (line > most_csv_bytes || bytes * (row.times - from) > most_csv_bytes - line) {
      csv.too_large = true;
      return;
    }
    for (std::uint32_t time = from; time < row.times; ++time) {
      if (time > from) {
        csv.text.append(csv.text, line, bytes);
        for (auto& column : csv.columns) {
          if (!column || !column->as_text) continue;
          const std::uint8_t same = column->stored.back();
          column->stored.push_back(same);
        }
      }
      csv.lines.push_back(line + bytes * (time - from));
      places.add_row(row.number + time);
    }
  }
  resize_stored(places.rows());
}

// From line and column of the CSV to the cell of the sheet.
class Translation {
 public:
  Translation(const SheetName& name, std::string_view text, const std::vector<std::size_t>& lines, const SheetPlaces& places,
              std::uint32_t header_row)
      : name_(name), text_(text), lines_(lines), places_(places), header_row_(header_row) {}

  void translate(Problems from, Problems& to) const {
    for (Problem problem : from.all()) {
      problem.place = place(problem.place);
      for (std::string* words : {&problem.message, &problem.remedy}) {
        std::replace(words->begin(), words->end(), line_break_in_cell, ' ');
        replace(*words, "of this file", "of this sheet");
        replace(*words, "the file has ", "the sheet has ");
        replace(*words, "of the first row", fmt::format("in row {}", header_row_ + 1));
      }
      to.add(std::move(problem));
    }
  }

 private:
  static void replace(std::string& words, std::string_view from, std::string_view to) {
    // Only what our own sentence says: a quoted word of the user stands between quotation marks.
    const std::size_t at = words.find(from);
    if (at != std::string::npos && std::count(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at), '"') % 2 == 0) {
      words.replace(at, from.size(), to);
    }
  }
  Place place(const Place& place) const {
    if (place.line == 0 || place.line > lines_.size()) return name_.whole();
    const std::uint32_t row = place.line == 1 ? header_row_ : places_.number_of(place.line - 2);
    if (place.column == 0 || place.length == 0) return name_.at(row, places_.first_column());
    const std::size_t begin = lines_[place.line - 1];
    std::size_t at = begin;
    for (std::uint32_t point = 1; point < place.column; ++point) at += std::max<std::size_t>(1, code_point_at(text_, at).bytes);
    CsvRow cells;
    scan_row(text_, begin, cells);
    std::uint32_t column = 0;
    while (column + 1 < cells.ends.size() && cells.ends[column] < at) ++column;
    return name_.at(row, column);
  }

  const SheetName& name_;
  std::string_view text_;
  const std::vector<std::size_t>& lines_;
  const SheetPlaces& places_;
  std::uint32_t header_row_;
};

// Which columns are which is what read_header says; what is wrong with them is said when the whole is read.
std::vector<CsvHeader::Match> match_columns(const std::vector<WantedColumn>& wanted, const CsvLimits& limits, Csv& csv) {
  Problems said_later;
  const auto header = read_header({}, csv.text, 0, wanted, limits, said_later);
  if (!header) return {};
  for (const CsvHeader::Match& match : header->matches) {
    std::optional<Asked>& asked = csv.columns[match.column];
    if (!asked) asked.emplace();
    asked->as_text = asked->as_text || wanted[match.wanted].type == CellType::text;
    asked->as_day = asked->as_day || wanted[match.wanted].type == CellType::date;
  }
  return header->matches;
}

}  // namespace

std::vector<std::string> headers_of_grid(const SheetGrid& grid) {
  if (grid.rows() == 0) return {};
  return first_header(grid).headings;
}

std::vector<std::vector<std::string>> first_rows_of_grid(const SheetGrid& grid) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t index = 0; index < std::min(grid.rows(), header_rows_looked_at); ++index) rows.push_back(header_at(grid, index).headings);
  return rows;
}

Place heading_in_grid(const SheetName& name, const SheetGrid& grid, const std::vector<std::string>& row, std::string_view header) {
  for (std::size_t index = 0; index < std::min(grid.rows(), header_rows_looked_at); ++index) {
    const std::vector<std::string> headings = header_at(grid, index).headings;
    if (headings != row) continue;
    for (std::size_t column = 0; column < headings.size(); ++column) {
      if (headings[column] == header) return name.at(grid.row(index).number, static_cast<std::uint32_t>(column));
    }
  }
  Place whole;
  whole.file = name.file;
  return whole;
}

std::optional<Table> table_of_grid(const SheetName& name, const SheetGrid& grid, const std::vector<WantedColumn>& wanted,
                                   Problems& problems, const WorkbookLimits& limits) {
  if (grid.rows() == 0) {
    problems.error("sheet-empty", name.whole(), "This sheet has no rows.", "give it a first row with the names of its columns, or take it out");
    return {};
  }
  const SheetHeader header = find_header(grid, wanted);
  if (header.headings.empty()) {
    problems.error("sheet-empty", name.whole(), "This sheet has no headings.", "give it a first row with the names of its columns");
    return {};
  }
  CsvLimits csv_limits;
  csv_limits.columns = limits.columns + 1;
  csv_limits.field_bytes = limits.cell_bytes;
  Csv csv;
  csv.columns.resize(header.headings.size());
  write_header(header, csv);
  const std::vector<CsvHeader::Match> matches = match_columns(wanted, csv_limits, csv);

  auto places = std::make_shared<SheetPlaces>(name);
  const auto first = std::find_if(header.headings.begin(), header.headings.end(), [](const std::string& one) { return !one.empty(); });
  places->set_first_column(static_cast<std::uint32_t>(first - header.headings.begin()));
  for (const CsvHeader::Match& match : matches) places->add_column(wanted[match.wanted].name, static_cast<std::uint32_t>(match.column));
  SheetFindings findings(name, header);
  write_rows(grid, header, csv, *places, findings);
  if (csv.too_large) {
    problems.error("workbook-too-large", name.whole(), "The rows of this sheet come to more than a gigabyte.",
                   "take out the rows that are not needed, or split the sheet");
    return {};
  }
  findings.report(grid, problems);

  const FileBytes bytes(std::move(csv.text));
  Problems of_csv;
  auto table = read_csv(name.file, bytes, wanted, of_csv, csv_limits);
  Translation(name, bytes.view(), csv.lines, *places, grid.row(header.row).number).translate(std::move(of_csv), problems);
  if (!table) return {};
  for (std::size_t index = 0; index < table->columns.size(); ++index) {
    Column& column = table->columns[index];
    auto* text = std::get_if<TextColumn>(&column.cells);
    if (text == nullptr) continue;
    for (std::string& word : text->words) std::replace(word.begin(), word.end(), line_break_in_cell, '\n');
    if (table->rows == places->rows()) column.stored = csv.columns[matches[index].column]->stored;
  }
  table->places = places;
  return table;
}

}  // namespace reportcard
