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
