// SPDX-License-Identifier: MIT
// From one edition to the next: each change of its kind, and nothing told that the later edition keeps back.
#include <gtest/gtest.h>

#include "engine/edition_changes.h"
#include "engine/small_card.h"

namespace reportcard {
namespace {

const std::string kHeader = "measure,title,area_code,area_name,area_level,choice,period,period_kind,basis,value,value_shown,unit,symbol,numerator,denominator,better,ratio,known_places\n";

// "reviews,,2012-09,70.3" -> a row of a record: measure, choice, period, value; "c" is hidden, "" not known.
std::string row(const std::string& measure, const std::string& choice, const std::string& period, const std::string& value, const std::string& area = "E08000018,Rotherham,authority") {
  const bool known = !value.empty() && value != "c";
  return measure + ",Title of " + measure + "," + area + "," + choice + "," + period + ",month,published," + (known ? value : "") + "," + (known ? value + "%" : "not shown") + ",percent," +
         (known ? "" : value == "c" ? "c" : "x") + ",,,higher," + "," + "\n";
}

Kept edition(const std::string& id, const std::string& rows, std::vector<KeptMeasure> measures = {}, const std::string& day = {}) {
  Problems problems;
  auto figures = read_kept_figures("figures.csv", FileBytes(kHeader + rows), problems);
  EXPECT_TRUE(problems.empty()) << print_problems(problems.sorted(), false);
  if (measures.empty()) {
    for (const char* one : {"reviews", "visits", "inside"}) {
      if (rows.find(std::string(one) + ",") != std::string::npos)
        measures.push_back({one, std::string("Title of ") + one, "same", std::string(one) == "inside" ? Audience::staff : Audience::public_, {}});
    }
  }
  return kept_edition(id, id, Date::parse(day), std::move(*figures), std::move(measures));
}

SmallCard card(const std::string& revisions = {}) {
  std::map<std::string, std::string> files = {
      {"measures/a.toml",
       "[measure.reviews]\ntitle = \"Reviews held in time\"\nfrom = \"values\"\nperiods = \"month\"\nunit = \"percent\"\nbetter = \"higher\"\nsize = \"many\"\nsplit = \"team\"\nparts = \"apart\"\n"
       "[measure.visits]\nuse = \"reviews\"\ntitle = \"Visits\"\n[measure.inside]\nuse = \"reviews\"\ntitle = \"Inside\"\naudience = \"staff\"\n"},
      {"data/values.csv", "measure,period,team,value\nreviews,2012-10,,71.2\nvisits,2012-10,,50.0\ninside,2012-10,,10.0\n"}};
  if (!revisions.empty()) files["data/revisions.csv"] = revisions;
  return small_card(files, "period = \"2012-10\"\nperiod_kind = \"month\"\n");
}

// "moved reviews 2012-09 70.3 -> 2012-10 71.2 better", a line a change.
std::string told(const SmallCard& of, const Kept& before, const Kept& now, Audience reader = Audience::public_, const KeptEdition* today = nullptr) {
  constexpr std::string_view kinds[] = {"correction", "revised", "moved", "added", "withdrawn", "definition"};
  constexpr std::string_view directions[] = {"better", "worse", "no change", "cannot say"};
  std::string all;
  for (const EditionChange& one : compare_editions(*of.card, before, now, reader, today).all) {
    all += std::string(kinds[static_cast<int>(one.kind)]) + " " + one.measure + (one.choice.empty() ? "" : "[" + one.choice + "]") + (one.area.empty() ? "" : " " + one.area);
    if (one.before) all += " " + (one.before->period ? one.before->period->name() : "-") + " " + (one.before_shown ? one.before->value : std::string("..."));
    if (one.now) all += " -> " + (one.now->period ? one.now->period->name() : "-") + " " + (one.now->is_hidden() ? std::string("hidden") : one.now->value);
    if (one.change) all += " " + std::string(directions[static_cast<int>(one.change->direction)]);
    for (const std::string& key : one.keys) all += " {" + key + "}";
    all += "\n";
  }
  return all.empty() ? "nothing" : all;
}

TEST(EditionChanges, a_figure_moves_from_its_last_period_then_to_its_last_period_now) {
  const Kept september = edition("2012-09", row("reviews", "", "2012-08", "70.1") + row("reviews", "", "2012-09", "70.3"));
  EXPECT_EQ(told(card(), september, edition("2012-10", row("reviews", "", "2012-08", "70.1") + row("reviews", "", "2012-09", "70.3") + row("reviews", "", "2012-10", "71.2"))),
            "moved reviews 2012-09 70.3 -> 2012-10 71.2 better\n");
}

TEST(EditionChanges, a_change_within_rounding_is_none) {
  EXPECT_EQ(told(card(), edition("2012-09", row("reviews", "", "2012-09", "70.3")), edition("2012-10", row("reviews", "", "2012-09", "70.3") + row("reviews", "", "2012-10", "70.2"))),
            "moved reviews 2012-09 70.3 -> 2012-10 70.2 no change\n");
}

TEST(EditionChanges, nothing_new_is_nothing_to_tell) {
  const Kept same = edition("2012-09", row("reviews", "", "2012-09", "70.3"));
  EXPECT_EQ(told(card(), same, edition("2012-10", row("reviews", "", "2012-09", "70.3"))), "nothing");
}

TEST(EditionChanges, a_past_figure_with_another_value_is_revised_and_stands_before_what_moved) {
  const Kept september = edition("2012-09", row("reviews", "", "2012-08", "70.1") + row("reviews", "", "2012-09", "70.3"));
  EXPECT_EQ(told(card(), september, edition("2012-10", row("reviews", "", "2012-08", "69.8") + row("reviews", "", "2012-09", "70.3") + row("reviews", "", "2012-10", "71.2"))),
            "revised reviews 2012-08 70.1 -> 2012-08 69.8\nmoved reviews 2012-09 70.3 -> 2012-10 71.2 better\n");
}

TEST(EditionChanges, england_may_be_revised_too_and_is_named) {
  const std::string england = "E92000001,England,country";
  EXPECT_EQ(told(card(), edition("2012-09", row("reviews", "", "2012-09", "65.0", england)), edition("2012-10", row("reviews", "", "2012-09", "65.4", england))),
            "revised reviews England 2012-09 65.0 -> 2012-09 65.4\n");
}

TEST(EditionChanges, a_row_of_revisions_says_why_and_a_correction_is_one) {
  const SmallCard explained = card("measure,period,kind,why,on\nreviews,2012-08,correction,A team was left out.,2012-11-02\n");
  ASSERT_FALSE(explained.problems.has_errors()) << explained.all_problems();
  const Kept september = edition("2012-09", row("reviews", "", "2012-08", "70.1")), october = edition("2012-10", row("reviews", "", "2012-08", "69.8"));
  EXPECT_EQ(told(explained, september, october), "correction reviews 2012-08 70.1 -> 2012-08 69.8\n");
  Problems said;
  check_revisions(*explained.card, compare_editions(*explained.card, september, october, Audience::staff), said);
  EXPECT_TRUE(said.empty());
}

TEST(EditionChanges, without_a_row_there_is_a_warning_once_a_measure) {
  const SmallCard plain = card();
  const Kept september = edition("2012-09", row("reviews", "", "2012-08", "70.1") + row("reviews", "", "2012-07", "60.0")),
             october = edition("2012-10", row("reviews", "", "2012-08", "69.8") + row("reviews", "", "2012-07", "61.0"));
  Problems said;
  check_revisions(*plain.card, compare_editions(*plain.card, september, october, Audience::staff), said);
  ASSERT_EQ(said.all().size(), 1U);
  EXPECT_EQ(said.all()[0].code, "revision-unexplained");
  EXPECT_EQ(said.all()[0].message, "\"reviews\" was 70.1% for August 2012 in the edition 2012-09, is 69.8% now, and nothing says why; one more of its figures changed.");
}

TEST(EditionChanges, a_correction_of_this_edition_is_told_though_no_figure_shows_it) {
  const SmallCard told_card = card("measure,edition,kind,why,on\nreviews,2012-10,correction,The sentence named the wrong month.,2012-11-02\nreviews,2012-11,correction,Later.,2012-12-02\n");
  const Kept same = edition("2012-09", row("reviews", "", "2012-09", "70.3"));
  EXPECT_EQ(told(told_card, same, edition("2012-10", row("reviews", "", "2012-09", "70.3"))), "correction reviews\n");
}

TEST(EditionChanges, measures_parts_and_past_figures_that_come_or_go_are_told) {
  const Kept before = edition("2012-09", row("reviews", "North", "2012-08", "70.1") + row("reviews", "", "2012-08", "70.0") + row("reviews", "", "2012-07", "69.0") + row("visits", "", "2012-08", "50.0"));
  const Kept now = edition("2012-10", row("reviews", "South", "2012-08", "71.1") + row("reviews", "", "2012-08", "70.0") + row("reviews", "", "2012-06", "68.0") + row("reviews", "", "2012-07", ""));
  EXPECT_EQ(told(card(), before, now),
            "added reviews[South]\nadded reviews -> 2012-06 68.0\nwithdrawn visits\nwithdrawn reviews[North]\nwithdrawn reviews 2012-07 ...\n");
}

TEST(EditionChanges, a_number_that_is_hidden_now_is_not_told_by_the_earlier_edition) {
  const Kept before = edition("2012-09", row("reviews", "North", "2012-09", "40.0") + row("reviews", "", "2012-09", "70.0"));
  EXPECT_EQ(told(card(), before, edition("2012-10", row("reviews", "North", "2012-09", "c") + row("reviews", "", "2012-09", "70.0"))),
            "revised reviews[North] 2012-09 ... -> 2012-09 hidden\n");
  // Nor as what October's figure is set against.
  EXPECT_EQ(told(card(), before, edition("2012-10", row("reviews", "North", "2012-09", "c") + row("reviews", "North", "2012-10", "41.0"))),
            "revised reviews[North] 2012-09 ... -> 2012-09 hidden\nmoved reviews[North] 2012-09 ... -> 2012-10 41.0\nwithdrawn reviews\n");
}

TEST(EditionChanges, a_number_that_is_hidden_today_is_told_by_no_past_comparison) {
  const Kept before = edition("2012-08", row("reviews", "North", "2012-08", "40.0")), now = edition("2012-09", row("reviews", "North", "2012-08", "41.0") + row("reviews", "North", "2012-09", "42.0"));
  const Kept today = edition("", row("reviews", "North", "2012-08", "c") + row("reviews", "North", "2012-09", "c"));
  EXPECT_EQ(told(card(), before, now, Audience::public_, today.get()), "nothing");
  EXPECT_EQ(told(card(), before, now), "revised reviews[North] 2012-08 40.0 -> 2012-08 41.0\nmoved reviews[North] 2012-08 40.0 -> 2012-09 42.0 better\n");
}

TEST(EditionChanges, a_measure_for_staff_is_told_to_staff_alone) {
  const Kept before = edition("2012-09", row("inside", "", "2012-09", "10.0")), now = edition("2012-10", row("inside", "", "2012-09", "11.0") + row("inside", "", "2012-10", "12.0"));
  EXPECT_EQ(told(card(), before, now, Audience::public_), "nothing");
  EXPECT_EQ(told(card(), before, now, Audience::members), "nothing");
  EXPECT_EQ(told(card(), before, now, Audience::staff), "revised inside 2012-09 10.0 -> 2012-09 11.0\nmoved inside 2012-09 10.0 -> 2012-10 12.0 better\n");
}

TEST(EditionChanges, a_measure_that_was_public_and_is_for_staff_now_is_not_told_even_as_gone) {
  std::vector<KeptMeasure> then = {{"inside", "Title of inside", "same", Audience::public_, {}}};
  EXPECT_EQ(told(card(), edition("2012-09", row("inside", "", "2012-09", "10.0"), then), edition("2012-10", row("reviews", "", "2012-09", "1.0"))), "added reviews\n");
}

TEST(EditionChanges, another_definition_is_told_key_by_key_and_then_no_better_or_worse_is_said) {
  const Definition was = {{"where", "stage = 1"}, {"target", "60"}}, is = {{"where", "stage in (1, 2)"}, {"target", "65"}, {"few", "20"}};
  const Kept before = edition("2012-09", row("reviews", "", "2012-09", "70.3"), {{"reviews", "Reviews", "one", Audience::public_, was}});
  const Kept now = edition("2012-10", row("reviews", "", "2012-09", "70.3") + row("reviews", "", "2012-10", "80.0"), {{"reviews", "Reviews", "two", Audience::public_, is}});
  EXPECT_EQ(told(card(), before, now),
            "moved reviews 2012-09 70.3 -> 2012-10 80.0 cannot say\n"
            "definition reviews {where: stage in (1, 2), was stage = 1} {target: 65, was 60} {few: 20, not given before}\n");
}

TEST(EditionChanges, of_two_files_without_their_card_the_measures_are_known_by_their_figures) {
  Problems problems;
  auto figures = [&](const std::string& rows) { return *read_kept_figures("a.csv", FileBytes(kHeader + rows), problems); };
  const Kept before = kept_edition("a.csv", "a.csv", std::nullopt, figures(row("reviews", "", "2012-09", "70.3")), {});
  const Kept now = kept_edition("b.csv", "b.csv", std::nullopt, figures(row("reviews", "", "2012-09", "70.3") + row("reviews", "", "2012-10", "71.2")), {});
  SmallCard bare;
  bare.card = std::make_unique<Card>();
  measures_from_figures(*now, *bare.card);
  EXPECT_EQ(told(bare, before, now), "moved reviews Rotherham 2012-09 70.3 -> 2012-10 71.2 cannot say\n");   // how many is not given
}

TEST(EditionRecord, a_figure_comes_back_as_exact_as_it_was_kept) {
  Problems problems;
  const auto figures = read_kept_figures("figures.csv", FileBytes(kHeader + "reviews,T,E08000018,Rotherham,authority,,2012-09,month,computed,66.7,66.7%,percent,,2,3,higher,200/3,\n"
                                                                  "spending,T,E08000018,Rotherham,authority,,2012-09,month,published,30470000,£30.47 million,gbp,,,,none,30470000,-4\n"), problems);
  const Kept kept = kept_edition("a", "a", std::nullopt, *figures, {});
  EXPECT_EQ(kept->numbers[0].value, (Ratio{200, 3}));
  EXPECT_EQ(kept->numbers[0].places, Number::wholly);
  EXPECT_EQ(kept->numbers[1].places, -4);
}

}  // namespace
}  // namespace reportcard
