// SPDX-License-Identifier: MIT
// What the officer gets back: their workbook with a comment at each wrong cell, a list first, and nothing else changed.
#include "tables/workbook_mark.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tables/marking.h"
#include "tables/package.h"
#include "tables/workbook_for_tests.h"
#include "tables/xlsx_write.h"
#include "tables/xml_edit.h"

namespace reportcard {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const XlsxCell kBlank;
XlsxCell text(const char* words) { return XlsxCell::of_text(words); }

// Two sheets; D3 of the first has a comment by somebody else.
std::string workbook() {
  XlsxSheet outcomes, money;
  outcomes.name = "Outcomes";
  for (const char* title : {"Measure", "Period", "Value", "Note"}) outcomes.columns.emplace_back().title = title;
  for (const char* value : {"58.9", "n/k", "61"}) outcomes.rows.push_back({text("gcse"), text("2011/12"), text(value), kBlank});
  outcomes.comments = {{3, 4, "Ask the schools team."}};
  money.name = "Schools' money";
  for (const char* title : {"Budget", "Spent"}) money.columns.emplace_back().title = title;
  money.rows = {{text("Fostering"), XlsxCell::of_number("2.50")}};
  XlsxBook book;
  book.title = "October";
  book.author = "Performance Team";
  book.created = *Date::parse("2012-11-01");
  book.sheets = {outcomes, money};
  Problems problems;
  return write_xlsx(book, "october.xlsx", problems).value_or("");
}

Problem wrong(Severity severity, const std::string& cell, const std::string& message, const std::string& remedy) {
  Problem problem;
  problem.severity = severity;
  problem.code = "cell-not-a-number";
  problem.place.file = "data/october.xlsx";
  problem.place.cell = cell;
  problem.message = message;
  problem.remedy = remedy;
  return problem;
}

const std::vector<Problem> kTwo = {
    wrong(Severity::warning, "'Schools'' money'!B2", "2.5 & more < 3.", "say to how many places it is known"),
    wrong(Severity::error, "Outcomes!C3", "\"n/k\" is not a number.", "write a number"),
};

std::string marked(const std::string& bytes, const std::vector<Problem>& problems) {
  Problems out;
  const auto copy = marked_copy("data/october.xlsx", FileBytes(bytes), problems, out);
  EXPECT_TRUE(copy.has_value());
  EXPECT_TRUE(out.empty()) << print_problems(out.sorted(), false);
  return copy.value_or("");
}

std::string part(const std::string& bytes, const std::string& name) {
  const auto package = Package::open(FileBytes(bytes));
  return package ? package->read(name).value_or("(no such part)") : "(no package)";
}

// The words of each comment by its cell, as a person reads them.
std::map<std::string, std::string> comments(const std::string& bytes, const std::string& name) {
  std::map<std::string, std::string> found;
  const std::string xml = part(bytes, name);
  std::string cell;
  std::size_t from = 0;
  walk_xml(xml, {[&](const XmlTag& tag) {
                   if (tag.local == "comment") cell = std::string(tag.attribute("ref").value_or(""));
                   from = tag.end;
                 },
                 [&](const XmlTag& tag) {
                   if (tag.local == "t") found[cell] += xml.substr(from, tag.begin - from);
                 }});
  return found;
}

using Comments = std::map<std::string, std::string>;

TEST(MarkedCopy, has_a_comment_at_each_wrong_cell_and_keeps_those_of_others) {
  const std::string copy = marked(workbook(), kTwo);
  EXPECT_EQ(comments(copy, "xl/comments1.xml"),
            (Comments{{"C3", "Error: &quot;n/k&quot; is not a number.&#10;Do: write a number."}, {"D3", "Ask the schools team."}}));
  EXPECT_EQ(comments(copy, "xl/comments2.xml"), (Comments{{"B2", "Warning: 2.5 &amp; more &lt; 3.&#10;Do: say to how many places it is known."}}));
}

TEST(MarkedCopy, says_several_problems_of_one_cell_in_one_comment_the_gravest_first) {
  const std::string copy = marked(workbook(), {wrong(Severity::warning, "Outcomes!C3", "It is late.", "hurry"), kTwo[1]});
  EXPECT_EQ(comments(copy, "xl/comments1.xml")["C3"],
            "Error: &quot;n/k&quot; is not a number.&#10;Do: write a number.&#10;&#10;Warning: It is late.&#10;Do: hurry.");
}

TEST(MarkedCopy, puts_words_under_the_comment_of_somebody_else) {
  const std::string copy = marked(workbook(), {wrong(Severity::error, "Outcomes!D3", "The note is too long.", "cut it")});
  EXPECT_EQ(comments(copy, "xl/comments1.xml")["D3"],
            "Ask the schools team.&#10;&#10;reportcard says:&#10;Error: The note is too long.&#10;Do: cut it.");
}

TEST(MarkedCopy, marked_again_it_forgets_what_was_mended) {
  const std::vector<Problem> before = {kTwo[1], wrong(Severity::error, "Outcomes!D3", "Too long.", "cut it"),
                                       wrong(Severity::error, "Outcomes!A2", "No such measure.", "correct it")};
  const std::string again = marked(marked(workbook(), before), {before[2], kTwo[0]});
  EXPECT_EQ(comments(again, "xl/comments1.xml"),
            (Comments{{"A2", "Error: No such measure.&#10;Do: correct it."}, {"D3", "Ask the schools team."}}));
  const std::string shapes = part(again, "xl/drawings/vmlDrawing1.vml");
  EXPECT_THAT(shapes, HasSubstr("<x:Row>1</x:Row><x:Column>0</x:Column>"));
  EXPECT_THAT(shapes, Not(HasSubstr("<x:Column>2</x:Column>"))) << "a window for a comment that is gone";
  const std::string list = part(again, "xl/worksheets/sheet3.xml");
  EXPECT_THAT(list, HasSubstr("No such measure."));
  EXPECT_THAT(list, Not(HasSubstr("n/k"))) << "the list of the first time";
  EXPECT_EQ(part(again, "xl/worksheets/sheet4.xml"), "(no such part)") << "one list, not two";
}

TEST(MarkedCopy, opens_at_a_list_with_a_link_to_each_cell) {
  std::vector<Problem> problems = kTwo;
  problems.push_back(wrong(Severity::note, "", "It has 2 sheets.", ""));
  const std::string copy = marked(workbook(), problems);
  EXPECT_THAT(part(copy, "xl/workbook.xml"), HasSubstr("<sheets><sheet name=\"Problems\" sheetId=\"3\""));
  EXPECT_THAT(part(copy, "xl/worksheets/sheet1.xml"), HasSubstr("tabSelected=\"0\"")) << "two selected sheets are edited together";
  const std::string list = part(copy, "xl/worksheets/sheet3.xml");
  std::vector<std::string> words, links;
  std::size_t from = 0;
  walk_xml(list, {[&](const XmlTag& tag) {
                    from = tag.end;
                    if (tag.local == "hyperlink") links.push_back(std::string(*tag.attribute("ref")) + " to " + std::string(*tag.attribute("location")));
                  },
                  [&](const XmlTag& tag) {
                    if (tag.local == "t") words.push_back(list.substr(from, tag.begin - from));
                  }});
  EXPECT_THAT(words, ElementsAre("Sheet", "Cell", "How grave", "What is wrong", "What to do", "Code of the problem",
                                 "Outcomes", "C3", "Error", "&quot;n/k&quot; is not a number.", "write a number", "cell-not-a-number",
                                 "Schools' money", "B2", "Warning", "2.5 &amp; more &lt; 3.", "say to how many places it is known", "cell-not-a-number",
                                 "Note", "It has 2 sheets.", "cell-not-a-number"));
  EXPECT_THAT(links, ElementsAre("B2 to 'Outcomes'!C3", "B3 to 'Schools'' money'!B2"));
  EXPECT_THAT(part(copy, "xl/worksheets/_rels/sheet3.xml.rels"), HasSubstr("relationships/table"));
}

// A sheet by LibreOffice's habits: three blank rows stand there once, as do cells that are alike.
std::string ods(const std::string& rows) {
  const std::string names =
      " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
      " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
      " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
  return package_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                     {"content.xml", "<?xml version=\"1.0\"?><office:document-content" + names + "><office:automatic-styles></office:automatic-styles>"
                                     "<office:body><office:spreadsheet><table:table table:name=\"Outcomes\"><table:table-column/>" + rows +
                                     "</table:table></office:spreadsheet></office:body></office:document-content>"}});
}

std::string rows_of_outcomes(const std::string& copy) {
  const std::string xml = part(copy, "content.xml");
  const std::size_t from = xml.find("<table:table-column/>") + 21;
  return xml.substr(from, xml.find("</table:table>", from) - from);
}

std::string note(const std::string& words) {
  return "<office:annotation office:display=\"false\"><dc:creator>reportcard</dc:creator><text:p>Error: " + words +
         "</text:p><text:p>Do: mend it.</text:p></office:annotation>";
}

TEST(MarkedCopy, of_an_ods_splits_what_is_repeated_and_only_that) {
  const std::string source = ods("<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"4\"/></table:table-row>"
                                 "<table:table-row><table:table-cell><text:p>58.9</text:p></table:table-cell></table:table-row>");
  const auto at = [](const char* cell) { return wrong(Severity::error, std::string("Outcomes!") + cell, cell, "mend it"); };
  const std::string copy = marked(source, {at("B2"), at("A4"), at("C6")});
  EXPECT_EQ(rows_of_outcomes(copy),
            "<table:table-row table:number-rows-repeated=\"1\"><table:table-cell table:number-columns-repeated=\"4\"/></table:table-row>"
            "<table:table-row table:number-rows-repeated=\"1\"><table:table-cell table:number-columns-repeated=\"1\"/>"
            "<table:table-cell table:number-columns-repeated=\"1\">" + note("B2") + "</table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/></table:table-row>"
            "<table:table-row table:number-rows-repeated=\"1\"><table:table-cell table:number-columns-repeated=\"4\"/></table:table-row>"
            "<table:table-row><table:table-cell>" + note("A4") + "<text:p>58.9</text:p></table:table-cell></table:table-row>"
            "<table:table-row table:number-rows-repeated=\"1\"><table:table-cell/></table:table-row>"
            "<table:table-row><table:table-cell table:number-columns-repeated=\"2\"/><table:table-cell>" + note("C6") + "</table:table-cell></table:table-row>");
  EXPECT_THAT(part(copy, "content.xml"), HasSubstr("<text:a xlink:type=\"simple\" xlink:href=\"#'Outcomes'.B2\">B2</text:a>"));
  EXPECT_EQ(copy.substr(30, 8), "mimetype") << "first, and not packed";
}

TEST(MarkedCopy, of_an_ods_marked_again_forgets_what_was_mended) {
  const std::string rows = "<table:table-row><table:table-cell><text:p>58.9</text:p></table:table-cell><table:table-cell><office:annotation>"
                           "<dc:creator>Schools team</dc:creator><text:p>Ask us.</text:p></office:annotation><text:p>61</text:p></table:table-cell></table:table-row>";
  const auto at = [](const char* cell) { return wrong(Severity::error, std::string("Outcomes!") + cell, cell, "mend it"); };
  const std::string copy = marked(ods(rows), {at("A1"), at("B1")});
  EXPECT_THAT(rows_of_outcomes(copy), HasSubstr("<text:p>Ask us.</text:p><text:p>reportcard says:</text:p><text:p>Error: B1</text:p>"));
  EXPECT_EQ(rows_of_outcomes(marked(copy, {})), rows);
}

TEST(MarkedCopy, puts_a_comment_on_merged_cells_where_it_is_seen) {
  XlsxParts parts;
  parts.rows = row_of(1, {"Measure", "Value"}) + row_of(2, {"gcse", "58.9"}) + row_of(3, {"", "61"});
  parts.after = "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>";
  const std::string copy = marked(xlsx_of(parts), {wrong(Severity::error, "Outcomes!A3", "It is blank.", "write a measure")});
  EXPECT_EQ(comments(copy, "xl/comments1.xml"), (Comments{{"A2", "Error: It is blank.&#10;Do: write a measure."}}));
}

// openpyxl says what r: is at each sheet and nowhere else.
TEST(MarkedCopy, of_a_workbook_that_names_its_links_sheet_by_sheet_is_well_formed) {
  PackageParts parts = xlsx_parts({row_of(1, {"Measure", "Value"}), "", "", "", "", "", ""});
  const std::string names = " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  for (auto& [name, xml] : parts) {
    if (name != "xl/workbook.xml") continue;
    xml.erase(xml.find(names), names.size());
    xml.insert(xml.find(" r:id"), names);
  }
  const std::string copy = marked(package_of(parts), {wrong(Severity::error, "Outcomes!B1", "It is wrong.", "mend it")});
  Problems problems;
  const auto book = open_workbook("data/october.xlsx", FileBytes(copy), problems);
  ASSERT_TRUE(book) << print_problems(problems.sorted(), false);
  ASSERT_EQ(book->sheets().size(), 2u);
  EXPECT_EQ(book->sheets()[0].name, "Problems");
  EXPECT_TRUE(is_list_of_problems(book->headers(0)));
  EXPECT_THAT(book->headers(1), ElementsAre("Measure", "Value"));
}

TEST(MarkedCopy, leaves_every_other_part_as_it_lies_and_makes_the_same_bytes_twice) {
  const std::string source = workbook(), copy = marked(source, kTwo);
  for (const char* same : {"xl/sharedStrings.xml", "xl/theme/theme1.xml", "docProps/core.xml", "xl/tables/table1.xml"})
    EXPECT_EQ(part(copy, same), part(source, same)) << same;
  EXPECT_EQ(copy, marked(source, kTwo));
}

TEST(MarkedCopy, of_a_workbook_without_problems_says_so) {
  EXPECT_THAT(part(marked(workbook(), {}), "xl/worksheets/sheet3.xml"), HasSubstr("No problem was found in this workbook."));
}

TEST(MarkedCopy, of_what_is_no_workbook_is_refused) {
  Problems out;
  EXPECT_FALSE(marked_copy("data/october.xlsx", FileBytes("PK"), kTwo, out));
  ASSERT_EQ(out.all().size(), 1u);
  EXPECT_EQ(out.all()[0].code, "mark-unreadable");
}

}  // namespace
}  // namespace reportcard
