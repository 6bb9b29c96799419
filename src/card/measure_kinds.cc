// SPDX-License-Identifier: MIT
// What each kind of measure needs, and which keys it cannot use. docs/measures.md has the same table for people.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/measure_reader.h"

namespace reportcard {
namespace {

using K = MeasureKind;

struct KeyRule { const char* key; std::vector<K> kinds; const char* said; };

// Keys that mean something to some kinds only. Taken over by `use` they are left aside; written, they are a slip.
const std::vector<KeyRule>& key_rules() {
  static const std::vector<KeyRule> rules = {
      {"meets", {K::share, K::latest}, "share and latest"},
      {"of", {K::count, K::sum, K::mean, K::median, K::rate}, "count, sum, mean, median and rate"},
      {"limit", {K::within}, "within"},
      {"entity", {K::latest}, "latest"},
      {"denominator", {K::rate}, "rate"},
      {"per", {K::rate}, "rate"},
      {"formula", {K::formula}, "formula"},
      {"by", {K::count, K::sum, K::mean, K::median, K::share, K::rate, K::within}, "those that count rows"},
      {"scale", {K::value, K::sum, K::mean, K::median}, "value, sum, mean and median"}};
  return rules;
}

bool is_number(ColumnType type) { return type == ColumnType::number || type == ColumnType::percent || type == ColumnType::money; }

}  // namespace

void MeasureReader::check_kind() {
  const K kind = measure.kind;
  auto unfit = [&](std::string_view code, std::string_view key, std::string message, std::string remedy) {
    problems.error(code, at(key), std::move(message), std::move(remedy));
  };
  const std::string me = fmt::format("The measure {}", in_quotes(measure.id));
  static const std::vector<std::string> kind_words = {"value", "count", "sum", "mean", "median", "share", "rate", "within", "latest", "formula"};
  const std::string& kind_word = kind_words[static_cast<std::size_t>(kind)];

  for (const KeyRule& rule : key_rules()) {
    if (own(rule.key) && std::find(rule.kinds.begin(), rule.kinds.end(), kind) == rule.kinds.end()) {
      problems.error("key-unfit", keys.key_place(rule.key), fmt::format("A measure of kind {} has no use for the key {}.", in_quotes(kind_word), in_quotes(rule.key)),
                     fmt::format("take it out; it belongs to the kinds {}", rule.said));
    }
  }
  auto must = [&](bool there, std::string_view key, std::string_view example) {
    if (there || keys.has(key)) return;  // a key that is there and wrong has its own problem
    problems.error("key-missing", raw.place, fmt::format("{} is of kind {} and has no key {}.", me, in_quotes(kind_word), in_quotes(key)), fmt::format("add for example: {} = {}", key, example));
  };
  auto must_day = [&](const std::optional<ColumnPath>& path, std::string_view key, std::string_view why) {
    if (path || keys.has(key)) return;
    problems.error("key-missing", raw.place, fmt::format("{} {}, and neither it nor the register {} names a column for {}.", me, why, in_quotes(measure.from), in_quotes(key)),
                   fmt::format("add {} = \"COLUMN\" to the measure, or to the roles of the register", key));
  };

  if (kind == K::formula) {
    must(!measure.formula.empty(), "formula", "\"a / b\"");
    for (std::string_view key : {"from", "where", "split", "published"}) {
      if (own(key)) problems.error("key-unfit", keys.key_place(key), fmt::format("A measure of kind “formula” has no use for the key {}.", in_quotes(key)), "take it out: a formula is made of other measures' figures");
    }
    return;
  }
  if (!from) return;

  const bool as_at = is_as_at(measure.periods);
  if (kind == K::value) {
    if (!from->find("value") && !(from->find("numerator") && from->find("denominator"))) {
      unfit("value-missing", "from", fmt::format("{} reads values from {}, which has neither a column “value” nor “numerator” and “denominator”.", me, in_quotes(from->file.empty() ? from->id : from->file)),
            "name the column with the values “value”");
    }
  } else if (kind == K::latest) {
    must(!measure.meets.every_row(), "meets", "\"grade in ('Outstanding', 'Good')\"");
    must_day(measure.date, "date", "needs the day of each event");
    must_day(measure.entity, "entity", "is the state of things");
    if (!as_at) unfit("periods-unfit", "periods", fmt::format("{} is the state of things on a day, and its periods are each {}.", me, kind_said(measure.periods)), "write periods = \"month end\", \"quarter end\" or \"day\"");
  } else {
    if (kind == K::share) must(!measure.meets.every_row(), "meets", "\"escalations > 0\"");
    if (kind == K::sum || kind == K::mean || kind == K::median) {
      must(measure.of || measure.of_taken, "of", "\"amount\"");
      if (measure.of && !is_number(measure.of->type)) unfit("column-type", "of", fmt::format("{} needs numbers, and the column {} has none.", me, in_quotes(measure.of->written)), "name a column of type number, percent or money");
    }
    if (measure.of_taken && (kind == K::count || kind == K::rate)) unfit("column-type", "of", fmt::format("{} counts different values, and days taken are no such thing.", me), "name a column, or use kind = \"mean\" or \"median\"");
    if (kind == K::rate) must(!measure.denominator.empty(), "denominator", "\"population-0-17\"");
    const bool clock = kind == K::within || measure.of_taken;
    if (kind == K::within) must(measure.limit || !measure.limits_by_choice.empty() || measure.due, "limit", "\"10 working days\"");
    if (clock) {
      must_day(measure.start, "start", "measures the days between start and end");
      must_day(measure.end, "end", "measures the days between start and end");
    }
    if (kind == K::within && !measure.limits_by_choice.empty() && measure.split.empty()) unfit("key-missing", "limit", fmt::format("{} has a limit for each choice and no split.", me), "add split = \"COLUMN\" with the choices of the limit");
    switch (measure.by) {
      case By::standard:
        if (clock) {
          if (!keys.has("by")) problems.error("key-missing", raw.place, fmt::format("{} uses start and end, so it must say which of them puts a row in a period.", me), "add by = \"end\", \"start\" or \"due\"");
        } else if (!measure.period && !measure.date && !keys.has("by")) {
          problems.error("key-missing", raw.place, fmt::format("{} does not say what puts a row of {} in a period.", me, in_quotes(from->id)), "add date = \"COLUMN\" or period = \"COLUMN\", or by = \"start\", \"end\" or \"open\"");
        }
        break;
      case By::date: must_day(measure.date, "date", "puts rows in a period by date"); break;
      case By::period: must_day(measure.period, "period", "puts rows in a period by period"); break;
      case By::start: must_day(measure.start, "start", "puts rows in a period by start"); break;
      case By::end: must_day(measure.end, "end", "puts rows in a period by end"); break;
      case By::due:
        if (!measure.due && !measure.limit && measure.limits_by_choice.empty()) must_day(measure.due, "due", "puts rows in a period by the day they are due");
        break;
      case By::open: must_day(measure.start, "start", "counts what is open"); break;
    }
    const bool state = measure.by == By::open;
    if (state && kind == K::within) unfit("by-unfit", "by", fmt::format("{} counts what was done in time, and what is open is not done.", me), "write by = \"end\", \"start\" or \"due\"");
    if (state != as_at && !(measure.by == By::standard || measure.by == By::period)) {
      unfit("periods-unfit", "periods", state ? fmt::format("{} counts what is open on a day, and its periods are each {}.", me, kind_said(measure.periods)) : fmt::format("{} counts what happened in a period, and {} is the state of things on a day.", me, kind_said(measure.periods)),
            state ? "write periods = \"month end\", \"quarter end\" or \"day\"" : "write periods = \"month\", \"quarter\" or \"financial year\", or by = \"open\"");
    } else if (as_at && measure.by == By::standard && !measure.period && measure.date) {
      unfit("periods-unfit", "periods", fmt::format("{} counts what happened in a period, and {} is the state of things on a day.", me, kind_said(measure.periods)), "write periods = \"month\", \"quarter\" or \"financial year\"");
    }
    if (kind == K::count && measure.of && measure.parts != Parts::apart) {
      if (own("parts")) problems.warning("parts-apart", at("parts"), fmt::format("{} counts different values, which do not add up over its parts.", me), "take parts out: such parts are never added");
      measure.parts = Parts::apart;
    }
  }
  if (measure.parts != Parts::apart && measure.split.empty()) unfit("key-missing", "parts", fmt::format("{} has parts and no split.", me), "add split = \"COLUMN\", or take parts out");

  const Unit unit = measure.unit;
  if (!keys.has("unit")) return;
  const bool of_rows = kind == K::share || kind == K::within || kind == K::latest;
  if (of_rows && unit != Unit::percent && unit != Unit::ratio) unfit("unit-unfit", "unit", fmt::format("{} is a share of rows, which is said in per cent.", me), "write unit = \"percent\"");
  if (kind == K::count && unit != Unit::count) unfit("unit-unfit", "unit", fmt::format("{} counts, and its unit is something else.", me), "write unit = \"count\"");
  if (kind == K::rate && unit != Unit::rate && !(unit == Unit::percent && measure.per == 100)) unfit("unit-unfit", "unit", fmt::format("{} is so many per {}, which is a rate.", me, Decimal{measure.per, 0}.said()), "write unit = \"rate\"");
  if (measure.of_taken && unit != Unit::days && unit != Unit::working_days && unit != Unit::months) unfit("unit-unfit", "unit", fmt::format("{} measures time taken.", me), "write unit = \"working days\", \"days\" or \"months\"");

  if (from->row != RowKind::thing && !keys.has("counts") && (from->row == RowKind::case_ || from->row == RowKind::person)) {
    problems.warning("counts-unsaid", raw.place, fmt::format("{} counts rows about people and does not say how small numbers are kept.", me), "add counts = \"people\" or \"cases\"; counts = \"things\" shows every number");
  }
}

}  // namespace reportcard
