// SPDX-License-Identifier: MIT
// A measure as defined: which rows, which of them count, when, and how the figure is said. docs/measures.md is its manual.
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/period.h"
#include "base/problem.h"
#include "card/condition.h"

namespace reportcard {

enum class MeasureKind : std::uint8_t { value, count, sum, mean, median, share, rate, within, latest, formula };
enum class Unit : std::uint8_t { percent, count, gbp, days, working_days, months, rate, ratio, score };
enum class Better : std::uint8_t { higher, lower, none };
enum class By : std::uint8_t { standard, date, period, start, end, due, open };  // standard: the register's period, else date
enum class Parts : std::uint8_t { apart, add, some };
enum class Counts : std::uint8_t { things, cases, people };
enum class KnownBy : std::uint8_t { period_end, period_end_plus_months, as_at };

struct Target { std::optional<Period> period; Decimal value; };

// A time limit of library/limits or of the card. Source: the law or guidance named in `authority`.
struct Limit {
  std::string id, title, authority;
  enum class Count : std::uint8_t { after, with, clear } rule = Count::after;
  enum class In : std::uint8_t { working_days, days, weeks, months, hours } unit = In::working_days;
  struct Dated { std::optional<Date> from, to; std::int32_t amount = 0; };  // by the start day of the clock
  std::vector<Dated> amounts;
  std::string calendar = "england";
  std::string starts, ends;                    // what starts the clock and what stops it, in words
  std::optional<std::int32_t> extended_to;     // the longest it may become with a reason told in time, in `unit`
  std::string note;
};

// Formula in reverse Polish order.
struct FormulaStep {
  enum class What : std::uint8_t { figure, number, plus, minus, times, over } what;
  std::string measure, choice;  // figure
  Ratio number;
};

struct Measure {
  std::string id, title;
  MeasureKind kind = MeasureKind::value;
  std::string from;                          // register id; empty for formula
  bool by_measure_column = false;            // the register has a column of type measure: only rows with this id
  Condition where, meets;
  std::optional<ColumnPath> of;
  bool of_taken = false;                     // `of = "taken"`: days between start and end, in `unit`
  // Resolved: the measure's key, else the register's role. Empty optional: there is none.
  std::optional<ColumnPath> date, period, start, end, due, known, area, entity;
  By by = By::standard;
  PeriodKind periods = PeriodKind::financial_year;
  std::vector<Period> at;                    // the periods asked for, where not every one is: `at = ["2025-03-31"]`
  std::vector<ColumnPath> split;
  std::vector<std::string> split_names;      // last name of each path: the column of a table of values
  Parts parts = Parts::apart;
  std::optional<Limit> limit;                // within
  std::vector<std::pair<std::string, Limit>> limits_by_choice;  // `limit = "table"`: choice of the first split
  std::string denominator;                   // rate: measure id
  std::int64_t per = 10'000;
  std::vector<FormulaStep> formula;
  std::string formula_written;
  std::string published;                     // register id
  Unit unit = Unit::count;
  std::int64_t scale = 1;                    // 1, 1000, 1000000
  std::optional<std::uint8_t> decimals;
  Better better = Better::none;
  std::vector<Target> targets;
  std::string target_whose = "ours", target_set_by;
  Decimal target_tolerance;
  std::optional<Period> baseline;            // its own, else the card's where that is a period of its kind
  bool baseline_own = false;                 // the measure says it; with no `baseline`: it wants none
  std::vector<Period> breaks;
  KnownBy known_by = KnownBy::period_end;
  int known_by_months = 0;
  bool compare_as_printed = false;
  std::string bands;
  std::int64_t few = 10;
  bool size_many = false;                    // `size = "many"`
  std::vector<std::string> many_choices;     // `size = ["Primary schools"]`: only these choices are large
  bool is_many(std::string_view choice) const {
    return size_many || std::find(many_choices.begin(), many_choices.end(), choice) != many_choices.end();
  }
  Counts counts = Counts::things;
  std::optional<std::int64_t> hide;          // small numbers; the default follows `counts`
  std::string already_public;
  bool headline = false;
  std::vector<std::string> serves;           // outcomes or priorities, or "context"
  struct Caveat { std::string text, area; std::optional<Period> period; };
  std::vector<Caveat> caveats;
  std::vector<std::string> cannot_tell;      // shown on its page: "What this cannot tell you"
  std::string population;                    // "pupils at the end of key stage 4": who is measured
  std::string subject;                       // the subject of generated sentences: "pupils with five or more GCSEs ..."
  Audience audience = Audience::public_;
  std::string note;                          // method, for the page
  Place place;
};

struct Band { std::string name; Decimal from; };          // lower bounds, ascending; from <= value < next
struct Bands { std::string id, title; std::vector<Band> bands; Place place; std::string note; };

}  // namespace reportcard
