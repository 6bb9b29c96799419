// SPDX-License-Identifier: MIT
// What the officer of October 2026 sees: against September, against October last year, against April where the year began,
// against October's step of the target; the year so far against last year's so far; twelve months rolled on by one.
#include "engine/small_card.h"

namespace reportcard {
namespace {

const char* const kMeasures = R"(
[measure.reviews]
title = "Reviews held in time"
from = "held"
periods = "month"
unit = "percent"
better = "higher"
size = "many"
baseline = "2026-04"
target = { "2026-04" = 60, "2026-09" = 70, "2026-10" = 72, "2026-12" = 76, "2027-03" = 80 }
target_tolerance = 1

[measure.visits]
title = "Visits"
kind = "count"
from = "visits"
periods = "month"
unit = "count"
better = "higher"

[measure.visits-so-far]
use = "visits"
title = "Visits since April"
periods = "year to date"

[measure.visits-in-a-year]
use = "visits"
title = "Visits in twelve months"
periods = "rolling 12 months"
)";

const char* const kVisitsRegister = R"(
title = "Visits"
what = "One visit."
row = "thing"
roles = { date = "day" }
covers = ["2024-11-01", "2026-10-31"]
[column.id]
title = "Id"
type = "id"
required = true
[column.day]
title = "Day"
type = "date"
)";

SmallCard october(const std::string& edition = "period = \"2026-10\"\nperiod_kind = \"month\"\n") {
  // Last year two visits in each of April to October, this year three; one in each month of winter.
  std::string visits = "id,day\n";
  int id = 0;
  const auto add = [&](int year, int month, int many) {
    for (int i = 0; i < many; ++i) visits += "v" + std::to_string(++id) + "," + std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month) + "-1" + std::to_string(i) + "\n";
  };
  for (int month = 4; month <= 10; ++month) add(2025, month, 2);
  for (const auto& [year, month] : {std::pair{2024, 11}, {2024, 12}, {2025, 1}, {2025, 2}, {2025, 3}, {2025, 11}, {2025, 12}, {2026, 1}, {2026, 2}, {2026, 3}}) add(year, month, 1);
  for (int month = 4; month <= 10; ++month) add(2026, month, 3);
  return small_card({{"measures/a.toml", kMeasures},
                     {"registers/visits.toml", kVisitsRegister},
                     {"data/visits.csv", visits},
                     {"data/held.csv", "period,value\n2025-10,66.0\n2026-04,62.5\n2026-08,70.1\n2026-09,70.3\n2026-10,71.2\n2026-11,90.0\n"}},
                    edition);
}

TEST(Monthly, a_figure_is_set_against_last_month_the_same_month_last_year_and_the_month_that_the_year_began) {
  const Comparison c = october().compared("reviews");
  ASSERT_TRUE(c.period && c.previous && c.year_ago && c.baseline);
  EXPECT_EQ(c.period->name(), "2026-10");
  EXPECT_EQ(c.previous->from.name(), "2026-09");
  EXPECT_EQ(c.previous->difference, Ratio::of({9, 1}));
  EXPECT_EQ(c.year_ago->from.name(), "2025-10");
  EXPECT_EQ(c.year_ago->difference, Ratio::of({52, 1}));
  EXPECT_EQ(c.baseline->from.name(), "2026-04");
  EXPECT_EQ(c.baseline->difference, Ratio::of({87, 1}));
}

TEST(Monthly, of_a_target_profile_the_step_of_the_month_counts_and_the_next_is_still_to_come) {
  const SmallCard card = october();
  const Comparison c = card.compared("reviews");
  ASSERT_EQ(c.targets.size(), 2U);
  EXPECT_EQ(c.targets[0].from.name(), "2026-10");
  EXPECT_EQ(c.targets[0].target.plain(), "72");
  EXPECT_EQ(c.targets[0].direction, Direction::better);   // 71.2 is within the tolerance of one point
  EXPECT_EQ(c.targets[1].from.name(), "2026-12");
  EXPECT_EQ(c.targets[1].cannot, Cannot::not_same_period);
}

TEST(Monthly, farther_below_its_step_than_the_tolerance_is_worse) {
  const Comparison august = october().compared("reviews", "2026-08");
  ASSERT_FALSE(august.targets.empty());
  EXPECT_EQ(august.targets[0].from.name(), "2026-04");     // the last step due by August, with April's result
  const Comparison september = october().compared("reviews", "2026-09");
  EXPECT_EQ(september.targets[0].target.plain(), "70");
  EXPECT_EQ(september.targets[0].direction, Direction::better);
}

TEST(Monthly, the_year_to_date_is_set_against_last_year_to_the_same_month_and_never_against_last_month) {
  const SmallCard card = october();
  EXPECT_EQ(card.said("visits-so-far", "2026-10"), "21");
  EXPECT_EQ(card.said("visits-so-far", "2025-10"), "14");
  const Comparison c = card.compared("visits-so-far");
  ASSERT_TRUE(c.previous);
  EXPECT_EQ(c.previous->from.name(), "2025-10");
  EXPECT_EQ(c.previous->difference, Ratio::whole(7));
  EXPECT_EQ(card.compared("visits-so-far", "2026-04").previous->from.name(), "2025-04");   // April begins again, and is no fall
}

TEST(Monthly, twelve_months_roll_on_by_one_and_are_set_against_those_a_year_ago) {
  const SmallCard card = october();
  EXPECT_EQ(card.said("visits-in-a-year", "2026-10"), "26");   // 5 of winter and 21
  EXPECT_EQ(card.said("visits-in-a-year", "2025-10"), "19");
  const Comparison c = card.compared("visits-in-a-year");
  ASSERT_TRUE(c.previous && c.year_ago);
  EXPECT_EQ(c.previous->from.name(), "2026-09");
  EXPECT_EQ(c.previous->difference, Ratio::whole(1));
  EXPECT_EQ(c.year_ago->from.name(), "2025-10");
  EXPECT_EQ(c.year_ago->difference, Ratio::whole(7));
}

TEST(Monthly, an_edition_of_october_tells_nothing_of_november_though_the_table_has_it) {
  std::map<std::string, std::string> files = {
      {"card.toml", "title = \"A card\"\narea = \"Rotherham\"\nperiod = \"2026/27\"\n[[edition]]\nid = \"2026-10\"\nkind = \"month\"\nperiod = \"2026-10\"\n"},
      {"measures/a.toml", "[measure.reviews]\ntitle = \"Reviews\"\nfrom = \"held\"\nperiods = \"month\"\nunit = \"percent\"\nbetter = \"higher\"\ntarget = { \"2026-11\" = 80 }\n"},
      {"data/held.csv", "period,value,known\n2026-09,70.0,2026-10-05\n2026-09,70.3,2026-12-01\n2026-10,71.2,2026-11-05\n2026-11,90.0,2026-12-05\n"}};
  files["card.toml"] += "known_to = 2026-11-09\n";
  SmallCard card;
  card.card = std::make_unique<Card>(std::move(*read_card(*memory_folder(files), card.problems, "2026-10")));
  card.figures = compute(*card.card, card.problems);
  EXPECT_EQ(card.said("reviews", "2026-11"), "no such figure");
  EXPECT_EQ(card.said("reviews", "2026-09"), "70.0%");   // the better figure of September became known in December
  const Comparison c = card.compared("reviews");
  EXPECT_EQ(c.period->name(), "2026-10");
  EXPECT_EQ(c.targets.at(0).cannot, Cannot::not_same_period);   // November is still to come
  const Account& account = card.account("reviews");
  EXPECT_EQ(account.read, account.counted + account.left_out[static_cast<std::size_t>(LeftOut::not_asked_for)] + account.left_out[static_cast<std::size_t>(LeftOut::not_yet_known)]);
}

}  // namespace
}  // namespace reportcard
