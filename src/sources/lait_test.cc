// SPDX-License-Identifier: MIT
#include "sources/lait.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

PublishedTable only(std::vector<PublishedTable> tables) { return std::move(tables.front()); }

std::string years(std::string_view written) {
  const auto read = lait_years(written);
  return read ? read->period + "|" + read->status + "|" + read->note : "none";
}

TEST(Lait, every_form_of_its_years) {
  EXPECT_EQ(years("2016"), "2016||");
  EXPECT_EQ(years("2016/17"), "2016/17||");
  EXPECT_EQ(years("2016-17"), "2016/17||");
  EXPECT_EQ(years("2017-18 (OT)"), "2017/18||Outturn.");
  EXPECT_EQ(years("2024 (Rev)"), "2024|revised|");
  EXPECT_EQ(years("2021 (Final)"), "2021||");
  EXPECT_EQ(years("2025 (prov)"), "2025|provisional|");
  EXPECT_EQ(years("2014-16"), "2016||Of the years 2014-16.");
  EXPECT_EQ(years("1999-00"), "1999/00||");
  EXPECT_EQ(years("2014/15-16/17"), "2016/17||Of the years 2014/15-16/17.");
  EXPECT_EQ(years("0"), "||");
  EXPECT_EQ(years("2016 (odd)"), "none");
  EXPECT_EQ(years("20161"), "none");
  EXPECT_EQ(years(""), "none");
}

TEST(Lait, finds_places_by_number_and_keeps_the_dash_as_missing) {
  const std::string text =
      "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
      "CPP_Reviewed,Reviews in time,2024,Rotherham,0.81342999999999999,372,Yorkshire and The Humber\n"
      "CPP_Reviewed,NA,2024,Yorkshire and the Humber,-,982,NA\n"
      "CPP_Reviewed,NA,2024,England,91.5,970,NA\n"
      "CPP_Reviewed,NA,2024,Nowhere,1,999,NA\n"
      "CPP_Reviewed,NA,soon,England,1,970,NA\n";
  const std::shared_ptr<const PublishedRows> rows = csv_rows("data/lait.csv", *read_text(FileBytes(text)));
  ASSERT_EQ(series_of(*rows)->id, "lait");
  Areas areas;
  areas.add({"E92000001", "England", AreaLevel::country, "", {}, {}, {}});
  areas.add({"E12000003", "Yorkshire and The Humber", AreaLevel::region, "", {}, {}, {}});
  areas.add({"E08000018", "Rotherham", AreaLevel::authority, "E12000003", {"372"}, {}, {}});
  Problems problems;
  const PublishedTable made = only(lait_series().read({{rows, nullptr}}, {"lait", {}, "", {}}, areas, problems));
  EXPECT_EQ(made.table.rows, 3u);
  const auto& numbers = std::get<NumberColumn>(made.table.find("value")->cells);
  EXPECT_EQ(numbers.at(0).plain(), "0.8134300000000000");   // what its double knew, beside 91.5
  EXPECT_EQ(numbers.units[1], NumberColumn::blank);
  const auto& symbols = std::get<TextColumn>(made.table.find("symbol")->cells);
  EXPECT_EQ(symbols.words[symbols.codes[1]], "x");
  EXPECT_EQ(made.account.read, 5u);
  EXPECT_EQ(made.account.used, 3u);
  EXPECT_TRUE(problems.empty());
}

}  // namespace
}  // namespace reportcard
