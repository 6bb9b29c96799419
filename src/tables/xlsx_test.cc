// SPDX-License-Identifier: MIT
// Sheets of XLSX workbooks, written here as the XML that spreadsheet programs write.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tables/workbook_for_tests.h"

namespace reportcard {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
                           "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>";

TEST(Xlsx, a_sheet_is_read_as_a_csv_file_would_be) {
  XlsxParts parts;
  parts.shared_strings = "<si><t>School</t></si><si><r><t>Opened </t></r><r><t>on</t></r><rPh><t>x</t></rPh></si><si><t> Aston, St \"A\" </t></si>";
  parts.styles = styles;
  parts.rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>share</t></is></c></row>"
               "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\" s=\"1\"><v>41213</v></c><c r=\"C3\" s=\"2\"><v>0.56699999999999995</v></c></row>"
               "<row r=\"4\"><c r=\"A4\" t=\"str\"><f>B1</f><v>Two\nlines</v></c><c r=\"C4\"><v>66</v></c></row>";
  const Read out = read_workbook(xlsx_of(parts), {{"school", {}, CellType::text, true},
                                                  {"opened-on", {"Opened on"}, CellType::date, true},
                                                  {"share", {}, CellType::number, true}});
  ASSERT_TRUE(out.table) << out.printed();
  EXPECT_EQ(out.printed(), "");
  EXPECT_THAT(cells_of(*out.table, "school"), ElementsAre("Aston, St \"A\"", "Two\nlines"));
  EXPECT_THAT(cells_of(*out.table, "opened-on"), ElementsAre("2012-10-31", ""));
  EXPECT_THAT(cells_of(*out.table, "share"), ElementsAre("56.7", "66"));
  EXPECT_EQ(out.table->places->cell(0, "share").cell, "Outcomes!C3");
  EXPECT_EQ(out.table->places->row(1).cell, "Outcomes!A4");
  EXPECT_EQ(stored_of(*out.table, "school"), "tt");
}

TEST(Xlsx, problems_name_the_cell) {
  XlsxParts parts;
  parts.rows = row_of(1, {"Rotherham, October 2012"}) + row_of(3, {"", "urn", "started"}) + row_of(4, {"", "EY1", "31/10/2012"}) +
               row_of(5, {"", "EY2", "<c t=\"e\"><v>#REF!</v></c>"}) + row_of(6, {"", "EY3", "<c><f>TODAY()</f></c>"});
  const Read out = read_workbook(xlsx_of(parts), {{"urn", {}, CellType::text, true}, {"started", {}, CellType::date, true}, {"grade", {}, CellType::text, true}});
  EXPECT_EQ(out.printed(),
            "data/card.xlsx: Outcomes!B3: error: There is no column \"grade\".  [column-missing]\n"
            "      = add a column \"grade\"; the sheet has urn and started\n"
            "data/card.xlsx: Outcomes!C4: error: \"31/10/2012\" in the column \"started\" is not a day.  [cell-not-a-date]\n"
            "      = write days as year-month-day: 2012-10-31, if 31 October 2012 is meant\n"
            "data/card.xlsx: Outcomes!C5: error: The cell in the column \"started\" shows #REF! instead of a value.  [cell-error]\n"
            "      = mend its formula, or write the value itself; leave the cell blank where there is none\n"
            "data/card.xlsx: Outcomes!C6: error: The formula in the column \"started\" has no value: the workbook was never calculated.  "
            "[formula-not-calculated]\n"
            "      = open the workbook in a spreadsheet program and save it, or write the value itself\n");
  ASSERT_TRUE(out.table);
  EXPECT_THAT(cells_of(*out.table, "urn"), ElementsAre("EY1", "EY2", "EY3"));
}

TEST(Xlsx, how_a_cell_is_stored_stands_beside_its_text) {
  XlsxParts parts;
  parts.styles = styles;
  parts.rows = row_of(1, {"code", "n"}) + row_of(2, {"1.10", "1"}) + row_of(3, {"<c><v>1.1</v></c>", "1"}) + row_of(4, {"<c s=\"1\"><v>40878</v></c>", "1"}) +
               row_of(5, {"<c t=\"b\"><v>1</v></c>", "1"}) + row_of(6, {"", "1"});
  const Read out = read_workbook(xlsx_of(parts), {{"code", {}, CellType::text, true}});
  ASSERT_TRUE(out.table);
  EXPECT_THAT(cells_of(*out.table, "code"), ElementsAre("1.10", "1.1", "2011-12-01", "yes", ""));
  EXPECT_EQ(stored_of(*out.table, "code"), "tndy-");
}

}  // namespace
}  // namespace reportcard
