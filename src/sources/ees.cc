// SPDX-License-Identifier: MIT
#include "sources/ees.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_columns.h"
#include "sources/ees_time.h"
#include "sources/published_cells.h"
#include "sources/table_builder.h"

namespace reportcard {

namespace {

constexpr std::size_t fixed_columns = 8;   // before the filters
enum Fixed : std::size_t { indicator_, period_, day_, area_, value_, symbol_, called_, part_ };

std::size_t recognise(const PublishedRows& rows) {
  const auto columns = ees_columns(rows, nullptr);
  if (!columns) return 0;
  // Time and place alone are no statistics.
  const bool any = std::any_of(columns->all.begin(), columns->all.end(), [](const EesColumn& c) { return c.role == EesRole::indicator; });
  if (!any) return 0;
  return static_cast<std::size_t>(std::count_if(columns->all.begin(), columns->all.end(), [](const EesColumn& c) { return c.role == EesRole::unit; }));
}

ColumnDefinition column(std::string name, std::string title, ColumnType type) {
  ColumnDefinition made;
  made.name = std::move(name);
  made.title = std::move(title);
  made.type = type;
  return made;
}

Register definition_of(const std::string& id, const std::string& file, const std::vector<const EesColumn*>& filters) {
  Register made;
  made.id = id;
  made.title = id;
  made.what = "One value of one indicator for one place, period and group.";
  made.values = true;
  made.file = file;
  made.shown = Shown::none;
  made.columns = {column("indicator", "Indicator", ColumnType::text), column("period", "Period", ColumnType::period), column("day", "Last day", ColumnType::period),
                  column("area", "Place", ColumnType::text), column("value", "Value", ColumnType::number), column("symbol", "Symbol", ColumnType::text),
                  column("called", "Period as published", ColumnType::text), column("part", "Part of the year", ColumnType::text)};
  for (const EesColumn* filter : filters) made.columns.push_back(column(filter->name, filter->label.empty() ? filter->heading : filter->label, ColumnType::text));
  made.roles.period = "period";
  made.roles.area = "area";
  return made;
}

// Codes that stand for no place: "x" for one not known, "z" for one without a code.
bool is_no_code(std::string_view code) { return code.empty() || code == "x" || code == "z" || code == ":"; }

// The place of a row: the code that its level asks for. Nothing, and why, where the card has no such place.
struct Where { std::string_view code; std::string_view reason; };
Where where_of(const PublishedRow& row, const EesColumns& columns, const Areas& areas) {
  const std::string level = fold(row.cell(columns.level));
  std::string_view code;
  if (level == "national") code = row.cell(columns.country);
  else if (level == "regional") code = row.cell(columns.region);
  else if (level == "local authority") code = is_no_code(row.cell(columns.authority)) ? row.cell(columns.authority_old) : row.cell(columns.authority);
  else return {{}, "a level that is no country, region or authority"};
  if (is_no_code(code)) return {{}, "no code of a place"};
  if (areas.find(code)) return {code, {}};
  // An old code of three digits leads where the new one is not known yet.
  const std::string_view old = row.cell(columns.authority_old);
  if (level == "local authority" && !is_no_code(old) && areas.find(old)) return {old, {}};
  return {{}, "a code of a place that is not known"};
}

PublishedTable read(std::shared_ptr<const PublishedRows> rows, const SourceBeside& beside, const SourceWishes& wishes, const Areas& areas, Problems& problems) {
  PublishedTable made;
  made.register_id = wishes.id;
  const auto columns = ees_columns(*rows, beside.meta);
  if (!columns) return made;
  made.account.header = columns->header;
  std::vector<const EesColumn*> filters;
  std::vector<int> filter_at, indicator_at;
  for (std::size_t c = 0; c < columns->all.size(); ++c) {
    const EesColumn& one = columns->all[c];
    const auto wanted = [&] {
      return wishes.indicators.empty() || std::any_of(wishes.indicators.begin(), wishes.indicators.end(), [&](const std::string& name) { return name == one.name || fold(name) == fold(one.heading); });
    };
    if (one.role == EesRole::filter) {
      filters.push_back(&one);
      filter_at.push_back(static_cast<int>(c));
    } else if (one.role == EesRole::indicator && wanted()) {
      indicator_at.push_back(static_cast<int>(c));
    }
  }
  made.definition = definition_of(wishes.id, rows->file(), filters);
  std::vector<TableBuilder::Wish> wish = {{"indicator", CellType::text}, {"period", CellType::text}, {"day", CellType::text}, {"area", CellType::text},
                                          {"value", CellType::number}, {"symbol", CellType::text}, {"called", CellType::text}, {"part", CellType::text}};
  std::vector<int> from = {-2, columns->period, columns->period, columns->authority >= 0 ? columns->authority : columns->country, -2, -2, columns->period, columns->identifier};
  for (std::size_t f = 0; f < filters.size(); ++f) {
    wish.push_back({filters[f]->name, CellType::text});
    from.push_back(filter_at[f]);
  }
  TableBuilder builder(rows->file(), wish);
  builder.from_file(rows, from);

  std::map<std::string, std::optional<EesPeriod>, std::less<>> periods;   // by identifier and digits
  std::map<std::string, std::uint64_t, std::less<>> unknown_cells;
  std::size_t said = 0;
  rows->each([&](const PublishedRow& row) {
    if (row.number <= columns->header) return true;
    const Where where = where_of(row, *columns, areas);
    if (!where.reason.empty()) {
      made.account.skip(where.reason);
      return true;
    }
    // Files older than the standard have no identifier: their years are school years where two are named.
    const std::string_view digits = row.cell(columns->period);
    const std::string_view identifier = columns->identifier >= 0 ? row.cell(columns->identifier) : digits.size() > 4 ? "Academic year" : "Calendar year";
    const std::string key = fmt::format("{}|{}", identifier, digits);
    auto found = periods.find(key);
    if (found == periods.end()) {
      const auto read_identifier = ees_identifier(identifier);
      found = periods.emplace(key, read_identifier ? ees_period(*read_identifier, digits, wishes.reporting_year_ends) : std::nullopt).first;
    }
    if (!found->second) {
      made.account.skip("a period that has no name here");
      return true;
    }
    const EesPeriod& period = *found->second;
    ++made.account.read;
    ++made.account.used;
    made.account.seen(period.name);
    for (const int at : indicator_at) {
      const std::string_view cell = row.cell(at);
      builder.begin_row(row.number, at);
      builder.text(indicator_, columns->all[static_cast<std::size_t>(at)].name);
      builder.text(period_, period.name);
      builder.text(day_, period.day);
      builder.text(area_, where.code);
      builder.text(called_, period.called);
      builder.text(part_, period.part);
      for (std::size_t f = 0; f < filter_at.size(); ++f) builder.text(fixed_columns + f, row.cell(filter_at[f]));
      if (const auto number = published_number(cell)) {
        builder.number(value_, *number);
      } else if (const auto symbol = published_symbol(cell.empty() ? ".." : cell)) {
        builder.text(symbol_, symbol->plain);
      } else {
        // "00:10" is years and months; a word is no value. It is kept, and said once a kind.
        builder.text(symbol_, cell);
        if (++unknown_cells[std::string(cell)] == 1 && ++said <= 20)
          problems.warning("value-unread", rows->place(row.number, at), fmt::format("\"{}\" is neither a number nor a symbol that is known.", cell),
                           "nothing is made of it; if it is a symbol of this publisher, say so in sources.toml");
      }
    }
    return true;
  });
  made.table = builder.take();
  return made;
}

}  // namespace

Series ees_series() { return {"ees", "Explore education statistics", "Department for Education", recognise, read}; }

}  // namespace reportcard
