// SPDX-License-Identifier: MIT
// A card folder that holds published files as they come: what its officer gets without writing a line about their columns.
#include <gtest/gtest.h>

#include "cli/load.h"
#include "site/site.h"

namespace reportcard {
namespace {

// Two lists as Ofsted publishes them: other headings, notes above the header, day and month in British order.
constexpr const char* care_2022 =
    "Children's social care data in England 2022 - Provider level as at March 2022,,,,,,,,\n"
    "\"This worksheet contains one table, this table begins in cell A4.\",,,,,,,,\n"
    ",,,,,,,,\n"
    "Web link,URN,Provision type,Registration status,Name,Local authority,Latest full inspection date,Latest full inspection publication date,Latest full inspection overall experiences and progress of children and young people\n"
    "x,SC1,Children's home,Active,Secret House,Rotherham,05/03/2021,06/04/2021,Good\n"
    "x,SC2,Children's home,Active,Hidden House,Rotherham,05/03/2022,06/06/2022,Inadequate\n"
    "x,SC3,Children's home,Active,Third House,Rotherham,01/02/2022,01/03/2022,Outstanding\n";
constexpr const char* care_2024 =
    "Children's social care data in England 2024 - Provider level as at 31 March 2024,,,,,,,,\n"
    "Web link,URN,Provision type,Registration status,Name,Local authority,Latest full inspection date,Latest full inspection publication date,Overall experiences and progress of children and young people\n"
    "x,SC1,Children's home,Active,Secret House,Rotherham,05/02/2024,06/03/2024,Requires improvement to be good\n"
    "x,SC2,Children's home,Active,Hidden House,Rotherham,05/03/2022,06/06/2022,Inadequate\n";

std::map<std::string, std::string> folder() {
  return {{"card.toml", "title = \"T\"\narea = \"Rotherham\"\nperiod = \"2023/24\"\nas_at = \"2024-03-31\"\nagainst = [\"england\"]\nsections = [\"need\"]\n[section.need]\ntitle = \"Need\"\nmeasures = [\"re-referrals\", \"homes\"]\n"},
          {"measures/m.toml",
           "[measure.re-referrals]\ntitle = \"Referrals within 12 months of an earlier one\"\nfrom = \"referrals\"\nwhere = \"indicator = 'rereferral-percent'\"\nperiods = \"financial year\"\n"
           "unit = \"percent\"\nbetter = \"lower\"\nsize = \"many\"\nserves = \"context\"\n"
           "[measure.homes]\ntitle = \"Homes judged good or better\"\nkind = \"latest\"\nfrom = \"inspections\"\nentity = \"provider\"\nwhere = \"grade is not blank\"\n"
           "meets = \"grade in ('Outstanding', 'Good')\"\nknown_by = \"period end + 1 month\"\nperiods = \"month end\"\nat = [\"2022-03\", \"2024-03\"]\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n"},
          {"words/need.md", "{re-referrals.sentence}\n"},
          {"data/referrals.csv",
           "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,referral_count,rereferral_percent\n"
           "2023,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,372,E08000018,Rotherham,Total,4100,21.9\n"
           "2024,Reporting year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,372,E08000018,Rotherham,Total,4000,20.5\n"
           "2024,Reporting year,National,E92000001,England,,,,,,Total,620000,22.4\n"},
          {"data/list-a.csv", care_2024},
          {"data/list-b.csv", care_2022}};
}

struct Read {
  std::optional<Loaded> loaded;
  Problems problems;
};
Read read(std::map<std::string, std::string> files) {
  Read made;
  made.loaded = load(*memory_folder(std::move(files)), made.problems);
  return made;
}
std::string said(const Problems& problems) { return print_problems(problems.sorted(), false); }

TEST(Published, statistics_stand_beside_englands_by_financial_year) {
  const Read made = read(folder());
  ASSERT_TRUE(made.loaded);
  EXPECT_EQ(made.problems.count(Severity::error), 0u) << said(made.problems);
  const Card& card = *made.loaded->card;
  const Comparison compared = compare(card, made.loaded->figures, 0, card.area, {});
  EXPECT_NE(made.loaded->grammar.whole(card, made.loaded->figures, compared).text.find("20.5%"), std::string::npos);
  ASSERT_EQ(compared.gaps.size(), 1u);
  EXPECT_EQ(round_to(compared.gaps[0].difference, 1)->plain(), "-1.9");
  EXPECT_EQ(compared.previous->from.name(), "2022/23");
}

TEST(Published, two_lists_give_the_position_of_both_days) {
  const Read made = read(folder());
  ASSERT_TRUE(made.loaded);
  const Cube& cube = *made.loaded->figures.cube(1);
  const auto at = [&](const char* month) {
    const Figure* figure = cube.find(made.loaded->card->area, "", *Period::parse(PeriodKind::month_end, month));
    return figure == nullptr ? std::string("none") : std::to_string(figure->numerator) + " of " + std::to_string(figure->denominator);
  };
  EXPECT_EQ(at("2022-03"), "2 of 2");   // the inspection of March 2022 was published in June: not known yet
  EXPECT_EQ(at("2024-03"), "0 of 2");   // one home fell, one is known to be inadequate, one is listed no more
}

TEST(Published, a_figure_has_its_line_in_the_publishers_file) {
  const Read made = read(folder());
  const Card& card = *made.loaded->card;
  const FigureRows rows = rows_of(card, 0, card.area, {}, *Period::parse(PeriodKind::financial_year, "2023/24"));
  const std::vector<std::uint32_t>& which = rows.numerator.empty() ? rows.denominator : rows.numerator;
  ASSERT_EQ(which.size(), 1u);
  const Place place = card.find_records("referrals")->place(which[0], "value");
  EXPECT_EQ(place.file, "data/referrals.csv");
  EXPECT_EQ(place.line, 3u);
  EXPECT_EQ(place.excerpt.substr(place.column - place.excerpt_from, place.length), "20.5");
}

TEST(Published, no_name_of_a_home_is_in_site_or_problem) {
  std::map<std::string, std::string> files = folder();
  files["data/list-b.csv"] = std::string(care_2022) + "x,SC4,Children's home,Active,Fourth House,Nowhere,01/02/2022,01/03/2022,Good\n";
  Read made = read(std::move(files));
  ASSERT_TRUE(made.loaded);
  const Tree tree = build_site({*made.loaded->card, made.loaded->figures, made.loaded->grammar, made.loaded->prose, made.loaded->findings, "1"}, made.problems);
  std::string all = said(made.problems);
  EXPECT_NE(all.find("\"Nowhere\" is not a place"), std::string::npos);
  for (const auto& [name, bytes] : tree) all += bytes;
  EXPECT_EQ(all.find(" House"), std::string::npos);
}

TEST(Published, sources_toml_says_which_indicators_and_when_a_year_ends) {
  std::map<std::string, std::string> files = folder();
  files["sources.toml"] = "[source.need]\nfile = \"data/referrals.csv\"\nindicators = [\"referral_count\"]\nreporting_year_ends = \"09-30\"\nlicence = \"Open Government Licence v3.0\"\n";
  const Read made = read(std::move(files));
  ASSERT_TRUE(made.loaded);
  const Records* rows = made.loaded->card->find_records("need");
  ASSERT_NE(rows, nullptr);
  EXPECT_EQ(rows->rows, 3u);
  EXPECT_EQ(rows->text(0, "period"), "2023");
  EXPECT_EQ(rows->text(0, "day"), "2023-09-30");
  EXPECT_NE(said(made.problems).find("There is no register \"referrals\""), std::string::npos) << said(made.problems);
}

TEST(Published, sources_toml_is_read_strictly) {
  std::map<std::string, std::string> files = folder();
  files["sources.toml"] = "[source.referrals]\npublsher = \"DfE\"\nreporting_year_ends = \"31 March\"\n[source.absence]\n";
  const std::string all = said(read(std::move(files)).problems);
  for (const char* part : {"did you mean \"publisher\"", "\"31 March\" is no day of a year", "There is no file data/absence.csv"})
    EXPECT_NE(all.find(part), std::string::npos) << part << "\n" << all;
}

}  // namespace
}  // namespace reportcard
