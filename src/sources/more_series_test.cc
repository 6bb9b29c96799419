// SPDX-License-Identifier: MIT
// Fingertips, tidy files of health, statistical neighbours and mid-year estimates: what they say, in the forms that they have.
#include <gtest/gtest.h>

#include "sources/fingertips.h"
#include "sources/mid_year.h"
#include "sources/neighbours.h"
#include "sources/series_for_tests.h"

namespace reportcard {
namespace {

const std::string fingertips_text =
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Count,Denominator,Value note\n"
    "90284,Admissions,,,E92000001,England,England,Persons,<15 yrs,,,2010/11,115.2166797,107429,9324084,\n"
    "90284,Admissions,,,E92000001,England,England,Persons,<15 yrs,Deprivation deciles,Most deprived,2010/11,141.5,,,\n"
    "90284,Admissions,E92000001,England,E92000001,England,England,Persons,<15 yrs,,,2010/11,115.2166797,107429,9324084,\n"
    "90284,Admissions,E92000001,England,E08000018,Rotherham,Counties & UAs,Persons,<15 yrs,,,2010/11,,,,Value suppressed for disclosure control due to small count\n"
    "90284,Admissions,E92000001,England,E08000018,Rotherham,Counties & UAs,Male,<15 yrs,,,2013/14 - 15/16,12,3,25,Combined\n"
    "90284,Admissions,E92000001,England,E07000031,South Lakeland,Districts,Persons,<15 yrs,,,2010/11,1,1,1,\n";

TEST(Fingertips, tells_the_area_as_a_whole_from_its_groups_and_takes_each_place_once) {
  Problems problems;
  const auto made = read_as("fingertips", fingertips_text, problems);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(said_in(made[0].table, {"indicator", "period", "area", "value", "symbol", "sex", "category-type", "category", "numerator", "denominator", "note"}),
            "90284|2010/11|E92000001|115.2166797||Persons|Total|Total|107429|9324084||\n"
            "90284|2010/11|E92000001|141.5||Persons|Deprivation deciles|Most deprived||||\n"
            "90284|2010/11|E08000018||c|Persons|Total|Total|||Value suppressed for disclosure control due to small count|\n"
            "90284|2015/16|E08000018|12||Male|Total|Total|3|25|Of the years 2013/14 - 15/16. Combined|\n");
  EXPECT_EQ(account_said(made[0].account), "6 read, 4 used, 2010/11 to 2015/16; 1 the same place again, under another place above it; 1 a place that is no country, region or authority of the card");
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(made[0].table.places->cell(2, "value").line, 5u);
}

TEST(Fingertips, two_values_for_one_place_are_said) {
  std::string text = fingertips_text;
  text.replace(text.rfind("115.2166797"), 11, "116");
  Problems problems;
  read_as("fingertips", text, problems);
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "values-differ");
}

TEST(Fingertips, forms_of_its_periods) {
  const auto said = [](std::string_view written) {
    const auto period = fingertips_period(written);
    return period ? period->period + "|" + period->note : "none";
  };
  EXPECT_EQ(said("2010/11"), "2010/11|");
  EXPECT_EQ(said("2012"), "2012|");
  EXPECT_EQ(said("2013 - 14"), "2014|Of the years 2013 - 14.");
  EXPECT_EQ(said("2013 - 15"), "2015|Of the years 2013 - 15.");
  EXPECT_EQ(said("2013/14 - 15/16"), "2015/16|Of the years 2013/14 - 15/16.");
  EXPECT_EQ(said("2019/20 Q1"), "none");
  EXPECT_EQ(said("2015 - 13"), "none");
  EXPECT_EQ(said(" - "), "none");
}

const std::string tidy_text =
    "area_code,area_name,period,value,indicator,measure,unit,significance\n"
    "E47000001,Greater Manchester,2011/12,23.7,Children who have excess weight,Percentage,Persons,Not compared\n"
    "E92000001,England,2011/12,22.6,Children who have excess weight,Percentage,Persons,Not compared\n"
    "E08000018,Rotherham,2011/12,NA,Children who have excess weight,Percentage,Persons,Similar\n";

TEST(Tidy, has_a_value_for_each_place_and_period) {
  Problems problems;
  const auto made = read_as("tidy", tidy_text, problems);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(said_in(made[0].table, {"indicator", "period", "area", "value", "symbol", "measure", "unit"}),
            "children-who-have-excess-weight|2011/12|E92000001|22.6||Percentage|Persons|\n"
            "children-who-have-excess-weight|2011/12|E08000018||x|Percentage|Persons|\n");
}

const std::string neighbours_2021 =
    "\xEF\xBB\xBFLA num,LA Name,LA number,GOInd,GOReg,SN1,SNP,SN2,SNP,\n"
    "372,Rotherham,372,9,Yorkshire and The Humber,370,Very Close,384,Close,\n"
    "371,Doncaster,371,9,Yorkshire and The Humber,372,Close,999,Not Close,\n"
    "835,Dorset (Pre LG),835,7,South West,372,Close,370,Close,\n";
const std::string neighbours_2025 =
    "A,B,C,D,5,6,7,8\n"
    "old_la_code,la_name,region_ind,region_name,SN_1,SN_1P,SN_2,SN_2P\n"
    "372,Rotherham,9,Yorkshire and The Humber,384,Close ,370,Very close\n";

TEST(Neighbours, each_release_has_the_neighbours_of_its_year_nearest_first) {
  Problems problems;
  const auto old = read_as("neighbours", neighbours_2021, problems), now = read_as("neighbours", neighbours_2025, problems);
  ASSERT_EQ(old.size(), 1u);
  ASSERT_EQ(now.size(), 1u);
  EXPECT_EQ(said_in(old[0].table, {"area", "neighbour", "rank", "closeness"}),
            "E08000018|E08000016|1|Very Close|\nE08000018|E08000032|2|Close|\nE08000017|E08000018|1|Close|\n");
  EXPECT_EQ(said_in(now[0].table, {"area", "neighbour", "rank", "closeness"}), "E08000018|E08000032|1|Close|\nE08000018|E08000016|2|Very close|\n");
  const Areas areas = test_areas();
  std::string names;
  for (const AreaId id : neighbours_of(now[0].table, areas, *areas.find("372"))) names += areas.all[id].name + ";";
  EXPECT_EQ(names, "Bradford;Barnsley;");
  EXPECT_EQ(account_said(old[0].account), "3 read, 2 used; 1 an authority that is not known");
  ASSERT_EQ(problems.all().size(), 1u);   // 999
  EXPECT_EQ(problems.all()[0].code, "area-unknown");
}

std::string mid_year_text(const std::string& sex) {
  std::string ages, ones;
  for (int age = 0; age <= 89; ++age) ages += "," + std::to_string(age), ones += age < 18 ? ",2" : ",1";
  return "\"MYE2: " + sex + " by single year of age and sex for local authorities in England and Wales, mid-2023\"\nThis worksheet contains one table.\nCode,Name,Geography,All ages" + ages +
         ",90+\nE92000001,ENGLAND,Country,\"57,690,323\"" + ones + ",9\nE11000003,South Yorkshire,Metropolitan County,5" + ones + ",9\n";
}

TEST(MidYear, children_are_summed_from_the_single_years_of_age) {
  Problems problems;
  const auto made = read_as("mid-year", mid_year_text("Females"), problems);
  ASSERT_EQ(made.size(), 1u);
  const std::string said = said_in(made[0].table, {"indicator", "period", "area", "value", "sex", "note"});
  EXPECT_NE(said.find("population|2023|E92000001|57690323|Females||\n"), std::string::npos);
  EXPECT_NE(said.find("population-0-17|2023|E92000001|36|Females|Sum of the single years of age 0 to 17.|\n"), std::string::npos);
  EXPECT_NE(said.find("population-0-24|2023|E92000001|43|Females|"), std::string::npos);
  EXPECT_NE(said.find("population-age-7|2023|E92000001|2|Females||\n"), std::string::npos);
  EXPECT_EQ(made[0].table.rows, 28u);
  const auto persons = read_as("mid-year", mid_year_text("Persons"), problems);
  EXPECT_NE(said_in(persons[0].table, {"sex"}).find("Persons|"), std::string::npos);
}

TEST(MidYear, totals_over_years_but_no_median_ages) {
  const std::string table = "Code,Name,Geography,Mid-2023,Mid-2022\nE08000018,Rotherham,Metropolitan District,268354,266217\n";
  Problems problems;
  const auto made = read_as("mid-year", "MYE4: Population estimates: Summary for England and Wales\n" + table, problems);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(said_in(made[0].table, {"indicator", "period", "area", "value"}), "population|2023|E08000018|268354|\npopulation|2022|E08000018|266217|\n");
  EXPECT_TRUE(read_as("mid-year", "MYE6: Median age of population for local authorities\n" + table, problems).empty());
}

TEST(MoreSeries, columns_in_another_order_and_titles_above_change_nothing) {
  for (const auto& one : {std::pair("fingertips", &fingertips_text), std::pair("tidy", &tidy_text), std::pair("neighbours", &neighbours_2025)}) {
    Problems problems;
    const auto plain = read_as(one.first, *one.second, problems), titled = read_as(one.first, "Taken on a Tuesday\n\nNotes\n" + *one.second, problems),
               turned = read_as(one.first, columns_turned(*one.second), problems);
    ASSERT_EQ(plain.size(), 1u);
    ASSERT_EQ(titled.size(), 1u);
    ASSERT_EQ(turned.size(), 1u) << one.first;
    const std::string said = said_in(plain[0].table, {"area", "period", "value", "symbol", "neighbour", "rank", "category"});
    EXPECT_EQ(said_in(titled[0].table, {"area", "period", "value", "symbol", "neighbour", "rank", "category"}), said);
    EXPECT_EQ(said_in(turned[0].table, {"area", "period", "value", "symbol", "neighbour", "rank", "category"}), said);
  }
}

TEST(MoreSeries, nothing_crashes_on_files_cut_off_or_damaged) {
  for (const std::string& text : {fingertips_text, tidy_text, neighbours_2021, neighbours_2025, mid_year_text("Males")}) read_damaged(text);
}

}  // namespace
}  // namespace reportcard
