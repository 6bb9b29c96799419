// SPDX-License-Identifier: MIT
// What a spreadsheet's number means: 41213 may be a day, 0.567 may be shown as 56.7%. Formats are read as far as that, and
// numbers are turned into the text that a person would type, digit by digit: no double comes near them.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportcard {

struct NumberFormat {
  enum class Kind : std::uint8_t { general, number, percent, day, day_and_time, time };
  Kind kind = Kind::general;
  std::uint8_t places = 0;        // shown behind the point; of `number` and `percent`
  std::uint8_t whole_digits = 0;  // shown before it at least: 3 for "000", which shows 7 as 007
  friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};

// A format code as in styles: "0.0%", "dd/mm/yyyy", "[h]:mm". Its first section counts; what is not known is general.
NumberFormat number_format(std::string_view code);
// The formats that XLSX files name by number and do not write out.
NumberFormat built_in_number_format(unsigned id);

// The number as it is held, with the places that the format shows at least, as plain text: 66 in 0.0 is "66.0", 0.567 in 0%
// is "56.7". Beyond 15 significant digits a spreadsheet's numbers are noise (56.699999999999996 is 56.7); a number with so
// many, the result of a division, is rounded as shown (where no places are shown, to nine digits or so).
// `held` is decimal text, with an exponent or not.
// False, and nothing is added, where it is no number or has more digits than fit.
bool append_number(std::string& out, std::string_view held, const NumberFormat& format);

// Days counted from the end of 1899 (with the 29 February 1900 that never was) or from 1 January 1904: "2012-10-31", or
// "2012-10-31 14:30:00" where the time is not midnight and the format shows times, or "14:30:00". False where the number is none of these.
bool append_day(std::string& out, std::string_view held, const NumberFormat& format, bool from_1904);

// A day as XML writes it, with a time or not: 2012-10-31T00:00:00 is "2012-10-31", 2012-10-31T14:30:00.5Z "2012-10-31 14:30:00".
void append_iso_day(std::string& out, std::string_view held);
// A time as XML writes it: PT14H30M00S is "14:30:00". False where it is none.
bool append_iso_time(std::string& out, std::string_view held);

}  // namespace reportcard
