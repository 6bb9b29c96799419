// SPDX-License-Identifier: MIT
// How problems are placed, put in order and printed. What stands here is what an officer reads.
#include "base/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"

namespace reportcard {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// The place of the first occurrence of `what`.
Place place_of(const Source& source, std::string_view what) { return source.at(source.text.find(what), what.size()); }

std::string printed(Severity severity, std::string code, Place place, std::string message, std::string remedy) {
  return print_problems({{severity, std::move(code), std::move(place), std::move(message), std::move(remedy)}}, false);
}

TEST(Place, counts_lines_and_columns_from_one) {
  const Source source{"a.csv", "one,two\nthree,four\n"};
  EXPECT_EQ(place_of(source, "one").line, 1u);
  EXPECT_EQ(place_of(source, "one").column, 1u);
  const Place four = place_of(source, "four");
  EXPECT_EQ(four.file, "a.csv");
  EXPECT_EQ(four.line, 2u);
  EXPECT_EQ(four.column, 7u);
  EXPECT_EQ(four.length, 4u);
  EXPECT_EQ(four.excerpt, "three,four");
}

TEST(Place, counts_code_points_not_bytes) {
  const Source source{"a.csv", "Trêfaldwyn,é,x\n"};
  EXPECT_EQ(place_of(source, "é").column, 12u);
  EXPECT_EQ(place_of(source, "é").length, 1u);
  EXPECT_EQ(place_of(source, ",x").column, 13u);
}

TEST(Place, a_byte_order_mark_and_a_carriage_return_are_no_columns) {
  const Source source{"a.csv", "\xEF\xBB\xBFone,two\r\nthree\r\n"};
  EXPECT_EQ(place_of(source, "one").column, 1u);
  EXPECT_EQ(place_of(source, "two").column, 5u);
  EXPECT_EQ(place_of(source, "two").excerpt, "one,two");
  EXPECT_EQ(place_of(source, "three").line, 2u);
  EXPECT_EQ(source.at(0).column, 1u);
}

TEST(Place, what_goes_over_the_end_of_a_line_is_underlined_to_its_end) {
  const Source source{"a.toml", "title = \"open\nnext = 1\n"};
  const Place place = source.at(8, 15);
  EXPECT_EQ(place.line, 1u);
  EXPECT_EQ(place.length, 5u);
}

TEST(Place, at_the_end_of_a_line_and_of_the_text_there_is_one_caret) {
  const Source source{"a.csv", "one,two\nthree"};
  EXPECT_EQ(source.at(7).line, 1u);
  EXPECT_EQ(source.at(7).column, 8u);
  EXPECT_EQ(source.at(7).length, 1u);
  EXPECT_EQ(source.at(13).line, 2u);
  EXPECT_EQ(source.at(13).column, 6u);
  EXPECT_EQ(source.at(99).column, 6u);
  EXPECT_EQ((Source{"e", ""}).at(0).line, 1u);
}

TEST(Place, in_the_middle_of_a_code_point_is_at_that_code_point) {
  const Source source{"a.csv", "aéb"};
  EXPECT_EQ(source.at(2).column, 2u);
}

TEST(Place, a_long_line_is_cut_to_what_stands_round_the_place) {
  std::string text(1000, 'x');
  text.replace(700, 3, "BAD");
  const Source source{"wide.csv", text};
  const Place place = place_of(source, "BAD");
  EXPECT_EQ(place.column, 701u);
  EXPECT_LE(place.excerpt.size(), 300u);
  EXPECT_THAT(place.excerpt, HasSubstr("BAD"));
  EXPECT_EQ(place.excerpt.substr(place.column - place.excerpt_from, 3), "BAD");
}

TEST(Place, of_a_whole_line) {
  const Source source{"a.csv", "one\ntwo\n"};
  EXPECT_EQ(source.line(2).line, 2u);
  EXPECT_EQ(source.line(2).column, 0u);
  EXPECT_EQ(source.line(2).excerpt, "two");
  EXPECT_EQ(source.line(9).excerpt, "");
  EXPECT_EQ(source.line(0).line, 0u);
}

RC_GTEST_PROP(Place, agrees_with_counting_by_hand_in_any_text, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "é", "界", "\n", "\r\n", ",", "\xFF", "\xE7\x95", std::string(160, 'w')));
  std::string text;
  std::vector<std::size_t> starts;
  for (const std::string& piece : pieces) {
    starts.push_back(text.size());
    text += piece;
  }
  const Source source{"any", text};
  for (const std::size_t start : starts) {
    const Place place = source.at(start);
    const std::string before = text.substr(0, start);
    const std::size_t last = before.rfind('\n');
    const std::string line = last == std::string::npos ? before : before.substr(last + 1);
    RC_ASSERT(place.line == 1 + std::count(before.begin(), before.end(), '\n'));
    RC_ASSERT(place.column == code_points(line) + 1);
    RC_ASSERT(place.excerpt.size() <= 300u);
    RC_ASSERT(place.excerpt_from <= place.column);
    const Place known = source.in_line(place.line, last == std::string::npos ? 0 : last + 1, start);
    RC_ASSERT(known.line == place.line && known.column == place.column && known.excerpt == place.excerpt);
  }
}

TEST(PrintProblems, shows_the_line_as_typed_with_a_caret_and_the_remedy) {
  const Source source{"data/inspections.csv", "a\n2012-03-09,EY331204,Early years,Outstandng\n"};
  EXPECT_EQ(printed(Severity::error, "grade-unknown", place_of(source, "Outstandng"),
                    "\"Outstandng\" is not a grade of the band \"ofsted\".",
                    "write one of: Outstanding, Good, Satisfactory, Inadequate (did you mean \"Outstanding\"?)"),
            "data/inspections.csv:2:33: error: \"Outstandng\" is not a grade of the band \"ofsted\".  [grade-unknown]\n"
            "    2 | 2012-03-09,EY331204,Early years,Outstandng\n"
            "      |                                 ^~~~~~~~~~\n"
            "      = write one of: Outstanding, Good, Satisfactory, Inadequate (did you mean \"Outstanding\"?)\n");
}

TEST(PrintProblems, puts_the_caret_under_what_it_means_behind_accents_wide_letters_and_tabs) {
  const Source accents{"a.csv", "Trêfaldwyn,bad"};
  EXPECT_THAT(printed(Severity::error, "c", place_of(accents, "bad"), "m", "r"),
              HasSubstr("    1 | Trêfaldwyn,bad\n"
                        "      |            ^~~\n"));
  const Source wide{"a.csv", "東京,bad"};
  EXPECT_THAT(printed(Severity::error, "c", place_of(wide, "bad"), "m", "r"),
              HasSubstr("    1 | 東京,bad\n"
                        "      |      ^~~\n"));
  const Source combining{"a.csv", "e\xCC\x81,bad"};
  EXPECT_THAT(printed(Severity::error, "c", place_of(combining, "bad"), "m", "r"), HasSubstr("      |   ^~~\n"));
  const Source tabs{"a.csv", "a\tbad"};
  EXPECT_THAT(printed(Severity::error, "c", place_of(tabs, "bad"), "m", "r"), HasSubstr("      |  \t^~~\n"));
}

TEST(PrintProblems, marks_where_a_long_line_was_cut) {
  std::string text(1000, 'x');
  text.replace(700, 3, "BAD");
  const Source source{"wide.csv", text};
  const std::string out = printed(Severity::error, "c", place_of(source, "BAD"), "m", "r");
  EXPECT_THAT(out, HasSubstr("    1 | …xxx"));
  const std::size_t first = out.find("    1 |"), second = out.find("\n      |") + 1;
  // "…" is three bytes and one column.
  EXPECT_EQ(out.find("BAD") - first - 2, out.find('^', second) - second);
}

TEST(PrintProblems, says_what_it_can_where_there_is_no_line) {
  EXPECT_EQ(printed(Severity::warning, "file-missing", {"data/x.csv", 0, 0, 0, "", ""}, "There is no such file.", "add it"),
            "data/x.csv: warning: There is no such file.  [file-missing]\n      = add it\n");
  EXPECT_EQ(printed(Severity::note, "n", {}, "All is well.", ""), "note: All is well.  [n]\n");
  EXPECT_EQ(printed(Severity::error, "c", {"p.xlsx", 14, 4, 0, "Outcomes!D14", "abc"}, "Bad.", "mend it"),
            "p.xlsx: Outcomes!D14: error: Bad.  [c]\n      | abc\n      = mend it\n");
  EXPECT_EQ(printed(Severity::error, "c", {"a.csv", 7, 0, 0, "", "x,y"}, "Bad.", "mend it"),
            "a.csv:7: error: Bad.  [c]\n    7 | x,y\n      = mend it\n");
}

TEST(PrintProblems, gives_no_terminal_orders_from_a_strangers_file) {
  const Source source{"a\x1b[2J.csv", "\x1b[31mred\xE2\x80\xAE,\x07 \xFF bad"};
  const std::string out =
      printed(Severity::error, "c", place_of(source, "bad"), "\"\x1b]0;title\x07\nerror: faked\" is not it.", "\x1b[0m");
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find('\x07'), std::string::npos);
  EXPECT_EQ(out.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_TRUE(is_utf8(out));
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 4);
}

TEST(PrintProblems, colours_only_when_asked) {
  const Problem one{Severity::error, "c", {"a.csv", 1, 1, 1, "", "x"}, "Bad.", "mend it"};
  EXPECT_THAT(print_problems({one}, true), HasSubstr("\x1b[1;31merror:\x1b[0m Bad."));
  EXPECT_THAT(print_problems({one}, false), Not(HasSubstr("\x1b")));
}

std::vector<Problem> grades(std::size_t count, std::string remedy_of_second = "write Good") {
  std::vector<Problem> out;
  for (std::size_t i = 0; i < count; ++i) {
    const bool second = i % 2 == 1;
    Place place{"data/i.csv", static_cast<std::uint32_t>(i + 2), 3, 4, "", second ? "1,Fine" : "1,Gooood"};
    out.push_back({Severity::error, "grade-unknown", place, second ? "\"Fine\" is no grade." : "\"Gooood\" is no grade.",
                   second ? remedy_of_second : "write Good"});
  }
  return out;
}

TEST(PrintProblems, ten_of_a_kind_are_printed_each) {
  const std::string out = print_problems(grades(10), false);
  EXPECT_THAT(out, Not(HasSubstr("problems of one kind")));
  EXPECT_THAT(out, HasSubstr("data/i.csv:11:3: error: \"Fine\" is no grade.  [grade-unknown]\n"));
}

TEST(PrintProblems, more_than_ten_of_a_kind_in_a_file_are_one_heading_with_their_places) {
  EXPECT_EQ(print_problems(grades(11), false),
            "data/i.csv: error: 11 problems of one kind  [grade-unknown]\n"
            "    2 | 1,Gooood\n"
            "      |   ^~~~\n"
            "      - \"Gooood\" is no grade.\n"
            "        at 2:3, 4:3, 6:3, 8:3, 10:3, 12:3\n"
            "      - \"Fine\" is no grade.\n"
            "        at 3:3, 5:3, 7:3, 9:3, 11:3\n"
            "      = write Good\n");
}

TEST(PrintProblems, a_heading_gives_each_message_its_own_remedy_where_they_differ) {
  EXPECT_THAT(print_problems(grades(11, "write Satisfactory"), false),
              EndsWith("        at 2:3, 4:3, 6:3, 8:3, 10:3, 12:3\n"
                       "        = write Good\n"
                       "      - \"Fine\" is no grade.\n"
                       "        at 3:3, 5:3, 7:3, 9:3, 11:3\n"
                       "        = write Satisfactory\n"));
}

TEST(PrintProblems, a_hundred_thousand_problems_are_still_a_page) {
  std::vector<Problem> all;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    all.push_back({Severity::error, "c", {"a.csv", i + 2, 1, 1, "", "x"}, "Value " + std::to_string(i) + " is bad.", "mend it"});
  }
  const std::string out = print_problems(all, false);
  EXPECT_LT(std::count(out.begin(), out.end(), '\n'), 40);
  EXPECT_THAT(out, HasSubstr("100000 problems of one kind"));
  EXPECT_THAT(out, HasSubstr(" and 99930 more places"));
}

TEST(PrintProblems, files_and_severities_have_headings_of_their_own) {
  auto all = grades(11);
  all[3].place.file = "data/other.csv";
  all[4].severity = Severity::warning;
  EXPECT_THAT(print_problems(all, false), Not(HasSubstr("problems of one kind")));
}

TEST(PrintProblemsJson, is_an_array_with_one_object_a_line) {
  EXPECT_EQ(print_problems_json({}), "[]\n");
  const Problem one{Severity::warning, "c", {"a.csv", 2, 3, 4, "", "x\ty"}, "Say \"no\".", "mend it"};
  EXPECT_EQ(print_problems_json({one, one}),
            "[\n"
            R"({"severity": "warning", "code": "c", "file": "a.csv", "line": 2, "column": 3, "length": 4, "cell": "", )"
            R"("message": "Say \"no\".", "remedy": "mend it", "excerpt": "x\ty", "excerpt_from": 1},)" "\n"
            R"({"severity": "warning", "code": "c", "file": "a.csv", "line": 2, "column": 3, "length": 4, "cell": "", )"
            R"("message": "Say \"no\".", "remedy": "mend it", "excerpt": "x\ty", "excerpt_from": 1})" "\n]\n");
}

TEST(Problems, stand_with_errors_last_then_by_file_line_and_column_each_once) {
  Problems problems;
  problems.error("e", {"b.csv", 1, 1, 0, "", ""}, "1", "r");
  problems.error("e", {"a.csv", 10, 1, 0, "", ""}, "2", "r");
  problems.error("e", {"a.csv", 9, 2, 0, "", ""}, "3", "r");
  problems.error("e", {"a.csv", 9, 1, 0, "", ""}, "4", "r");
  problems.error("e", {"a.csv", 9, 1, 0, "", ""}, "4", "r");
  problems.error("e", {"a.xlsx", 0, 0, 0, "S!D14", ""}, "5", "r");
  problems.error("e", {"a.xlsx", 0, 0, 0, "S!D9", ""}, "6", "r");
  problems.error("e", {"a.xlsx", 0, 0, 0, "S!AA9", ""}, "7", "r");
  problems.warning("w", {"z.csv", 1, 1, 0, "", ""}, "8", "r");
  problems.note("n", {"z.csv", 1, 1, 0, "", ""}, "9");
  std::vector<std::string> messages;
  for (const Problem& one : problems.sorted()) messages.push_back(one.message);
  EXPECT_THAT(messages, ElementsAre("9", "8", "4", "3", "2", "6", "7", "5", "1"));
}

TEST(Problems, are_counted_merged_and_made_strict) {
  Problems problems, others;
  EXPECT_TRUE(problems.empty());
  problems.note("n", {}, "m");
  others.warning("w", {}, "m", "r");
  problems.merge(std::move(others));
  EXPECT_EQ(problems.count(Severity::warning), 1u);
  EXPECT_FALSE(problems.has_errors());
  problems.make_warnings_errors();
  EXPECT_TRUE(problems.has_errors());
  EXPECT_EQ(problems.count(Severity::warning), 0u);
  EXPECT_EQ(problems.count(Severity::note), 1u);
}

}  // namespace
}  // namespace reportcard
