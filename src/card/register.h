// SPDX-License-Identifier: MIT
// A register: what one row is, its columns, and the roles that its columns play. A complaint, an inspection, a school,
// a saving and a promise are rows of registers; they differ by definition files, not by classes.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace reportcard {

enum class ColumnType : std::uint8_t { text, date, period, number, percent, money, choice, yes_no, measure, link, id };
// Who may see a thing, widest first: a reader sees what is for their audience and for every wider one.
enum class Audience : std::uint8_t { public_, members, staff, never };
inline bool is_shown_to(Audience reader, Audience of) { return of <= reader; }
// Rows of `case_` and `person` never leave the building; `provider` may stand for people's homes.
enum class RowKind : std::uint8_t { thing, provider, case_, person };
enum class Shown : std::uint8_t { none, list, table, cards, timeline, grouped };

struct ColumnDefinition {
  std::string name, title, help;
  ColumnType type = ColumnType::text;
  bool required = false;
  std::vector<std::string> aliases;
  Audience audience = Audience::public_;
  std::vector<std::string> choices;  // type choice; each exactly as in the data
  std::string to;                    // type link: id of the register it points to
  bool many = false;                 // links (and choices) parted by ';'
  std::string back;                  // type link: name of the number column that the target gets (how many point at it)
  Place place;
};

struct Roles {  // names of columns; empty where the register has none
  std::string date, period, start, end, due, known, area, entity;
  std::string audience;         // a choice of public, members, staff: who may see the row; blank: the register's own
};

struct Register {
  std::string id, title, what;  // `what`: "One complaint at one stage."
  RowKind row = RowKind::thing;
  Audience audience = Audience::public_;  // of rows that do not say their own
  Roles roles;
  std::vector<ColumnDefinition> columns;
  Shown shown = Shown::table;
  std::string grouped_by;       // shown = "grouped by COLUMN"
  std::string empty;            // the sentence for no rows; "" = "None is recorded."
  std::optional<std::pair<std::string, std::string>> covers;  // dates, when wider than the rows themselves
  std::string file;             // what holds its rows, as the user knows it: "data/care.csv", "data/card.xlsx: Care"; empty: nothing does
  Place source;                 // the same for problems: the file, and of a workbook the sheet as `cell`
  bool values = false;          // a table of values (measures.md), made for a file or sheet with no definition
  Place place;
  const ColumnDefinition* find(std::string_view column) const;
  int index_of(std::string_view column) const;  // -1: there is none
  std::string id_column() const;  // the column of type id, or ""
};

}  // namespace reportcard
