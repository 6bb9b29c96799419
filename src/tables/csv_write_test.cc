// SPDX-License-Identifier: MIT
// What is written can be read by any spreadsheet, and runs in none.
#include <gtest/gtest.h>

#include "tables/csv.h"

namespace reportcard {
namespace {

std::string written(std::string_view text) {
  CsvWriter writer({"a", "b"});
  writer.text(text).number("1").end_row();
  const std::string out = writer.take();
  return out.substr(4, out.size() - 4 - 3);
}

TEST(CsvWriter, a_table_is_its_header_and_its_rows) {
  CsvWriter writer({"area", "value"});
  writer.text("Rotherham").number("58.9").end_row();
  writer.text("").number("").end_row();
  EXPECT_EQ(writer.take(), "area,value\nRotherham,58.9\n,\n");
}

TEST(CsvWriter, quotes_stand_only_where_they_are_needed) {
  EXPECT_EQ(written("Bristol"), "Bristol");
  EXPECT_EQ(written("Bristol, City of"), "\"Bristol, City of\"");
  EXPECT_EQ(written("the \"front door\""), "\"the \"\"front door\"\"\"");
  EXPECT_EQ(written("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(written(" blanks around "), "\" blanks around \"");
}

TEST(CsvWriter, text_that_a_spreadsheet_would_run_gets_an_apostrophe) {
  EXPECT_EQ(written("=1+1"), "'=1+1");
  EXPECT_EQ(written("+44"), "'+44");
  EXPECT_EQ(written("-1"), "'-1");
  EXPECT_EQ(written("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(written("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  EXPECT_EQ(written("\t=1"), "\"'\t=1\"");
  EXPECT_EQ(written("\rx"), "\"'\rx\"");
  EXPECT_EQ(written("  =1"), "'  =1") << "blanks before a formula are passed over";
  EXPECT_EQ(written("＝1"), "'＝1") << "the wide form is taken for the plain one in places";
}

TEST(CsvWriter, text_that_only_holds_such_a_sign_is_left_as_it_is) {
  EXPECT_EQ(written("A*-C"), "A*-C");
  EXPECT_EQ(written("\xE2\x88\x92" "2.4 points"), "\xE2\x88\x92" "2.4 points") << "the minus sign of print is no formula";
  EXPECT_EQ(written("a=b"), "a=b");
}

TEST(CsvWriter, numbers_are_never_touched) {
  CsvWriter writer({"change"});
  writer.number("-2.4").end_row();
  EXPECT_EQ(writer.take(), "change\n-2.4\n");
}

TEST(CsvWriter, a_row_of_one_blank_cell_is_no_empty_line) {
  CsvWriter writer({"note"});
  writer.text("").end_row();
  EXPECT_EQ(writer.take(), "note\n\"\"\n");
}

}  // namespace
}  // namespace reportcard
