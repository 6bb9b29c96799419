// SPDX-License-Identifier: MIT
// Each kind of period: its name, what it is called in a sentence, its first and last day, the one a year before.
#include "base/period.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/print_for_tests.h"

namespace reportcard {
namespace {

using Kind = PeriodKind;

constexpr Kind all_kinds[] = {Kind::financial_year, Kind::academic_year, Kind::calendar_year, Kind::quarter,
                              Kind::month, Kind::year_to_date, Kind::rolling_12_months, Kind::month_end,
                              Kind::quarter_end, Kind::day};

TEST(Period, knows_its_days_its_words_and_the_year_before) {
  struct Case { Kind kind; std::string_view name, said, first, last, year_before; };
  const Case cases[] = {
      {Kind::financial_year, "2011/12", "2011/12", "2011-04-01", "2012-03-31", "2010/11"},
      {Kind::financial_year, "1999/00", "1999/00", "1999-04-01", "2000-03-31", "1998/99"},
      {Kind::academic_year, "2011/12", "2011/12", "2011-09-01", "2012-08-31", "2010/11"},
      {Kind::calendar_year, "2012", "2012", "2012-01-01", "2012-12-31", "2011"},
      {Kind::quarter, "2012-Q3", "July to September 2012", "2012-07-01", "2012-09-30", "2011-Q3"},
      {Kind::quarter, "2012-Q1", "January to March 2012", "2012-01-01", "2012-03-31", "2011-Q1"},
      {Kind::quarter, "2012-Q4", "October to December 2012", "2012-10-01", "2012-12-31", "2011-Q4"},
      {Kind::month, "2012-10", "October 2012", "2012-10-01", "2012-10-31", "2011-10"},
      {Kind::month, "2012-02", "February 2012", "2012-02-01", "2012-02-29", "2011-02"},
      {Kind::year_to_date, "2012-10", "April to October 2012", "2012-04-01", "2012-10-31", "2011-10"},
      {Kind::year_to_date, "2012-01", "April 2011 to January 2012", "2011-04-01", "2012-01-31", "2011-01"},
      {Kind::year_to_date, "2012-03", "April 2011 to March 2012", "2011-04-01", "2012-03-31", "2011-03"},
      {Kind::year_to_date, "2012-04", "April 2012", "2012-04-01", "2012-04-30", "2011-04"},
      {Kind::rolling_12_months, "2012-10", "12 months to October 2012", "2011-11-01", "2012-10-31", "2011-10"},
      {Kind::rolling_12_months, "2012-12", "12 months to December 2012", "2012-01-01", "2012-12-31", "2011-12"},
      {Kind::month_end, "2012-02", "29 February 2012", "2012-02-29", "2012-02-29", "2011-02"},
      {Kind::quarter_end, "2012-Q3", "30 September 2012", "2012-09-30", "2012-09-30", "2011-Q3"},
      {Kind::day, "2012-12-31", "31 December 2012", "2012-12-31", "2012-12-31", "2011-12-31"},
      {Kind::day, "2012-02-29", "29 February 2012", "2012-02-29", "2012-02-29", "2011-02-28"},
  };
  for (const Case& one : cases) {
    const auto period = Period::parse(one.kind, one.name);
    ASSERT_TRUE(period) << one.name;
    EXPECT_EQ(period->name(), one.name);
    EXPECT_EQ(period->said(), one.said);
    EXPECT_EQ(period->first().iso(), one.first) << one.name;
    EXPECT_EQ(period->last().iso(), one.last) << one.name;
    EXPECT_EQ(period->year_before().name(), one.year_before);
  }
}

TEST(Period, takes_only_the_names_of_its_kind) {
  struct Case { Kind kind; std::string_view name; };
  const Case cases[] = {
      {Kind::financial_year, ""}, {Kind::financial_year, "2012"}, {Kind::financial_year, "2011/13"}, {Kind::financial_year, "2011-12"},
      {Kind::financial_year, "2011/2012"}, {Kind::financial_year, "201112"}, {Kind::financial_year, "2011/1"}, {Kind::financial_year, "2011/12 "},
      {Kind::financial_year, "1999/100"}, {Kind::financial_year, "1799/00"}, {Kind::academic_year, "2012-10"}, {Kind::calendar_year, "2011/12"},
      {Kind::calendar_year, "12"}, {Kind::calendar_year, "2201"}, {Kind::quarter, "2012-Q0"}, {Kind::quarter, "2012-Q5"}, {Kind::quarter, "2012 Q3"},
      {Kind::quarter, "2012-q3"}, {Kind::quarter, "2012-07"}, {Kind::month, "2012-00"}, {Kind::month, "2012-13"}, {Kind::month, "2012-1"},
      {Kind::month, "2012-10-31"}, {Kind::month, "2012/10"}, {Kind::month_end, "2012-10-31"}, {Kind::quarter_end, "2012-09-30"},
      {Kind::day, "2012-10"}, {Kind::day, "2012-02-30"}, {Kind::not_given, ""}, {Kind::not_given, "2012"},
  };
  for (const Case& one : cases) EXPECT_FALSE(Period::parse(one.kind, one.name)) << kind_name(one.kind) << ": " << one.name;
}

TEST(Period, a_day_falls_in_the_year_that_begins_in_its_month) {
  const auto holding = [](Kind kind, std::string_view day) { return Period::holding(kind, *Date::parse(day)).name(); };
  EXPECT_EQ(holding(Kind::financial_year, "2012-03-31"), "2011/12");
  EXPECT_EQ(holding(Kind::financial_year, "2012-04-01"), "2012/13");
  EXPECT_EQ(holding(Kind::academic_year, "2012-08-31"), "2011/12");
  EXPECT_EQ(holding(Kind::academic_year, "2012-09-01"), "2012/13");
  EXPECT_EQ(holding(Kind::quarter, "2012-03-31"), "2012-Q1");
  EXPECT_EQ(holding(Kind::quarter, "2012-04-01"), "2012-Q2");
  EXPECT_EQ(holding(Kind::year_to_date, "2012-04-01"), "2012-04");
  EXPECT_EQ(holding(Kind::rolling_12_months, "2012-12-31"), "2012-12");
  EXPECT_EQ(holding(Kind::quarter_end, "2012-08-15"), "2012-Q3");
  EXPECT_EQ(holding(Kind::day, "2012-08-15"), "2012-08-15");
}

TEST(PeriodKind, has_the_name_that_definitions_write) {
  for (const Kind kind : all_kinds) EXPECT_EQ(parse_kind(kind_name(kind)), kind);
  EXPECT_EQ(kind_name(Kind::rolling_12_months), "rolling 12 months");
  EXPECT_FALSE(parse_kind("not given"));
  EXPECT_FALSE(parse_kind("Financial year"));
  EXPECT_FALSE(parse_kind(""));
}

TEST(Period, not_given_is_compared_with_nothing_and_says_so) {
  const Period none;
  EXPECT_EQ(none.said(), "period not given");
  EXPECT_EQ(none.name(), "");
  EXPECT_EQ(none.year_before(), none);
  EXPECT_FALSE(is_as_at(none.kind));
}

RC_GTEST_PROP(Period, holds_its_days_and_meets_its_neighbours, ()) {
  const Kind kind = *rc::gen::elementOf(std::vector<Kind>(std::begin(all_kinds), std::end(all_kinds)));
  const Date day{*rc::gen::inRange(-60000, 84000)};
  const Period period = Period::holding(kind, day);
  RC_ASSERT(Period::parse(kind, period.name()) == period);
  RC_ASSERT(period.first() <= period.last());
  RC_ASSERT(Period::holding(kind, period.last()) == period);
  RC_ASSERT(period.last() < period.plus(1).last());
  RC_ASSERT(period.plus(1).plus(-1) == period);
  RC_ASSERT((period.first() == period.last()) == (is_as_at(kind)));
  if (!is_as_at(kind)) RC_ASSERT(period.first() <= day && day <= period.last());
  // Only these do not overlap: one begins on the day after the one before has ended.
  if (kind != Kind::year_to_date && kind != Kind::rolling_12_months && !is_as_at(kind)) {
    RC_ASSERT(period.plus(1).first() == period.last().plus_days(1));
  }
  if (kind == Kind::rolling_12_months) RC_ASSERT(period.year_before().last().plus_days(1) == period.first());
}

}  // namespace
}  // namespace reportcard
