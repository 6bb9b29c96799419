// SPDX-License-Identifier: MIT
// Records: the rows of one register, typed. A row's columns are arrays; words are resolved once a dictionary, not once a row.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "card/register.h"
#include "tables/table.h"

namespace reportcard {

struct Card;

// A link resolved: row numbers of the target register's records. One row may point to several.
struct Links {
  std::vector<std::uint32_t> first;   // size rows+1: targets of row r are rows_[first[r] .. first[r+1])
  std::vector<std::uint32_t> targets;
};

struct RecordColumn {
  const ColumnDefinition* definition = nullptr;  // never null
  const Column* cells = nullptr;                 // null: the file has no such column (all blank)
  // text, choice, measure, id, yes_no, period and link are TextColumn; date is DateColumn; number, percent, money NumberColumn.
  std::vector<std::optional<Period>> periods;    // type period: one a dictionary word (of whichever kind it parses as)
  Links links;                                   // type link
};

struct Records {
  const Register* of = nullptr;
  std::size_t rows = 0;
  std::vector<RecordColumn> columns;   // as Register::columns, same indices
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> back_counts;  // name, one a row
  std::vector<Table> tables;           // one file a register in this release; owns the cells
  const RecordColumn* find(std::string_view column) const;
  std::string text(std::size_t row, std::string_view column) const;  // "" where blank; dates ISO, numbers plain as typed
  bool blank(std::size_t row, std::string_view column) const;
  Place place(std::size_t row, std::string_view column = {}) const;
};

}  // namespace reportcard
