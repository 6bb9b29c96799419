// SPDX-License-Identifier: MIT
// Nothing that is not public is in the public tree: canaries in every cell that nobody may see, searched for in every byte.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/build_for_tests.h"

namespace reportcard {
namespace {

// A case of an odd day, a person, a provider in somebody's home, a thing with a staff note.
std::map<std::string, std::string> folder() {
  return {
      {"card.toml", R"(title = "Testham Report Card"
area = "Rotherham"
period = "2011/12"
sections = ["voice"]
[section.voice]
title = "Voice"
measures = ["complaints"]
registers = ["complaint-log", "promises", "homes"]
)"},
      {"measures/all.toml", R"([measure.complaints]
title = "Complaints"
subject = "complaints"
kind = "count"
from = "complaint-log"
by = "start"
periods = "financial year"
unit = "count"
better = "none"
counts = "cases"
serves = "context"
[measure.quiet]
title = "CANARYTITLE of a staff measure"
subject = "complaints"
kind = "count"
from = "complaint-log"
where = "team = 'CANARYTEAM'"
by = "start"
periods = "financial year"
unit = "count"
better = "none"
counts = "cases"
audience = "staff"
serves = "context"
)"},
      {"registers/complaint-log.toml", R"(title = "Complaints"
what = "One complaint."
row = "case"
shown = "table"
roles = { start = "received" }
[column.id]
type = "id"
[column.received]
type = "date"
[column.team]
type = "text"
audience = "staff"
[column.person]
type = "text"
audience = "never"
[column.words]
type = "text"
)"},
      {"registers/homes.toml", "title = \"Homes\"\nwhat = \"One home.\"\nrow = \"provider\"\nshown = \"list\"\n[column.id]\ntype = \"id\"\n[column.title]\ntype = \"text\"\n"},
      {"registers/promises.toml", R"(title = "Promises"
what = "One promise."
row = "thing"
shown = "table"
[column.id]
type = "id"
[column.text]
type = "text"
[column.case]
type = "link"
to = "complaint-log"
[column.home]
type = "link"
to = "homes"
[column.owner]
type = "text"
audience = "staff"
[column.child]
type = "text"
audience = "never"
)"},
      {"data/complaint-log.csv", "id,received,team,person,words\nCANARYCASE,1961-07-13,CANARYTEAM,CANARYPERSON,CANARYWORDS\nC2,2011-05-02,T,P,W\n"},
      {"data/homes.csv", "id,title\nCANARYHOME,CANARYADDRESS\n"},
      {"data/promises.csv", "id,text,case,home,owner,child\np1,We will answer,CANARYCASE,CANARYHOME,CANARYOWNER,CANARYCHILD\n"},
  };
}

TEST(Privacy, no_cell_that_nobody_may_see_is_in_any_file) {
  const BuiltSite site = build_for_test(folder());
  ASSERT_FALSE(site.problems.has_errors()) << print_problems(site.problems.sorted(), false);
  ASSERT_TRUE(site.says("voice.html", "We will answer"));
  ASSERT_TRUE(site.says("downloads/register-promises.csv", "We will answer"));
  for (const auto& [name, bytes] : site.tree) {
    EXPECT_EQ(bytes.find("CANARY"), std::string::npos) << name << ": " << bytes.substr(bytes.find("CANARY"), 40);
    // Its year is a figure; its day is nobody's business.
    for (const char* day : {"1961-07", "July 1961", "13 July"}) EXPECT_EQ(bytes.find(day), std::string::npos) << name;
  }
  EXPECT_FALSE(site.tree.contains("downloads/register-complaint-log.csv"));
  EXPECT_FALSE(site.tree.contains("downloads/register-homes.csv"));
}

TEST(Privacy, another_value_in_a_column_that_no_measure_names_changes_no_byte) {
  const Tree before = build_for_test(folder()).tree;
  auto scrambled = folder();
  for (const auto& [file, from, to] : {std::tuple{"data/promises.csv", "CANARYOWNER", "somebody else"}, {"data/promises.csv", "CANARYCHILD", "nobody"},
                                       {"data/complaint-log.csv", "CANARYPERSON", "x"}, {"data/complaint-log.csv", "CANARYWORDS", "y"}}) {
    std::string& bytes = scrambled[file];
    bytes.replace(bytes.find(from), std::string_view(from).size(), to);
  }
  EXPECT_EQ(build_for_test(scrambled).tree, before);
}

// 1 to 5 people are hidden in a split, with what would reveal them; the total stands.
TEST(Privacy, a_small_number_of_people_is_nowhere_and_its_place_says_so) {
  std::string rows = "id,person,received,stage\n";
  const auto people = [&](const std::string& stage, int many, const std::string& prefix) {
    for (int i = 0; i < many; ++i) rows += prefix + std::to_string(i) + "," + prefix + std::to_string(i) + ",2011-06-01," + stage + "\n";
  };
  people("Stage one", 731, "a");
  people("Stage two", 640, "b");
  people("Stage three", 4, "c");
  const BuiltSite site = build_for_test({
      {"card.toml", "title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"voice\"]\n[section.voice]\ntitle = \"Voice\"\nmeasures = [\"people\"]\n"},
      {"measures/all.toml", "[measure.people]\ntitle = \"People who complained\"\nsubject = \"people who complained\"\nkind = \"count\"\nfrom = \"log\"\nof = \"person\"\nby = \"start\"\n"
                            "split = \"stage\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\ncounts = \"people\"\nserves = \"context\"\n"},
      {"registers/log.toml", "title = \"Log\"\nwhat = \"One complaint.\"\nrow = \"case\"\nroles = { start = \"received\" }\n[column.id]\ntype = \"id\"\n[column.person]\ntype = \"text\"\naudience = \"never\"\n"
                             "[column.received]\ntype = \"date\"\n[column.stage]\ntype = \"choice\"\nchoices = [\"Stage one\", \"Stage two\", \"Stage three\"]\n"},
      {"data/log.csv", rows},
  });
  ASSERT_FALSE(site.problems.has_errors()) << print_problems(site.problems.sorted(), false);
  EXPECT_TRUE(site.says("measure-people.html", "1,375"));
  // Of the three parts one is small; the next smallest goes with it, since the total less the others would reveal it.
  EXPECT_FALSE(site.says("measure-people.html", "640"));
  EXPECT_FALSE(site.says("downloads/figures.csv", "640"));
  EXPECT_TRUE(site.says("measure-people.html", "731"));
  EXPECT_TRUE(site.says("measure-people.html", "to protect people"));
  std::size_t hidden = 0;
  const std::string& csv = site.page("downloads/figures.csv");
  for (std::size_t at = csv.find(",c,"); at != std::string::npos; at = csv.find(",c,", at + 1)) ++hidden;
  EXPECT_EQ(hidden, 2U);
  for (const std::string& line : {std::string("Stage three"), std::string("Stage two")}) {
    const std::size_t from = csv.find("," + line + ",");
    ASSERT_NE(from, std::string::npos);
    const std::string row = csv.substr(from, csv.find('\n', from) - from);
    EXPECT_NE(row.find("final,,,"), std::string::npos) << row;  // no value, and nothing exact
  }
}

TEST(Privacy, a_page_that_lists_a_staff_measure_is_an_error_and_shows_nothing_of_it) {
  auto files = folder();
  const std::string from = "measures = [\"complaints\"]";
  files["card.toml"].replace(files["card.toml"].find(from), from.size(), "measures = [\"complaints\", \"quiet\"]");
  const BuiltSite site = build_for_test(files);
  std::vector<std::string> codes;
  for (const Problem& problem : site.problems.all()) codes.push_back(problem.code);
  EXPECT_THAT(codes, ::testing::Contains("page-needs-staff-figure"));
  EXPECT_FALSE(site.anywhere("CANARY"));
}

// The same folder, with things for members and for staff: a page, a measure, a column, rows, links to them, claims about them.
std::map<std::string, std::string> for_three_audiences() {
  auto files = folder();
  files["card.toml"] = R"(title = "Testham Report Card"
area = "Rotherham"
period = "2011/12"
sections = ["voice", "inside"]
[section.voice]
title = "Voice"
measures = ["complaints"]
registers = ["complaint-log", "promises", "homes", "plans"]
[section.inside]
title = "MARKSTAFF section"
audience = "staff"
measures = ["quiet"]
registers = ["risks"]
[page.chamber]
kind = "compare"
title = "MARKMEMBERS page"
audience = "members"
measures = ["briefed"]
section = "voice"
)";
  files["measures/all.toml"] += R"([measure.briefed]
title = "MARKMEMBERS measure"
subject = "complaints"
kind = "count"
from = "complaint-log"
by = "start"
periods = "financial year"
unit = "count"
better = "none"
counts = "cases"
audience = "members"
serves = "context"
)";
  std::string& measures = files["measures/all.toml"];
  measures.replace(measures.find("CANARYTITLE of a staff"), 22, "MARKSTAFF");
  files["words/inside.md"] = "MARKSTAFF words: {quiet} came from one team, {complaints} in all, {plans.count} plans.\n";
  files["words/voice.md"] = "Here are {plans.count} plans.\n";
  files["registers/plans.toml"] = R"(title = "Plans"
what = "One plan."
row = "thing"
shown = "list"
roles = { audience = "for" }
[column.id]
type = "id"
[column.text]
type = "text"
[column.cost]
type = "text"
audience = "members"
[column.measure]
type = "measure"
[column.after]
type = "link"
to = "plans"
[column.for]
title = "For whom"
type = "choice"
choices = ["public", "members", "staff"]
)";
  files["registers/risks.toml"] = "title = \"MARKSTAFF risks\"\nwhat = \"One risk.\"\nrow = \"thing\"\nshown = \"list\"\naudience = \"staff\"\n[column.id]\ntype = \"id\"\n[column.text]\ntype = \"text\"\n";
  files["data/plans.csv"] =
      "id,text,cost,measure,after,for\n"
      "p1,A plan for all,MARKMEMBERS cost,quiet,markstaff-id,\n"
      "p2,MARKMEMBERS plan,,briefed,p1,members\n"
      "markstaff-id,MARKSTAFF plan,,,p2,staff\n"
      "p4,A second plan for all,,complaints,p1,public\n";
  files["data/risks.csv"] = "id,text\nr1,MARKSTAFF risk\n";
  files["statements.toml"] = "[[claim]]\nsays = \"quiet = 7\"\nat = \"notes:3\"\nsource = \"MARKSTAFF notes\"\n";
  return files;
}

// The marks that stand somewhere in the site.
std::vector<std::string> marks_in(const BuiltSite& site) {
  std::vector<std::string> found;
  for (const char* mark : {"MARKMEMBERS", "MARKSTAFF", "markstaff", "CANARY"}) {
    if (site.anywhere(mark)) found.emplace_back(mark);
  }
  return found;
}

TEST(Audiences, each_sees_what_is_theirs_and_what_is_for_wider_ones) {
  using ::testing::ElementsAre;
  using ::testing::IsEmpty;
  const BuiltSite everybody = build_for_test(for_three_audiences());
  ASSERT_FALSE(everybody.problems.has_errors()) << print_problems(everybody.problems.sorted(), false);
  EXPECT_THAT(marks_in(everybody), IsEmpty());
  EXPECT_THAT(marks_in(build_for_test(for_three_audiences(), Audience::members)), ElementsAre("MARKMEMBERS"));

  const BuiltSite staff = build_for_test(for_three_audiences(), Audience::staff);
  for (const char* words : {"MARKSTAFF section", "MARKMEMBERS page", "MARKSTAFF words", "MARKSTAFF risk", "MARKSTAFF plan", "MARKMEMBERS cost", "MARKSTAFF notes"})
    EXPECT_TRUE(staff.anywhere(words)) << words;
  EXPECT_TRUE(staff.tree.contains("measure-quiet.html"));
  EXPECT_TRUE(staff.tree.contains("downloads/register-risks.csv"));
  // Staff see no case, no person and no cell that nobody sees.
  for (const char* canary : {"CANARYCASE", "CANARYPERSON", "CANARYWORDS", "CANARYCHILD", "CANARYADDRESS", "CANARYHOME"}) EXPECT_FALSE(staff.anywhere(canary)) << canary;
}

TEST(Audiences, every_page_that_is_not_for_everybody_says_so_and_asks_to_be_left_out_of_search) {
  const BuiltSite everybody = build_for_test(for_three_audiences());
  const BuiltSite members = build_for_test(for_three_audiences(), Audience::members), staff = build_for_test(for_three_audiences(), Audience::staff);
  for (const auto& [site, title, notice] : {std::tuple{&members, "<title>For members: ", "<b>For members. Not for publication.</b>"},
                                            std::tuple{&staff, "<title>OFFICIAL-SENSITIVE: ", "<b>OFFICIAL-SENSITIVE. For staff. Not for publication.</b>"}}) {
    for (const auto& [name, bytes] : site->tree) {
      if (!name.ends_with(".html")) continue;
      EXPECT_NE(bytes.find(title), std::string::npos) << name;
      EXPECT_NE(bytes.find(notice), std::string::npos) << name;
      EXPECT_NE(bytes.find("<meta name=\"robots\" content=\"noindex\">"), std::string::npos) << name;
    }
    EXPECT_TRUE(site->tree.contains("robots.txt"));
  }
  for (const auto& [name, bytes] : everybody.tree) {
    if (!name.ends_with(".html")) continue;
    EXPECT_EQ(bytes.find("For members"), std::string::npos) << name;
    EXPECT_EQ(bytes.find("OFFICIAL-SENSITIVE"), std::string::npos) << name;
  }
}

TEST(Audiences, a_count_of_rows_in_prose_is_of_those_that_its_readers_see) {
  const BuiltSite staff = build_for_test(for_three_audiences(), Audience::staff);
  EXPECT_NE(PageFaults(staff.page("voice.html")).text.find("Here are 2 plans."), std::string::npos);
  EXPECT_THAT(PageFaults(staff.page("inside.html")).text, ::testing::HasSubstr("came from one team, 1 in all, 4 plans."));
}

TEST(Audiences, other_words_in_what_is_for_few_change_no_byte_for_everybody) {
  const Tree before = build_for_test(for_three_audiences()).tree;
  auto scrambled = for_three_audiences();
  for (auto& [file, bytes] : scrambled) {
    for (const std::string_view mark : {"MARKMEMBERS", "MARKSTAFF", "markstaff"}) {
      for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at)) bytes.replace(at, mark.size(), mark == "markstaff" ? "hidden" : "Other");
    }
  }
  EXPECT_EQ(build_for_test(scrambled).tree, before);
}

TEST(Audiences, where_all_rows_are_kept_back_a_page_does_not_say_that_there_are_none) {
  auto files = for_three_audiences();
  files["data/plans.csv"] = "id,text,for\np1,MARKSTAFF plan,staff\n";
  const BuiltSite site = build_for_test(files);
  EXPECT_TRUE(site.says("voice.html", "None is published here."));
  EXPECT_FALSE(site.says("voice.html", "None is recorded."));
}

TEST(Audiences, words_are_for_the_widest_of_the_pages_that_show_them) {
  auto files = for_three_audiences();
  // A claim about a figure for staff gives it away as well as the figure does.
  for (const char* words : {"{quiet}", "{quiet.title}", "{claim quiet: There was one}", "{plans.count(cost = 'x')}"}) {
    files["words/voice.md"] = std::string(words) + "\n";
    std::vector<std::string> codes;
    const BuiltSite site = build_for_test(files, Audience::staff);
    for (const Problem& problem : site.problems.all()) codes.push_back(problem.code);
    EXPECT_THAT(codes, ::testing::Contains("binding-not-public")) << words;
  }
}

}  // namespace
}  // namespace reportcard
