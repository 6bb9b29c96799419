// SPDX-License-Identifier: MIT
// For the fuzzers of workbooks: any package is opened and every sheet of it read, and what comes out is held to what the
// headers promise.
#pragma once
#include <cstdlib>
#include <string>

#include "tables/workbook_for_tests.h"

namespace reportcard {

inline void hold_table(const Table& table) {
  for (const Column& column : table.columns) {
    const std::size_t rows = std::visit([](const auto& cells) -> std::size_t {
      using Cells = std::decay_t<decltype(cells)>;
      if constexpr (std::is_same_v<Cells, TextColumn>) return cells.codes.size();
      else if constexpr (std::is_same_v<Cells, DateColumn>) return cells.days.size();
      else return cells.units.size();
    }, column.cells);
    if (rows != table.rows) std::abort();
    const auto* text = std::get_if<TextColumn>(&column.cells);
    if (column.stored.size() != (text != nullptr ? table.rows : 0)) std::abort();
    for (std::size_t row = 0; text != nullptr && row < table.rows; ++row) {
      const std::string& word = text->words[text->codes[row]];
      const auto stored = static_cast<Stored>(column.stored[row]);
      // A cell with words is stored as something; one that is an error has none.
      if ((stored == Stored::blank || stored == Stored::error) != word.empty()) std::abort();
      if (word.find('\x1E') != std::string::npos) std::abort();
    }
    for (std::size_t row = 0; row < table.rows; row += 1 + table.rows / 8) {
      if (table.places->cell(row, column.name).cell.empty() || table.places->row(row).cell.empty()) std::abort();
    }
  }
}

inline void read_whole_workbook(const std::string& bytes) {
  WorkbookLimits limits;
  limits.rows = 2'000;
  limits.columns = 300;
  limits.part_bytes = std::size_t{1} << 20;
  limits.cells = 20'000;
  Problems problems;
  const auto book = open_workbook("fuzz.xlsx", FileBytes(bytes), problems, limits);
  if (!book) {
    if (problems.empty()) std::abort();
    return;
  }
  for (std::size_t sheet = 0; sheet < book->sheets().size() && sheet < 4; ++sheet) {
    std::vector<WantedColumn> wanted = {{"a", {}, CellType::text, true}, {"b", {"bb"}, CellType::number, true},
                                        {"c", {}, CellType::date, false}, {"d", {"b"}, CellType::text, false}};
    for (const std::string& heading : book->headers(sheet)) {
      if (wanted.size() < 8) wanted.push_back({heading, {}, CellType::text, false});
    }
    const std::size_t before = problems.all().size();
    const auto table = book->read(sheet, wanted, problems);
    if (!table && problems.all().size() == before) std::abort();
    if (table) hold_table(*table);
    (void)print_problems_json(problems.sorted());
  }
}

}  // namespace reportcard
