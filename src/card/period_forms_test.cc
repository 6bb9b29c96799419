// SPDX-License-Identifier: MIT
// Which headings are periods, and what a spreadsheet's day was.
#include "card/period_forms.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

std::string heading(PeriodKind kind, std::string_view text) {
  const auto period = heading_as_period(kind, text);
  return period ? period->name() : "none";
}

TEST(PeriodForms, headings_are_periods_of_the_kind_that_is_asked_for) {
  EXPECT_EQ(heading(PeriodKind::financial_year, "2011/12"), "2011/12");
  EXPECT_EQ(heading(PeriodKind::financial_year, "2011/2012"), "2011/12");
  EXPECT_EQ(heading(PeriodKind::financial_year, "2011-12"), "none");  // it may be December 2011
  EXPECT_EQ(heading(PeriodKind::financial_year, "2011/2013"), "none");
  EXPECT_EQ(heading(PeriodKind::month, "Oct-2012"), "2012-10");
  EXPECT_EQ(heading(PeriodKind::month_end, "October 2012"), "2012-10");
  EXPECT_EQ(heading(PeriodKind::month_end, "2012-10-31"), "2012-10");
  EXPECT_EQ(heading(PeriodKind::month_end, "2012-10-15"), "none");
  EXPECT_EQ(heading(PeriodKind::month, "Oct-12"), "none");  // it may be the twelfth
  EXPECT_EQ(heading(PeriodKind::quarter, "Q3 2012"), "2012-Q3");
  EXPECT_EQ(heading(PeriodKind::quarter, "Q3 2012/13"), "2012-Q4");
  EXPECT_EQ(heading(PeriodKind::quarter, "Q4 2012/13"), "2013-Q1");
  EXPECT_EQ(heading(PeriodKind::calendar_year, "2012"), "2012");
}

TEST(PeriodForms, what_looks_like_a_period) {
  for (const char* text : {"2010/12", "2011-12", "Oct-12", "31/10/2012", "Q3", "12"}) EXPECT_TRUE(looks_like_period(text)) << text;
  for (const char* text : {"Key stage 2", "value", "note 1", "1", "May be", "E08000018"}) EXPECT_FALSE(looks_like_period(text)) << text;
}

std::string day(PeriodKind kind, int year, unsigned month, unsigned day_of_month) {
  const DayAsPeriod read = day_as_period(kind, Date::of(year, month, day_of_month));
  return (read.is ? read.is->name() : "none") + (read.exact ? " exactly" : "") + ", typed " + (read.typed.empty() ? "?" : read.typed);
}

TEST(PeriodForms, a_day_is_a_period_where_there_is_one_reading) {
  EXPECT_EQ(day(PeriodKind::financial_year, 2011, 12, 1), "2011/12, typed 2011/12");
  EXPECT_EQ(day(PeriodKind::financial_year, 2002, 3, 1), "none, typed 2002/03");
  EXPECT_EQ(day(PeriodKind::financial_year, 2011, 12, 2), "none, typed ?");
  EXPECT_EQ(day(PeriodKind::academic_year, 2007, 8, 1), "none, typed 2007/08");
  EXPECT_EQ(day(PeriodKind::month, 2012, 10, 1), "2012-10, typed 2012-10");
  EXPECT_EQ(day(PeriodKind::month_end, 2012, 10, 31), "2012-10 exactly, typed 2012-10");
  EXPECT_EQ(day(PeriodKind::quarter_end, 2012, 9, 30), "2012-Q3 exactly, typed 2012-Q3");
  EXPECT_EQ(day(PeriodKind::calendar_year, 2012, 10, 1), "none, typed ?");
}

TEST(PeriodForms, what_was_meant_by_a_cell_that_is_none) {
  EXPECT_EQ(period_remedy(PeriodKind::financial_year, "Dec-11"), "a spreadsheet may have made this of 2011/12: format the cell as text, then write 2011/12 again");
  EXPECT_EQ(period_remedy(PeriodKind::financial_year, "2023-24"), "did you mean 2023/24?");
  EXPECT_EQ(period_remedy(PeriodKind::month, "October 2012"), "did you mean 2012-10?");
  EXPECT_EQ(period_remedy(PeriodKind::not_given, "last year"), "write for example 2011/12, 2012, 2012-Q3, 2012-10 or 2012-10-31");
}

}  // namespace
}  // namespace reportcard
