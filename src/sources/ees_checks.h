// SPDX-License-Identifier: MIT
// The publisher's own checks of files of explore education statistics: each with its name, its level and what it asks. Source:
// the Department for Education's data screener (dfe-analytical-services/eesyscreener 0.3.0), read as a standard, not copied.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

// An error refuses the file; a warning does not. `by_symbol` is either, by what was found.
enum class EesCheckLevel : std::uint8_t { error, warning, by_symbol };
std::string_view ees_level_letter(EesCheckLevel level);   // "E", "W", "E or W"

struct EesCheck {
  std::string_view name;    // the publisher's: "check_geog_na"
  EesCheckLevel level = EesCheckLevel::error;
  std::string_view subject; // "Time"
  std::string_view asks;    // one sentence
  bool made = true;         // false: the program has no look-up for it, and does not ask
};
const std::vector<EesCheck>& ees_checks();                // in the order in which they run
const EesCheck* ees_check(std::string_view name);
std::string ees_code(std::string_view name);              // of problems: "ees-check-geog-na"

}  // namespace reportcard
