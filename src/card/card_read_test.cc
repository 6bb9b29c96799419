// SPDX-License-Identifier: MIT
// A card folder read whole: what becomes of files that are right.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "card/card_for_tests.h"

namespace reportcard {
namespace {

using testing::ElementsAre;

TEST(Card, a_small_folder_is_read_without_a_word) {
  const CardRead read = read_files(small_card());
  ASSERT_TRUE(read.card);
  EXPECT_EQ(said(read.problems, Severity::note), "nothing");
  const Card& card = *read.card;
  EXPECT_EQ(card.title, "Rotherham Report Card");
  EXPECT_EQ(card.areas.all[card.area].code, "E08000018");
  EXPECT_EQ(card.period, *Period::parse(PeriodKind::financial_year, "2011/12"));
  EXPECT_THAT(card.against, ElementsAre("england"));
  ASSERT_EQ(card.sections.size(), 1u);
  EXPECT_EQ(card.sections[0].title, "Outcomes");
  EXPECT_EQ(card.sections[0].nav, "Outcomes");

  const Measure* gcse = card.measure("gcse");
  ASSERT_TRUE(gcse);
  EXPECT_EQ(gcse->kind, MeasureKind::value);
  EXPECT_EQ(gcse->periods, PeriodKind::academic_year);
  EXPECT_EQ(gcse->unit, Unit::percent);
  ASSERT_EQ(gcse->targets.size(), 1u);
  EXPECT_EQ(gcse->targets[0].value, (Decimal{600, 1}));
  EXPECT_EQ(gcse->targets[0].period->name(), "2012/13");
  EXPECT_EQ(gcse->baseline->kind, PeriodKind::academic_year);

  const Records* attainment = card.find_records("attainment");
  ASSERT_TRUE(attainment);
  EXPECT_EQ(attainment->rows, 4u);
  EXPECT_TRUE(attainment->of->values);
  const RecordColumn* value = attainment->find("value");
  ASSERT_TRUE(value && value->numbers());
  EXPECT_EQ(value->numbers()->at(0), (Decimal{510, 1}));
  EXPECT_EQ(value->numbers()->at(1), (Decimal{53, 0}));
  EXPECT_EQ(attainment->text(2, "value"), "58.9");
  const RecordColumn* area = attainment->find("area");
  EXPECT_TRUE(attainment->blank(0, "area"));
  EXPECT_EQ(area->areas[area->text()->codes[3]], card.areas.england());
  const RecordColumn* period = attainment->find("period");
  EXPECT_EQ(period->periods[period->text()->codes[3]], *Period::parse(PeriodKind::academic_year, "2011/12"));
  EXPECT_EQ(attainment->place(2, "value").line, 4u);
  EXPECT_EQ(attainment->place(2, "value").column, 9u);
}

TEST(Card, a_card_outlives_the_move_that_hands_it_over) {
  Card moved = std::move(*read_files(small_card()).card);
  EXPECT_EQ(moved.find_records("attainment")->text(0, "value"), "51.0");
  EXPECT_EQ(moved.find_records("attainment")->of->id, "attainment");
}

TEST(Card, without_a_card_toml_there_is_no_card) {
  const CardRead read = read_files({{"data/a.csv", "period,value\n"}});
  EXPECT_FALSE(read.card);
  EXPECT_EQ(said(read.problems), "card.toml: error [card-missing] The folder has no card.toml.\n    = name the folder of a card, or make one with: reportcard new DIR\n");
}

std::map<std::string, std::string> registers() {
  std::map<std::string, std::string> files = small_card();
  files["registers/finding-list.toml"] = R"toml(title = "Findings"
what = "One thing that an inspector found."
row = "thing"
shown = "grouped by kind"
roles = { date = "found" }
[column.id]
type = "id"
[column.kind]
type = "choice"
choices = ["strength", "area for development"]
required = true
[column.found]
type = "date"
aliases = ["Date found"]
[column.repeat]
type = "yes/no"
)toml";
  files["registers/action-list.toml"] = R"toml(title = "Actions"
row = "thing"
[column.id]
type = "id"
[column.answers]
type = "link"
to = "finding-list"
back = "answered-by"
many = true
[column.due]
type = "date"
)toml";
  files["data/finding-list.csv"] = "id,kind,Date found,repeat\nf1,strength,2011-08-01,Yes\nf2,area for development,,no\nf3,area for development,2011-09-01,\n";
  files["data/action-list.csv"] = "id,answers,due\na1,f2,2012-03-31\na2,f2;f3,\na3,,\n";
  files["measures/findings.toml"] = R"toml([measure.unanswered]
title = "Findings that nothing answers"
kind = "count"
from = "finding-list"
where = "answered-by = 0 and kind = 'area for development'"
periods = "financial year"
unit = "count"
better = "lower"
serves = "context"
)toml";
  return files;
}

TEST(Card, registers_of_ones_own_know_each_other) {
  const CardRead read = read_files(registers());
  ASSERT_TRUE(read.card);
  EXPECT_EQ(said(read.problems, Severity::note), "nothing");
  const Register& findings = read.card->registers.at("finding-list");
  EXPECT_EQ(findings.shown, Shown::grouped);
  EXPECT_EQ(findings.grouped_by, "kind");
  EXPECT_EQ(findings.roles.date, "found");
  EXPECT_EQ(findings.columns[2].title, "Found");
  EXPECT_EQ(findings.id_column(), "id");

  const Records* records = read.card->find_records("finding-list");
  ASSERT_EQ(records->back_counts.size(), 1u);
  EXPECT_EQ(records->back_counts[0].first, "answered-by");
  EXPECT_THAT(records->back_counts[0].second, ElementsAre(0, 2, 1));
  EXPECT_EQ(records->text(0, "found"), "2011-08-01");
  EXPECT_EQ(records->text(0, "repeat"), "yes");
  EXPECT_EQ(records->text(2, "repeat"), "");

  const Records* actions = read.card->find_records("action-list");
  const Links& links = actions->find("answers")->links;
  EXPECT_THAT(links.first, ElementsAre(0, 1, 3, 3));
  EXPECT_THAT(links.targets, ElementsAre(1, 1, 2));
  EXPECT_EQ(read.card->measure("unanswered")->date->written, "found");
}

TEST(Card, of_cases_only_the_columns_come_into_memory_that_a_measure_names) {
  std::map<std::string, std::string> files = small_card();
  files["registers/case-list.toml"] = R"toml(row = "case"
roles = { start = "received" }
[column.number]
type = "id"
[column.person]
type = "text"
audience = "never"
[column.received]
type = "date"
[column.stage]
type = "choice"
choices = ["stage 1", "stage 2"]
[column.words]
type = "text"
audience = "staff"
[column.answered]
type = "date"
)toml";
  files["data/case-list.csv"] = "number,person,received,stage,words,answered\n1,P1,2011-05-01,stage 1,CANARY,not a date\n2,P1,2011-06-01,stage 1,CANARY,\n";
  files["measures/cases.toml"] = R"toml([measure.people]
title = "People who complained"
kind = "count"
from = "case-list"
of = "person"
by = "start"
split = "stage"
periods = "financial year"
unit = "count"
better = "none"
counts = "people"
serves = "context"
)toml";
  const CardRead read = read_files(files);
  ASSERT_TRUE(read.card);
  EXPECT_EQ(said(read.problems, Severity::note), "nothing");
  const Records* cases = read.card->find_records("case-list");
  EXPECT_EQ(cases->rows, 2u);
  EXPECT_TRUE(cases->find("person")->cells);
  EXPECT_TRUE(cases->find("received")->cells);
  EXPECT_TRUE(cases->find("stage")->cells);
  EXPECT_FALSE(cases->find("words")->cells);
  EXPECT_FALSE(cases->find("answered")->cells);
}

TEST(Card, a_register_without_a_file_has_no_rows_and_is_there) {
  std::map<std::string, std::string> files = registers();
  files.erase("data/action-list.csv");
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "nothing");
  EXPECT_EQ(read.card->find_records("action-list")->rows, 0u);
  EXPECT_THAT(read.card->find_records("finding-list")->back_counts[0].second, ElementsAre(0, 0, 0));
}

TEST(Card, use_copies_a_measure_and_replaces_the_keys_written) {
  std::map<std::string, std::string> files = small_card();
  files["measures/outcomes.toml"] += R"toml(
[measure.gcse-boys]
use = "gcse"
title = "The same of boys"
better = "none"
target = {}
)toml";
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "nothing");
  const Measure* boys = read.card->measure("gcse-boys");
  ASSERT_TRUE(boys);
  EXPECT_EQ(boys->title, "The same of boys");
  EXPECT_EQ(boys->from, "attainment");
  EXPECT_EQ(boys->better, Better::none);
  EXPECT_TRUE(boys->targets.empty());
}

TEST(Card, an_override_from_kind_value_to_kind_latest_leaves_inherited_keys_aside) {
  std::map<std::string, std::string> files = small_card();
  files["registers/visit-list.toml"] = "row = \"thing\"\nroles = { date = \"ended\", known = \"published\", entity = \"place\" }\n"
                                       "[column.place]\n[column.grade]\n[column.ended]\ntype = \"date\"\n[column.published]\ntype = \"date\"\n";
  files["data/visit-list.csv"] = "place,grade,ended,published\n1,Good,2011-05-01,2011-06-01\n";
  files["data/position.csv"] = "period,type,value\n2011-08,Schools,66.0\n";
  files["measures/position.toml"] = R"toml([measure.good]
title = "Good places"
from = "position"
periods = "month end"
split = "type"
unit = "percent"
better = "higher"
bands = "ofsted"
target = 65
serves = "context"
[measure.good-live]
use = "good"
kind = "latest"
from = "visit-list"
where = "grade is not blank"
meets = "grade in ('Outstanding', 'Good')"
split = "place"
published = "position"
)toml";
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "nothing");
  const Measure* live = read.card->measure("good-live");
  ASSERT_TRUE(live);
  EXPECT_EQ(live->kind, MeasureKind::latest);
  EXPECT_EQ(live->entity->written, "place");
  EXPECT_EQ(live->date->written, "ended");
  EXPECT_EQ(live->known->written, "published");
  EXPECT_EQ(live->published, "position");
  ASSERT_TRUE(read.card->bands.count("ofsted"));
  EXPECT_EQ(read.card->bands.at("ofsted").bands.back().from, (Decimal{80, 0}));
}

TEST(Card, limits_by_name_written_out_and_by_choice) {
  std::map<std::string, std::string> files = small_card();
  files["registers/work.toml"] = "row = \"thing\"\nroles = { start = \"begun\", end = \"done\" }\n[column.kind]\ntype = \"choice\"\nchoices = [\"initial\", \"core\"]\n"
                                 "[column.begun]\ntype = \"date\"\n[column.done]\ntype = \"date\"\n";
  files["data/work.csv"] = "kind,begun,done\ninitial,2011-05-03,2011-05-10\n";
  files["measures/work.toml"] = R"toml([measure.a]
title = "In time"
kind = "within"
from = "work"
by = "end"
limit = "10 working days"
periods = "financial year"
unit = "percent"
better = "higher"
serves = "context"
[measure.b]
use = "a"
limit = "initial-assessment"
[measure.c]
use = "a"
split = "kind"
limit = { initial = "initial-assessment", core = "35 working days" }
[measure.d]
use = "a"
kind = "median"
of = "taken"
unit = "working days"
better = "lower"
)toml";
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "nothing");
  const Limit& written = *read.card->measure("a")->limit;
  EXPECT_EQ(written.amounts[0].amount, 10);
  EXPECT_EQ(written.unit, Limit::In::working_days);
  EXPECT_EQ(written.rule, Limit::Count::after);
  const Limit& law = *read.card->measure("b")->limit;
  ASSERT_EQ(law.amounts.size(), 2u);
  EXPECT_EQ(law.amounts[0].amount, 7);
  EXPECT_EQ(law.amounts[0].to, Date::of(2010, 3, 31));
  EXPECT_EQ(law.amounts[1].amount, 10);
  ASSERT_EQ(read.card->measure("c")->limits_by_choice.size(), 2u);
  EXPECT_EQ(read.card->measure("c")->limits_by_choice[1].second.amounts[0].amount, 35);
  EXPECT_TRUE(read.card->measure("d")->of_taken);
  EXPECT_TRUE(read.card->calendar);
}

TEST(Card, formulas_are_turned_so_that_they_can_be_computed_from_left_to_right) {
  std::map<std::string, std::string> files = small_card();
  files["data/spending.csv"] = "line,period,value\nsafeguarding,2011/12,30.47\nsafeguarding/looked-after,2011/12,15.93\n";
  files["measures/money.toml"] = R"toml([measure.spending]
title = "Spending"
from = "spending"
split = "line"
parts = "add"
periods = "financial year"
unit = "gbp"
scale = "million"
better = "none"
serves = "context"
[measure.looked-after-part]
title = "Part of safeguarding"
kind = "formula"
formula = "100 * spending[safeguarding/looked-after] / (spending[safeguarding] - 0.5)"
periods = "financial year"
unit = "percent"
better = "none"
serves = "context"
)toml";
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "nothing");
  EXPECT_EQ(read.card->measure("spending")->scale, 1'000'000);
  EXPECT_THAT(read.card->measure("spending")->split_names, ElementsAre("line"));
  std::string turned;
  for (const FormulaStep& step : read.card->measure("looked-after-part")->formula) {
    using What = FormulaStep::What;
    turned += step.what == What::figure ? step.measure + "[" + step.choice + "] " : step.what == What::number ? std::to_string(step.number.over) + "/" + std::to_string(step.number.under) + " "
              : step.what == What::plus ? "+ " : step.what == What::minus ? "- " : step.what == What::times ? "* " : "/ ";
  }
  EXPECT_EQ(turned, "100/1 spending[safeguarding/looked-after] * spending[safeguarding] 5/10 - / ");
}

TEST(Card, sections_pages_contact_and_comparators) {
  std::map<std::string, std::string> files = small_card();
  files["words/afterwards.md"] = "What was found later.\n";
  files["words/outcomes.md"] = "Words.\n";
  files["card.toml"] = R"toml(title = "T"
area = "E08000018"
period = "2012-10"
as_at = 2012-10-31
against = ["england", "near", "Barnsley"]
found_later = "afterwards"
cannot_tell = ["Whether children were safe."]
sections = ["outcomes", "voice"]
[section.outcomes]
measures = ["gcse"]
on_time_note = true
found_later = true
[page.position]
kind = "position"
section = "outcomes"
measures = ["gcse"]
[comparator.near]
title = "Neighbours"
says = "The list of 2009."
areas = ["Doncaster", "E08000016"]
[contact]
office = "Performance Team"
email = "a@b.example"
)toml";
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "nothing");
  const Card& card = *read.card;
  EXPECT_EQ(card.period.kind, PeriodKind::month);
  EXPECT_EQ(card.as_at, Date::of(2012, 10, 31));
  EXPECT_EQ(card.sections[0].words, "outcomes");
  EXPECT_TRUE(card.sections[0].found_later);
  EXPECT_EQ(card.sections[1].title, "Voice");
  EXPECT_EQ(card.sections[1].words, "");
  EXPECT_EQ(card.pages[0].kind, "position");
  ASSERT_EQ(card.comparators[0].areas.size(), 2u);
  EXPECT_EQ(card.areas.all[card.comparators[0].areas[1]].name, "Barnsley") << "a former code finds its successor";
  EXPECT_EQ(card.contact.office, "Performance Team");
}

TEST(Card, a_set_is_every_authority_there_in_its_period) {
  std::map<std::string, std::string> files = small_card();
  auto names_in = [&](const std::string& period) {
    files["card.toml"] = "title = \"T\"\nareas = \"upper-tier\"\nperiod = \"" + period + "\"\nsections = [\"outcomes\"]\n";
    const CardRead read = read_files(files);
    EXPECT_EQ(said(read.problems), "nothing");
    std::set<std::string> names;
    for (AreaId id : read.card->area_set) names.insert(read.card->areas.all[id].name);
    return names;
  };
  const std::set<std::string> then = names_in("2011/12"), now = names_in("2024/25");
  EXPECT_EQ(now.size(), 153u);
  EXPECT_TRUE(then.count("Cumbria") && !now.count("Cumbria"));
  EXPECT_TRUE(!then.count("Cumberland") && now.count("Cumberland"));
}

TEST(Card, places_of_ones_own) {
  std::map<std::string, std::string> files = small_card();
  files["card.toml"] = "title = \"T\"\narea = \"Harrowmere\"\nperiod = \"2011/12\"\nsections = [\"outcomes\"]\n[[place]]\ncode = \"X99000001\"\nname = \"Harrowmere\"\n";
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "nothing");
  EXPECT_EQ(read.card->areas.all[read.card->area].code, "X99000001");
}

TEST(Card, a_name_of_two_kinds_of_period_is_read_as_each_measure_has_it) {
  std::map<std::string, std::string> files = small_card();
  files["data/attainment.csv"] = "measure,period,value\ngcse,2010/11,53\nspend,2010/11,20\n";
  files["measures/outcomes.toml"] += "[measure.spend]\nuse = \"gcse\"\nperiods = \"financial year\"\n";
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "nothing");
  const RecordColumn* period = read.card->find_records("attainment")->find("period");
  EXPECT_EQ(period->periods[1]->kind, PeriodKind::academic_year);
  EXPECT_EQ(periods_as(*period, PeriodKind::financial_year)[1]->kind, PeriodKind::financial_year);
  EXPECT_TRUE(read.card->measure("spend")->by_measure_column);
}

TEST(Card, the_hash_of_its_inputs_changes_with_any_byte) {
  const std::string before = hash_of_inputs(*read_files(small_card()).card);
  EXPECT_EQ(before, hash_of_inputs(*read_files(small_card()).card));
  std::map<std::string, std::string> files = small_card();
  files["data/attainment.csv"] += " ";
  EXPECT_NE(before, hash_of_inputs(*read_files(files).card));
}

}  // namespace
}  // namespace reportcard
