// SPDX-License-Identifier: MIT
// Measures read from their keys, one after the other.
#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/measure_reader.h"

namespace reportcard {
namespace {

// In the order of MeasureKind.
const std::vector<std::string> kind_words = {"value", "count", "sum",    "mean",   "median",
                                             "share", "rate",  "within", "latest", "formula"};

std::vector<std::string> period_words() {
  std::vector<std::string> words;
  for (int k = static_cast<int>(PeriodKind::financial_year); k <= static_cast<int>(PeriodKind::day); ++k) {
    words.emplace_back(kind_name(static_cast<PeriodKind>(k)));
  }
  return words;
}

}  // namespace

std::string kind_said(PeriodKind kind) {
  const std::string_view name = kind_name(kind);
  return fmt::format("{} {}", name.substr(0, 1) == "a" ? "an" : "a", name);
}

std::string period_example(PeriodKind kind) { return Period::holding(kind, Date::of(2011, 10, 31)).name(); }

MeasureReader::MeasureReader(CardReading& r, const RawMeasure& m)
    : reading(r), raw(m), problems(r.problems), keys(m.entries, fmt::format("the measure {}", m.id), r.problems) {
  measure.id = m.id;
  measure.place = m.place;
}

bool MeasureReader::own(std::string_view key) const {
  for (std::size_t i = 0; i < raw.own && i < raw.entries.size(); ++i) {
    if (raw.entries[i]->key == key) return true;
  }
  return false;
}

Place MeasureReader::at(std::string_view key) const {
  Place place = keys.place(key);
  return place.file.empty() ? raw.place : place;
}

bool MeasureReader::read_kind() {
  measure.title = keys.text("title");
  keys.must_have("title", "\"Children with a protection plan\"", raw.place);
  if (auto kind = keys.choice("kind", kind_words)) measure.kind = static_cast<MeasureKind>(*kind);
  bool good = true;
  keys.must_have("periods", "\"financial year\"", raw.place);
  if (auto word = keys.choice("periods", period_words())) {
    measure.periods = *parse_kind(period_words()[*word]);
  } else {
    good = false;
  }
  measure.from = keys.text("from");
  measure.published = keys.text("published");
  if (measure.kind != MeasureKind::formula) {
    keys.must_have("from", "\"attainment\"", raw.place);
    auto found = reading.card.registers.find(measure.from);
    if (found == reading.card.registers.end()) good = false;
    else from = &found->second;
  } else {
    measure.from.clear();
  }
  if (from) {
    for (const ColumnDefinition& column : from->columns)
      measure.by_measure_column = measure.by_measure_column || column.type == ColumnType::measure;
  }
  return good;
}

void read_measures(CardReading& reading) {
  reading.card.measures.reserve(reading.raw.size());
  for (const RawMeasure& raw : reading.raw) {
    if (raw.broken) {
      reading.measures_unread.insert(raw.id);
      continue;
    }
    MeasureReader reader(reading, raw);
    const bool good = reader.read_kind();
    // Every key is asked for even where the register is missing, so that a slip in a key is found at once.
    reader.read_rows();
    reader.read_when();
    reader.read_how();
    reader.read_targets();
    if (good) reader.check_kind();
    reader.keys.finish();
    if (good) reading.card.measures.push_back(std::move(reader.measure));
    else reading.measures_unread.insert(raw.id);
  }
}

}  // namespace reportcard
