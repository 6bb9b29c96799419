// SPDX-License-Identifier: MIT
// `check` says that today is a day on which the foreword is hidden, and what a build of the card would do about it.
#include <gtest/gtest.h>

#include "base/files.h"
#include "cli/foreword_today.h"

namespace reportcard {
namespace {

std::string told(const std::string& as_at, Date today) {
  Problems problems;
  const auto folder = memory_folder({{"card.toml", "title = \"Card\"\narea = \"Rotherham\"\nperiod = \"2025/26\"\nas_at = " + as_at + "\nsections = []\n[foreword]\noffice = \"The office\"\nhide_from = 2026-03-23\nhide_to = 2026-05-07\n"},
                                     {"words/foreword.md", "Words.\n"}});
  const auto card = read_card(*folder, problems);
  if (!card) return "no card";
  Problems said;
  check_foreword(*card, today, said);
  return said.empty() ? "" : said.all()[0].message;
}

TEST(ForewordToday, is_told_of_on_the_days_on_which_it_is_hidden_and_on_no_other) {
  EXPECT_EQ(told("2026-02-28", Date::of(2026, 3, 22)), "");
  EXPECT_EQ(told("2026-02-28", Date::of(2026, 3, 23)), "Today is between 23 March 2026 and 7 May 2026, when the foreword is hidden; a build of this card, which is of 28 February 2026, shows it.");
  EXPECT_EQ(told("2026-03-31", Date::of(2026, 5, 7)), "Today is between 23 March 2026 and 7 May 2026, when the foreword is hidden; a build of this card, which is of 31 March 2026, hides it.");
  EXPECT_EQ(told("2026-03-31", Date::of(2026, 5, 8)), "");
}

}  // namespace
}  // namespace reportcard
