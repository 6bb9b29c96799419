// SPDX-License-Identifier: MIT
// Working days of England: the edges that decide whether a child was seen in time, and the list of bank holidays itself
// against two witnesses: what was published, and the rule of the Act with its one-off days.
#include "base/working_days.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "base/print_for_tests.h"

namespace reportcard {
namespace {

using testing::ElementsAre;

std::string file(const std::string& name) {
  std::ifstream in(std::string(REPORTCARD_SOURCE_DIR) + "/" + name, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

const std::string& list() {
  static const std::string text = file("library/calendar/bank-holidays-england.csv");
  return text;
}

const WorkingDays& england() {
  static const WorkingDays days = [] {
    Problems problems;
    return WorkingDays::read({"bank-holidays-england.csv", list()}, problems).value();
  }();
  return days;
}

Date date(std::string_view iso) { return Date::parse(iso).value(); }
bool at_weekend(Date day) { return ((day.days + 3) % 7 + 7) % 7 >= 5; }

std::string after(std::string_view start, int n) {
  const auto day = england().after(date(start), n);
  return day ? day->iso() : "nothing";
}

TEST(WorkingDays, a_limit_ends_where_the_law_lets_it_end) {
  struct Case { std::string_view start; int days; std::string_view end, why; };
  const Case cases[] = {
      {"2012-01-04", 7, "2012-01-13", "initial assessment, the limit to March 2010"},
      {"2012-01-04", 10, "2012-01-18", "initial assessment, the limit of 2011/12"},
      {"2012-01-04", 35, "2012-02-22", "core assessment"},
      {"2012-02-01", 45, "2012-04-04", "assessment, ends before Good Friday"},
      {"2026-05-01", 45, "2026-07-07", "two bank holidays in May"},
      {"2026-06-27", 45, "2026-08-28", "from a Saturday"},
      {"2026-04-01", 45, "2026-06-09", "Easter and May"},
      {"2026-01-03", 45, "2026-03-06", "from a Saturday: day 1 is the Monday"},
      {"2026-01-05", 45, "2026-03-09", "from that Monday: one day later"},
      {"2026-03-27", 15, "2026-04-21", "conference over Good Friday and Easter Monday"},
      {"2026-04-02", 15, "2026-04-27", "conference, from the day before Good Friday"},
      {"2026-12-11", 15, "2027-01-06", "Christmas with a substitute, and New Year"},
      {"2026-12-18", 15, "2027-01-13", "Christmas with a substitute, and New Year"},
      {"2026-11-21", 1, "2026-11-23", "decision on a referral of a Saturday"},
      {"2026-12-24", 1, "2026-12-29", "decision on a referral of Christmas Eve: 28 December is a substitute"},
      {"2026-12-07", 20, "2027-01-07", "first review of a looked-after child"},
      {"2026-08-03", 20, "2026-09-01", "first review over the August holiday"},
      {"2011-12-12", 20, "2012-01-12", "first review over Christmas 2011"},
      {"2026-11-09", 20, "2026-12-07", "England only: 30 November counts (the Freedom of Information Act says otherwise)"},
      {"2012-01-04", 0, "2012-01-04", "day 0 is the day itself"},
      {"2026-01-03", 0, "2026-01-03", "day 0, even of a Saturday"},
      {"2012-05-31", 1, "2012-06-01", "before the Jubilee"},
      {"2012-06-01", 1, "2012-06-06", "the Jubilee of 2012: 4 and 5 June are holidays"},
      {"2012-05-25", 1, "2012-05-28", "and 28 May is none"},
      {"2022-09-16", 1, "2022-09-20", "the state funeral, proclaimed ten days before"},
      {"1999-12-24", 1, "1999-12-29", "Christmas 1999"},
      {"1999-12-30", 1, "2000-01-04", "31 December 1999 and 3 January 2000"},
      {"1995-05-01", 1, "1995-05-02", "May Day 1995 was moved to 8 May"},
      {"1995-05-05", 1, "1995-05-09", "8 May 1995"},
      {"2002-05-31", 1, "2002-06-05", "3 and 4 June 2002"},
  };
  for (const Case& one : cases) EXPECT_EQ(after(one.start, one.days), one.end) << one.start << " + " << one.days << ": " << one.why;
}

TEST(WorkingDays, taken_are_counted_from_the_day_after_the_start) {
  struct Case { std::string_view start, end; int taken; };
  const Case cases[] = {
      {"2012-01-04", "2012-01-04", 0}, {"2012-01-04", "2012-01-05", 1}, {"2026-01-03", "2026-01-05", 1},  // Saturday to Monday
      {"2026-01-02", "2026-01-04", 0}, {"2026-01-02", "2026-01-05", 1}, {"2026-12-24", "2026-12-28", 0}, {"2026-12-24", "2026-12-29", 1},
      {"2012-01-04", "2012-01-18", 10}, {"2012-01-04", "2012-01-19", 11}, {"2012-03-31", "2012-04-01", 0},
  };
  for (const Case& one : cases) EXPECT_EQ(england().between(date(one.start), date(one.end)), one.taken) << one.start << " to " << one.end;
  EXPECT_FALSE(england().between(date("2012-01-05"), date("2012-01-04"))) << "an end before the start is no fast case";
}

TEST(WorkingDays, of_a_year_are_as_many_as_known) {
  const auto in = [](std::string_view first, std::string_view last) { return england().between(date(first).plus_days(-1), date(last)); };
  EXPECT_EQ(in("2011-01-01", "2011-12-31"), 251);
  EXPECT_EQ(in("2012-01-01", "2012-12-31"), 252);
  EXPECT_EQ(in("2026-01-01", "2026-12-31"), 253);
  EXPECT_EQ(in("2027-01-01", "2027-12-31"), 253);
  EXPECT_EQ(in("2011-04-01", "2012-03-31"), 252);
  EXPECT_EQ(in("2012-04-01", "2013-03-31"), 250);
  EXPECT_EQ(in("2025-04-01", "2026-03-31"), 253);
  EXPECT_EQ(in("2026-04-01", "2027-03-31"), 251);
}

TEST(WorkingDays, beyond_the_last_announced_year_nothing_is_guessed) {
  EXPECT_EQ(england().first(), date("1995-01-01"));
  EXPECT_EQ(england().last(), date("2028-12-31"));
  EXPECT_EQ(after("2028-12-27", 2), "2028-12-29");
  EXPECT_EQ(after("2028-12-27", 3), "nothing");
  EXPECT_EQ(after("2028-12-29", 0), "2028-12-29");
  EXPECT_EQ(after("2029-01-02", 0), "nothing");
  EXPECT_EQ(after("1994-12-31", 1), "nothing");
  EXPECT_EQ(after("2012-01-04", -1), "nothing");
  EXPECT_EQ(after("2012-01-04", 2'000'000'000), "nothing");
  EXPECT_FALSE(england().between(date("2028-12-01"), date("2029-01-01")));
  EXPECT_FALSE(england().between(date("1994-12-31"), date("1995-01-03")));
  EXPECT_FALSE(england().covers(date("2029-01-01")));
  EXPECT_FALSE(england().is_working(date("2029-01-02")));
}

RC_GTEST_PROP(WorkingDays, after_and_between_agree_with_walking_the_calendar, ()) {
  const Date start{*rc::gen::inRange(date("1995-01-01").days, date("2028-06-30").days)};
  const int n = *rc::gen::inRange(0, 60);
  Date walked = start;
  for (int left = n; left > 0;) {
    walked = walked.plus_days(1);
    if (england().is_working(walked)) --left;
  }
  RC_ASSERT(england().after(start, n) == walked);
  RC_ASSERT(england().between(start, walked) == n);
  const auto index = [](Date day) { return static_cast<std::size_t>(day.days - england().first().days); };
  RC_ASSERT(england().prefix()[index(walked)] - england().prefix()[index(start)] == n);
}

std::set<Date> weekdays_listed(const std::string& text, char separator) {
  std::set<Date> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto day = Date::parse(line.substr(0, line.find(separator)));
    if (day && !at_weekend(*day)) out.insert(*day);
  }
  return out;
}

TEST(BankHolidays, are_those_that_were_published_from_2004_on) {
  const auto published = weekdays_listed(file("src/base/testdata/published-bank-holidays.txt"), ' ');
  ASSERT_GT(published.size(), 200u);
  auto ours = weekdays_listed(list(), ',');
  ours.erase(ours.begin(), ours.lower_bound(date("2004-01-01")));
  EXPECT_EQ(ours, published);
}

// Easter Sunday of the Gregorian calendar (Oudin's form: the paschal full moon, then the Sunday after).
Date easter(int year) {
  const int century = year / 100, golden = year % 19;
  const int moon = (century - century / 4 - (century - (century - 17) / 25) / 3 + 19 * golden + 15) % 30;
  const int full = moon - moon / 28 * (1 - moon / 28 * (29 / (moon + 1)) * ((21 - golden) / 11));
  const int weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
  return Date::of(year, 3, 28).plus_days(full - weekday);
}

Date monday_on_or_after(Date day) { return day.plus_days((7 - (day.days + 3) % 7) % 7); }
Date monday_on_or_before(Date day) { return day.plus_days(-((day.days + 3) % 7)); }

TEST(BankHolidays, are_those_of_the_rule_with_the_one_off_days) {
  std::set<Date> expected;
  for (int year = 1995; year <= 2028; ++year) {
    const Date new_year = Date::of(year, 1, 1), christmas = Date::of(year, 12, 25);
    expected.insert(at_weekend(new_year) ? monday_on_or_after(new_year) : new_year);
    expected.insert(easter(year).plus_days(-2));
    expected.insert(easter(year).plus_days(1));
    expected.insert(monday_on_or_after(Date::of(year, 5, 1)));
    expected.insert(monday_on_or_before(Date::of(year, 5, 31)));
    expected.insert(monday_on_or_before(Date::of(year, 8, 31)));
    // The first two weekdays from Christmas on, save that 26 December on a Saturday leaves Monday the 28th: the same.
    Date day = christmas;
    for (int left = 2; left > 0; day = day.plus_days(1)) {
      if (!at_weekend(day)) expected.insert(day), --left;
    }
  }
  for (const char* moved_away : {"1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"}) {
    ASSERT_EQ(expected.erase(date(moved_away)), 1u) << moved_away;
  }
  for (const char* one_off : {"1995-05-08", "1999-12-31", "2002-06-03", "2002-06-04", "2011-04-29", "2012-06-04", "2012-06-05", "2020-05-08",
                              "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"}) {
    ASSERT_TRUE(expected.insert(date(one_off)).second) << one_off;
  }
  EXPECT_EQ(weekdays_listed(list(), ','), expected);
}

std::vector<std::string> problems_of(std::string_view csv) {
  Problems problems;
  const auto days = WorkingDays::read({"h.csv", csv}, problems);
  EXPECT_EQ(days.has_value(), problems.empty());
  std::vector<std::string> out;
  for (const Problem& one : problems.all()) out.push_back(std::to_string(one.place.line) + " " + one.code);
  return out;
}

TEST(ReadHolidays, says_all_that_is_wrong_with_a_list) {
  EXPECT_THAT(problems_of(""), ElementsAre("0 holidays-none"));
  EXPECT_THAT(problems_of("date,title\n"), ElementsAre("0 holidays-none"));
  EXPECT_THAT(problems_of("day,name\n2012-01-02,x\n"), ElementsAre("1 holidays-header"));
  EXPECT_THAT(problems_of("date,title\n2012-01-32,x\n2012-01-02,x\n02/01/2012,x\n2012-01-02,y\n"),
              ElementsAre("2 holidays-date", "4 holidays-date", "5 holidays-twice"));
  EXPECT_THAT(problems_of("date,title\n2010-01-01,x\n2012-01-02,x\n"), ElementsAre("0 holidays-year"));
  EXPECT_THAT(problems_of("date,title\r\n2010-01-01,\"New Year's Day, of course\"\r\n\r\n"), ElementsAre());
}

TEST(ReadHolidays, covers_whole_years) {
  Problems problems;
  const auto days = WorkingDays::read({"h.csv", "\xEF\xBB\xBF" "date,title\n2012-12-25,c\n2011-12-26,b\n"}, problems);
  ASSERT_TRUE(days);
  EXPECT_EQ(days->first(), date("2011-01-01"));
  EXPECT_EQ(days->last(), date("2012-12-31"));
  EXPECT_FALSE(days->is_working(date("2011-12-26")));
  EXPECT_TRUE(days->is_working(date("2011-12-27")));
}

TEST(WorkingDays, of_no_days_at_all_are_none) {
  const WorkingDays none({}, date("2012-01-02"), date("2012-01-01"));
  EXPECT_FALSE(none.covers(date("2012-01-01")));
  EXPECT_FALSE(none.after(date("2012-01-01"), 1));
}

}  // namespace
}  // namespace reportcard
