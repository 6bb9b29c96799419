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

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

TEST(Xlsx, names_of_parts_prefixes_and_the_strict_namespace_make_no_difference) {
  XlsxParts parts;
  parts.shared_strings = "<si><t>urn</t></si><si><t>opened</t></si><si><t>EY1</t></si>";
  parts.rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>2</v></c><c t=\"d\"><v>2012-10-31T00:00:00</v></c></row>";
  PackageParts made = xlsx_parts(parts);
  for (auto& [name, text] : made) {
    name = replaced(replaced(replaced(name, "xl/worksheets/sheet1", "content/Blatt"), "xl/workbook", "content/book"), "xl/_rels/workbook", "content/_rels/book");
    name = replaced(name, "xl/", "content/");
    text = replaced(replaced(text, "worksheets/sheet1.xml", "/content/./x/../Blatt.xml"), "\"xl/workbook.xml", "\"/content/BOOK.xml");
    text = replaced(text, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships");
    if (text.find("xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"") == std::string::npos) continue;
    text = replaced(replaced(replaced(text, "</", "</q:"), "<", "<q:"), "<q:/q:", "</q:");
    text = replaced(text, "<q:?xml", "<?xml");
    text = replaced(text, "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"", "xmlns:q=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"");
  }
  const Read out = read_workbook(package_of(made), {{"urn", {}, CellType::text, true}, {"opened", {}, CellType::date, true}});
  ASSERT_TRUE(out.table) << out.printed();
  EXPECT_EQ(out.printed(), "");
  EXPECT_THAT(cells_of(*out.table, "urn"), ElementsAre("EY1"));
  EXPECT_THAT(cells_of(*out.table, "opened"), ElementsAre("2012-10-31"));
}

TEST(Xlsx, days_counted_from_1904) {
  XlsxParts parts;
  parts.properties = "<workbookPr date1904=\"1\"/>";
  parts.styles = styles;
  parts.rows = row_of(1, {"n", "day"}) + row_of(2, {"1", "<c s=\"1\"><v>39751</v></c>"});
  const Read out = read_workbook(xlsx_of(parts), {{"day", {}, CellType::date, true}});
  ASSERT_TRUE(out.table);
  EXPECT_THAT(cells_of(*out.table, "day"), ElementsAre("2012-10-31"));
}

TEST(Xlsx, the_headings_are_found_under_titles_and_notes) {
  XlsxParts parts;
  parts.rows = row_of(1, {"Rotherham", "October 2012"}) + row_of(2, {"Who fills this in: the performance office"}) + row_of(4, {"Provider reference", "Grade"}) +
               row_of(5, {"EY1", "Good"});
  const std::string bytes = xlsx_of(parts);
  const Read out = read_workbook(bytes, {{"urn", {"Provider reference"}, CellType::text, true}, {"grade", {}, CellType::text, true}});
  ASSERT_TRUE(out.table);
  EXPECT_EQ(out.printed(), "");
  EXPECT_THAT(cells_of(*out.table, "urn"), ElementsAre("EY1"));
  Problems problems;
  EXPECT_THAT(open_workbook("x.xlsx", FileBytes(bytes), problems)->headers(0), ElementsAre("Rotherham", "October 2012"));
}

TEST(Xlsx, a_heading_merged_downwards_is_that_of_the_lower_row_too) {
  XlsxParts parts;
  parts.rows = row_of(1, {"school", "Autumn", ""}) + row_of(2, {"", "boys", "girls"}) + row_of(3, {"Aston", "1", "2"});
  parts.after = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>";
  const Read out = read_workbook(xlsx_of(parts), {{"school", {}, CellType::text, true}, {"boys", {}, CellType::number, true}, {"girls", {}, CellType::number, true}});
  ASSERT_TRUE(out.table) << out.printed();
  EXPECT_EQ(out.printed(), "");
  EXPECT_THAT(cells_of(*out.table, "school"), ElementsAre("Aston"));
  EXPECT_THAT(cells_of(*out.table, "girls"), ElementsAre("2"));
}

TEST(Xlsx, merged_hidden_linked_and_stray_cells_are_said) {
  XlsxParts parts;
  parts.before = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>";
  parts.other_links = "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink\" Target=\"x.xml\"/>";
  parts.rows = row_of(1, {"urn", "n"}) + replaced(row_of(2, {"EY1", "<c><f>[1]Sheet1!A1</f><v>5</v></c>", "", "mine"}), "<row ", "<row hidden=\"1\" ") +
               replaced(row_of(3, {"", "6"}), "<row ", "<row hidden=\"1\" ") + row_of(4, {"", "", "", "alone"});
  parts.after = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>";
  const Read out = read_workbook(xlsx_of(parts), {{"urn", {}, CellType::text, true}, {"n", {}, CellType::number, true}});
  EXPECT_EQ(out.printed(),
            "data/card.xlsx: Outcomes!B1: note: A column of this sheet is hidden; it is read all the same.  [columns-hidden]\n"
            "data/card.xlsx: Outcomes!A2: note: 2 rows of this sheet are hidden; they are read all the same.  [rows-hidden]\n"
            "data/card.xlsx: Outcomes!B2: note: A formula of this sheet takes its value from another workbook; the value last saved is read.  [linked-workbook]\n"
            "data/card.xlsx: Outcomes!A2: warning: The cells A2 to A3 are merged, so only the first of them has the value.  [cells-merged]\n"
            "      = take the merging off, and write the value in each cell that it is true of\n"
            "data/card.xlsx: Outcomes!D2: warning: This cell and 1 more stand under no heading, so nobody reads them.  [cells-outside]\n"
            "      = give the column a heading, or take the cell out\n");
  ASSERT_TRUE(out.table);
  EXPECT_THAT(cells_of(*out.table, "urn"), ElementsAre("EY1", ""));
}

TEST(Xlsx, what_xml_cannot_hold_is_written_with_underscores) {
  XlsxParts parts;
  parts.rows = row_of(1, {"a_x000D__x000A_b", "n"}) + row_of(2, {"one_x000D_\ntwo _x0041_ _x005F_x0041_ _xyz_ _x001E_", "1"});
  const Read out = read_workbook(xlsx_of(parts), {{"a b", {}, CellType::text, true}});
  ASSERT_TRUE(out.table) << out.printed();
  EXPECT_THAT(cells_of(*out.table, "a b"), ElementsAre("one\ntwo A _x0041_ _xyz_"));
}

TEST(Xlsx, a_row_is_a_row_though_all_that_is_asked_for_is_blank) {
  XlsxParts parts;
  parts.rows = row_of(1, {"urn", "other"}) + row_of(2, {"", "x"}) + row_of(3, {"", ""}) + row_of(5, {"EY1", ""});
  const Read out = read_workbook(xlsx_of(parts), {{"urn", {}, CellType::text, true}});
  ASSERT_TRUE(out.table);
  EXPECT_THAT(cells_of(*out.table, "urn"), ElementsAre("", "EY1"));
  EXPECT_EQ(out.table->places->cell(0, "urn").cell, "Outcomes!A2");
  EXPECT_EQ(out.table->places->cell(1, "urn").cell, "Outcomes!A5");
  EXPECT_EQ(out.table->places->cell(7, "urn").cell, "Outcomes");
}

TEST(Xlsx, two_columns_of_one_name_and_one_that_is_asked_for_twice) {
  XlsxParts parts;
  parts.rows = row_of(1, {"urn", "n", "urn"}) + row_of(2, {"EY1", "1", "EY2"});
  const Read out = read_workbook(xlsx_of(parts), {{"urn", {}, CellType::text, true}, {"n", {}, CellType::number, true}, {"n-as-typed", {"n"}, CellType::text, true}});
  EXPECT_EQ(out.printed(), "data/card.xlsx: Outcomes!C1: error: Columns 1 and 3 are both called \"urn\".  [header-duplicate]\n"
                           "      = give each column a name of its own, or take one out\n");
  ASSERT_TRUE(out.table);
  EXPECT_EQ(stored_of(*out.table, "n-as-typed"), "t");
}

TEST(Xlsx, a_sheet_of_nothing) {
  const Read out = read_workbook(xlsx_of({}), {{"urn", {}, CellType::text, true}});
  EXPECT_FALSE(out.table);
  EXPECT_EQ(out.printed(), "data/card.xlsx: Outcomes: error: This sheet has no rows.  [sheet-empty]\n"
                           "      = give it a first row with the names of its columns, or take it out\n");
}

TEST(Xlsx, rows_that_go_backwards_are_no_sheet) {
  XlsxParts parts;
  parts.rows = row_of(2, {"urn", "n"}) + row_of(1, {"EY1", "1"});
  const Read out = read_workbook(xlsx_of(parts), {{"urn", {}, CellType::text, true}});
  EXPECT_FALSE(out.table);
  EXPECT_EQ(out.problems.all().at(0).code, "workbook-unreadable");
}

}  // namespace
}  // namespace reportcard
