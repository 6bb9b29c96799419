// SPDX-License-Identifier: MIT
// Any bytes as a condition, a path, a formula and the name of a figure. What is accepted must say itself again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "card/card.h"
#include "card/names.h"
#include "card/reading.h"

namespace {

reportcard::Card made_card() {
  using namespace reportcard;
  Card card;
  Register findings;
  findings.id = "findings";
  const ColumnType types[] = {ColumnType::text,   ColumnType::date,   ColumnType::period, ColumnType::number,
                              ColumnType::choice, ColumnType::yes_no, ColumnType::link,   ColumnType::id};
  const char* const names[] = {"t", "d", "p", "n", "c", "y", "l", "id"};
  for (std::size_t i = 0; i < 8; ++i) {
    ColumnDefinition column;
    column.name = names[i];
    column.type = types[i];
    column.choices = {"a", "b"};
    column.to = "findings";
    column.back = i == 6 ? "k" : "";
    findings.columns.push_back(column);
  }
  card.registers["findings"] = findings;
  return card;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reportcard;
  static const Card card = made_card();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Register& findings = card.registers.at("findings");
  Place place;
  place.file = "a.toml";
  place.line = 1;
  place.column = 1;
  Problems problems;
  if (std::optional<Condition> condition = parse_condition(text, findings, card, place, problems)) {
    if (condition->nodes.empty() || !problems.empty()) std::abort();
    for (std::size_t i = 0; i < condition->nodes.size(); ++i) {
      const ConditionNode& node = condition->nodes[i];
      if (node.left >= static_cast<int>(i) || node.right >= static_cast<int>(i)) std::abort();  // children stand before
    }
  } else if (problems.empty()) {
    std::abort();  // refused without a word
  }
  parse_path(text, findings, card, place, problems);
  Problems formula_problems;
  if (std::optional<std::vector<FormulaStep>> steps = parse_formula(text, place, formula_problems)) {
    int depth = 0;
    for (const FormulaStep& step : *steps) {
      const bool value = step.what == FormulaStep::What::figure || step.what == FormulaStep::What::number;
      if (!value && depth < 2) std::abort();
      depth += value ? 1 : -1;
    }
    if (depth != 1) std::abort();
  } else if (formula_problems.empty()) {
    std::abort();
  }
  if (std::optional<FigureName> name = parse_figure_name(text)) {
    std::optional<FigureName> again = parse_figure_name(name->text());
    if (!again || again->text() != name->text()) std::abort();
    for (char c : address_of(*name)) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) std::abort();
    }
  }
  return 0;
}
