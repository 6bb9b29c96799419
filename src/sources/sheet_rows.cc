// SPDX-License-Identifier: MIT
// Sheets of workbooks as published rows, so that every series reads workbooks as it reads text.
#include <deque>

#include <fmt/format.h>

#include "sources/published_rows.h"
#include "tables/sheet_grid.h"

namespace reportcard {

namespace {

class SheetRows : public PublishedRows {
 public:
  SheetRows(std::string file, std::string sheet, std::shared_ptr<const SheetGrid> grid) : file_(std::move(file)), sheet_(std::move(sheet)), grid_(std::move(grid)) {}

  void each(const std::function<bool(const PublishedRow&)>& take) const override {
    PublishedRow row;
    std::deque<std::string> rooms;   // cells with line ends, which the grid writes otherwise
    for (std::size_t index = 0; index < grid_->rows(); ++index) {
      if (grid_->filled(index) == 0) continue;
      row.cells.clear();
      rooms.clear();
      grid_->each_cell(index, [&](const GridCell& cell, std::string_view text) {
        if (cell.stored == Stored::error && cell.uncalculated) text = {};
        if (text.find(line_break_in_cell) != std::string_view::npos) {
          std::string& room = rooms.emplace_back(text);
          for (char& c : room) c = c == line_break_in_cell ? '\n' : c;
          text = room;
        }
        row.cells.resize(cell.column);
        row.cells.push_back(text);
      });
      while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
      if (row.cells.empty()) continue;
      const GridRow& at = grid_->row(index);
      for (std::uint32_t time = 0; time < at.times; ++time) {
        row.number = at.number + time + 1;
        if (!take(row)) return;
      }
    }
  }

  Place place(std::uint32_t number, int column) const override {
    Place place;
    place.file = file_;
    const std::uint32_t row = number == 0 ? 0 : number - 1;
    place.cell = cell_in_sheet(sheet_, column < 0 ? std::to_string(row + 1) : cell_name(row, static_cast<std::uint32_t>(column)));
    return place;
  }

  const std::string& file() const override { return file_; }
  std::string where() const override { return fmt::format("{}: {}", file_, sheet_); }

 private:
  std::string file_, sheet_;
  std::shared_ptr<const SheetGrid> grid_;
};

}  // namespace

std::shared_ptr<const PublishedRows> sheet_rows(const std::string& file, const Workbook& book, std::size_t sheet, Problems& problems) {
  auto grid = book.cells(sheet, problems);
  if (!grid) return nullptr;
  return std::make_shared<SheetRows>(file, book.sheets()[sheet].name, std::move(grid));
}

std::vector<std::shared_ptr<const PublishedRows>> tables_in_file(const std::string& file, const FileBytes& bytes, std::optional<Encoding> declared, Problems& problems) {
  std::vector<std::shared_ptr<const PublishedRows>> tables;
  if (is_workbook(file)) {
    const auto book = open_workbook(file, bytes, problems);
    if (!book) return tables;
    for (std::size_t sheet = 0; sheet < book->sheets().size(); ++sheet) {
      if (book->sheets()[sheet].hidden) continue;
      auto rows = sheet_rows(file, *book, sheet, problems);
      if (!rows) return {};
      bool any = false;
      rows->each([&](const PublishedRow&) { any = true; return false; });
      if (any) tables.push_back(std::move(rows));
    }
    return tables;
  }
  const auto text = read_text(bytes, declared);
  if (!text) {
    Place place;
    place.file = file;
    problems.error("encoding-unreadable", place, declared ? fmt::format("This file is not written in {}, as it is said to be.", encoding_name(*declared)) : "This file is no text in any encoding that is known.",
                   "save it again as CSV in UTF-8, or take it from its publisher again");
    return tables;
  }
  tables.push_back(csv_rows(file, *text));
  return tables;
}

}  // namespace reportcard
