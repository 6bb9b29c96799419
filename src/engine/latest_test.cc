// SPDX-License-Identifier: MIT
// The state of things on a day, by the latest event that counts: which event stands, who is judged, who is not.
#include "engine/small_card.h"

#include "card/card.h"

namespace reportcard {
namespace {

const char* measures =
    "[measure.good]\ntitle = \"Good\"\nkind = \"latest\"\nfrom = \"inspections\"\nwhere = \"grade is not blank\"\nmeets = \"grade in ('Outstanding', 'Good')\"\n"
    "split = \"provider.type\"\nperiods = \"month end\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n";

SmallCard inspections(const std::string& rows, const std::string& providers, const std::string& more = {}, const std::string& head = "period = \"2011/12\"\nas_at = \"2012-06-30\"\n") {
  return small_card({{"data/inspections.csv", "provider,ended,published,grade\n" + rows}, {"data/providers.csv", "id,title,type,opened,closed,area\n" + providers},
                     {"measures/a.toml", measures + more}}, head);
}

TEST(Latest, an_inspection_on_the_last_day_of_the_month_counts_once_it_is_known) {
  const SmallCard card = inspections("a,2012-01-31,2012-01-31,Good\nb,2012-01-30,2012-02-01,Good\n", "a,A,Children's homes,,,\nb,B,Children's homes,,,\n");
  EXPECT_EQ(card.counts("good", "2012-01"), "1 of 1") << card.all_problems();
  EXPECT_EQ(card.counts("good", "2012-02"), "2 of 2");
  EXPECT_EQ(card.said("good", "2012-01", "", "", Side::unjudged), "1");
  EXPECT_EQ(card.said("good", "2012-01", "", "", Side::entities), "2");
}

TEST(Latest, a_late_report_of_an_older_inspection_changes_nothing) {
  const SmallCard card = inspections("a,2012-02-10,2012-02-20,Good\na,2012-01-10,2012-04-20,Inadequate\n", "a,A,Children's homes,,,\n");
  EXPECT_EQ(card.counts("good", "2012-05"), "1 of 1");
  EXPECT_EQ(card.account("good").left_out[static_cast<std::size_t>(LeftOut::superseded)], 1u);
}

TEST(Latest, a_visit_without_a_grade_never_counts) {
  const SmallCard card = inspections("a,2012-02-10,2012-02-20,Good\na,2012-03-10,2012-03-20,\nb,2012-03-10,2012-03-20,\n", "a,A,Children's homes,,,\nb,B,Other,,,\n");
  EXPECT_EQ(card.counts("good", "2012-05"), "1 of 1");
  EXPECT_EQ(card.said("good", "2012-05", "Other", "", Side::unjudged), "1");
}

TEST(Latest, of_two_on_one_day_the_worse_grade_stands) {
  const SmallCard card = inspections("a,2012-02-10,2012-02-20,Good\na,2012-02-10,2012-02-20,Inadequate\nb,2012-02-10,2012-02-20,Inadequate\nb,2012-02-10,2012-02-21,Good\n",
                                     "a,A,Children's homes,,,\nb,B,Other,,,\n");
  EXPECT_EQ(card.counts("good", "2012-05", "Children's homes"), "0 of 1");
  EXPECT_EQ(card.counts("good", "2012-05", "Other"), "1 of 1");   // known later
}

TEST(Latest, what_closed_on_the_last_day_is_closed_and_what_is_to_open_is_not_yet_there) {
  const SmallCard card = inspections("a,2012-01-10,2012-01-20,Good\nb,2012-01-10,2012-01-20,Good\nc,2012-01-10,2012-01-20,Good\n",
                                     "a,A,Children's homes,2000-01-01,2012-04-30,\nb,B,Children's homes,,2012-05-01,\nc,C,Children's homes,2012-03-31,,\nd,D,Other,2013-01-01,,\n");
  EXPECT_EQ(card.counts("good", "2012-01"), "2 of 2");
  EXPECT_EQ(card.counts("good", "2012-03"), "3 of 3");
  EXPECT_EQ(card.counts("good", "2012-04"), "2 of 2");
  EXPECT_EQ(card.counts("good", "2012-05"), "1 of 1");
  const Account& account = card.account("good");
  EXPECT_EQ(account.entities, 4u);
  EXPECT_EQ(account.judged, 1u);
  EXPECT_EQ(account.closed, 2u);
  EXPECT_EQ(account.not_yet_open, 1u);
  EXPECT_EQ(account.entities, account.judged + account.unjudged + account.closed + account.not_yet_open);
}

TEST(Latest, of_entities_without_a_register_is_by_their_rows) {
  const SmallCard card = inspections("a,2012-01-10,2012-01-20,Good\nb,2012-02-10,2012-02-20,\n", "",
                                     "[measure.plain]\nuse = \"good\"\ntitle = \"Plain\"\nentity = \"body\"\nsplit = []\n");
  (void)card;
  const SmallCard plain = small_card({{"data/visits.csv", "urn,kind,day,grade\n1,x,2012-01-10,1\n2,x,2012-01-10,3\n2,x,2012-04-10,2\n3,y,2012-02-10,\n"},
                                      {"registers/visits.toml", "title = \"Visits\"\nwhat = \"A visit.\"\nrow = \"thing\"\nroles = { date = \"day\", entity = \"urn\" }\n[column.urn]\ntitle = \"URN\"\ntype = \"text\"\n[column.kind]\ntitle = \"Kind\"\ntype = \"text\"\n[column.day]\ntitle = \"Day\"\ntype = \"date\"\n[column.grade]\ntitle = \"Grade\"\ntype = \"number\"\n"},
                                      {"measures/a.toml", "[measure.good]\ntitle = \"Good\"\nkind = \"latest\"\nfrom = \"visits\"\nwhere = \"grade is not blank\"\nmeets = \"grade <= 2\"\nsplit = \"kind\"\nperiods = \"quarter end\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n"}},
                                     "period = \"2011/12\"\nas_at = \"2012-06-30\"\n");
  EXPECT_EQ(plain.counts("good", "2012-Q1", "x"), "1 of 2") << plain.all_problems();
  EXPECT_EQ(plain.counts("good", "2012-Q2", "x"), "2 of 2");
  EXPECT_EQ(plain.said("good", "2012-Q2", "y", "", Side::unjudged), "1");
  EXPECT_EQ(plain.account("good").entities, 3u);
  EXPECT_EQ(plain.account("good").judged, 2u);
  EXPECT_EQ(plain.account("good").unjudged, 1u);
}

TEST(Latest, figures_are_traced_to_the_events_that_stand) {
  const SmallCard card = inspections("a,2012-01-10,2012-01-20,Good\na,2012-03-10,2012-03-20,Inadequate\nb,2012-01-10,2012-01-20,Good\n", "a,A,Children's homes,,,\nb,B,Other,,,\n");
  const FigureRows then = rows_of(*card.card, card.index("good"), card.card->area, "", card.period("good", "2012-02"));
  EXPECT_EQ(then.denominator, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(then.numerator, (std::vector<std::uint32_t>{0, 2}));
  const FigureRows now = rows_of(*card.card, card.index("good"), card.card->area, "", card.period("good", "2012-05"));
  EXPECT_EQ(now.denominator, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(now.numerator, (std::vector<std::uint32_t>{2}));
  const FigureRows homes = rows_of(*card.card, card.index("good"), card.card->area, "Children's homes", card.period("good", "2012-05"));
  EXPECT_EQ(homes.denominator, (std::vector<std::uint32_t>{1}));
}

TEST(Latest, has_the_printed_values_beside_it) {
  const SmallCard card = small_card({{"data/inspections.csv", "provider,ended,published,grade\na,2012-01-10,2012-01-20,Good\nb,2012-01-10,2012-01-20,Inadequate\n"},
                                     {"data/providers.csv", "id,title,type,opened,closed,area\na,A,Children's homes,,,\nb,B,Children's homes,,,\n"},
                                     {"data/position.csv", "period,type,value\n2012-06,Children's homes,60.0\n2012-06,Other,70.0\n"}, {"measures/a.toml", std::string(measures) + "published = \"position\"\n"}},
                                    "period = \"2011/12\"\nas_at = \"2012-06-30\"\n");
  const Comparison made = card.compared("good", "", "Children's homes");
  EXPECT_EQ(said_value(card.measure("good"), card.figures, *made.now), "50%") << card.all_problems();
  ASSERT_NE(made.published_beside, nullptr);
  EXPECT_EQ(said_value(card.measure("good"), card.figures, *made.published_beside), "60.0%");
  EXPECT_EQ(card.said("good", "2012-06", "Other"), "70.0%");
}

}  // namespace
}  // namespace reportcard
