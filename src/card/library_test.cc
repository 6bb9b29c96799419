// SPDX-License-Identifier: MIT
// The definitions built into the program: each is read here, so that no council is the first to find a slip in one.
#include "card/library.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "card/card_for_tests.h"

namespace reportcard {
namespace {

// The ids under one kind of heading in a file: [limit.ID].
std::vector<std::string> headings(std::string_view text, std::string_view table) {
  std::vector<std::string> ids;
  const std::string heading = "\n[" + std::string(table) + ".";
  for (std::size_t at = text.find(heading); at != text.npos; at = text.find(heading, at + 1)) {
    const std::size_t from = at + heading.size();
    ids.emplace_back(text.substr(from, text.find(']', from) - from));
  }
  return ids;
}

TEST(Library, files_are_found_by_name_and_listed_by_folder) {
  ASSERT_TRUE(library_file("areas/england.csv"));
  EXPECT_EQ(library_file("areas/england.csv")->substr(0, 9), "code,name");
  EXPECT_FALSE(library_file("areas/england"));
  EXPECT_FALSE(library_file(""));
  EXPECT_THAT(library_list("areas"), testing::ElementsAre("areas/england.csv", "areas/licence.txt"));
  EXPECT_THAT(library_list("nothing"), testing::IsEmpty());
  for (const std::string& name : library_list("")) EXPECT_TRUE(library_file(name)) << name;
}

TEST(Library, every_register_can_be_read) {
  std::string ids;
  for (const std::string& name : library_list("registers")) ids += (ids.empty() ? "\"" : ", \"") + name.substr(10, name.size() - 15) + "\"";
  const CardRead read = read_files({{"card.toml", "title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"all\"]\n[section.all]\nregisters = [" + ids + "]\n"}});
  EXPECT_EQ(said(read.problems), "nothing");
  EXPECT_EQ(read.card->registers.size(), library_list("registers").size());
}

TEST(Library, every_limit_can_be_read_and_says_its_authority) {
  std::string measures;
  std::size_t count = 0;
  for (const std::string& file : library_list("limits")) {
    for (const std::string& id : headings(*library_file(file), "limit")) {
      const std::string name = "m" + std::to_string(count++);
      measures += "[measure." + name + "]\ntitle = \"M\"\nkind = \"within\"\nfrom = \"work\"\nby = \"end\"\nlimit = \"" + id + "\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n";
    }
  }
  EXPECT_GE(count, 45u);
  const CardRead read = read_files({{"card.toml", "title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = []\n"},
                                    {"registers/work.toml", "roles = { start = \"begun\", end = \"done\" }\n[column.begun]\ntype = \"date\"\n[column.done]\ntype = \"date\"\n"},
                                    {"data/work.csv", "begun,done\n2011-04-04,2011-04-05\n"},
                                    {"measures/m.toml", measures}});
  // All can be read; two cannot be used by days alone, and one counts by holidays of the whole kingdom.
  std::vector<std::string> codes;
  for (const Problem& problem : read.problems.all()) {
    if (problem.severity == Severity::error) codes.push_back(problem.code);
  }
  EXPECT_THAT(codes, testing::UnorderedElementsAre("limit-unfit", "limit-unfit", "not-in-this-release")) << said(read.problems);
  EXPECT_EQ(read.card->limits.size(), count);
  for (const auto& [id, limit] : read.card->limits) {
    EXPECT_FALSE(limit.authority.empty()) << id;
    EXPECT_FALSE(limit.starts.empty()) << id;
    EXPECT_FALSE(limit.ends.empty()) << id;
    for (const Limit::Dated& dated : limit.amounts) EXPECT_GT(dated.amount, 0) << id;
  }
  const auto& limits = read.card->limits;
  EXPECT_EQ(limits.at("icpc").amounts[0].amount, 15);
  EXPECT_EQ(limits.at("assessment").amounts[0].amount, 45);
  EXPECT_EQ(limits.at("core-assessment").amounts[0].amount, 35);
  EXPECT_EQ(limits.at("complaints-stage-1").extended_to, 20);
  EXPECT_EQ(limits.at("ehcp").unit, Limit::In::weeks);
  EXPECT_EQ(limits.at("ehcp-draft-views").rule, Limit::Count::with);
  EXPECT_EQ(limits.at("care-proceedings").rule, Limit::Count::with);
  EXPECT_EQ(limits.at("looked-after-review-first").amounts[0].from, Date::of(2011, 4, 1));
}

TEST(Library, every_set_of_bands_can_be_read) {
  for (const std::string& file : library_list("bands")) {
    const std::string id = file.substr(6, file.size() - 11);
    std::map<std::string, std::string> files = small_card();
    files["measures/outcomes.toml"] += "bands = \"" + id + "\"\n";
    files["measures/outcomes.toml"].replace(files["measures/outcomes.toml"].find("target"), 0, "");
    const CardRead read = read_files(files);
    EXPECT_EQ(said(read.problems, Severity::warning), "nothing") << id;
    EXPECT_TRUE(read.card->bands.count(id));
  }
}

TEST(Library, every_measure_can_be_used) {
  for (const std::string& file : library_list("measures")) {
    for (const std::string& id : headings("\n" + std::string(*library_file(file)), "measure")) {
      const CardRead read = read_files({{"card.toml", "title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = []\n"}, {"measures/m.toml", "[measure." + id + "]\nuse = \"" + id + "\"\n"}});
      for (const Problem& problem : read.problems.all()) {
        EXPECT_TRUE(problem.severity != Severity::error || problem.code == "file-missing" || problem.code == "register-unknown") << line_of(problem);
      }
    }
  }
}

TEST(Library, the_places_of_england) {
  const CardRead read = read_files(small_card());
  const Areas& areas = read.card->areas;
  std::size_t there = 0;
  for (const Area& area : areas.all) {
    if (area.level == AreaLevel::authority && !area.ended) ++there;
    if (area.level == AreaLevel::authority) {
      EXPECT_TRUE(areas.find(area.region)) << area.name;
    }
  }
  EXPECT_EQ(there, 153u);
  auto code = [&](std::string_view word) { return areas.find(word) ? areas.all[*areas.find(word)].code : std::string("unknown"); };
  EXPECT_EQ(code("Rotherham"), "E08000018");
  EXPECT_EQ(code("rotherham "), "E08000018");
  EXPECT_EQ(code("372"), "E08000018");
  EXPECT_EQ(code("England"), "E92000001");
  EXPECT_EQ(code("Yorkshire and the Humber"), "E12000003");
  EXPECT_EQ(code("Herefordshire"), "E06000019");
  EXPECT_EQ(code("E10000022"), "E06000057") << "Northumberland, coded anew twice";
  EXPECT_EQ(code("E08000019"), "E08000039") << "Sheffield, coded anew in 2025";
  EXPECT_EQ(code("Dorset"), "E06000059");
  EXPECT_EQ(code("E10000009"), "E10000009") << "the county of Dorset was another territory";
  EXPECT_EQ(code("Northamptonshire"), "E10000021");
  EXPECT_EQ(code("nowhere"), "unknown");
}

}  // namespace
}  // namespace reportcard
