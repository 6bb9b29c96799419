// SPDX-License-Identifier: MIT
// The workbook that we write: the same bytes each time, text that stays text, names that a sheet may have. What other
// programs read in it is held by tests/handover.py, with a reader that is not ours.
#include "tables/xlsx_write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace reportcard {
namespace {

XlsxBook a_book() {
  XlsxBook book;
  book.title = "A card";
  book.author = "A council";
  book.created = Date::of(2012, 10, 31);
  XlsxSheet sheet;
  sheet.name = "Schools: by/phase?";
  sheet.lines = {"Schools by phase", "Percentages of schools inspected."};
  XlsxColumn id, share, day, grade;
  id.title = "Id";
  id.holds = XlsxColumn::Holds::code;
  share.title = "Good or better (%)";
  share.holds = XlsxColumn::Holds::number;
  share.places = 1;
  day.title = "Inspected";
  day.holds = XlsxColumn::Holds::date;
  grade.title = "Grade";
  grade.choices = {"Outstanding", "Good, with care", "Requires improvement"};
  grade.help = "As printed in the report.";
  sheet.columns = {id, share, day, grade};
  sheet.rows = {{XlsxCell::of_text("0042"), XlsxCell::of_number("66.0"), XlsxCell::of_date(Date::of(2012, 3, 9)), XlsxCell::of_text("=1+1")}};
  sheet.comments = {{4, 4, "This is no grade.", true}, {4, 4, "Choose one from the list.", false}};
  sheet.rows_to_fill = 20;
  book.sheets.push_back(sheet);
  return book;
}

TEST(Xlsx, the_same_book_gives_the_same_bytes) {
  Problems problems;
  const auto first = write_xlsx(a_book(), "card.xlsx", problems), second = write_xlsx(a_book(), "card.xlsx", problems);
  ASSERT_TRUE(first && second);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(*first, *second);
  EXPECT_EQ(first->substr(0, 2), "PK");
}

TEST(Xlsx, the_bytes_do_not_name_the_folder_in_which_they_were_made) {
  Problems problems;
  const auto bytes = write_xlsx(a_book(), "card.xlsx", problems);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(bytes->find("/tmp"), std::string::npos);
}

TEST(Xlsx, a_cell_keeps_the_places_it_was_printed_with) {
  EXPECT_EQ(XlsxCell::of_number("1.10").text, "1.10");
  EXPECT_EQ(XlsxCell::of_number("1.10").kind, XlsxCell::Kind::number);
}

TEST(Xlsx, a_number_that_a_spreadsheet_would_round_stays_text) {
  EXPECT_EQ(XlsxCell::of_number("1234567890123456").kind, XlsxCell::Kind::text);
  EXPECT_EQ(XlsxCell::of_number("not printed").kind, XlsxCell::Kind::text);
  EXPECT_EQ(XlsxCell::of_number("").kind, XlsxCell::Kind::blank);
}

TEST(Xlsx, a_day_that_a_spreadsheet_cannot_hold_stays_text) {
  EXPECT_EQ(XlsxCell::of_date(Date::of(1899, 12, 31)).kind, XlsxCell::Kind::text);
  EXPECT_EQ(XlsxCell::of_date(Date::of(1900, 3, 1)).kind, XlsxCell::Kind::date);
  EXPECT_EQ(XlsxCell::of_date(std::nullopt).kind, XlsxCell::Kind::blank);
}

TEST(Xlsx, text_that_is_too_long_for_a_cell_says_that_it_was_cut) {
  const XlsxCell cell = XlsxCell::of_text(std::string(40'000, 'x'));
  EXPECT_EQ(code_points(cell.text), 32'767u);
  EXPECT_THAT(cell.text, ::testing::EndsWith("(cut here: a cell holds no more)"));
}

TEST(Xlsx, sheet_names_are_made_safe_and_different) {
  std::vector<std::string> taken;
  EXPECT_EQ(safe_sheet_name("Schools: by/phase?", taken), "Schools- by-phase-");
  EXPECT_EQ(safe_sheet_name("schools: BY/phase?", taken), "schools- BY-phase- 2");
  EXPECT_EQ(safe_sheet_name("", taken), "Sheet");
  EXPECT_EQ(safe_sheet_name("'quoted'", taken), "quoted");
  EXPECT_EQ(safe_sheet_name("History", taken), "History of it");
  const std::string longest = safe_sheet_name("Children who were seen within ten working days", taken);
  EXPECT_EQ(longest, "Children who were seen within t");
  EXPECT_EQ(safe_sheet_name("Children who were seen within ten working days, again", taken), "Children who were seen within 2");
}

TEST(Xlsx, more_rows_than_a_sheet_has_are_refused) {
  XlsxBook book = a_book();
  book.sheets[0].rows.resize(1'048'576);
  Problems problems;
  EXPECT_FALSE(write_xlsx(book, "card.xlsx", problems));
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "cannot-write");
}

}  // namespace
}  // namespace reportcard
