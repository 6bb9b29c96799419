// SPDX-License-Identifier: MIT
// The grammar, tested like code: tests/words/cases.txt holds figures in a short notation and the exact words expected.
// Beside it: no sentence is longer than a reader can hold, every phrase that the program asks for exists, none is left over.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <regex>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/bindings.h"
#include "words/sentence.h"
#include "words/subject.h"

namespace reportcard {
namespace {

std::string file_text(const std::string& name) {
  std::ifstream in(std::string(REPORTCARD_SOURCE_DIR) + "/" + name);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

struct Expected { std::string what, text; int line; };
struct Case {
  std::string name;
  int line = 0;
  std::vector<std::string> measure, card, figures;
  std::vector<Expected> expected;
};

// A case is a comment, then lines of a word and its text; a blank line ends it.
std::vector<Case> read_cases() {
  std::vector<Case> cases;
  std::istringstream in(file_text("tests/words/cases.txt"));
  std::string line;
  bool open = false;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string_view text = trim(line);
    if (text.empty()) {
      open = false;
      continue;
    }
    if (!open) {
      cases.emplace_back();
      cases.back().line = number;
      open = true;
    }
    Case& one = cases.back();
    if (text[0] == '#') {
      one.name += std::string(trim(text.substr(1))) + " ";
      continue;
    }
    const std::size_t blank = text.find(' ');
    const std::string word(text.substr(0, blank)), rest(blank == std::string_view::npos ? std::string_view{} : trim(text.substr(blank)));
    const auto parts = [&] {
      std::vector<std::string> all;   // "{choice|schools}" has no blanks around its bar
      for (std::size_t from = 0; from < rest.size();) {
        const std::size_t bar = std::min(rest.find(" | ", from), rest.size());
        all.emplace_back(trim(std::string_view(rest).substr(from, bar - from)));
        from = bar + 3;
      }
      return all;
    };
    if (word == "measure") {
      one.measure = parts();
    } else if (word == "card") {
      one.card = parts();
    } else if (word == "figures") {
      for (const std::string& part : parts()) one.figures.push_back(part);
    } else {
      one.expected.push_back({word, rest, number});
    }
  }
  // A case that begins with a heading alone is no case.
  std::erase_if(cases, [](const Case& one) { return one.expected.empty(); });
  return cases;
}

bool has_key(const std::vector<std::string>& lines, std::string_view key) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return trim(std::string_view(line).substr(0, line.find('='))) == key; });
}

// "England [secondary schools] 2011/12 3/5 at least": area and choice may be left out.
std::string row_of(const std::string& figure) {
  static const std::regex form(R"(^(?:([A-Z][A-Za-z ]*?) )?(?:\[([^\]]*)\] )?(\d{4}\S*|none) (\S+)(?: (at least|over|about|provisional|revised|forecast))?$)");
  std::smatch m;
  if (!std::regex_match(figure, m, form)) {
    ADD_FAILURE() << "not the notation of a figure: " << figure;
    return {};
  }
  const std::string period = m[3] == "none" ? "" : m[3].str(), value = m[4], extra = m[5];
  const std::size_t stroke = value.find('/');
  const bool is_status = extra == "provisional" || extra == "revised" || extra == "forecast";
  const std::string numerator = stroke == std::string::npos ? "" : value.substr(0, stroke), denominator = stroke == std::string::npos ? "" : value.substr(stroke + 1);
  const bool symbol = value == "c" || value == "x";
  return fmt::format("{},{},{},{},{},{},{},{},{}\n", m[1].str(), period, m[2].str(), stroke == std::string::npos && value != "-" && !symbol ? value : "", numerator, denominator,
                     is_status ? "" : extra, is_status ? extra : "", symbol ? value : "");
}

// A folder in memory with one measure, read and computed as any card is.
struct World {
  std::optional<Card> card;
  Figures figures;
  Grammar grammar;
  Problems problems;

  explicit World(const Case& one) {
    std::string card_toml = "title = \"Card\"\npublisher = \"Council\"\narea = \"Rotherham\"\n";
    std::string measure = "[measure.m]\nfrom = \"t\"\nserves = \"context\"\n";
    const auto tables = std::find_if(one.card.begin(), one.card.end(), [](const std::string& line) { return line[0] == '['; });
    for (auto line = one.card.begin(); line != tables; ++line) card_toml += *line + "\n";
    for (const auto& [key, value] : std::map<std::string, std::string>{{"period", "\"2011/12\""}, {"as_at", "\"2012-12-31\""}, {"against", "[\"england\"]"}, {"sections", "[]"}}) {
      if (!has_key(one.card, key)) card_toml += key + " = " + value + "\n";
    }
    bool many = true;
    for (const std::string& line : one.measure) {
      if (line == "size not given") many = false; else measure += line + "\n";
    }
    if (many) measure += "size = \"many\"\n";
    for (const auto& [key, value] : std::map<std::string, std::string>{{"title", "\"Pupils with five or more GCSEs\""}, {"unit", "\"percent\""}, {"better", "\"higher\""}, {"periods", "\"financial year\""},
                                                                       {"subject", "\"pupils who got five or more GCSEs\""}, {"baseline", "false"}}) {
      if (!has_key(one.measure, key)) measure += key + " = " + value + "\n";
    }
    for (auto line = tables; line != one.card.end(); ++line) card_toml += *line + "\n";
    std::string rows = "area,period,part,value,numerator,denominator,qualifier,status,symbol\n";
    for (const std::string& figure : one.figures) rows += row_of(figure);
    const auto folder = memory_folder({{"card.toml", card_toml}, {"measures/m.toml", measure}, {"data/t.csv", rows}});
    card = read_card(*folder, problems);
    if (!card) return;
    figures = compute(*card, problems);
    grammar = Grammar::load(*card, problems);
  }
};

std::string mark_of(const DirectionWords& words, std::string_view between) {
  const std::string arrow = words.arrow ? (words.way > 0 ? "↑ " : "↓ ") : "";
  return arrow + words.lead + (words.rest.empty() ? "" : std::string(between) + words.rest);
}

// What the program says where a case expects something.
std::string said(World& world, const Expected& expected) {
  std::string what = expected.what, choice;
  const std::size_t bracket = what.find('[');
  if (bracket != std::string::npos) {
    choice = what.substr(bracket + 1, what.size() - bracket - 2);
    std::replace(choice.begin(), choice.end(), '_', ' ');
    what.resize(bracket);
  }
  const Card& card = *world.card;
  AreaId area = card.area;
  if (const std::size_t at = what.find('@'); at != std::string::npos) {
    area = *card.areas.find(what.substr(at + 1));
    what.resize(at);
  }
  const Comparison about = compare(card, world.figures, 0, area, choice);
  const auto change_of = [&](std::string_view which) -> const std::optional<Change>& {
    return which == "baseline" ? about.baseline : which == "year-ago" ? about.year_ago : about.previous;
  };
  if (what == "sentence") return world.grammar.whole(card, world.figures, about).text;
  if (what == "title") return world.grammar.finding(card, world.figures, about).text;
  if (what == "change" || what == "baseline" || what == "year-ago") {
    const auto& change = change_of(what);
    return change ? world.grammar.change(card, world.figures, about, *change).text : "(none)";
  }
  if (what.substr(0, 4) == "mark") {
    const auto& change = change_of(what.size() > 5 ? what.substr(5) : "previous");
    return change ? mark_of(world.grammar.direction(card, world.figures, about, *change), ": ") : "(none)";
  }
  if (what == "gap" || what == "rival") {
    if (about.gaps.empty()) return "(none)";
    return what == "gap" ? world.grammar.gap(card, world.figures, about, about.gaps[0]).text : mark_of(world.grammar.rival(card, world.figures, about, about.gaps[0]), " ");
  }
  if (what == "target") return about.targets.empty() ? "(none)" : mark_of(world.grammar.target(card, world.figures, about, about.targets[0]), " ");
  return "(no such word of the notation: " + what + ")";
}

// "The gap is narrowing: it was 0.9 points the year before." without numbers' points in them.
std::vector<std::string> sentences_of(const std::string& text) {
  std::vector<std::string> all;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '.' || (at + 1 < text.size() && text[at + 1] != ' ')) continue;
    all.push_back(text.substr(from, at + 1 - from));
    from = at + 2;
  }
  return all;
}

TEST(Sentences, each_case_of_the_table_is_said_as_written) {
  const std::vector<Case> cases = read_cases();
  ASSERT_GE(cases.size(), 50u);
  EXPECT_LE(cases.size(), 120u) << "each case is read aloud: leave out what no other reader would miss";
  for (const Case& one : cases) {
    World world(one);
    ASSERT_TRUE(world.card && !world.card->measures.empty()) << one.name << print_problems(world.problems.sorted(), false);
    for (const Problem& problem : world.problems.all()) {
      EXPECT_NE(problem.severity, Severity::error) << "cases.txt:" << one.line << ": " << problem.code << ": " << problem.message << " (" << problem.remedy << ")";
    }
    for (const Expected& expected : one.expected) {
      const std::string text = said(world, expected);
      EXPECT_EQ(text, expected.text) << "cases.txt:" << expected.line << ": " << one.name;
      if (expected.what != "sentence") continue;
      for (const std::string& sentence : sentences_of(text)) EXPECT_LE(words_in(sentence), 25u) << sentence;
    }
  }
}

// Links are what lets a reader follow a number; each stands exactly on the number that it belongs to.
TEST(Sentences, numbers_in_a_sentence_are_linked_to_their_figures) {
  Case one;
  one.figures = {"2010/11 50.8", "2011/12 56.7", "England 2011/12 58.9"};
  World world(one);
  ASSERT_TRUE(world.card);
  const Sentence sentence = world.grammar.whole(*world.card, world.figures, compare(*world.card, world.figures, 0, world.card->area, ""));
  std::map<std::string, std::string> links;
  for (const Sentence::Link& link : sentence.links) links[sentence.text.substr(link.begin, link.end - link.begin)] = link.figure;
  const std::map<std::string, std::string> expected{{"56.7%", "m@2011/12"},
                                                    {"up 5.9 points", "m@2011/12.change"},
                                                    {"50.8%", "m@2010/11"},
                                                    {"2.2 points below England", "m@2011/12.england.gap"},
                                                    {"58.9%", "m@2011/12.england"}};
  EXPECT_EQ(links, expected) << sentence.text;
}

std::set<std::string> keys_asked_for() {
  std::set<std::string> keys;
  const std::regex key("\"([a-z]+\\.[a-z0-9-]+)\"");
  for (const std::string room : {"words", "site"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(REPORTCARD_SOURCE_DIR) + "/src/" + room)) {
      if (entry.path().extension() != ".cc" || entry.path().stem().string().ends_with("_test")) continue;
      const std::string text = file_text("src/" + room + "/" + entry.path().filename().string());
      for (std::sregex_iterator it(text.begin(), text.end(), key), end; it != end; ++it) keys.insert((*it)[1]);
    }
  }
  return keys;
}

TEST(Grammar, every_phrase_is_used) {
  Problems problems;
  const Phrases phrases = Phrases::load(*library_file("words/en.toml"), {}, problems);
  const std::set<std::string> asked = keys_asked_for();
  EXPECT_TRUE(problems.empty());
  for (const std::string& key : phrases.keys()) {
    if (key.substr(0, 7) == "number.") continue;   // by their digit
    EXPECT_TRUE(asked.contains(key)) << "nobody says " << key;
  }
}

TEST(Grammar, every_phrase_that_is_asked_for_exists) {
  Problems problems;
  const Phrases phrases = Phrases::load(*library_file("words/en.toml"), {}, problems);
  std::set<std::string> sections;
  for (const std::string& key : phrases.keys()) sections.insert(key.substr(0, key.find('.')));
  const std::set<std::string> not_phrases{"words/en.toml"};
  for (const std::string& key : keys_asked_for()) {
    if (!sections.contains(key.substr(0, key.find('.')))) continue;
    EXPECT_TRUE(phrases.has(key)) << key;
  }
}

TEST(Grammar, a_card_replaces_phrases_and_hears_of_slips) {
  Problems problems;
  const std::string own = "[mark]\nbeter = \"good\"\nbetter = \"improved\"\n[when]\nin = \"during {periods}\"\non = 5\n";
  const Phrases phrases = Phrases::load(*library_file("words/en.toml"), own, problems);
  EXPECT_EQ(phrases.text("mark.better"), "improved");
  EXPECT_EQ(phrases.text("when.in"), "in {period}") << "a phrase with a slot that does not exist is not taken";
  const std::string said = print_problems(problems.sorted(), false);
  EXPECT_EQ(problems.all().size(), 3u) << said;
  EXPECT_NE(said.find("did you mean \"mark.better\"?"), std::string::npos) << said;
  EXPECT_NE(said.find("The phrase \"when.in\" has no slot {periods}."), std::string::npos) << said;
  EXPECT_NE(said.find("The phrase \"when.on\" is not a text."), std::string::npos) << said;
}

TEST(Grammar, an_empty_slot_takes_its_blank_with_it) {
  Problems problems;
  const Phrases phrases = Phrases::load("a = \"{x} of {y} in {z}.\"\n", {}, problems);
  EXPECT_EQ(phrases.say("a", {{"x", "5"}, {"y", "7"}, {"z", ""}}).text, "5 of 7 in.");
  EXPECT_EQ(phrases.say("a", {{"x", "5"}, {"y", ""}, {"z", "May"}}).text, "5 of in May.");
}

TEST(Subjects, choices_keep_their_names) {
  EXPECT_EQ(small_first("Post-16 education"), "post-16 education");
  EXPECT_EQ(small_first("SEN support"), "SEN support");
  EXPECT_EQ(small_first("Year 6"), "Year 6");
  EXPECT_EQ(small_first("Key Stage 2"), "Key Stage 2");
  EXPECT_EQ(small_first("A level"), "A level");
  EXPECT_EQ(with_choice("complaints that were made {at choice|}", "Stage 2"), "complaints that were made at stage 2");
  EXPECT_EQ(with_choice("complaints that were made {at choice|}", ""), "complaints that were made");
  EXPECT_EQ(with_choice("{choice|providers} that were good", "schools/Special schools"), "special schools that were good");
  EXPECT_EQ(with_choice("spending on {Choice|everything}", "Ofsted"), "spending on Ofsted");
  EXPECT_EQ(possessive("the neighbours"), "the neighbours’");
}

}  // namespace
}  // namespace reportcard
