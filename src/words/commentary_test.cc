// SPDX-License-Identifier: MIT
// Commentary: through the same gate as prose, each slip told at its cell, and silence told where a figure asks for words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "card/card.h"
#include "words/commentary.h"

namespace reportcard {
namespace {

using ::testing::HasSubstr;
using Files = std::map<std::string, std::string>;

// GCSEs and meals are below England; attendance is not. Staff alone see the inside.
Files folder(const std::string& commentary) {
  Files files{
      {"card.toml", "title = \"Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\nsections = [\"learning\"]\nagainst = [\"england\"]\n[section.learning]\ntitle = \"Learning\"\n"},
      {"measures/m.toml",
       "[measure.gcse]\ntitle = \"GCSEs\"\nsubject = \"pupils who got five or more GCSEs\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\nsize = \"many\"\n"
       "[measure.meals]\ntitle = \"Meals\"\nsubject = \"pupils who took school meals\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\nsize = \"many\"\n"
       "[measure.attendance]\ntitle = \"Attendance\"\nsubject = \"sessions that were attended\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\nsize = \"many\"\n"
       "[measure.inside]\ntitle = \"Inside\"\nsubject = \"cases that were seen\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\nsize = \"many\"\naudience = \"staff\"\n"},
      {"data/t.csv", "measure,area,period,value\ngcse,,2010/11,50.8\ngcse,,2011/12,56.7\ngcse,England,2011/12,58.9\nmeals,,2011/12,35.7\nmeals,England,2011/12,40.1\n"
                     "attendance,,2011/12,95.1\nattendance,England,2011/12,94.0\ninside,,2011/12,80.0\n"},
      {"data/offices.csv", "id,title\nschools,School Improvement\n"},
  };
  if (!commentary.empty()) files["data/commentary.csv"] = commentary;
  return files;
}

// What a folder with these rows is told, a line each: place, code, message.
std::string told(const std::string& commentary) {
  Problems problems;
  const auto card = read_card(*memory_folder(folder(commentary)), problems);
  if (!card) return "no card";
  const Figures figures = compute(*card, problems);
  const Grammar grammar = Grammar::load(*card, problems);
  read_all_prose(*card, figures, grammar, problems);
  check_commentary(*card, figures, problems);
  std::string all;
  for (const Problem& problem : problems.sorted())
    all += problem.place.file + ":" + std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " [" + problem.code + "] " + problem.message + "\n";
  return all;
}

// The words of a cell as they are printed.
std::string printed(const std::string& commentary, std::string_view column = "why") {
  Problems problems;
  const auto card = read_card(*memory_folder(folder(commentary)), problems);
  const Figures figures = compute(*card, problems);
  const auto all = read_all_prose(*card, figures, Grammar::load(*card, problems), problems);
  const auto found = all.find(commentary_name(0, column));
  return found == all.end() ? "nothing" : plain_text(found->second.root);
}

constexpr const char* meals_said = "meals,2011/12,,The kitchen was closed.,,,,\n";
const std::string header = "measure,edition,choice,why,what_next,by_when,owner,result\n";

TEST(Commentary, prints_its_figures_bound) {
  EXPECT_EQ(printed(header + "gcse,2011/12,,\"{gcse.change} on the year, {gcse.england.gap}.\",,,,\n"), "up 5.9 points on the year, 2.2 points below England.");
}

TEST(Commentary, with_words_for_all_that_needs_attention_is_told_nothing) {
  EXPECT_EQ(told(header + "gcse,2011/12,,More entries than before.,,2013-03-31,schools,\n" + meals_said), "");
}

TEST(Commentary, is_asked_for_where_the_card_keeps_it_and_a_figure_needs_attention) {
  EXPECT_EQ(told(header + meals_said),
            "measures/m.toml:1:10 [attention-without-commentary] The measure \"gcse\" needs attention, and no office says why or what next.\n");
}

TEST(Commentary, is_not_asked_of_a_card_that_keeps_none) { EXPECT_EQ(told(""), ""); }

TEST(Commentary, of_any_edition_holds_for_this_one_until_this_one_has_its_own) {
  EXPECT_EQ(told(header + "gcse,,,Words for any edition.,,,,\n" + meals_said), "");
  Problems problems;
  const auto card = read_card(*memory_folder(folder(header + "gcse,,,For any.,,,,\ngcse,2011/12,,For this.,,,,\nmeals,,,For any.,,,,\n")), problems);
  EXPECT_EQ(commentary_on(*card, "gcse", ""), std::vector<std::size_t>{1});
  EXPECT_EQ(commentary_on(*card, "meals", ""), std::vector<std::size_t>{2});
  EXPECT_TRUE(commentary_on(*card, "attendance", "").empty());
}

TEST(Commentary, tells_a_loose_number_a_wrong_name_and_a_false_claim_at_the_cell) {
  EXPECT_EQ(told(header + "gcse,2011/12,,About 30 pupils left.,,,,\n" + meals_said),
            "data/commentary.csv:2:21 [number-loose] “30” is typed by hand, and nothing tests it.\n");
  EXPECT_THAT(told(header + "gcse,2011/12,,\"Here, {gscse} it is.\",,,,\n" + meals_said), HasSubstr("data/commentary.csv:2:23 [binding-unknown]"));
  EXPECT_THAT(told(header + "gcse,2011/12,,{claim gcse: Down 5.9 points on the year before},,,,\n" + meals_said), HasSubstr("data/commentary.csv:2:28 [claim-false] The sentence does not hold"));
  // Over several lines the cell is the place.
  EXPECT_EQ(told(header + "gcse,2011/12,,\"One line.\n\nAnd 30 more.\",,,,\n" + meals_said),
            "data/commentary.csv:2:15 [number-loose] “30” is typed by hand, and nothing tests it.\n");
}

TEST(Commentary, for_everybody_may_not_print_a_figure_for_staff) {
  EXPECT_THAT(told(header + "gcse,2011/12,,Of these {inside} were seen.,,,,\n" + meals_said), HasSubstr("data/commentary.csv:2:25 [binding-not-public]"));
  const std::string with_audience = "measure,edition,choice,why,audience\n";
  EXPECT_EQ(told(with_audience + "gcse,2011/12,,Of these {inside} were seen.,staff\nmeals,,,Yes.,\n"), "");
  // Words about a staff measure are for staff.
  EXPECT_EQ(told(with_audience + "inside,2011/12,,Of these {inside} were seen.,\ngcse,,,Yes.,\nmeals,,,Yes.,\n"), "");
}

TEST(Commentary, about_what_is_gone_is_told) {
  EXPECT_EQ(told(header + "gcses,2011/12,,Words.,,,,\ngcse,,,Words.,,,,\n" + meals_said),
            "data/commentary.csv:2:1 [commentary-stale] The commentary is about \"gcses\", which is no measure of this card.\n");
  EXPECT_EQ(told(header + "gcse,,boys,Words.,,,,\ngcse,,,Words.,,,,\n" + meals_said),
            "data/commentary.csv:2:7 [commentary-stale] \"boys\" of the measure \"gcse\" has no figure, and the commentary speaks of one.\n");
}

TEST(Commentary, whose_day_went_by_without_a_result_is_told_by_the_last_day_of_the_card) {
  EXPECT_EQ(told(header + "gcse,2011/12,,,A new timetable.,2012-12-30,schools,\n" + meals_said),
            "data/commentary.csv:2:33 [commentary-overdue] It was to be done by 30 December 2012, this edition tells of 31 December 2012, and no result is given.\n");
  EXPECT_EQ(told(header + "gcse,2011/12,,,A new timetable.,2012-12-31,schools,\n" + meals_said), "");
  EXPECT_EQ(told(header + "gcse,2011/12,,,A new timetable.,2012-12-30,schools,It began in October.\n" + meals_said), "");
}

TEST(Commentary, of_another_period_is_not_read_with_the_figures_of_this_one) {
  EXPECT_EQ(printed(header + "gcse,2010/11,,{gcse.change} was true then.,,,,\n"), "nothing");
}

// The same figures in a card that is made month by month.
std::string told_of_edition(const std::string& commentary, const std::string& edition) {
  Files files = folder("measure,edition,why\n" + commentary);
  std::string& card_toml = files["card.toml"];
  card_toml += "[[edition]]\nid = \"2012-09\"\nkind = \"month\"\nperiod = \"2012-09\"\n[[edition]]\nid = \"2012-10\"\nkind = \"month\"\nperiod = \"2012-10\"\n";
  Problems problems;
  const auto card = read_card(*memory_folder(files), problems, edition);
  if (!card) return "no card";
  const Figures figures = compute(*card, problems);
  check_commentary(*card, figures, problems);
  std::string all;
  for (const Problem& problem : problems.sorted()) all += "[" + problem.code + "] " + problem.message + "\n";
  return all;
}

TEST(Commentary, of_an_earlier_edition_is_told_where_the_figure_needs_words_again) {
  const std::string rest = "meals,,Words.\n";
  EXPECT_EQ(told_of_edition("gcse,2012-09,Words of September.\ngcse,2012-10,Words of October.\n" + rest, "2012-10"), "");
  EXPECT_EQ(told_of_edition("gcse,2012-09,Words of September.\n" + rest, "2012-10"),
            "[commentary-stale] The measure \"gcse\" needs attention, and its commentary is that of the edition \"2012-09\".\n");
  EXPECT_EQ(told_of_edition(rest, "2012-10"), "[attention-without-commentary] The measure \"gcse\" needs attention, and no office says why or what next.\n");
  EXPECT_EQ(told_of_edition("gcse,2012-1O,Words.\ngcse,,Words.\n" + rest, "2012-10"),
            "[commentary-stale] The commentary is of the edition \"2012-1O\", which this card does not have.\n");
}

TEST(Commentary, is_asked_for_in_a_card_with_editions_even_before_it_has_a_row) {
  Files files = folder("");
  files["card.toml"] += "[[edition]]\nid = \"2012-10\"\nkind = \"month\"\nperiod = \"2012-10\"\n";
  Problems problems;
  const auto card = read_card(*memory_folder(files), problems, "2012-10");
  ASSERT_TRUE(card);
  check_commentary(*card, compute(*card, problems), problems);
  EXPECT_EQ(problems.all().size(), 2U) << print_problems(problems.sorted(), false);

  // A short edition is about some measures alone, and asks for no more.
  files["card.toml"] += "measures = [\"meals\"]\n";
  Problems few;
  const auto short_card = read_card(*memory_folder(files), few, "2012-10");
  ASSERT_TRUE(short_card);
  check_commentary(*short_card, compute(*short_card, few), few);
  EXPECT_EQ(few.all().size(), 1U) << print_problems(few.sorted(), false);
}

}  // namespace
}  // namespace reportcard
