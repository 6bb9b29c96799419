// SPDX-License-Identifier: MIT
// Measures that count rows: the worked cases of docs/measures.md from records, and the rules of periods, limits and places.
#include "engine/small_card.h"

#include "card/card.h"

namespace reportcard {
namespace {

const std::string complaints_csv =
    "id,stage,person,received,due,answered,follows\n"
    "c1,stage 1,p1,2011-04-01,,2011-04-14,\n"    // within 10 working days: Good Friday is 22 April
    "c2,stage 1,p1,2011-04-18,,2011-05-06,\n"    // 22, 25, 29 April and 2 May are bank holidays: day 10 is 6 May
    "c3,stage 1,p2,2011-04-18,,2011-05-09,\n"    // late by one
    "c4,stage 1,p3,2012-01-09,,,\n"              // never answered
    "c5,stage 2,p1,2011-05-20,,2011-06-20,c2\n"
    "c6,stage 1,p4,2012-04-02,,2012-04-05,\n"
    "c7,stage 1,p5,,,2012-04-05,\n"              // no date
    "c8,stage 1,p6,2012-05-01,,2012-04-05,\n";   // ended before it started

SmallCard complaints(const std::string& measures, const std::string& head = "period = \"2011/12\"\nas_at = \"2012-12-31\"\n") {
  return small_card({{"data/complaints.csv", complaints_csv}, {"measures/a.toml", measures}}, head);
}

std::string measure(const std::string& id, const std::string& keys) {
  return "[measure." + id + "]\ntitle = \"A title\"\nserves = \"context\"\n" + keys;
}

std::uint64_t left_out(const SmallCard& card, std::string_view id, LeftOut why) { return card.account(id).left_out[static_cast<std::size_t>(why)]; }

void account_adds_up(const SmallCard& card) {
  for (std::size_t m = 0; m < card.figures.accounts.size(); ++m) {
    const Account& account = card.figures.accounts[m];
    std::uint64_t sum = account.counted;
    for (const std::uint64_t reason : account.left_out) sum += reason;
    EXPECT_EQ(account.read, sum) << card.card->measures[m].id;
    EXPECT_EQ(account.entities, account.judged + account.unjudged + account.closed + account.not_yet_open) << card.card->measures[m].id;
  }
}

TEST(Count, of_rows_and_of_people_are_two_measures) {
  const SmallCard card = complaints(measure("complaints", "kind = \"count\"\nfrom = \"complaints\"\nby = \"start\"\nsplit = \"stage\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\ncounts = \"cases\"\n") +
                                    "[measure.complainants]\nuse = \"complaints\"\ntitle = \"People\"\nof = \"person\"\nsplit = []\ncounts = \"people\"\n");
  EXPECT_EQ(card.said("complaints", "2011/12"), "5") << card.all_problems();
  EXPECT_EQ(card.said("complaints", "2011/12", "stage 1"), "4");
  EXPECT_EQ(card.said("complaints", "2011/12", "stage 3"), "0");   // the register lists it, and there was none
  EXPECT_EQ(card.said("complaints", "2012/13", "stage 2"), "0");
  EXPECT_EQ(card.said("complainants", "2011/12"), "3");
  EXPECT_EQ(left_out(card, "complaints", LeftOut::no_date), 1u);
  account_adds_up(card);
}

TEST(Count, is_unknown_where_the_register_does_not_hold_the_period) {
  const SmallCard card = small_card({{"data/things.csv", "day\n2011-05-01\n2012-05-01\n"},
                                     {"registers/things.toml", "title = \"Things\"\nwhat = \"A thing.\"\nrow = \"thing\"\nroles = { date = \"day\" }\ncovers = [\"2011-04-01\", \"2012-09-30\"]\n[column.day]\ntitle = \"Day\"\ntype = \"date\"\n"},
                                     {"measures/a.toml", measure("things", "kind = \"count\"\nfrom = \"things\"\nperiods = \"quarter\"\nunit = \"count\"\nbetter = \"none\"\n")}});
  EXPECT_EQ(card.said("things", "2011-Q2"), "1") << card.all_problems();
  EXPECT_EQ(card.said("things", "2011-Q3"), "0");
  EXPECT_EQ(card.said("things", "2012-Q3"), "0");
  EXPECT_EQ(card.said("things", "2012-Q4"), "no such figure");
}

TEST(Share, counts_the_later_stages_of_one_cohort) {
  const SmallCard card = complaints(measure("went-on", "kind = \"share\"\nfrom = \"complaints\"\nwhere = \"stage = 'stage 1'\"\nby = \"start\"\nmeets = \"escalations > 0\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"none\"\ncounts = \"cases\"\n"));
  EXPECT_EQ(card.counts("went-on", "2011/12"), "1 of 4") << card.all_problems();
  EXPECT_EQ(card.said("went-on", "2011/12"), "25%");
  EXPECT_EQ(left_out(card, "went-on", LeftOut::where_no), 1u);
  account_adds_up(card);
}

TEST(Within, counts_working_days_from_the_day_after) {
  const SmallCard card = complaints(measure("in-time", "kind = \"within\"\nfrom = \"complaints\"\nwhere = \"stage = 'stage 1'\"\nby = \"end\"\nlimit = \"10 working days\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\ncounts = \"cases\"\n"));
  EXPECT_EQ(card.counts("in-time", "2011/12"), "2 of 3") << card.all_problems();
  EXPECT_EQ(card.said("in-time", "2011/12", "", "", Side::late), "1");
  EXPECT_EQ(card.said("in-time", "2011/12", "", "", Side::median), "10 working days");
  EXPECT_EQ(card.said("in-time", "2011/12", "", "", Side::open), "1");
  EXPECT_EQ(card.said("in-time", "2011/12", "", "", Side::overdue), "1");
  EXPECT_EQ(left_out(card, "in-time", LeftOut::end_before_start), 1u);
  account_adds_up(card);
}

TEST(Within, by_the_day_due_counts_what_was_never_answered_as_late) {
  const SmallCard card = complaints(measure("in-time", "kind = \"within\"\nfrom = \"complaints\"\nwhere = \"stage = 'stage 1'\"\nby = \"due\"\nlimit = \"10 working days\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\ncounts = \"cases\"\n"));
  EXPECT_EQ(card.counts("in-time", "2011/12"), "2 of 4") << card.all_problems();
  EXPECT_EQ(card.counts("in-time", "2012/13"), "1 of 1");
  account_adds_up(card);
}

TEST(Within, what_is_open_and_not_yet_due_is_neither_in_time_nor_late) {
  const SmallCard card = complaints(measure("in-time", "kind = \"within\"\nfrom = \"complaints\"\nwhere = \"stage = 'stage 1'\"\nby = \"start\"\nlimit = \"10 working days\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\ncounts = \"cases\"\n"),
                                    "period = \"2011/12\"\nas_at = \"2012-01-23\"\n");
  EXPECT_EQ(card.counts("in-time", "2011/12"), "2 of 3") << card.all_problems();   // c4 has until 23 January
  EXPECT_EQ(left_out(card, "in-time", LeftOut::not_yet_known), 1u);
  const SmallCard later = complaints(measure("in-time", "kind = \"within\"\nfrom = \"complaints\"\nwhere = \"stage = 'stage 1'\"\nby = \"start\"\nlimit = \"10 working days\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\ncounts = \"cases\"\n"),
                                     "period = \"2011/12\"\nas_at = \"2012-01-24\"\n");
  EXPECT_EQ(later.counts("in-time", "2011/12"), "2 of 4");
  account_adds_up(later);
}

TEST(Within, has_published_values_beside_and_England_only_there) {
  const SmallCard card = small_card({{"data/assessments.csv", "type,referred,completed\ninitial,2011-05-03,2011-05-17\ninitial,2011-05-03,2011-05-18\ninitial,2011-06-01,2011-06-02\ncore,2011-06-01,2011-06-02\n"},
                                     {"data/assessments-published.csv", "area,period,value\nEngland,2011/12,77.2\nRotherham,2011/12,66.0\n"},
                                     {"measures/a.toml", measure("initial-in-time", "kind = \"within\"\nfrom = \"assessments\"\nwhere = \"type = 'initial'\"\nstart = \"referred\"\nend = \"completed\"\nby = \"end\"\nlimit = \"10 working days\"\npublished = \"assessments-published\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\nfew = 2\ncounts = \"cases\"\n")}},
                                    "period = \"2011/12\"\nagainst = [\"england\"]\n");
  EXPECT_EQ(card.counts("initial-in-time", "2011/12"), "2 of 3") << card.all_problems();
  EXPECT_EQ(card.said("initial-in-time", "2011/12", "", "England"), "77.2%");
  const Comparison made = card.compared("initial-in-time");
  ASSERT_NE(made.published_beside, nullptr);
  EXPECT_EQ(made.basis, Basis::computed);
  ASSERT_EQ(made.gaps.size(), 1u);
  EXPECT_EQ(made.gaps[0].basis, Basis::published);
  EXPECT_EQ(made.gaps[0].direction, Direction::worse);
  EXPECT_TRUE(made.needs_attention);
}

TEST(Within, has_a_limit_for_each_choice_and_leaves_out_what_has_none) {
  const SmallCard card = small_card({{"data/assessments.csv", "type,referred,completed\ninitial,2011-05-03,2011-05-17\ncore,2011-05-03,2011-06-23\ncore,2011-05-03,2011-06-22\nchild and family,2011-05-03,2011-05-04\n"},
                                     {"measures/a.toml", measure("in-time", "kind = \"within\"\nfrom = \"assessments\"\nstart = \"referred\"\nend = \"completed\"\nby = \"end\"\nsplit = \"type\"\nlimit = { initial = \"10 working days\", core = \"35 working days\" }\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\ncounts = \"things\"\n")}});
  EXPECT_EQ(card.counts("in-time", "2011/12", "initial"), "1 of 1") << card.all_problems();
  EXPECT_EQ(card.counts("in-time", "2011/12", "core"), "1 of 2");
  EXPECT_EQ(card.counts("in-time", "2011/12"), "2 of 3");
  EXPECT_EQ(left_out(card, "in-time", LeftOut::not_asked_for), 1u);
}

TEST(Within, beyond_the_last_announced_holidays_is_not_guessed) {
  const SmallCard card = small_card({{"data/assessments.csv", "type,referred,completed\ninitial,2028-12-22,2028-12-28\ninitial,2028-12-22,\n"},
                                     {"measures/a.toml", measure("in-time", "kind = \"within\"\nfrom = \"assessments\"\nstart = \"referred\"\nend = \"completed\"\nby = \"start\"\nlimit = \"10 working days\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\ncounts = \"things\"\n")}},
                                    "period = \"2028/29\"\n");
  EXPECT_EQ(card.counts("in-time", "2028/29"), "1 of 1");
  EXPECT_TRUE(card.has_problem("holidays-not-announced")) << card.all_problems();
  account_adds_up(card);
}

TEST(Open, counts_children_once_on_each_day_and_not_on_the_day_they_left) {
  const SmallCard card = small_card({{"data/care.csv", "child,started,ended,placement\na,2010-01-01,2010-03-31,foster carers\na,2010-03-31,,foster carers\nb,2010-02-01,2011-03-30,other\nc,2010-02-01,2011-04-01,other\nd,2011-03-31,,foster carers\n"},
                                     {"measures/a.toml", measure("children-in-care", "kind = \"count\"\nfrom = \"care\"\nof = \"child\"\nby = \"open\"\nperiods = \"day\"\nat = [\"2010-03-31\", \"2011-03-31\"]\nbaseline = \"2010-03-31\"\nunit = \"count\"\nbetter = \"none\"\ncounts = \"people\"\n")}});
  EXPECT_EQ(card.said("children-in-care", "2010-03-31"), "3") << card.all_problems();
  EXPECT_EQ(card.said("children-in-care", "2011-03-31"), "3");
  account_adds_up(card);
}

TEST(Sum, by_period_splits_in_turn_and_adds_nothing_across) {
  const SmallCard card = small_card({{"data/savings.csv", "id,text,state,nature,period,amount\na,One,achieved,cash,2011/12,1000\nb,Two,achieved,avoidance,2011/12,250.50\nc,Three,planned,cash,2012/13,70\nd,Four,planned,cash,2011/12,\n"},
                                     {"measures/a.toml", measure("savings", "kind = \"sum\"\nfrom = \"savings\"\nof = \"amount\"\nby = \"period\"\nsplit = [\"state\", \"nature\"]\nparts = \"apart\"\nperiods = \"financial year\"\nunit = \"gbp\"\nbetter = \"none\"\n")}});
  EXPECT_EQ(card.said("savings", "2011/12", "achieved"), "£1,251") << card.all_problems();
  EXPECT_EQ(card.said("savings", "2011/12", "cash"), "£1,000");
  EXPECT_EQ(card.said("savings", "2012/13", "cash"), "£70");
  EXPECT_EQ(card.said("savings", "2012/13", "avoidance"), "£0");
  EXPECT_EQ(left_out(card, "savings", LeftOut::blank), 1u);
  account_adds_up(card);
}

TEST(MeanAndMedian, of_days_taken_are_exact) {
  const SmallCard card = small_card({{"data/assessments.csv", "type,referred,completed\ninitial,2011-05-03,2011-05-04\ninitial,2011-05-03,2011-05-06\ninitial,2011-05-03,2011-05-13\ninitial,2011-05-03,2011-05-10\n"},
                                     {"measures/a.toml", measure("days", "kind = \"median\"\nfrom = \"assessments\"\nstart = \"referred\"\nend = \"completed\"\nof = \"taken\"\nby = \"end\"\nperiods = \"month\"\nunit = \"working days\"\nbetter = \"lower\"\ncounts = \"things\"\n") +
                                                         "[measure.mean]\nuse = \"days\"\ntitle = \"Mean\"\nkind = \"mean\"\n[measure.almanac]\nuse = \"days\"\ntitle = \"Days\"\nunit = \"days\"\n"}});
  EXPECT_EQ(card.figure("days", "2011-05")->value, Ratio::whole(4)) << card.all_problems();   // 1 3 5 8
  EXPECT_EQ(card.figure("mean", "2011-05")->value, (Ratio{17, 4}));
  EXPECT_EQ(card.said("mean", "2011-05"), "4.3 working days");
  EXPECT_EQ(card.figure("almanac", "2011-05")->value, Ratio::whole(5));   // 1 3 7 10
  EXPECT_EQ(card.said("days", "2011-05", "", "", Side::n), "4");
  account_adds_up(card);
}

TEST(Periods, of_the_year_to_date_and_of_twelve_months_overlap) {
  const SmallCard card = small_card({{"data/things.csv", "day\n2010-03-15\n2011-03-15\n2011-04-02\n2011-05-30\n2012-03-31\n"},
                                     {"registers/things.toml", "title = \"Things\"\nwhat = \"A thing.\"\nrow = \"thing\"\nroles = { date = \"day\" }\n[column.day]\ntitle = \"Day\"\ntype = \"date\"\n"},
                                     {"measures/a.toml", measure("to-date", "kind = \"count\"\nfrom = \"things\"\nperiods = \"year to date\"\nunit = \"count\"\nbetter = \"none\"\n") +
                                                         "[measure.rolling]\nuse = \"to-date\"\ntitle = \"Rolling\"\nperiods = \"rolling 12 months\"\n"}});
  EXPECT_EQ(card.said("to-date", "2011-03"), "1") << card.all_problems();
  EXPECT_EQ(card.said("to-date", "2011-04"), "1");
  EXPECT_EQ(card.said("to-date", "2011-06"), "2");
  EXPECT_EQ(card.said("to-date", "2012-03"), "3");
  EXPECT_EQ(card.said("rolling", "2011-05"), "3");
  EXPECT_EQ(card.said("rolling", "2012-03"), "3");
  EXPECT_EQ(card.said("rolling", "2011-02"), "1");
  EXPECT_EQ(card.said("rolling", "2011-01"), "no such figure");   // its twelve months begin before the first row
}

TEST(Known, an_event_counts_in_a_period_only_if_it_was_known_by_then) {
  const std::map<std::string, std::string> files = {{"data/things.csv", "day,known\n2012-03-30,2012-03-31\n2012-03-30,2012-04-20\n2012-03-30,2012-08-01\n2012-03-30,\n"},
                                                    {"registers/things.toml", "title = \"Things\"\nwhat = \"A thing.\"\nrow = \"thing\"\nroles = { date = \"day\", known = \"known\" }\n[column.day]\ntitle = \"Day\"\ntype = \"date\"\n[column.known]\ntitle = \"Known\"\ntype = \"date\"\n"},
                                                    {"measures/a.toml", measure("then", "kind = \"count\"\nfrom = \"things\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n") +
                                                                        "[measure.a-month-on]\nuse = \"then\"\ntitle = \"A month on\"\nknown_by = \"period end + 1 month\"\n[measure.now]\nuse = \"then\"\ntitle = \"Now\"\nknown_by = \"as_at\"\n"}};
  const SmallCard card = small_card(files);
  EXPECT_EQ(card.said("then", "2011/12"), "2") << card.all_problems();
  EXPECT_EQ(card.said("a-month-on", "2011/12"), "3");
  EXPECT_EQ(card.said("now", "2011/12"), "4");
  EXPECT_EQ(left_out(card, "then", LeftOut::not_yet_known), 2u);
  const SmallCard before = small_card(files, "period = \"2011/12\"\nas_at = \"2012-12-31\"\nknown_at = \"2012-05-01\"\n");
  EXPECT_EQ(before.said("now", "2011/12"), "3");
  account_adds_up(card);
}

TEST(Choices, a_part_of_a_part_counts_in_both_and_many_choices_in_each) {
  const SmallCard card = small_card({{"data/things.csv", "day,topic\n2011-05-01,help/early\n2011-05-01,help\n2011-05-01,money;help\n2011-05-01,\n"},
                                     {"registers/things.toml", "title = \"Things\"\nwhat = \"A thing.\"\nrow = \"thing\"\nroles = { date = \"day\" }\n[column.day]\ntitle = \"Day\"\ntype = \"date\"\n[column.topic]\ntitle = \"Topic\"\ntype = \"choice\"\nmany = true\nchoices = [\"help\", \"help/early\", \"money\"]\n"},
                                     {"measures/a.toml", measure("things", "kind = \"count\"\nfrom = \"things\"\nsplit = \"topic\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n")}});
  EXPECT_EQ(card.said("things", "2011/12"), "4") << card.all_problems();
  EXPECT_EQ(card.said("things", "2011/12", "help"), "3");
  EXPECT_EQ(card.said("things", "2011/12", "help/early"), "1");
  EXPECT_EQ(card.said("things", "2011/12", "money"), "1");
}

TEST(Formula, is_exact_and_known_no_better_than_its_parts) {
  const SmallCard card = small_card({{"data/spending.csv", "line,period,value\nsafeguarding,2011/12,30.47\nsafeguarding/looked-after,2011/12,15.93\nsafeguarding,2010/11,30\n"},
                                     {"measures/a.toml", measure("spending", "from = \"spending\"\nperiods = \"financial year\"\nsplit = \"line\"\nparts = \"add\"\nunit = \"gbp\"\nscale = \"million\"\nbetter = \"none\"\n") +
                                                         measure("looked-after-part", "kind = \"formula\"\nformula = \"spending[safeguarding/looked-after] / spending[safeguarding]\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"none\"\n") +
                                                         measure("twice", "kind = \"formula\"\nformula = \"2 * (looked-after-part + looked-after-part) / 4\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"none\"\n")}});
  EXPECT_EQ(card.said("looked-after-part", "2011/12"), "52.3%") << card.all_problems();
  EXPECT_EQ(card.figure("looked-after-part", "2011/12")->value, (Ratio{159300, 3047}));
  EXPECT_EQ(card.said("looked-after-part", "2010/11"), "not known");
  EXPECT_EQ(card.said("twice", "2011/12"), "52.3%");
  EXPECT_NE(card.why("looked-after-part", "2010/11").find("no value is given"), std::string::npos) << card.why("looked-after-part", "2010/11");
}

TEST(Rate, takes_the_latest_count_within_the_twelve_months_before) {
  const SmallCard card = small_card({{"data/care.csv", "child,started\na,2009-01-01\nb,2009-01-01\nc,2011-01-01\n"},
                                     {"data/population.csv", "period,value\n2009,8000\n2010,10000\n"},
                                     {"measures/a.toml", measure("children", "from = \"population\"\nperiods = \"calendar year\"\nunit = \"count\"\nbetter = \"none\"\n") +
                                                         measure("care-rate", "kind = \"rate\"\nfrom = \"care\"\nof = \"child\"\nby = \"open\"\nstart = \"started\"\ndenominator = \"children\"\nperiods = \"day\"\nat = [\"2010-03-31\", \"2011-03-31\", \"2012-03-31\"]\nunit = \"rate\"\nbetter = \"none\"\ncounts = \"people\"\n")}});
  EXPECT_EQ(card.counts("care-rate", "2010-03-31"), "2 of 8000") << card.all_problems();
  EXPECT_EQ(card.said("care-rate", "2010-03-31"), "2.5 per 10,000");
  EXPECT_EQ(card.counts("care-rate", "2011-03-31"), "3 of 10000");
  EXPECT_EQ(card.said("care-rate", "2012-03-31"), "not known");
}

}  // namespace
}  // namespace reportcard
