// SPDX-License-Identifier: MIT
// Rows alike, forms of nothing, cells of indicators, and agreed names.
#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_lookups.h"
#include "sources/ees_screening.h"

namespace reportcard {

namespace {

constexpr std::size_t most_said = 20;   // of rows alike, each; then their number

// Rows of these levels are left out of the question: the publisher's table tool does not show them beside others.
std::set<std::string_view> levels_left_out(const EesScreening& screening) {
  const EesColumnSeen& levels = *screening.seen("geographic_level");
  if (levels.words.size() == 1 && (levels.words[0] == "School" || levels.words[0] == "Provider")) return {"Institution", "Planning area"};
  return {"School", "Provider", "Institution", "Planning area"};
}

void screen_rows_alike(EesScreening& screening) {
  std::vector<const EesColumnSeen*> asked;
  for (const EesColumnSeen& one : screening.columns())
    if (one.unit || one.filter || one.group) asked.push_back(&one);
  // The row by its words' numbers: four bytes a column in place of the text.
  std::vector<std::unordered_map<std::string_view, std::uint32_t>> ids(asked.size());
  for (std::size_t c = 0; c < asked.size(); ++c)
    for (std::size_t i = 0; i < asked[c]->words.size(); ++i) ids[c].emplace(asked[c]->words[i], static_cast<std::uint32_t>(i));
  const std::set<std::string_view> left_out = levels_left_out(screening);
  const int level = screening.column("geographic_level");
  std::unordered_map<std::string, std::uint32_t> rows;
  std::string key;
  std::size_t alike = 0;
  std::uint32_t last = 0;
  screening.data().each([&](const PublishedRow& row) {
    if (row.number <= screening.header() || left_out.count(row.cell(level)) != 0) return true;
    key.clear();
    for (std::size_t c = 0; c < asked.size(); ++c) {
      const auto id = ids[c].find(row.cell(asked[c]->at));
      const std::uint32_t number = id == ids[c].end() ? 0 : id->second;
      key.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    const auto [first, fresh] = rows.try_emplace(key, row.number);
    if (fresh) return true;
    if (++alike <= most_said)
      screening.found("check_general_dupes", screening.data().place(row.number, -1), fmt::format("This row is of the same time, place and filters as {}.", spot_said(screening.data().place(first->second, -1))),
                      "take one of the two out, or tell them apart with a filter");
    last = row.number;
    return true;
  });
  if (alike > most_said)
    screening.found("check_general_dupes", screening.data().place(last, -1), fmt::format("This is the last of {} rows that are of the same time, place and filters as an earlier one.", alike), "see whether a filter is missing in the metadata");
}

void screen_nothings(EesScreening& screening) {
  for (const EesColumnSeen& one : screening.columns()) {
    if (one.null)
      screening.found("check_general_null", screening.data().place(one.null.row, one.at), fmt::format("A cell of \"{}\" holds a program's word for nothing.{}", one.heading, more_said(one.null, "cell")),
                      "write the symbol for why there is no value: z, x, c or low");
    if (one.legacy)
      screening.found("check_general_null", screening.data().place(one.legacy.row, one.at), fmt::format("A cell of \"{}\" holds an old symbol for no value.{}", one.heading, more_said(one.legacy, "cell")),
                      "write the present symbol for why there is no value: z, x, c or low", true);
  }
  static constexpr std::string_view nulls[] = {"NULL", "Null", "null", "NA", "na"};
  for (const EesMetaRow& row : screening.meta_rows())
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (std::find(std::begin(nulls), std::end(nulls), row.cells[c]) != std::end(nulls))
        screening.found("check_general_null", screening.meta_place(row, static_cast<EesMeta>(c)), "A cell of the metadata holds a program's word for nothing.", "leave it empty");
}

void screen_agreed_columns(EesScreening& screening) {
  for (const EesMetaRow& row : screening.meta_rows()) {
    for (const EesMeta column : {EesMeta::col_name, EesMeta::group_column}) {
      const std::string& name = row[column];
      const std::string folded = fold(name);
      std::vector<std::string> wanted;
      bool agreed = false;
      for (const EesAgreedName& one : ees_agreed_names()) {
        agreed = agreed || one.column == name;
        if (folded.find(one.word) != folded.npos && std::find(wanted.begin(), wanted.end(), one.column) == wanted.end()) wanted.push_back(one.column);
      }
      if (agreed || wanted.empty()) continue;
      screening.found("check_harmonised_variables", screening.meta_place(row, column), fmt::format("\"{}\" is not the agreed name of such a column.", name), fmt::format("name it {}", list_of(wanted)));
    }
  }
}

void screen_ethnicities(EesScreening& screening) {
  const EesColumnSeen* major = screening.seen("ethnicity_major");
  const EesColumnSeen* minor = screening.seen("ethnicity_minor");
  const auto say = [&](const EesColumnSeen& column, std::uint32_t row, const std::string& words) {
    screening.found("check_harmonised_eth_vals", screening.data().place(row, column.at), fmt::format("{} is not agreed for ethnic groups.", words), "write the group as in the Government Statistical Service's list");
  };
  if (major != nullptr && minor != nullptr) {
    for (const auto& [pair, spot] : screening.pairs("ethnicity_major", "ethnicity_minor")) {
      const std::string& a = major->words[pair.first];
      const std::string& b = minor->words[pair.second];
      if (a.empty() || b.empty() || !ees_ethnicity_accepted(a, b)) say(*minor, spot.row, fmt::format("\"{}\" with \"{}\"", a, b));
    }
    return;
  }
  for (const EesColumnSeen* one : {major, minor}) {
    if (one == nullptr) continue;
    for (std::size_t i = 0; i < one->words.size(); ++i)
      if (one->words[i].empty() || !(one == major ? ees_ethnicity_accepted(one->words[i], "") : ees_ethnicity_accepted("", one->words[i]))) say(*one, one->first[i], fmt::format("\"{}\"", one->words[i]));
  }
}

void screen_ethnic_groups(EesScreening& screening) {
  const EesColumnSeen* groups = screening.seen("characteristic_group");
  if (groups == nullptr) return;
  const auto is_ethnic = [](std::string_view word) { return fold(word).find("ethnic") != std::string::npos; };
  static constexpr std::string_view agreed[] = {"Ethnicity Major", "Ethnicity Minor", "Ethnicity Detailed", "Minority Ethnic"};
  for (std::size_t i = 0; i < groups->words.size(); ++i) {
    const std::string& word = groups->words[i];
    if (!is_ethnic(word) || std::any_of(std::begin(agreed), std::end(agreed), [&](std::string_view one) { return word.find(one) != word.npos; })) continue;
    screening.found("check_harmonised_eth_char_grp", screening.data().place(groups->first[i], groups->at), fmt::format("\"{}\" is not the agreed name of a group on ethnicity.", word),
                    "write Ethnicity Major, Ethnicity Minor, Ethnicity Detailed or Minority Ethnic, also joined to others with \"and\"");
  }
  const EesColumnSeen* items = screening.seen("characteristic");
  if (items == nullptr) return;
  std::set<std::string_view> said;
  for (const auto& [pair, spot] : screening.pairs("characteristic_group", "characteristic")) {
    const std::string& word = items->words[pair.second];
    if (!is_ethnic(groups->words[pair.first]) || ees_ethnicity_accepted(word, "") || ees_ethnicity_accepted("", word) || !said.insert(word).second) continue;
    screening.found("check_harmonised_eth_char_vals", screening.data().place(spot.row, items->at), fmt::format("\"{}\" is not agreed for ethnic groups.", word), "write the group as in the Government Statistical Service's list");
  }
}

}  // namespace

void screen_general(EesScreening& screening) {
  if (screening.has_meta()) screen_rows_alike(screening);   // without it nobody knows which columns are filters
  screen_nothings(screening);
}

void screen_indicators(EesScreening& screening) {
  for (const EesColumnSeen& one : screening.columns()) {
    if (!one.indicator) continue;
    if (one.blank)
      screening.found("check_ind_invalid_entry", screening.data().place(one.blank.row, one.at), fmt::format("This cell of the indicator \"{}\" is empty.{}", one.heading, more_said(one.blank, "cell")),
                      "write the value, or the symbol for why there is none: z, x, c or low");
    if (one.obsolete)
      screening.found("check_ind_invalid_entry", screening.data().place(one.obsolete.row, one.at), fmt::format("This cell of the indicator \"{}\" holds an obsolete symbol.{}", one.heading, more_said(one.obsolete, "cell")),
                      "write low in place of ~, and x in place of :");
  }
}

void screen_harmonised(EesScreening& screening) {
  screen_agreed_columns(screening);
  screen_ethnicities(screening);
  screen_ethnic_groups(screening);
}

}  // namespace reportcard
