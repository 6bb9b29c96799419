// SPDX-License-Identifier: MIT
// What the publisher's interface for programs asks beyond the rest: lengths, and the names of its data dictionary.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_lookups.h"
#include "sources/ees_screening.h"

namespace reportcard {

namespace {

void no_longer_than(EesScreening& screening, std::size_t most, std::string_view text, std::string_view check, std::string_view what, Place place) {
  const std::size_t length = code_points(text);
  if (length <= most) return;
  screening.found(check, std::move(place), fmt::format("This {} has {} signs, more than {}.", what, length, most), "shorten it");
}

bool is_in_column(const EesColumnSeen& one, bool codes) {
  const auto& all = ees_geographies();
  return std::any_of(all.begin(), all.end(), [&](const EesGeography& geography) { return codes ? one.heading == geography.code || one.heading == geography.second : one.heading == geography.name; });
}

}  // namespace

void screen_api(EesScreening& screening) {
  for (const EesColumnSeen& one : screening.columns()) {
    no_longer_than(screening, 50, one.heading, "check_api_char_col_name", "name of a column", screening.heading_place(one.at));
    const bool code = one.unit && is_in_column(one, true), item = one.filter || one.group || (one.unit && is_in_column(one, false));
    for (std::size_t i = 0; i < one.words.size() && (code || item); ++i) {
      // Looked up only where it is too long.
      if (code && code_points(one.words[i]) > 30) no_longer_than(screening, 30, one.words[i], "check_api_char_loc_code", "code", screening.data().place(one.first[i], one.at));
      if (item && code_points(one.words[i]) > 120) no_longer_than(screening, 120, one.words[i], "check_api_char_filter_items", "item", screening.data().place(one.first[i], one.at));
    }
  }
  for (const EesMetaRow& row : screening.meta_rows()) {
    no_longer_than(screening, 100, row[EesMeta::label], "check_api_char_col_label", "label", screening.meta_place(row, EesMeta::label));
    for (const EesMeta column : {EesMeta::col_name, EesMeta::group_column}) {
      const std::string& name = row[column];
      if (name.empty()) continue;
      if (!ees_dictionary_has(row[EesMeta::col_type], name)) {
        screening.found("check_data_dict_col_name", screening.meta_place(row, column), fmt::format("\"{}\" is not in the publisher's data dictionary.", name), "take a name of the dictionary, or ask for this one to be taken in");
        continue;
      }
      const EesColumnSeen* seen = row.is_filter() ? screening.seen(name) : nullptr;
      // A grouping column has a row of its own as a rule, and is asked for there.
      const bool again = column == EesMeta::group_column && std::any_of(screening.meta_rows().begin(), screening.meta_rows().end(), [&](const EesMetaRow& one) { return one.is_filter() && one[EesMeta::col_name] == name; });
      if (seen == nullptr || again) continue;
      for (std::size_t i = 0; i < seen->words.size(); ++i) {
        if (ees_dictionary_has_item(name, seen->words[i])) continue;
        screening.found("check_data_dict_fil_item", screening.data().place(seen->first[i], seen->at), fmt::format("\"{}\" is no item of \"{}\" in the publisher's data dictionary.", seen->words[i], name), "take an item of the dictionary, or ask for this one to be taken in");
      }
    }
  }
}

}  // namespace reportcard
