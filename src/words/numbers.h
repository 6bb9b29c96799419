// SPDX-License-Identifier: MIT
// Every number of a text, found and classed: digits with sign, separators and unit, and number words. What only looks like
// a figure (dates, ages, "Key Stage 4") is known by the patterns of library/words/numbers.toml.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace reportcard {

struct FoundNumber {
  std::size_t begin = 0, end = 0;   // bytes of the text, with sign, currency and unit
  std::string why;                  // the pattern by which it is not a figure: "date"; "" where it is one
};

class NumberRules {
 public:
  static NumberRules load(std::string_view toml, Problems& problems);
  std::vector<FoundNumber> find(std::string_view text) const;

 private:
  friend struct NumberMatcher;
  // One step of a pattern, and whether a blank must stand before it.
  struct Step {
    enum class What : unsigned char { literal, range, list, word, number, dial } what = What::literal;
    std::string text;               // literal, folded; list: its name
    long low = 0, high = 0;         // range
    bool blank_before = false;
  };
  struct Pattern { std::vector<Step> steps; std::string why; };
  static Pattern read_pattern(std::string_view text, std::string why);
  // Patterns by what their first step may be, so that at each word of a text only a few are tried.
  struct PatternSet {
    std::vector<Pattern> all;
    std::map<std::string, std::vector<std::size_t>, std::less<>> by_word;   // a literal, or a word of a list
    std::vector<std::size_t> by_number, by_any_word;
  };
  void add(PatternSet& set, Pattern pattern) const;

  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
  PatternSet figures_;              // numbers in words: "two thirds"
  PatternSet not_;
  std::vector<std::string> units_;  // behind the digits: "%", "million"
};

}  // namespace reportcard
