// SPDX-License-Identifier: MIT
#include "sources/ees.h"

#include <gtest/gtest.h>

#include "sources/ees_time.h"

namespace reportcard {
namespace {

PublishedTable only(std::vector<PublishedTable> tables) { return std::move(tables.front()); }

std::string period(std::string_view identifier, std::string_view digits, std::string_view ends = "03-31") {
  const auto read = ees_identifier(identifier);
  if (!read) return "no such identifier";
  const auto found = ees_period(*read, digits, ends);
  return found ? found->name + (found->day.empty() ? "" : " " + found->day) + (found->part.empty() ? "" : " " + found->part) : "none";
}

TEST(EesTime, every_identifier_of_the_standard) {
  EXPECT_EQ(period("Calendar year", "2013"), "2013");
  EXPECT_EQ(period("Reporting year", "2013"), "2012/13 2013-03-31");
  EXPECT_EQ(period("Reporting year", "2017", "09-30"), "2017 2017-09-30");
  EXPECT_EQ(period("Academic year", "201213"), "2012/13");
  EXPECT_EQ(period("academic year", "2012/13"), "2012/13");   // as files older than the standard have it
  EXPECT_EQ(period("Financial year", "199900"), "1999/00");
  EXPECT_EQ(period("Tax year", "201213"), "2012/13");
  EXPECT_EQ(period("Financial year Q1", "201213"), "2012-Q2");
  EXPECT_EQ(period("Financial year Q4", "201213"), "2013-Q1");
  EXPECT_EQ(period("Part 2 (October to March)", "201213"), "2012/13 October to March");
  EXPECT_EQ(period("Spring term", "201213"), "2012/13 Spring term");
  EXPECT_EQ(period("Autumn and spring term", "201213"), "2012/13 Autumn and spring term");
  EXPECT_EQ(period("March", "2020"), "2020-03");
  EXPECT_EQ(period("Week 12", "2020"), "none");               // a week has no name here
  EXPECT_EQ(period("Academic year", "201214"), "none");       // not consecutive
  EXPECT_EQ(period("Academic year", "2012"), "none");
  EXPECT_EQ(period("Calendar year", "201213"), "none");
  EXPECT_EQ(period("Week 53", "2020"), "no such identifier");
  EXPECT_EQ(period("Six half terms", "201213"), "no such identifier");
}

Areas places() {
  Areas areas;
  areas.add({"E92000001", "England", AreaLevel::country, "", {}, {}, {}});
  areas.add({"E12000003", "Yorkshire and The Humber", AreaLevel::region, "", {}, {}, {}});
  areas.add({"E08000018", "Rotherham", AreaLevel::authority, "E12000003", {"372"}, {}, {}});
  areas.add({"E08000038", "Barnsley", AreaLevel::authority, "E12000003", {"E08000016", "370"}, {}, {}});
  return areas;
}

std::string rows_of(const PublishedTable& made) {
  std::string all;
  for (std::size_t row = 0; row < made.table.rows; ++row) {
    for (const Column& column : made.table.columns) {
      if (column.name == "called") continue;
      if (const auto* text = std::get_if<TextColumn>(&column.cells)) all += text->words[text->codes[row]];
      if (const auto* numbers = std::get_if<NumberColumn>(&column.cells); numbers && numbers->units[row] != NumberColumn::blank) all += numbers->at(row).plain();
      all += "|";
    }
    all += "\n";
  }
  return all;
}

const std::string referrals =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,category,Referrals,re_referrals_%\n"
    "2024,Reporting year,National,E92000001,England,,,,,,Total,620000,21.5\n"
    "2024,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,370,Barnsley,E08000016,Total,2190,c\n"
    "2024,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,,Old County,E10000099,Total,10,z\n"
    "2024,Reporting year,Parliamentary constituency,E92000001,England,,,,,,Total,5,1\n";

TEST(Ees, becomes_one_row_a_value_with_old_codes_in_the_right_place) {
  const std::shared_ptr<const PublishedRows> rows = csv_rows("data/referrals.csv", *read_text(FileBytes(referrals)));
  ASSERT_EQ(series_of(*rows)->id, "ees");
  Problems problems;
  const PublishedTable made = only(ees_series().read({{rows, nullptr}}, {"referrals", {}, "03-31", {}}, places(), problems));
  EXPECT_EQ(rows_of(made),
            "referrals|2023/24|2024-03-31|E92000001|620000|||||Total|\n"
            "re-referrals-percent|2023/24|2024-03-31|E92000001|21.5|||||Total|\n"
            "referrals|2023/24|2024-03-31|E08000016|2190|||||Total|\n"
            "re-referrals-percent|2023/24|2024-03-31|E08000016||c||||Total|\n");
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(made.account.read, 4u);
  EXPECT_EQ(made.account.used, 2u);
  ASSERT_EQ(made.account.skipped.size(), 2u);
  EXPECT_EQ(made.account.skipped[0].reason, "a code of a place that is not known");
  EXPECT_EQ(made.account.skipped[1].reason, "a level that is no country, region or authority");
  const Place place = made.table.places->cell(3, "value");
  EXPECT_EQ(place.line, 3u);
  EXPECT_EQ(place.excerpt.substr(place.column - place.excerpt_from, 1), "c");
}

TEST(Ees, metadata_says_what_a_column_of_digits_is) {
  const std::shared_ptr<const PublishedRows> rows = csv_rows(
      "data/a.csv", *read_text(FileBytes(std::string("time_identifier,time_period,geographic_level,country_code,country_name,band,heads\nAcademic year,201213,National,E92000001,England,1,40\n"))));
  const std::shared_ptr<const PublishedRows> meta = csv_rows("data/a.meta.csv", *read_text(FileBytes(std::string("col_name,col_type,label,indicator_grouping,indicator_unit,filter_hint,filter_grouping_column\nband,Filter,Band,,,,\nheads,Indicator,Heads,,,,\n"))));
  Problems problems;
  EXPECT_EQ(rows_of(only(ees_series().read({{rows, meta}}, {"a", {}, "03-31", {}}, places(), problems))), "heads|2012/13||E92000001|40|||||1|\n");
}

TEST(Ees, only_the_indicators_that_are_asked_for) {
  const std::shared_ptr<const PublishedRows> rows = csv_rows("data/referrals.csv", *read_text(FileBytes(referrals)));
  Problems problems;
  const PublishedTable made = only(ees_series().read({{rows, nullptr}}, {"referrals", {"re_referrals_%"}, "03-31", {}}, places(), problems));
  EXPECT_EQ(made.table.rows, 2u);
}

}  // namespace
}  // namespace reportcard
