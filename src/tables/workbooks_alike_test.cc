// SPDX-License-Identifier: MIT
// One sheet as openpyxl, odfpy, LibreOffice and our own writer have it, and two that Excel saved (testdata/workbooks): whoever
// wrote it, it is read alike.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tables/workbook_for_tests.h"
#include "tables/xlsx_write.h"

namespace reportcard {
namespace {

using testing::ElementsAre;

const std::string folder = std::string(REPORTCARD_SOURCE_DIR) + "/src/tables/testdata/workbooks/";

std::string bytes_of_file(const std::string& name) {
  std::ifstream in(folder + name, std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

const std::vector<WantedColumn> outcomes = {
    {"code", {}, CellType::text, true},     {"period", {}, CellType::text, true},  {"opened", {}, CellType::date, true},  {"seen", {}, CellType::text, true},
    {"share", {}, CellType::number, true},  {"mean", {}, CellType::number, true},  {"count", {}, CellType::number, true}, {"cost", {}, CellType::number, true},
    {"open", {}, CellType::text, true},     {"remark", {}, CellType::text, true},  {"part", {}, CellType::number, true}};

class Written : public testing::TestWithParam<const char*> {};

TEST_P(Written, by_whatever_program_it_is_read_alike) {
  Problems problems;
  const auto book = open_workbook(GetParam(), FileBytes(bytes_of_file(GetParam())), problems);
  ASSERT_TRUE(book) << print_problems(problems.sorted(), false);
  ASSERT_EQ(book->sheets().size(), 2u);
  EXPECT_EQ(book->sheets()[0].name, "Outcomes");
  EXPECT_FALSE(book->sheets()[0].hidden);
  EXPECT_EQ(book->sheets()[1].name, "Lists");
  EXPECT_TRUE(book->sheets()[1].hidden);
  EXPECT_EQ(book->headers(0).at(9), "remark");
  const auto table = book->read(0, outcomes, problems);
  EXPECT_EQ(print_problems(problems.sorted(), false), "");
  ASSERT_TRUE(table);
  EXPECT_THAT(cells_of(*table, "code"), ElementsAre("EY331204", "1.1", "007"));
  EXPECT_EQ(stored_of(*table, "code"), "tnt");
  EXPECT_THAT(cells_of(*table, "period"), ElementsAre("2011/12", "2012/13", ""));
  EXPECT_EQ(stored_of(*table, "period"), "tt-");
  EXPECT_THAT(cells_of(*table, "opened"), ElementsAre("2012-10-31", "1900-03-01", "2024-02-29"));
  EXPECT_THAT(cells_of(*table, "seen"), ElementsAre("2012-10-31 14:30:00", "", "2024-02-29"));
  EXPECT_EQ(stored_of(*table, "seen"), "d-d");
  EXPECT_THAT(cells_of(*table, "share"), ElementsAre("56.7", "50.0", "100.0"));
  EXPECT_THAT(cells_of(*table, "mean"), ElementsAre("66.0", "58.9", "0.0"));
  EXPECT_THAT(cells_of(*table, "count"), ElementsAre("1920", "-3", "0"));
  EXPECT_THAT(cells_of(*table, "cost"), ElementsAre("1920.50", "0.07", "1000000.00"));
  EXPECT_THAT(cells_of(*table, "open"), ElementsAre("yes", "no", ""));
  EXPECT_EQ(stored_of(*table, "open"), "yy-");
  EXPECT_THAT(cells_of(*table, "remark"), ElementsAre("First line\nsecond line", "Café, \"quoted\" <&>", "blanks around"));
  EXPECT_THAT(cells_of(*table, "part"), ElementsAre("0.333333333", "56.7", "0.3"));
  EXPECT_EQ(table->places->cell(2, "part").cell, "Outcomes!K7");
}

INSTANTIATE_TEST_SUITE_P(Workbooks, Written, testing::Values("by-openpyxl.xlsx", "by-odfpy.ods", "by-libreoffice.xlsx", "by-libreoffice.ods"));

TEST(Written, a_formula_has_the_value_that_the_program_calculated_or_none) {
  const std::vector<WantedColumn> sum = {{"sum", {}, CellType::number, true}};
  for (const char* name : {"by-libreoffice.xlsx", "by-libreoffice.ods"}) {
    const Read out = read_workbook(bytes_of_file(name), sum, name);
    ASSERT_TRUE(out.table);
    EXPECT_THAT(cells_of(*out.table, "sum"), ElementsAre("1921", "-2", "1")) << name;
    EXPECT_EQ(out.printed(), "");
  }
  const Read out = read_workbook(bytes_of_file("by-openpyxl.xlsx"), sum, "by-openpyxl.xlsx");
  EXPECT_EQ(out.problems.count(Severity::error), 3u);
  EXPECT_EQ(out.problems.all().at(0).code, "formula-not-calculated");
}

TEST(Written, by_ourselves) {
  XlsxBook book;
  book.title = "Outcomes";
  XlsxSheet sheet;
  sheet.name = "Early help";
  sheet.lines = {"Outcomes, October 2012"};
  sheet.columns.resize(5);
  const char* titles[] = {"code", "period", "opened", "mean", "remark"};
  for (std::size_t column = 0; column < 5; ++column) sheet.columns[column].title = titles[column];
  sheet.columns[0].holds = sheet.columns[1].holds = XlsxColumn::Holds::code;
  sheet.columns[2].holds = XlsxColumn::Holds::date;
  sheet.columns[3].holds = XlsxColumn::Holds::number;
  sheet.rows = {{XlsxCell::of_text("1.10"), XlsxCell::of_text("2011/12"), XlsxCell::of_date(Date::of(2012, 10, 31)), XlsxCell::of_number("66.0"), XlsxCell::of_text("=1+1")},
                {XlsxCell::of_text("007"), XlsxCell::of_text(""), XlsxCell::of_date({}), XlsxCell::of_number("-2.40"), XlsxCell::of_text("Café, \"quoted\" <&>")}};
  book.sheets = {sheet};
  Problems problems;
  const auto bytes = write_xlsx(book, "card.xlsx", problems);
  ASSERT_TRUE(bytes);
  const Read out = read_workbook(*bytes, {{"code", {}, CellType::text, true}, {"period", {}, CellType::text, true}, {"opened", {}, CellType::date, true},
                                          {"mean", {}, CellType::number, true}, {"remark", {}, CellType::text, true}}, "card.xlsx");
  ASSERT_TRUE(out.table) << out.printed();
  EXPECT_EQ(out.printed(), "");
  EXPECT_THAT(cells_of(*out.table, "code"), ElementsAre("1.10", "007"));
  EXPECT_EQ(stored_of(*out.table, "code"), "tt");
  EXPECT_THAT(cells_of(*out.table, "opened"), ElementsAre("2012-10-31", ""));
  EXPECT_THAT(cells_of(*out.table, "mean"), ElementsAre("66.0", "-2.40"));
  EXPECT_THAT(cells_of(*out.table, "remark"), ElementsAre("=1+1", "Café, \"quoted\" <&>"));
  EXPECT_EQ(out.table->places->cell(0, "mean").cell, "'Early help'!D3");
}

// The other reading of it is openpyxl's, which has all the digits of a double: 6.138261464750171 is shown as 6.138261465.
bool same(const std::string& ours, const std::string& theirs) {
  if (ours == theirs) return true;
  if (theirs.size() < 15 || theirs.find_first_not_of("-0123456789.") != std::string::npos) return false;
  return std::abs(std::strtod(ours.c_str(), nullptr) - std::strtod(theirs.c_str(), nullptr)) < 1e-8;
}

class ByExcel : public testing::TestWithParam<const char*> {};

TEST_P(ByExcel, is_read_as_another_reader_reads_it) {
  const std::string name = GetParam(), expected = bytes_of_file(name + ".csv");
  std::vector<WantedColumn> wanted;
  for (const std::string& heading : csv_headers(expected)) wanted.push_back({heading, {}, CellType::text, true});
  ASSERT_GT(wanted.size(), 3u);
  const Read theirs = read(expected, wanted);
  const Read ours = read_workbook(bytes_of_file(name + ".xlsx"), wanted);
  ASSERT_TRUE(ours.table) << ours.printed();
  ASSERT_TRUE(theirs.table) << theirs.printed();
  EXPECT_EQ(ours.printed(), "");
  for (const WantedColumn& column : wanted) {
    const auto a = cells_of(*ours.table, column.name), b = cells_of(*theirs.table, column.name);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t row = 0; row < a.size(); ++row) EXPECT_TRUE(same(a[row], b[row])) << column.name << " " << row << ": " << a[row] << " / " << b[row];
  }
}

INSTANTIATE_TEST_SUITE_P(Workbooks, ByExcel, testing::Values("lait-la-codes-2026-04", "annex-a-sample-2021"));

}  // namespace
}  // namespace reportcard
