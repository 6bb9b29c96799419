// SPDX-License-Identifier: MIT
// What stands in the rows of the metadata: first what else could not be asked, then each cell.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_lookups.h"
#include "sources/ees_screening.h"

namespace reportcard {

namespace {

// A cell of this column that stands in an earlier row too; empty ones aside where `filled`.
void no_two_alike(EesScreening& screening, EesMeta column, bool filled, std::string_view check, std::string_view what, std::string_view remedy) {
  std::vector<const EesMetaRow*> before;
  for (const EesMetaRow& row : screening.meta_rows()) {
    if (filled && row[column].empty()) continue;
    const auto same = std::find_if(before.begin(), before.end(), [&](const EesMetaRow* one) { return (*one)[column] == row[column]; });
    if (same != before.end())
      screening.found(check, screening.meta_place(row, column), fmt::format("The {} \"{}\" stands in {} already.", what, row[column], spot_said(screening.meta_place(**same, column))), std::string(remedy));
    before.push_back(&row);
  }
}

void must_be_empty(EesScreening& screening, const EesMetaRow& row, EesMeta column, std::string_view check, std::string_view message) {
  if (row[column].empty()) return;
  screening.found(check, screening.meta_place(row, column), fmt::format(fmt::runtime(message), row[EesMeta::col_name]), "leave the cell empty");
}

// Empty, or a whole number that is not below 0 ("2", "2.0").
bool is_decimals(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point), part = point == text.npos ? std::string_view() : text.substr(point + 1);
  return (whole.empty() && point == text.npos) ||
         (!whole.empty() && whole.find_first_not_of("0123456789") == whole.npos && part.find_first_not_of('0') == part.npos && (point == text.npos || !part.empty()));
}

// Letters and digits only; all beyond plain letters is kept, since it may be a letter.
std::string stripped(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) kept += c;
  return kept;
}

void screen_groups(EesScreening& screening) {
  for (const EesMetaRow& row : screening.meta_rows()) {
    const std::string& group = row[EesMeta::group_column];
    if (group.empty()) continue;
    const Place place = screening.meta_place(row, EesMeta::group_column);
    const auto& rows = screening.meta_rows();
    if (std::none_of(rows.begin(), rows.end(), [&](const EesMetaRow& one) { return one[EesMeta::col_name] == group; }))
      screening.found("check_meta_fil_grp_is_fil", place, fmt::format("The grouping column \"{}\" has no row of its own in the metadata.", group), "add one, of the type Filter");
    const EesColumnSeen* column = screening.seen(group);
    if (column == nullptr) {
      screening.found("check_meta_fil_grp_match", place, fmt::format("The grouping column \"{}\" is not in the data.", group), "write the name as the data has it");
      continue;
    }
    for (std::size_t i = 0; i < column->words.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (stripped(column->words[i]) != stripped(column->words[k])) continue;
        screening.found("check_meta_fil_grp_stripped", screening.data().place(column->first[i], column->at),
                        fmt::format("The groups \"{}\" and \"{}\" of \"{}\" have the same letters and digits.", column->words[k], column->words[i], group), "write both in one way, or name them apart");
        break;
      }
    }
  }
}

}  // namespace

void screen_meta_first(EesScreening& screening) {
  for (const EesMetaRow& row : screening.meta_rows()) {
    if (!row.is_filter() && !row.is_indicator())
      screening.found("precheck_meta_col_type", screening.meta_place(row, EesMeta::col_type),
                      row[EesMeta::col_type].empty() ? fmt::format("\"{}\" has no type.", row[EesMeta::col_name]) : fmt::format("\"{}\" is no type of a column.", row[EesMeta::col_type]), "write Filter or Indicator");
    for (const EesMeta column : {EesMeta::col_name, EesMeta::group_column}) {
      const std::string& name = row[column];
      if (is_ees_unit_exactly(name) && name != "school_name" && name != "provider_name")
        screening.found("precheck_meta_ob_unit", screening.meta_place(row, column), fmt::format("\"{}\" is a column of time or place, which the metadata does not list.", name), "take it out of the metadata");
    }
    if (row[EesMeta::col_name].empty()) screening.found("precheck_meta_col_name", screening.meta_place(row, EesMeta::col_name), "This row of the metadata names no column.", "write its name, or take the row out");
  }
}

void screen_meta(EesScreening& screening) {
  no_two_alike(screening, EesMeta::label, false, "check_meta_dupe_label", "label", "give each column a label of its own");
  no_two_alike(screening, EesMeta::group_column, true, "check_meta_fil_grp_dupe", "grouping column", "give each filter a grouping column of its own, or none");
  no_two_alike(screening, EesMeta::col_name, true, "check_meta_col_name_dupe", "column", "take one of the two rows out");
  screen_groups(screening);
  static constexpr std::string_view units[] = {"", "%", "pp", "£", "£m", "numberstring"};
  // Data of schools or providers alone may have their name as its one filter.
  std::vector<const EesMetaRow*> filters;
  for (const EesMetaRow& row : screening.meta_rows())
    if (row.is_filter()) filters.push_back(&row);
  const auto is_name = [](std::string_view name) { return name == "school_name" || name == "provider_name"; };
  const bool by_name = filters.size() == 1 && (is_name((*filters[0])[EesMeta::col_name]) || is_name((*filters[0])[EesMeta::group_column]));
  for (const EesMetaRow& row : screening.meta_rows()) {
    const std::string& name = row[EesMeta::col_name];
    if (row[EesMeta::label].empty()) screening.found("check_meta_label", screening.meta_place(row, EesMeta::label), fmt::format("\"{}\" has no label.", name), "write what readers shall see");
    if (has_blank_inside(name)) screening.found("check_meta_col_name_spaces", screening.meta_place(row, EesMeta::col_name), fmt::format("The name \"{}\" has a blank in it.", name), "put \"_\" in place of blanks, in the data too");
    if (row.is_filter()) {
      must_be_empty(screening, row, EesMeta::decimals, "check_meta_indicator_dp", "\"{}\" is a filter and has decimals stated.");
      must_be_empty(screening, row, EesMeta::unit, "check_meta_ind_unit", "\"{}\" is a filter and has a unit.");
      must_be_empty(screening, row, EesMeta::grouping, "check_meta_indicator_grouping", "\"{}\" is a filter and has a grouping of indicators.");
      for (const EesMeta column : {EesMeta::col_name, EesMeta::group_column}) {
        if (!looks_like_ees_unit(row[column]) || (by_name && is_name(row[column]))) continue;
        screening.found("check_meta_geog_catch", screening.meta_place(row, column), fmt::format("The filter \"{}\" looks like a column of place.", row[column]), "take it out of the metadata if it is one, or give it another name");
      }
    } else {
      must_be_empty(screening, row, EesMeta::group_column, "check_meta_fil_grp", "\"{}\" is an indicator and has a grouping column.");
      must_be_empty(screening, row, EesMeta::hint, "check_meta_filter_hint", "\"{}\" is an indicator and has a hint.");
      if (row[EesMeta::decimals].empty())
        screening.found("check_meta_ind_dp_set", screening.meta_place(row, EesMeta::decimals), fmt::format("It is not stated how many decimals \"{}\" has.", name), "write the number; without it there are two");
      if (std::find(std::begin(units), std::end(units), row[EesMeta::unit]) == std::end(units))
        screening.found("check_meta_ind_unit_validation", screening.meta_place(row, EesMeta::unit), fmt::format("\"{}\" is no unit that the publisher knows.", row[EesMeta::unit]), "write %, pp, £, £m or numberstring, or leave it empty for a number");
    }
    if (!is_decimals(row[EesMeta::decimals]))
      screening.found("check_meta_ind_dp_values", screening.meta_place(row, EesMeta::decimals), fmt::format("\"{}\" is no number of decimals.", row[EesMeta::decimals]), "write a whole number, 0 or above");
  }
}

}  // namespace reportcard
