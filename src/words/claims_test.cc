// SPDX-License-Identifier: MIT
// Claims of statements.toml: what holds, what fails, what cannot be tested, and what is said of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "words/claim_syntax.h"
#include "words/claims.h"
#include "words/claims_for_tests.h"

namespace reportcard {
namespace {

using testing::HasSubstr;

constexpr Verdict holds = Verdict::holds, fails = Verdict::fails, untestable = Verdict::cannot_be_tested;

const char* const parted = R"([measure.money]
title = "Money"
from = "money"
split = "line"
parts = "add"
periods = "financial year"
unit = "gbp"
scale = "million"
better = "none"
serves = "context"

[measure.rank]
title = "Rank"
from = "ranks"
periods = "financial year"
unit = "percent"
better = "higher"
size = "many"
serves = "context"
)";

Files money() {
  return with(ashby(), {{"measures/b.toml", parted},
                        {"data/money.csv", "line,period,value\n,2023/24,12.5\nHomes,2023/24,7.25\nSchools,2023/24,5.25\n"},
                        {"data/ranks.csv", "area,period,value\n,2023/24,60\nBarnsley,2023/24,70\nDoncaster,2023/24,60\nSheffield,2023/24,50\n"}});
}

struct SaysCase { const char* says; Verdict verdict; const char* sum; };

class Says_ : public testing::TestWithParam<SaysCase> {};

TEST_P(Says_, are_reckoned_exactly_and_as_printed) {
  const auto& [says, verdict, sum] = GetParam();
  const auto tested = test_card(with(money(), {{"statements.toml", claim(std::string("says = '") + says + "'")}}));
  ASSERT_EQ(tested->findings.empty(), false) << tested->problems();
  const Finding& finding = tested->findings.front();
  EXPECT_EQ(finding.rule, "claim");
  EXPECT_EQ(finding.verdict, verdict) << says << ": " << finding.sum << "\n" << tested->problems();
  EXPECT_THAT(finding.sum, HasSubstr(sum)) << says;
}

INSTANTIATE_TEST_SUITE_P(Cases, Says_, testing::Values(
    SaysCase{"share@2023/24 = 65.3", holds, "share@2023/24 is 65.3; the claim says 65.3"},
    SaysCase{"share = 65.3", holds, "65.3"},
    SaysCase{"share = 65", holds, "65.3"},                              // printed with fewer places
    SaysCase{"share = 66", fails, "65.3"},
    SaysCase{"share = 65.31", untestable, "more places"},               // and not with more
    SaysCase{"share@2022/23 = 65.3", fails, "62.0"},
    SaysCase{"share@2019/20 = 55", untestable, "not known"},
    SaysCase{"share.change = 3.3", holds, "65.3 − 62.0 = 3.3"},
    SaysCase{"share.change = -3.3", fails, "3.3"},
    SaysCase{"share.baseline = 7.3", holds, "65.3 − 58 = 7.3"},
    SaysCase{"share - share@2022/23 = 3.3", holds, "65.3 − 62.0 = 3.3"},
    SaysCase{"share > share@2022/23", holds, "65.3"},
    SaysCase{"share < share@2022/23", fails, "62.0"},
    SaysCase{"60 < share <= 65.3", holds, "65.3"},
    SaysCase{"share(england) = 63.0", holds, "63.0"},
    SaysCase{"share.england = 63", holds, "63.0"},
    SaysCase{"share.england.gap = 2.3", holds, "65.3 − 63.0 = 2.3"},
    SaysCase{"share.england.gap = 2.4", fails, "2.3"},
    SaysCase{"share.england.gap is above", holds, "65.3"},
    SaysCase{"share.england.gap is narrowing", fails, "gap 2.3"},       // it went from behind to ahead
    SaysCase{"share@2022/23.england.gap is narrowing", untestable, "only one is known"},
    SaysCase{"share is better", holds, "3.3"},
    SaysCase{"share is worse", fails, "3.3"},
    SaysCase{"letters is worse", holds, "50"},
    SaysCase{"writers is better", untestable, ""},                      // neither high nor low is good
    SaysCase{"share is not level", holds, ""},
    SaysCase{"share@2019/20 is unknown", holds, ""},
    SaysCase{"letters.change.per-cent = 25", holds, "25.0%"},
    SaysCase{"letters / writers > 2.7", holds, "250 / 90 = 2.78"},
    SaysCase{"(letters - 50) * 2 = 400", holds, "400"},
    SaysCase{"sum(money[*]) = money", holds, "7.25 + 5.25 = 12.50"},
    SaysCase{"money = £12.5 million", holds, "12.5"},
    SaysCase{"money = 12,500,000", holds, "12.5"},
    SaysCase{"highest(money[*]) = 7,250,000", holds, "Homes"},
    SaysCase{"lowest(money[*]) = money[schools]", holds, "Schools"},
    SaysCase{"money[homes] = 7,000,000", fails, "7.25"},
    SaysCase{"rank(rank, region) = 2", holds, "rank 2 of 4 with a value"},
    SaysCase{"rank(rank, region) <= 1", fails, "rank 2 of 4"},
    SaysCase{"rank(share, region) = 1", untestable, "nobody to rank among"},
    SaysCase{"share = 65.3 and letters = 250", holds, "250"},
    SaysCase{"share = 65.3 and letters = 251", fails, "250"},
    SaysCase{"share = 1 or letters = 250", holds, "250"},
    SaysCase{"not share = 1", holds, "65.3"},
    SaysCase{"letters / (writers - 90) = 1", untestable, "divides by nothing"}));

TEST(Claims, of_our_own_that_are_false_are_errors_with_place_sum_and_remedy) {
  const auto tested = test_card(with(ashby(), {{"statements.toml", "[[claim]]\nsays = 'share = 66.3'\n"}}));
  ASSERT_EQ(tested->said.count(Severity::error), 1u) << tested->problems();
  const Problem problem = tested->said.sorted().back();
  EXPECT_EQ(problem.code, "claim-false");
  EXPECT_EQ(problem.place.file, "statements.toml");
  EXPECT_EQ(problem.place.line, 2u);
  EXPECT_EQ(problem.place.column, 9u);
  EXPECT_EQ(problem.message, "It is claimed that share = 66.3. Reckoned: share is 65.3; the claim says 66.3.");
  EXPECT_EQ(problem.remedy, "correct the claim, or the figures that it is about");
}

TEST(Claims, of_another_document_that_are_false_are_notes) {
  const auto tested = test_card(with(ashby(), {{"statements.toml", printed("says = 'share = 66.3'")}}));
  EXPECT_FALSE(tested->said.has_errors()) << tested->problems();
  EXPECT_EQ(tested->said.count(Severity::warning), 0u);
  ASSERT_EQ(tested->count("claim"), 1u);
  EXPECT_EQ(tested->findings.front().at, "report:7");
  EXPECT_EQ(tested->findings.front().source, "Report");
  EXPECT_THAT(tested->problems(), HasSubstr("claim-not-borne"));
}

TEST(Claims, of_our_own_that_cannot_be_tested_are_warnings) {
  const auto tested = test_card(with(ashby(), {{"statements.toml", claim("says = 'share@2001/02 = 1'")}}));
  EXPECT_FALSE(tested->said.has_errors());
  EXPECT_EQ(tested->said.count(Severity::warning), 1u);
  EXPECT_THAT(tested->problems(), HasSubstr("claim-untestable"));
}

TEST(Claims, that_hold_are_listed_and_say_nothing) {
  const auto tested = test_card(with(ashby(), {{"statements.toml", claim("says = 'share = 65.3'")}}));
  EXPECT_TRUE(tested->said.empty()) << tested->problems();
  EXPECT_EQ(tested->count("claim", holds), 1u);
}

TEST(Claims, about_nothing_say_what_could_be_meant) {
  const auto said = [](const std::string& says) { return test_card(with(ashby(), {{"statements.toml", claim("says = '" + says + "'")}}))->problems(); };
  EXPECT_THAT(said("shares = 1"), HasSubstr("There is no measure \"shares\"."));
  EXPECT_THAT(said("shares = 1"), HasSubstr("did you mean \"share\"?"));
  EXPECT_THAT(said("share@2023 = 1"), HasSubstr("\"2023\" is no financial year"));
  EXPECT_THAT(said("share[homes] = 1"), HasSubstr("has no choice \"homes\""));
  EXPECT_THAT(said("share(Atlantis) = 1"), HasSubstr("There is no area \"Atlantis\"."));
}

struct SlipCase { const char* says; const char* message; unsigned column; };

class Slips : public testing::TestWithParam<SlipCase> {};

TEST_P(Slips, of_syntax_are_shown_where_they_are) {
  const auto& [says, message, column] = GetParam();
  Problems problems;
  Place place{"statements.toml", 2, 9, 1, {}, {}, 1};
  EXPECT_FALSE(parse_says(says, place, problems).has_value());
  ASSERT_EQ(problems.all().size(), 1u) << says;
  EXPECT_EQ(problems.all().front().code, "claim-syntax");
  EXPECT_EQ(problems.all().front().message, message);
  EXPECT_EQ(problems.all().front().place.column, column) << says;
}

INSTANTIATE_TEST_SUITE_P(Cases, Slips, testing::Values(
    SlipCase{"", "The claim says nothing.", 9}, SlipCase{"share", "The claim is a number, and neither true nor false.", 9},
    SlipCase{"share = ", "The claim ends where a figure or a number is wanted.", 17}, SlipCase{"share = 1 share", "\"share\" cannot stand here.", 19},
    SlipCase{"share is good", "A figure cannot be \"good\".", 18}, SlipCase{"sum(share) = 1", "sum is over several figures, and this is one.", 9},
    SlipCase{"share[*] = 1", "[*] is several figures, and a number is wanted.", 9}, SlipCase{"rank(share) = 1", "A rank is among others, and they are not named.", 9},
    SlipCase{"(share = 1", "This bracket is not closed.", 9}, SlipCase{"share = 1,23", "\"1,23\" is not a number.", 17},
    SlipCase{"and share = 1", "\"and\" stands where a figure or a number is wanted.", 9}, SlipCase{"share = ?", "\"?\" is neither a figure nor a number.", 17},
    SlipCase{"(share = 1) + 2 = 3", "This is a condition, and a number is wanted.", 10}, SlipCase{"not share", "This is a number, and a condition is wanted.", 13}));

TEST(Slips, of_depth_do_not_break_the_reader) {
  Problems problems;
  const Place place{"statements.toml", 1, 1, 1, {}, {}, 1};
  EXPECT_FALSE(parse_says(std::string(100000, '('), place, problems));
  std::string nots;
  for (int i = 0; i < 10000; ++i) nots += "not ";
  EXPECT_FALSE(parse_says(nots + "share = 1", place, problems));
  std::string many = "share = 1";
  for (int i = 0; i < 10000; ++i) many += " and share = 1";
  EXPECT_FALSE(parse_says(many, place, problems));
  EXPECT_EQ(problems.count(Severity::error), 3u);
}

struct PrintedCase { const char* text; const char* number; int places; PrintedUnit unit; };

TEST(Printed, numbers_are_read_with_sign_unit_and_places) {
  const PrintedCase cases[] = {{"0.3%", "0.3", 1, PrintedUnit::percent}, {"−2.4%", "-2.4", 1, PrintedUnit::percent}, {"10 per cent", "10", 0, PrintedUnit::percent},
                               {"5.9 points", "5.9", 1, PrintedUnit::points}, {"5.9 percentage points", "5.9", 1, PrintedUnit::points}, {"5.9% points", "5.9", 1, PrintedUnit::points},
                               {"£41m", "41000000", -6, PrintedUnit::pounds}, {"£30.47m", "30470000", -4, PrintedUnit::pounds}, {"1,920", "1920", 0, PrintedUnit::none},
                               {"700+", "700", 0, PrintedUnit::none}, {"£120K plus", "120000", -3, PrintedUnit::pounds}, {"12 working days", "12", 0, PrintedUnit::days},
                               {"422 complaints", "422", 0, PrintedUnit::other}};
  for (const PrintedCase& one : cases) {
    const auto read = read_printed(one.text);
    ASSERT_TRUE(read) << one.text;
    EXPECT_EQ(read->number.plain(), one.number) << one.text;
    EXPECT_EQ(int{read->places}, one.places) << one.text;
    EXPECT_EQ(read->unit, one.unit) << one.text;
  }
  for (const char* no : {"", "many", "%", "1,23", "5..3"}) EXPECT_FALSE(read_printed(no)) << no;
}

TEST(Agreement, is_by_the_places_printed_and_never_beyond_those_known) {
  const auto is = [](const char* value, int places, const char* said) {
    const Decimal number = *Decimal::parse(said);
    return agrees(Ratio::of(*Decimal::parse(value)), static_cast<std::int8_t>(places), Ratio::of(number), number.places);
  };
  EXPECT_EQ(is("58.94", Number::wholly, "58.9"), Agrees::yes);
  EXPECT_EQ(is("58.95", Number::wholly, "58.9"), Agrees::no);
  EXPECT_EQ(is("58.95", Number::wholly, "59.0"), Agrees::yes);
  EXPECT_EQ(is("58.9", 1, "59"), Agrees::yes);
  EXPECT_EQ(is("59", 0, "58.9"), Agrees::beyond_what_is_known);
  EXPECT_EQ(is("59", 0, "58.4"), Agrees::no);
  EXPECT_EQ(is("-2.5", 1, "-3"), Agrees::yes);
}

TEST(Statements, with_keys_that_nobody_knows_say_which_was_meant) {
  const auto tested = test_card(with(ashby(), {{"statements.toml", "[[claim]]\nsay = 'share = 1'\nsays = 'share = 65.3'\n[[claims]]\n"}}));
  EXPECT_THAT(tested->problems(), HasSubstr("did you mean"));
  EXPECT_EQ(tested->said.count(Severity::error), 2u) << tested->problems();
}

TEST(Statements, that_leave_out_what_they_need_are_incomplete) {
  for (const char* keys : {"at = 'x:1'", "sentence = 'Up.'", "kind = 'change'; printed = '1%'", "kind = 'counts'; about = 'letters'", "kind = 'share'; about = 'share'; printed = '1%'",
                           "kind = 'comparison'; about = 'share'", "kind = 'value'; about = 'share'; printed = 'much'", "kind = 'change'; about = 'share'; since = 'then'"}) {
    const auto tested = test_card(with(ashby(), {{"statements.toml", claim(keys)}}));
    EXPECT_THAT(tested->problems(), HasSubstr("claim-incomplete")) << keys;
  }
}

}  // namespace
}  // namespace reportcard
