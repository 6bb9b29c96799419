// SPDX-License-Identifier: MIT
// Conditions and paths over two registers that know each other: findings, and the actions that answer them.
#include "card/condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "card/card_for_tests.h"

namespace reportcard {
namespace {

ColumnDefinition column(std::string name, ColumnType type) {
  ColumnDefinition column;
  column.name = std::move(name);
  column.type = type;
  return column;
}

struct Conditions : testing::Test {
  Card card;
  Problems problems;
  Conditions() {
    Register findings;
    findings.id = "findings";
    findings.columns = {column("id", ColumnType::id),         column("kind", ColumnType::choice), column("text", ColumnType::text),
                        column("found", ColumnType::date),    column("year", ColumnType::period), column("score", ColumnType::number),
                        column("repeat", ColumnType::yes_no), column("child", ColumnType::id),    column("serves", ColumnType::link)};
    findings.columns[1].choices = {"strength", "area for development"};
    findings.columns[7].audience = Audience::never;
    findings.columns[8].to = "outcomes";
    findings.columns[8].many = true;
    Register actions;
    actions.id = "actions";
    actions.columns = {column("id", ColumnType::id), column("answers", ColumnType::link), column("due", ColumnType::date)};
    actions.columns[1].to = "findings";
    actions.columns[1].back = "actions";
    card.registers["findings"] = findings;
    card.registers["actions"] = actions;
  }
  Place place() const {
    Place place;
    place.file = "measures/a.toml";
    place.line = 3;
    place.column = 11;
    return place;
  }
  std::optional<Condition> read(std::string_view text, const std::string& of = "findings", PeriodKind kind = PeriodKind::financial_year) {
    return parse_condition(text, card.registers.at(of), card, place(), problems, kind);
  }
  // The tree as text: what was understood.
  std::string understood(std::string_view text, const std::string& of = "findings") {
    std::optional<Condition> condition = read(text, of);
    if (!condition) return said(problems);
    return shown(*condition, static_cast<int>(condition->nodes.size()) - 1);
  }
  static std::string shown(const Condition& condition, int index) {
    const ConditionNode& node = condition.nodes[static_cast<std::size_t>(index)];
    static const char* const words[] = {"all", "and", "or", "not", "=", "<>", "<", "<=", ">", ">=", "in", "between", "blank", "not-blank"};
    std::string text = std::string("(") + words[static_cast<int>(node.op)];
    if (node.left >= 0) text += " " + shown(condition, node.left);
    if (node.right >= 0) text += " " + shown(condition, node.right);
    if (!node.path.written.empty()) text += " " + node.path.written;
    for (const ConditionValue& value : node.values) text += " " + value.text;
    return text + ")";
  }
};

TEST_F(Conditions, and_binds_more_than_or_and_not_more_than_both) {
  EXPECT_EQ(understood("score = 1 or score = 2 and not score = 3"), "(or (= score 1) (and (= score 2) (not (= score 3))))");
  EXPECT_EQ(understood("(score = 1 or score = 2) and score = 3"), "(and (or (= score 1) (= score 2)) (= score 3))");
}

TEST_F(Conditions, every_comparison) {
  EXPECT_EQ(understood("kind = 'strength'"), "(= kind strength)");
  EXPECT_EQ(understood("kind <> 'strength'"), "(<> kind strength)");
  EXPECT_EQ(understood("kind in ('strength', 'area for development')"), "(in kind strength area for development)");
  EXPECT_EQ(understood("kind not in ('strength')"), "(not (in kind strength))");
  EXPECT_EQ(understood("score between 1 and 5 and score >= 2"), "(and (between score 1 5) (>= score 2))");
  EXPECT_EQ(understood("found is blank or found is not blank"), "(or (blank found) (not-blank found))");
  EXPECT_EQ(understood("found < '2012-04-01'"), "(< found 2012-04-01)");
  EXPECT_EQ(understood("found <= 2012-04-01"), "(<= found 2012-04-01)");
  EXPECT_EQ(understood("repeat = 'yes'"), "(= repeat yes)");
  EXPECT_EQ(understood("repeat = no"), "(= repeat no)");
  EXPECT_EQ(understood("text = 'the child''s voice'"), "(= text the child's voice)");
  EXPECT_EQ(understood("KIND is blank"), "measures/a.toml:3:11: error [condition-column] The register \"findings\" has no column \"KIND\".\n    = did you mean \"kind\"? known are: id, kind, text, found, year, score, repeat, child, serves and actions\n");
}

TEST_F(Conditions, values_are_typed_by_their_column) {
  EXPECT_EQ(read("score > 2.50")->nodes[0].values[0].number, Ratio::of(Decimal{250, 2}));
  EXPECT_EQ(read("found = '2012-04-01'")->nodes[0].values[0].day, Date::of(2012, 4, 1).days);
  EXPECT_EQ(read("year = '2011/12'")->nodes[0].values[0].day, Date::of(2011, 4, 1).days);
}

TEST_F(Conditions, a_name_shared_by_two_kinds_of_period_is_read_as_the_measures) {
  EXPECT_EQ(read("year = '2011/12'", "findings", PeriodKind::academic_year)->nodes[0].values[0].day, Date::of(2011, 9, 1).days);
}

TEST_F(Conditions, one_step_through_a_link_and_a_count_of_what_links_back) {
  std::optional<Condition> through = read("answers.kind = 'strength'", "actions");
  ASSERT_TRUE(through);
  EXPECT_EQ(through->nodes[0].path.column, 1);
  EXPECT_EQ(through->nodes[0].path.through, "findings");
  EXPECT_EQ(through->nodes[0].path.linked_column, 1);
  EXPECT_EQ(through->nodes[0].path.type, ColumnType::choice);
  std::optional<Condition> back = read("actions = 0");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->nodes[0].path.back_count, "actions");
  EXPECT_EQ(back->nodes[0].path.column, -1);
}

struct Fault { const char* condition; const char* answer; };

TEST_F(Conditions, faults_point_to_the_word_and_say_what_to_write) {
  const Fault faults[] = {
      {"stage = 'x'", "3:11: error [condition-column] The register \"findings\" has no column \"stage\".\n    = known are: id, kind, text, found, year, score, repeat, child, serves and actions\n"},
      {"kind = 'strenght'", "3:18: error [choice-unknown] \"strenght\" is not a choice of \"kind\".\n    = write one of: strength or area for development (did you mean \"strength\"?)\n"},
      {"text > 'a'", "3:11: error [condition-type] \"text\" is text, which has no order, so \">\" means nothing for it.\n    = write = <> or in (...)\n"},
      {"score = 'two'", "3:19: error [condition-type] \"score\" is a number, and \"two\" is not.\n    = write for example: score = 5\n"},
      {"found > 2012", "3:19: error [condition-type] \"found\" is a date, and \"2012\" is not.\n    = write for example: found = '2012-03-31'\n"},
      {"year = 'soon'", "3:18: error [condition-type] \"year\" is a period, and \"soon\" is not.\n    = write for example: year = '2011/12'\n"},
      {"repeat = 'often'", "3:20: error [condition-type] \"repeat\" is yes or no, and \"often\" is not.\n    = write for example: repeat = 'yes'\n"},
      {"kind = strength", "3:18: error [condition-type] \"strength\" is no value.\n    = put texts in single quotes: 'strength'; two columns cannot be compared\n"},
      {"child = 'x'", "3:11: error [column-never] The column \"child\" is seen by nobody, so no condition may ask for it.\n    = it may only be named by of and entity, where it is counted\n"},
      {"serves = 'a'", "3:11: error [condition-type] \"serves\" can hold several values, parted by semicolons.\n    = of such a column only \"is blank\" and \"is not blank\" can be asked\n"},
      {"kind == 'strength'", "3:16: error [condition-syntax] \"==\" is not a sign of conditions.\n    = write =\n"},
      {"kind = ‘strength’", "3:18: error [condition-syntax] This is a curly quote.\n    = write straight single quotes: 'stage 1'\n"
                            "measures/a.toml:3:27: error [condition-syntax] This is a curly quote.\n    = write straight single quotes: 'stage 1'\n"},
      {"kind = 'strength", "3:18: error [condition-syntax] A quote is opened here and not closed.\n    = end the text with '\n"},
      {"'strength' = kind", "3:11: error [condition-syntax] \"strength\" stands where a column is expected.\n    = begin with the column: stage = 'stage 1'\n"},
      {"(score = 1", "3:21: error [condition-syntax] A bracket is opened and not closed.\n    = close it with )\n"},
      {"score = 1 score = 2", "3:21: error [condition-syntax] \"score\" cannot stand here.\n    = join conditions by and, or\n"},
      {"score", "3:16: error [condition-syntax] The end cannot follow a column.\n    = after a column: = <> < <= > >=, in (...), not in (...), between, is blank, is not blank\n"},
      {"score =", "3:18: error [condition-syntax] The condition ends where a value is expected.\n    = write a text in single quotes, a number or a date\n"},
      {"score is empty", "3:20: error [condition-syntax] After \"is\" only \"blank\" or \"not blank\" can stand.\n    = write: is blank, is not blank, or = with a value\n"},
      {"score % 2", "3:17: error [condition-syntax] \"%\" has no meaning in a condition.\n    = conditions are written with = <> < <= > >=, in (...), between, is blank, and, or, not\n"},
      {"score = 1 and stage = 2 and found > 'x'",
       "3:25: error [condition-column] The register \"findings\" has no column \"stage\".\n    = known are: id, kind, text, found, year, score, repeat, child, serves and actions\n"
       "measures/a.toml:3:47: error [condition-type] \"found\" is a date, and \"x\" is not.\n    = write for example: found = '2012-03-31'\n"},
  };
  for (const Fault& fault : faults) {
    problems = Problems();
    EXPECT_FALSE(read(fault.condition)) << fault.condition;
    EXPECT_EQ(said(problems), std::string("measures/a.toml:") + fault.answer) << fault.condition;
  }
}

TEST_F(Conditions, an_empty_condition_is_a_slip) { EXPECT_EQ(understood(" "), "measures/a.toml:3:12: error [condition-syntax] The condition is empty.\n    = write a condition, or leave the key out\n"); }

TEST_F(Conditions, depth_and_length_have_ends) {
  EXPECT_FALSE(read(std::string(1000, '(') + "score = 1" + std::string(1000, ')')));
  EXPECT_EQ(problems.all().size(), 1u);
  std::string all = "score = 1";
  for (int i = 0; i < 1000; ++i) all += " or score = 1";
  problems = Problems();
  EXPECT_FALSE(read(all));
  EXPECT_EQ(problems.all().size(), 1u);
}

}  // namespace
}  // namespace reportcard
