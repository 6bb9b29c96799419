// SPDX-License-Identifier: MIT
// What hands and spreadsheets do to cells, recognised so that a remedy can name it: letters that look like others, signs
// that cannot be seen, days written otherwise. Nothing here changes a value; it says what was probably meant.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace reportcard {

// A letter or sign of a text that is not what it looks like.
struct OddSign {
  std::string letter;  // as it stands, or "U+200B" where it cannot be seen
  std::string name;    // "a Cyrillic letter", "a no-break space"
  std::string plain;   // what a British keyboard writes for it; "" where it is nothing
  bool letter_alike = false;  // of another alphabet
  bool unseen = false;        // takes no room, or looks like an ordinary blank
};
// The first of them. A text in Cyrillic or Greek that has letters of no likeness is a text in that script, and has none.
std::optional<OddSign> odd_sign(std::string_view text);
// The same text with each of them as the keyboard writes it.
std::string in_plain_signs(std::string_view text);

bool is_failed_formula(std::string_view text);  // #REF!, #N/A ...
bool is_value_symbol(std::string_view text);    // c, x, z, .., low: what English statistics print where no value is

// For a cell that was to hold a number or a day and does not. Never empty.
std::string number_remedy(std::string_view text);
std::string date_remedy(std::string_view text);
// 31/10/2012, 31.10.2012, 31-10-2012 as the day they may mean.
std::optional<Date> day_month_year(std::string_view text);
std::optional<unsigned> month_named(std::string_view word);  // "Oct", "October", "OCT"

}  // namespace reportcard
