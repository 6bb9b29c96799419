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
#include "card/areas.h"
#include "card/register.h"
#include "tables/table.h"

namespace reportcard {

struct Card;

// A name of a period, read as `first` if it is one of that kind, else as the first kind of which it is a name
// (financial year, calendar year, quarter, month, day). Records and conditions read by this one rule.
std::optional<Period> period_as(PeriodKind first, std::string_view name);

// A link resolved: row numbers of the target register's records. One row may point to several.
struct Links {
  std::vector<std::uint32_t> first;   // size rows+1: targets of row r are rows_[first[r] .. first[r+1])
  std::vector<std::uint32_t> targets;
};

struct RecordColumn {
  const ColumnDefinition* definition = nullptr;  // never null
  const Column* cells = nullptr;                 // null: the file has no such column (all blank)
  // text, choice, measure, id, yes_no, period and link are TextColumn; date is DateColumn; number, percent, money NumberColumn.
  // Type period: one a dictionary word, read by period_as with the kind of the first measure that reads the register.
  // A measure of another kind asks periods_as for its own.
  std::vector<std::optional<Period>> periods;
  // A column that says where (role area, or a measure's key): one a dictionary word; nothing for blank and unknown.
  std::vector<std::optional<AreaId>> areas;
  Links links;                                   // type link
  const TextColumn* text() const { return cells ? std::get_if<TextColumn>(&cells->cells) : nullptr; }
  const DateColumn* dates() const { return cells ? std::get_if<DateColumn>(&cells->cells) : nullptr; }
  const NumberColumn* numbers() const { return cells ? std::get_if<NumberColumn>(&cells->cells) : nullptr; }
};
// One a dictionary word of a column of periods, each read by period_as.
std::vector<std::optional<Period>> periods_as(const RecordColumn& column, PeriodKind first);

// Every register of a card has records, if only none. Columns point into the tables and into the register, so records
// are moved with their card, never copied.
struct Records {
  Records() = default;
  Records(Records&&) = default;
  Records& operator=(Records&&) = default;
  Records(const Records&) = delete;
  Records& operator=(const Records&) = delete;

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
