// SPDX-License-Identifier: MIT
// A column as definitions name it: of the register itself, one step through a link, or a count of what links to it.
#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "card/condition.h"
#include "card/known_words.h"

namespace reportcard {
namespace {

std::vector<std::string> column_names(const Register& of) {
  std::vector<std::string> names;
  for (const ColumnDefinition& column : of.columns) names.push_back(column.name);
  return names;
}

int index_of(const Register& of, std::string_view name) {
  for (std::size_t i = 0; i < of.columns.size(); ++i) {
    if (of.columns[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

// The names that links of other registers give to rows of this one.
std::vector<std::string> back_names(const Register& of, const Card& card) {
  std::vector<std::string> names;
  for (const auto& [id, other] : card.registers) {
    for (const ColumnDefinition& column : other.columns) {
      if (column.type == ColumnType::link && column.to == of.id && !column.back.empty()) names.push_back(column.back);
    }
  }
  return names;
}

}  // namespace

std::optional<ColumnPath> parse_path(std::string_view text, const Register& of, const Card& card, const Place& place,
                                     Problems& problems) {
  ColumnPath path;
  path.written = trim(text);
  std::string_view first = path.written;
  std::string_view second;
  const std::size_t dot = first.find('.');
  if (dot != first.npos && index_of(of, first) < 0) {
    second = first.substr(dot + 1);
    first = first.substr(0, dot);
    // A table of values names the column by the last word of the path: it has no links to step through.
    if (of.values) {
      first = second.substr(second.rfind('.') + 1);
      second = {};
    }
  }
  path.column = index_of(of, first);
  if (path.column < 0) {
    std::vector<std::string> back = back_names(of, card);
    for (const std::string& name : back) {
      if (name == first && second.empty()) {
        path.back_count = name;
        path.type = ColumnType::number;
        return path;
      }
    }
    std::vector<std::string> known = column_names(of);
    known.insert(known.end(), back.begin(), back.end());
    problems.error("condition-column", place,
                   fmt::format("The register {} has no column {}.", in_quotes(of.id), in_quotes(first)),
                   known_are(first, known, "the register has no columns yet"));
    return std::nullopt;
  }
  const ColumnDefinition& column = of.columns[static_cast<std::size_t>(path.column)];
  path.type = column.type;
  if (second.empty()) return path;

  if (column.type != ColumnType::link) {
    problems.error("condition-column", place,
                   fmt::format("{} is no link, so there is no {} behind it.", in_quotes(first), in_quotes(second)),
                   fmt::format("name a column of the register {} itself, or a link", in_quotes(of.id)));
    return std::nullopt;
  }
  auto target = card.registers.find(column.to);
  if (target == card.registers.end()) return std::nullopt;  // already a problem of the register
  path.through = column.to;
  path.linked_column = index_of(target->second, second);
  if (path.linked_column < 0) {
    problems.error(
        "condition-column", place, fmt::format("The register {} has no column {}.", in_quotes(column.to), in_quotes(second)),
        second.find('.') != second.npos ? "one step through a link is as far as it goes"
                                        : known_are(second, column_names(target->second), "the register has no columns yet"));
    return std::nullopt;
  }
  path.type = target->second.columns[static_cast<std::size_t>(path.linked_column)].type;
  return path;
}

}  // namespace reportcard
