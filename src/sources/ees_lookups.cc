// SPDX-License-Identifier: MIT
#include "sources/ees_lookups.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "card/card.h"
#include "sources/published_rows.h"

namespace reportcard {

namespace {

using LookupRow = std::vector<std::string>;

// The rows of a file of library/ees below its header, each with `width` cells.
std::vector<LookupRow> rows_of_library(std::string_view name, std::size_t width) {
  std::vector<LookupRow> all;
  const auto bytes = library_file(name);
  if (!bytes) return all;
  const auto text = read_text(FileBytes(std::string(*bytes)));
  if (!text) return all;
  csv_rows("library/" + std::string(name), *text)->each([&](const PublishedRow& row) {
    if (row.number == 1) return true;
    LookupRow& one = all.emplace_back(width);
    for (std::size_t c = 0; c < width; ++c) one[c] = std::string(row.cell(static_cast<int>(c)));
    return true;
  });
  return all;
}

struct Lookups {
  std::set<LookupRow> places;                               // kind, code, name, old code
  std::set<LookupRow> anywhere;                             // code, name: "Outside of England"
  std::map<std::pair<std::string, std::string>, std::string> names;   // of kind and code
  std::vector<EesAgreedName> agreed;
  std::set<LookupRow> ethnicities;                          // major, minor
  std::set<std::string> majors, minors;
  std::set<LookupRow> columns, items;                       // type, column; column, item
};

const Lookups& lookups() {
  static const Lookups all = [] {
    Lookups made;
    for (LookupRow& row : rows_of_library("ees/places.csv", 4)) {
      if (row[0] == "any") made.anywhere.insert({row[1], row[2]});
      made.names.try_emplace({row[0], row[1]}, row[2]);
      made.places.insert(std::move(row));
    }
    for (LookupRow& row : rows_of_library("ees/harmonised.csv", 2)) made.agreed.push_back({row[0], row[1]});
    for (LookupRow& row : rows_of_library("ees/ethnicity.csv", 2)) {
      made.majors.insert(row[0]);
      made.minors.insert(row[1]);
      made.ethnicities.insert(std::move(row));
    }
    for (LookupRow& row : rows_of_library("ees/dictionary.csv", 3)) {
      made.columns.insert({row[0], row[1]});
      made.items.insert({row[1], row[2]});
    }
    return made;
  }();
  return all;
}

bool is_any_of(std::string_view text, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), text) != words.end(); }

}  // namespace

const std::array<EesGeography, 18>& ees_geographies() {
  static constexpr std::array<EesGeography, 18> all = {{
      {"National", "country_code", "country_name", ""},
      {"Regional", "region_code", "region_name", ""},
      {"Local authority", "new_la_code", "la_name", "old_la_code"},
      {"Local authority district", "lad_code", "lad_name", ""},
      {"RSC region", "", "rsc_region_lead_name", ""},
      {"Parliamentary constituency", "pcon_code", "pcon_name", ""},
      {"Local skills improvement plan area", "lsip_code", "lsip_name", ""},
      {"Local enterprise partnership", "local_enterprise_partnership_code", "local_enterprise_partnership_name", ""},
      {"English devolved area", "english_devolved_area_code", "english_devolved_area_name", ""},
      {"Opportunity area", "opportunity_area_code", "opportunity_area_name", ""},
      {"Ward", "ward_code", "ward_name", ""},
      {"MAT", "trust_id", "trust_name", ""},
      {"Sponsor", "sponsor_id", "sponsor_name", ""},
      {"School", "school_urn", "school_name", "school_laestab"},
      {"Provider", "provider_ukprn", "provider_name", ""},
      {"Institution", "institution_id", "institution_name", ""},
      {"Planning area", "planning_area_code", "planning_area_name", ""},
      {"Police force area", "pfa_code", "pfa_name", ""},
  }};
  return all;
}

const EesGeography* ees_geography(std::string_view level) {
  for (const EesGeography& one : ees_geographies())
    if (one.level == level) return &one;
  return nullptr;
}

std::vector<std::string_view> columns_of(const EesGeography& geography) {
  std::vector<std::string_view> columns;
  for (const std::string_view column : {geography.code, geography.name, geography.second})
    if (!column.empty()) columns.push_back(column);
  return columns;
}

bool is_ees_unit_exactly(std::string_view heading) {
  if (is_any_of(heading, {"time_period", "time_identifier", "geographic_level"})) return true;
  if (heading.empty()) return false;
  const auto& all = ees_geographies();
  return std::any_of(all.begin(), all.end(), [&](const EesGeography& one) { return heading == one.code || heading == one.name || heading == one.second; });
}

bool looks_like_ees_unit(std::string_view heading) {
  const std::string name = fold(heading);
  if (is_any_of(name, {"laestab", "estab", "sch", "school", "schools", "prov", "provider", "providers", "inst", "institution", "institutions", "name", "code", "urn", "ukprn",
                       "number", "upin", "id", "region", "la", "lad", "rsc", "pcon", "lep", "mca", "oa", "ward", "mat"}))
    return true;
  for (const std::string_view begin : {"country", "sch", "prov", "inst", "estab", "reg", "la", "local", "rsc", "pfa", "pcon", "lep", "mca", "oa", "ward", "mat"}) {
    if (name.compare(0, begin.size(), begin) != 0) continue;
    for (const std::string_view end : {"name", "code", "urn", "ukprn", "number", "upin", "id"})
      if (name.size() >= begin.size() + end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0) return true;
  }
  return false;
}

bool ees_place_accepted(std::string_view kind, std::string_view code, std::string_view name, std::string_view old_code) {
  const Lookups& all = lookups();
  if (all.places.count({std::string(kind), std::string(code), std::string(name), std::string(old_code)}) != 0) return true;
  // What stands in place of a name has the code z, of both kinds where there are two.
  return (kind != "authority" || old_code == "z") && all.anywhere.count({std::string(code), std::string(name)}) != 0;
}

std::string ees_place_name(std::string_view kind, std::string_view code) {
  const auto found = lookups().names.find({std::string(kind), std::string(code)});
  return found == lookups().names.end() ? std::string() : found->second;
}

const std::vector<EesAgreedName>& ees_agreed_names() { return lookups().agreed; }

bool ees_ethnicity_accepted(std::string_view major, std::string_view minor) {
  const Lookups& all = lookups();
  if (minor.empty()) return all.majors.count(std::string(major)) != 0;
  if (major.empty()) return all.minors.count(std::string(minor)) != 0;
  return all.ethnicities.count({std::string(major), std::string(minor)}) != 0;
}

bool ees_dictionary_has(std::string_view type, std::string_view column) { return lookups().columns.count({std::string(type), std::string(column)}) != 0; }
bool ees_dictionary_has_item(std::string_view column, std::string_view item) { return lookups().items.count({std::string(column), std::string(item)}) != 0; }

}  // namespace reportcard
