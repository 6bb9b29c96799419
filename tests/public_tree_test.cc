// SPDX-License-Identifier: MIT
// What is not public is nowhere in the public tree. Marked values are planted in every staff and never column and in
// every column of case and person rows, with a late case of unusual dates; then each byte of the site is searched.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/files.h"
#include "cli/load.h"
#include "site/site.h"

namespace reportcard {
namespace {

using Files = std::map<std::string, std::string>;

const Files kCard = {
    {"card.toml", R"(
title = "Harrowmere Report Card"
area = "Harrowmere"
period = "2025/26"
as_at = "2026-03-31"
sections = ["help", "things"]
[[place]]
code = "X99000001"
name = "Harrowmere"
[section.help]
title = "Help"
measures = ["in-time", "people"]
registers = ["cases-of", "homes"]
[section.things]
title = "Things"
registers = ["things"]
)"},
    {"measures/all.toml", R"(
[measure.in-time]
title = "Visits made in time"
subject = "visits that were made in time"
kind = "within"
from = "cases-of"
by = "due"
limit = "5 working days"
periods = "financial year"
unit = "percent"
better = "higher"
counts = "cases"
serves = "help"

[measure.people]
title = "People visited"
subject = "people who were visited"
kind = "count"
from = "cases-of"
of = "person"
by = "start"
split = "kind"
periods = "financial year"
unit = "count"
better = "none"
counts = "people"
serves = "help"

[measure.cases]
title = "Visits for staff to see"
subject = "visits that staff see"
kind = "count"
from = "cases-of"
by = "start"
periods = "financial year"
unit = "count"
better = "none"
counts = "cases"
audience = "staff"
serves = "help"
)"},
    {"registers/cases-of.toml", R"(
title = "Visits"
what = "One visit."
row = "case"
shown = "table"
roles = { start = "asked", end = "made", due = "due" }
[column.id]
title = "Id"
type = "id"
required = true
[column.person]
title = "Person"
audience = "never"
[column.kind]
title = "Kind"
type = "choice"
choices = ["long", "short"]
[column.asked]
title = "Asked"
type = "date"
[column.due]
title = "Due"
type = "date"
[column.made]
title = "Made"
type = "date"
[column.about]
title = "About"
[column.team]
title = "Team"
audience = "staff"
)"},
    {"registers/homes.toml", R"(
title = "Homes"
what = "One home."
row = "provider"
shown = "table"
[column.id]
title = "Id"
type = "id"
required = true
[column.name]
title = "Name"
)"},
    {"registers/things.toml", R"(
title = "Things"
what = "One thing."
row = "thing"
shown = "table"
[column.id]
title = "Id"
type = "id"
required = true
[column.text]
title = "Thing"
[column.worker]
title = "Worker"
audience = "staff"
[column.key]
title = "Key"
audience = "never"
[column.about]
title = "About a visit"
type = "link"
to = "cases-of"
)"},
    {"data/cases-of.csv",
     "id,person,kind,asked,due,made,about,team\n"
     "CANARYID1,CANARYPERSON1,long,2025-04-07,2025-04-14,2025-04-10,CANARYABOUT1,CANARYTEAM1\n"
     "CANARYID2,CANARYPERSON2,long,2025-05-06,2025-05-13,2025-05-12,CANARYABOUT2,CANARYTEAM2\n"
     "CANARYID3,CANARYPERSON3,long,2025-06-03,2025-06-10,2025-06-09,CANARYABOUT3,CANARYTEAM3\n"
     "CANARYID4,CANARYPERSON4,long,2025-07-01,2025-07-08,2025-07-02,CANARYABOUT4,CANARYTEAM4\n"
     "CANARYID5,CANARYPERSON5,long,2025-07-02,2025-07-09,2025-07-04,CANARYABOUT5,CANARYTEAM5\n"
     "CANARYID6,CANARYPERSON6,long,2025-07-03,2025-07-10,2025-07-04,CANARYABOUT6,CANARYTEAM6\n"
     "CANARYID7,CANARYPERSON7,long,2025-07-04,2025-07-11,2025-07-08,CANARYABOUT7,CANARYTEAM7\n"
     // Late and still open, on days that nothing else has.
     "CANARYID8,CANARYPERSON8,short,2025-08-27,2025-09-03,,CANARYABOUT8,CANARYTEAM8\n"
     "CANARYID9,CANARYPERSON9,short,2025-09-17,2025-09-24,2025-11-19,CANARYABOUT9,CANARYTEAM9\n"},
    {"data/homes.csv", "id,name\nCANARYHOME1,CANARYHOMENAME1\n"},
    {"data/things.csv", "id,text,worker,key,about\nT1,A bench in the park,CANARYWORKER1,CANARYKEY1,CANARYID8\n"},
    {"words/help.md", "{in-time.sentence}\n"},
    {"words/things.md", "The things are listed below.\n"},
};

// The same card with things for members and for staff in each place that can hold one.
Files with_things_for_few() {
  Files files = kCard;
  const auto put = [](std::string& text, std::string_view from, std::string_view to) { text.replace(text.find(from), from.size(), to); };
  std::string& card = files["card.toml"];
  put(card, "\"things\"]", "\"things\", \"inside\"]");
  card += "[section.inside]\ntitle = \"CANARYSECTION\"\naudience = \"staff\"\nmeasures = [\"cases\"]\nregisters = [\"risks\"]\n"
          "[page.chamber]\nkind = \"compare\"\ntitle = \"CANARYPAGE\"\naudience = \"members\"\nmeasures = [\"briefed\"]\n";
  files["measures/all.toml"] += R"(
[measure.briefed]
title = "CANARYMEASURE"
subject = "visits that members are told of"
kind = "count"
from = "cases-of"
by = "start"
periods = "financial year"
unit = "count"
better = "none"
counts = "cases"
audience = "members"
serves = "help"
)";
  files["words/inside.md"] = "CANARYPROSE: {cases}.\n";
  files["registers/risks.toml"] = "title = \"CANARYREGISTER\"\nwhat = \"One risk.\"\nrow = \"thing\"\naudience = \"staff\"\n[column.text]\ntitle = \"Risk\"\n";
  files["data/risks.csv"] = "text\nCANARYRISK\n";
  files["registers/things.toml"] += "[column.told]\ntitle = \"Told to members\"\naudience = \"members\"\n[column.for]\ntitle = \"For whom\"\ntype = \"choice\"\nchoices = [\"public\", \"members\", \"staff\"]\n";
  put(files["registers/things.toml"], "shown = \"table\"", "shown = \"table\"\nroles = { audience = \"for\" }");
  files["data/things.csv"] =
      "id,text,worker,key,about,told,for\nT1,A bench in the park,CANARYWORKER1,CANARYKEY1,CANARYID8,CANARYTOLD,\n"
      "CANARYT2,CANARYTHING2,,,,,members\nCANARYT3,CANARYTHING3,,,,,staff\n";
  files["data/commentary.csv"] =
      "measure,why,what_next,note,audience\nin-time,Two teams became one.,,,\nin-time,CANARYWHY1,CANARYNEXT1,CANARYNOTE1,staff\nin-time,CANARYWHY2,,,members\n"
      "cases,CANARYWHY3,,,\nbriefed,CANARYWHY4,,,public\n";
  return files;
}

Tree site_of(const Files& files) {
  Problems problems;
  const auto folder = memory_folder(files);
  const auto loaded = load(*folder, problems);
  EXPECT_TRUE(loaded);
  if (!loaded) return {};
  Tree tree = build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, "test"}, problems);
  EXPECT_FALSE(problems.has_errors()) << print_problems(problems.sorted(), false);
  return tree;
}

// Every place in the tree where one of the words stands.
std::string found_in(const Tree& tree, const std::vector<std::string>& words) {
  std::string found;
  for (const auto& [name, bytes] : tree)
    for (const std::string& word : words)
      if (const std::size_t at = bytes.find(word); at != std::string::npos)
        found += name + ": ..." + bytes.substr(at > 40 ? at - 40 : 0, 100) + "...\n";
  return found;
}

TEST(PublicTree, holds_no_cell_of_a_staff_or_never_column_and_no_row_of_cases_or_providers) {
  const Tree tree = site_of(kCard);
  ASSERT_GT(tree.size(), 5u);
  EXPECT_EQ(found_in(tree, {"CANARY"}), "");
}

TEST(PublicTree, shows_the_rows_of_things_so_that_the_search_above_means_something) {
  EXPECT_NE(found_in(site_of(kCard), {"A bench in the park"}), "");
}

TEST(PublicTree, gives_no_single_date_of_a_late_case) {
  EXPECT_EQ(found_in(site_of(kCard), {"2025-08-27", "27 August 2025", "2025-09-03", "3 September 2025", "2025-09-17", "17 September 2025",
                                      "2025-11-19", "19 November 2025"}),
            "");
}

TEST(PublicTree, holds_no_measure_for_staff) {
  EXPECT_EQ(found_in(site_of(kCard), {"Visits for staff", "visits that staff see"}), "");
}

TEST(PublicTree, hides_a_small_number_of_people_and_what_would_reveal_it) {
  // Of nine people two were visited for a short time: neither the two nor the seven may stand in the data.
  const Tree tree = site_of(kCard);
  for (const auto& [name, bytes] : tree) {
    if (!name.ends_with("figures.csv")) continue;
    std::size_t at = 0;
    while ((at = bytes.find("\npeople,", at)) != std::string::npos) {
      const std::string line = bytes.substr(at + 1, bytes.find('\n', at + 1) - at - 1);
      EXPECT_EQ(line.find(",2,"), std::string::npos) << line;
      EXPECT_EQ(line.find(",7,"), std::string::npos) << line;
      ++at;
    }
  }
}

TEST(PublicTree, holds_no_section_page_measure_register_row_column_words_or_commentary_for_members_or_staff) {
  const Tree tree = site_of(with_things_for_few());
  EXPECT_EQ(found_in(tree, {"CANARY"}), "");
  EXPECT_NE(found_in(tree, {"A bench in the park"}), "");
  EXPECT_NE(found_in(tree, {"teams became one"}), "");
}

TEST(PublicTree, is_the_same_to_the_byte_when_what_is_for_members_or_staff_is_scrambled) {
  const Files files = with_things_for_few();
  Files scrambled = files;
  for (auto& [name, bytes] : scrambled) {
    if (name == "data/cases-of.csv" || name == "data/homes.csv") continue;
    for (std::size_t at = bytes.find("CANARY"); at != std::string::npos; at = bytes.find("CANARY", at)) {
      if (bytes.compare(at, 8, "CANARYID") == 0) at += 6;   // links to a visit stay links
      else bytes.replace(at, 6, "OTHER");
    }
  }
  const Tree before = site_of(files), after = site_of(scrambled);
  ASSERT_EQ(before.size(), after.size());
  for (const auto& [name, bytes] : before) EXPECT_EQ(bytes, after.at(name)) << name;
}

TEST(PublicTree, is_the_same_to_the_byte_when_a_column_that_nobody_names_is_scrambled) {
  Files scrambled = kCard;
  std::string& rows = scrambled["data/cases-of.csv"];
  for (const char* team : {"CANARYTEAM1", "CANARYTEAM2", "CANARYTEAM3", "CANARYABOUT4"}) {
    const std::size_t at = rows.find(team);
    ASSERT_NE(at, std::string::npos);
    rows.replace(at, 11, "scrambled");
  }
  const Tree before = site_of(kCard), after = site_of(scrambled);
  ASSERT_EQ(before.size(), after.size());
  for (const auto& [name, bytes] : before) EXPECT_EQ(bytes, after.at(name)) << name;
}

TEST(PublicTree, of_both_examples_is_the_same_to_the_byte_when_built_twice) {
  for (const char* example : {"small", "rotherham-2012"}) {
    Tree trees[2];
    for (Tree& tree : trees) {
      Problems problems;
      const auto folder = disk_folder(std::string(REPORTCARD_SOURCE_DIR) + "/examples/" + example);
      const auto loaded = load(*folder, problems);
      ASSERT_TRUE(loaded);
      tree = build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, "test"}, problems);
    }
    EXPECT_EQ(trees[0], trees[1]) << example;
    EXPECT_GT(trees[0].size(), 20u);
  }
}

TEST(PublicTree, of_the_invented_council_holds_no_key_of_a_child_or_person) {
  Problems problems;
  const auto folder = disk_folder(std::string(REPORTCARD_SOURCE_DIR) + "/examples/small");
  const auto loaded = load(*folder, problems);
  ASSERT_TRUE(loaded);
  const Tree tree = build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, "test"}, problems);
  std::vector<std::string> keys;
  for (const auto& [register_id, column] : {std::pair{"complaints", "person"}, {"complaints", "id"}, {"assessments", "child"}, {"care", "child"}, {"providers", "title"}}) {
    const Records* records = loaded->card->find_records(register_id);
    ASSERT_NE(records, nullptr);
    if (records->find(column) == nullptr || records->find(column)->cells == nullptr) continue;  // not even read
    for (std::size_t row = 0; row < records->rows; ++row) keys.push_back(">" + records->text(row, column) + "<");
  }
  ASSERT_GT(keys.size(), 50u);
  EXPECT_EQ(found_in(tree, keys), "");
}

TEST(OwnPhrases, replace_those_of_the_library) {
  Files files = kCard;
  files["words/en.toml"] = "[few]\nsome = \"no fewer than {some} of {all} {people} {did} {when}\"\n";
  EXPECT_NE(site_of(files).at("section-help.html").find("No fewer than"), std::string::npos);
  EXPECT_EQ(site_of(kCard).at("section-help.html").find("No fewer than"), std::string::npos);
}

}  // namespace
}  // namespace reportcard
