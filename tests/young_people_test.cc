// SPDX-License-Identifier: MIT
// The page for young people of both examples and of a new card, as built: readable at nine and ten, whom to ring first,
// no tally, chart or small count. And that the measure would notice: no page for adults passes it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "cli/load.h"
#include "site/site.h"
#include "site/young_text_for_tests.h"
#include "words/reading_age.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;

// A new card as `reportcard new` writes it: its place filled in.
std::map<std::string, std::string> filled_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    std::string text = bytes.str();
    for (const auto& [what, with] : {std::pair<std::string, std::string>{"AUTHORITY-CODE", "E08000017"}, {"AUTHORITY-NAME", "Doncaster"}}) {
      for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    }
    files[fs::relative(entry.path(), folder).generic_string()] = text;
  }
  return files;
}

Tree site_of(const fs::path& folder) {
  Problems problems;
  const auto loaded = load(*memory_folder(filled_in(folder)), problems);
  EXPECT_TRUE(loaded) << folder;
  EXPECT_EQ(print_problems(problems.sorted(), false).find("card.toml"), std::string::npos) << print_problems(problems.sorted(), false);
  EXPECT_FALSE(problems.has_errors());
  return loaded ? build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, "test"}, problems) : Tree();
}

class YoungPeopleOf : public ::testing::TestWithParam<const char*> {};

TEST_P(YoungPeopleOf, the_card_is_for_readers_of_nine_and_ten) {
  const Tree site = site_of(fs::path(REPORTCARD_SOURCE_DIR) / GetParam());
  const auto found = site.find("young-people.html");
  ASSERT_NE(found, site.end());
  const std::string& html = found->second;
  const std::string text = young_text(html);
  const ReadingAge age = reading_age(text);
  EXPECT_LE(age.kincaid, oldest_young_reader) << said_age(age.kincaid);
  EXPECT_LE(age.coleman_liau, oldest_young_reader) << said_age(age.coleman_liau);
  EXPECT_GT(age.counts.words, 100);
  for (const SentenceSpan& sentence : sentences_of(text)) EXPECT_LE(sentence.counts.words, longest_young_sentence) << text.substr(sentence.begin, sentence.end - sentence.begin);
  RecordProperty("kincaid", said_age(age.kincaid));
  RecordProperty("coleman_liau", said_age(age.coleman_liau));

  const std::string main = html.substr(html.find("<main"), html.find("</main>") - html.find("<main"));
  EXPECT_LT(main.find("tel:999"), main.find("<h2 id=\"h-rights\""));
  for (const char* part : {"<svg", "<table", "class=\"dir"}) EXPECT_EQ(main.find(part), std::string::npos) << part;
  // Numbers that a child sees: shares of a hundred, days and years. Nothing under ten, but in "14 May" and telephone numbers.
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (!digit) continue;
    std::size_t end = at;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9'))) ++end;
    EXPECT_GE(std::stoll(text.substr(at, end - at)), 10) << text.substr(at < 20 ? 0 : at - 20, 40);
    at = end;
  }
  EXPECT_GT(reading_age(young_text(site.at("about.html"))).harder(), oldest_young_reader);
  EXPECT_GT(reading_age(young_text(site.at("index.html"))).harder(), oldest_young_reader);
}

INSTANTIATE_TEST_SUITE_P(examples, YoungPeopleOf, ::testing::Values("examples/rotherham-2012", "examples/small", "library/new"),
                         [](const auto& info) { return std::string(info.param).find("small") != std::string::npos ? "small" : std::string(info.param).find("new") != std::string::npos ? "new_card" : "rotherham"; });

}  // namespace
}  // namespace reportcard
