// SPDX-License-Identifier: MIT
// Text as people type it, and which word they meant.
#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/files.h"
#include "base/utf8.h"

namespace reportcard {
namespace {

using testing::ElementsAre;

// Letters, marks, wide forms, blanks of many kinds, and bytes that are no text.
rc::Gen<std::string> any_text() {
  return rc::gen::map(
      rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "a", "Z", "9", "-", "_", " ", "\t", "\n", "\xC2\xA0", "é", "É", "ß", "ẞ", "İ", "ﬁ", "Ａ", "界", "e\xCC\x81", "\xCC\x81",
          "ͅ", "ǰ", "’", "“", "–", "&", "/", "\xFF", "\xE7\x95", "\xED\xA0\x80", "Σ", "ς", "K", "\xC2\xAD", "\xEF\xBB\xBF")),
      [](const std::vector<std::string>& parts) { return join(parts, ""); });
}

TEST(Trim, takes_blanks_of_every_kind_from_both_ends_only) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim("\xC2\xA0\xE2\x80\xAF" "62\xC2\xA0"), "62");
  EXPECT_EQ(trim("\xEF\xBB\xBFname"), "name");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("  "), "");
  EXPECT_EQ(trim("é"), "é");
  EXPECT_EQ(trim("\xA0" "a\xC2"), "\xA0" "a\xC2");  // not UTF-8: left alone
}

TEST(Split, keeps_empty_parts_and_trims_each) {
  EXPECT_THAT(split("a, b ,,c", ','), ElementsAre("a", "b", "", "c"));
  EXPECT_THAT(split("", ','), ElementsAre(""));
  EXPECT_THAT(split(",", ','), ElementsAre("", ""));
  EXPECT_EQ(join({"a", "b", "c"}, " / "), "a / b / c");
  EXPECT_EQ(join({}, ", "), "");
}

TEST(Fold, makes_one_name_of_all_the_ways_to_type_it) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Good", "good"}, {"  Early   years ", "early years"}, {"ÉCOLE", "école"}, {"e\xCC\x81" "cole", "école"}, {"ＡＢＣ", "abc"},
      {"Straße", "strasse"}, {"Children’s homes", "children's homes"}, {"Barking\xC2\xA0& Dagenham", "barking & dagenham"},
      {"ΣΊΣΥΦΟΣ", "σίσυφοσ"}, {"2011–12", "2011-12"}, {"ﬁne", "fine"}, {"", ""}, {" \t", ""}, {"soft\xC2\xADhyphen", "softhyphen"},
  };
  for (const auto& [typed, folded] : cases) EXPECT_EQ(fold(typed), folded) << typed;
}

RC_GTEST_PROP(Fold, of_what_is_folded_changes_nothing, ()) {
  const std::string text = *any_text();
  RC_ASSERT(fold(fold(text)) == fold(text));
  RC_ASSERT(is_utf8(fold(text)) || !is_utf8(text));
}

TEST(Utf8, is_told_from_what_is_not) {
  for (const std::string_view good : {"", "plain", "é−界", "\xF0\x9F\x8F\xAB", "\xF4\x8F\xBF\xBF"}) EXPECT_TRUE(is_utf8(good)) << good;
  for (const std::string_view bad : {"\xFF", "\xC3", "a\x80", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x9F\x8F",
                                     "caf\xE9"}) {
    EXPECT_FALSE(is_utf8(bad));
  }
  EXPECT_EQ(code_points("é−界"), 3u);
  EXPECT_EQ(code_points("\xFF\xFE"), 2u);
  EXPECT_EQ(code_points(""), 0u);
}

RC_GTEST_PROP(Utf8, printable_text_is_utf8_and_has_no_control_characters, ()) {
  const std::string text = printable(*any_text() + *rc::gen::arbitrary<std::string>());
  RC_ASSERT(is_utf8(text));
  for (const char letter : text) RC_ASSERT(static_cast<unsigned char>(letter) >= 0x20 || letter == '\t');
}

TEST(Id, is_kebab_case) {
  for (const char* good : {"a", "gcse", "good-providers", "ks2", "stage-1-in-time"}) EXPECT_TRUE(is_id(good)) << good;
  for (const char* bad : {"", "-a", "a-", "a--b", "2a", "A", "a_b", "a b", "é", "a/b", "a.b"}) EXPECT_FALSE(is_id(bad)) << bad;
}

TEST(Slug, makes_an_address_of_any_title) {
  EXPECT_EQ(slug("Good providers"), "good-providers");
  EXPECT_EQ(slug("Children’s homes & carers (5–7)"), "childrens-homes-and-carers-5-7");
  EXPECT_EQ(slug("  Éire / Ŵales  "), "eire-wales");
  EXPECT_EQ(slug("R&D"), "r-and-d");
  EXPECT_EQ(slug("2011/12"), "2011-12");
  EXPECT_EQ(slug(std::string(500, 'x')).size(), 100u);
  EXPECT_NE(slug("東京"), slug("大阪"));
  EXPECT_TRUE(is_id(slug("東京")));
  EXPECT_TRUE(is_id(slug("")));
}

RC_GTEST_PROP(Slug, is_never_empty_and_safe_as_a_file_name, ()) {
  const std::string made = slug(*any_text());
  RC_ASSERT(is_id("x" + made) || is_id("x-" + made));
  RC_ASSERT(made.size() <= 100u);
  RC_ASSERT(slug(made) == made);
}

TEST(DidYouMean, finds_the_word_of_which_this_is_a_slip) {
  const std::vector<std::string> grades = {"Outstanding", "Good", "Satisfactory", "Inadequate"};
  const std::vector<std::string> keys = {"from", "where", "meets", "period", "periods", "period-kind", "date", "of", "by", "use"};
  struct Case { std::string_view typed; const std::vector<std::string>& known; std::string_view meant; };
  const Case cases[] = {
      {"Outstandng", grades, "Outstanding"}, {"outstanding", grades, "Outstanding"}, {"Goood", grades, "Good"}, {"Godo", grades, "Good"},
      {"GOOD ", grades, "Good"}, {"Satisfactry", grades, "Satisfactory"}, {"Inadaquate", grades, "Inadequate"},
      {"form", keys, "from"}, {"wehre", keys, "where"}, {"peroid", keys, "period"}, {"peroids", keys, "periods"}, {"period_kind", keys, "period-kind"},
      {"dat", keys, "date"}, {"fo", keys, ""}, {"Of", keys, "of"}, {"Requires improvement", grades, ""}, {"Bad", grades, ""}, {"", grades, ""},
      {"metes", keys, "meets"}, {"Gaad", grades, ""}, {"freem", keys, ""}, {"zz", keys, ""}, {"xyz", keys, ""},
  };
  for (const Case& one : cases) EXPECT_EQ(did_you_mean(one.typed, one.known).value_or(""), one.meant) << one.typed;
  EXPECT_FALSE(did_you_mean("Good", {}));
}

TEST(DidYouMean, takes_the_nearest_and_of_two_as_near_the_first) {
  EXPECT_EQ(did_you_mean("stage-3", {"stage-1", "stage-2"}), "stage-1");
  EXPECT_EQ(did_you_mean("complaint", {"complains", "complaints"}), "complains");
  EXPECT_EQ(did_you_mean("complaimts", {"complains", "complaints"}), "complaints");
}

TEST(DidYouMean, costs_nothing_on_a_strangers_megabyte) {
  EXPECT_FALSE(did_you_mean(std::string(1'000'000, 'a'), {std::string(1'000'000, 'b'), "a"}));
}

RC_GTEST_PROP(DidYouMean, undoes_one_slip_in_a_word_of_four_letters_or_more, ()) {
  const auto letters = rc::gen::inRange('a', static_cast<char>('z' + 1));
  std::string word = *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(4, 20), letters);
  std::string slip = word;
  const auto at = *rc::gen::inRange<std::size_t>(0, word.size());
  switch (*rc::gen::inRange(0, 4)) {
    case 0: slip.erase(at, 1); break;
    case 1: slip.insert(at, 1, *letters); break;
    case 2: slip[at] = *letters; break;
    default: if (at + 1 < slip.size()) std::swap(slip[at], slip[at + 1]);
  }
  RC_ASSERT(did_you_mean(slip, {"something else altogether", word}) == word);
}

TEST(ListOf, is_read_aloud) {
  EXPECT_EQ(list_of({}), "");
  EXPECT_EQ(list_of({"a"}), "a");
  EXPECT_EQ(list_of({"a", "b"}), "a or b");
  EXPECT_EQ(list_of({"a", "b", "c"}), "a, b or c");
  EXPECT_EQ(list_of({"a", "b", "c"}, "and"), "a, b and c");
}

}  // namespace
}  // namespace reportcard
