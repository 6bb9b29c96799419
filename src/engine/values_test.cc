// SPDX-License-Identifier: MIT
// Values that are given, and the worked cases of docs/measures.md that read them.
#include "engine/small_card.h"

#include "card/card.h"

namespace reportcard {
namespace {

const char* position_csv =
    "period,type,value\n"
    "2011-08,Early years,62\n2012-02,Early years,66.0\n2012-10,Early years,72.2\n"
    "2011-08,Children's homes,60\n2012-09,Children's homes,80.0\n2012-10,Children's homes,60.0\n"
    "2011-08,Special schools,83\n2012-10,Special schools,83.3\n";

const char* position_toml =
    "[measure.good-providers]\ntitle = \"Providers judged good\"\nfrom = \"position\"\nperiods = \"month end\"\nsplit = \"type\"\n"
    "unit = \"percent\"\nbetter = \"higher\"\nbands = \"ofsted\"\ntarget = 65\nbaseline = \"2011-08\"\nserves = \"context\"\n";

SmallCard position() {
  return small_card({{"data/position.csv", position_csv}, {"measures/position.toml", position_toml},
                     {"card.toml", "title = \"A card\"\npublisher = \"A council\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\n"
                                   "[bands.ofsted]\ntitle = \"Bands\"\nbands = [{ name = \"low\", from = 0 }, { name = \"middle\", from = 50 }, { name = \"good\", from = 65 }, { name = \"high\", from = 80 }]\n"}});
}

TEST(Values, are_said_as_they_were_typed) {
  const SmallCard card = position();
  EXPECT_EQ(card.said("good-providers", "2011-08", "Early years"), "62%");
  EXPECT_EQ(card.said("good-providers", "2012-02", "Early years"), "66.0%");
  EXPECT_EQ(card.said("good-providers", "2012-09", "Early years"), "not printed");
  EXPECT_EQ(card.figure("good-providers", "2012-02", "Early years")->row, 1u);
  EXPECT_EQ(card.account("good-providers").read, 8u);
  EXPECT_EQ(card.account("good-providers").counted, 8u);
}

TEST(Values, a_change_is_in_points_and_known_no_better_than_its_sides) {
  const SmallCard card = position();
  const Comparison homes = card.compared("good-providers", "", "Children's homes");
  ASSERT_TRUE(homes.period);
  EXPECT_EQ(homes.period->name(), "2012-10");
  ASSERT_TRUE(homes.previous && homes.baseline);
  EXPECT_EQ(homes.previous->from.name(), "2012-09");
  EXPECT_EQ(signed_difference(card.measure("good-providers"), homes.previous->difference, homes.previous->places), "\u221220.0");
  EXPECT_EQ(homes.previous->way, -1);
  EXPECT_EQ(homes.previous->direction, Direction::cannot_say);
  EXPECT_EQ(homes.previous->cannot, Cannot::size_unknown);
  EXPECT_EQ(homes.baseline->way, 0);
  EXPECT_EQ(homes.baseline->direction, Direction::no_change);
  const Comparison special = card.compared("good-providers", "", "Special schools");
  EXPECT_EQ(special.baseline->direction, Direction::no_change);
  const Comparison early = card.compared("good-providers", "", "Early years");
  EXPECT_EQ(said_difference(card.measure("good-providers"), early.baseline->difference, early.baseline->places), "10 points");
  EXPECT_TRUE(early.baseline->about);
}

TEST(Values, stand_in_one_band_and_against_a_target_without_date) {
  const SmallCard card = position();
  const Comparison early = card.compared("good-providers", "", "Early years");
  ASSERT_NE(early.band, nullptr);
  EXPECT_EQ(early.band->name, "good");
  ASSERT_EQ(early.targets.size(), 1u);
  EXPECT_EQ(early.targets[0].direction, Direction::better);
  const Comparison homes = card.compared("good-providers", "", "Children's homes");
  EXPECT_EQ(homes.targets[0].direction, Direction::worse);
  EXPECT_TRUE(homes.needs_attention);
}

TEST(Values, without_a_period_are_compared_with_nothing) {
  const SmallCard card = small_card({{"data/poverty.csv", "area,period,value,known,called\nRotherham,2009/10,22.6,2011-12-01,2011/12\nEngland,,21.3,,\n"},
                                     {"measures/a.toml", "[measure.poverty]\ntitle = \"Children in poverty\"\nfrom = \"poverty\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"lower\"\nserves = \"context\"\n"}},
                                    "period = \"2011/12\"\nagainst = [\"england\"]\n");
  EXPECT_EQ(card.said("poverty", "2009/10"), "22.6%");
  EXPECT_EQ(card.said("poverty", "", "", "England"), "21.3%");
  EXPECT_EQ(card.figures.texts[card.figure("poverty", "2009/10")->called], "2011/12");
  EXPECT_EQ(Date{card.figure("poverty", "2009/10")->published}.iso(), "2011-12-01");
  const Comparison poverty = card.compared("poverty");
  ASSERT_EQ(poverty.gaps.size(), 1u);
  EXPECT_FALSE(poverty.gaps[0].period);
  EXPECT_EQ(poverty.gaps[0].cannot, Cannot::period_not_given);
  ASSERT_NE(poverty.gaps[0].theirs, nullptr);
}

TEST(Values, across_a_break_there_is_no_change_and_no_target) {
  const SmallCard card = small_card({{"data/attainment.csv", "measure,period,value\nks2,2009/10,66.5\nks2,2010/11,69.3\nks1,2010/11,70\nks1,2011/12,72\n"},
                                     {"measures/a.toml", "[measure.ks2]\ntitle = \"Results at 11\"\nfrom = \"attainment\"\nperiods = \"academic year\"\nbreaks = [\"2011/12\"]\n"
                                                         "target = { \"2011/12\" = 78 }\nunit = \"percent\"\nbetter = \"higher\"\nsize = \"many\"\nserves = \"context\"\n"
                                                         "[measure.ks1]\nuse = \"ks2\"\ntitle = \"Results at 7\"\n"}});
  const Comparison ks2 = card.compared("ks2");
  EXPECT_EQ(ks2.period->name(), "2010/11");
  EXPECT_EQ(ks2.previous->direction, Direction::better);
  EXPECT_EQ(ks2.targets[0].cannot, Cannot::no_result);
  EXPECT_FALSE(ks2.targets[0].known);
  const Comparison ks1 = card.compared("ks1");
  EXPECT_EQ(ks1.period->name(), "2011/12");
  EXPECT_FALSE(ks1.previous->known);
  EXPECT_EQ(ks1.previous->cannot, Cannot::break_between);
  EXPECT_EQ(ks1.targets[0].direction, Direction::worse);
}

TEST(Values, of_millions_are_known_to_ten_thousand_and_parts_make_the_whole) {
  const std::string rows = "line,period,value,qualifier\nsafeguarding,2011/12,30.47,\nsafeguarding/looked-after,2011/12,15.93,\nearly years,2011/12,9.257,\n";
  const std::string measure = "[measure.spending]\ntitle = \"Spending\"\nfrom = \"spending\"\nperiods = \"financial year\"\nsplit = \"line\"\nparts = \"add\"\n"
                              "unit = \"gbp\"\nscale = \"million\"\nbetter = \"none\"\nserves = \"context\"\n";
  const SmallCard without = small_card({{"data/spending.csv", rows}, {"measures/a.toml", measure}});
  EXPECT_EQ(without.said("spending", "2011/12", "safeguarding"), "£30.47 million");
  EXPECT_EQ(without.figure("spending", "2011/12", "safeguarding")->places, -4);
  EXPECT_EQ(plain_value(without.measure("spending"), *without.figure("spending", "2011/12", "safeguarding")), "30470000");
  EXPECT_EQ(without.said("spending", "2011/12"), "£39.73 million");  // 39.727, and 30.47 is known to 10,000
  const SmallCard with = small_card({{"data/spending.csv", rows + ",2011/12,41,over\n"}, {"measures/a.toml", measure}});
  EXPECT_EQ(with.said("spending", "2011/12"), "over £41 million");
}

TEST(Values, two_dates_of_a_count_are_not_three_months) {
  const SmallCard card = small_card({{"data/care.csv", "period,value\n2010-03-31,411\n2012-03-31,389\n2012-12-31,393\n"},
                                     {"measures/a.toml", "[measure.children-in-care]\ntitle = \"Children in care\"\nfrom = \"care\"\nperiods = \"day\"\nbaseline = \"2010-03-31\"\n"
                                                         "unit = \"count\"\nbetter = \"none\"\ncounts = \"people\"\nserves = \"context\"\n"},
                                     {"registers/care.toml", "replaces_library = true\ntitle = \"Care\"\nwhat = \"A count.\"\nrow = \"thing\"\nroles = { period = \"period\" }\n"
                                                             "[column.period]\ntitle = \"Period\"\ntype = \"period\"\n[column.value]\ntitle = \"Value\"\ntype = \"number\"\n"}});
  EXPECT_EQ(card.said("children-in-care", "2012-12-31"), "393") << card.all_problems();
  const Comparison now = card.compared("children-in-care");
  EXPECT_EQ(now.baseline->way, -1);
  EXPECT_EQ(now.baseline->direction, Direction::cannot_say);
  EXPECT_EQ(now.baseline->cannot, Cannot::better_none);
  EXPECT_FALSE(now.year_ago);
}

TEST(Values, parts_of_apprenticeships_make_1920_and_per_cent_is_said_of_counts) {
  const SmallCard card = small_card({{"data/learners.csv", "period,age,value\n2009/10,,1461\n2010/11,,1645\n2011/12,16 to 18,931\n2011/12,19 and over,989\n"},
                                     {"measures/a.toml", "[measure.apprenticeships]\ntitle = \"Apprenticeships\"\nfrom = \"learners\"\nperiods = \"academic year\"\nsplit = \"age\"\nparts = \"add\"\n"
                                                         "baseline = \"2009/10\"\nunit = \"count\"\nbetter = \"higher\"\nserves = \"context\"\n"}});
  EXPECT_EQ(card.said("apprenticeships", "2011/12"), "1,920");
  const Comparison now = card.compared("apprenticeships");
  EXPECT_EQ(round_to(*now.previous->per_cent, 1)->said(), "16.7");
  EXPECT_EQ(round_to(*now.baseline->per_cent, 1)->said(), "31.4");
  EXPECT_EQ(now.baseline->direction, Direction::better);
}

TEST(Values, of_different_months_have_no_gap_and_both_are_dated) {
  const SmallCard card = small_card({{"data/national.csv", "area,period,value\nEngland,2012-08,65\nRotherham,2012-10,90.9\n"},
                                     {"measures/a.toml", "[measure.childrens-centres]\ntitle = \"Children's centres\"\nfrom = \"national\"\nperiods = \"month end\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n"}},
                                    "period = \"2011/12\"\nas_at = \"2012-12-31\"\nagainst = [\"england\"]\n");
  const Comparison now = card.compared("childrens-centres");
  ASSERT_EQ(now.gaps.size(), 1u);
  const Gap& gap = now.gaps[0];
  EXPECT_FALSE(gap.period);
  EXPECT_EQ(gap.cannot, Cannot::not_same_period);
  EXPECT_EQ(gap.theirs_period.name(), "2012-08");
  EXPECT_EQ(gap.ours_period.name(), "2012-10");
  EXPECT_EQ(gap.said, "England");
}

TEST(Values, of_counts_are_shares_and_a_symbol_has_its_reason) {
  const SmallCard card = small_card({{"data/shares.csv", "period,value,numerator,denominator,symbol\n2009/10,,2,3,\n2010/11,,,,c\n2011/12,,250,300,\n"},
                                     {"measures/a.toml", "[measure.share]\ntitle = \"A share\"\nfrom = \"shares\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n"}});
  EXPECT_EQ(card.said("share", "2009/10"), "67%");
  EXPECT_EQ(card.said("share", "2010/11"), "not printed");
  EXPECT_EQ(card.why("share", "2010/11"), "kept back by its publisher: a small number");
  EXPECT_EQ(card.said("share", "2011/12"), "83.3%");
  const Comparison now = card.compared("share");
  EXPECT_EQ(now.previous->from.name(), "2009/10");
  EXPECT_EQ(now.previous->cannot, Cannot::few);
  EXPECT_EQ(now.previous->direction, Direction::cannot_say);
}

TEST(Values, a_row_known_later_takes_the_place_of_the_earlier) {
  const std::map<std::string, std::string> files = {
      {"data/x.csv", "period,value,known\n2011/12,50.1,2012-06-01\n2011/12,50.4,2012-11-01\n"},
      {"measures/a.toml", "[measure.x]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n"}};
  const SmallCard now = small_card(files);
  EXPECT_EQ(now.said("x", "2011/12"), "50.4%");
  EXPECT_EQ(now.account("x").left_out[static_cast<std::size_t>(LeftOut::superseded)], 1u);
  const SmallCard then = small_card(files, "period = \"2011/12\"\nknown_at = \"2012-07-01\"\n");
  EXPECT_EQ(then.said("x", "2011/12"), "50.1%");
  EXPECT_EQ(then.account("x").left_out[static_cast<std::size_t>(LeftOut::not_yet_known)], 1u);
}

TEST(Values, two_rows_for_one_figure_are_a_problem) {
  const SmallCard card = small_card({{"data/x.csv", "period,value\n2011/12,50.1\n2011/12,50.4\n"},
                                     {"measures/a.toml", "[measure.x]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n"}});
  EXPECT_TRUE(card.has_problem("two-rows-for-one-figure"));
  EXPECT_EQ(card.said("x", "2011/12"), "50.1%");
}

}  // namespace
}  // namespace reportcard
