// SPDX-License-Identifier: MIT
// Which rows a condition means. A condition is a tree visited once a block of 4,096 rows: each of its comparisons fills
// the block by table or by bounds, `and` is the lesser and `or` the greater of two truths. No call is made for a row.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/row_columns.h"

namespace reportcard {

// SQL's three values, in an order in which `and` is the lesser and `or` the greater.
enum class Truth : std::uint8_t { no = 0, unknown = 1, yes = 2 };

class Selector {
 public:
  // `kind`: how names of periods are read that several kinds share; that of the measure.
  Selector(const Card& card, const Records& records, const Condition& condition, PeriodKind kind = PeriodKind::not_given);
  bool every_row() const { return nodes_.empty(); }
  // Truths of the rows first to first + count; count is at most rows_in_block.
  void block(std::size_t first, std::size_t count, Truth* out) const;

 private:
  struct Bounds { std::int64_t low, high; };  // both included
  struct Node {
    ConditionOp op = ConditionOp::all;
    enum class By : std::uint8_t { children, words, days, numbers } by = By::children;
    int left = -1, right = -1;
    RowWords words;
    std::vector<Truth> of_word;      // words: one a code
    RowDays days;
    RowNumbers numbers;
    std::vector<Bounds> within;      // days and numbers: true where any holds the value
    bool outside = false;            // `<>`: true where none does
    Truth of_blank = Truth::unknown;
  };
  static void of_words(Node& node, const ConditionNode& from, PeriodKind kind);
  static void of_numbers(Node& node, const ConditionNode& from, bool days);
  void compare(const Node& node, std::size_t first, std::size_t count, Truth* out) const;

  std::vector<Node> nodes_;
};

// All rows for which the condition is true, ascending.
std::vector<std::uint32_t> select(const Card& card, const Records& records, const Condition& condition,
                                  PeriodKind kind = PeriodKind::not_given);

}  // namespace reportcard
