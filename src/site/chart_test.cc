// SPDX-License-Identifier: MIT
// A chart that misplaces a point lies: every value lies on its scale, in order, and what is missing stays open.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "site/build_for_tests.h"
#include "site/chart.h"

namespace reportcard {
namespace {

std::vector<Ratio> as_values(const std::vector<int>& numbers) {
  std::vector<Ratio> values;
  for (const int number : numbers) values.push_back({number % 1'000'000, 10});
  return values;
}

RC_GTEST_PROP(Scale, holds_every_value_between_few_round_ticks, (const std::vector<int>& numbers)) {
  RC_PRE(!numbers.empty());
  const std::vector<Ratio> values = as_values(numbers);
  const Scale scale = round_scale(values, false);
  RC_ASSERT((scale.from < scale.to));
  for (const Ratio value : values) RC_ASSERT((scale.from <= value && value <= scale.to));
  RC_ASSERT((scale.ticks.size() >= 2 && scale.ticks.size() <= 7));
  for (std::size_t i = 1; i < scale.ticks.size(); ++i) RC_ASSERT((scale.ticks[i - 1] < scale.ticks[i]));
  RC_ASSERT((scale.ticks.front() == scale.from));
  RC_ASSERT((scale.ticks.back() == scale.to));
}

RC_GTEST_PROP(Scale, a_greater_value_never_lies_lower, (int one, int other)) {
  const std::vector<Ratio> values = as_values({one, other});
  const Scale scale = round_scale(values, false);
  const int a = along(values[0], scale.from, scale.to, 2000), b = along(values[1], scale.from, scale.to, 2000);
  RC_ASSERT((values[0] < values[1] ? a <= b : b <= a));
}

TEST(Scale, starts_above_zero_only_where_values_lie_close_together) {
  EXPECT_GT(round_scale({{508, 10}, {567, 10}}, false).from, Ratio::whole(0));
  EXPECT_EQ(round_scale({{5, 1}, {60, 1}}, false).from, Ratio::whole(0));
  EXPECT_EQ(round_scale({{508, 10}, {567, 10}}, true).from, Ratio::whole(0));
}

TEST(Scale, the_ends_are_the_ends) {
  EXPECT_EQ(along(Ratio::whole(0), Ratio::whole(0), Ratio::whole(100), 10000), 0);
  EXPECT_EQ(along(Ratio::whole(100), Ratio::whole(0), Ratio::whole(100), 10000), 10000);
  EXPECT_EQ(along({725, 10}, Ratio::whole(0), Ratio::whole(100), 10000), 7250);
  EXPECT_EQ(along(Ratio::whole(120), Ratio::whole(0), Ratio::whole(100), 10000), 10000);  // outside is cut
}

TEST(Ticks, are_said_in_their_unit) {
  Measure measure;
  measure.unit = Unit::percent;
  EXPECT_EQ(tick_words(measure, Ratio::whole(50)), "50%");
  EXPECT_EQ(tick_words(measure, {505, 10}), "50.5%");
  measure.unit = Unit::gbp;
  EXPECT_EQ(tick_words(measure, Ratio::whole(20'000'000)), "£20 million");
  EXPECT_EQ(tick_words(measure, Ratio::whole(2'500'000)), "£2.5 million");
  EXPECT_EQ(tick_words(measure, Ratio::whole(4'000)), "£4,000");
  measure.unit = Unit::count;
  EXPECT_EQ(tick_words(measure, Ratio::whole(-1'500)), "−1,500");
}

// Months keep their true distance, and a month that nobody gave is a gap.
TEST(LineChart, leaves_a_missing_period_open) {
  const auto lines = [](const std::string& rows) {
    const BuiltSite site = build_for_test({
        {"card.toml", "title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\nsections = [\"a\"]\n[section.a]\ntitle = \"A\"\nmeasures = [\"m\"]\n"},
        {"measures/m.toml", "[measure.m]\ntitle = \"M\"\nfrom = \"v\"\nperiods = \"month end\"\nunit = \"percent\"\nbetter = \"higher\"\nsize = \"many\"\nserves = \"context\"\n"},
        {"data/v.csv", "period,value\n" + rows},
    });
    EXPECT_FALSE(site.problems.has_errors()) << print_problems(site.problems.sorted(), false);
    const std::string& page = site.page("measure-m.html");
    std::size_t count = 0;
    for (std::size_t at = page.find("class=\"lead\""); at != std::string::npos; at = page.find("class=\"lead\"", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(lines("2012-01,50.0\n2012-02,60.0\n2012-03,61.0\n"), 2U);
  EXPECT_EQ(lines("2011-08,50.0\n2012-02,60.0\n2012-03,61.0\n"), 1U);
}

}  // namespace
}  // namespace reportcard
