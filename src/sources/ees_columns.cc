// SPDX-License-Identifier: MIT
#include "sources/ees_columns.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "sources/published_cells.h"
#include "sources/published_header.h"

namespace reportcard {

namespace {

// Columns of time and place; the last two are of files older than the standard.
constexpr std::string_view units[] = {
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name", "new_la_code", "old_la_code", "la_name",
    "lad_code", "lad_name", "rsc_region_lead_name", "pcon_code", "pcon_name", "lsip_code", "lsip_name", "local_enterprise_partnership_code",
    "local_enterprise_partnership_name", "english_devolved_area_code", "english_devolved_area_name", "opportunity_area_code", "opportunity_area_name", "ward_code",
    "ward_name", "trust_id", "trust_name", "sponsor_id", "sponsor_name", "school_urn", "school_name", "school_laestab", "provider_ukprn", "provider_name",
    "institution_id", "institution_name", "planning_area_code", "planning_area_name", "pfa_code", "pfa_name", "year", "level"};

// Digits that are no amounts: a date, a week, an age says which part is meant.
bool is_filter_by_name(std::string_view heading) {
  static constexpr std::string_view names[] = {"date", "week", "age", "week_number", "attendance_date", "age_group", "age_band", "quarter", "term"};
  return std::find(std::begin(names), std::end(names), heading) != std::end(names);
}

struct Seen { std::size_t numbers = 0, symbols = 0, texts = 0; };

struct MetaRow { EesRole role = EesRole::nothing; std::string label, unit; };

std::map<std::string, MetaRow> read_meta(const PublishedRows& meta) {
  static const std::vector<PublishedColumn> wanted = {{"name", {"col_name"}, true}, {"type", {"col_type"}, true}, {"label", {"label"}, false}, {"unit", {"indicator_unit"}, false}};
  std::map<std::string, MetaRow> rows;
  const auto header = find_header(meta, wanted);
  if (!header) return rows;
  meta.each([&](const PublishedRow& row) {
    if (row.number <= header->row) return true;
    const std::string type = fold(row.cell(header->at[1]));
    const EesRole role = type == "filter" ? EesRole::filter : type == "indicator" ? EesRole::indicator : EesRole::nothing;
    rows[fold(row.cell(header->at[0]))] = {role, std::string(row.cell(header->at[2])), std::string(row.cell(header->at[3]))};
    return true;
  });
  return rows;
}

std::string column_name(std::string_view heading) {
  // "Duration_0-10_days" and "turnover_rate_fte_%" keep what tells them from others.
  std::string text;
  for (const char c : heading) text += c == '%' ? std::string(" percent ") : std::string(1, c);
  return slug(text);
}

}  // namespace

bool is_ees_unit(std::string_view heading) { return std::find(std::begin(units), std::end(units), fold(heading)) != std::end(units); }

std::optional<EesColumns> ees_columns(const PublishedRows& rows, const PublishedRows* meta) {
  static const std::vector<PublishedColumn> wanted = {
      {"period", {"time_period", "year"}, true}, {"identifier", {"time_identifier"}, false}, {"level", {"geographic_level", "level"}, true},
      {"country", {"country_code"}, true}, {"region", {"region_code"}, false}, {"authority", {"new_la_code"}, false}, {"old", {"old_la_code"}, false}, {"name", {"la_name"}, false}};
  const auto header = find_header(rows, wanted, 20);
  if (!header) return std::nullopt;
  EesColumns columns;
  columns.header = header->row;
  int* const at[] = {&columns.period, &columns.identifier, &columns.level, &columns.country, &columns.region, &columns.authority, &columns.authority_old, &columns.authority_name};
  for (std::size_t i = 0; i < std::size(at); ++i) *at[i] = header->at[i];
  std::map<std::string, MetaRow> by_meta;
  if (meta != nullptr) by_meta = read_meta(*meta);
  columns.by_meta = !by_meta.empty();

  std::vector<Seen> seen(header->headings.size());
  rows.each([&](const PublishedRow& row) {
    if (row.number <= header->row) return true;
    for (std::size_t c = 0; c < seen.size() && c < row.cells.size(); ++c) {
      const std::string_view cell = row.cells[c];
      if (cell.empty()) continue;
      if (published_number(cell)) ++seen[c].numbers;
      else if (published_symbol(cell)) ++seen[c].symbols;
      else ++seen[c].texts;
    }
    return true;
  });

  for (std::size_t c = 0; c < header->headings.size(); ++c) {
    EesColumn column;
    column.heading = header->headings[c];
    column.name = column_name(column.heading);
    const std::string folded = fold(column.heading);
    if (column.heading.empty()) {
      column.role = EesRole::nothing;
    } else if (is_ees_unit(column.heading)) {
      column.role = EesRole::unit;
    } else if (const auto told = by_meta.find(folded); told != by_meta.end() && told->second.role != EesRole::nothing) {
      column.role = told->second.role;
      column.label = told->second.label;
      column.unit = told->second.unit;
    } else if (is_filter_by_name(folded) || seen[c].texts > 0) {
      column.role = EesRole::filter;
    } else if (seen[c].numbers + seen[c].symbols > 0) {
      column.role = EesRole::indicator;   // a column of nothing but symbols exists: an indicator that nobody has
    }
    columns.all.push_back(std::move(column));
  }
  return columns;
}

}  // namespace reportcard
