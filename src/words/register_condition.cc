// SPDX-License-Identifier: MIT
// Conditions evaluated on one row, with SQL's three values.
#include "words/register_condition.h"

#include <algorithm>

#include "base/text.h"
#include "card/card.h"

namespace reportcard {
namespace {

enum class Truth : signed char { no, unknown, yes };

Truth of(bool yes) { return yes ? Truth::yes : Truth::no; }
Truth not_of(Truth truth) { return truth == Truth::unknown ? truth : of(truth == Truth::no); }

// The cells that a path reaches from one row: one, or as many as the link has rows.
struct Cells {
  const Records* records = nullptr;
  const RecordColumn* column = nullptr;
  std::vector<std::size_t> rows;
};

Cells reach(const Card& card, const Records& records, std::size_t row, const ColumnPath& path) {
  Cells cells;
  if (path.column < 0 || static_cast<std::size_t>(path.column) >= records.columns.size()) return cells;
  const RecordColumn& first = records.columns[static_cast<std::size_t>(path.column)];
  if (path.through.empty()) {
    cells.records = &records;
    cells.column = &first;
    cells.rows.push_back(row);
    return cells;
  }
  const Records* target = card.find_records(path.through);
  if (!target || path.linked_column < 0 || static_cast<std::size_t>(path.linked_column) >= target->columns.size()) return cells;
  cells.records = target;
  cells.column = &target->columns[static_cast<std::size_t>(path.linked_column)];
  if (row + 1 >= first.links.first.size()) return cells;
  for (std::uint32_t i = first.links.first[row]; i < first.links.first[row + 1]; ++i) {
    if (first.links.targets[i] < target->rows) cells.rows.push_back(first.links.targets[i]);
  }
  return cells;
}

Truth order(ConditionOp op, std::strong_ordering found) {
  switch (op) {
    case ConditionOp::equal: return of(found == 0);
    case ConditionOp::unequal: return of(found != 0);
    case ConditionOp::less: return of(found < 0);
    case ConditionOp::less_equal: return of(found <= 0);
    case ConditionOp::greater: return of(found > 0);
    case ConditionOp::greater_equal: return of(found >= 0);
    default: return Truth::unknown;
  }
}

template <class Value, class Read>
Truth against(const ConditionNode& node, const Value& value, const Read& read) {
  if (node.values.empty()) return Truth::unknown;
  if (node.op == ConditionOp::in) return of(std::any_of(node.values.begin(), node.values.end(), [&](const ConditionValue& one) { return read(one) == value; }));
  if (node.op == ConditionOp::between) return node.values.size() < 2 ? Truth::unknown : of(!(value < read(node.values[0])) && !(read(node.values[1]) < value));
  return order(node.op, value <=> read(node.values[0]));
}

Truth cell_meets(const ConditionNode& node, const Cells& cells, std::size_t row) {
  const std::string& name = cells.column->definition->name;
  const bool blank = cells.records->blank(row, name);
  if (node.op == ConditionOp::blank) return of(blank);
  if (node.op == ConditionOp::not_blank) return of(!blank);
  if (blank) return Truth::unknown;
  const std::string text = cells.records->text(row, name);
  switch (node.path.type) {
    case ColumnType::number: case ColumnType::percent: case ColumnType::money: {
      const auto value = Decimal::parse(text);
      return value ? against(node, Ratio::of(*value), [](const ConditionValue& one) { return one.number; }) : Truth::unknown;
    }
    case ColumnType::date: {
      const auto day = Date::parse(text);
      return day ? against(node, day->days, [](const ConditionValue& one) { return one.day; }) : Truth::unknown;
    }
    case ColumnType::period: {
      const auto period = period_as(PeriodKind::not_given, text);
      return period ? against(node, period->first().days, [](const ConditionValue& one) { return one.day; }) : Truth::unknown;
    }
    default: {
      if (!cells.column->definition->many) return against(node, text, [](const ConditionValue& one) { return one.text; });
      Truth any = Truth::no;
      for (const std::string_view part : split(text, ';')) any = std::max(any, against(node, std::string(part), [](const ConditionValue& one) { return one.text; }));
      return any;
    }
  }
}

Truth leaf(const Card& card, const Records& records, std::size_t row, const ConditionNode& node) {
  if (!node.path.back_count.empty()) {
    for (const auto& [name, counts] : records.back_counts) {
      if (name != node.path.back_count || row >= counts.size()) continue;
      if (node.op == ConditionOp::blank || node.op == ConditionOp::not_blank) return of(node.op == ConditionOp::not_blank);
      return against(node, Ratio::whole(counts[row]), [](const ConditionValue& one) { return one.number; });
    }
    return Truth::unknown;
  }
  const Cells cells = reach(card, records, row, node.path);
  if (!cells.column) return Truth::unknown;
  // A link to nowhere reaches no cell: that is a blank one.
  if (cells.rows.empty()) return node.op == ConditionOp::blank ? Truth::yes : node.op == ConditionOp::not_blank ? Truth::no : Truth::unknown;
  Truth any = Truth::no;
  for (const std::size_t one : cells.rows) any = std::max(any, cell_meets(node, cells, one));
  return any;
}

}  // namespace

bool meets(const Card& card, const Records& records, std::size_t row, const Condition& condition) {
  if (condition.every_row()) return true;
  // Children stand before their parents, so one pass from the front knows them.
  std::vector<Truth> truths(condition.nodes.size(), Truth::unknown);
  const auto at = [&truths](int index) { return truths[static_cast<std::size_t>(index)]; };
  for (std::size_t i = 0; i < condition.nodes.size(); ++i) {
    const ConditionNode& node = condition.nodes[i];
    switch (node.op) {
      case ConditionOp::all: truths[i] = Truth::yes; break;
      case ConditionOp::and_: truths[i] = std::min(at(node.left), at(node.right)); break;
      case ConditionOp::or_: truths[i] = std::max(at(node.left), at(node.right)); break;
      case ConditionOp::not_: truths[i] = not_of(at(node.left)); break;
      default: truths[i] = leaf(card, records, row, node);
    }
  }
  return truths.back() == Truth::yes;
}

}  // namespace reportcard
