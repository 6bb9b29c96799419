// SPDX-License-Identifier: MIT
// How old a reader has to be for a text in English, by two formulas that look at different things, so that a fault of one
// does not pass both: Flesch-Kincaid counts syllables, Coleman-Liau letters. No word list is needed, and none is used.
//   J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of New Readability Formulas (Automated
//   Readability Index, Fog Count and Flesch Reading Ease Formula) for Navy Enlisted Personnel", Research Branch Report
//   8-75, Naval Technical Training Command, 1975:  grade = 0.39 words/sentences + 11.8 syllables/words - 15.59
//   M. Coleman, T. L. Liau, "A computer readability formula designed for machine scoring", Journal of Applied
//   Psychology 60 (2), 1975, 283-284:  grade = 0.0588 (letters in 100 words) - 0.296 (sentences in 100 words) - 15.8
// Coleman-Liau was taken of those that count letters because short sentences buy little in it: long words stay hard.
// A child is in grade g at the age of g + 5. Both formulas were made for passages of about a hundred words.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

// Counts of one sentence or of a whole text. A number is a word, spoken as it is read aloud; what is written with a
// hyphen is one word. A sentence ends with . ! or ? and at the end of a line.
struct TextCounts { long long words = 0, sentences = 0, letters = 0, syllables = 0; };

struct SentenceSpan { std::size_t begin = 0, end = 0; TextCounts counts; };  // bytes of the text
std::vector<SentenceSpan> sentences_of(std::string_view text);
int syllables_of(std::string_view word);  // at least 1

// In hundredths of a year: 950 is nine and a half. A text without words reads at any age: 0.
struct ReadingAge {
  TextCounts counts;
  int kincaid = 0, coleman_liau = 0;
  int harder() const { return kincaid > coleman_liau ? kincaid : coleman_liau; }
};
ReadingAge reading_age(std::string_view text);
ReadingAge reading_age(const TextCounts& counts);

// What is written for young people is for readers of nine and ten, in sentences of fewer than fifteen words.
inline constexpr int oldest_young_reader = 1000;
inline constexpr long long longest_young_sentence = 14;

std::string said_age(int hundredths);  // "9.5"

}  // namespace reportcard
