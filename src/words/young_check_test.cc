// SPDX-License-Identifier: MIT
// What `check` says of the words that a card writes for young people.
#include "words/young_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/figure.h"

namespace reportcard {
namespace {

using ::testing::HasSubstr;

std::string problems_of(const std::string& page_keys, std::map<std::string, std::string> files) {
  files["card.toml"] = "title = \"Testham Report Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"care\"]\n[section.care]\ntitle = \"Care\"\n[page.young-people]\nkind = \"young-people\"\n" + page_keys;
  if (!files.count("data/contacts.csv")) files["data/contacts.csv"] = "id,title,kind,telephone,young_words\nchildline,Childline,helpline,0800 1111,This is Childline. It is free.\n";
  Problems problems;
  const auto folder = memory_folder(files);
  const auto card = read_card(*folder, problems);
  if (!card) return "no card";
  const Figures figures = compute(*card, problems);
  const Grammar grammar = Grammar::load(*card, problems);
  std::map<std::string, Prose> prose;
  for (const auto& [name, bytes] : card->words) prose.emplace("words/" + name + ".md", read_prose(*card, figures, grammar, "words/" + name + ".md", problems));
  check_young_words(*card, prose, problems);
  std::string said;
  for (const Problem& problem : problems.sorted()) said += problem.place.file + ":" + std::to_string(problem.place.line) + " " + problem.code + ": " + problem.message + "\n";
  return said;
}

TEST(WordsForYoungPeople, that_a_child_of_nine_can_read_pass) {
  EXPECT_EQ(problems_of("not_known = [\"If you feel safe.\"]\n", {{"words/young-people.md", "## Later\n\nWe found out more.\n"}}), "");
}

// With the words of Childline's row: 19 words, 5 sentences, 15 + 8 + 8 + 61 + 47 = 139 letters, 4 + 3 + 3 + 21 + 14 = 45 syllables.
// Kincaid: 0.39 * 3.8 + 11.8 * 45/19 - 15.59 = 13.84; Coleman-Liau: 5.88 * 139/19 - 29.6 * 5/19 - 15.8 = 19.43.
TEST(WordsForYoungPeople, that_are_an_offices_are_shown_with_both_ages_at_their_hardest_sentence) {
  EXPECT_EQ(problems_of("", {{"words/young-people.md", "## Later\n\nIt is free.\n\nProfessionals undertake comprehensive assessments of vulnerability.\nSafeguarding partnerships facilitate interventions.\n"}}),
            "words/young-people.md:5 hard-to-read: The card's words for young people read at age 18.8 (Flesch-Kincaid) and 24.4 (Coleman-Liau), above 10. "
            "The hardest sentence: \"Safeguarding partnerships facilitate interventions.\"\n");
}

TEST(WordsForYoungPeople, have_fewer_than_fifteen_words_a_sentence) {
  EXPECT_THAT(problems_of("not_known = [\"If you were told when we would come to see you and how long we would be.\"]\n", {}),
              HasSubstr("card.toml:9 sentence-long: A sentence for young people has 17 words: \"If you were told when we would come to see you and how long we would be.\""));
}

TEST(WordsForYoungPeople, hold_no_small_number_and_no_words_in_quotation_marks_that_nobody_printed) {
  const std::string said = problems_of("", {{"data/voice.csv", "id,text,young_said,young_did\nv1,A,You said “come on time”.,We saw 3 of you.\n"}});
  EXPECT_THAT(said, HasSubstr("data/voice.csv:2 quotation-unsourced"));
  EXPECT_THAT(said, HasSubstr("data/voice.csv:2 young-number"));
  EXPECT_EQ(problems_of("", {{"data/voice.csv", "id,text,young_said\nv1,A,You said “come on time”.\n"}, {"data/quotations.csv", "id,title,words,said_by\nq1,Visits,Please come on time,A young person\n"}}), "");
}

TEST(WordsForYoungPeople, begin_with_somebody_to_ring) {
  EXPECT_THAT(problems_of("", {{"data/contacts.csv", "id,title,kind,telephone\nemergency,Emergency,emergency,999\n"}}), HasSubstr("young-no-helpline"));
}

TEST(WordsForYoungPeople, are_not_looked_for_where_there_is_no_such_page) {
  Problems problems;
  const auto card = read_card(*memory_folder({{"card.toml", "title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"care\"]\n[section.care]\ntitle = \"Care\"\n"}}), problems);
  ASSERT_TRUE(card);
  EXPECT_TRUE(young_texts(*card, {}).empty());
}

}  // namespace
}  // namespace reportcard
