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

}  // namespace
}  // namespace reportcard
