// SPDX-License-Identifier: MIT
// Prose: what is bound, what is refused, and which numbers nobody answers for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/numbers.h"
#include "words/prose.h"

namespace reportcard {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// One card for all: a share with counts, two choices of complaints, a month of inspections, a register of findings.
struct World {
  std::optional<Card> card;
  Figures figures;
  Grammar grammar;

  explicit World(std::map<std::string, std::string> more = {}) {
    std::map<std::string, std::string> files{
        {"card.toml", "title = \"Card\"\npublisher = \"Council\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\nbaseline = \"2011-08\"\nsections = []\nagainst = [\"england\"]\n"},
        {"measures/m.toml",
         "[measure.gcse]\ntitle = \"GCSEs\"\nsubject = \"pupils who got five or more GCSEs\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\n"
         "serves = \"context\"\nsize = \"many\"\nbaseline = false\ntarget = 65\n"
         "[measure.meals]\ntitle = \"Meals\"\nsubject = \"pupils who took school meals\"\nfrom = \"meals\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\n"
         "[measure.complaints]\ntitle = \"Complaints\"\nsubject = \"complaints that were made\"\nfrom = \"c\"\nsplit = \"stage\"\nunit = \"count\"\nbetter = \"none\"\nperiods = \"financial year\"\nserves = \"context\"\n"
         "[measure.inside]\ntitle = \"Inside\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\naudience = \"staff\"\n"},
        {"data/t.csv", "area,period,value,numerator,denominator\n,2010/11,50.8,,\n,2011/12,,1134,2000\nEngland,2011/12,58.9,,\n"},
        {"data/meals.csv", "period,value\n2011/12,\n"},
        {"data/c.csv", "period,stage,value\n2010/11,,336\n2011/12,,422\n2010/11,stage 2,49\n2011/12,stage 2,83\n"},
        {"registers/notes.toml", "title = \"Notes\"\nwhat = \"One note.\"\nrow = \"thing\"\n[column.kind]\ntitle = \"Kind\"\ntype = \"choice\"\nchoices = [\"strength\", \"weakness\"]\n"
                                  "[column.secret]\ntitle = \"Secret\"\ntype = \"text\"\naudience = \"staff\"\n"},
        {"data/notes.csv", "kind,secret\nstrength,a\nweakness,b\nstrength,c\n"},
        {"registers/letters.toml", "title = \"Letters\"\nwhat = \"One letter.\"\nrow = \"case\"\n[column.kind]\ntitle = \"Kind\"\ntype = \"text\"\n"},
        {"data/letters.csv", "kind\nx\n"},
    };
    for (auto& [name, text] : more) files[name] = text;
    Problems problems;
    card = read_card(*memory_folder(files), problems);
    if (!card) return;
    EXPECT_EQ(problems.count(Severity::error), 0u) << print_problems(problems.sorted(), false);
    figures = compute(*card, problems);
    grammar = Grammar::load(*card, problems);
  }
};

struct Read { Prose prose; Problems problems; };

Read read(std::string text) {
  static World world;
  world.card->words["page"] = std::move(text);
  Read read;
  read.prose = read_prose(*world.card, world.figures, world.grammar, "words/page.md", read.problems);
  return read;
}

std::string printed(const std::string& text) {
  const Read made = read(text);
  EXPECT_TRUE(made.problems.empty()) << print_problems(made.problems.sorted(), false);
  return plain_text(made.prose.root);
}

std::string problems_of(const std::string& text) { return print_problems(read(text).problems.sorted(), false); }

std::vector<std::string> numbers_of(const std::string& text) {
  static constexpr const char* classes[] = {"bound", "sourced", "loose", "not", "tested"};
  std::vector<std::string> all;
  for (const ProseNumber& number : read(text).prose.numbers) {
    all.push_back(fmt::format("{}:{} {} {} {}", number.place.line, number.place.column, number.text, classes[static_cast<int>(number.kind)], number.why));
  }
  return all;
}

TEST(Bindings, each_word_of_a_figure_is_printed) {
  const std::map<std::string, std::string> expected{
      {"gcse", "56.7%"},
      {"gcse@2010/11", "50.8%"},
      {"gcse.change", "up 5.9 points"},
      {"gcse@2011/12.change", "up 5.9 points"},
      {"gcse.change@2011/12", "up 5.9 points"},
      {"gcse.previous", "50.8%"},
      {"gcse.previous.period", "2010/11"},
      {"gcse.period", "2011/12"},
      {"gcse.england", "58.9%"},
      {"gcse.england.gap", "2.2 points below England"},
      {"gcse.england.period", "2011/12"},
      {"gcse.gap", "2.2 points below England"},
      {"gcse(England)", "58.9%"},
      {"gcse.target", "65%"},
      {"gcse.target.gap", "below our target of 65%, for which no date is given"},
      {"gcse.numerator", "1,134"},
      {"gcse.denominator", "2,000"},
      {"gcse.n", "2,000"},
      {"gcse.title", "GCSEs"},
      {"gcse.direction", "Better: up 5.9 points"},
      {"gcse.finding", "A larger share of pupils got five or more GCSEs, but below England’s"},
      {"complaints", "422"},
      {"complaints[stage 2]", "83"},
      {"complaints[stage-2]", "83"},
      {"complaints[stage-2]@2010/11", "49"},
      {"complaints[stage-2].change", "up 34 (69.4%)"},
      {"card.period", "2011/12"},
      {"card.area", "Rotherham"},
      {"card.baseline", "August 2011"},
      {"card.as-at", "31 December 2012"},
      {"notes.count", "3"},
      {"notes.count(kind = 'strength')", "2"},
      {"notes.count(kind = 'strength' and kind = 'weakness')", "0"},
  };
  for (const auto& [binding, text] : expected) EXPECT_EQ(printed("{" + binding + "}"), text) << binding;
}

TEST(Bindings, a_whole_sentence_stands_in_a_paragraph) {
  EXPECT_EQ(printed("{gcse.sentence} More follows."),
            "56.7% of pupils got five or more GCSEs in 2011/12. That is up 5.9 points from 50.8% the year before, and 2.2 points below England (58.9%). "
            "It is below our target of 65%, for which no date is given. More follows.");
}

TEST(Bindings, a_printed_figure_links_to_its_name) {
  const Read made = read("Results: {gcse} and **{complaints[stage-2]}**.");
  const ProseNode& paragraph = made.prose.root.children.at(0);
  ASSERT_EQ(paragraph.children.size(), 5u);
  EXPECT_EQ(paragraph.children[1].kind, ProseKind::figure_link);
  EXPECT_EQ(paragraph.children[1].text, "56.7%");
  EXPECT_EQ(paragraph.children[1].target, "gcse");
  ASSERT_EQ(paragraph.children[3].kind, ProseKind::strong);
  EXPECT_EQ(paragraph.children[3].children.at(0).target, "complaints[stage-2]");
}

TEST(Bindings, markdown_does_not_read_what_stands_in_braces) {
  EXPECT_EQ(printed("*{complaints[stage-2]}* and _{gcse}_ and {notes.count(kind = 'strength')}s"), "83 and 56.7% and 2s");
  EXPECT_EQ(printed("| a | b |\n|---|---|\n| {gcse} | {as written: 3 | page 4} |\n"), "a b 56.7% 3");
  EXPECT_EQ(printed("- {gcse}\n- {complaints}\n"), "56.7% 422");
  EXPECT_EQ(printed("A brace \\{gcse} is printed."), "A brace {gcse} is printed.");
  EXPECT_EQ(printed("`{gcse}`"), "56.7%");
}

TEST(Bindings, an_unknown_name_is_an_error_at_its_place) {
  EXPECT_EQ(problems_of("Results were {gsce}.\n"),
            "words/page.md:1:15: error: There is no measure \"gsce\".  [binding-unknown]\n"
            "    1 | Results were {gsce}.\n"
            "      |               ^~~~\n"
            "      = did you mean \"gcse\"?\n");
  EXPECT_THAT(problems_of("{gcse.chnge}"), HasSubstr("\"chnge\" is nothing that a figure says.  [binding-unknown]"));
  EXPECT_THAT(problems_of("{gcse.chnge}"), HasSubstr("did you mean \"change\"?"));
  EXPECT_THAT(problems_of("{complaints[stage-4]}"), HasSubstr("has no choice \"stage-4\""));
  EXPECT_THAT(problems_of("{gcse@2012}"), HasSubstr("\"2012\" is no financial year"));
  EXPECT_THAT(problems_of("{nots.count}"), HasSubstr("There is no register \"nots\" in this card.  [binding-unknown]"));
  EXPECT_THAT(problems_of("{card.areas}"), HasSubstr("did you mean \"area\"?"));
  EXPECT_THAT(problems_of("{gcse(Rotheram)}"), HasSubstr("There is no area \"Rotheram\""));
  EXPECT_THAT(problems_of("{notes.count(kind = 'strenth')}"), HasSubstr("strength"));
}

TEST(Bindings, what_is_not_public_does_not_reach_the_prose) {
  EXPECT_THAT(problems_of("{inside}"), HasSubstr("The measure \"inside\" is for staff, and these words are for everybody.  [binding-not-public]"));
  EXPECT_THAT(problems_of("{letters.count}"), HasSubstr("The rows of \"letters\" are about people, so prose does not count them.  [binding-not-public]"));
  EXPECT_THAT(problems_of("{notes.count(secret = 'a')}"), HasSubstr("The column \"secret\" is for staff, and these words are for everybody.  [binding-not-public]"));
}

TEST(Bindings, braces_that_are_no_binding_are_errors) {
  for (const char* text : {"{}", "{ }", "{gcse", "{gcse\n\n}", "{GCSE}", "{as written: 5}", "{as written: | x}", "{end} here", "[x](http://a/{gcse})"}) {
    EXPECT_THAT(problems_of(text), HasSubstr("[binding-syntax]")) << text;
  }
}

TEST(Bindings, a_figure_without_a_value_says_why_and_warns_outside_when) {
  const Read made = read("Meals: {meals}.");
  EXPECT_EQ(plain_text(made.prose.root), "Meals: not printed.");
  EXPECT_THAT(print_problems(made.problems.sorted(), false), HasSubstr("warning: meals has no value here, and prints “not printed”.  [binding-no-value]"));
  EXPECT_EQ(printed("{when meals is known}\nMeals: {meals}.\n{otherwise}\nMeals are {meals}.\n{end}\n"), "Meals are not printed.");
}

TEST(When, blocks_show_what_is_known) {
  EXPECT_EQ(printed("Before.\n{when gcse is known}\nIt is {gcse}.\n{otherwise}\nNothing.\n{end}\nAfter."), "Before. It is 56.7%. After.");
  EXPECT_EQ(printed("{when gcse is not known}\nNothing.\n{otherwise}\nThere.\n{end}"), "There.");
  EXPECT_EQ(printed("{when gcse.england.gap is known}\nGap.\n{end}"), "Gap.");
  EXPECT_EQ(printed("{when meals.england.gap is known}\nGap.\n{end}\nAfter."), "After.");
  EXPECT_EQ(printed("{when gcse is known}\n{when meals is known}\nA.\n{otherwise}\nB.\n{end}\n{end}"), "B.");
  EXPECT_EQ(printed("{when gcse is known}\r\nThere.\r\n{end}\r\n"), "There.");
}

TEST(When, a_block_that_is_not_shown_is_read_for_slips_and_counts_no_numbers) {
  EXPECT_THAT(problems_of("{when meals is known}\n{gsce} of 500\n{end}"), HasSubstr("There is no measure \"gsce\""));
  EXPECT_TRUE(numbers_of("{when meals is known}\n{gcse} of 500\n{end}").empty());
}

TEST(When, blocks_that_do_not_close_are_errors) {
  EXPECT_EQ(problems_of("{when gcse is known}\nText.\n"),
            "words/page.md:1:1: error: This {when ...} has no {end}.  [when-unclosed]\n"
            "    1 | {when gcse is known}\n"
            "      | ^~~~~~~~~~~~~~~~~~~~\n"
            "      = write {end} on a line of its own where the block ends\n");
  EXPECT_THAT(problems_of("{end}\n"), HasSubstr("There is no {when ...} for this {end}.  [when-unclosed]"));
  EXPECT_THAT(problems_of("{when gcse is known}\n{otherwise}\n{otherwise}\n{end}\n"), HasSubstr("There is no {when ...} for this {otherwise}."));
  EXPECT_THAT(problems_of("{when gcse}\n{end}\n"), HasSubstr("[binding-syntax]"));
}

TEST(Numbers, each_is_bound_sourced_loose_or_no_figure) {
  EXPECT_THAT(numbers_of("In 2011/12 {gcse} of pupils, {as written: 33 | Plan, section 6} promises and 62% of homes."),
              ElementsAre("1:4 2011 not year", "1:9 12 not year", "1:12 56.7% bound gcse", "1:30 33 sourced Plan, section 6", "1:78 62% loose "));
  EXPECT_EQ(problems_of("It was 62% then.\n"),
            "words/page.md:1:8: warning: “62%” is typed by hand, and nothing tests it.  [number-loose]\n"
            "    1 | It was 62% then.\n"
            "      |        ^~~\n"
            "      = bind it to its figure, or give its source: {as written: 62% | where it is printed}\n");
}

TEST(Numbers, a_sign_or_a_unit_typed_round_a_bound_figure_makes_another_number_of_it) {
  EXPECT_THAT(problems_of("{complaints} million"), HasSubstr("“422 million” is bound in part and typed in part.  [number-loose]"));
  EXPECT_THAT(problems_of("£{complaints}"), HasSubstr("“£422” is bound in part and typed in part."));
  EXPECT_THAT(problems_of("{complaints}5"), HasSubstr("“4225” is bound in part"));
  EXPECT_THAT(problems_of("{complaints}.5"), HasSubstr("“422.5” is bound in part"));
  EXPECT_THAT(problems_of("{as written: 41 | x} million"), HasSubstr("bound in part"));
}

TEST(Numbers, are_found_across_emphasis_lines_and_cells) {
  EXPECT_THAT(numbers_of("Key Stage\n**2** and 5**9**0"), ElementsAre("2:3 2 not name", "2:11 590 loose "));
  EXPECT_THAT(numbers_of("# 83 complaints\n\n> 84\n\n1. First\n2. second 85\n"), ElementsAre("1:3 83 loose ", "3:3 84 loose ", "6:11 85 loose "));
  EXPECT_THAT(numbers_of("a | b\n---|---\n86 | &pound;87\n"), ElementsAre("3:1 86 loose ", "3:6 £87 loose "));
  EXPECT_THAT(numbers_of("see [it](https://example.org/2012/77) 88"), ElementsAre("1:39 88 loose "));
}

// The table of what is a figure: text, then the numbers found in it; those that are none with what they are.
TEST(Numbers, patterns_know_what_only_looks_like_a_figure) {
  Problems problems;
  const NumberRules rules = NumberRules::load(*library_file("words/numbers.toml"), problems);
  ASSERT_TRUE(problems.empty()) << print_problems(problems.sorted(), false);
  const std::vector<std::pair<std::string, std::string>> table{
      {"58.9% of pupils", "58.9%"},
      {"fell by −2.4 points", "−2.4 points"},
      {"£3.7 million of £1,920", "£3.7 million, £1,920"},
      {"700+ families, 9.257m", "700+, 9.257m"},
      {"12 per cent", "12 per cent"},
      {"stage 62% and Key Stage 2 and 590 pupils", "62%, 2 (name), 590"},
      {"stages 1 and 2, priorities one to four", "1 (name), 2 (name), four (name)"},
      {"a third of pupils, two thirds of homes and half of all", "a third, two thirds, half"},
      {"none of them; twenty-two; nine", "none, twenty-two, nine"},
      {"three of five", "three, five"},
      {"one in four", "one in, four"},
      {"twice as many, and it doubled", "twice, doubled"},
      {"on 28 December 2012 and 3rd March", "28 (date), 2012 (date), 3 (date)"},
      {"in October 2012, by 2012/13, since 2010", "2012 (date), 2012 (year), 13 (year), 2010 (year)"},
      {"2010 to 2013 and (2012)", "2010 (year), 2013 (year), 2012 (year)"},
      {"1920 young people", "1920"},
      {"rose by 1945 cases", "1945"},
      {"Key Stage 4, KS2, Year 6, section 5, priority 3, stage 1", "4 (name), 2 (name), 6 (name), 5 (name), 3 (name), 1 (name)"},
      {"level four, section two", "four (name), two (name)"},
      {"post-16, COVID-19", "16 (name), 19 (name)"},
      {"aged 0 to 19, age 11, under-fives, children under 18", "0 (age), 19 (age), 11 (age), 18 (age)"},
      {"16 to 18 year olds and two-year-olds", "16 (age), 18 (age), two (age)"},
      {"over 20 complaints", "20"},
      {"the 1st and the 22nd", "1 (ordinal), 22 (ordinal)"},
      {"ring 999 or 0800 1111 or 01709 382121", "999 (telephone), 0800 (telephone), 1111 (telephone), 01709 (telephone), 382121 (telephone)"},
      {"Riverside House, S60 1AE", "60 (postcode), 1 (postcode)"},
      {"at 9:30 or 10am", "9 (time), 30 (time), 10 (time)"},
      {"Children Act 1989", "1989 (year)"},
      {"five or more GCSEs", "five (name)"},
      {"no figure in words that only hold one: often, tenant, someone, phone", ""},
      {"0.5, 1,000,000 and 1,23", "0.5, 1,000,000, 1, 23"},
  };
  for (const auto& [text, expected] : table) {
    std::string found;
    for (const FoundNumber& number : rules.find(text)) {
      if (!found.empty()) found += ", ";
      found += text.substr(number.begin, number.end - number.begin);
      if (!number.why.empty()) found += " (" + number.why + ")";
    }
    EXPECT_EQ(found, expected) << text;
  }
}

TEST(Numbers, a_claim_of_our_own_tests_what_it_says) {
  World world(std::map<std::string, std::string>{{"statements.toml", "[[claim]]\nsays = \"gcse@2010/11 = 50.8\"\nat = \"words/page.md:1\"\n"}});
  world.card->words["page"] = "It was 50.8% then, and 50% before.\n\n50.8%\n";
  Problems problems;
  const Prose prose = read_prose(*world.card, world.figures, world.grammar, "words/page.md", problems);
  ASSERT_EQ(prose.numbers.size(), 3u);
  EXPECT_EQ(prose.numbers[0].kind, NumberClass::tested);
  EXPECT_EQ(prose.numbers[1].kind, NumberClass::loose) << "50 is not 50.8";
  EXPECT_EQ(prose.numbers[2].kind, NumberClass::loose) << "another line";
  EXPECT_EQ(problems.count(Severity::warning), 2u);
}

TEST(Prose, markdown_becomes_a_tree) {
  const Read made = read("# Title\n\nText with *stress*, `code` and [a link](about.html).\n\n3. three\n4. four\n\n---\n\n```\nx < y\n```\n");
  const std::vector<ProseNode>& blocks = made.prose.root.children;
  ASSERT_EQ(blocks.size(), 5u);
  EXPECT_EQ(blocks[0].kind, ProseKind::heading);
  EXPECT_EQ(blocks[0].level, 1);
  EXPECT_EQ(blocks[1].children.at(5).target, "about.html");
  EXPECT_EQ(blocks[2].kind, ProseKind::ordered_list);
  EXPECT_EQ(blocks[2].level, 3);
  EXPECT_EQ(blocks[3].kind, ProseKind::rule);
  EXPECT_EQ(blocks[4].text, "x < y\n");
}

TEST(Prose, raw_html_is_text) {
  EXPECT_EQ(printed("<script>alert()</script> and <b>bold</b>"), "<script>alert()</script> and <b>bold</b>");
  EXPECT_EQ(printed("<div>\n\n&lt;x&gt; &#65; &unknown;"), "<div> <x> A &unknown;");
}

TEST(Prose, links_lead_only_where_a_page_may_lead) {
  for (const char* good : {"https://example.org/a?b=c#d", "about.html", "#part", "measures/gcse.html#how", "mailto:a@example.org", "tel:08001111"}) {
    EXPECT_EQ(problems_of(std::string("[x](") + good + ")"), "") << good;
  }
  for (const char* bad : {"javascript:alert(1)", "JaVaScript:alert(1)", "data:text/html,x", "//example.org", "vbscript:x", "java&#115;cript:alert(1)", "file:///etc/passwd", ""}) {
    const Read made = read(std::string("[x](") + bad + ")");
    EXPECT_THAT(print_problems(made.problems.sorted(), false), HasSubstr("[link-unsafe]")) << bad;
    EXPECT_EQ(made.prose.root.children.at(0).children.at(0).target, "") << bad;
  }
}

TEST(Prose, a_table_that_is_none_is_told_so) {
  EXPECT_THAT(problems_of("| a | b |\n|-|-|\n| c | d |\n"), HasSubstr("This looks like a table, but is shown as text.  [table-not-a-table]"));
  EXPECT_THAT(problems_of("Text\n| a | b |\n"), Not(HasSubstr("table")));
}

TEST(Prose, pictures_are_not_shown_and_deep_lists_are_cut) {
  EXPECT_THAT(problems_of("![a chart](chart.png)"), HasSubstr("[picture-unread]"));
  EXPECT_EQ(plain_text(read("![a chart](chart.png)").prose.root), "a chart");
  const std::string deep(400, '>');
  EXPECT_THAT(problems_of(deep + " x"), HasSubstr("[words-too-deep]"));
  EXPECT_EQ(plain_text(read(deep + " x").prose.root), "x");
}

TEST(Prose, a_file_that_is_not_there_is_an_error) {
  World world;
  Problems problems;
  read_prose(*world.card, world.figures, world.grammar, "words/nothing.md", problems);
  EXPECT_EQ(print_problems(problems.sorted(), false), "words/nothing.md: error: There is no file words/nothing.md.  [file-missing]\n      = write it in words/\n");
}

TEST(Prose, the_library_has_words_for_accessibility_and_privacy) {
  World world;
  for (const char* name : {"accessibility", "privacy"}) {
    Problems problems;
    const Prose prose = read_prose(*world.card, world.figures, world.grammar, name, problems);
    EXPECT_TRUE(problems.empty()) << print_problems(problems.sorted(), false);
    EXPECT_GT(plain_text(prose.root).size(), 200u);
  }
}

}  // namespace
}  // namespace reportcard
