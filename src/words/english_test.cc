// SPDX-License-Identifier: MIT
// The truth gate: twenty true sentences of examples/small, each falsified in value, direction, period, unit, comparator and
// superlative. Every falsehood is refused, and no true sentence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "words/claims_for_tests.h"
#include "words/english.h"

namespace reportcard {
namespace {

const TestedCard& harrowmere() {
  static const auto tested = test_card(*disk_folder(std::string(REPORTCARD_SOURCE_DIR) + "/examples/small"));
  return *tested;
}

SentenceVerdict verdict_of(const std::string& about, const std::string& sentence) {
  std::string why, remedy;
  const auto named = find_figure(*harrowmere().card, harrowmere().figures, about, why, remedy);
  EXPECT_TRUE(named) << about << ": " << why;
  return named ? test_sentence(*harrowmere().card, harrowmere().figures, *named, sentence) : SentenceVerdict{};
}

struct Turn { const char *what, *from, *to; };
struct TrueSentence { const char *about, *sentence; std::vector<Turn> turns; };

const std::vector<TrueSentence>& sentences() {
  static const std::vector<TrueSentence> all = {
      {"good-level", "In 2024/25, 67.9% of children had a good level of development at five, up 1.1 points on the year before, 0.4 points below England and the highest since 2022/23.",
       {{"value", "67.9%", "68.9%"}, {"direction", "up 1.1", "down 1.1"}, {"period", "In 2024/25", "In 2023/24"}, {"unit", "1.1 points", "1.1 per cent"}, {"comparator", "England", "the region"}, {"superlative", "highest", "lowest"}}},
      {"absence", "In 2022/23, 7.9% of school sessions were missed, the highest in the series and 0.5 points above England.",
       {{"value", "7.9%", "7.4%"}, {"direction", "above", "below"}, {"period", "2022/23", "2024/25"}, {"unit", "0.5 points", "0.5%"}, {"comparator", "England", "the region"}, {"superlative", "highest", "lowest"}}},
      {"assessments-in-time", "In 2024/25, 78% of assessments were finished within 45 working days: down 8.2 points on the year before, 6.1 points below England, and the lowest in the series.",
       {{"value", "78%", "79%"}, {"direction", "down", "up"}, {"period", "2024/25", "2023/24"}, {"unit", "8.2 points", "8.2 per cent"}, {"comparator", "England", "statistical neighbours"}, {"superlative", "lowest", "highest"}}},
      {"assessment-days", "In 2024/25 the middle time for an assessment was 29 working days, up 3.5 working days on the year before: the highest in the series.",
       {{"value", "29 working", "28 working"}, {"direction", "up", "down"}, {"period", "2024/25", "2025/26"}, {"unit", "29 working days", "29 days"}, {"comparator", "on the year before", "on England"}, {"superlative", "highest", "lowest"}}},
      {"assessments", "58 assessments were begun in 2025/26, 6 more than the year before and the most in the series.",
       {{"value", "58", "59"}, {"direction", "more than", "fewer than"}, {"period", "2025/26", "2024/25"}, {"unit", "58 assessments", "58 children"}, {"comparator", "the year before", "England"}, {"superlative", "the most", "the fewest"}}},
      {"children-in-care", "37 children were in care on 31 March 2026, 3 fewer than a year earlier and the lowest number in the series.",
       {{"value", "3 fewer", "4 fewer"}, {"direction", "fewer", "more"}, {"period", "31 March 2026", "31 March 2025"}, {"unit", "37 children", "37%"}, {"comparator", "a year earlier", "the national average"}, {"superlative", "lowest", "highest"}}},
      {"care-rate", "On 31 March 2026 there were 38 children in care for each 10,000 children, 3 fewer than a year earlier: the lowest number in the series.",
       {{"value", "38", "39"}, {"direction", "fewer", "more"}, {"period", "2026", "2024"}, {"unit", "38 children", "38 per cent"}, {"comparator", "a year earlier", "England"}, {"superlative", "lowest", "highest"}}},
      {"children", "9,710 children lived in Harrowmere in 2025, 80 fewer than in 2024, and the lowest number since 2023.",
       {{"value", "80", "180"}, {"direction", "fewer", "more"}, {"period", "in 2025", "in 2024/25"}, {"unit", "9,710 children", "9,710 families"}, {"comparator", "than in 2024", "than in England"}, {"superlative", "lowest", "highest"}}},
      {"complaints", "38 complaints were made in 2025/26, 9 fewer than the year before, a fall of 19.1 per cent, and the fewest in the series.",
       {{"value", "19.1", "19.2"}, {"direction", "a fall", "a rise"}, {"period", "2025/26", "2024/25"}, {"unit", "19.1 per cent", "19.1 points"}, {"comparator", "the year before", "the region"}, {"superlative", "fewest", "largest"}}},
      {"complaints[stage-1]", "In 2025/26 there were 36 complaints at stage 1, down from 41 the year before: the largest part of all that were made.",
       {{"value", "41", "42"}, {"direction", "down", "up"}, {"period", "2025/26", "2024/25"}, {"unit", "36 complaints", "36 people"}, {"comparator", "41 the year before", "41 in England"}, {"superlative", "largest", "smallest"}}},
      {"complainants", "24 people complained in 2025/26, 7 fewer than the year before, the lowest number in the series.",
       {{"value", "24", "27"}, {"direction", "fewer", "more"}, {"period", "2025/26", "2023/24"}, {"unit", "24 people", "24 complaints"}, {"comparator", "the year before", "England"}, {"superlative", "lowest", "highest"}}},
      {"complaints-in-time", "In 2025/26, 97% of stage 1 complaints were answered in time, 39.6 points higher than the year before and the best in the series.",
       {{"value", "97%", "96%"}, {"direction", "higher", "lower"}, {"period", "2025/26", "2024/25"}, {"unit", "39.6 points", "39.6%"}, {"comparator", "the year before", "England"}, {"superlative", "best", "worst"}}},
      {"went-to-stage-2", "In 2025/26, 2 of 36 stage 1 complaints went on to stage 2, or 6%, down 9.1 points on the year before, the lowest in the series.",
       {{"value", "2 of 36", "3 of 36"}, {"direction", "down", "up"}, {"period", "2025/26", "2024/25"}, {"unit", "6%", "6 days"}, {"comparator", "on the year before", "on England"}, {"superlative", "lowest", "highest"}}},
      {"spending", "The council spent £14.35 million on children's services in 2025/26, up 6.9 per cent from £13.43 million the year before, the highest in the series.",
       {{"value", "£13.43", "£13.34"}, {"direction", "up", "down"}, {"period", "2025/26", "2024/25"}, {"unit", "£14.35 million", "14.35 million"}, {"comparator", "million the year before", "million in England"}, {"superlative", "highest", "lowest"}}},
      {"spending[children-in-care]", "£7.18 million went on children in care in 2025/26, £0.76 million more than the year before and the largest part of spending.",
       {{"value", "£7.18", "£7.81"}, {"direction", "more than", "less than"}, {"period", "2025/26", "2024/25"}, {"unit", "£7.18 million", "£7.18 billion"}, {"comparator", "the year before", "England"}, {"superlative", "largest", "smallest"}}},
      {"care-share", "In 2025/26, 50% of spending went on children in care, up 2 points from 2024/25: the highest in the series.",
       {{"value", "50%", "51%"}, {"direction", "up", "down"}, {"period", "In 2025/26", "In 2024/25"}, {"unit", "2 points", "2%"}, {"comparator", "from 2024/25", "on England"}, {"superlative", "highest", "lowest"}}},
      {"grants", "Grants to community groups came to £20,850 in 2025/26, £4,400 more than the year before, the highest in the series.",
       {{"value", "£4,400", "£4,500"}, {"direction", "more than", "less than"}, {"period", "2025/26", "2024/25"}, {"unit", "£20,850", "20,850"}, {"comparator", "the year before", "England"}, {"superlative", "highest", "lowest"}}},
      {"grant-size", "The average grant was £4,170 in 2025/26, up from £4,113 the year before, the highest in the series.",
       {{"value", "£4,170", "£4,180"}, {"direction", "up", "down"}, {"period", "2025/26", "2024/25"}, {"unit", "£4,170", "4,170 days"}, {"comparator", "the year before", "in England"}, {"superlative", "highest", "lowest"}}},
      {"good-providers", "In February 2026, 82% of providers were judged good or better, up 4.5 points on the month before, the highest since March 2024.",
       {{"value", "4.5", "5.4"}, {"direction", "up", "down"}, {"period", "In February 2026", "In January 2026"}, {"unit", "4.5 points", "4.5%"}, {"comparator", "on the month before", "on England"}, {"superlative", "highest", "lowest"}}},
      {"good-providers[early-years-and-childcare]", "In March 2026, 18 of 24 early years and childcare providers were judged good or better: 75%, up 8.3 points since March 2024 and the lowest of the four types.",
       {{"value", "18 of 24", "17 of 24"}, {"direction", "up", "down"}, {"period", "since March 2024", "since March 2025"}, {"unit", "75%", "75 points"}, {"comparator", "since March 2024", "beside England"}, {"superlative", "lowest", "highest"}}},
  };
  return all;
}

std::string turned(const TrueSentence& one, const Turn& turn) {
  std::string text = one.sentence;
  const std::size_t at = text.find(turn.from);
  if (at == text.npos) {
    ADD_FAILURE() << "\"" << turn.from << "\" is not in: " << text;
    return text;
  }
  return text.replace(at, std::string(turn.from).size(), turn.to);
}

TEST(TruthGate, lets_twenty_true_sentences_through) {
  EXPECT_EQ(sentences().size(), 20u);
  for (const TrueSentence& one : sentences()) {
    const SentenceVerdict verdict = verdict_of(one.about, one.sentence);
    EXPECT_EQ(verdict.verdict, Verdict::holds) << one.about << ": " << one.sentence << "\n  " << verdict.reason << "\n  " << verdict.sum;
  }
}

TEST(TruthGate, refuses_each_when_it_is_falsified_in_any_of_six_ways) {
  for (const TrueSentence& one : sentences()) {
    EXPECT_EQ(one.turns.size(), 6u) << one.about;
    for (const Turn& turn : one.turns) {
      const std::string falsehood = turned(one, turn);
      const SentenceVerdict verdict = verdict_of(one.about, falsehood);
      EXPECT_NE(verdict.verdict, Verdict::holds) << turn.what << ": " << falsehood << "\n  " << verdict.sum;
      EXPECT_FALSE(verdict.reason.empty()) << falsehood;
      EXPECT_LT(verdict.from, verdict.to) << falsehood;
    }
  }
}

// Not only the falsehoods that somebody thought of: each digit of each sentence, turned into any other.
TEST(TruthGate, refuses_every_sentence_with_one_digit_wrong) {
  std::size_t tried = 0;
  for (const TrueSentence& one : sentences()) {
    const std::string text = one.sentence;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] < '0' || text[at] > '9') continue;
      for (char digit = '0'; digit <= '9'; ++digit) {
        if (digit == text[at]) continue;
        std::string falsehood = text;
        falsehood[at] = digit;
        // What is the highest since 2024 is so since 2025 as well: these are true.
        if (falsehood.find("highest since March 2025") != falsehood.npos || falsehood.find("lowest number since 2024") != falsehood.npos) continue;
        const SentenceVerdict verdict = verdict_of(one.about, falsehood);
        ++tried;
        EXPECT_NE(verdict.verdict, Verdict::holds) << falsehood << "\n  " << verdict.sum;
      }
    }
  }
  EXPECT_GT(tried, 2000u);
}

// Two sentences of different figures, one after the other's name: what is true of one is refused of another.
TEST(TruthGate, refuses_a_sentence_about_another_figure) {
  for (const TrueSentence& one : sentences()) {
    for (const TrueSentence& other : sentences()) {
      if (std::string(one.about) == other.about) continue;
      EXPECT_NE(verdict_of(other.about, one.sentence).verdict, Verdict::holds) << other.about << ": " << one.sentence;
    }
  }
}

struct Said { const char *about, *sentence; Verdict verdict; };

TEST(TruthGate, understands_plain_english) {
  constexpr Verdict holds = Verdict::holds, fails = Verdict::fails, unread = Verdict::cannot_be_tested;
  const Said said[] = {
      {"good-level", "The share rose from 66.8% in 2023/24 to 67.9% in 2024/25, still 0.4 points below England (68.3%).", holds},
      {"good-level", "The share fell from 66.8% in 2023/24 to 67.9% in 2024/25.", fails},
      {"good-level", "Between 2022/23 and 2024/25 it rose by 3.8 points.", holds},
      {"good-level", "Since 2022/23 it has risen by 3.8 points, to 67.9%.", holds},
      {"good-level", "It was 66.8% in 2023/24 and rose to 67.9%.", holds},
      {"good-level", "It was 66.8% in 2023/24, up 2.7 points.", holds},
      {"good-level", "Up from 66.8% the year before.", holds},
      {"good-level", "67.9% of pupils, against 68.3% in England.", holds},
      {"good-level", "67.9% of pupils, against 68.1% in England.", fails},
      {"good-level", "In England it was 68.3%, here 67.9%.", holds},
      {"good-level", "England's figure rose by 0.6 points.", holds},
      {"good-level", "It was below the national average of 68.3%.", holds},
      {"good-level", "It was below the national average of 67.3%.", fails},
      {"good-level", "It missed the target of 70% by 2.1 points.", holds},
      {"good-level", "It met the target.", fails},
      {"good-level", "The target of 70% was missed by 2.1 points.", holds},
      {"good-level", "The target of 65% was missed.", fails},
      {"good-level", "The gap to England narrowed.", holds},
      {"good-level", "The gap to England widened.", fails},
      {"good-level", "It has improved every year.", holds},
      {"good-level", "Again it rose.", holds},
      {"absence", "Absence rose again.", fails},
      {"good-level", "Nearly 70% reached it.", holds},
      {"good-level", "Nearly 65% reached it.", fails},
      {"good-level", "Over 65% reached it.", holds},
      {"good-level", "Over 68% reached it.", fails},
      {"good-level", "At least 67.9% reached it.", holds},
      {"good-level", "About 68% reached it.", holds},
      {"good-level", "About 60% reached it.", fails},
      {"good-level", "Just over two thirds of children reached it.", holds},
      {"good-level", "A third of children reached it.", fails},
      {"good-level", "Most children reached it.", holds},
      {"good-level", "801 of 1,180 children reached it.", holds},
      {"good-level", "801 of 1,280 children reached it.", fails},
      {"good-level", "Better than the year before, but worse than England.", holds},
      {"good-level", "It was 67.90% in 2024/25.", fails},             // with more places than are known
      {"good-level", "It was 67.9 in 2024/25.", fails},               // of what?
      {"good-level", "It was 67.9% in March 2025.", fails},           // a school year has no month
      {"absence", "7.4% of school sessions were missed in 2024/25, unchanged on the year before and 0.5 points above England.", holds},
      {"absence", "Absence got worse.", fails},
      {"absence", "It is better than in 2022/23.", holds},
      {"complaints", "Complaints fell by 9 to 38.", holds},
      {"complaints", "Complaints fell by 19.1%.", holds},
      {"complaints", "Complaints improved.", fails},                  // neither high nor low is good
      {"complaints[stage-3]", "No complaints reached it in 2025/26.", holds},
      {"complaints[stage-2]", "No complaints reached it in 2025/26.", fails},
      {"complaints[stage-2]", "Two complaints went so far, four fewer than the year before.", holds},
      {"complaints[stage-2]", "Three complaints went so far.", fails},
      {"complaints[stage-1]", "36 complaints were at stage 2.", fails},
      {"grants", "Grants rose by more than a quarter.", holds},
      {"spending", "£14.4 million was spent.", holds},
      {"spending", "£14.3 million was spent.", fails},
      {"good-providers[secondary-schools]", "Secondary schools got better.", fails},   // five schools
      {"good-level", "It did not rise.", unread},
      {"good-level", "It improved significantly.", unread},
      {"good-level", "It rose because of our work.", unread},
      {"good-level", "We are proud of our schools.", unread},
      {"good-level", "", unread},
      {"good-level", "It is above Atlantis.", fails},
  };
  for (const Said& one : said) {
    const SentenceVerdict verdict = verdict_of(one.about, one.sentence);
    EXPECT_EQ(verdict.verdict, one.verdict) << one.about << ": " << one.sentence << "\n  " << verdict.reason << "\n  " << verdict.sum;
  }
}

TEST(TruthGate, blames_the_words_that_are_wrong) {
  const auto blamed = [](const std::string& about, const std::string& sentence) {
    const SentenceVerdict verdict = verdict_of(about, sentence);
    return sentence.substr(verdict.from, verdict.to - verdict.from) + ": " + verdict.reason;
  };
  EXPECT_EQ(blamed("good-level", "In 2024/25 it was 68.9%, up 1.1 points."), "68.9%: it is 67.9 in 2024/25");
  EXPECT_EQ(blamed("good-level", "It was up 1.1 per cent."), "up 1.1 per cent: a difference of percentages is in points (67.9 − 66.8 = 1.1)");
  EXPECT_EQ(blamed("good-level", "It was above England."), "above England: it is below: 67.9 in 2024/25 beside England 68.3 in 2024/25");
  EXPECT_EQ(blamed("good-level", "It was the lowest since 2022/23."), "lowest since 2022/23: 64.1 in 2022/23 is lower");
  EXPECT_EQ(blamed("good-level", "It was 67.9% in 2012."), "2012: this is no period of the figure, which has a value for each academic year");
}

TEST(TruthGate, stops_a_card_whose_own_sentence_is_false) {
  const auto refused = test_card(with(ashby(), {{"statements.toml", "[[claim]]\nabout = \"share\"\nsentence = \"Up 3.3 points on the year before, and below England.\"\n"}}));
  ASSERT_EQ(refused->said.count(Severity::error), 1u) << refused->problems();
  const Problem problem = refused->said.sorted().back();
  EXPECT_EQ(problem.code, "claim-false");
  EXPECT_EQ(problem.place.line, 3u);
  EXPECT_EQ(problem.place.column, 51u);
  const auto fine = test_card(with(ashby(), {{"statements.toml", "[[claim]]\nabout = \"share\"\nsentence = \"Up 3.3 points on the year before, and above England.\"\n"}}));
  EXPECT_TRUE(fine->said.empty()) << fine->problems();
  // What is not understood is not let through either.
  const auto unread = test_card(with(ashby(), {{"statements.toml", "[[claim]]\nabout = \"share\"\nsentence = \"We improved significantly.\"\n"}}));
  EXPECT_EQ(unread->said.count(Severity::error), 1u) << unread->problems();
}

TEST(TruthGate, tests_a_sentence_that_stands_in_the_prose) {
  const auto read = [](const std::string& prose) {
    const auto tested = test_card(with(ashby(), {{"words/learning.md", prose}}));
    Problems problems;
    const Grammar grammar = Grammar::load(*tested->card, problems);
    const Prose made = read_prose(*tested->card, tested->figures, grammar, "learning", problems);
    return plain_text(made.root) + "|" + print_problems(problems.sorted(), false);
  };
  EXPECT_EQ(read("Here: {claim share: up 3.3 points on the year before}.\n"), "Here: up 3.3 points on the year before.|");
  EXPECT_THAT(read("Here: {claim share: up 4.3 points on the year before}.\n"), testing::HasSubstr("claim-false"));
  EXPECT_THAT(read("Here: {claim shares: up}.\n"), testing::HasSubstr("claim-unknown"));
  EXPECT_THAT(read("Here: {claim share}.\n"), testing::HasSubstr("binding-syntax"));
}

}  // namespace
}  // namespace reportcard
