// SPDX-License-Identifier: MIT
#include "site/problems_page.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

Place at(const std::string& file, const std::string& text, std::size_t offset, std::size_t length) {
  return Source{file, text}.at(offset, length);
}

TEST(ProblemsPage, the_heading_says_what_stops_the_build_and_what_does_not) {
  Problems problems;
  EXPECT_EQ(problems_heading(problems), "Nothing is wrong");
  problems.note("left-out", {}, "Two inspections are left out of this edition.");
  EXPECT_EQ(problems_heading(problems), "Nothing stops the build; please read one note");
  problems.error("grade-unknown", {}, "\"Godo\" is not a grade.", "write Good");
  EXPECT_EQ(problems_heading(problems), "One error stops the build; one note does not");
  problems.error("date-impossible", {}, "\"31/06/2026\" is no date.", "write the day");
  problems.warning("target-undated", {}, "The target has no date.", "say by when");
  EXPECT_EQ(problems_heading(problems), "Two errors stop the build; one warning and one note do not");
}

TEST(ProblemsPage, shows_the_line_as_typed_with_what_is_wrong_marked_and_nothing_that_a_browser_would_run) {
  Problems problems;
  problems.error("grade-unknown", at("data/inspections.csv", "number,grade\n3,<script>\n", 15, 8), "\"<script>\" is not a grade of the band.", "write one of: Good");
  const std::string page = problems_page(problems, {});
  EXPECT_NE(page.find("<pre class=\"code\" tabindex=\"0\" role=\"group\" aria-label=\"data/inspections.csv, line 2, column 3\">"
                      "2 | 3,<mark>&lt;script&gt;</mark>\n  |   ^~~~~~~~</pre><p><b>Remedy.</b> Write one of: Good.</p>"),
            std::string::npos) << page;
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("style.css"), std::string::npos) << "it is read without any other file";
}

TEST(ProblemsPage, the_file_that_was_asked_about_stands_first_and_then_those_with_errors) {
  Problems problems;
  problems.warning("target-undated", Place{"measures/a.toml", 3, 1, 0, "", "", 1}, "The target has no date.", "say by when");
  problems.error("cell-blank", Place{"data/b.csv", 3, 1, 0, "", "", 1}, "The cell is blank.", "fill it");
  problems.note("sheet-skipped", Place{"inbox/october.xlsx", 0, 0, 0, "", "", 1}, "The sheet \"Sheet3\" is not read.");
  ProblemsHead head;
  head.first_file = "inbox/october.xlsx";
  const std::string page = problems_page(problems, head);
  const std::size_t first = page.find("class=\"file\">inbox/october.xlsx"), second = page.find("class=\"file\">data/b.csv"),
                    third = page.find("class=\"file\">measures/a.toml");
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
  EXPECT_NE(third, std::string::npos);
}

TEST(ProblemsPage, a_thousand_of_one_kind_are_ten_and_a_list_of_places) {
  Problems problems;
  for (std::uint32_t row = 2; row < 1002; ++row)
    problems.error("cell-blank", Place{"card.xlsx", 0, 0, 0, "Outcomes!D" + std::to_string(row), "", 1}, "The cell is blank.", "fill it");
  const std::string page = problems_page(problems, {});
  EXPECT_NE(page.find("<h1>1,000 errors stop the build</h1>"), std::string::npos);
  EXPECT_NE(page.find("id=\"cell-blank-10\""), std::string::npos);
  EXPECT_EQ(page.find("id=\"cell-blank-11\""), std::string::npos);
  EXPECT_NE(page.find("990 more problems of the kind “cell-blank”</h3><p>At Outcomes!D12, "), std::string::npos);
  EXPECT_NE(page.find(" and 930 more places."), std::string::npos);
}

}  // namespace
}  // namespace reportcard
