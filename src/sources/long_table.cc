// SPDX-License-Identifier: MIT
#include "sources/long_table.h"

#include <fmt/format.h>

#include "sources/published_cells.h"

namespace reportcard {

namespace {

struct Fixed { const char* name; const char* title; ColumnType type; CellType cell; };
enum At : std::size_t { indicator_, period_, day_, area_, value_, symbol_, called_, part_, status_, note_, filters_from };
constexpr Fixed fixed[filters_from] = {
    {"indicator", "Indicator", ColumnType::text, CellType::text}, {"period", "Period", ColumnType::period, CellType::text},
    {"day", "Last day", ColumnType::period, CellType::text},      {"area", "Place", ColumnType::text, CellType::text},
    {"value", "Value", ColumnType::number, CellType::number},     {"symbol", "Symbol", ColumnType::text, CellType::text},
    {"called", "Period as published", ColumnType::text, CellType::text}, {"part", "Part of the year", ColumnType::text, CellType::text},
    {"status", "Status", ColumnType::text, CellType::text},       {"note", "Note", ColumnType::text, CellType::text}};

std::vector<TableBuilder::Wish> wishes_of(const std::vector<LongFilter>& filters, LongCounts counts) {
  std::vector<TableBuilder::Wish> wishes;
  for (const Fixed& one : fixed) wishes.push_back({one.name, one.cell});
  for (const LongFilter& filter : filters) wishes.push_back({filter.name, CellType::text});
  if (counts.numerator >= 0) wishes.push_back({"numerator", CellType::number});
  if (counts.denominator >= 0) wishes.push_back({"denominator", CellType::number});
  return wishes;
}

ColumnDefinition column(std::string name, std::string title, ColumnType type) {
  ColumnDefinition made;
  made.name = std::move(name);
  made.title = std::move(title);
  made.type = type;
  return made;
}

}  // namespace

LongTable::LongTable(std::string id, std::shared_ptr<const PublishedRows> rows, const std::vector<LongFilter>& filters, int period_from, int area_from, LongCounts counts)
    : id_(std::move(id)), rows_(std::move(rows)), filters_(filters), counts_(counts), builder_(rows_->file(), wishes_of(filters, counts)) {
  std::vector<int> from(filters_from, -1);
  from[period_] = from[day_] = from[called_] = from[part_] = from[status_] = period_from;
  from[area_] = area_from;
  from[indicator_] = from[value_] = from[symbol_] = -2;
  for (const LongFilter& filter : filters_) from.push_back(filter.from);
  for (const int count : {counts_.numerator, counts_.denominator})
    if (count >= 0) from.push_back(count);
  builder_.from_file(rows_, std::move(from));
}

void LongTable::add(const LongRow& what, const PublishedRow& row, int from, std::string_view cell, Problems& problems) {
  builder_.begin_row(row.number, from);
  builder_.text(indicator_, what.indicator);
  builder_.text(period_, what.period);
  builder_.text(day_, what.day);
  builder_.text(area_, what.area);
  builder_.text(called_, what.called);
  builder_.text(part_, what.part);
  builder_.text(status_, what.status);
  builder_.text(note_, what.note);
  for (std::size_t f = 0; f < filters_.size(); ++f) {
    const std::string_view group = row.cell(filters_[f].from);
    builder_.text(filters_from + f, group.empty() ? std::string_view(filters_[f].whole) : group);
  }
  std::size_t at = filters_from + filters_.size();
  for (const int count : {counts_.numerator, counts_.denominator}) {
    if (count < 0) continue;
    if (const auto number = published_number(row.cell(count))) builder_.number(at, *number);
    ++at;
  }
  if (const auto number = published_number(cell)) {
    builder_.number(value_, *number);
  } else if (const auto symbol = published_symbol(cell.empty() ? ".." : cell)) {
    builder_.text(symbol_, symbol->plain);
  } else {
    // "00:10" is years and months; a word is no value. It is kept, and said once a kind.
    builder_.text(symbol_, cell);
    if (++unknown_[std::string(cell)] == 1 && unknown_.size() <= 20)
      problems.warning("value-unread", rows_->place(row.number, from), fmt::format("\"{}\" is neither a number nor a symbol that is known.", cell),
                       "no value is made of it; look into the publisher's notes for what it means");
  }
}

PublishedTable LongTable::take(SourceAccount account) {
  PublishedTable made;
  made.register_id = id_;
  Register reg;
  reg.id = reg.title = id_;
  reg.what = "One value of one indicator for one place, period and group.";
  reg.values = true;
  reg.file = rows_->where();
  reg.shown = Shown::none;
  for (const Fixed& one : fixed) reg.columns.push_back(column(one.name, one.title, one.type));
  for (const LongFilter& filter : filters_) reg.columns.push_back(column(filter.name, filter.title, ColumnType::text));
  if (counts_.numerator >= 0) reg.columns.push_back(column("numerator", "Numerator", ColumnType::number));
  if (counts_.denominator >= 0) reg.columns.push_back(column("denominator", "Denominator", ColumnType::number));
  reg.roles.period = "period";
  reg.roles.area = "area";
  made.definition = std::move(reg);
  made.table = builder_.take();
  made.account = std::move(account);
  return made;
}

}  // namespace reportcard
