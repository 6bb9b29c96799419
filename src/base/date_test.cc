// SPDX-License-Identifier: MIT
// Days exist or are nothing; months end where the law says that they end.
#include "base/date.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/print_for_tests.h"

namespace reportcard {
namespace {

Date date(std::string_view iso) { return Date::parse(iso).value(); }

TEST(Date, is_a_day_that_exists) {
  for (const std::string_view good : {"1800-01-01", "1970-01-01", "2000-02-29", "2012-02-29", "2012-10-31", "2200-12-31"}) {
    ASSERT_TRUE(Date::parse(good)) << good;
    EXPECT_EQ(Date::parse(good)->iso(), good);
  }
  for (const std::string_view bad :
       {"", "2012", "2012-10", "2012-10-3", "2012-10-031", " 2012-10-31", "2012-10-31 ", "2012/10/31", "31-10-2012", "31/10/2012",
        "2012-02-30", "2011-02-29", "1900-02-29", "2012-04-31", "2012-00-10", "2012-13-10", "2012-10-00", "2012-10-32",
        "1799-12-31", "2201-01-01", "0000-01-01", "20a2-10-31", "2012-1 -31", "-012-10-31", "2012-10-3١"}) {
    EXPECT_FALSE(Date::parse(bad)) << bad;
  }
}

TEST(Date, is_counted_from_1970_and_said_in_english) {
  EXPECT_EQ(date("1970-01-01").days, 0);
  EXPECT_EQ(date("1969-12-31").days, -1);
  EXPECT_EQ(date("2012-10-31").days, 15644);
  EXPECT_EQ(date("2012-10-31").said(), "31 October 2012");
  EXPECT_EQ(date("2012-03-01").said(), "1 March 2012");
  EXPECT_EQ(date("2012-03-01").year(), 2012);
  EXPECT_EQ(date("2012-03-01").month(), 3u);
  EXPECT_EQ(date("2012-03-01").day(), 1u);
  EXPECT_EQ(Date::of(2012, 3, 1), date("2012-03-01"));
  EXPECT_EQ(month_name(12), "December");
  EXPECT_EQ(month_name(0), "");
  EXPECT_EQ(month_name(13), "");
}

TEST(Date, a_month_on_is_the_corresponding_day_else_the_last_of_that_month) {
  struct Case { std::string_view from; int months; std::string_view to; };
  const Case cases[] = {
      {"2026-11-30", 3, "2027-02-28"}, {"2027-11-30", 3, "2028-02-29"},  // reviews after a conference
      {"2026-08-31", 3, "2026-11-30"}, {"2027-01-07", 3, "2027-04-07"}, {"2027-03-31", 6, "2027-09-30"},
      {"2012-01-31", 1, "2012-02-29"}, {"2012-02-29", 12, "2013-02-28"}, {"2012-02-29", 48, "2016-02-29"},
      {"2012-03-31", -1, "2012-02-29"}, {"2012-01-15", -1, "2011-12-15"}, {"2012-12-31", 1, "2013-01-31"}, {"2012-05-05", 0, "2012-05-05"},
  };
  for (const Case& one : cases) EXPECT_EQ(date(one.from).plus_months(one.months).iso(), one.to) << one.from;
}

RC_GTEST_PROP(Date, comes_back_from_its_name_and_stands_in_order, ()) {
  const Date day{*rc::gen::inRange(-62091, 84371)};  // 1800 to 2200
  RC_ASSERT(Date::parse(day.iso()) == day);
  RC_ASSERT(day.iso() < day.plus_days(1).iso());
  const int months = *rc::gen::inRange(-600, 600);
  const Date later = day.plus_months(months);
  RC_ASSERT(later.day() <= day.day());
  RC_ASSERT((later.year() * 12 + static_cast<int>(later.month())) - (day.year() * 12 + static_cast<int>(day.month())) == months);
  RC_ASSERT(later.day() == day.day() || later.plus_days(1).day() == 1u);
}

}  // namespace
}  // namespace reportcard
