// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "sources/series.h"
#include "tables/workbook_for_tests.h"

namespace reportcard {
namespace {

std::string said(const PublishedRows& rows) {
  std::string all;
  rows.each([&](const PublishedRow& row) {
    all += std::to_string(row.number) + ":";
    for (const std::string_view cell : row.cells) all += std::string(cell) + "|";
    all += "\n";
    return true;
  });
  return all;
}

TEST(SheetRows, a_sheet_is_rows_of_text_with_their_cells_as_places) {
  const std::string rows = row_of(1, {"A title"}) + row_of(3, {"", "LA Number", "Values"}) + row_of(4, {"", "372", "<c><v>12.5</v></c>"});
  Problems problems;
  const auto tables = tables_in_file("data/x.xlsx", FileBytes(xlsx_of({rows, "", "", "", "", "", "", "Table 1"})), {}, problems);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(said(*tables[0]), "1:A title|\n3:|LA Number|Values|\n4:|372|12.5|\n");
  EXPECT_EQ(tables[0]->place(4, 2).cell, "'Table 1'!C4");
  EXPECT_EQ(tables[0]->place(4, -1).cell, "'Table 1'!4");
  EXPECT_EQ(tables[0]->place(4, 2).file, "data/x.xlsx");
  EXPECT_EQ(tables[0]->where(), "data/x.xlsx: Table 1");
  EXPECT_TRUE(problems.empty());
}

TEST(SheetRows, rows_that_an_ods_repeats_stand_there_so_often_and_blank_ones_are_not_made) {
  const std::string rows =
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p><text:p>b</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/><table:table-cell office:value-type=\"float\" office:value=\"1234\"><text:p>1,234</text:p></table:table-cell></table:table-row>"
      "<table:table-row table:number-rows-repeated=\"1048564\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
  Problems problems;
  const auto tables = tables_in_file("data/x.ods", FileBytes(ods_of(rows)), {}, problems);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(said(*tables[0]), "1:a\nb|\n2:|1234|\n3:|1234|\n");
}

TEST(SheetRows, a_series_reads_its_workbook_as_its_text) {
  const std::string rows = row_of(1, {"Long form, April 2026"}) + row_of(2, {"Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region"}) +
                           row_of(3, {"CPP", "Reviews", "2024", "England", "<c><v>91.5</v></c>", "970", "NA"});
  Problems problems;
  const auto tables = tables_in_file("data/x.xlsx", FileBytes(xlsx_of({rows, "", "", "", "", "", "", "Long"})), {}, problems);
  ASSERT_EQ(tables.size(), 1u);
  const Series* series = series_of(*tables[0]);
  ASSERT_NE(series, nullptr);
  EXPECT_EQ(series->id, "lait");
  Areas areas;
  areas.add({"E92000001", "England", AreaLevel::country, "", {}, {}, {}});
  const auto made = series->read({{tables[0], nullptr}}, {"lait", {}, "", {}}, areas, problems);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].table.rows, 1u);
  EXPECT_EQ(made[0].table.places->cell(0, "value").cell, "Long!E3");
}

TEST(SheetRows, what_is_neither_text_nor_a_workbook_is_refused) {
  Problems problems;
  EXPECT_TRUE(tables_in_file("data/x.csv", FileBytes(std::string("a\0b\0\0\0", 6)), {}, problems).empty());
  EXPECT_TRUE(tables_in_file("data/x.xlsx", FileBytes(std::string("no package")), {}, problems).empty());
  ASSERT_EQ(problems.all().size(), 2u);
  EXPECT_EQ(problems.all()[0].code, "encoding-unreadable");
}

}  // namespace
}  // namespace reportcard
