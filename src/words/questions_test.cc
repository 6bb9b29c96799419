// SPDX-License-Identifier: MIT
// Questions for councillors, case by case: what a card holds, and exactly what is asked. Each fact must be true of its card
// and no question may lead or blame.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "card/card.h"
#include "words/questions.h"

namespace reportcard {
namespace {

using Files = std::map<std::string, std::string>;

// A measure of a share, large enough to say better and worse; `more` are its further keys.
std::string measure(const std::string& id, const std::string& subject, const std::string& more = "better = \"higher\"\n") {
  return "[measure." + id + "]\ntitle = \"" + id + "\"\nsubject = \"" + subject + "\"\nfrom = \"t\"\nunit = \"percent\"\nperiods = \"financial year\"\nserves = \"learning\"\nsize = \"many\"\n" + more;
}

Files card(Files more) {
  Files files{{"card.toml", "title = \"Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"all\"]\nagainst = [\"england\"]\n[section.all]\ntitle = \"All\"\n"}};
  for (auto& [name, text] : more) files[name] = text;
  return files;
}

std::string asked(const Files& files, Audience reader = Audience::public_) {
  Problems problems;
  const auto read = read_card(*memory_folder(files), problems);
  if (!read) return "no card";
  const Figures figures = compute(*read, problems);
  const Grammar grammar = Grammar::load(*read, problems);
  EXPECT_FALSE(problems.has_errors()) << print_problems(problems.sorted(), false);
  std::vector<Comparison> told;
  for (std::uint32_t index = 0; index < read->measures.size(); ++index) {
    if (!is_shown_to(reader, read->measures[index].audience)) continue;
    for (const std::string& choice : figures.cube(index)->choices) told.push_back(compare(*read, figures, index, read->area, choice));
  }
  std::vector<const Comparison*> seen;
  for (const Comparison& one : told) seen.push_back(&one);
  std::string all;
  for (const Question& question : questions(*read, figures, grammar, seen, reader)) all += question.fact.text + "\n  " + question.asks + "\n  " + question.because + "\n";
  return all;
}

const std::string one_figure = "measure,area,period,value\n";
const std::string outcomes = "id,kind,title,serves\nlearning,priority,Every child learns,\nsafe,outcome,All children are safe.,\n";

TEST(Questions, of_a_card_with_nothing_to_ask_are_none) {
  EXPECT_EQ(asked(card({{"measures/m.toml", measure("gcse", "pupils who passed")}, {"data/t.csv", one_figure + "gcse,,2011/12,56.7\n"}})), "");
}

TEST(Questions, ask_about_an_outcome_that_no_measure_serves) {
  EXPECT_EQ(asked(card({{"measures/m.toml", measure("gcse", "pupils who passed")}, {"data/t.csv", one_figure + "gcse,,2011/12,56.7\n"}, {"data/outcomes.csv", outcomes}})),
            "No measure in this card shows how far “All children are safe” was reached.\n"
            "  What would show it, and when will this card print it?\n"
            "  Asked because the outcome has no measure here.\n");
}

TEST(Questions, do_not_ask_about_an_outcome_whose_promise_has_a_measure_or_a_priority_that_such_an_outcome_serves) {
  Files files = card({{"measures/m.toml", measure("gcse", "pupils who passed")}, {"data/t.csv", one_figure + "gcse,,2011/12,56.7\n"}});
  files["data/outcomes.csv"] = "id,kind,title,serves\nlearning,outcome,Every child learns,first\nsafe,outcome,All are safe,\nfirst,priority,Learning,\n";
  files["data/commitments.csv"] = "id,outcome,text,measure,nearest\nc1,safe,We look,gcse,\n";
  EXPECT_EQ(asked(files), "");
  files["data/commitments.csv"] = "id,outcome,text,measure,nearest\nc1,safe,We look,gcse,yes\n";   // near is not its measure
  EXPECT_THAT(asked(files), ::testing::HasSubstr("“All are safe”"));
}

TEST(Questions, ask_why_a_figure_is_behind_and_where_that_is_said_when_it_will_be_less) {
  Files files = card({{"measures/m.toml", measure("gcse", "pupils who passed")}, {"data/t.csv", one_figure + "gcse,,2011/12,56.7\ngcse,England,2011/12,58.9\n"}});
  EXPECT_EQ(asked(files),
            "56.7% of pupils passed in 2011/12. It is 2.2 points below England (58.9%).\n"
            "  What is known about why, and what comes next?\n"
            "  Asked because the figure is below England.\n");
  files["data/commentary.csv"] = "measure,why,what_next\ngcse,,Visits to schools.\n";
  EXPECT_THAT(asked(files), ::testing::HasSubstr("  When is the difference to be smaller, and what will show it?\n"));
}

TEST(Questions, say_that_lower_is_better_and_of_when_a_gap_is) {
  EXPECT_EQ(asked(card({{"measures/m.toml", measure("missed", "sessions that were missed", "better = \"lower\"\n")},
                        {"data/t.csv", one_figure + "missed,,2011/12,7.4\nmissed,England,2011/12,6.9\n"}})),
            "7.4% of sessions were missed in 2011/12. It is 0.5 points above England (6.9%); lower is better.\n"
            "  What is known about why, and what comes next?\n"
            "  Asked because the figure is above England, and lower is better.\n");
  EXPECT_THAT(asked(card({{"measures/m.toml", measure("gcse", "pupils who passed")},
                          {"data/t.csv", one_figure + "gcse,,2010/11,56.7\ngcse,England,2010/11,58.9\ngcse,,2011/12,56.7\n"}})),
              ::testing::HasSubstr("Asked because the figure was below England in 2010/11.\n"));
}

TEST(Questions, ask_about_targets_missed_undated_and_without_a_result) {
  const auto with = [](const std::string& target, const std::string& value) {
    return asked(card({{"measures/m.toml", measure("gcse", "pupils who passed", "better = \"higher\"\ntarget = " + target + "\n")}, {"data/t.csv", one_figure + value}}));
  };
  EXPECT_EQ(with("{ \"2011/12\" = 60 }", "gcse,,2011/12,56.7\n"),
            "56.7% of pupils passed in 2011/12. It is below our target of 60%.\n"
            "  What has to happen for the target to be met?\n"
            "  Asked because the figure is off its target.\n");
  EXPECT_EQ(with("60", "gcse,,2011/12,56.7\n"),
            "56.7% of pupils passed in 2011/12. It is below our target of 60%, for which no date is given.\n"
            "  By when is the target to be met, and what has to happen first?\n"
            "  Asked because the figure is off its target, and the target has no date.\n");
  EXPECT_EQ(with("60", "gcse,,2011/12,61.0\n"), "");   // met, whenever it was to be
  EXPECT_EQ(with("{ \"2011/12\" = 60 }", "gcse,,2011/12,61.0\n"), "");
}

TEST(Questions, ask_for_evidence_and_for_an_office_one_action_or_many) {
  const Files files = card({{"measures/m.toml", measure("gcse", "pupils who passed")}, {"data/t.csv", one_figure + "gcse,,2011/12,56.7\n"}});
  const auto with = [&](const std::string& rows) {
    Files more = files;
    more["data/offices.csv"] = "id,title\nschools,Schools\n";
    more["data/actions.csv"] = "id,text,state,owner,evidence\n" + rows;
    return asked(more);
  };
  EXPECT_EQ(with("a1,We did,reported done,schools,\n"),
            "One action is reported done, and no evidence of it is given.\n"
            "  What has been seen that shows it?\n"
            "  Asked because evidence is not given.\n");
  EXPECT_EQ(with("a1,We did,reported done,schools,\na2,We did more,reported done,,\na3,We will,planned,,\na4,We may,under way,,\n"),
            "Two actions are reported done, and no evidence of them is given.\n"
            "  What has been seen that shows it?\n"
            "  Asked because evidence is not given.\n"
            "Two actions that are not yet done name no office that answers for them.\n"
            "  Which office answers for each?\n"
            "  Asked because an office is not given.\n");
  EXPECT_EQ(with("a1,We will,planned,,\n"),
            "One action that is not yet done names no office that answers for it.\n"
            "  Which office answers for it?\n"
            "  Asked because an office is not given.\n");
  EXPECT_EQ(with("a1,We did,evidence seen,,An audit\na2,We will,planned,schools,\n"), "");
}

TEST(Questions, ask_why_a_figure_moved_worse_first_and_not_where_a_reason_is_given) {
  Files files = card({{"measures/m.toml", measure("better-one", "pupils who passed") + measure("worse-one", "pupils who came")},
                      {"data/t.csv", one_figure + "better-one,,2010/11,50.8\nbetter-one,,2011/12,56.7\nworse-one,,2010/11,90.0\nworse-one,,2011/12,80.0\n"}});
  EXPECT_EQ(asked(files),
            "80.0% of pupils came in 2011/12. That is down 10.0 points from 90.0% the year before.\n"
            "  What is known about why?\n"
            "  Asked because the figure moved, and no reason is given.\n"
            "56.7% of pupils passed in 2011/12. That is up 5.9 points from 50.8% the year before.\n"
            "  What is known about why?\n"
            "  Asked because the figure moved, and no reason is given.\n");
  files["data/commentary.csv"] = "measure,why\nworse-one,Snow closed schools.\nbetter-one,A new timetable.\n";
  EXPECT_EQ(asked(files), "");
}

TEST(Questions, say_nothing_of_a_figure_within_rounding_or_of_which_no_better_is_said) {
  EXPECT_EQ(asked(card({{"measures/m.toml", measure("gcse", "pupils who passed") + measure("poor", "children who are poor", "better = \"none\"\n")},
                        {"data/t.csv", one_figure + "gcse,,2010/11,57\ngcse,,2011/12,56.7\ngcse,England,2011/12,57\npoor,,2010/11,20.0\npoor,,2011/12,25.0\npoor,England,2011/12,20.0\n"}})),
            "");
}

TEST(Questions, are_five_at_most_and_each_kind_is_asked_before_any_is_asked_twice) {
  std::string measures, rows = one_figure;
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
    measures += measure(id, std::string("pupils who chose ") + id);
    rows += std::string(id) + ",,2010/11,60.0\n" + id + ",,2011/12,50.0\n" + id + ",England,2011/12,55.0\n";
  }
  const Files files = card({{"measures/m.toml", measures}, {"data/t.csv", rows}, {"data/outcomes.csv", outcomes}, {"data/actions.csv", "id,text,state\na1,We did,reported done\n"}});
  const std::string all = asked(files);
  std::vector<std::string> because;
  for (const std::string_view line : split(all, '\n')) {
    if (line.starts_with("Asked because")) because.emplace_back(line);
  }
  EXPECT_THAT(because, ::testing::ElementsAre("Asked because the outcome has no measure here.", "Asked because the figure is below England.",
                                              "Asked because the figure is below England.", "Asked because evidence is not given.",
                                              "Asked because the figure moved, and no reason is given."));
  // No figure twice: b moved, because a was asked about already.
  EXPECT_THAT(all, ::testing::HasSubstr("50.0% of pupils chose b in 2011/12. That is down 10.0 points"));
}

TEST(Questions, for_everybody_know_nothing_of_what_is_for_staff) {
  const Files files = card({{"measures/m.toml", measure("inside", "cases that were seen", "better = \"higher\"\naudience = \"staff\"\n")},
                            {"data/t.csv", one_figure + "inside,,2010/11,60.0\ninside,,2011/12,50.0\n"},
                            {"data/actions.csv", "id,text,state,audience\na1,We did,reported done,staff\n"}});
  EXPECT_EQ(asked(files), "");
  EXPECT_THAT(asked(files, Audience::staff), ::testing::HasSubstr("One action is reported done"));
  EXPECT_THAT(asked(files, Audience::staff), ::testing::HasSubstr("50.0% of cases were seen"));
}

TEST(Questions, hold_no_word_that_leads_or_blames) {
  Problems problems;
  const Phrases phrases = Phrases::load(*library_file("words/en.toml"), {}, problems);
  for (const std::string& key : phrases.keys()) {
    if (key.substr(0, 9) != "question.") continue;
    for (const char* word : {"fail", "blame", "fault", "poor", "unacceptable", "why not", "should", "surely", "still not", "Do you agree"})
      EXPECT_EQ(phrases.text(key).find(word), std::string::npos) << key << ": " << word;
  }
}

}  // namespace
}  // namespace reportcard
