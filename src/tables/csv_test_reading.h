// SPDX-License-Identifier: MIT
// For tests: a file's text read, and its cells and problems as text.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tables/csv.h"

namespace reportcard {

// Cells as text: words; days as 2012-10-31; numbers as typed; blank as "".
inline std::vector<std::string> cells_of(const Table& table, std::string_view name) {
  std::vector<std::string> out;
  const Column* column = table.find(name);
  if (!column) return {"(no such column)"};
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (const auto* text = std::get_if<TextColumn>(&column->cells)) {
      out.push_back(text->words[text->codes[row]]);
    } else if (const auto* dates = std::get_if<DateColumn>(&column->cells)) {
      out.push_back(dates->days[row] == DateColumn::blank ? "" : Date{dates->days[row]}.iso());
    } else {
      const auto& numbers = std::get<NumberColumn>(column->cells);
      out.push_back(numbers.units[row] == NumberColumn::blank ? "" : numbers.at(row).plain());
    }
  }
  return out;
}

struct Read {
  std::optional<Table> table;
  Problems problems;
  std::string printed() const { return print_problems(problems.sorted(), false); }
};

inline Read read(const std::string& text, const std::vector<WantedColumn>& wanted, const CsvLimits& limits = {}) {
  Read out;
  out.table = read_csv("data/t.csv", FileBytes(text), wanted, out.problems, limits);
  return out;
}

}  // namespace reportcard
