// SPDX-License-Identifier: MIT
// Columns of a register found by name or by type.
#include "card/register.h"

namespace reportcard {

int Register::index_of(std::string_view column) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == column) return static_cast<int>(i);
  }
  return -1;
}

const ColumnDefinition* Register::find(std::string_view column) const {
  const int index = index_of(column);
  return index < 0 ? nullptr : &columns[static_cast<std::size_t>(index)];
}

std::string Register::id_column() const {
  for (const ColumnDefinition& column : columns) {
    if (column.type == ColumnType::id) return column.name;
  }
  return {};
}

}  // namespace reportcard
