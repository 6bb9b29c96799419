// SPDX-License-Identifier: MIT
// What a CSV file says, as people save it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tables/csv_test_reading.h"

namespace reportcard {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> texts(const std::string& file, const CsvLimits& limits = {}) {
  const Read out = read(file, {{"a", {}, CellType::text, true}}, limits);
  EXPECT_EQ(out.printed(), "");
  return out.table ? cells_of(*out.table, "a") : std::vector<std::string>{"(no table)"};
}

std::vector<std::string> numbers(const std::string& file) {
  const Read out = read(file, {{"n", {}, CellType::number, true}});
  EXPECT_EQ(out.printed(), "");
  return out.table ? cells_of(*out.table, "n") : std::vector<std::string>{"(no table)"};
}

// --- files as people save them ---

TEST(CsvRead, a_header_and_rows) {
  const Read out = read("area,period,value\nRotherham,2011/12,58.9\nLeeds,2011/12,60.1\n",
                        {{"area", {}, CellType::text, true}, {"value", {}, CellType::number, true}});
  ASSERT_TRUE(out.table);
  EXPECT_EQ(out.table->rows, 2u);
  EXPECT_THAT(cells_of(*out.table, "area"), ElementsAre("Rotherham", "Leeds"));
  EXPECT_THAT(cells_of(*out.table, "value"), ElementsAre("58.9", "60.1"));
  EXPECT_THAT(out.table->unused_headers, ElementsAre("period"));
  EXPECT_EQ(out.printed(), "");
}

TEST(CsvRead, a_byte_order_mark_is_not_part_of_the_first_header) {
  EXPECT_THAT(texts("\xEF\xBB\xBF" "a\nx\n"), ElementsAre("x"));
}

TEST(CsvRead, line_ends_of_windows_and_of_old_macs) {
  EXPECT_THAT(texts("b,a\r\n1,x\r\n2,y\r\n"), ElementsAre("x", "y"));
  EXPECT_THAT(texts("b,a\r1,x\r2,y\r"), ElementsAre("x", "y"));
}

TEST(CsvRead, the_last_line_need_not_end) { EXPECT_THAT(texts("a\nx\ny"), ElementsAre("x", "y")); }

TEST(CsvRead, a_header_alone_is_a_table_without_rows) { EXPECT_THAT(texts("a\n"), IsEmpty()); }

TEST(CsvRead, cells_are_trimmed_of_blanks_and_no_break_spaces) {
  EXPECT_THAT(texts("a,b\n  x \t,1\n\xC2\xA0y\xC2\xA0,2\n\" z \",3\n"), ElementsAre("x", "y", "z"));
}

TEST(CsvRead, quoted_cells_hold_commas_newlines_and_quotation_marks) {
  EXPECT_THAT(texts("a,b\n\"Bristol, City of\",1\n\"two\nlines\",2\n\"the \"\"front door\"\"\",3\n"),
              ElementsAre("Bristol, City of", "two\nlines", "the \"front door\""));
  EXPECT_THAT(texts("b,a\r\n1,\"x\"\r\n"), ElementsAre("x"));
  EXPECT_THAT(texts("b,a\n1,  \"x, y\"  \n"), ElementsAre("x, y"));
}

TEST(CsvRead, a_quotation_mark_inside_a_cell_is_a_character_like_any_other) {
  EXPECT_THAT(texts("a,b\na 6\" ruler,1\nx,2\n"), ElementsAre("a 6\" ruler", "x"));
}

TEST(CsvRead, empty_lines_and_rows_of_commas_alone_are_no_rows) {
  EXPECT_THAT(texts("a,b\nx,1\n\n,\n\r\ny,2\n,\r\n\n"), ElementsAre("x", "y"));
  EXPECT_THAT(texts("\n,,\na,b\nx,1\n"), ElementsAre("x"));
}

TEST(CsvRead, equal_words_have_one_code_however_they_are_typed_and_blank_has_code_0) {
  const Read out = read("a,b\nx,1\n\"x\",2\n x ,3\n,4\n\"\",5\n\"\"\"x\"\"\",6\n", {{"a", {}, CellType::text, true}});
  const auto& column = std::get<TextColumn>(out.table->find("a")->cells);
  EXPECT_THAT(column.words, ElementsAre("", "x", "\"x\""));
  std::vector<std::uint32_t> codes;
  for (std::size_t row = 0; row < 6; ++row) codes.push_back(column.codes[row]);
  EXPECT_THAT(codes, ElementsAre(1, 1, 1, 0, 0, 2));
}

TEST(CsvRead, codes_are_as_narrow_as_the_words_allow) {
  const auto codes_of = [](std::size_t words) {
    std::string file = "a\n";
    for (std::size_t word = 1; word < words; ++word) file += "w" + std::to_string(word) + "\n";
    file += "w1\n";
    const Read out = read(file, {{"a", {}, CellType::text, true}});
    const auto& column = std::get<TextColumn>(out.table->find("a")->cells);
    EXPECT_EQ(column.words.size(), words);
    EXPECT_EQ(column.codes[words - 1], 1u);
    EXPECT_EQ(column.codes[words - 2], words - 1);
    return column.codes.visit([](const auto& codes) { return sizeof(codes[0]); });
  };
  EXPECT_EQ(codes_of(256), 1u);
  EXPECT_EQ(codes_of(257), 2u);
  EXPECT_EQ(codes_of(65'536), 2u);
  EXPECT_EQ(codes_of(65'537), 4u);
}

// --- headers ---

TEST(CsvRead, headers_are_matched_folded_by_name_and_then_by_alias) {
  const Read out = read("Local  Authority,URN\nLeeds,1\n", {{"area", {"local authority"}, CellType::text, true},
                                                            {"urn", {}, CellType::text, true}});
  ASSERT_TRUE(out.table);
  EXPECT_THAT(cells_of(*out.table, "area"), ElementsAre("Leeds"));
  EXPECT_EQ(out.table->find("area")->header, "Local  Authority");
  EXPECT_THAT(cells_of(*out.table, "urn"), ElementsAre("1"));
}

TEST(CsvRead, the_name_goes_before_an_alias) {
  const Read out = read("year,period\n2011,2012\n", {{"period", {"year"}, CellType::text, true}});
  EXPECT_THAT(cells_of(*out.table, "period"), ElementsAre("2012"));
  EXPECT_THAT(out.table->unused_headers, ElementsAre("year"));
}

TEST(CsvRead, a_missing_column_is_named_with_the_one_that_may_be_meant) {
  const Read out = read("area,valeu\nLeeds,1\n", {{"area", {}, CellType::text, true}, {"value", {}, CellType::number, true}});
  ASSERT_TRUE(out.table) << "the other columns are read";
  EXPECT_THAT(cells_of(*out.table, "area"), ElementsAre("Leeds"));
  EXPECT_EQ(out.printed(),
            "data/t.csv:1:1: error: There is no column \"value\".  [column-missing]\n"
            "    1 | area,valeu\n"
            "      = call a column of the first row \"value\" (did you mean \"valeu\"?)\n");
}

TEST(CsvRead, a_column_that_is_not_required_may_be_missing) {
  const Read out = read("a\nx\n", {{"b", {}, CellType::text, false}});
  EXPECT_EQ(out.printed(), "");
  EXPECT_EQ(out.table->find("b"), nullptr);
  EXPECT_EQ(out.table->rows, 1u);
}

TEST(CsvRead, semicolons_between_cells_are_recognised) {
  EXPECT_THAT(read("a;b\n1;2\n", {{"a", {}, CellType::text, true}}).printed(),
              HasSubstr("save the file with commas between its cells: it has semicolons"));
}

TEST(CsvRead, two_columns_of_one_name) {
  const Read out = read("a,b,A\n1,2,3\n", {{"a", {}, CellType::text, true}});
  EXPECT_EQ(out.printed(),
            "data/t.csv:1:5: error: Columns 1 and 3 are both called \"A\".  [header-duplicate]\n"
            "    1 | a,b,A\n"
            "      |     ^\n"
            "      = give each column a name of its own, or take one out\n");
}

TEST(CsvRead, headers_alone) {
  EXPECT_THAT(csv_headers("\xEF\xBB\xBF Area , \"Value, %\" \r\nx,1\n"), ElementsAre("Area", "Value, %"));
  EXPECT_THAT(csv_headers(""), IsEmpty());
  EXPECT_THAT(csv_headers("\xFF\xFE" "a"), IsEmpty());
}

// --- numbers and days ---

TEST(CsvRead, numbers_keep_the_places_they_were_typed_with) {
  EXPECT_THAT(numbers("n\n62\n66.0\n-2.45\n\n\"\"\n0.5\n"), ElementsAre("62", "66.0", "-2.45", "", "0.5"));
  const Read out = read("n\n62\n66.0\n", {{"n", {}, CellType::number, true}});
  const auto& column = std::get<NumberColumn>(out.table->find("n")->cells);
  EXPECT_EQ(column.places, 1);
  EXPECT_THAT(column.units, ElementsAre(620, 660));
  EXPECT_THAT(column.places_by_row, ElementsAre(0, 1));
}

TEST(CsvRead, numbers_of_one_precision_keep_no_places_by_row) {
  const Read out = read("n\n58.9\n\"\"\n6.0\n", {{"n", {}, CellType::number, true}});
  const auto& column = std::get<NumberColumn>(out.table->find("n")->cells);
  EXPECT_EQ(column.places, 1);
  EXPECT_THAT(column.units, ElementsAre(589, NumberColumn::blank, 60));
  EXPECT_THAT(column.places_by_row, IsEmpty());
}

TEST(CsvRead, numbers_as_spreadsheets_write_them) {
  EXPECT_THAT(numbers("n\n\"1,234\"\n\"\xC2\xA3" "30.47\"\n-\xC2\xA3" "5\n\xC2\xA3-5\n +7 \n\xE2\x88\x92" "3.1\n\"58.9\"\n"),
              ElementsAre("1234", "30.47", "-5", "-5", "7", "-3.1", "58.9"));
  EXPECT_THAT(numbers("n\n62%\n66.0%\n7 %\n"), ElementsAre("62", "66.0", "7"));
  EXPECT_THAT(numbers("b,n\r\nx,62\r\ny,\r\nz,66.0\r\n"), ElementsAre("62", "", "66.0"));
}

TEST(CsvRead, long_numbers) {
  EXPECT_THAT(numbers("n\n12345678\n-1234567\n123456789\n-12345678901234567\n9223372036854775807\n-9223372036854775807\n"),
              ElementsAre("12345678", "-1234567", "123456789", "-12345678901234567", "9223372036854775807",
                          "-9223372036854775807"));
  EXPECT_THAT(numbers("n\n1234.567\n-0.12345\n1234567.25\n0.000001\n"),
              ElementsAre("1234.567", "-0.12345", "1234567.25", "0.000001"));
}

TEST(CsvRead, what_is_no_number_is_a_problem_and_blank) {
  for (const std::string cell : {"n/a", "1.2.3", "5.", "-", ".", "1e5", "12a", "--3", "1 2", "0x1F", "9223372036854775808", "1,2",
                                 "12:30", "123456789.", "-.", "1234567890-", "/", ":", "\xC2\xA3", "%", "1\xC2\xB2"}) {
    const Read out = read("n,m\n\"" + cell + "\",x\n" + (cell.find(',') == std::string::npos ? cell + ",x\n" : ""),
                          {{"n", {}, CellType::number, true}});
    EXPECT_EQ(out.problems.count(Severity::error), cell.find(',') == std::string::npos ? 2u : 1u) << cell;
    EXPECT_EQ(cells_of(*out.table, "n")[0], "") << cell;
  }
}

TEST(CsvRead, pounds_and_per_cents_in_one_column_contradict_each_other) {
  const Read out = read("n\n62%\n\xC2\xA3" "5\n", {{"n", {}, CellType::number, true}});
  EXPECT_EQ(out.printed(),
            "data/t.csv:3:1: error: The column \"n\" has both pounds and per cents.  [cell-not-a-number]\n"
            "    3 | £5\n"
            "      | ^\n"
            "      = put them in two columns\n");
}

TEST(CsvRead, a_number_with_more_places_than_its_column_can_hold_is_a_problem_and_the_others_are_kept) {
  const Read out = read("n\n1234567.5\n0.30000000000000004\n2.25\n", {{"n", {}, CellType::number, true}});
  EXPECT_THAT(cells_of(*out.table, "n"), ElementsAre("1234567.5", "", "2.25"));
  EXPECT_EQ(out.printed(),
            "data/t.csv:3:1: error: This number has more places than the column \"n\" can hold beside its others.  "
            "[cell-not-a-number]\n"
            "    3 | 0.30000000000000004\n"
            "      | ^~~~~~~~~~~~~~~~~~~\n"
            "      = round it to 2 places or fewer\n");
}

TEST(CsvRead, days_that_exist) {
  const Read out = read("d,e\n2012-10-31,x\n2012-02-29,x\n\" 1999-12-31 \",x\n,x\n1800-01-01,x\n2200-12-31,x\n1970-01-01,x\n",
                        {{"d", {}, CellType::date, true}});
  EXPECT_EQ(out.printed(), "");
  EXPECT_THAT(cells_of(*out.table, "d"),
              ElementsAre("2012-10-31", "2012-02-29", "1999-12-31", "", "1800-01-01", "2200-12-31", "1970-01-01"));
  EXPECT_EQ(std::get<DateColumn>(out.table->find("d")->cells).days[6], 0);
}

TEST(CsvRead, days_at_the_end_of_a_line_of_windows) {
  const Read out = read("e,d\r\nx,2012-10-31\r\ny,\"2012-10-30\"\r\nz,\r\n", {{"d", {}, CellType::date, true}});
  EXPECT_EQ(out.printed(), "");
  EXPECT_THAT(cells_of(*out.table, "d"), ElementsAre("2012-10-31", "2012-10-30", ""));
}

TEST(CsvRead, what_is_no_day_is_a_problem_and_blank) {
  for (const std::string cell : {"2012-02-30", "2011-02-29", "2012-13-01", "2012-00-10", "2012-10-00", "2012-1-1", "31/10/2012",
                                 "1799-12-31", "2201-01-01", "2012/10/31", "2012-10-3x", "20121031", "x012-10-31"}) {
    const Read out = read("d,e\n" + cell + ",x\n", {{"d", {}, CellType::date, true}});
    EXPECT_EQ(out.problems.count(Severity::error), 1u) << cell;
    EXPECT_EQ(cells_of(*out.table, "d")[0], "") << cell;
  }
}

TEST(CsvRead, the_plain_reading_of_a_day_agrees_with_the_calendar_for_every_day_of_four_hundred_years) {
  std::string file = "d\n";
  const Date first = Date::of(1800, 1, 1), last = Date::of(2200, 12, 31);
  for (Date day = first; day <= last; day = day.plus_days(1)) file += day.iso() + "\n";
  const Read out = read(file, {{"d", {}, CellType::date, true}});
  ASSERT_EQ(out.printed(), "");
  const auto& days = std::get<DateColumn>(out.table->find("d")->cells).days;
  ASSERT_EQ(days.size(), static_cast<std::size_t>(last.days - first.days + 1));
  for (std::size_t row = 0; row < days.size(); ++row) ASSERT_EQ(days[row], first.days + static_cast<std::int32_t>(row));
}

}  // namespace
}  // namespace reportcard
