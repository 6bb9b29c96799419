// SPDX-License-Identifier: MIT
// Conditions made ready once, then asked block by block. Words are judged once a dictionary; literals are moved to the
// scale of their column, so that rows are compared as whole numbers.
#include "engine/select.h"

#include <algorithm>

namespace reportcard {
namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min() + 1, most = std::numeric_limits<std::int64_t>::max();

Truth truth(bool yes) { return yes ? Truth::yes : Truth::no; }

// The literal in units of 10^-places, rounded down, and whether that is exact.
struct InUnits { std::int64_t floor; bool exact; };
InUnits in_units(Ratio literal, std::uint8_t places) {
  int128 over = literal.over;
  for (std::uint8_t i = 0; i < places; ++i) {
    over *= 10;
    if (over > int128{most} * literal.under) return {most, false};
    if (over < int128{least} * literal.under) return {least, false};
  }
  const int128 whole = over / literal.under, rest = over % literal.under;
  const int128 floor = rest < 0 ? whole - 1 : whole;
  return {floor > most ? most : floor < least ? least : static_cast<std::int64_t>(floor), rest == 0};
}

bool is_words(ColumnType type) {
  return type != ColumnType::date && type != ColumnType::number && type != ColumnType::percent && type != ColumnType::money;
}

bool compared(ConditionOp op, std::int32_t value, const std::vector<ConditionValue>& with) {
  switch (op) {
    case ConditionOp::equal: return value == with[0].day;
    case ConditionOp::unequal: return value != with[0].day;
    case ConditionOp::less: return value < with[0].day;
    case ConditionOp::less_equal: return value <= with[0].day;
    case ConditionOp::greater: return value > with[0].day;
    case ConditionOp::greater_equal: return value >= with[0].day;
    case ConditionOp::between: return value >= with[0].day && value <= with[1].day;
    case ConditionOp::in: return std::any_of(with.begin(), with.end(), [value](const ConditionValue& one) { return one.day == value; });
    default: return false;
  }
}

}  // namespace

Selector::Selector(const Card& card, const Records& records, const Condition& condition, PeriodKind kind) {
  nodes_.resize(condition.nodes.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const ConditionNode& from = condition.nodes[i];
    Node& node = nodes_[i];
    node.op = from.op;
    node.left = from.left;
    node.right = from.right;
    if (from.op == ConditionOp::all || from.op == ConditionOp::and_ || from.op == ConditionOp::or_ || from.op == ConditionOp::not_) continue;
    node.of_blank = from.op == ConditionOp::blank ? Truth::yes : from.op == ConditionOp::not_blank ? Truth::no : Truth::unknown;
    if (is_words(from.path.type)) {
      node.by = Node::By::words;
      node.words = words_of(card, records, from.path);
      of_words(node, from, kind);
    } else if (from.path.type == ColumnType::date) {
      node.by = Node::By::days;
      node.days = days_of(card, records, from.path);
      of_numbers(node, from, true);
    } else {
      node.by = Node::By::numbers;
      node.numbers = numbers_of(card, records, from.path);
      of_numbers(node, from, false);
    }
  }
}

// A word that is several ("a;b") equals each of them.
void Selector::of_words(Node& node, const ConditionNode& from, PeriodKind kind) {
  const std::vector<std::string>& words = node.words.words();
  node.of_word.assign(words.size(), node.of_blank);
  for (std::uint32_t code = 1; code < words.size(); ++code) {
    if (from.op == ConditionOp::blank || from.op == ConditionOp::not_blank) {
      node.of_word[code] = truth(from.op == ConditionOp::not_blank);
    } else if (from.path.type == ColumnType::period) {
      const std::optional<Period> period = period_as(kind, words[code]);
      node.of_word[code] = period ? truth(compared(from.op, period->first().days, from.values)) : Truth::unknown;
    } else {
      bool equal = false;
      for (const std::string_view part : parts_of(node.words, code)) {
        for (const ConditionValue& value : from.values) equal = equal || part == value.text;
      }
      node.of_word[code] = truth(from.op == ConditionOp::unequal ? !equal : equal);
    }
  }
}

void Selector::of_numbers(Node& node, const ConditionNode& from, bool days) {
  if (from.op == ConditionOp::blank || from.op == ConditionOp::not_blank) {
    if (from.op == ConditionOp::not_blank) node.within = {{least, most}};
    return;
  }
  const auto literal = [&](const ConditionValue& value) -> InUnits {
    return days ? InUnits{value.day, true} : in_units(value.number, node.numbers.places);
  };
  const auto up_to = [](InUnits at) { return at.floor; };                                // <=
  const auto under = [](InUnits at) { return at.exact ? at.floor - 1 : at.floor; };      // <
  const auto from_on = [](InUnits at) { return at.exact ? at.floor : at.floor + 1; };    // >=
  if (from.values.empty()) return;
  const InUnits first = literal(from.values.front());
  switch (from.op) {
    case ConditionOp::less: node.within = {{least, under(first)}}; break;
    case ConditionOp::less_equal: node.within = {{least, up_to(first)}}; break;
    case ConditionOp::greater: node.within = {{first.floor == most ? most : first.floor + 1, most}}; break;
    case ConditionOp::greater_equal: node.within = {{from_on(first), most}}; break;
    case ConditionOp::between: node.within = {{from_on(first), up_to(literal(from.values.back()))}}; break;
    default:
      for (const ConditionValue& value : from.values) {
        const InUnits at = literal(value);
        if (at.exact) node.within.push_back({at.floor, at.floor});
      }
      node.outside = from.op == ConditionOp::unequal;
      break;
  }
}

void Selector::compare(const Node& node, std::size_t first, std::size_t count, Truth* out) const {
  if (node.by == Node::By::words) {
    std::uint32_t codes[rows_in_block];
    node.words.copy(first, count, codes);
    for (std::size_t i = 0; i < count; ++i) out[i] = node.of_word[codes[i]];
    return;
  }
  const bool days = node.by == Node::By::days;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t value = days ? node.days[first + i] : node.numbers[first + i];
    const bool blank = value == (days ? std::int64_t{DateColumn::blank} : NumberColumn::blank);
    bool inside = false;
    for (const Bounds& bounds : node.within) inside |= value >= bounds.low && value <= bounds.high;
    out[i] = blank ? node.of_blank : truth(inside != node.outside);
  }
}

// Children stand before their parents, so one walk over the nodes is enough: a long chain of `and` costs no stack.
void Selector::block(std::size_t first, std::size_t count, Truth* out) const {
  if (nodes_.empty()) {
    std::fill_n(out, count, Truth::yes);
    return;
  }
  std::vector<Truth> truths((nodes_.size() - 1) * count);
  const auto of = [&](int node) { return truths.data() + static_cast<std::size_t>(node) * count; };
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    const Node& node = nodes_[n];
    Truth* to = n + 1 == nodes_.size() ? out : of(static_cast<int>(n));
    if (node.by != Node::By::children) {
      compare(node, first, count, to);
    } else if (node.op == ConditionOp::all) {
      std::fill_n(to, count, Truth::yes);
    } else if (node.op == ConditionOp::not_) {
      const Truth* left = of(node.left);
      for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<Truth>(2 - static_cast<int>(left[i]));
    } else {
      const Truth *left = of(node.left), *right = of(node.right);
      if (node.op == ConditionOp::and_) {
        for (std::size_t i = 0; i < count; ++i) to[i] = std::min(left[i], right[i]);
      } else {
        for (std::size_t i = 0; i < count; ++i) to[i] = std::max(left[i], right[i]);
      }
    }
  }
}

std::vector<std::uint32_t> select(const Card& card, const Records& records, const Condition& condition, PeriodKind kind) {
  const Selector selector(card, records, condition, kind);
  std::vector<std::uint32_t> rows;
  Truth truths[rows_in_block];
  for (std::size_t first = 0; first < records.rows; first += rows_in_block) {
    const std::size_t count = std::min(rows_in_block, records.rows - first);
    selector.block(first, count, truths);
    for (std::size_t i = 0; i < count; ++i) {
      if (truths[i] == Truth::yes) rows.push_back(static_cast<std::uint32_t>(first + i));
    }
  }
  return rows;
}

}  // namespace reportcard
