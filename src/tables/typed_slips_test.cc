// SPDX-License-Identifier: MIT
// What is said of a cell that is no number or no day, and which signs are not what they look like.
#include "tables/typed_slips.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

std::string odd(std::string_view text) {
  const auto found = odd_sign(text);
  return found ? found->letter + " is " + found->name + " like " + found->plain + ": " + in_plain_signs(text) : "nothing";
}

TEST(TypedSlips, letters_of_another_alphabet_are_odd_among_ours) {
  EXPECT_EQ(odd("A12"), "nothing");
  EXPECT_EQ(odd("\xD0\x90" "12"), "\xD0\x90 is a Cyrillic letter like A: A12");
  EXPECT_EQ(odd("12\xCE\x9F"), "\xCE\x9F is a Greek letter like O: 12O");
  EXPECT_EQ(odd("\xEF\xBC\x94" "2"), "\xEF\xBC\x94 is a full-width digit like 4: 42");
  EXPECT_EQ(odd("K\xC2\xAD" "4"), "U+00AD is a soft hyphen, which cannot be seen like : K4");
}

TEST(TypedSlips, a_word_of_another_alphabet_is_no_slip) {
  EXPECT_EQ(odd("\xD0\xA1\xD0\xB5\xD0\xBC\xD1\x8C\xD1\x8F"), "nothing");  // a Russian word
  EXPECT_EQ(odd("Ren\xC3\xA9"), "nothing");
}

TEST(TypedSlips, a_number_with_other_signs_is_told_by_the_sign) {
  EXPECT_EQ(number_remedy("4O2"), "it has a letter where a digit is meant: write 402, if that is right");
  EXPECT_EQ(number_remedy("\xE2\x80\x93" "5"), "it has an en dash (\xE2\x80\x93): write -5, if that is right");
  EXPECT_EQ(number_remedy("1\xC2\xA0" "234"), "it has a no-break space (U+00A0): write 1234, if that is right");
  EXPECT_EQ(number_remedy("1 234"), "write it without blanks: 1234");
  EXPECT_EQ(number_remedy("12,5"), "write a point before the decimals: 12.5, if that is right");
  EXPECT_EQ(number_remedy("1.02E+10"), "a spreadsheet has shortened this number: write all its digits");
  EXPECT_EQ(number_remedy("<5"), "write 5 alone; in a table of values a column \"qualifier\" says under");
  EXPECT_EQ(number_remedy("#REF!"), "a formula of the workbook failed here: mend it, or leave the cell blank");
  EXPECT_EQ(number_remedy("many"), "write a number such as 1234 or 58.9, or leave the cell blank");
}

TEST(TypedSlips, a_day_written_otherwise_is_told_as_the_day_it_may_be) {
  EXPECT_EQ(date_remedy("31/10/2012"), "write days as year-month-day: 2012-10-31, if 31 October 2012 is meant");
  EXPECT_EQ(date_remedy("31/10/12"), "write the year in full, as year-month-day: 2012-10-31, if 31 October 2012 is meant");
  EXPECT_EQ(date_remedy("31 Oct 2012"), "write days as year-month-day: 2012-10-31, if 31 October 2012 is meant");
  EXPECT_EQ(date_remedy("31/10/2012 14:30"), "write the day alone, as year-month-day: 2012-10-31, if 31 October 2012 is meant");
  EXPECT_EQ(date_remedy("2012-10-31 14:30:00"), "write the day alone: 2012-10-31");
  EXPECT_EQ(date_remedy("41213"), "41213 is how a spreadsheet counts 31 October 2012: format the cell as a date, or write 2012-10-31");
  EXPECT_EQ(date_remedy("2012-09-31"), "that month has no such day: correct it");
}

}  // namespace
}  // namespace reportcard
