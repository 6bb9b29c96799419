// SPDX-License-Identifier: MIT
// Places: larger ones put together from their members, lists of neighbours, and small numbers kept back.
#include "engine/small_card.h"

#include "card/card.h"

namespace reportcard {
namespace {

const char* episodes_toml =
    "title = \"Episodes\"\nwhat = \"An episode.\"\nrow = \"thing\"\nroles = { start = \"started\", end = \"ended\", area = \"area\" }\n[column.area]\ntitle = \"Area\"\ntype = \"text\"\n"
    "[column.kind]\ntitle = \"Kind\"\ntype = \"text\"\n[column.child]\ntitle = \"Child\"\ntype = \"text\"\n[column.started]\ntitle = \"Started\"\ntype = \"date\"\n[column.ended]\ntitle = \"Ended\"\ntype = \"date\"\n";

const char* in_time =
    "[measure.in-time]\ntitle = \"In time\"\nkind = \"within\"\nfrom = \"episodes\"\nby = \"end\"\nlimit = \"2 days\"\nsplit = \"kind\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n"
    "[measure.children]\ntitle = \"Children\"\nkind = \"count\"\nfrom = \"episodes\"\nof = \"child\"\nby = \"end\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\nserves = \"context\"\n";

TEST(LargerAreas, are_computed_from_the_rows_of_their_members) {
  const SmallCard card = small_card({{"data/episodes.csv", "area,kind,child,started,ended\nRotherham,x,a,2011-05-01,2011-05-02\nRotherham,x,b,2011-05-01,2011-05-09\nBarnsley,y,a,2011-05-01,2011-05-04\n"
                                                           "Leicester,x,c,2011-05-01,2011-05-03\nLeicester,x,d,2011-05-01,\nnowhere,x,e,2011-05-01,2011-05-03\n"},
                                     {"registers/episodes.toml", episodes_toml}, {"measures/a.toml", in_time}},
                                    "areas = \"upper-tier\"\nperiod = \"2011/12\"\nagainst = [\"england\", \"region\"]\n");
  EXPECT_EQ(card.counts("in-time", "2011/12", "", "Rotherham"), "1 of 2") << card.all_problems();
  EXPECT_EQ(card.counts("in-time", "2011/12", "", "Yorkshire and The Humber"), "1 of 3");
  EXPECT_EQ(card.counts("in-time", "2011/12", "", "England"), "2 of 4");
  EXPECT_EQ(card.counts("in-time", "2011/12", "x", "England"), "2 of 3");
  EXPECT_EQ(card.said("in-time", "2011/12", "", "England", Side::median), "2.5 days");   // 1 2 3 8
  EXPECT_EQ(card.said("in-time", "2011/12", "", "England", Side::open), "1");
  EXPECT_EQ(card.said("children", "2011/12", "", "Yorkshire and The Humber"), "2");      // a, b
  EXPECT_EQ(card.said("children", "2011/12", "", "England"), "3");
  EXPECT_EQ(card.account("in-time").left_out[static_cast<std::size_t>(LeftOut::area_unknown)], 1u);
  const std::string& note = card.figures.texts[card.figure("in-time", "2011/12", "", "East Midlands")->note];
  EXPECT_NE(note.find("from 1 of its"), std::string::npos) << note;
  const Comparison made = card.compared("in-time", "2011/12", "", "Rotherham");
  ASSERT_EQ(made.gaps.size(), 2u);
  EXPECT_EQ(made.gaps[0].basis, Basis::computed);
  EXPECT_EQ(made.gaps[0].with_value, 3u);
  const FigureRows rows = rows_of(*card.card, card.index("in-time"), card.area("Yorkshire and The Humber"), "", card.period("in-time", "2011/12"));
  EXPECT_EQ(rows.denominator, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(rows.numerator, (std::vector<std::uint32_t>{0}));
}

TEST(LargerAreas, are_not_made_from_a_few_in_the_card_of_one_council) {
  const SmallCard card = small_card({{"data/episodes.csv", "area,kind,child,started,ended\nRotherham,x,a,2011-05-01,2011-05-02\nBarnsley,y,a,2011-05-01,2011-05-04\n"},
                                     {"registers/episodes.toml", episodes_toml}, {"measures/a.toml", in_time}});
  EXPECT_EQ(card.said("in-time", "2011/12", "", "England"), "no such figure");
}

TEST(Lists, are_added_up_where_there_are_counts_and_else_a_mean) {
  const SmallCard card = small_card({{"data/x.csv", "measure,area,period,value,numerator,denominator\ncounts,Rotherham,2011/12,,50,100\ncounts,Barnsley,2011/12,,90,100\ncounts,Doncaster,2011/12,,10,300\n"
                                                    "typed,Rotherham,2011/12,50.0,,\ntyped,Barnsley,2011/12,90.0,,\ntyped,Doncaster,2011/12,10.5,,\n"},
                                     {"measures/a.toml", "[measure.counts]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n[measure.typed]\nuse = \"counts\"\ntitle = \"Y\"\nsize = \"many\"\n"},
                                     {"card.toml", "title = \"A card\"\npublisher = \"A council\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nagainst = [\"neighbours\"]\n[comparator.neighbours]\ntitle = \"statistical neighbours\"\nsays = \"A list\"\nareas = [\"Barnsley\", \"Doncaster\", \"Leeds\"]\n"}});
  const Comparison counts = card.compared("counts"), typed = card.compared("typed");
  ASSERT_EQ(counts.gaps.size(), 1u) << card.all_problems();
  ASSERT_NE(counts.gaps[0].theirs, nullptr);
  EXPECT_EQ(counts.gaps[0].theirs->value, Ratio::whole(25));
  EXPECT_EQ(counts.gaps[0].difference, Ratio::whole(25));
  EXPECT_EQ(counts.gaps[0].said, "statistical neighbours (2 of 3 with a value)");
  EXPECT_EQ(typed.gaps[0].theirs->value, (Ratio{5025, 100}));
  EXPECT_EQ(typed.gaps[0].basis, Basis::computed);
  EXPECT_EQ(typed.gaps[0].direction, Direction::worse);
}

SmallCard people(const std::string& rows, const std::string& keys = "counts = \"people\"\n") {
  return small_card({{"data/episodes.csv", "area,kind,child,started,ended\n" + rows}, {"registers/episodes.toml", episodes_toml},
                     {"measures/a.toml", "[measure.people]\ntitle = \"People\"\nkind = \"count\"\nfrom = \"episodes\"\nby = \"start\"\nsplit = \"kind\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\nserves = \"context\"\n" + keys}});
}

std::string so_many(int n, const std::string& kind) {
  std::string rows;
  for (int i = 0; i < n; ++i) rows += "," + kind + ",c,2011-05-01,\n";
  return rows;
}

TEST(SmallNumbers, of_people_are_kept_back_with_what_reveals_them) {
  const SmallCard card = people(so_many(3, "x") + so_many(20, "y") + so_many(40, "z"));
  EXPECT_EQ(card.said("people", "2011/12"), "63") << card.all_problems();
  EXPECT_EQ(card.said("people", "2011/12", "x"), "not shown");
  EXPECT_EQ(card.said("people", "2011/12", "y"), "not shown");   // else 63 less 60 tells
  EXPECT_EQ(card.said("people", "2011/12", "z"), "40");
  const Figure* hidden = card.figure("people", "2011/12", "x");
  EXPECT_TRUE(hidden->hidden);
  EXPECT_FALSE(hidden->known);
  EXPECT_EQ(hidden->counted, 0u);
  EXPECT_EQ(plain_value(card.measure("people"), *hidden), "");
}

TEST(SmallNumbers, that_are_few_even_together_need_more) {
  const SmallCard card = people(so_many(1, "x") + so_many(1, "y") + so_many(9, "z") + so_many(30, "w"));
  EXPECT_EQ(card.said("people", "2011/12", "x"), "not shown");
  EXPECT_EQ(card.said("people", "2011/12", "z"), "not shown");   // two hidden that come to 2 are one each
  EXPECT_EQ(card.said("people", "2011/12", "w"), "30");
}

TEST(SmallNumbers, of_things_are_shown_and_so_is_what_is_public_already) {
  EXPECT_EQ(people(so_many(3, "x") + so_many(20, "y"), "counts = \"things\"\n").said("people", "2011/12", "x"), "3");
  EXPECT_EQ(people(so_many(3, "x") + so_many(20, "y"), "counts = \"people\"\nalready_public = \"Report card 2011/12\"\n").said("people", "2011/12", "x"), "3");
  EXPECT_EQ(people(so_many(6, "x") + so_many(20, "y")).said("people", "2011/12", "x"), "6");
}

TEST(SmallNumbers, of_cases_are_shown_by_stage_and_kept_back_by_team) {
  const std::string toml = "title = \"Rows\"\nwhat = \"A row.\"\nrow = \"case\"\nroles = { date = \"day\" }\n[column.day]\ntitle = \"Day\"\ntype = \"date\"\n[column.stage]\ntitle = \"Stage\"\ntype = \"text\"\n[column.team]\ntitle = \"Team\"\ntype = \"text\"\n";
  std::string rows = "day,stage,team\n";
  for (int i = 0; i < 3; ++i) rows += "2011-05-01,stage 2,north\n";
  for (int i = 0; i < 9; ++i) rows += "2011-05-01,stage 1,south\n";
  const SmallCard card = small_card({{"data/rows.csv", rows}, {"registers/rows.toml", toml},
                                     {"measures/a.toml", "[measure.rows]\ntitle = \"Rows\"\nkind = \"count\"\nfrom = \"rows\"\nsplit = [\"stage\", \"team\"]\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\ncounts = \"cases\"\nserves = \"context\"\n"}});
  EXPECT_EQ(card.said("rows", "2011/12", "stage 2"), "3") << card.all_problems();
  EXPECT_EQ(card.said("rows", "2011/12", "north"), "not shown");
  EXPECT_EQ(card.said("rows", "2011/12", "south"), "not shown");
}

}  // namespace
}  // namespace reportcard
