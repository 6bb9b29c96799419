// SPDX-License-Identifier: MIT
// What the publisher of explore education statistics accepts: geographic levels with their columns, codes with their names,
// agreed names of columns and items. The lists are files of library/ees; the levels are few and stand here.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

struct EesGeography {
  std::string_view level;              // "Local authority"
  std::string_view code, name, second; // columns; "" where it has none
};
const std::array<EesGeography, 18>& ees_geographies();
const EesGeography* ees_geography(std::string_view level);   // letter for letter
std::vector<std::string_view> columns_of(const EesGeography& geography);
bool is_ees_unit_exactly(std::string_view heading);          // a column of time or place, letter for letter
bool looks_like_ees_unit(std::string_view heading);          // by the words in it: "la_id", "school"

// Of the look-ups that the program has: "country", "region", "authority" (with its old code), "district".
bool ees_place_accepted(std::string_view kind, std::string_view code, std::string_view name, std::string_view old_code = {});
std::string ees_place_name(std::string_view kind, std::string_view code);   // "" where the code is not known

struct EesAgreedName { std::string word, column; };
const std::vector<EesAgreedName>& ees_agreed_names();                        // "ethnic": "ethnicity_major"
bool ees_ethnicity_accepted(std::string_view major, std::string_view minor); // both, or one of them and the other ""
bool ees_dictionary_has(std::string_view type, std::string_view column);
bool ees_dictionary_has_item(std::string_view column, std::string_view item);

}  // namespace reportcard
