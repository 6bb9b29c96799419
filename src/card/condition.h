// SPDX-License-Identifier: MIT
// Conditions over the columns of a register: "stage = 'stage 1' and escalations > 0". SQL's three values: what is
// blank is unknown, and unknown is left out. Text knows equality and membership only, on exact choices.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/period.h"
#include "base/problem.h"
#include "card/register.h"

namespace reportcard {

struct Card;

// A column of the register, or one step through a link: `type`, `provider.type`, or a back-count such as `escalations`.
struct ColumnPath {
  int column = -1;              // index into Register::columns of the measure's register; -1 for a back-count
  std::string through;          // register reached by the link; empty for a column of the register itself
  int linked_column = -1;       // index into that register's columns
  std::string back_count;       // name of the back column given to this register by a link of another one
  std::string written;          // as typed
  ColumnType type = ColumnType::text;  // of the last step; number for a back-count
};

enum class ConditionOp : std::uint8_t {
  all,                                   // no condition: every row
  and_, or_, not_,                       // children
  equal, unequal, less, less_equal, greater, greater_equal, in, between, blank, not_blank
};

struct ConditionValue {       // the literal, typed by its column
  std::string text;           // text, choice, link, id, yes_no ("yes"/"no")
  Ratio number;               // number, percent, money
  std::int32_t day = 0;       // date; period: days of the period's first day (Period::first), read by period_as
};

struct ConditionNode {
  ConditionOp op = ConditionOp::all;
  ColumnPath path;                       // comparisons
  std::vector<ConditionValue> values;    // 1; 2 for between; n for in
  int left = -1, right = -1;             // and_, or_ (both); not_ (left)
};

struct Condition {
  std::string written;
  std::vector<ConditionNode> nodes;      // the root is the last; empty means every row
  bool every_row() const { return nodes.empty(); }
};

// Problems: condition-syntax, condition-column (with did-you-mean), condition-type (text has no order), choice-unknown,
// column-never (a column that nobody may see cannot be asked for).
// `place` is where the text stands in its TOML file, its first character; problems point into it.
// `kind` is how names of periods are read that several kinds share ("2011/12"): that of the measure.
std::optional<Condition> parse_condition(std::string_view text, const Register& of, const Card& card, const Place& place,
                                         Problems& problems, PeriodKind kind = PeriodKind::not_given);
std::optional<ColumnPath> parse_path(std::string_view text, const Register& of, const Card& card, const Place& place,
                                     Problems& problems);

}  // namespace reportcard
