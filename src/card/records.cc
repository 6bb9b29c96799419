// SPDX-License-Identifier: MIT
// Records asked for a cell: its text, whether it is blank, where it stands.
#include "card/records.h"

#include "base/text.h"
#include "card/toml_tree.h"

namespace reportcard {

std::optional<Period> period_as(PeriodKind first, std::string_view name) {
  name = trim(name);
  if (name.empty()) return std::nullopt;
  if (first != PeriodKind::not_given) {
    if (std::optional<Period> period = Period::parse(first, name)) return period;
  }
  for (PeriodKind kind :
       {PeriodKind::financial_year, PeriodKind::calendar_year, PeriodKind::quarter, PeriodKind::month, PeriodKind::day}) {
    if (std::optional<Period> period = Period::parse(kind, name)) return period;
  }
  return std::nullopt;
}

std::vector<std::optional<Period>> periods_as(const RecordColumn& column, PeriodKind first) {
  std::vector<std::optional<Period>> periods;
  if (const TextColumn* text = column.text()) {
    periods.reserve(text->words.size());
    for (const std::string& word : text->words) periods.push_back(period_as(first, word));
  }
  return periods;
}

const RecordColumn* Records::find(std::string_view column) const {
  for (const RecordColumn& one : columns) {
    if (one.definition->name == column) return &one;
  }
  return nullptr;
}

bool Records::blank(std::size_t row, std::string_view column) const {
  const RecordColumn* found = find(column);
  if (!found || !found->cells || row >= rows) return true;
  if (const TextColumn* text = found->text()) return text->codes[row] == 0;
  if (const DateColumn* dates = found->dates()) return dates->days[row] == DateColumn::blank;
  return found->numbers()->units[row] == NumberColumn::blank;
}

std::string Records::text(std::size_t row, std::string_view column) const {
  if (blank(row, column)) return {};
  const RecordColumn* found = find(column);
  if (const TextColumn* text = found->text()) return text->words[text->codes[row]];
  if (const DateColumn* dates = found->dates()) return Date{dates->days[row]}.iso();
  return found->numbers()->at(row).plain();
}

Place Records::place(std::size_t row, std::string_view column) const {
  if (tables.empty() || !tables.front().places) return of ? of->source : Place{};
  Place place = column.empty() ? tables.front().places->row(row) : tables.front().places->cell(row, column);
  if (place.cell.empty() || row >= rows) return place;
  // Of a sheet the line as typed is the cell, or what was read of its row.
  for (const RecordColumn& one : columns) {
    if (!column.empty() && one.definition->name != column) continue;
    if (!place.excerpt.empty()) place.excerpt += ',';
    place.excerpt += text(row, one.definition->name);
  }
  return place;
}

}  // namespace reportcard
