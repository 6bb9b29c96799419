// SPDX-License-Identifier: MIT
// Places: levels and their columns, codes with their names, and which row may fill which column.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_lookups.h"
#include "sources/ees_screening.h"

namespace reportcard {

namespace {

constexpr std::string_view not_available = "Not available";

std::set<std::string> levels_in(const EesScreening& screening) {
  const EesColumnSeen* levels = screening.seen("geographic_level");
  return levels == nullptr ? std::set<std::string>() : std::set<std::string>(levels->words.begin(), levels->words.end());
}

std::string with(std::string_view column, std::string_view word) { return fmt::format("{} \"{}\"", column, word); }

// Code and name of one kind of place against the look-up.
void screen_pairs(EesScreening& screening, std::string_view check, std::string_view kind, std::string_view level) {
  const EesGeography& geography = *ees_geography(level);
  for (const std::string_view column : columns_of(geography))
    if (screening.column(column) < 0) return;
  std::set<std::vector<std::string_view>> asked;
  for (const EesPlaceSeen& place : screening.places()) {
    const std::string_view code = screening.word(place, geography.code), name = screening.word(place, geography.name);
    const std::string_view old_code = geography.second.empty() ? std::string_view() : screening.word(place, geography.second);
    // "x" is a place that is not known; empty cells are asked for where the level wants them.
    if (code.empty() || code == "x" || (!geography.second.empty() && old_code.empty())) continue;
    if (!asked.insert({code, name, old_code}).second || ees_place_accepted(kind, code, name, old_code)) continue;
    const std::string said = (geography.second.empty() ? std::string() : with(geography.second, old_code) + ", ") + with(geography.code, code) + " and " + with(geography.name, name);
    std::string meant = code == "z" ? std::string() : ees_place_name(kind, code);   // z has many names
    if (const auto area = screening.areas().find(code); meant.empty() && area) meant = screening.areas().all[*area].name;
    screening.found(check, screening.data().place(place.rows.row, screening.column(geography.name)), fmt::format("{} are not in the publisher's list together.", said),
                    meant.empty() ? "look the code up in the publisher's list" : meant == name ? fmt::format("the name is right for {}; look up the other code", code) : fmt::format("{} is \"{}\"", code, meant));
  }
}

// Each level of the rows that fills the columns of its places, and whose rows may fill them too.
const std::map<std::string_view, std::set<std::string_view>>& may_fill() {
  static const std::map<std::string_view, std::set<std::string_view>> all = [] {
    std::map<std::string_view, std::set<std::string_view>> made;
    for (const EesGeography& one : ees_geographies()) {
      if (one.level == "National") continue;   // each row has its country
      made[one.level] = {one.level};
      if (one.level != "School" && one.level != "Provider" && one.level != "Institution") made[one.level].insert({"School", "Provider", "Institution"});
    }
    made["Regional"].insert({"Local skills improvement plan area", "Local authority", "Local enterprise partnership", "Opportunity area", "Local authority district", "Parliamentary constituency",
                             "English devolved area", "Ward", "Planning area", "Police force area"});
    made["Local authority"].insert({"Parliamentary constituency", "Local authority district", "Ward", "Planning area", "Police force area"});
    made["Local authority district"].insert({"Ward", "Police force area"});
    made["Local skills improvement plan area"].insert({"Local authority district", "Planning area"});
    return made;
  }();
  return all;
}

void screen_filled(EesScreening& screening) {
  const auto filters = screening.filters(false);
  for (const EesGeography& geography : ees_geographies()) {
    for (const std::string_view column : columns_of(geography)) {
      const int at = screening.column(column);
      if (at < 0) continue;
      std::map<std::string, EesSpot> empty, over;   // by level of the rows
      for (const EesPlaceSeen& place : screening.places()) {
        const std::string level(screening.word(place, "geographic_level"));
        const bool filled = !screening.word(place, column).empty();
        EesSpot* spot = nullptr;
        if (!filled && level == geography.level && level != "Planning area" && column != "new_la_code") spot = &empty[level];
        const auto allowed = may_fill().find(geography.level);
        if (filled && allowed != may_fill().end() && allowed->second.count(level) == 0) spot = &over[level];
        if (spot == nullptr) continue;
        if (!*spot) spot->row = place.rows.row;
        spot->times += place.rows.times;
      }
      for (const auto& [level, spot] : empty)
        screening.found("check_geog_level_completed", screening.data().place(spot.row, at), fmt::format("\"{}\" is empty on a row of the level \"{}\".{}", column, level, more_said(spot, "row")),
                        "fill it: x with the name Not available for a place that is not known, z for one without a code");
      // The name may be the one filter of data of schools or providers alone.
      const bool is_filter = filters.size() == 1 && (filters[0]->heading == column || screening.columns()[static_cast<std::size_t>(at)].group) && (column == "school_name" || column == "provider_name");
      if (is_filter) continue;
      for (const auto& [level, spot] : over)
        screening.found("check_geog_overcompleted_cols", screening.data().place(spot.row, at), fmt::format("\"{}\" is filled on a row of the level \"{}\".{}", column, level, more_said(spot, "row")), "leave it empty on such rows");
    }
  }
}

void screen_ignored(EesScreening& screening) {
  const std::set<std::string> levels = levels_in(screening);
  const Place place = screening.heading_place(screening.column("geographic_level"));
  if (!levels.empty() && std::all_of(levels.begin(), levels.end(), [](const std::string& one) { return one == "Institution" || one == "Planning area"; }))
    screening.found("check_geog_ignored_rows", place, "All rows are of institutions or planning areas, which the publisher's table tool does not show.", "publish it as a file to be downloaded, without metadata");
  else if (levels.count("School") != 0 && levels.count("Provider") != 0)
    screening.found("check_geog_ignored_rows", place, "Rows of schools and of providers stand in one file.", "give each a file of its own");
}

// One code for a name and one name for a code, where there is no look-up.
void screen_one_to_one(EesScreening& screening) {
  const auto one_each = [&](std::string_view check, const EesGeography& geography, bool by_name) {
    const std::string_view from = by_name ? geography.name : geography.code, to = by_name ? geography.code : geography.name;
    if (screening.column(from) < 0 || screening.column(to) < 0) return;
    std::map<std::string_view, std::string_view> known;
    std::set<std::pair<std::string_view, std::string_view>> said;
    for (const EesPlaceSeen& place : screening.places()) {
      if (screening.word(place, "geographic_level") != geography.level || screening.word(place, geography.code).empty()) continue;
      const std::string_view word = screening.word(place, from), other = screening.word(place, to);
      const auto first = known.try_emplace(word, other).first;
      if (first->second == other || !said.emplace(word, other).second) continue;
      screening.found(check, screening.data().place(place.rows.row, screening.column(to)), fmt::format("{} has {} here, and {} above.", with(from, word), with(to, other), with(to, first->second)),
                      by_name ? "give each place one code" : "give each code to one place");
    }
  };
  for (const char* level : {"Opportunity area", "MAT", "Sponsor"}) {
    one_each("check_geog_other_dupes", *ees_geography(level), true);
    one_each("check_geog_other_code_dupes", *ees_geography(level), false);
  }
}

void screen_all_or_none(EesScreening& screening, std::string_view check, std::string_view level) {
  std::vector<std::string> missing;
  const auto columns = columns_of(*ees_geography(level));
  for (const std::string_view column : columns)
    if (screening.column(column) < 0) missing.push_back(fmt::format("\"{}\"", column));
  if (missing.empty() || missing.size() == columns.size()) return;
  screening.found(check, screening.heading_place(-1), fmt::format("Of the columns for the level \"{}\" the file lacks {}.", level, list_of(missing, "and")), "have all of them, or none");
}

void screen_region_of(EesScreening& screening, std::string_view check, std::string_view level) {
  if (levels_in(screening).count(std::string(level)) == 0) return;
  for (const std::string_view column : {"region_code", "region_name"}) {
    const int at = screening.column(column);
    if (at < 0) {
      screening.found(check, screening.heading_place(-1), fmt::format("There are rows of the level \"{}\", and no column \"{}\".", level, column), "add it, so that readers find the region of each");
      continue;
    }
    EesSpot spot;
    for (const EesPlaceSeen& place : screening.places()) {
      if (screening.word(place, "geographic_level") != level || !screening.word(place, column).empty()) continue;
      if (!spot) spot.row = place.rows.row;
      spot.times += place.rows.times;
    }
    if (spot) screening.found(check, screening.data().place(spot.row, at), fmt::format("\"{}\" is empty on a row of the level \"{}\".{}", column, level, more_said(spot, "row")), "fill it with the region");
  }
}

// "x" and "Not available" belong together, at levels without a look-up of the publisher's.
void screen_not_available(EesScreening& screening) {
  const std::set<std::string> levels = levels_in(screening);
  for (const char* level : {"Opportunity area", "MAT", "Sponsor", "School", "Provider", "Police force area"}) {
    const EesGeography& geography = *ees_geography(level);
    if (levels.count(level) == 0 || screening.column(geography.code) < 0 || screening.column(geography.name) < 0) continue;
    std::set<std::string_view> names, codes;
    for (const EesPlaceSeen& place : screening.places()) {
      const std::string_view code = screening.word(place, geography.code), name = screening.word(place, geography.name);
      if (code == "x" && name != not_available && names.insert(name).second)
        screening.found("check_geog_na", screening.data().place(place.rows.row, screening.column(geography.name)), fmt::format("The code x of \"{}\" has the name \"{}\".", geography.code, name), "name it Not available, or give the place its code");
      if (screening.word(place, "geographic_level") == level && name == not_available && code != "x" && codes.insert(code).second)
        screening.found("check_geog_na_code", screening.data().place(place.rows.row, screening.column(geography.code)), fmt::format("The name Not available of \"{}\" has the code \"{}\".", geography.name, code), "give it the code x");
    }
  }
}

}  // namespace

void screen_geography_first(EesScreening& screening) {
  const EesColumnSeen& levels = *screening.seen("geographic_level");
  std::vector<std::string> known;
  for (const EesGeography& one : ees_geographies()) known.emplace_back(one.level);
  std::set<std::string_view> missing;
  for (std::size_t i = 0; i < levels.words.size(); ++i) {
    const std::string& word = levels.words[i];
    const Place place = screening.data().place(levels.first[i], levels.at);
    const EesGeography* geography = ees_geography(word);
    if (geography == nullptr) {
      const auto alike = std::find_if(known.begin(), known.end(), [&](const std::string& one) { return fold(one) == fold(word); });
      const auto meant = alike != known.end() ? std::optional(*alike) : did_you_mean(word, known);
      screening.found("precheck_geog_level", place, word.empty() ? "This row has no geographic level." : fmt::format("\"{}\" is no geographic level of the publisher's.", word),
                      meant ? fmt::format("write \"{}\"", *meant) : "take one of the publisher's list: National, Regional, Local authority, ...");
    } else if (word != "Planning area") {
      for (const std::string_view column : columns_of(*geography))
        if (screening.column(column) < 0 && missing.insert(column).second)
          screening.found("precheck_geog_level_present", place, fmt::format("There are rows of the level \"{}\", and no column \"{}\".", word, column), "add the column and fill it on these rows");
    }
  }
}

void screen_geography(EesScreening& screening) {
  // Look-ups of wards, constituencies, partnerships, skills areas and devolved areas are not in library/ees.
  screen_pairs(screening, "check_geog_country_combos", "country", "National");
  screen_pairs(screening, "check_geog_region_combos", "region", "Regional");
  screen_pairs(screening, "check_geog_lad_combos", "district", "Local authority district");
  screen_pairs(screening, "check_geog_la_combos", "authority", "Local authority");
  screen_filled(screening);
  screen_ignored(screening);
  screen_one_to_one(screening);
  screen_all_or_none(screening, "check_geog_la_col_present", "Local authority");
  screen_all_or_none(screening, "check_geog_region_col_present", "Regional");
  screen_region_of(screening, "check_geog_region_for_la", "Local authority");
  screen_region_of(screening, "check_geog_region_for_lad", "Local authority district");
  screen_not_available(screening);
}

}  // namespace reportcard
