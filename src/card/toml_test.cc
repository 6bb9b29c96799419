// SPDX-License-Identifier: MIT
// TOML read with its places, and keys read strictly.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "card/card_for_tests.h"
#include "card/toml_keys.h"

namespace reportcard {
namespace {

using testing::ElementsAre;

struct Toml : testing::Test {
  Problems problems;
  std::optional<TomlDocument> document;
  const TomlNode& read(std::string_view text) {
    document = read_toml("card.toml", text, problems);
    static const TomlNode nothing;
    return document ? document->root : nothing;
  }
};

TEST_F(Toml, keys_stay_in_the_order_of_the_file) {
  const TomlNode& root = read("zebra = 1\napple = 2\n[section.voice]\n[section.money]\n[section.early]\n");
  ASSERT_EQ(root.entries.size(), 3u);
  EXPECT_EQ(root.entries[0].key, "zebra");
  EXPECT_EQ(root.entries[1].key, "apple");
  std::vector<std::string> sections;
  for (const TomlEntry& entry : root.entries[2].value.entries) sections.push_back(entry.key);
  EXPECT_THAT(sections, ElementsAre("voice", "money", "early"));
}

TEST_F(Toml, numbers_keep_the_places_they_came_with) {
  const TomlNode& root = read("a = 66.0\nb = 62\nc = -1_200\nd = +58.90 # remark\ne = [1.10, 2]\nf = { \"2012/13\" = 60.0 }");
  EXPECT_EQ(root.entries[0].value.number, (Decimal{660, 1}));
  EXPECT_EQ(root.entries[1].value.number, (Decimal{62, 0}));
  EXPECT_EQ(root.entries[2].value.number, (Decimal{-1200, 0}));
  EXPECT_EQ(root.entries[3].value.number, (Decimal{5890, 2}));
  EXPECT_EQ(root.entries[4].value.items[0].number, (Decimal{110, 2}));
  EXPECT_EQ(root.entries[5].value.entries[0].value.number, (Decimal{600, 1}));
  EXPECT_EQ(said(problems), "nothing");
}

TEST_F(Toml, what_a_report_card_does_not_write_as_a_number) {
  read("a = nan\nb = inf\nc = 1e3\nd = 0xFF\n");
  EXPECT_EQ(said(problems),
            "card.toml:1:5: error [number-form] nan is not a number as a report card writes it.\n    = write it out in digits, such as 1200 or 58.9, with at most 18 digits\n"
            "card.toml:2:5: error [number-form] inf is not a number as a report card writes it.\n    = write it out in digits, such as 1200 or 58.9, with at most 18 digits\n"
            "card.toml:3:5: error [number-form] 1e3 is not a number as a report card writes it.\n    = write it out in digits, such as 1200 or 58.9, with at most 18 digits\n"
            "card.toml:4:5: error [number-form] 0xFF is not a number as a report card writes it.\n    = write it out in digits, such as 1200 or 58.9, with at most 18 digits\n");
}

TEST_F(Toml, columns_count_code_points) {
  const TomlNode& root = read("a = \"£é\" \nb = { c = \"€\", d = 5 }\n");
  const Place place = root.entries[1].value.entries[1].value.place();
  EXPECT_EQ(place.line, 2u);
  EXPECT_EQ(place.column, 20u);
  EXPECT_EQ(place.length, 1u);
  EXPECT_EQ(place.excerpt, "b = { c = \"€\", d = 5 }");
}

TEST_F(Toml, a_text_knows_where_it_begins_inside_its_quotes) {
  const TomlNode& root = read("a = 'x > 1'\nb = \"\"\"\nx > 2\"\"\"\nc = '''x'''");
  EXPECT_EQ(root.entries[0].value.inside().column, 6u);
  EXPECT_EQ(root.entries[1].value.inside().line, 3u);
  EXPECT_EQ(root.entries[1].value.inside().column, 1u);
  EXPECT_EQ(root.entries[2].value.inside().column, 8u);
}

TEST_F(Toml, a_slip_of_syntax_says_what_to_write) {
  read("title = \"x\"\narea: Rotherham\n");
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "toml-syntax");
  EXPECT_EQ(problems.all()[0].place.line, 2u);
  EXPECT_EQ(problems.all()[0].remedy, "write: key = \"value\"");
}

TEST_F(Toml, curly_quotes_are_the_commonest_slip) {
  read("title = “Report card”\n");
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].remedy, "use straight quotes (\") around texts");
}

TEST_F(Toml, an_accented_letter_outside_quotes_and_a_heading_of_signs_are_slips_like_others) {
  for (const char* text : {"\u00E9 = 1\n", "[=]\na = 1\n", "a = \u00E9\n"}) {
    problems = Problems();
    EXPECT_TRUE(read(text).entries.empty());
    ASSERT_EQ(problems.all().size(), 1u) << text;
    EXPECT_EQ(problems.all()[0].code, "toml-syntax") << text;
    EXPECT_EQ(problems.all()[0].place.line, 1u) << text;
  }
}

TEST_F(Toml, a_key_that_stands_twice) {
  read("title = \"x\"\ntitle = \"y\"\n");
  EXPECT_EQ(said(problems), "card.toml:2:1: error [key-twice] \"title\" stands in line 1 already.\n    = keep one of the two\n");
}

TEST_F(Toml, a_file_that_is_not_utf8) {
  read("title = \"caf\xE9\"\n");
  EXPECT_EQ(said(problems), "card.toml: error [encoding-unreadable] The file is not UTF-8 text.\n    = save it as UTF-8\n");
}

TEST_F(Toml, an_empty_file_and_a_blank_first_line_are_read) {
  EXPECT_TRUE(read("").entries.empty());
  EXPECT_EQ(read("\n\na = 1\n").entries[0].key_place().line, 3u);
  EXPECT_EQ(said(problems), "nothing");
}

TEST_F(Toml, an_unknown_key_is_a_problem_with_what_was_meant) {
  const TomlNode& root = read("tilte = \"x\"\n");
  Keys keys(root, "card.toml", problems);
  keys.text("title");
  keys.text("area");
  keys.finish();
  EXPECT_EQ(said(problems), "card.toml:1:1: error [unknown-key] \"tilte\" is not a key of card.toml.\n    = write one of: title or area (did you mean \"title\"?)\n");
}

TEST_F(Toml, a_wrong_type_shows_how_the_value_is_written) {
  const TomlNode& root = read("title = 5\nnoindex = \"yes\"\ndecimals = \"1\"\nsections = [1]\nbetter = \"up\"\nas_at = \"31/03/2012\"\nfew = 2.5\n");
  Keys keys(root, "the card", problems);
  EXPECT_EQ(keys.text("title"), "");
  EXPECT_FALSE(keys.truth("noindex", false));
  EXPECT_FALSE(keys.number("decimals"));
  EXPECT_TRUE(keys.words("sections").empty());
  EXPECT_FALSE(keys.choice("better", {"higher", "lower", "none"}));
  EXPECT_FALSE(keys.date("as_at"));
  EXPECT_FALSE(keys.whole("few", 0, 100));
  keys.finish();
  EXPECT_EQ(said(problems),
            "card.toml:1:9: error [wrong-type] The key \"title\" of the card must be a text, and this is a number.\n    = write for example: title = \"5\"\n"
            "card.toml:2:11: error [wrong-type] The key \"noindex\" of the card must be true or false, and this is a text.\n    = write for example: noindex = true\n"
            "card.toml:3:12: error [wrong-type] The key \"decimals\" of the card must be a number, and this is a text.\n    = write for example: decimals = 58.9\n"
            "card.toml:4:13: error [wrong-type] The key \"sections\" of the card must be a list of texts, and this is a number.\n    = write for example: sections = [\"...\", \"...\"]\n"
            "card.toml:5:10: error [word-unknown] \"up\" is not possible for the key \"better\" of the card.\n    = write one of: higher, lower or none\n"
            "card.toml:6:9: error [not-a-date] \"31/03/2012\" is not a date.\n    = write year, month and day: 2012-03-31\n"
            "card.toml:7:7: error [number-unfit] The key \"few\" of the card must be a whole number from 0 to 100.\n    = write for example: few = 0\n");
}

TEST_F(Toml, dates_may_stand_with_or_without_quotes) {
  const TomlNode& root = read("a = 2012-03-31\nb = \"2012-03-31\"\nc = 2012-03-31T10:00:00\n");
  Keys keys(root, "the card", problems);
  EXPECT_EQ(keys.date("a"), Date::of(2012, 3, 31));
  EXPECT_EQ(keys.date("b"), Date::of(2012, 3, 31));
  EXPECT_EQ(problems.all()[0].code, "time-form");
}

}  // namespace
}  // namespace reportcard
