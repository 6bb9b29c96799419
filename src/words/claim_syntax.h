// SPDX-License-Identifier: MIT
// Conditions over figures read into a tree: "sum(spending[*]) = spending", "gcse.england.gap is narrowing".
// Reading knows no card: that a figure is there, and what it is, is the matter of claims.cc.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/problem.h"
#include "card/names.h"

namespace reportcard {

enum class SaysOp : std::uint8_t {
  number, figure, sum, highest, lowest, rank,                           // worth a number
  plus, minus, times, over,
  equal, unequal, less, less_equal, greater, greater_equal, is, is_not, // true or false
  and_, or_, not_
};

// What a figure may be said to be.
enum class SaysWord : std::uint8_t { narrowing, widening, better, worse, level, known, unknown, above, below };
std::string_view says_word(SaysWord word);

struct SaysNode {
  SaysOp op = SaysOp::number;
  int left = -1, right = -1;      // operands; `is` has its figure in left
  Decimal number;                 // number, as typed
  FigureName name;                // figure, sum, highest, lowest, rank
  std::string comparator;         // rank
  SaysWord word = SaysWord::known;
  std::size_t from = 0, to = 0;   // bytes of the text: what is blamed
};

struct Says {
  std::string written;
  std::vector<SaysNode> nodes;    // the root is the last
  const SaysNode& root() const { return nodes.back(); }
};

// Problems: claim-syntax, at the word that cannot stand there. `place` is where the text begins in its file.
std::optional<Says> parse_says(std::string_view text, const Place& place, Problems& problems);
// A part of a text that stands on one line of its file.
Place within(const Place& whole, std::string_view text, std::size_t from, std::size_t to);

}  // namespace reportcard
