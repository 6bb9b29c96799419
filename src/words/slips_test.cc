// SPDX-License-Identifier: MIT
// The slips of the report card of 2011/12 that general rules must find, each with its rule and lines (docs/slips.md says
// what they are). And nothing but these: each finding is one of them, or a figure for which no period is printed at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "words/claims_for_tests.h"

namespace reportcard {
namespace {

struct Slip {
  int number;
  const char* rule;
  std::vector<int> lines;   // all of them must be found
  const char* sum;          // part of the sum of one of them
};

const std::vector<Slip>& slips() {
  static const std::vector<Slip> all = {
      {1, "parts-against-total", {176}, "= 47.978 million: 6.978 million above the total of over 41 million"},
      {2, "parts-against-total", {292}, "= 6,596: 34 below the total of 6,630"},
      {4, "two-baselines", {158, 159, 160, 161, 162}, "since August 2011: 72.2 − 62 = 10.2; since February 2012: 72.2 − 66.0 = 6.2"},
      {5, "change-within-rounding", {162}, "83.3 − 83 = 0.3, and rounding alone may make 0.55"},
      {6, "two-baselines", {164}, "60.0 − 80.0 = −20.0 (down, and not level)"},
      {7, "points-said-as-per-cent", {158, 159, 160, 161, 162, 163, 164}, "42.9 − 29 = 13.9 points; as per cent it would be +47.9"},
      {8, "more-places-than-known", {158, 159, 160, 161, 162, 163, 164}, "known only as 13.35 to 14.45"},
      {13, "band-gap", {168}, "80.0 is in no band; 8 values fall in it"},
      {16, "points-said-as-per-cent", {137}, "33.3 from 23.3 if points, from 30.3 if per cent"},
      {17, "points-said-as-per-cent", {138, 288, 289}, "69.3 − 66.5 = 2.8 points"},
      {18, "one-value-two-periods", {289}, "69.3 is of 2010/11, printed as 2011/12"},
      {19, "target-without-date-or-result", {138}, "target 78 for 2011/12, which ended on 31 August 2012; no value for it"},
      {20, "heading-period", {85}, "heading October 2012; the value is of 2011/12"},
      {22, "heading-period", {82, 83, 84}, "heading October 2012; the value is of March 2012"},
      {22, "unlike-periods-compared", {82, 83, 84}, "of March 2012 beside England of August 2012"},
      {23, "unlike-periods-compared", {74, 75, 76, 77, 78, 81}, "53.8 of October 2012 beside 66 of August 2012: −12.2; like with like, 57.1 of August 2012: −8.9"},
      {24, "fact-outside-card-period", {74, 75, 76, 77, 78, 81, 82, 83, 84, 158, 159, 160, 161, 162, 163, 164, 178, 179, 298, 370}, "31 December 2012; the period ends on 31 March 2012"},
      {25, "one-value-two-periods", {268}, "23.3 is of 2009/10, printed as 2011/12"},
      {26, "unlike-periods-compared", {268}, "22.6 of no period beside England of no period"},
      {27, "unlike-periods-compared", {298}, "69.4 of no period beside"},
      {28, "figure-without-period", {298, 300, 306, 308, 309}, "46.8, period blank"},
      {30, "comparator-without-value", {309}, "ours 35.7; England: none"},
      {33, "counts-in-two-units", {213}, "+86 (+25.6 per cent); “People who complained”: 115 to 82 = −33 (−28.7 per cent)"},
      {34, "counts-in-two-units", {213}, "91% of 422 is 382 to 386; of 82 it would be 75"},
      {35, "superlative-without-figure", {217}, "no value is given, own or others'"},
      {38, "reference-misses", {134}, "“Inspections and reviews of the council” is in “"},
      {39, "action-without-finding", {140, 143, 144, 145, 146, 147, 148, 149}, "belongs to no inspection"},
      {40, "finding-without-action", {106, 107, 125, 126, 127, 128}, "no action points to it"},
      {45, "claim-without-figure", {191, 307, 485, 538}, "no figure is given"},
      {47, "superlative-without-figure", {183}, "ours 5,694; Yorkshire and The Humber and similar councils: none"},
      {48, "claim-without-figure", {290}, "56.7 − 58.9 = −2.2 now, and none before"},
      {51, "target-without-date-or-result", {369}, "October 2012: 3 of 7 reach it (72.2, 72.6 and 83.3), 53.8, 42.9, 50.0 and 60.0 do not"},
      {52, "unlike-periods-compared", {370}, "411 of 31 March 2010 beside 393 of 31 December 2012, 33 months apart: −18"},
      {53, "commitment-without-measure", {321, 322, 326, 327, 331, 332, 336, 337, 338, 342, 343, 344, 348, 349, 350, 354, 359, 364}, ": no measure, day by which or office"},
      {55, "plan-counted-as-achievement", {489, 490, 491, 499}, ": projected, for 2012/13"},
      {56, "avoidance-counted-as-saving", {492}, "£3,080,000 avoided, for 2011/12"},
      {56, "share-without-base", {499}, "5 per cent of a sum that is not given"},
      {64, "outcome-without-priority", {319, 324, 329, 334, 340, 346, 352, 357, 362}, "names no priority that it serves"},
  };
  return all;
}

// Figures for which the text prints no period; readers of other slips meet them there (3, 9, 26, 29, 50, 54, 66).
const std::set<int> undated = {42, 67, 98, 268, 272, 297, 307, 489};

const TestedCard& rotherham() {
  static const auto tested = test_card(*disk_folder(std::string(REPORTCARD_SOURCE_DIR) + "/examples/rotherham-2012"));
  return *tested;
}

int line_of(const Finding& finding) {
  const std::size_t colon = finding.at.rfind(':');
  return colon == std::string::npos ? 0 : std::atoi(finding.at.c_str() + colon + 1);
}

TEST(Slips2012, are_found_by_their_rules_with_line_and_sum) {
  ASSERT_TRUE(rotherham().card) << rotherham().problems();
  for (const Slip& slip : slips()) {
    std::set<int> found;
    std::string sums;
    for (const Finding& finding : rotherham().findings) {
      if (finding.rule != slip.rule || finding.verdict != Verdict::fails) continue;
      found.insert(line_of(finding));
      sums += finding.sum + "\n";
      EXPECT_EQ(finding.at.substr(0, 20), "report-card-2011-12:") << finding.message;
      EXPECT_FALSE(finding.sum.empty()) << finding.message;
      EXPECT_NE(finding.place.line, 0u) << finding.message;
    }
    for (const int line : slip.lines) EXPECT_TRUE(found.count(line)) << "slip " << slip.number << ", line " << line << ": " << slip.rule << " does not find it";
    EXPECT_THAT(sums, testing::HasSubstr(slip.sum)) << "slip " << slip.number;
  }
}

TEST(Slips2012, are_thirty_six) {
  std::set<int> numbers;
  for (const Slip& slip : slips()) numbers.insert(slip.number);
  EXPECT_EQ(numbers.size(), 36u);
}

TEST(Slips2012, are_all_that_is_found) {
  for (const Finding& finding : rotherham().findings) {
    if (finding.verdict != Verdict::fails) continue;
    const int line = line_of(finding);
    const bool listed = std::any_of(slips().begin(), slips().end(), [&](const Slip& slip) { return finding.rule == slip.rule && std::find(slip.lines.begin(), slip.lines.end(), line) != slip.lines.end(); });
    const bool no_period = finding.rule == "figure-without-period" && undated.count(line);
    EXPECT_TRUE(listed || no_period || !finding.explains.empty()) << finding.rule << " at " << finding.at << ": " << finding.message << " " << finding.sum;
  }
}

TEST(Slips2012, are_notes_and_no_problem_of_the_card) {
  EXPECT_EQ(rotherham().said.count(Severity::error), 0u) << print_problems(rotherham().said.sorted(), false);
  EXPECT_EQ(rotherham().said.count(Severity::warning), 0u) << print_problems(rotherham().said.sorted(), false);
}

// What the card of 2012 says rightly must hold: the gate is no quibbler.
TEST(Slips2012, leave_what_holds_alone) {
  EXPECT_GE(rotherham().count("claim", Verdict::holds), 10u);
  EXPECT_EQ(rotherham().count("claim", Verdict::fails), 0u);
}

TEST(Slips2012, stand_in_the_documentation_with_the_same_rule) {
  std::ifstream file(std::string(REPORTCARD_SOURCE_DIR) + "/docs/slips.md");
  std::stringstream text;
  text << file.rdbuf();
  std::map<int, std::string> rules;
  for (std::string line; std::getline(text, line);) {
    if (line.substr(0, 2) == "| " && line.size() > 4 && line[2] >= '0' && line[2] <= '9') rules.emplace(std::atoi(line.c_str() + 2), line.substr(line.rfind('|', line.size() - 2)));
  }
  for (const Slip& slip : slips()) EXPECT_THAT(rules[slip.number], testing::HasSubstr("`" + std::string(slip.rule) + "`")) << "slip " << slip.number;
}

}  // namespace
}  // namespace reportcard
