// SPDX-License-Identifier: MIT
#include "sources/ees.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_columns.h"
#include "sources/ees_time.h"
#include "sources/long_table.h"

namespace reportcard {

namespace {

std::size_t recognise(const PublishedRows& rows) {
  const auto columns = ees_columns(rows, nullptr);
  if (!columns) return 0;
  // Time and place alone are no statistics.
  const bool any = std::any_of(columns->all.begin(), columns->all.end(), [](const EesColumn& c) { return c.role == EesRole::indicator; });
  if (!any) return 0;
  return static_cast<std::size_t>(std::count_if(columns->all.begin(), columns->all.end(), [](const EesColumn& c) { return c.role == EesRole::unit; }));
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

std::vector<PublishedTable> read(const std::vector<SourceFile>& files, const SourceWishes& wishes, const Areas& areas, Problems& problems) {
  const std::shared_ptr<const PublishedRows> rows = files.front().rows;
  const auto columns = ees_columns(*rows, files.front().meta.get());
  if (!columns) return {};
  SourceAccount account;
  account.header = columns->header;
  std::vector<LongFilter> filters;
  std::vector<int> indicators;
  for (std::size_t c = 0; c < columns->all.size(); ++c) {
    const EesColumn& one = columns->all[c];
    const auto wanted = [&] {
      return wishes.indicators.empty() || std::any_of(wishes.indicators.begin(), wishes.indicators.end(), [&](const std::string& name) { return name == one.name || fold(name) == fold(one.heading); });
    };
    if (one.role == EesRole::filter) filters.push_back({one.name, one.label.empty() ? one.heading : one.label, static_cast<int>(c)});
    else if (one.role == EesRole::indicator && wanted()) indicators.push_back(static_cast<int>(c));
  }
  LongTable table(wishes.id, rows, filters, columns->period, columns->authority >= 0 ? columns->authority : columns->country);

  std::map<std::string, std::optional<EesPeriod>, std::less<>> periods;   // by identifier and digits
  rows->each([&](const PublishedRow& row) {
    if (row.number <= columns->header) return true;
    const Where where = where_of(row, *columns, areas);
    if (!where.reason.empty()) {
      account.skip(where.reason);
      return true;
    }
    // Files older than the standard have no identifier: their years are school years where two are named.
    const std::string_view digits = row.cell(columns->period);
    const std::string_view identifier = columns->identifier >= 0 ? row.cell(columns->identifier) : digits.size() > 4 ? "Academic year" : "Calendar year";
    const std::string key = fmt::format("{}|{}", identifier, digits);
    auto found = periods.find(key);
    if (found == periods.end()) {
      const auto known = ees_identifier(identifier);
      found = periods.emplace(key, known ? ees_period(*known, digits, wishes.reporting_year_ends) : std::nullopt).first;
    }
    if (!found->second) {
      account.skip("a period that has no name here");
      return true;
    }
    const EesPeriod& period = *found->second;
    account.use(period.name);
    for (const int at : indicators)
      table.add({columns->all[static_cast<std::size_t>(at)].name, period.name, period.day, where.code, period.called, period.part, {}, {}}, row, at, row.cell(at), problems);
    return true;
  });
  std::vector<PublishedTable> made;
  made.push_back(table.take(std::move(account)));
  return made;
}

}  // namespace

Series ees_series() { return {"ees", "Explore education statistics", "Department for Education", false, recognise, read}; }

}  // namespace reportcard
