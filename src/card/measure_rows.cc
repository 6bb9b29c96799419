// SPDX-License-Identifier: MIT
// Which rows a measure is about, which of them count, and what puts them in a period.
#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/measure_reader.h"

namespace reportcard {
namespace {

struct RoleOfMeasure {
  const char* key;
  std::string Roles::*role;
  std::optional<ColumnPath> Measure::*path;
  std::vector<ColumnType> types;
  const char* needs;
};

const std::vector<RoleOfMeasure>& roles_of_measures() {
  using T = ColumnType;
  static const std::vector<RoleOfMeasure> roles = {
      {"date", &Roles::date, &Measure::date, {T::date}, "a date"},
      {"period", &Roles::period, &Measure::period, {T::period}, "a period"},
      {"start", &Roles::start, &Measure::start, {T::date}, "a date"},
      {"end", &Roles::end, &Measure::end, {T::date}, "a date"},
      {"due", &Roles::due, &Measure::due, {T::date}, "a date"},
      {"known", &Roles::known, &Measure::known, {T::date}, "a date"},
      {"area", &Roles::area, &Measure::area, {T::text, T::choice}, "text"},
      {"entity", &Roles::entity, &Measure::entity, {T::text, T::id, T::link}, "a link, an id or text"}};
  return roles;
}

const std::vector<std::string> by_words = {"date", "period", "start", "end", "due", "open"};

const ColumnDefinition* last_column(const Card& card, const Register& from, const ColumnPath& path) {
  if (path.column < 0) return nullptr;
  if (path.through.empty()) return &from.columns[static_cast<std::size_t>(path.column)];
  auto target = card.registers.find(path.through);
  return target == card.registers.end() ? nullptr : &target->second.columns[static_cast<std::size_t>(path.linked_column)];
}

}  // namespace

void MeasureReader::needed(const Register& reg, const ColumnPath& path) {
  auto add = [&](const std::string& id, const std::string& column) { reading.columns_needed.insert(id + "." + column); };
  if (!path.back_count.empty()) {
    for (const auto& [id, other] : reading.card.registers) {
      for (const ColumnDefinition& column : other.columns) {
        if (column.to == reg.id && column.back == path.back_count) add(id, column.name);
      }
    }
    return;
  }
  if (path.column < 0) return;
  add(reg.id, reg.columns[static_cast<std::size_t>(path.column)].name);
  if (path.through.empty()) return;
  auto target = reading.card.registers.find(path.through);
  if (target != reading.card.registers.end() && path.linked_column >= 0)
    add(path.through, target->second.columns[static_cast<std::size_t>(path.linked_column)].name);
}

void MeasureReader::needed(const Condition& condition) {
  for (const ConditionNode& node : condition.nodes) {
    if (from && (node.path.column >= 0 || !node.path.back_count.empty())) needed(*from, node.path);
  }
}

void MeasureReader::read_rows() {
  for (auto [key, target] : {std::pair("where", &measure.where), std::pair("meets", &measure.meets)}) {
    if (std::optional<std::string> text = keys.text_if(key); text && from) {
      const TomlNode* node = keys.node(key);
      if (std::optional<Condition> condition =
              parse_condition(node->text, *from, reading.card, node->inside(), problems, measure.periods)) {
        *target = std::move(*condition);
        needed(*target);
      }
    }
  }

  for (const RoleOfMeasure& role : roles_of_measures()) {
    std::optional<std::string> written = keys.text_if(role.key);
    if (!from) continue;
    if (written) {
      std::optional<ColumnPath> path = parse_path(*written, *from, reading.card, at(role.key), problems);
      if (!path) continue;
      bool fits = false;
      for (ColumnType type : role.types) fits = fits || type == path->type;
      if (!fits || !path->back_count.empty()) {
        problems.error(
            "column-type", at(role.key),
            fmt::format("{} must be {}, and the column {} is not.", in_quotes(role.key), role.needs, in_quotes(*written)),
            "name another column, or change its type in the register");
        continue;
      }
      measure.*role.path = *path;
    } else if (const std::string& name = from->roles.*role.role; !name.empty()) {
      ColumnPath path;
      path.column = from->index_of(name);
      path.written = name;
      path.type = from->columns[static_cast<std::size_t>(path.column)].type;
      measure.*role.path = path;
    }
  }

  if (std::optional<std::string> of = keys.text_if("of"); of && from) {
    if (*of == "taken" && !from->find("taken")) {
      measure.of_taken = true;
    } else if (std::optional<ColumnPath> path = parse_path(*of, *from, reading.card, at("of"), problems)) {
      measure.of = *path;
      needed(*from, *path);
    }
  }

  for (const TomlNode* node : keys.texts("split")) {
    if (!from) continue;
    std::optional<ColumnPath> path = parse_path(trim(node->text), *from, reading.card, node->inside(), problems);
    if (!path) continue;
    const ColumnDefinition* column = last_column(reading.card, *from, *path);
    if (column && column->audience == Audience::never) {
      problems.error(
          "column-never", node->place(),
          fmt::format("The column {} is seen by nobody, so a measure cannot be split by it.", in_quotes(path->written)),
          "it may only be named by of and entity");
      continue;
    }
    if (path->type == ColumnType::number || path->type == ColumnType::money || path->type == ColumnType::percent ||
        path->type == ColumnType::date) {
      problems.error("column-type", node->place(),
                     fmt::format("A measure cannot be split by {}: it is a number or a date.", in_quotes(path->written)),
                     "split by a column of choices or text");
      continue;
    }
    const std::size_t dot = path->written.rfind('.');
    measure.split_names.push_back(from->find(path->written) || dot == std::string::npos ? path->written
                                                                                        : path->written.substr(dot + 1));
    needed(*from, *path);
    measure.split.push_back(std::move(*path));
  }
  static const std::vector<std::string> parts_words = {"apart", "add", "some"};
  if (auto parts = keys.choice("parts", parts_words)) measure.parts = static_cast<Parts>(*parts);
}

void MeasureReader::read_when() {
  if (auto by = keys.choice("by", by_words)) measure.by = static_cast<By>(*by + 1);

  if (const TomlNode* at = keys.node("at")) {
    // Days may stand with or without quotes.
    for (const TomlNode& item : at->items) {
      if (item.kind != TomlNode::Kind::text && item.kind != TomlNode::Kind::date) {
        keys.wrong_type("at", item, "a list of periods", fmt::format("[\"{}\"]", period_example(measure.periods)));
      } else if (std::optional<Period> period = period_of(item, item.text)) {
        measure.at.push_back(*period);
      }
    }
    if (at->kind != TomlNode::Kind::list)
      keys.wrong_type("at", *at, "a list of periods", fmt::format("[\"{}\"]", period_example(measure.periods)));
  }

  if (const TomlNode* limit = keys.node("limit")) {
    if (limit->kind == TomlNode::Kind::text) {
      measure.limit = find_limit(reading, *limit);
    } else if (limit->kind == TomlNode::Kind::table) {
      for (const TomlEntry& entry : limit->entries) {
        if (entry.value.kind != TomlNode::Kind::text) {
          keys.wrong_type("limit", entry.value, "a table of texts", "{ initial = \"10 working days\" }");
        } else if (std::optional<Limit> found = find_limit(reading, entry.value)) {
          measure.limits_by_choice.emplace_back(entry.key, std::move(*found));
        }
      }
    } else {
      keys.wrong_type("limit", *limit, "a text or a table by choice", "\"10 working days\"");
    }
  }

  if (std::optional<std::string> known = keys.text_if("known_by")) {
    constexpr std::string_view later = "period end + ";
    if (*known == "as_at") {
      measure.known_by = KnownBy::as_at;
    } else if (known->substr(0, later.size()) == later) {
      std::optional<LimitAmount> amount = parse_limit_amount(known->substr(later.size()));
      if (amount && amount->unit == Limit::In::months) {
        measure.known_by = KnownBy::period_end_plus_months;
        measure.known_by_months = amount->amount;
      } else {
        problems.error("word-unknown", at("known_by"), fmt::format("{} says no number of months.", in_quotes(*known)),
                       "write for example: known_by = \"period end + 1 month\"");
      }
    } else if (*known != "period end") {
      problems.error("word-unknown", at("known_by"), fmt::format("{} is not possible for the key \"known_by\".", in_quotes(*known)),
                     one_of(*known, {"period end", "period end + 1 month", "as_at"}));
    }
  }

  // Days that the engine reads: those which this measure uses, by the register's role or its own key.
  if (!from) return;
  const auto use = [&](const std::optional<ColumnPath>& path) {
    if (path) needed(*from, *path);
  };
  use(measure.known);
  use(measure.area);
  if (measure.by_measure_column) {
    for (const ColumnDefinition& column : from->columns) {
      if (column.type == ColumnType::measure) reading.columns_needed.insert(from->id + "." + column.name);
    }
  }
  const bool clock = measure.kind == MeasureKind::within || measure.of_taken || measure.by == By::open;
  if (clock || measure.by == By::start || measure.by == By::due) use(measure.start);
  if (clock || measure.by == By::end) use(measure.end);
  if (measure.kind == MeasureKind::within || measure.by == By::due) use(measure.due);
  if (measure.by == By::standard || measure.by == By::period) use(measure.period);
  if (measure.by == By::date || (measure.by == By::standard && (!measure.period || measure.kind == MeasureKind::latest)))
    use(measure.date);
  if (measure.kind == MeasureKind::latest && measure.entity) {
    use(measure.entity);
    if (measure.entity->type == ColumnType::link && measure.entity->column >= 0 && measure.entity->through.empty()) {
      auto target = reading.card.registers.find(from->columns[static_cast<std::size_t>(measure.entity->column)].to);
      if (target != reading.card.registers.end()) {
        const Roles& roles = target->second.roles;
        for (const std::string* name : {&roles.start, &roles.end, &roles.area}) {
          if (!name->empty()) reading.columns_needed.insert(target->first + "." + *name);
        }
      }
    }
  }
}

}  // namespace reportcard
