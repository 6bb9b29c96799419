// SPDX-License-Identifier: MIT
// One measure being read: the steps share its keys, its register and its place. Only for measure_*.cc.
#pragma once
#include <string>
#include <string_view>

#include "card/reading.h"

namespace reportcard {

struct MeasureReader {
  CardReading& reading;
  const RawMeasure& raw;
  Problems& problems;
  Keys keys;
  Measure measure;
  const Register* from = nullptr;

  MeasureReader(CardReading& reading, const RawMeasure& raw);
  // In this order. The first says whether the rest makes sense.
  bool read_kind();      // kind, periods, from
  void read_rows();      // where, meets, of, split, roles: measure_rows.cc
  void read_when();      // by, limit, known_by: measure_rows.cc
  void read_how();       // unit, decimals, better, target, bands ...: measure_how.cc
  void read_targets();   // measure_how.cc
  void check_kind();     // what each kind needs, and what it cannot use: measure_kinds.cc, with the six after it
  void check_values();
  void check_latest();
  void check_counted();
  void check_limit();
  void check_by();
  void check_unit();

  std::string said() const { return "The measure \"" + measure.id + "\""; }
  std::size_t kind_index() const { return static_cast<std::size_t>(measure.kind); }
  void unfit(std::string_view code, std::string_view key, std::string message, std::string remedy);
  void must_key(bool there, std::string_view key, std::string_view example);
  void must_day(const std::optional<ColumnPath>& path, std::string_view key, std::string_view why);

  bool own(std::string_view key) const;  // written in the measure itself, not taken over by `use`
  Place at(std::string_view key) const;  // the value of the key, else the measure's heading
  std::optional<Period> period_of(const TomlNode& node, std::string_view text);
  void needed(const Register& reg, const ColumnPath& path);
  void needed(const Condition& condition);
};

std::string period_example(PeriodKind kind);  // "2011/12"

}  // namespace reportcard
