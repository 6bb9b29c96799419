// SPDX-License-Identifier: MIT
#include "sources/published_cells.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

TEST(PublishedNumber, reads_numbers_as_publishers_write_them) {
  struct Case { std::string cell, plain; };
  const Case cases[] = {{"58.9", "58.9"}, {"1,234", "1234"}, {"\xC2\xA3" "871.39", "871.39"}, {"12.3%", "12.3"}, {" 83.221", "83.221"},
                        {"1.55e-05", "0.0000155"}, {"1.55757077523724e-05", "0.000015575707752372"}, {"1E3", "1000"}, {"1.5E+3", "1500"},
                        {"0.81342999999999999", "0.81342999999999999"}, {"57263.84999999999", "57263.84999999999"},
                        {"-2.4", "-2.4"}, {"(3)", "-3"}, {"\xE2\x88\x92" "7", "-7"}, {"-\xC2\xA3" "1,250", "-1250"}, {"17808.125", "17808.125"},
                        {"12.34567890123456789012", "12.3456789012345679"}, {"0", "0"}, {"0.0", "0.0"}};
  for (const Case& one : cases) {
    const auto number = published_number(one.cell);
    ASSERT_TRUE(number) << one.cell;
    EXPECT_EQ(number->plain(), one.plain) << one.cell;
  }
  for (const char* cell : {"", "c", "z", "x", "low", "..", "00:10", "1,23", "1.2.3", "12 of 14", "e5", "1e", "1e99", "--1", "12/03/2021", "5."})
    EXPECT_FALSE(published_number(cell)) << cell;
}

TEST(PublishedSymbol, keeps_which_symbol_it_was) {
  EXPECT_EQ(published_symbol("c")->reason, "hidden by the publisher so that nobody can be recognised");
  EXPECT_EQ(published_symbol("k")->plain, "low");
  EXPECT_EQ(published_symbol(":")->plain, "x");
  EXPECT_TRUE(published_symbol(":")->obsolete);
  EXPECT_EQ(published_symbol("NULL")->plain, "x");
  EXPECT_FALSE(published_symbol("Good"));
  EXPECT_FALSE(published_symbol("12"));
}

std::string day(std::string_view cell, DayForm form) {
  const auto found = published_day(cell, form);
  return found ? found->iso() : "none";
}
std::optional<DayForm> form_of(const std::vector<std::string>& cells) {
  DayForms forms;
  for (const std::string& cell : cells) forms.see(cell);
  return forms.form();
}

TEST(PublishedDay, one_form_a_file_told_by_all_its_days) {
  EXPECT_EQ(form_of({"27/03/2015", "01/02/2014"}), DayForm::day_month_year);
  EXPECT_EQ(form_of({"03/27/2015", "01/02/2014"}), DayForm::month_day_year);
  EXPECT_EQ(form_of({"01/02/2014"}), DayForm::day_month_year);           // British, unless a day rules it out
  EXPECT_EQ(form_of({"27/03/2015", "03/27/2015"}), std::nullopt);        // both ways: nobody knows
  EXPECT_EQ(form_of({"2021-08-31", "2021-09-01"}), DayForm::iso);
  EXPECT_EQ(form_of({"45809"}), DayForm::serial_1900);
  EXPECT_EQ(form_of({"12/03/21", "31/03/21"}), DayForm::day_month_short_year);
  EXPECT_EQ(day("27/03/2015", DayForm::day_month_year), "2015-03-27");
  EXPECT_EQ(day("27-03-2015", DayForm::day_month_year), "2015-03-27");
  EXPECT_EQ(day("2021-08-31 00:00:00", DayForm::day_month_year), "2021-08-31");
  EXPECT_EQ(day("45809", DayForm::serial_1900), "2025-06-01");
  EXPECT_EQ(day("12/03/21", DayForm::day_month_short_year), "2021-03-12");
  for (const char* cell : {"", "31/02/2020", "Not yet inspected", "1/2", "1/2/3/4", "40/01/2020", "2020-13-01"}) EXPECT_EQ(day(cell, DayForm::day_month_year), "none") << cell;
}

}  // namespace
}  // namespace reportcard
