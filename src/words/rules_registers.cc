// SPDX-License-Identifier: MIT
// Rules over the rows of registers. They are data, so that a register of a council's own can have rules of its own.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/card.h"
#include "card/toml_keys.h"
#include "card/toml_tree.h"
#include "words/register_condition.h"
#include "words/rules.h"

namespace reportcard {
namespace {

constexpr std::string_view library_name = "rules/registers.toml";

void read_rules(const TomlNode& root, bool own, std::vector<RegisterRule>& rules, Problems& problems) {
  const TomlEntry* entry = root.find("rule");
  if (!entry) return;
  std::vector<const TomlNode*> tables;
  if (entry->value.kind == TomlNode::Kind::table) tables.push_back(&entry->value);
  for (const TomlNode& item : entry->value.items) {
    if (item.kind == TomlNode::Kind::table) tables.push_back(&item);
  }
  for (const TomlNode* table : tables) {
    Keys keys(*table, "the rule", problems);
    RegisterRule rule;
    rule.place = table->place();
    rule.own = own;
    rule.id = keys.text("id");
    rule.register_id = keys.text("register");
    rule.where = keys.text("where");
    if (const TomlNode* node = keys.node("where")) rule.where_place = node->inside();
    rule.broken = keys.text("broken");
    if (const TomlNode* node = keys.node("broken")) rule.broken_place = node->inside();
    rule.blanks = keys.words("blanks");
    rule.blanks_said = keys.words("blanks_said");
    rule.says = keys.text("says");
    rule.sum = keys.text("sum");
    rule.remedy = keys.text("remedy");
    keys.must_have("id", "\"finding-without-action\"", rule.place);
    keys.must_have("register", "\"findings\"", rule.place);
    keys.must_have("says", "\"No action is shown for a finding.\"", rule.place);
    keys.must_have("remedy", "\"link an action to the finding\"", rule.place);
    keys.finish();
    if (!rule.id.empty() && !is_id(rule.id)) {
      problems.error("rule-unfit", rule.place, fmt::format("\"{}\" is no id.", rule.id), "write small letters, digits and single hyphens");
      continue;
    }
    if (rule.broken.empty() && rule.blanks.empty()) {
      problems.error("rule-unfit", rule.place, "The rule does not say what breaks it.", "add broken = \"actions = 0\", or blanks = [\"owner\"]");
      continue;
    }
    if (!rule.id.empty() && !rule.register_id.empty()) rules.push_back(std::move(rule));
  }
}

// {column} becomes the row's own words, {blanks} the columns that are blank.
std::string filled(const std::string& text, const Records& records, std::size_t row, const std::string& blanks) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = text.find('{', at), close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) break;
    out.append(text, at, open - at);
    const std::string name = text.substr(open + 1, close - open - 1);
    if (name == "blanks") {
      out += blanks;
    } else {
      const RecordColumn* column = records.find(name);
      // What staff alone may see is not printed.
      const bool shown = column && column->definition->audience == Audience::public_;
      std::string words = shown ? records.text(row, name) : std::string();
      if (const auto amount = Decimal::parse(words); shown && column->definition->type == ColumnType::money && amount) words = "\xC2\xA3" + amount->said();
      out += words.empty() ? "nothing" : words;
    }
    at = close + 1;
  }
  out.append(text, std::min(at, text.size()), text.npos);
  return out;
}

struct Looked { std::optional<Condition> where, broken; };

// Nothing where the register or one of its columns is not there: then a rule of the library is silent.
std::optional<Looked> conditions(const RuleInput& in, const RegisterRule& rule, const Register& reg, Problems& problems) {
  Problems here;
  Looked looked;
  bool fits = true;
  if (!rule.where.empty()) {
    looked.where = parse_condition(rule.where, reg, in.card, rule.where_place, here);
    fits = fits && looked.where.has_value();
  }
  if (!rule.broken.empty()) {
    looked.broken = parse_condition(rule.broken, reg, in.card, rule.broken_place, here);
    fits = fits && looked.broken.has_value();
  }
  for (const std::string& column : rule.blanks) {
    if (reg.find(column)) continue;
    here.error("condition-column", rule.place, fmt::format("The register \"{}\" has no column \"{}\".", reg.id, column), "name one of its columns");
    fits = false;
  }
  if (rule.own) problems.merge(std::move(here));
  if (!fits) return {};
  return looked;
}

}  // namespace

std::vector<RegisterRule> register_rules(const Card& card, Problems& problems) {
  std::vector<RegisterRule> rules;
  if (const auto text = library_file(library_name)) {
    if (const auto document = read_toml("library/" + std::string(library_name), *text, problems)) read_rules(document->root, false, rules, problems);
  }
  if (const auto file = card.files.find("statements.toml"); file != card.files.end()) {
    Problems said_before;  // statements_read.cc has read the same file
    if (const auto document = read_toml(file->first, file->second, said_before)) read_rules(document->root, true, rules, problems);
  }
  return rules;
}

void look_at_registers(const RuleInput& in, const std::vector<RegisterRule>& rules, Problems& problems, std::vector<Finding>& found) {
  for (const RegisterRule& rule : rules) {
    const Records* records = in.card.find_records(rule.register_id);
    if (!records || !records->of) {
      if (rule.own) problems.error("rule-unfit", rule.place, fmt::format("There is no register \"{}\".", rule.register_id), "name a register that has rows in data/");
      continue;
    }
    // Rows of cases and of people never leave the building: no rule prints one.
    if (records->of->row == RowKind::case_ || records->of->row == RowKind::person) continue;
    const auto looked = conditions(in, rule, *records->of, problems);
    if (!looked) continue;
    std::map<std::string, std::size_t> by_line;   // several rows of one line are one finding
    for (std::size_t row = 0; row < records->rows; ++row) {
      if (looked->where && !meets(in.card, *records, row, *looked->where)) continue;
      std::vector<std::string> blanks;
      for (std::size_t i = 0; i < rule.blanks.size(); ++i) {
        if (!records->blank(row, rule.blanks[i])) continue;
        blanks.push_back(i < rule.blanks_said.size() ? rule.blanks_said[i] : fold(records->of->find(rule.blanks[i])->title));
      }
      if (blanks.empty() && !(looked->broken && meets(in.card, *records, row, *looked->broken))) continue;
      const Audience audience = audience_of_row(in.card, *records, row);
      const Printed printed = read_source(records->text(row, "source"));
      std::string sum = filled(rule.sum, *records, row, list_of(blanks));
      if (!printed.at.empty()) {
        const auto [there, fresh] = by_line.emplace(printed.source + "\n" + printed.at + "\n" + std::string(audience_word(audience)), found.size());
        if (!fresh) {
          Finding& first = found[there->second];
          if (!sum.empty()) first.sum += "; " + sum;
          continue;
        }
      }
      Finding finding;
      finding.rule = rule.id;
      finding.place = records->place(row);
      finding.at = printed.at;
      finding.source = printed.source;
      finding.message = rule.says;
      finding.sum = std::move(sum);
      finding.explains = records->text(row, "explains");
      finding.audience = audience;
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace reportcard
