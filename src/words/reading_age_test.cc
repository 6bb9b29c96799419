// SPDX-License-Identifier: MIT
// Texts whose words, sentences, letters and syllables were counted by hand, and the two formulas worked out from the counts.
#include "words/reading_age.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

TEST(Syllables, are_counted_as_they_are_spoken) {
  const std::pair<const char*, int> words[] = {
      {"the", 1}, {"you", 1}, {"young", 1}, {"ring", 1}, {"safe", 1}, {"while", 1}, {"whole", 1}, {"free", 1}, {"true", 1}, {"does", 1}, {"asked", 1}, {"houses", 2},
      {"child", 1}, {"children", 2}, {"people", 2}, {"able", 2}, {"settled", 2}, {"handled", 2}, {"troubles", 2}, {"places", 2}, {"wanted", 2}, {"needed", 2}, {"worried", 2},
      {"being", 2}, {"trying", 2}, {"saying", 2}, {"beyond", 2}, {"player", 2}, {"lonely", 2}, {"useful", 2}, {"statement", 2}, {"settlement", 3}, {"something", 2}, {"someone", 2},
      {"everyone", 3}, {"anyone", 3}, {"homework", 2}, {"safety", 2}, {"carefully", 3}, {"carer", 2}, {"quiet", 2}, {"science", 2}, {"friend", 1}, {"patient", 2},
      {"social", 2}, {"special", 2}, {"nation", 2}, {"serious", 3}, {"period", 3}, {"question", 2}, {"usual", 3}, {"guard", 1}, {"video", 3}, {"area", 3}, {"idea", 3},
      {"didn't", 2}, {"doesn't", 2}, {"can't", 1}, {"don’t", 1}, {"advocate", 3}, {"complain", 2}, {"telephone", 3}, {"psychologist", 4}, {"racism", 3}, {"Childline", 2},
      {"grown-up", 2}, {"98", 3}, {"100", 3}, {"17", 3}, {"2", 1}, {"999", 7}, {"worker", 2}, {"sister", 2}, {"hour", 1}, {"minute", 2}, {"police", 2}, {"court", 1}};
  for (const auto& [word, count] : words) EXPECT_EQ(syllables_of(word), count) << word;
}

TEST(Sentences, end_with_a_full_stop_a_mark_or_a_line_and_not_inside_a_number) {
  const std::string_view text = "Not safe now? Ring 999.\nIt was 2.5 hours, as some said\nA grown-up you don’t know!";
  const auto sentences = sentences_of(text);
  ASSERT_EQ(sentences.size(), 4u);
  EXPECT_EQ(text.substr(sentences[0].begin, sentences[0].end - sentences[0].begin), "Not safe now?");
  EXPECT_EQ(text.substr(sentences[2].begin, sentences[2].end - sentences[2].begin), "It was 2.5 hours, as some said");
  EXPECT_EQ(sentences[0].counts.words, 3);
  EXPECT_EQ(sentences[2].counts.words, 7);
  EXPECT_EQ(sentences[3].counts.words, 5);   // A, grown-up, you, don't, know
}

// The cat sat on the mat. It was warm.    9 words, 2 sentences, 26 letters, 9 syllables.
// Kincaid: 0.39 * 4.5 + 11.8 * 1 - 15.59 = 1.755 + 11.8 - 15.59 = -2.035: age 2.97 (-2.035 is rounded away from zero to -2.04: 2.96)
// Coleman-Liau: 0.0588 * (2600 / 9) - 0.296 * (200 / 9) - 15.8 = 16.9867 - 6.5778 - 15.8 = -5.3911: age -0.39
TEST(ReadingAge, of_a_text_for_a_very_small_child) {
  const ReadingAge age = reading_age("The cat sat on the mat. It was warm.");
  EXPECT_EQ(age.counts.words, 9);
  EXPECT_EQ(age.counts.sentences, 2);
  EXPECT_EQ(age.counts.letters, 26);
  EXPECT_EQ(age.counts.syllables, 9);
  EXPECT_EQ(age.kincaid, 296);
  EXPECT_EQ(age.coleman_liau, -39);
  EXPECT_EQ(said_age(age.kincaid), "3.0");
}

// An advocate is on your side. They help you say what you want to say.
// Words 6 + 9 = 15; sentences 2; letters 2+8+2+2+4+4 = 22 and 4+4+3+3+4+3+4+2+3 = 30, together 52;
// syllables 1+3+1+1+1+1 = 8 and 9, together 17.
// Kincaid: 0.39 * 7.5 + 11.8 * 17/15 - 15.59 = 2.925 + 13.3733 - 15.59 = 0.7083: age 5.71
// Coleman-Liau: 5.88 * 52/15 - 29.6 * 2/15 - 15.8 = 20.384 - 3.9467 - 15.8 = 0.6373: age 5.64
TEST(ReadingAge, of_two_plain_sentences) {
  const ReadingAge age = reading_age("An advocate is on your side. They help you say what you want to say.");
  EXPECT_EQ(age.counts.letters, 52);
  EXPECT_EQ(age.counts.syllables, 17);
  EXPECT_EQ(age.kincaid, 571);
  EXPECT_EQ(age.coleman_liau, 564);
}

// Services demonstrated considerable improvement throughout the assessment period.
// 8 words, 1 sentence; letters 8+12+12+11+10+3+10+6 = 72;
// syllables Ser-vi-ces 3, dem-on-strat-ed 4, con-sid-er-a-ble 5, im-prove-ment 3, through-out 2, the 1, as-sess-ment 3, pe-ri-od 3: 24.
// Kincaid: 0.39 * 8 + 11.8 * 3 - 15.59 = 3.12 + 35.4 - 15.59 = 22.93: age 27.93
// Coleman-Liau: 5.88 * 9 - 29.6 / 8 - 15.8 = 52.92 - 3.7 - 15.8 = 33.42: age 38.42
TEST(ReadingAge, of_an_office) {
  const ReadingAge age = reading_age("Services demonstrated considerable improvement throughout the assessment period.");
  EXPECT_EQ(age.counts.letters, 72);
  EXPECT_EQ(age.counts.syllables, 24);
  EXPECT_EQ(age.kincaid, 2793);
  EXPECT_EQ(age.coleman_liau, 3842);
}

TEST(ReadingAge, of_nothing_is_nothing) {
  EXPECT_EQ(reading_age("").harder(), 0);
  EXPECT_EQ(reading_age(" ... \n\n -- ").harder(), 0);
}

TEST(ReadingAge, is_the_same_for_any_bytes_and_ends) {
  const std::string odd = "\xE2\x80\xE2\x80\x99\xC3 a\xFF" "b. 9.9.9,,'-x";
  EXPECT_EQ(reading_age(odd).counts.words, reading_age(odd).counts.words);
}

}  // namespace
}  // namespace reportcard
