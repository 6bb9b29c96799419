// SPDX-License-Identifier: MIT
// Names of files, and names of columns.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_screening.h"

namespace reportcard {

namespace {

std::string last_part(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  return slash == file.npos ? file : file.substr(slash + 1);
}
// "x" of "x.csv" and of "x.meta.csv".
std::string stem_of_name(std::string name) {
  for (const std::string_view ending : {".csv", ".meta"})
    if (name.size() > ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0) name.resize(name.size() - ending.size());
  return name;
}
bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

void screen_name(EesScreening& screening, const std::string& file) {
  Place place;
  place.file = file;
  const std::string name = last_part(file);
  if (name.find(' ') != name.npos)
    screening.found("check_filename_spaces", place, fmt::format("The name \"{}\" has a blank in it.", name), "put \"-\" or \"_\" in place of blanks");
  const std::string stem = stem_of_name(name);
  if (!std::all_of(stem.begin(), stem.end(), [](char c) { return is_letter_or_digit(c) || c == '-' || c == '_' || c == ' '; }))
    screening.found("check_filename_special", place, fmt::format("The name \"{}\" has signs other than letters, digits, \"-\" and \"_\".", name), "name the file with letters, digits, \"-\" and \"_\" only");
}

}  // namespace

void screen_file_names(EesScreening& screening) {
  screen_name(screening, screening.data().file());
  if (!screening.has_meta()) return;
  screen_name(screening, screening.meta().file());
  const std::string data = last_part(screening.data().file()), meta = last_part(screening.meta().file());
  const std::string wanted = data.substr(0, data.rfind('.')) + ".meta.csv";
  if (meta == wanted) return;
  Place place;
  place.file = screening.meta().file();
  screening.found("check_filenames_match", place, fmt::format("The metadata of \"{}\" is named \"{}\".", data, meta), fmt::format("name it \"{}\"", wanted));
}

void screen_column_names(EesScreening& screening) {
  const std::vector<std::string>& headings = screening.headings();
  for (std::size_t c = 0; c < headings.size(); ++c) {
    const std::string& name = headings[c];
    const Place place = screening.heading_place(static_cast<int>(c));
    if (has_blank_inside(name)) screening.found("check_col_names_spaces", place, fmt::format("The column \"{}\" has a blank in its name.", name), "put \"_\" in place of blanks, in the metadata too");
    const bool snake = std::all_of(name.begin(), name.end(), [](char ch) { return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '_'; });
    if (!snake) screening.found("check_col_snake_case", place, fmt::format("The name of the column \"{}\" has other signs than small letters, digits and \"_\".", name), "name it with small letters, digits and \"_\" only, in the metadata too");
    if (name.empty() || name.front() < 'a' || name.front() > 'z')
      screening.found("check_col_var_start", place, fmt::format("The name of the column \"{}\" does not begin with a small letter.", name), "begin it with a small letter, in the metadata too");
  }
  static constexpr std::string_view categories[] = {"male", "female", "asian", "chinese", "indian", "pakistani", "bangladeshi", "black", "african", "caribbean", "white", "roma", "irish", "english",
                                                    "british", "scottish", "welsh", "arab"};
  for (const EesMetaRow& row : screening.meta_rows()) {
    const std::string& name = row[EesMeta::col_name];
    const std::string folded = fold(name);
    // "female" before "male", which is a part of it.
    std::string_view category;
    for (const std::string_view one : categories)
      if (row.is_indicator() && folded.find(one) != folded.npos && one.size() > category.size()) category = one;
    if (!category.empty())
      screening.found("check_col_ind_smushed", screening.meta_place(row, EesMeta::col_name), fmt::format("The indicator \"{}\" seems to be of one category only (\"{}\").", name, category),
                      "give the categories a filter, and the values of all of them one indicator with a row for each");
    for (const EesMeta column : {EesMeta::col_name, EesMeta::group_column}) {
      if (row[column] == "characteristic_group" || (column == EesMeta::col_name && row[column] == "characteristic"))
        screening.found("check_col_var_characteristic", screening.meta_place(row, column), fmt::format("The metadata names \"{}\", which holds filters of many kinds in one column.", row[column]),
                        "give each characteristic a filter of its own");
    }
  }
}

}  // namespace reportcard
