// SPDX-License-Identifier: MIT
// Any bytes: nothing crashes, and however the file is cut up the table and its problems are the same.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <variant>

#include "tables/csv.h"

namespace {

using namespace reportcard;

std::string said(const std::optional<Table>& table, const Problems& problems) {
  std::string out = print_problems_json(problems.sorted());
  if (!table) return out;
  out += std::to_string(table->rows) + "\n";
  for (const Column& column : table->columns) {
    out += column.name + "\n";
    for (std::size_t row = 0; row < table->rows; ++row) {
      if (const auto* text = std::get_if<TextColumn>(&column.cells)) out += text->words[text->codes[row]];
      if (const auto* dates = std::get_if<DateColumn>(&column.cells)) out += std::to_string(dates->days[row]);
      if (const auto* numbers = std::get_if<NumberColumn>(&column.cells)) {
        if (numbers->units[row] != NumberColumn::blank) out += numbers->at(row).plain();
      }
      out += '\n';
    }
    for (std::size_t row = 0; row < table->rows; row += 1 + table->rows / 8) {
      const Place place = table->places->cell(row, column.name);
      out += std::to_string(place.line) + ":" + std::to_string(place.column) + "\n";
    }
  }
  return out;
}

std::string read_as(const std::string& bytes, const CsvLimits& limits) {
  const std::vector<WantedColumn> wanted = {{"a", {}, CellType::text, true},
                                            {"b", {"bb"}, CellType::number, true},
                                            {"c", {}, CellType::date, false},
                                            {"d", {}, CellType::text, false}};
  Problems problems;
  const auto table = read_csv("fuzz.csv", FileBytes(bytes), wanted, problems, limits);
  return said(table, problems);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  CsvLimits cut;
  cut.threads = 1 + data[0] % 4;
  cut.bytes_a_thread = 1 + data[0] / 4;
  cut.stretch_bytes = 1 + data[1];
  cut.field_bytes = 64;
  CsvLimits whole;
  whole.threads = 1;
  whole.field_bytes = 64;
  const std::string bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
  if (read_as(bytes, cut) != read_as(bytes, whole)) std::abort();
  const std::string with_header = "a,b,c,d\n" + bytes;
  if (read_as(with_header, cut) != read_as(with_header, whole)) std::abort();
  (void)csv_headers(bytes);
  return 0;
}
