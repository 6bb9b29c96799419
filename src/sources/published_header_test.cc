// SPDX-License-Identifier: MIT
#include "sources/published_header.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

std::unique_ptr<PublishedRows> rows(std::string text) {
  return csv_rows("data/x.csv", *read_text(FileBytes(std::move(text))));
}
const std::vector<PublishedColumn> wanted = {{"urn", {"URN"}, true},
                                             {"date", {"Latest full inspection date", "Inspection date"}, true},
                                             {"overall", {"Overall effectiveness", "Overall experiences and progress of children and young people"}, false}};

TEST(PublishedHeader, is_found_below_titles_notes_and_a_blank_line) {
  const auto table = rows("Provider level as at March 2022,,,\n\"This worksheet has one table,\nbelow.\",,,\n,,,\nWeb link,URN,Inspection date,Overall effectiveness\nx,SC1,27/03/2015,Good\n");
  const auto header = find_header(*table, wanted);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->row, 5u);                      // lines are the file's: the note above has two
  EXPECT_EQ(header->at, (std::vector<int>{1, 2, 3}));
  const Place place = table->place(6, 2);
  EXPECT_EQ(place.line, 6u);
  EXPECT_EQ(place.excerpt, "x,SC1,27/03/2015,Good");
  EXPECT_EQ(place.column, 7u);
}

TEST(PublishedHeader, line_ends_in_its_cells_and_other_letters_are_no_matter) {
  const auto table = rows("URN,\"\nLatest Full inspection\ndate\",\"\nOverall experiences and progress of children and young people\",,,\n1,2,3\n");
  const auto header = find_header(*table, wanted);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->headings[1], "Latest Full inspection date");
  EXPECT_EQ(header->at, (std::vector<int>{0, 1, 2}));
}

TEST(PublishedHeader, bands_tell_equal_headings_apart) {
  const std::vector<PublishedColumn> columns = {{"urn", {"URN"}, true}, {"first", {"Latest: Date"}, true}, {"second", {"Previous: Date"}, true}};
  const auto table = rows(",Latest,,Previous,\nURN,Date,Grade,Date,Grade\n1,a,b,c,d\n");
  const auto header = find_header(*table, columns);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->at, (std::vector<int>{0, 1, 3}));
}

TEST(PublishedHeader, another_table_has_none) {
  EXPECT_FALSE(find_header(*rows("a,b\n1,2\n"), wanted));
  EXPECT_FALSE(find_header(*rows(""), wanted));
}

TEST(PublishedRows, tabs_and_semicolons_part_cells_where_the_file_has_no_commas) {
  for (const char* text : {"URN\tInspection date\n1\t27/03/2015\n", "URN;Inspection date\n1;27/03/2015\n"}) {
    std::vector<std::string> cells;
    rows(text)->each([&](const PublishedRow& row) {
      for (const auto cell : row.cells) cells.emplace_back(cell);
      return true;
    });
    EXPECT_EQ(cells, (std::vector<std::string>{"URN", "Inspection date", "1", "27/03/2015"}));
  }
}

TEST(PublishedRows, a_quote_that_is_never_closed_ends_with_its_line) {
  std::vector<std::uint32_t> numbers;
  rows("a,b\n\"open,2\n3,4\n")->each([&](const PublishedRow& row) {
    numbers.push_back(row.number);
    return true;
  });
  EXPECT_EQ(numbers, (std::vector<std::uint32_t>{1, 2, 3}));
}

}  // namespace
}  // namespace reportcard
