// SPDX-License-Identifier: MIT
// A measure's definition in one fixed form, however its keys were written: by this two editions tell whether a figure is
// still the same figure, and which key has changed.
#include <fmt/format.h>

#include "base/text.h"
#include "card/edition_record.h"
#include "card/measure.h"

namespace reportcard {
namespace {

constexpr const char* kinds[] = {"value", "count", "sum", "mean", "median", "share", "rate", "within", "latest", "formula"};
constexpr const char* units[] = {"percent", "count", "gbp", "days", "working days", "months", "rate", "ratio", "score"};
constexpr const char* betters[] = {"higher", "lower", "none"};
constexpr const char* bys[] = {"", "date", "period", "start", "end", "due", "open"};
constexpr const char* parts_words[] = {"apart", "add", "some"};
constexpr const char* counts_words[] = {"things", "cases", "people"};

std::string limit_text(const Limit& limit) {
  constexpr const char* rules[] = {"after", "with", "clear"};
  constexpr const char* in[] = {"working days", "days", "weeks", "months", "hours"};
  std::string text = limit.id;
  for (const Limit::Dated& dated : limit.amounts) {
    text += fmt::format("{}{} {}", text.empty() ? "" : "; ", dated.amount, in[static_cast<int>(limit.unit)]);
    if (dated.from) text += " from " + dated.from->iso();
    if (dated.to) text += " to " + dated.to->iso();
  }
  return text + ", counted " + rules[static_cast<int>(limit.rule)];
}

}  // namespace

Definition definition_of(const Measure& m) {
  Definition all;
  const auto say = [&](const char* key, std::string value) {
    if (!value.empty()) all.emplace_back(key, std::move(value));
  };
  const auto column = [&](const char* key, const std::optional<ColumnPath>& path) {
    if (path) say(key, path->written);
  };
  say("title", m.title);
  say("kind", kinds[static_cast<int>(m.kind)]);
  say("from", m.from);
  say("where", m.where.written);
  say("meets", m.meets.written);
  column("of", m.of);
  if (m.of_taken) say("of", "taken");
  column("date", m.date);
  column("period", m.period);
  column("start", m.start);
  column("end", m.end);
  column("due", m.due);
  column("known", m.known);
  column("area", m.area);
  column("entity", m.entity);
  say("by", bys[static_cast<int>(m.by)]);
  say("periods", std::string(kind_name(m.periods)));
  say("split", join(m.split_names, ", "));
  say("parts", parts_words[static_cast<int>(m.parts)]);
  if (m.limit) say("limit", limit_text(*m.limit));
  for (const auto& [choice, limit] : m.limits_by_choice) say("limit", choice + ": " + limit_text(limit));
  say("denominator", m.denominator);
  if (m.kind == MeasureKind::rate) say("per", std::to_string(m.per));
  say("formula", m.formula_written);
  say("published", m.published);
  say("unit", units[static_cast<int>(m.unit)]);
  if (m.scale != 1) say("scale", std::to_string(m.scale));
  if (m.decimals) say("decimals", std::to_string(*m.decimals));
  say("better", betters[static_cast<int>(m.better)]);
  std::vector<std::string> targets;
  for (const Target& target : m.targets) targets.push_back((target.period ? target.period->name() + ": " : std::string()) + target.value.plain());
  say("target", join(targets, ", "));
  if (m.target_tolerance.units != 0) say("tolerance", m.target_tolerance.plain());
  if (m.baseline) say("baseline", m.baseline->name());
  std::vector<std::string> breaks;
  for (const Period& one : m.breaks) breaks.push_back(one.name());
  say("breaks", join(breaks, ", "));
  if (m.known_by != KnownBy::period_end) say("known_by", m.known_by == KnownBy::as_at ? "as_at" : fmt::format("period end + {} months", m.known_by_months));
  if (m.compare_as_printed) say("compare_as", "printed");
  say("bands", m.bands);
  say("few", std::to_string(m.few));
  if (m.size_many) say("size", "many");
  say("size", join(m.many_choices, ", "));
  say("counts", counts_words[static_cast<int>(m.counts)]);
  if (m.hide) say("hide", std::to_string(*m.hide));
  return all;
}

}  // namespace reportcard
