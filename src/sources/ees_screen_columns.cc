// SPDX-License-Identifier: MIT
// Which columns the two files have, and whether they belong to each other.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_lookups.h"
#include "sources/ees_screening.h"

namespace reportcard {

namespace {

std::string separator_said(char separator) { return separator == '\t' ? "tabs" : separator == ';' ? "semicolons" : "commas"; }
std::string quoted(const std::vector<std::string>& names) {
  std::vector<std::string> all;
  for (const std::string& name : names) all.push_back("\"" + name + "\"");
  return list_of(all, "and");
}

// A file parted by other signs than commas is one column wide for the publisher.
bool is_parted_by_commas(EesScreening& screening, const PublishedRows& rows, std::string_view check, Place place) {
  if (rows.separator() == ',') return true;
  screening.found(check, std::move(place), fmt::format("The cells of {} are parted by {}, not by commas, so that the publisher sees one column.", rows.file(), separator_said(rows.separator())),
                  "save the file again as CSV with commas");
  return false;
}

}  // namespace

void screen_columns(EesScreening& screening) {
  if (screening.has_meta() && is_parted_by_commas(screening, screening.meta(), "precheck_col_req_meta", screening.meta_heading_place(-1))) {
    std::vector<std::string> missing;
    for (std::size_t i = 0; i < 8; ++i) {
      const auto& have = screening.meta_headings();
      if (std::find(have.begin(), have.end(), ees_meta_headings[i]) == have.end()) missing.emplace_back(ees_meta_headings[i]);
    }
    if (!missing.empty())
      screening.found("precheck_col_req_meta", screening.meta_heading_place(-1), fmt::format("The metadata lacks {}.", quoted(missing)),
                      missing.size() == 1 ? "add it; its cells may be empty where nothing is to be said" : "add them; their cells may be empty where nothing is to be said");
    for (std::size_t c = 0; c < screening.meta_headings().size(); ++c) {
      const std::string& name = screening.meta_headings()[c];
      if (std::find(ees_meta_headings.begin(), ees_meta_headings.end(), name) == ees_meta_headings.end())
        screening.found("precheck_col_invalid_meta", screening.meta_heading_place(static_cast<int>(c)), fmt::format("\"{}\" is no column of the metadata.", name), "take it out");
    }
  }
  if (is_parted_by_commas(screening, screening.data(), "precheck_col_req_data", screening.heading_place(-1))) {
    std::vector<std::string> missing;
    for (const char* name : {"geographic_level", "time_period", "time_identifier", "country_code", "country_name"})
      if (screening.column(name) < 0) missing.emplace_back(name);
    if (!missing.empty())
      screening.found("precheck_col_req_data", screening.heading_place(-1), fmt::format("The file lacks {}.", quoted(missing)), missing.size() == 1 ? "add it and fill it in each row" : "add them and fill them in each row");
  }
  if (!screening.has_meta()) return;
  const std::size_t rows = screening.meta_rows().size(), width = screening.headings().size();
  if (width < rows + 5)
    screening.found("precheck_col_to_rows", screening.meta_heading_place(-1),
                    fmt::format("The metadata has {} rows, but the data only {} columns beside the five that must be there.", rows, width < 5 ? 0 : width - 5), "take rows out of the metadata that are of no column of the data");
}

void screen_across_files(EesScreening& screening) {
  for (const EesMetaRow& row : screening.meta_rows()) {
    for (const EesMeta column : {EesMeta::col_name, EesMeta::group_column}) {
      const std::string& name = row[column];
      if (name.empty() || screening.column(name) >= 0) continue;
      screening.found("precheck_cross_meta_to_data", screening.meta_place(row, column), fmt::format("The data has no column \"{}\", which the metadata names.", name), "write the name as the data has it, or take it out");
    }
  }
  for (const EesColumnSeen& one : screening.columns()) {
    if (one.unit || one.filter || one.indicator || one.group) continue;
    const bool listed = std::any_of(screening.meta_rows().begin(), screening.meta_rows().end(), [&](const EesMetaRow& row) { return row[EesMeta::col_name] == one.heading; });
    if (listed || !(one.kept ? one.words.size() > 1 : one.several)) continue;
    screening.found("precheck_cross_data_to_meta", screening.heading_place(one.at), fmt::format("The column \"{}\" has several values and is not in the metadata.", one.heading),
                    "give it a row in the metadata as a filter or an indicator, or take it out of the data");
  }
}

}  // namespace reportcard
