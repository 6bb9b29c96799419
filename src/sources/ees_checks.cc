// SPDX-License-Identifier: MIT
#include "sources/ees_checks.h"

#include <algorithm>

namespace reportcard {

namespace {
constexpr EesCheckLevel E = EesCheckLevel::error, W = EesCheckLevel::warning;
}

std::string_view ees_level_letter(EesCheckLevel level) { return level == E ? "E" : level == W ? "W" : "E or W"; }

const std::vector<EesCheck>& ees_checks() {
  static const std::vector<EesCheck> all = {
      {"check_filename_spaces", E, "File names", "No blank in the names of the files."},
      {"check_filename_special", E, "File names", "Names of files have letters, digits, hyphens and underscores only."},
      {"check_filenames_match", E, "File names", "`X.csv` stands beside `X.meta.csv`."},
      {"precheck_col_req_meta", E, "Columns", "The metadata has its eight columns."},
      {"precheck_col_invalid_meta", E, "Columns", "The metadata has no columns but those eight, `filter_default` and `parent_filter`."},
      {"precheck_col_req_data", E, "Columns", "The data has `time_period`, `time_identifier`, `geographic_level`, `country_code` and `country_name`."},
      {"precheck_col_to_rows", E, "Columns", "The data has, beside those five, at least as many columns as the metadata has rows."},
      {"precheck_cross_meta_to_data", E, "Across the files", "Each column that the metadata names is in the data."},
      {"precheck_cross_data_to_meta", W, "Across the files", "Each column of the data is one of time or place, is in the metadata, or has one value only."},
      {"check_col_names_spaces", E, "Names of columns", "No blank in a name."},
      {"check_col_snake_case", W, "Names of columns", "Names have small letters, digits and underscores only."},
      {"check_col_var_start", W, "Names of columns", "A name begins with a small letter."},
      {"check_col_ind_smushed", E, "Names of columns", "No indicator is named after a category (male, white, Irish ...): that belongs into a filter."},
      {"check_col_var_characteristic", W, "Names of columns", "No `characteristic` or `characteristic_group` in the metadata."},
      {"precheck_meta_col_type", E, "Metadata", "`col_type` is `Filter` or `Indicator`."},
      {"precheck_meta_ob_unit", E, "Metadata", "No column of time or place is listed."},
      {"precheck_meta_col_name", E, "Metadata", "`col_name` is never empty."},
      {"check_meta_dupe_label", E, "Metadata", "No label stands twice."},
      {"check_meta_fil_grp", E, "Metadata", "An indicator has no grouping column."},
      {"check_meta_fil_grp_dupe", E, "Metadata", "No two filters have one grouping column."},
      {"check_meta_fil_grp_is_fil", W, "Metadata", "A grouping column is listed itself."},
      {"check_meta_fil_grp_match", E, "Metadata", "A grouping column is in the data."},
      {"check_meta_fil_grp_stripped", E, "Metadata", "Groups differ by letters and digits, not by other signs alone."},
      {"check_meta_label", E, "Metadata", "`label` is never empty."},
      {"check_meta_filter_hint", E, "Metadata", "An indicator has no hint."},
      {"check_meta_geog_catch", E, "Metadata", "No filter looks like a column of place."},
      {"check_meta_indicator_dp", E, "Metadata", "A filter has no decimals."},
      {"check_meta_col_name_spaces", E, "Metadata", "No blank in a `col_name`."},
      {"check_meta_col_name_dupe", E, "Metadata", "No `col_name` stands twice."},
      {"check_meta_ind_dp_set", W, "Metadata", "Decimals are stated for each indicator."},
      {"check_meta_ind_dp_values", E, "Metadata", "`indicator_dp` is empty or a whole number, 0 or above."},
      {"check_meta_ind_unit", E, "Metadata", "A filter has no unit."},
      {"check_meta_ind_unit_validation", E, "Metadata", "The unit is `%`, `pp`, `£`, `£m`, `numberstring` or empty."},
      {"check_meta_indicator_grouping", E, "Metadata", "A filter has no grouping of indicators."},
      {"precheck_time_period_num", E, "Time", "`time_period` has four or six digits and nothing else."},
      {"precheck_time_id_valid", E, "Time", "`time_identifier` is from the publisher's list, letter for letter."},
      {"precheck_time_id_mix", E, "Time", "Identifiers of one kind only: quarters with quarters, terms with terms."},
      {"precheck_filter_not_singular", E, "Filters", "A filter has at least two values."},
      {"precheck_geog_level", E, "Geography", "`geographic_level` is from the publisher's list, letter for letter."},
      {"precheck_geog_level_present", E, "Geography", "The columns of each level that occurs are there."},
      {"check_time_period", E, "Time", "Four digits or six, as the identifier wants."},
      {"check_time_period_six", E, "Time", "Six digits name two years that follow each other."},
      {"check_filter_defaults", W, "Filters", "A filter or grouping column has `Total`, or the default that the metadata states."},
      {"check_filter_group_level", E, "Filters", "A filter has no fewer items than its grouping column has groups."},
      {"check_filter_item_limit", E, "Filters", "At most 25,000 items in a filter."},
      {"check_filter_whitespace", E, "Filters", "No blanks before or after items of filters and names and codes of places."},
      {"check_filter_ob_total", E, "Filters", "No `Total` or `All` in a column of time or place."},
      {"check_filter_blanks", E, "Filters", "No empty cell in a filter or grouping column."},
      {"check_geog_country_combos", E, "Geography", "Code and name of the country belong together."},
      {"check_geog_region_combos", E, "Geography", "Code and name of the region belong together."},
      {"check_geog_ward_combos", E, "Geography", "Code and name of the ward belong together.", false},
      {"check_geog_pcon_combos", E, "Geography", "Code and name of the constituency belong together.", false},
      {"check_geog_lad_combos", E, "Geography", "Code and name of the district belong together."},
      {"check_geog_lep_combos", E, "Geography", "Code and name of the enterprise partnership belong together.", false},
      {"check_geog_lsip_combos", E, "Geography", "Code and name of the skills improvement plan area belong together.", false},
      {"check_geog_eda_combos", E, "Geography", "Code and name of the devolved area belong together.", false},
      {"check_geog_la_combos", E, "Geography", "Old code, new code and name of the authority belong together."},
      {"check_geog_level_completed", E, "Geography", "Each row has the codes and names of its level (`new_la_code` may be empty)."},
      {"check_geog_ignored_rows", E, "Geography", "Schools and providers are not mixed, and some row is of a level that the table tool shows."},
      {"check_geog_other_dupes", E, "Geography", "An opportunity area, trust or sponsor has one code."},
      {"check_geog_la_col_present", E, "Geography", "All three columns of authorities are there, or none."},
      {"check_geog_region_col_present", E, "Geography", "Both columns of regions are there, or none."},
      {"check_geog_region_for_la", W, "Geography", "Rows of authorities name their region."},
      {"check_geog_region_for_lad", W, "Geography", "Rows of districts name their region."},
      {"check_geog_na", E, "Geography", "The code `x` has the name `Not available`."},
      {"check_geog_na_code", E, "Geography", "The name `Not available` has the code `x`."},
      {"check_geog_other_code_dupes", E, "Geography", "A code of an opportunity area, trust or sponsor has one name."},
      {"check_geog_overcompleted_cols", E, "Geography", "No column of a lower level is filled on a row of a higher one."},
      {"check_general_dupes", E, "General", "No two rows are alike over time, place and filters."},
      {"check_general_null", EesCheckLevel::by_symbol, "General", "No cell is `NULL`, `Null`, `null`, `NA` or `na` (error), nor `N/A`, `n/a`, `.`, `..` or `-` (warning, in the data)."},
      {"check_ind_invalid_entry", E, "Indicators", "No cell of an indicator is empty, `~` or `:`."},
      {"check_harmonised_variables", E, "Harmonised names", "Columns on ethnicity, special needs, schools and providers have their agreed names."},
      {"check_harmonised_eth_vals", W, "Harmonised names", "Items of `ethnicity_major` and `ethnicity_minor` are the agreed ones."},
      {"check_harmonised_eth_char_grp", E, "Harmonised names", "Groups on ethnicity in `characteristic_group` have their agreed names."},
      {"check_harmonised_eth_char_vals", W, "Harmonised names", "Items of those groups in `characteristic` are the agreed ones."},
      {"check_api_char_col_name", W, "For the public API", "Names of columns have at most 50 signs."},
      {"check_api_char_col_label", W, "For the public API", "Labels have at most 100 signs."},
      {"check_api_char_loc_code", W, "For the public API", "Codes of places have at most 30 signs."},
      {"check_api_char_filter_items", W, "For the public API", "Items of filters and names of places have at most 120 signs."},
      {"check_data_dict_col_name", W, "For the public API", "Columns are in the publisher's data dictionary."},
      {"check_data_dict_fil_item", W, "For the public API", "Items of such filters are in the data dictionary."},
  };
  return all;
}

const EesCheck* ees_check(std::string_view name) {
  const auto& all = ees_checks();
  const auto found = std::find_if(all.begin(), all.end(), [&](const EesCheck& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string ees_code(std::string_view name) {
  std::string code = "ees-" + std::string(name);
  std::replace(code.begin(), code.end(), '_', '-');
  return code;
}

}  // namespace reportcard
