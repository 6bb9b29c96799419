// SPDX-License-Identifier: MIT
// What a spreadsheet shows, what its file holds, and what is read.
#include <gtest/gtest.h>

#include "tables/number_format.h"

namespace reportcard {
namespace {

std::string number(std::string_view held, std::string_view format = "General") {
  std::string out;
  return append_number(out, held, number_format(format)) ? out : "none";
}

std::string day(std::string_view held, std::string_view format = "dd/mm/yyyy", bool from_1904 = false) {
  std::string out;
  return append_day(out, held, number_format(format), from_1904) ? out : "none";
}

TEST(NumberFormat, numbers_are_read_as_shown_and_never_lose_what_is_held) {
  struct Case { std::string_view held, format, read; };
  const Case cases[] = {
      {"66", "General", "66"}, {"66.0", "General", "66"}, {"66", "0.0", "66.0"}, {"66.25", "0.0", "66.25"},
      {"-2.4", "General", "-2.4"}, {"-0", "General", "0"}, {"0", "0.00", "0.00"}, {".5", "General", "0.5"},
      {"56.699999999999996", "General", "56.7"}, {"0.30000000000000004", "General", "0.3"},
      {"0.56666666666666665", "0.0%", "56.7"}, {"0.567", "0.0%", "56.7"}, {"0.56699999999999995", "0%", "56.7"},
      {"0.5", "0.0%", "50.0"}, {"1", "0%", "100"}, {"0", "0.0%", "0.0"}, {"-0.024", "0.0%", "-2.4"}, {"0.53125", "0.0%", "53.125"},
      {"0.33333333333333331", "General", "0.333333333"}, {"1234.5666666666666", "General", "1234.566667"},
      {"0.33333333333333331", "0.00", "0.33"}, {"0.99999999999999989", "0", "1"}, {"8.88432580424367", "0", "8.884325804"}, {"0.56666666666666665", "0%", "57"}, {"9.9999999999999982", "0.0", "10.0"},
      {"1.5E-3", "General", "0.0015"}, {"1E+3", "General", "1000"}, {"1.2e3", "General", "1200"}, {"5.6699999999999996E-2", "General", "0.0567"},
      {"7", "000", "007"}, {"1234567", "0.0,,\"m\"", "1234567"}, {"1234567", "#,##0.0", "1234567.0"}, {"1920", "#,##0", "1920"}, {"1920.5", "\"£\"#,##0.00", "1920.50"}, {"56.7", "0.0\"%\"", "56.7"},
      {"12345678901234567", "General", "12345678901234567"}, {"x", "General", "none"}, {"", "General", "none"}, {"1e999", "General", "none"},
      {"1e99", "General", "none"}, {"1.2.3", "General", "none"}, {"-", "General", "none"}, {"5", "@", "5"},
  };
  for (const Case& one : cases) EXPECT_EQ(number(one.held, one.format), one.read) << one.held << " in " << one.format;
}

TEST(NumberFormat, formats_that_show_days_and_those_that_only_look_so) {
  using Kind = NumberFormat::Kind;
  struct Case { std::string_view format; Kind kind; };
  const Case cases[] = {
      {"dd/mm/yyyy", Kind::day}, {"mmm-yy", Kind::day}, {"[$-809]d mmmm yyyy;@", Kind::day}, {"yyyy\\-mm\\-dd", Kind::day},
      {"dd/mm/yyyy hh:mm", Kind::day_and_time}, {"h:mm AM/PM", Kind::time}, {"[h]:mm:ss", Kind::time}, {"mm:ss.0", Kind::time}, {"m", Kind::day},
      {"General", Kind::general}, {"0.0", Kind::number}, {"#,##0;[Red]-#,##0", Kind::number}, {"[Red]0.0%", Kind::percent},
      {"0.00E+00", Kind::general}, {"# ?/?", Kind::general}, {"@", Kind::general}, {"\"days\" 0", Kind::number}, {"0 \"d\"", Kind::number},
      {"0\\d", Kind::number}, {"_-* #,##0_-", Kind::number}, {"", Kind::general}, {"[", Kind::general}, {"\"", Kind::general}, {"\\", Kind::general},
  };
  for (const Case& one : cases) EXPECT_EQ(number_format(one.format).kind, one.kind) << one.format;
  EXPECT_EQ(built_in_number_format(14).kind, Kind::day);
  EXPECT_EQ(built_in_number_format(10), (NumberFormat{Kind::percent, 2, 1}));
  EXPECT_EQ(built_in_number_format(0), NumberFormat{});
}

TEST(NumberFormat, days_of_both_calendars) {
  EXPECT_EQ(day("41213"), "2012-10-31");
  EXPECT_EQ(day("39751", "dd/mm/yyyy", true), "2012-10-31");
  EXPECT_EQ(day("1"), "1900-01-01");
  EXPECT_EQ(day("59"), "1900-02-28");
  EXPECT_EQ(day("60"), "1900-02-29");  // never was; a spreadsheet shows it all the same, and readers of days refuse it
  EXPECT_EQ(day("61"), "1900-03-01");
  EXPECT_EQ(day("0", "dd/mm/yyyy", true), "1904-01-01");
  EXPECT_EQ(day("2958465"), "9999-12-31");
  EXPECT_EQ(day("2958466"), "none");
  EXPECT_EQ(day("-1"), "none");
  EXPECT_EQ(day("0"), "none");
  EXPECT_EQ(day("41213.5"), "2012-10-31 12:00:00");
  EXPECT_EQ(day("41213.604166666664"), "2012-10-31 14:30:00");
  EXPECT_EQ(day("41212.999999999"), "2012-10-31");
  EXPECT_EQ(day("0.60416666666666663", "hh:mm"), "14:30:00");
  EXPECT_EQ(day("1.5", "[h]:mm"), "36:00:00");
  EXPECT_EQ(day("4.1213E4"), "2012-10-31");
  EXPECT_EQ(day("x"), "none");
}

}  // namespace
}  // namespace reportcard
