// SPDX-License-Identifier: MIT
// A register's definition read from TOML: what a row is, its columns, the roles that they play.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/known_words.h"
#include "card/reading.h"

namespace reportcard {
namespace {

// In the order of ColumnType.
const std::vector<std::string> type_words = {"text",   "date",   "period",  "number", "percent", "money",
                                             "choice", "yes/no", "measure", "link",   "id"};
const std::vector<std::string> row_words = {"thing", "provider", "case", "person"};
const std::vector<std::string> audience_words = {"public", "members", "staff", "never"};
const std::vector<std::string> shown_words = {"none", "list", "table", "cards", "timeline"};

ColumnDefinition read_column(const TomlEntry& entry, Problems& problems) {
  ColumnDefinition column;
  column.name = entry.key;
  column.place = entry.key_place();
  if (entry.value.kind != TomlNode::Kind::table) {
    problems.error("wrong-type", entry.value.place(),
                   fmt::format("{} is {}, and a column is a table.", in_quotes(entry.key), kind_word(entry.value.kind)),
                   fmt::format("write a heading: [column.{}]", entry.key));
    return column;
  }
  Keys keys(entry.value, fmt::format("the column {}", column.name), problems);
  column.title = keys.text("title", title_from_id(column.name));
  column.help = keys.text("help");
  if (auto type = keys.choice("type", type_words)) column.type = static_cast<ColumnType>(*type);
  column.required = keys.truth("required", column.type == ColumnType::id);
  column.aliases = keys.words("aliases");
  if (auto audience = keys.choice("audience", audience_words)) column.audience = static_cast<Audience>(*audience);
  column.choices = keys.words("choices");
  column.to = keys.text("to");
  column.many = keys.truth("many", false);
  column.back = keys.text("back");
  keys.finish();

  auto unfit = [&](std::string_view key, std::string message, std::string remedy) {
    problems.error("column-unfit", keys.has(key) ? keys.key_place(key) : column.place, std::move(message), std::move(remedy));
  };
  const bool link = column.type == ColumnType::link;
  const bool choice = column.type == ColumnType::choice;
  if (choice && column.choices.empty())
    unfit("choices", fmt::format("The column {} is a choice of nothing.", in_quotes(column.name)),
          "add for example: choices = [\"open\", \"closed\"]");
  if (!choice && keys.has("choices"))
    unfit("choices", fmt::format("The column {} has choices and is not of type choice.", in_quotes(column.name)),
          "write type = \"choice\", or take choices out");
  if (link && column.to.empty())
    unfit("to", fmt::format("The column {} is a link to nowhere.", in_quotes(column.name)), "add for example: to = \"findings\"");
  if (!link && (keys.has("to") || keys.has("back")))
    unfit(keys.has("to") ? "to" : "back",
          fmt::format("The column {} points to rows and is not of type link.", in_quotes(column.name)),
          "write type = \"link\", or take to and back out");
  if (column.many && !link && !choice)
    unfit("many", fmt::format("The column {} cannot hold several values.", in_quotes(column.name)),
          "only links and choices can; take many out");
  std::set<std::string_view> seen;
  for (const std::string& word : column.choices) {
    if (!seen.insert(word).second)
      unfit("choices", fmt::format("The choice {} stands twice.", in_quotes(word)), "keep one of the two");
  }
  return column;
}

struct RoleRule {
  const char* name;
  std::string Roles::*of;
  std::vector<ColumnType> types;
  const char* needs;
};

// Only words that say who may read a row: another choice would hide it from everybody, or show it to all.
void check_audience_role(const Register& reg, const Place& place, Problems& problems) {
  const ColumnDefinition* column = reg.find(reg.roles.audience);
  if (!column) return;
  for (const std::string& word : column->choices) {
    if (std::find(reader_words().begin(), reader_words().end(), word) != reader_words().end()) continue;
    problems.error("role-column", place, fmt::format("The choice {} of the column {} does not say who may see a row.", in_quotes(word), in_quotes(column->name)),
                   "its choices can be \"public\", \"members\" and \"staff\"");
  }
}

void read_roles(Register& reg, const TomlNode& table, Problems& problems) {
  using T = ColumnType;
  static const std::vector<RoleRule> rules = {{"date", &Roles::date, {T::date}, "a date"},
                                              {"period", &Roles::period, {T::period}, "a period"},
                                              {"start", &Roles::start, {T::date}, "a date"},
                                              {"end", &Roles::end, {T::date}, "a date"},
                                              {"due", &Roles::due, {T::date}, "a date"},
                                              {"known", &Roles::known, {T::date}, "a date"},
                                              {"area", &Roles::area, {T::text, T::choice}, "text"},
                                              {"entity", &Roles::entity, {T::text, T::id, T::link}, "a link, an id or text"},
                                              {"audience", &Roles::audience, {T::choice}, "a choice"}};
  Keys keys(table, "the roles", problems);
  for (const RoleRule& rule : rules) {
    std::string written = keys.text(rule.name);
    if (written.empty()) continue;
    const ColumnDefinition* column = reg.find(written);
    if (!column) {
      std::vector<std::string> known;
      for (const ColumnDefinition& c : reg.columns) known.push_back(c.name);
      problems.error("role-column", keys.place(rule.name),
                     fmt::format("The register {} has no column {}.", in_quotes(reg.id), in_quotes(written)),
                     known_are(written, known, "write its columns first"));
    } else if (std::find(rule.types.begin(), rule.types.end(), column->type) == rule.types.end()) {
      problems.error("role-column", keys.place(rule.name),
                     fmt::format("The role {} needs a column that is {}, and {} is not.", in_quotes(rule.name), rule.needs,
                                 in_quotes(written)),
                     fmt::format("change the type of the column, or name another"));
    } else {
      reg.roles.*rule.of = std::move(written);
    }
  }
  if (!reg.roles.audience.empty()) check_audience_role(reg, keys.place("audience"), problems);
  keys.finish();
}

}  // namespace

bool read_register(CardReading& reading, const std::string& id, const TomlNode& root, const Place& file) {
  Problems& problems = reading.problems;
  Register reg;
  reg.id = id;
  reg.place = file;
  Keys keys(root, fmt::format("the register {}", id), problems);
  reg.title = keys.text("title", title_from_id(id));
  reg.what = keys.text("what");
  if (auto row = keys.choice("row", row_words)) reg.row = static_cast<RowKind>(*row);
  if (auto audience = keys.choice("audience", reader_words())) reg.audience = static_cast<Audience>(*audience);
  reg.empty = keys.text("empty");
  keys.truth("replaces_library", false);  // find_data has read it

  if (const TomlNode* columns = keys.table("column")) {
    for (const TomlEntry& entry : columns->entries) reg.columns.push_back(read_column(entry, problems));
  }
  if (reg.columns.empty()) {
    problems.error("register-empty", file, fmt::format("The register {} has no columns.", in_quotes(id)),
                   "add for example: [column.title] and below it type = \"text\"");
  }
  std::size_t ids = 0;
  for (const ColumnDefinition& column : reg.columns) {
    if (column.type == ColumnType::id && ++ids == 2) {
      problems.error("column-unfit", column.place, fmt::format("The register {} has two columns of type id.", in_quotes(id)),
                     "keep one: links point to it");
    }
  }

  if (const TomlNode* shown = keys.node("shown")) {
    const std::string_view word = shown->kind == TomlNode::Kind::text ? std::string_view(shown->text) : std::string_view();
    constexpr std::string_view grouped = "grouped by ";
    if (word.substr(0, grouped.size()) == grouped) {
      reg.shown = Shown::grouped;
      reg.grouped_by = trim(word.substr(grouped.size()));
      if (!reg.find(reg.grouped_by)) {
        std::vector<std::string> known;
        for (const ColumnDefinition& c : reg.columns) known.push_back(c.name);
        problems.error("role-column", shown->place(),
                       fmt::format("The register {} has no column {}.", in_quotes(id), in_quotes(reg.grouped_by)),
                       known_are(reg.grouped_by, known, "write its columns first"));
      }
    } else if (auto at = std::find(shown_words.begin(), shown_words.end(), word); at != shown_words.end()) {
      reg.shown = static_cast<Shown>(at - shown_words.begin());
    } else {
      std::vector<std::string> known = shown_words;
      known.push_back("grouped by COLUMN");
      problems.error("word-unknown", shown->place(), fmt::format("A register cannot be shown as {}.", in_quotes(word)),
                     one_of(word, known));
    }
  }
  if (const TomlNode* covers = keys.node("covers")) {
    std::vector<std::string> days;
    for (const TomlNode& item : covers->items) {
      if (std::optional<Date> day = Date::parse(trim(item.text))) days.push_back(day->iso());
    }
    if (days.size() != 2 || covers->items.size() != 2 || days[0] > days[1]) {
      problems.error("not-a-date", covers->place(), "A register covers the days from one date to a later one.",
                     "write: covers = [\"2011-04-01\", \"2012-03-31\"]");
    } else {
      reg.covers = {days[0], days[1]};
    }
  }
  if (const TomlNode* roles = keys.table("roles")) read_roles(reg, *roles, problems);
  keys.finish();
  reading.card.registers.insert_or_assign(id, std::move(reg));
  return true;
}

}  // namespace reportcard
