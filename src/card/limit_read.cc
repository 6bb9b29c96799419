// SPDX-License-Identifier: MIT
// Time limits: written out ("10 working days"), of the card ([limit.ID]) or of the library, dated and with their rule.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/library.h"
#include "card/reading.h"

namespace reportcard {
namespace {

const std::vector<std::string> rule_words = {"after", "with", "clear"};

std::optional<Limit> read_limit(const std::string& id, const TomlNode& table, Problems& problems) {
  Limit limit;
  limit.id = id;
  Keys keys(table, fmt::format("the limit {}", id), problems);
  limit.title = keys.text("title", title_from_id(id));
  limit.authority = keys.text("authority");
  limit.starts = keys.text("starts");
  limit.ends = keys.text("ends");
  limit.note = keys.text("note");
  limit.calendar = keys.text("calendar", "england");
  if (auto rule = keys.choice("rule", rule_words)) limit.rule = static_cast<Limit::Count>(*rule);
  bool good = true;
  bool first = true;
  auto take = [&](const TomlNode& node) -> std::optional<std::int32_t> {
    std::optional<LimitAmount> amount = parse_limit_amount(node.text);
    if (!amount || (!first && amount->unit != limit.unit)) {
      problems.error("limit-form", node.place(),
                     fmt::format("{} is no time limit{}.", in_quotes(node.text), amount ? " in the unit of the others" : ""),
                     "write a number and a unit: 10 working days, 6 weeks, 3 months, 72 hours");
      good = false;
      return std::nullopt;
    }
    limit.unit = amount->unit;
    first = false;
    return amount->amount;
  };
  if (const TomlNode* amount = keys.node("amount")) {
    if (auto n = take(*amount)) limit.amounts.push_back({std::nullopt, std::nullopt, *n});
  }
  std::optional<Date> last;
  for (const TomlNode* dated : keys.tables("amounts")) {
    Keys of(*dated, fmt::format("an amount of the limit {}", id), problems);
    Limit::Dated entry;
    entry.from = of.date("from");
    entry.to = of.date("to");
    if (const TomlNode* amount = of.node("amount")) {
      if (auto n = take(*amount)) entry.amount = *n;
    } else {
      of.must_have("amount", "\"10 working days\"", dated->place());
      good = false;
    }
    of.finish();
    if ((entry.from && entry.to && *entry.to < *entry.from) || (last && (!entry.from || *entry.from <= *last))) {
      problems.error("limit-order", dated->place(), fmt::format("The dates of the limit {} are out of order.", in_quotes(id)),
                     "write the oldest first, each from the day after the one before ends");
      good = false;
    }
    last = entry.to;
    limit.amounts.push_back(entry);
  }
  if (const TomlNode* extended = keys.node("extended")) limit.extended_to = take(*extended);
  keys.finish();
  if (limit.amounts.empty() && good) {
    keys.must_have("amount", "\"10 working days\"", table.place());
    good = false;
  }
  if (!good) return std::nullopt;
  return limit;
}

// Every limit of the library, by name only: for remedies.
std::vector<std::string> limit_names(const CardReading& reading) {
  std::vector<std::string> names;
  for (const auto& [id, limit] : reading.card.limits) names.push_back(id);
  for (const std::string& file : library_list("limits")) {
    const std::string_view text = *library_file(file);
    constexpr std::string_view heading = "\n[limit.";
    for (std::size_t at = text.find(heading); at != text.npos; at = text.find(heading, at + 1)) {
      const std::size_t from = at + heading.size();
      names.emplace_back(text.substr(from, text.find(']', from) - from));
    }
  }
  return names;
}

}  // namespace

std::optional<LimitAmount> parse_limit_amount(std::string_view text) {
  text = trim(text);
  const std::size_t blank = text.find(' ');
  if (blank == text.npos) return std::nullopt;
  std::optional<Decimal> number = Decimal::parse(text.substr(0, blank));
  if (!number || number->places != 0 || number->units < 0 || number->units > 100'000) return std::nullopt;
  std::string unit = fold(trim(text.substr(blank)));
  if (!unit.empty() && unit.back() == 's') unit.pop_back();
  static const std::vector<std::string> units = {"working day", "day", "week", "month", "hour"};
  auto found = std::find(units.begin(), units.end(), unit);
  if (found == units.end()) return std::nullopt;
  return LimitAmount{static_cast<std::int32_t>(number->units), static_cast<Limit::In>(found - units.begin())};
}

std::optional<Limit> parse_limit(std::string_view text) {
  std::optional<LimitAmount> amount = parse_limit_amount(text);
  if (!amount) return std::nullopt;
  Limit limit;
  limit.title = std::string(trim(text));
  limit.unit = amount->unit;
  limit.amounts.push_back({std::nullopt, std::nullopt, amount->amount});
  return limit;
}

void read_card_limits(CardReading& reading, const TomlNode& tables) {
  for (const TomlEntry& entry : tables.entries) {
    if (entry.value.kind != TomlNode::Kind::table) continue;
    if (std::optional<Limit> limit = read_limit(entry.key, entry.value, reading.problems))
      reading.card.limits.insert_or_assign(entry.key, std::move(*limit));
  }
}

std::optional<Limit> find_limit(CardReading& reading, const TomlNode& written) {
  const std::string text(trim(written.text));
  if (std::optional<Limit> limit = parse_limit(text)) return limit;
  if (auto known = reading.card.limits.find(text); known != reading.card.limits.end()) return known->second;
  if (const LibraryFile* file = is_id(text) ? library_file_with("limits/", "limit", text) : nullptr) {
    const TomlNode* root = reading.library_toml(file->name, file->text);
    const TomlEntry* tables = root ? root->find("limit") : nullptr;
    const TomlEntry* entry = tables ? tables->value.find(text) : nullptr;
    std::optional<Limit> limit = entry ? read_limit(text, entry->value, reading.problems) : std::nullopt;
    if (limit) reading.card.limits.emplace(text, *limit);
    return limit;
  }
  if (!text.empty() && text[0] >= '0' && text[0] <= '9') {
    reading.problems.error("limit-form", written.place(), fmt::format("{} is no time limit.", in_quotes(text)),
                           "write a number and a unit: 10 working days, 6 weeks, 3 months");
    return std::nullopt;
  }
  const std::vector<std::string> names = limit_names(reading);
  std::string remedy = known_are(text, names, "");
  reading.problems.error("limit-unknown", written.place(),
                         fmt::format("{} is neither a time limit nor the name of one.", in_quotes(text)),
                         "write it out, such as \"10 working days\", or its name; " + remedy);
  return std::nullopt;
}

}  // namespace reportcard
