// SPDX-License-Identifier: MIT
// What is said to people whose file is wrong: where, what, and what to do. And where any cell stands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tables/csv_test_reading.h"

namespace reportcard {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(CsvRead, a_slash_day_is_shown_with_the_day_it_may_mean) {
  const Read out = read("urn,started\n1,31/10/2012\n", {{"started", {}, CellType::date, true}});
  EXPECT_EQ(out.printed(),
            "data/t.csv:2:3: error: \"31/10/2012\" in the column \"started\" is not a day.  [cell-not-a-date]\n"
            "    2 | 1,31/10/2012\n"
            "      |   ^~~~~~~~~~\n"
            "      = write days as year-month-day: 2012-10-31, if 31 October 2012 is meant\n");
}

TEST(CsvRead, the_caret_stands_under_the_cell_also_behind_letters_of_two_bytes) {
  const Read out = read("name,n\nZoë Café,n/a\n", {{"n", {}, CellType::number, true}});
  EXPECT_EQ(out.printed(),
            "data/t.csv:2:10: error: \"n/a\" in the column \"n\" is not a number.  [cell-not-a-number]\n"
            "    2 | Zoë Café,n/a\n"
            "      |          ^~~\n"
            "      = write a number such as 1234 or 58.9, or leave the cell blank\n");
}

TEST(CsvRead, ragged_rows_are_left_out_and_all_of_them_named) {
  const Read out = read("a,b\nx,1\ny\nz,1,234\nw,2\n", {{"a", {}, CellType::text, true}});
  EXPECT_THAT(cells_of(*out.table, "a"), ElementsAre("x", "w"));
  EXPECT_EQ(out.printed(),
            "data/t.csv:3:2: error: This row has 1 cell, but the header has 2; the row is left out.  [row-ragged]\n"
            "    3 | y\n"
            "      |  ^\n"
            "      = add the cells that are missing, blank ones too: each has its comma\n"
            "data/t.csv:4:5: error: This row has 3 cells, but the header has 2; the row is left out.  [row-ragged]\n"
            "    4 | z,1,234\n"
            "      |     ^~~\n"
            "      = take out a comma, or put the cell that holds one in quotes: \"1,234\"\n");
}

TEST(CsvRead, a_quotation_mark_that_is_never_closed) {
  const Read out = read("a,b\nx,1\ny,\"2\nz,3\n", {{"a", {}, CellType::text, true}});
  EXPECT_THAT(cells_of(*out.table, "a"), ElementsAre("x"));
  EXPECT_EQ(out.printed(),
            "data/t.csv:3:3: error: This quotation mark is never closed, so the rest of the file is one cell.  "
            "[quote-unclosed]\n"
            "    3 | y,\"2\n"
            "      |   ^\n"
            "      = close it with another quotation mark, or take it away\n");
}

TEST(CsvRead, text_after_a_closing_quotation_mark) {
  const Read out = read("a,b\n\"He said \"no\"\",1\nx,2\n", {{"a", {}, CellType::text, true}});
  EXPECT_THAT(cells_of(*out.table, "a"), ElementsAre("x"));
  EXPECT_EQ(out.printed(),
            "data/t.csv:2:11: error: This quoted cell goes on after its closing quotation mark; the row is left out.  "
            "[quote-stray]\n"
            "    2 | \"He said \"no\"\",1\n"
            "      |           ^\n"
            "      = write a quotation mark inside a quoted cell twice: \"\"\n");
}

TEST(CsvRead, an_empty_file) {
  for (const std::string file : {"", "\n\n", "\xEF\xBB\xBF", ",,\n"}) {
    const Read out = read(file, {});
    EXPECT_FALSE(out.table);
    EXPECT_EQ(out.printed(),
              "data/t.csv: error: This file has no rows.  [csv-empty]\n"
              "      = give it a first row with the names of its columns\n");
  }
}

TEST(CsvRead, bytes_that_are_not_utf8_are_refused_with_their_line) {
  const Read out = read("a,b\nx,1\nCaf\xE9,2\n", {{"a", {}, CellType::text, true}});
  EXPECT_FALSE(out.table);
  EXPECT_EQ(out.printed(),
            "data/t.csv:3:4: error: Byte 12 of this file (hexadecimal E9) is not UTF-8.  [encoding-unreadable]\n"
            "    3 | Caf\xEF\xBF\xBD,2\n"
            "      |    ^\n"
            "      = save the file as \"CSV UTF-8\" (in Excel: Save As, CSV UTF-8)\n");
}

TEST(CsvRead, wrong_forms_of_utf8_are_refused) {
  for (const std::string bad : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xC3", "\xF5\x80\x80\x80",
                                "\xE2\x82", "\xFF"}) {
    EXPECT_FALSE(read("a,b\n" + bad + ",1\n", {}).table);
    EXPECT_FALSE(read("a,b\n" + bad, {}).table);
    EXPECT_FALSE(read("a," + bad + "\n1,2\n", {}).table);
  }
  for (const std::string good : {"\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(read("a,b\n" + good + ",1\n", {}).table);
  }
}

TEST(CsvRead, other_formats_are_named) {
  EXPECT_THAT(read("\xFF\xFE" "a", {}).printed(), HasSubstr("This file is UTF-16"));
  EXPECT_THAT(read("PK\x03\x04", {}).printed(), HasSubstr("This file is a workbook"));
  EXPECT_THAT(read(std::string("a\0,\0b\0\n\0", 8), {}).printed(), HasSubstr("Byte 2 of this file is zero"));
  EXPECT_THAT(read(std::string("a\nx\0\n", 5), {}).printed(), HasSubstr("data/t.csv:2:2: error: Byte 4 of this file is zero"));
}

TEST(CsvRead, a_thousand_wrong_cells_are_two_hundred_problems_and_a_sum) {
  std::string file = "n,d\n";
  for (int row = 0; row < 1'500; ++row) file += "x,2012-10-31\n";
  const Read out = read(file, {{"n", {}, CellType::number, true}, {"d", {}, CellType::date, true}});
  EXPECT_EQ(out.problems.count(Severity::error), 201u);
  EXPECT_EQ(out.problems.all().back().message, "1,300 more cells of this file are not numbers.");
  EXPECT_EQ(out.problems.all()[199].place.line, 201u);
}

TEST(CsvRead, limits) {
  CsvLimits limits;
  limits.field_bytes = 5;
  limits.columns = 2;
  limits.rows = 3;
  const std::vector<WantedColumn> wanted = {{"a", {}, CellType::text, true}};
  const Read out = read("a,b\nabcdef,1\nabcde,2\n", wanted, limits);
  EXPECT_THAT(cells_of(*out.table, "a"), ElementsAre("", "abcde"));
  EXPECT_THAT(out.printed(), HasSubstr("data/t.csv:2:1: error: This cell of the column \"a\" has 6 bytes; at most 5 are read."));
  EXPECT_THAT(read("a,b,c\n1,2,3\n", wanted, limits).printed(), HasSubstr("The header has 3 columns; at most 2 are read."));
  EXPECT_TRUE(read("a,b\n1,2\n1,2\n1,2\n", wanted, limits).table);
  EXPECT_THAT(read("a,b\n1,2\n1,2\n1,2\n1,2\n", wanted, limits).printed(), HasSubstr("This file has more than 3 rows."));
}

// --- places ---

TEST(CsvPlaces, a_cell_knows_its_line_and_column) {
  const Read out = read("a,b\n\"two\nlines\",1\n\nragged\nx, yy \n", {{"a", {}, CellType::text, true}, {"b", {}, CellType::text, true}});
  const Place two = out.table->places->cell(1, "b");
  EXPECT_EQ(two.file, "data/t.csv");
  EXPECT_EQ(two.line, 6u);
  EXPECT_EQ(two.column, 4u);
  EXPECT_EQ(two.length, 2u);
  EXPECT_EQ(two.excerpt, "x, yy ");
  const Place one = out.table->places->cell(0, "b");
  EXPECT_EQ(one.line, 3u);
  EXPECT_EQ(one.column, 8u);
  EXPECT_EQ(out.table->places->row(0).line, 2u);
  EXPECT_EQ(out.table->places->row(1).line, 6u);
  EXPECT_EQ(out.table->places->cell(1, "no such column").line, 6u);
  EXPECT_EQ(out.table->places->cell(2, "a").line, 0u) << "there is no such row";
}

TEST(CsvPlaces, a_byte_order_mark_in_the_middle_of_a_file_is_a_character) {
  const Read out = read("a,n\n\xEF\xBB\xBFx,no\n", {{"n", {}, CellType::number, true}});
  EXPECT_EQ(out.problems.all().at(0).place.line, 2u);
  EXPECT_EQ(out.problems.all().at(0).place.column, 4u);
}

TEST(CsvPlaces, rows_far_down_are_found) {
  std::string file = "n,a\n";
  for (int row = 0; row < 20'000; ++row) file += std::to_string(row) + (row % 7 == 0 ? ",\"x\ny\"\n" : ",z\n");
  const Read out = read(file, {{"n", {}, CellType::number, true}});
  for (const std::size_t row : {0u, 4'095u, 4'096u, 4'097u, 12'288u, 19'999u}) {
    const Place place = out.table->places->cell(row, "n");
    EXPECT_EQ(place.line, 2 + row + (row + 6) / 7) << row;
    EXPECT_EQ(place.excerpt.substr(0, place.length), std::to_string(row));
  }
}

}  // namespace
}  // namespace reportcard
