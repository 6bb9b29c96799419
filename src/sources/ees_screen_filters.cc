// SPDX-License-Identifier: MIT
// Filters: their items, their groups, and the default that a reader meets first.
#include <algorithm>

#include <fmt/format.h>

#include "sources/ees_lookups.h"
#include "sources/ees_screening.h"

namespace reportcard {

namespace {

constexpr std::size_t most_items = 25000;

void screen_defaults(EesScreening& screening) {
  for (const EesColumnSeen* one : screening.filters(true)) {
    std::string wanted = "Total";
    for (const EesMetaRow& row : screening.meta_rows())
      if (row.is_filter() && row[EesMeta::col_name] == one->heading && !row[EesMeta::default_item].empty()) wanted = row[EesMeta::default_item];
    if (one->has(wanted)) continue;
    screening.found("check_filter_defaults", screening.heading_place(one->at), fmt::format("\"{}\" has no item \"{}\", which a reader would meet first.", one->heading, wanted),
                    "add rows for the whole, or name another item in filter_default of the metadata");
  }
}

void screen_blanks_around(EesScreening& screening) {
  for (const EesColumnSeen& one : screening.columns()) {
    if (!one.filter && !(one.unit && one.heading != "time_period" && one.heading != "time_identifier" && one.heading != "geographic_level")) continue;
    for (const auto& [word, spot] : one.padded)
      screening.found("check_filter_whitespace", screening.data().place(spot.row, one.at), fmt::format("\"{}\" of \"{}\" has blanks before or after it.{}", word, one.heading, more_said(spot, "cell")), "take the blanks out");
  }
}

void screen_totals_of_units(EesScreening& screening) {
  const auto filters = screening.filters(false);
  const auto is_name = [](std::string_view name) { return name == "school_name" || name == "provider_name"; };
  bool by_name = filters.size() == 1 && is_name(filters[0]->heading);
  for (const EesColumnSeen& one : screening.columns()) by_name = by_name || (filters.size() == 1 && one.group && is_name(one.heading));
  for (const EesColumnSeen& one : screening.columns()) {
    if (!one.kept || !(one.unit || looks_like_ees_unit(one.heading)) || (by_name && is_name(one.heading))) continue;
    for (std::size_t i = 0; i < one.words.size(); ++i) {
      const std::string& word = one.words[i];
      if (word != "Total" && word != "total" && word != "All" && word != "all") continue;
      screening.found("check_filter_ob_total", screening.data().place(one.first[i], one.at), fmt::format("\"{}\" stands in \"{}\", a column of time or place.", word, one.heading), "leave such cells empty");
    }
  }
}

}  // namespace

void screen_filters_first(EesScreening& screening) {
  for (const EesColumnSeen* one : screening.filters(false)) {
    if (one->words.size() > 1) continue;
    screening.found("precheck_filter_not_singular", screening.heading_place(one->at),
                    one->words.empty() ? fmt::format("The filter \"{}\" has no value.", one->heading) : fmt::format("The filter \"{}\" has one value only, \"{}\".", one->heading, one->words[0]), "take it out of the metadata");
  }
}

void screen_filters(EesScreening& screening) {
  if (screening.has_meta()) {
    screen_defaults(screening);
    for (const EesMetaRow& row : screening.meta_rows()) {
      const EesColumnSeen* filter = screening.seen(row[EesMeta::col_name]);
      const EesColumnSeen* group = row[EesMeta::group_column].empty() ? nullptr : screening.seen(row[EesMeta::group_column]);
      if (!row.is_filter() || filter == nullptr || group == nullptr || filter->words.size() >= group->words.size()) continue;
      screening.found("check_filter_group_level", screening.meta_place(row, EesMeta::group_column),
                      fmt::format("\"{}\" has {} groups, more than the {} items of \"{}\".", group->heading, group->words.size(), filter->words.size(), filter->heading), "exchange the two: the grouping column has the wider words");
    }
    for (const EesColumnSeen* one : screening.filters(true)) {
      if (one->words.size() > most_items)
        screening.found("check_filter_item_limit", screening.heading_place(one->at), fmt::format("\"{}\" has {} items, more than 25,000.", one->heading, one->words.size()), "give it fewer, or take the column out");
      if (one->blank)
        screening.found("check_filter_blanks", screening.data().place(one->blank.row, one->at), fmt::format("This cell of \"{}\" is empty.{}", one->heading, more_said(one->blank, "cell")), "write the item, such as Total or Unknown");
    }
    screen_blanks_around(screening);
  }
  screen_totals_of_units(screening);
}

}  // namespace reportcard
