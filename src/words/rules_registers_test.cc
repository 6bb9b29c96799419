// SPDX-License-Identifier: MIT
// Rules over the rows of registers, as library/rules has them: three rows that break each, three that do not. And rules of
// a card's own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "words/claims_for_tests.h"
#include "words/rules.h"

namespace reportcard {
namespace {

const Files others = {
    {"data/council-inspections.csv", "id,title\nvisit-1,A visit\n"},
    {"data/findings.csv", "id,inspection,kind,text,answered_in\nf-1,visit-1,area for development,Slow,\nf-2,,area for development,Late,plan 4\nf-3,visit-1,strength,Kind,\n"},
    {"data/actions.csv", "id,finding,text\na-1,f-1,Faster\n"},
    {"data/offices.csv", "id,title\noffice-1,Quality team\n"},
    {"data/outcomes.csv", "id,kind,title,serves\np-1,priority,Safe,\no-1,outcome,Seen in time,p-1\n"},
};

struct RowCase {
  const char* rule;
  const char* file;
  const char* header;
  const char* row;
  const char* sum;   // "" where the rule is silent
};

std::vector<RowCase> rows() {
  const char* const findings = "id,inspection,kind,text,answered_in";
  const char* const actions = "id,finding,text";
  const char* const commitments = "id,outcome,text,measure,due,owner";
  const char* const outcomes = "id,kind,title,serves";
  const char* const savings = "id,text,state,counted_as,nature,period,amount,share,base";
  return {
      {"finding-without-action", "findings", findings, "f-9,visit-1,area for development,Unclear,", "“Unclear”: no action points to it"},
      {"finding-without-action", "findings", findings, "f-9,,area for development,Unclear,", "“Unclear”"},
      {"finding-without-action", "findings", findings, "f-9,visit-1,priority action,At once,", "“At once”"},
      {"finding-without-action", "findings", findings, "f-9,visit-1,strength,Well led,", ""},
      {"finding-without-action", "findings", findings, "f-9,visit-1,area for development,Unclear,plan 7", ""},
      {"finding-without-action", "findings", findings, "f-1,visit-1,area for development,Slow,", ""},   // a-1 points to it

      {"action-without-finding", "actions", actions, "a-9,,Do something", "“Do something” answers a finding that belongs to no inspection, or none"},
      {"action-without-finding", "actions", actions, "a-9,f-2,Be early", "“Be early”"},
      {"action-without-finding", "actions", actions, "a-8,f-2,Be earlier", "“Be earlier”"},
      {"action-without-finding", "actions", actions, "a-9,f-1,Be quick", ""},
      {"action-without-finding", "actions", actions, "a-9,f-3,Stay kind", ""},
      {"action-without-finding", "actions", actions, "a-9,f-1,Count the days", ""},

      {"commitment-without-measure", "commitments", commitments, "c-1,o-1,Be good,,,", "“Be good”: no measure, day by which or office"},
      {"commitment-without-measure", "commitments", commitments, "c-1,o-1,Be good,share,,office-1", "“Be good”: no day by which"},
      {"commitment-without-measure", "commitments", commitments, "c-1,o-1,Be good,,2024-03-31,office-1", "“Be good”: no measure"},
      {"commitment-without-measure", "commitments", commitments, "c-1,o-1,Be good,share,2024-03-31,office-1", ""},
      {"commitment-without-measure", "commitments", commitments, "c-1,o-1,Be better,letters,2025-03-31,office-1", ""},
      {"commitment-without-measure", "commitments", commitments, "c-1,p-1,Be best,writers,2026-03-31,office-1", ""},

      {"outcome-without-priority", "outcomes", outcomes, "o-9,outcome,Heard,", "“Heard” names no priority"},
      {"outcome-without-priority", "outcomes", outcomes, "o-8,outcome,Well,", "“Well”"},
      {"outcome-without-priority", "outcomes", outcomes, "o-7,outcome,Housed,", "“Housed”"},
      {"outcome-without-priority", "outcomes", outcomes, "o-9,outcome,Heard,p-1", ""},
      {"outcome-without-priority", "outcomes", outcomes, "p-9,priority,Learning,", ""},
      {"outcome-without-priority", "outcomes", outcomes, "o-9,outcome,Heard,p-1;o-1", ""},

      {"plan-counted-as-achievement", "savings", savings, "s-1,Fewer firms,projected,achievement,cash,2024/25,80000,,", "“Fewer firms”: projected, for 2024/25"},
      {"plan-counted-as-achievement", "savings", savings, "s-1,One price,to date,achievement,cash,2024/25,80000,,", "“One price”: to date"},
      {"plan-counted-as-achievement", "savings", savings, "s-1,Block,planned,achievement,cash,2024/25,80000,,", "“Block”: planned"},
      {"plan-counted-as-achievement", "savings", savings, "s-1,Fewer firms,achieved,achievement,cash,2023/24,80000,,", ""},
      {"plan-counted-as-achievement", "savings", savings, "s-1,Fewer firms,projected,plan,cash,2024/25,80000,,", ""},
      {"plan-counted-as-achievement", "savings", savings, "s-1,Fewer firms,projected,,cash,2024/25,80000,,", ""},

      {"avoidance-counted-as-saving", "savings", savings, "s-1,Panel,achieved,achievement,avoidance,2023/24,3080000,,", "“Panel”: £3,080,000 avoided, for 2023/24"},
      {"avoidance-counted-as-saving", "savings", savings, "s-2,Panel,planned,achievement,avoidance,2024/25,10,,", "£10 avoided"},
      {"avoidance-counted-as-saving", "savings", savings, "s-3,Panel,stated,achievement,avoidance,2024/25,,,", "nothing avoided"},
      {"avoidance-counted-as-saving", "savings", savings, "s-1,Panel,achieved,achievement,cash,2023/24,3080000,,", ""},
      {"avoidance-counted-as-saving", "savings", savings, "s-1,Panel,planned,plan,avoidance,2024/25,3080000,,", ""},
      {"avoidance-counted-as-saving", "savings", savings, "s-1,Panel,achieved,achievement,,2023/24,3080000,,", ""},

      {"share-without-base", "savings", savings, "s-1,Contracts,stated,plan,cash,2024/25,,5,", "“Contracts”: 5 per cent of a sum that is not given"},
      {"share-without-base", "savings", savings, "s-2,Contracts,achieved,achievement,cash,2023/24,,2.5,", "2.5 per cent"},
      {"share-without-base", "savings", savings, "s-3,Contracts,achieved,achievement,cash,2023/24,100,10,", "10 per cent"},
      {"share-without-base", "savings", savings, "s-1,Contracts,stated,plan,cash,2024/25,,5,200000", ""},
      {"share-without-base", "savings", savings, "s-1,Contracts,stated,plan,cash,2024/25,10000,,", ""},
      {"share-without-base", "savings", savings, "s-1,Contracts,stated,plan,cash,2024/25,,,", ""},
  };
}

Files with_row(const RowCase& one) {
  Files files = with(ashby(), others);
  const std::string name = "data/" + std::string(one.file) + ".csv", id = std::string(one.row).substr(0, std::string(one.row).find(','));
  std::string& text = files[name];
  if (text.empty()) text = std::string(one.header) + "\n";
  // A row that stands there already is replaced by the case's.
  if (const std::size_t at = text.find("\n" + id + ","); at != text.npos) text.erase(at + 1, text.find('\n', at + 1) - at);
  text += std::string(one.row) + "\n";
  return files;
}

TEST(RegisterRules, fire_on_rows_that_break_them_and_on_no_other) {
  for (const RowCase& one : rows()) {
    const auto tested = test_card(with_row(one));
    ASSERT_TRUE(tested->card) << one.row;
    ASSERT_FALSE(tested->read.has_errors()) << one.rule << ": " << one.row << "\n" << tested->problems();
    if (*one.sum) {
      EXPECT_EQ(tested->count(one.rule), 1u) << one.rule << ": " << one.row << "\n" << tested->problems();
      EXPECT_THAT(tested->sums_of(one.rule), testing::HasSubstr(one.sum)) << one.rule;
    } else {
      EXPECT_EQ(tested->count(one.rule), 0u) << one.rule << ": " << one.row << "\n" << tested->sums_of(one.rule);
    }
  }
}

TEST(RegisterRules, of_the_library_have_three_cases_each_way) {
  std::map<std::string, std::pair<int, int>> counts;
  for (const RowCase& one : rows()) (*one.sum ? counts[one.rule].first : counts[one.rule].second) += 1;
  Problems problems;
  const std::vector<RegisterRule> rules = register_rules(Card{}, problems);
  EXPECT_TRUE(problems.empty()) << print_problems(problems.sorted(), false);
  EXPECT_EQ(rules.size(), counts.size());
  for (const RegisterRule& rule : rules) {
    EXPECT_GE(counts[rule.id].first, 3) << rule.id;
    EXPECT_GE(counts[rule.id].second, 3) << rule.id;
    EXPECT_FALSE(rule.remedy.empty()) << rule.id;
  }
}

TEST(RegisterRules, are_silent_where_the_card_has_no_such_register) {
  const auto tested = test_card(ashby());
  EXPECT_TRUE(tested->findings.empty()) << tested->problems();
}

TEST(RegisterRules, say_rows_of_one_line_once) {
  const auto tested = test_card(with(ashby(), {{"data/outcomes.csv", "id,kind,title,serves,source\no-1,outcome,A,,\"Plan, line 4\"\no-2,outcome,B,,\"Plan, line 4\"\no-3,outcome,C,,\"Plan, line 5\"\n"}}));
  EXPECT_EQ(tested->count("outcome-without-priority"), 2u) << tested->problems();
  EXPECT_THAT(tested->sums_of("outcome-without-priority"), testing::HasSubstr("“A” names no priority that it serves; “B” names no priority that it serves"));
  EXPECT_EQ(tested->said.count(Severity::warning), 0u);
}

TEST(RegisterRules, of_a_card_are_read_from_its_statements) {
  const Files files = with(with(ashby(), others), {{"statements.toml", R"([[rule]]
id = "office-without-letters"
register = "offices"
broken = "title = 'Quality team'"
says = "An office has no letters."
sum = "{id}, {title}"
remedy = "write to it"
)"}});
  const auto tested = test_card(files);
  EXPECT_EQ(tested->sums_of("office-without-letters"), "office-1, Quality team") << tested->problems();
  EXPECT_EQ(tested->said.count(Severity::warning), 1u);
}

TEST(RegisterRules, of_a_card_that_do_not_fit_their_register_are_problems) {
  const auto said = [](const std::string& keys) { return test_card(with(with(ashby(), others), {{"statements.toml", table("rule", "id = 'x'; says = 'X.'; remedy = 'x'; " + keys)}}))->problems(); };
  EXPECT_THAT(said("register = 'offices'; broken = \"colour = 'red'\""), testing::HasSubstr("condition-column"));
  EXPECT_THAT(said("register = 'palaces'; broken = \"id is blank\""), testing::HasSubstr("There is no register \"palaces\"."));
  EXPECT_THAT(said("register = 'offices'"), testing::HasSubstr("does not say what breaks it"));
  EXPECT_THAT(said("register = 'offices'; blanks = ['colour']"), testing::HasSubstr("has no column \"colour\""));
}

TEST(RegisterRules, print_no_word_that_staff_alone_may_see_and_no_row_of_a_case) {
  const Files files = with(ashby(), {{"registers/notes.toml", R"(title = "Notes"
[column.id]
type = "id"
[column.secret]
type = "text"
audience = "staff"
)"},
                                     {"registers/visits.toml", R"(title = "Visits"
row = "case"
[column.id]
type = "id"
)"},
                                     {"data/notes.csv", "id,secret\nn-1,canary\n"},
                                     {"data/visits.csv", "id\nv-1\n"},
                                     {"statements.toml", table("rule", "id = 'note'; register = 'notes'; broken = 'id is not blank'; says = 'N.'; sum = '{id} {secret}'; remedy = 'x'") +
                                                             table("rule", "id = 'visit'; register = 'visits'; broken = 'id is not blank'; says = 'V.'; sum = '{id}'; remedy = 'x'")}});
  const auto tested = test_card(files);
  EXPECT_EQ(tested->sums_of("note"), "n-1 nothing") << tested->problems();
  EXPECT_EQ(tested->count("visit"), 0u);
  for (const Finding& finding : tested->findings) EXPECT_EQ((finding.message + finding.sum + finding.place.excerpt).find("canary"), std::string::npos);
}

}  // namespace
}  // namespace reportcard
