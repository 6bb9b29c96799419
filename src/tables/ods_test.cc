// SPDX-License-Identifier: MIT
// Sheets of ODS workbooks, written here as the XML that spreadsheet programs write.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tables/workbook_for_tests.h"

namespace reportcard {
namespace {

using testing::ElementsAre;

std::string text_cell(const std::string& text) {
  return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
}

TEST(Ods, a_sheet_is_read_as_a_csv_file_would_be) {
  const std::string rows =
      "<table:table-row>" + text_cell("school") + text_cell("opened") + text_cell("share") + "</table:table-row>"
      "<table:table-row>"
      "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>who says?</text:p></office:annotation>"
      "<text:p>Aston,<text:s text:c=\"2\"/><text:span>St</text:span>\n  A</text:p><text:p>Rotherham</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2012-10-31\"><text:p>31/10/12</text:p></table:table-cell>"
      "<table:table-cell office:value-type=\"percentage\" office:value=\"0.567\"><text:p>56.7%</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"2\">" + text_cell("Brinsworth") + "<table:table-cell/>"
      "<table:table-cell office:value-type=\"float\" office:value=\"66\"><text:p>66.0</text:p></table:table-cell></table:table-row>";
  const Read out = read_workbook(ods_of(rows), {{"school", {}, CellType::text, true}, {"opened", {}, CellType::date, true}, {"share", {}, CellType::number, true}},
                                 "data/card.ods");
  ASSERT_TRUE(out.table) << out.printed();
  EXPECT_EQ(out.printed(), "");
  EXPECT_THAT(cells_of(*out.table, "school"), ElementsAre("Aston,  St A\nRotherham", "Brinsworth", "Brinsworth"));
  EXPECT_THAT(cells_of(*out.table, "opened"), ElementsAre("2012-10-31", "", ""));
  EXPECT_THAT(cells_of(*out.table, "share"), ElementsAre("56.7", "66.0", "66.0"));
  EXPECT_EQ(out.table->places->cell(2, "share").cell, "Outcomes!C4");
}

TEST(Ods, rows_and_cells_that_stand_there_a_million_times_cost_nothing) {
  const std::string blank = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
  const std::string beyond = "<table:table-row table:number-rows-repeated=\"4294967295\"><table:table-cell table:number-columns-repeated=\"99999999999\"/></table:table-row>";
  const std::string rows = "<table:table-row>" + text_cell("urn") + "<table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>"
                           "<table:table-row>" + text_cell("EY1") + "</table:table-row>" + blank + beyond;
  const Read out = read_workbook(ods_of(rows), {{"urn", {}, CellType::text, true}});
  ASSERT_TRUE(out.table) << out.printed();
  EXPECT_THAT(cells_of(*out.table, "urn"), ElementsAre("EY1"));
  EXPECT_EQ(out.printed(), "");
}

TEST(Ods, a_cell_repeated_until_it_is_millions_is_too_large) {
  const std::string cell = "<table:table-cell table:number-columns-repeated=\"16000\" office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>";
  std::string rows;
  for (int row = 0; row < 30; ++row) rows += "<table:table-row>" + cell + "</table:table-row>";
  WorkbookLimits limits;
  limits.cells = 100'000;
  const Read out = read_workbook(ods_of(rows), {{"urn", {}, CellType::text, true}}, "data/card.ods", limits);
  EXPECT_FALSE(out.table);
  ASSERT_EQ(out.problems.all().size(), 1u);
  EXPECT_EQ(out.problems.all()[0].code, "workbook-too-large");
}

TEST(Ods, each_kind_of_value_and_how_it_is_stored) {
  const std::string rows =
      "<table:table-row>" + text_cell("v") + text_cell("row") + "</table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"7\"><text:p>007</text:p></table:table-cell>" + text_cell("1") + "</table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"currency\" office:currency=\"GBP\" office:value=\"1920.5\"><text:p>£1,920.50</text:p></table:table-cell>" + text_cell("2") + "</table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>TRUE</text:p></table:table-cell>" + text_cell("3") + "</table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"date\" office:date-value=\"2012-10-31T14:30:00\"><text:p>31/10/12 14:30</text:p></table:table-cell>" + text_cell("4") + "</table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"time\" office:time-value=\"PT14H30M00S\"><text:p>14:30</text:p></table:table-cell>" + text_cell("5") + "</table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"0.333333333333333\"><text:p>0.333333333333333</text:p></table:table-cell>" + text_cell("6") + "</table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"string\" office:string-value=\"as held\"><text:p>as shown</text:p></table:table-cell>" + text_cell("7") + "</table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1234567\"><text:p>1.2m</text:p></table:table-cell>" + text_cell("7") + "</table:table-row>"
      "<table:table-row><table:covered-table-cell><text:p>under a merged cell</text:p></table:covered-table-cell>" + text_cell("8") + "</table:table-row>";
  const Read out = read_workbook(ods_of(rows), {{"v", {}, CellType::text, true}});
  ASSERT_TRUE(out.table) << out.printed();
  EXPECT_THAT(cells_of(*out.table, "v"), ElementsAre("007", "1920.50", "yes", "2012-10-31 14:30:00", "14:30:00", "0.333333333", "as held", "1234567", ""));
  EXPECT_EQ(stored_of(*out.table, "v"), "nnyddntn-");
}

TEST(Ods, errors_links_merges_and_hidden_rows_are_said_with_their_cells) {
  const std::string rows =
      "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
      "<table:table-row>" + text_cell("urn") + text_cell("n") + "</table:table-row>"
      "<table:table-row table:visibility=\"filter\"><table:table-cell table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\" office:value-type=\"string\">"
      "<text:p>EY1</text:p></table:table-cell>"
      "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"
      "<table:table-row><table:covered-table-cell/>"
      "<table:table-cell table:formula=\"of:=['file:///H:/old.ods'#$Sheet1.A1]\" office:value-type=\"float\" office:value=\"5\"><text:p>5</text:p></table:table-cell></table:table-row>"
      "<table:table-row>" + text_cell("EY3") + "<table:table-cell table:formula=\"of:=1+1\"/></table:table-row>";
  const Read out = read_workbook(ods_of(rows), {{"urn", {}, CellType::text, true}, {"n", {}, CellType::number, true}}, "data/card.ods");
  EXPECT_EQ(out.printed(),
            "data/card.ods: Outcomes!B1: note: A column of this sheet is hidden; it is read all the same.  [columns-hidden]\n"
            "data/card.ods: Outcomes!A2: note: A row of this sheet is hidden; it is read all the same.  [rows-hidden]\n"
            "data/card.ods: Outcomes!B3: note: A formula of this sheet takes its value from another workbook; the value last saved is read.  [linked-workbook]\n"
            "data/card.ods: Outcomes!A2: warning: The cells A2 to A3 are merged, so only the first of them has the value.  [cells-merged]\n"
            "      = take the merging off, and write the value in each cell that it is true of\n"
            "data/card.ods: Outcomes!B2: error: The cell in the column \"n\" shows #DIV/0! instead of a value.  [cell-error]\n"
            "      = mend its formula, or write the value itself; leave the cell blank where there is none\n"
            "data/card.ods: Outcomes!B4: error: The formula in the column \"n\" has no value: the workbook was never calculated.  [formula-not-calculated]\n"
            "      = open the workbook in a spreadsheet program and save it, or write the value itself\n");
  ASSERT_TRUE(out.table);
  EXPECT_THAT(cells_of(*out.table, "n"), ElementsAre("", "5", ""));
}

TEST(Ods, hidden_sheets_are_listed_as_hidden_and_what_other_workbooks_held_is_no_sheet) {
  const std::string content = ods_content("<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>",
                                          "<table:table table:name=\"A\" table:style-name=\"ta1\"/><table:table table:name=\"B\" table:style-name=\"ta2\"/>"
                                          "<table:table table:name=\"'file:///H:/old.ods'#Sheet1\"/>");
  Problems problems;
  const auto book = open_workbook("x.ods", FileBytes(package_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}})), problems);
  ASSERT_TRUE(book);
  ASSERT_EQ(book->sheets().size(), 2u);
  EXPECT_FALSE(book->sheets()[0].hidden);
  EXPECT_TRUE(book->sheets()[1].hidden);
}

TEST(Ods, a_password_is_said) {
  Problems problems;
  EXPECT_FALSE(open_workbook("x.ods", FileBytes(package_of({
      {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
      {"META-INF/manifest.xml", "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry m:full-path=\"content.xml\">"
                                "<m:encryption-data/></m:file-entry></m:manifest>"},
      {"content.xml", "garbage"}})), problems));
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "workbook-protected");
}

}  // namespace
}  // namespace reportcard
