// SPDX-License-Identifier: MIT
// The few things a table in memory can be asked.
#include "tables/table.h"

#include <algorithm>

namespace reportcard {

Decimal NumberColumn::at(std::size_t row) const {
  Decimal number{units[row], places};
  if (places_by_row.empty()) return number;
  for (; number.places > places_by_row[row]; --number.places) number.units /= 10;
  return number;
}

const Column* Table::find(std::string_view name) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [name](const Column& column) { return column.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

}  // namespace reportcard
