// SPDX-License-Identifier: MIT
// Rows typed by their register's definition. Words are looked at once a dictionary, not once a row; a column that
// nobody names is not made, and of registers of cases and people it never comes into memory at all.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/reading.h"
#include "card/records_reader.h"

namespace reportcard {
namespace {

CellType cell_type(ColumnType type) {
  switch (type) {
    case ColumnType::date:
      return CellType::date;
    case ColumnType::number:
    case ColumnType::percent:
    case ColumnType::money:
      return CellType::number;
    default:
      return CellType::text;
  }
}

bool is_wanted(const CardReading& reading, const Register& reg, const ColumnDefinition& column) {
  if (column.type == ColumnType::id || reading.columns_needed.count(reg.id + "." + column.name)) return true;
  if (column.audience == Audience::never) return false;
  return reg.row == RowKind::thing || reg.row == RowKind::provider;
}

std::vector<WantedColumn> wanted_of(const CardReading& reading, const Register& reg) {
  std::vector<WantedColumn> wanted;
  for (const ColumnDefinition& column : reg.columns) {
    if (!is_wanted(reading, reg, column)) continue;
    const bool named = reading.columns_needed.count(reg.id + "." + column.name) != 0;
    wanted.push_back({column.name, also_called(reg, column), cell_type(column.type), column.required || (named && !reg.values)});
  }
  return wanted;
}

// "Yes", "YES" and "yes" are one answer: the dictionary becomes "", yes, no.
void make_yes_no(Column& cells, const Records& records, const ColumnDefinition& definition, Problems& problems) {
  TextColumn* text = std::get_if<TextColumn>(&cells.cells);
  if (!text) return;
  std::vector<std::uint8_t> meant(text->words.size(), 0);
  std::vector<std::uint32_t> unread;
  for (std::uint32_t code = 1; code < text->words.size(); ++code) {
    const std::string folded = fold(text->words[code]);
    if (folded == "yes" || folded == "y" || folded == "true") meant[code] = 1;
    else if (folded == "no" || folded == "n" || folded == "false") meant[code] = 2;
    else unread.push_back(code);
  }
  for (const auto& [code, row] : first_rows_of(*text, unread)) {
    problems.error("choice-unknown", records.place(row, definition.name),
                   fmt::format("{} is neither yes nor no.", in_quotes(text->words[code])),
                   "write yes, no, or leave the cell blank");
  }
  std::vector<std::uint8_t> codes(records.rows);
  for (std::size_t row = 0; row < records.rows; ++row) codes[row] = meant[text->codes[row]];
  *text = TextColumn{Codes{std::move(codes)}, {"", "yes", "no"}};
}

void check_choices(const RecordColumn& column, const Records& records, Problems& problems) {
  const TextColumn* text = column.text();
  if (!text) return;
  const ColumnDefinition& definition = *column.definition;
  const std::set<std::string_view> choices(definition.choices.begin(), definition.choices.end());
  std::vector<std::uint32_t> unknown;
  for (std::uint32_t code = 1; code < text->words.size(); ++code) {
    if (definition.many) {
      for (std::string_view part : split(text->words[code], ';')) {
        if (!part.empty() && !choices.count(part)) {
          unknown.push_back(code);
          break;
        }
      }
    } else if (!choices.count(text->words[code])) {
      unknown.push_back(code);
    }
  }
  for (const auto& [code, row] : first_rows_of(*text, unknown)) {
    std::string_view word = text->words[code];
    if (definition.many) {
      for (std::string_view part : split(text->words[code], ';')) {
        if (!part.empty() && !choices.count(part)) word = part;
      }
    }
    const std::string damaged = damaged_word_remedy(word, definition.choices);
    problems.error("choice-unknown", records.place(row, definition.name),
                   fmt::format("{} is not a choice of {}.", in_quotes(word), in_quotes(definition.name)),
                   damaged.empty() ? one_of(word, definition.choices) : damaged);
  }
}

// A cell that could not be read is left blank by the reader of tables, which has said so.
bool is_said(const Problems& problems, const Place& cell) {
  for (const Problem& problem : problems.all()) {
    const Place& place = problem.place;
    if (place.line == cell.line && place.column == cell.column && place.file == cell.file && place.cell == cell.cell) return true;
  }
  return false;
}

void check_blanks(const RecordColumn& column, const Records& records, Problems& problems) {
  constexpr std::size_t shown = 20;
  std::size_t blank = 0;
  auto say = [&](std::size_t row) {
    if (blank < shown && is_said(problems, records.place(row, column.definition->name))) return;
    if (++blank > shown) return;
    problems.error("cell-blank", records.place(row, column.definition->name),
                   fmt::format("The column {} is blank here, and it must not be.", in_quotes(column.definition->name)),
                   "fill the cell, or take the row out");
  };
  if (const TextColumn* text = column.text()) {
    for (std::size_t row = 0; row < records.rows; ++row)
      if (text->codes[row] == 0) say(row);
  } else if (const DateColumn* dates = column.dates()) {
    for (std::size_t row = 0; row < records.rows; ++row)
      if (dates->days[row] == DateColumn::blank) say(row);
  } else if (const NumberColumn* numbers = column.numbers()) {
    for (std::size_t row = 0; row < records.rows; ++row)
      if (numbers->units[row] == NumberColumn::blank) say(row);
  }
  if (blank > shown) {
    problems.error("cell-blank", records.of->source,
                   fmt::format("The column {} is blank in {} more rows.", in_quotes(column.definition->name), blank - shown),
                   "fill the cells, or take the rows out");
  }
}

void check_ids(const RecordColumn& column, const Records& records, Problems& problems) {
  constexpr std::size_t shown = 20;
  const TextColumn* text = column.text();
  if (!text || text->words.size() == records.rows + 1) return;  // all different
  constexpr std::uint32_t none = UINT32_MAX;
  std::vector<std::uint32_t> first(text->words.size(), none);
  std::size_t twice = 0;
  for (std::size_t row = 0; row < records.rows; ++row) {
    const std::uint32_t code = text->codes[row];
    if (code == 0) continue;
    if (first[code] == none) {
      first[code] = static_cast<std::uint32_t>(row);
    } else if (++twice <= shown) {
      const Place before = records.place(first[code], column.definition->name);
      problems.error("id-twice", records.place(row, column.definition->name),
                     before.line || !before.cell.empty()
                         ? fmt::format("The {} {} stands in {} already.", column.definition->name, in_quotes(text->words[code]), spot_said(before))
                         : fmt::format("The {} {} stands twice.", column.definition->name, in_quotes(text->words[code])),
                     "give each row an id of its own, or take one of the two out");
    }
  }
  if (twice > shown)
    problems.error("id-twice", records.of->source,
                   fmt::format("{} more rows have an id that stands before.", twice - shown), "give each row an id of its own");
}

void read_areas_of(const CardReading& reading, RecordColumn& column, const Records& records, Problems& problems) {
  const TextColumn* text = column.text();
  if (!text) return;
  std::vector<std::uint32_t> unknown;
  column.areas.assign(text->words.size(), std::nullopt);
  for (std::uint32_t code = 1; code < text->words.size(); ++code) {
    column.areas[code] = reading.card.areas.find(text->words[code]);
    if (!column.areas[code]) unknown.push_back(code);
  }
  if (unknown.empty()) return;
  const std::vector<std::string> names = reading.card.areas.names();
  for (const auto& [code, row] : first_rows_of(*text, unknown)) {
    Problem problem;
    // A row of values without its place is lost; a case without is left out and counted among those left out.
    problem.severity = records.of->values ? Severity::error : Severity::warning;
    problem.code = "area-unknown";
    problem.place = records.place(row, column.definition->name);
    problem.message = fmt::format("{} is not a place that is known.", in_quotes(text->words[code]));
    problem.remedy = known_are(text->words[code], names, "");
    problems.add(std::move(problem));
  }
}

void check_unused(const Register& reg, const Table& table, Problems& problems) {
  std::vector<std::string> names;
  const std::set<std::string> known = all_headings(reg);
  for (const ColumnDefinition& column : reg.columns) names.push_back(column.name);
  Place header_place = reg.source;
  if (header_place.cell.empty()) header_place.line = 1;
  for (const std::string& header : table.unused_headers) {
    if (header.empty() || known.count(fold(header))) continue;
    if (std::optional<std::string> meant = did_you_mean(header, names); meant && !table.find(*meant)) {
      problems.warning("column-unknown", header_place,
                       fmt::format("The register {} has no column {}, so nobody reads it.", in_quotes(reg.id), in_quotes(header)),
                       fmt::format("did you mean {}?", in_quotes(*meant)));
    } else if (reg.row == RowKind::thing) {
      problems.note("column-unread", header_place, fmt::format("Nobody reads the column {}.", in_quotes(header)));
    }
  }
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::size_t>> first_rows_of(const TextColumn& text,
                                                                 const std::vector<std::uint32_t>& codes) {
  constexpr std::size_t most = 50;
  std::vector<std::pair<std::uint32_t, std::size_t>> found;
  if (codes.empty()) return found;
  std::vector<bool> sought(text.words.size(), false);
  std::size_t left = 0;
  for (std::uint32_t code : codes) {
    if (left == most) break;
    sought[code] = true;
    ++left;
  }
  for (std::size_t row = 0; row < text.codes.size() && left > 0; ++row) {
    const std::uint32_t code = text.codes[row];
    if (!sought[code]) continue;
    sought[code] = false;
    --left;
    found.emplace_back(code, row);
  }
  return found;
}

void read_records_of(CardReading& reading, const Register& reg, Records& records) {
  records.of = &reg;
  std::vector<WantedColumn> wanted = wanted_of(reading, reg);
  const bool asked = !reg.file.empty() && !wanted.empty();
  if (asked) {
    const auto wide = reading.wide.find(reg.id);
    if (std::optional<Table> table = wide == reading.wide.end() ? read_rows(reading, reading.data.at(reg.id), wanted)
                                                                : read_wide(reading, reg, wide->second, wanted)) {
      records.rows = table->rows;
      records.tables.push_back(std::move(*table));
      if (!reg.values) check_unused(reg, records.tables.front(), reading.problems);
    }
  }
  for (const ColumnDefinition& definition : reg.columns) {
    RecordColumn column;
    column.definition = &definition;
    if (!records.tables.empty()) column.cells = records.tables.front().find(definition.name);
    records.columns.push_back(std::move(column));
  }
  if (records.tables.empty()) return;
  for (RecordColumn& column : records.columns) {
    if (!column.cells) continue;
    const ColumnDefinition& definition = *column.definition;
    Column& cells = *std::find_if(records.tables.front().columns.begin(), records.tables.front().columns.end(),
                                  [&](const Column& one) { return &one == column.cells; });
    if (definition.type == ColumnType::yes_no) make_yes_no(cells, records, definition, reading.problems);
    if (definition.required) check_blanks(column, records, reading.problems);
    if (definition.type == ColumnType::choice) check_choices(column, records, reading.problems);
    if (definition.type == ColumnType::id) check_ids(column, records, reading.problems);
    if (definition.type == ColumnType::period) read_periods(reading, column, cells, records, reading.problems);
    check_typing(reading, column, records, reading.problems);
    bool place = definition.name == reg.roles.area;
    for (const Measure& measure : reading.card.measures) {
      place = place || (measure.from == reg.id && measure.area && measure.area->through.empty() &&
                        measure.area->column == reg.index_of(definition.name));
    }
    if (place) read_areas_of(reading, column, records, reading.problems);
  }
}

void read_all_records(CardReading& reading) {
  for (const auto& [id, reg] : reading.card.registers) read_records_of(reading, reg, reading.card.records[id]);
  for (auto& [id, records] : reading.card.records) resolve_links(reading, records);
  count_back(reading);
}

}  // namespace reportcard
