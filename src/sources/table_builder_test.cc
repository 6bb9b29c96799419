// SPDX-License-Identifier: MIT
#include "sources/table_builder.h"

#include <gtest/gtest.h>

#include "sources/published_cells.h"

namespace reportcard {
namespace {

TEST(TableBuilder, a_cell_knows_its_place_in_the_publishers_file) {
  const std::shared_ptr<const PublishedRows> rows = csv_rows("data/x.csv", *read_text(FileBytes(std::string("title\nurn,a,b\n1,2.5,c\n2,7,\n"))));
  TableBuilder builder("data/x.csv", {{"urn", CellType::text}, {"value", CellType::number}});
  builder.from_file(rows, {0, -2});
  builder.begin_row(3, 1);
  builder.text(0, "1");
  builder.number(1, *published_number("2.5"));
  builder.begin_row(4, 1);
  builder.text(0, "2");
  builder.number(1, *published_number("7"));
  const Table table = builder.take();
  EXPECT_EQ(table.rows, 2u);
  const auto& numbers = std::get<NumberColumn>(table.find("value")->cells);
  EXPECT_EQ(numbers.at(0).plain(), "2.5");
  EXPECT_EQ(numbers.at(1).plain(), "7");
  const Place place = table.places->cell(1, "value");
  EXPECT_EQ(place.file, "data/x.csv");
  EXPECT_EQ(place.line, 4u);
  EXPECT_EQ(place.column, 3u);
}

TEST(TableBuilder, one_column_holds_counts_and_long_fractions) {
  const std::shared_ptr<const PublishedRows> rows = csv_rows("x", *read_text(FileBytes(std::string("a\n"))));
  TableBuilder builder("x", {{"value", CellType::number}});
  builder.from_file(rows, {0});
  for (const char* cell : {"0.81342999999999999", "627760", "57263.84999999999", "-3"}) {
    builder.begin_row(1);
    builder.number(0, *published_number(cell));
  }
  builder.begin_row(1);   // blank
  const Table table = builder.take();
  const auto& numbers = std::get<NumberColumn>(table.find("value")->cells);
  EXPECT_EQ(numbers.at(0).plain(), "0.8134300000000");   // what its double knew
  EXPECT_EQ(numbers.at(1).plain(), "627760");
  EXPECT_EQ(numbers.at(2).plain(), "57263.84999999999");
  EXPECT_EQ(numbers.at(3).plain(), "-3");
  EXPECT_EQ(numbers.units[4], NumberColumn::blank);
}

}  // namespace
}  // namespace reportcard
