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

struct KeyRule {
  const char* key;
  std::vector<K> kinds;
  const char* said;
};

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

// In the order of MeasureKind.
const char* const kind_words[] = {"value", "count", "sum", "mean", "median", "share", "rate", "within", "latest", "formula"};

bool is_number(ColumnType type) { return type == ColumnType::number || type == ColumnType::percent || type == ColumnType::money; }

}  // namespace

void MeasureReader::unfit(std::string_view code, std::string_view key, std::string message, std::string remedy) {
  problems.error(code, at(key), std::move(message), std::move(remedy));
}

void MeasureReader::must_key(bool there, std::string_view key, std::string_view example) {
  if (there || keys.has(key)) return;  // a key that is there and wrong has its own problem
  problems.error("key-missing", raw.place,
                 fmt::format("{} is of kind {} and has no key {}.", said(), in_quotes(kind_words[kind_index()]), in_quotes(key)),
                 fmt::format("add for example: {} = {}", key, example));
}

void MeasureReader::must_day(const std::optional<ColumnPath>& path, std::string_view key, std::string_view why) {
  if (path || keys.has(key)) return;
  problems.error("key-missing", raw.place,
                 fmt::format("{} {}, and neither it nor the register {} names a column for {}.", said(), why,
                             in_quotes(measure.from), in_quotes(key)),
                 fmt::format("add {} = \"COLUMN\" to the measure, or to the roles of the register", key));
}

void MeasureReader::check_kind() {
  const K kind = measure.kind;
  for (const KeyRule& rule : key_rules()) {
    if (!own(rule.key) || std::find(rule.kinds.begin(), rule.kinds.end(), kind) != rule.kinds.end()) continue;
    problems.error("key-unfit", keys.key_place(rule.key),
                   fmt::format("A measure of kind {} has no use for the key {}.", in_quotes(kind_words[kind_index()]),
                               in_quotes(rule.key)),
                   fmt::format("take it out; it belongs to the kind{} {}", rule.kinds.size() == 1 ? "" : "s", rule.said));
  }
  if (kind == K::formula) {
    must_key(!measure.formula.empty(), "formula", "\"a / b\"");
    for (std::string_view key : {"from", "where", "split", "published"}) {
      if (!own(key)) continue;
      problems.error("key-unfit", keys.key_place(key),
                     fmt::format("A measure of kind \"formula\" has no use for the key {}.", in_quotes(key)),
                     "take it out: a formula is made of other measures' figures");
    }
    return;
  }
  if (!from) return;
  if (kind == K::value) {
    check_values();
  } else if (kind == K::latest) {
    check_latest();
  } else {
    check_counted();
    check_limit();
    check_by();
  }
  auto published = reading.card.registers.find(measure.published);
  if (published != reading.card.registers.end() && !published->second.find("value")) {
    unfit("value-missing", "published",
          fmt::format("{} has its published values in {}, which has no column \"value\".", said(), in_quotes(measure.published)),
          "name a table of values");
  }
  if (measure.parts != Parts::apart && measure.split.empty()) {
    unfit("key-missing", "parts", fmt::format("{} has parts and no split.", said()), "add split = \"COLUMN\", or take parts out");
  }
  if (keys.has("unit")) check_unit();
  if ((from->row == RowKind::case_ || from->row == RowKind::person) && !keys.has("counts")) {
    problems.warning("counts-unsaid", raw.place,
                     fmt::format("{} counts rows about people and does not say how small numbers are kept.", said()),
                     "add counts = \"people\" or \"cases\"; counts = \"things\" shows every number");
  }
}

void MeasureReader::check_values() {
  if (from->find("value") || (from->find("numerator") && from->find("denominator"))) return;
  // Of a file that is no text the header says nothing, so it is not said that columns are missing.
  const auto file = reading.card.files.find(from->file);
  if (file != reading.card.files.end() && !is_utf8(file->second.view())) {
    problems.error("encoding-unreadable", whole_file(from->file), "The file is not UTF-8 text.", "save it as CSV UTF-8");
    reading.measures_unread.insert(measure.id);
    return;
  }
  unfit("value-missing", "from",
        fmt::format("{} reads values from {}, which has neither a column \"value\" nor \"numerator\" and \"denominator\".", said(),
                    in_quotes(from->file.empty() ? from->id : from->file)),
        "name the column with the values \"value\"");
}

void MeasureReader::check_latest() {
  must_key(!measure.meets.every_row(), "meets", "\"grade in ('Outstanding', 'Good')\"");
  must_day(measure.date, "date", "needs the day of each event");
  must_day(measure.entity, "entity", "is the state of things");
  if (is_as_at(measure.periods)) return;
  unfit("periods-unfit", "periods",
        fmt::format("{} is the state of things on a day, and its periods are each {}.", said(), kind_said(measure.periods)),
        "write periods = \"month end\", \"quarter end\" or \"day\"");
}

void MeasureReader::check_counted() {
  const K kind = measure.kind;
  if (kind == K::share) must_key(!measure.meets.every_row(), "meets", "\"escalations > 0\"");
  if (kind == K::rate) must_key(!measure.denominator.empty(), "denominator", "\"population-0-17\"");
  if (kind == K::sum || kind == K::mean || kind == K::median) {
    must_key(measure.of || measure.of_taken, "of", "\"amount\"");
    if (measure.of && !is_number(measure.of->type)) {
      unfit("column-type", "of",
            fmt::format("{} needs numbers, and the column {} has none.", said(), in_quotes(measure.of->written)),
            "name a column of type number, percent or money");
    }
  }
  if (measure.of_taken && (kind == K::count || kind == K::rate)) {
    unfit("column-type", "of", fmt::format("{} counts different values, and days taken are no such thing.", said()),
          "name a column, or use kind = \"mean\" or \"median\"");
  }
  if (kind == K::count && measure.of && measure.parts != Parts::apart) {
    if (own("parts")) {
      problems.warning("parts-apart", at("parts"),
                       fmt::format("{} counts different values, which do not add up over its parts.", said()),
                       "take parts out: such parts are never added");
    }
    measure.parts = Parts::apart;
  }
}

void MeasureReader::check_limit() {
  if (measure.kind == K::within) {
    must_key(measure.limit || !measure.limits_by_choice.empty() || measure.due, "limit", "\"10 working days\"");
  }
  if (measure.kind == K::within || measure.of_taken) {
    must_day(measure.start, "start", "measures the days between start and end");
    must_day(measure.end, "end", "measures the days between start and end");
  }
  if (measure.kind != K::within) return;
  auto fits = [&](const Limit& limit) {
    if (limit.unit == Limit::In::hours) {
      unfit("limit-unfit", "limit", fmt::format("{} has a limit in hours, and registers know days only.", said()),
            "write the limit in days or working days");
    } else if (limit.calendar != "england") {
      unfit("not-in-this-release", "limit",
            fmt::format("The limit {} counts by the calendar {}, which is not in this release.", in_quotes(limit.id),
                        in_quotes(limit.calendar)),
            "write the limit out: it then counts by England's bank holidays");
    }
  };
  if (measure.limit) fits(*measure.limit);
  for (const auto& [choice, limit] : measure.limits_by_choice) fits(limit);
  if (measure.limits_by_choice.empty()) return;
  if (measure.split.empty()) {
    unfit("key-missing", "limit", fmt::format("{} has a limit for each choice and no split.", said()),
          "add split = \"COLUMN\" with the choices of the limit");
    return;
  }
  const ColumnPath& path = measure.split.front();
  if (path.column < 0 || !path.through.empty() || path.type != ColumnType::choice) return;
  const std::vector<std::string>& choices = from->columns[static_cast<std::size_t>(path.column)].choices;
  for (const auto& [choice, limit] : measure.limits_by_choice) {
    if (std::find(choices.begin(), choices.end(), choice) != choices.end()) continue;
    unfit("choice-unknown", "limit", fmt::format("{} is not a choice of {}.", in_quotes(choice), in_quotes(path.written)),
          one_of(choice, choices));
  }
}

void MeasureReader::check_by() {
  const bool clock = measure.kind == K::within || measure.of_taken;
  switch (measure.by) {
    case By::standard:
      if (keys.has("by")) break;
      if (clock) {
        problems.error("key-missing", raw.place,
                       fmt::format("{} uses start and end, so it must say which of them puts a row in a period.", said()),
                       "add by = \"end\", \"start\" or \"due\"");
      } else if (!measure.period && !measure.date) {
        problems.error("key-missing", raw.place,
                       fmt::format("{} does not say what puts a row of {} in a period.", said(), in_quotes(from->id)),
                       "add date = \"COLUMN\" or period = \"COLUMN\", or by = \"start\", \"end\" or \"open\"");
      }
      break;
    case By::date: must_day(measure.date, "date", "puts rows in a period by date"); break;
    case By::period: must_day(measure.period, "period", "puts rows in a period by period"); break;
    case By::start: must_day(measure.start, "start", "puts rows in a period by start"); break;
    case By::end: must_day(measure.end, "end", "puts rows in a period by end"); break;
    case By::due:
      // A limit gives each row its due day; without one there must be a column.
      if (!measure.limit && measure.limits_by_choice.empty()) {
        must_day(measure.due, "due", "puts rows in a period by the day they are due");
      }
      break;
    case By::open: must_day(measure.start, "start", "counts what is open"); break;
  }
  const bool as_at = is_as_at(measure.periods);
  const bool state = measure.by == By::open;
  if (state && measure.kind == K::within) {
    unfit("by-unfit", "by", fmt::format("{} counts what was done in time, and what is open is not done.", said()),
          "write by = \"end\", \"start\" or \"due\"");
  }
  const bool by_day = measure.by == By::date || measure.by == By::start || measure.by == By::end || measure.by == By::due ||
                      (measure.by == By::standard && !measure.period && measure.date);
  if (state && !as_at) {
    unfit("periods-unfit", "periods",
          fmt::format("{} counts what is open on a day, and its periods are each {}.", said(), kind_said(measure.periods)),
          "write periods = \"month end\", \"quarter end\" or \"day\"");
  } else if (by_day && as_at) {
    unfit("periods-unfit", "periods",
          fmt::format("{} counts what happened in a period, and {} is the state of things on a day.", said(),
                      kind_said(measure.periods)),
          "write periods = \"month\", \"quarter\" or \"financial year\", or by = \"open\"");
  }
}

void MeasureReader::check_unit() {
  const K kind = measure.kind;
  const Unit unit = measure.unit;
  const bool of_rows = kind == K::share || kind == K::within || kind == K::latest;
  if (of_rows && unit != Unit::percent && unit != Unit::ratio) {
    unfit("unit-unfit", "unit", fmt::format("{} is a share of rows, which is said in per cent.", said()),
          "write unit = \"percent\"");
  } else if (kind == K::count && unit != Unit::count) {
    unfit("unit-unfit", "unit", fmt::format("{} counts, and its unit is something else.", said()), "write unit = \"count\"");
  } else if (kind == K::rate && unit != Unit::rate && !(unit == Unit::percent && measure.per == 100)) {
    unfit("unit-unfit", "unit", fmt::format("{} is so many per {}, which is a rate.", said(), Decimal{measure.per, 0}.said()),
          "write unit = \"rate\"");
  } else if (measure.of_taken && unit != Unit::days && unit != Unit::working_days && unit != Unit::months) {
    unfit("unit-unfit", "unit", fmt::format("{} measures time taken.", said()),
          "write unit = \"working days\", \"days\" or \"months\"");
  }
}

}  // namespace reportcard
