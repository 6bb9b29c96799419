// SPDX-License-Identifier: MIT
// From records and measures to figures. Measures that read one register are computed together; what is made from other
// measures' figures comes after these.
#include "engine/figure.h"

#include <map>

#include "engine/computing.h"

namespace reportcard {

std::uint16_t Computing::text(std::string_view words) {
  if (words.empty()) return 0;
  const auto found = known_texts.find(std::string(words));
  if (found != known_texts.end()) return found->second;
  if (figures.texts.size() >= std::numeric_limits<std::uint16_t>::max()) return 0;
  figures.texts.emplace_back(words);
  const auto index = static_cast<std::uint16_t>(figures.texts.size() - 1);
  known_texts.emplace(words, index);
  return index;
}

Cube empty_cube(std::uint32_t measure, Side side, Basis basis, std::vector<AreaId> areas, std::vector<std::string> choices,
                std::vector<Period> periods, std::uint16_t reason) {
  Cube cube;
  cube.measure = measure;
  cube.side = side;
  cube.basis = basis;
  cube.areas = std::move(areas);
  cube.choices = std::move(choices);
  cube.periods = std::move(periods);
  Figure unknown;
  unknown.reason = reason;
  cube.figures.assign(cube.areas.size() * cube.choices.size() * cube.periods.size(), unknown);
  return cube;
}

std::optional<Ratio> made_of_counts(const Measure& measure, std::int64_t numerator, std::int64_t denominator) {
  if (denominator <= 0) return {};
  const std::int64_t times = measure.unit == Unit::percent ? 100 : measure.unit == Unit::rate ? measure.per : 1;
  std::int64_t over = 0;
  if (!__builtin_mul_overflow(numerator, times, &over)) return Ratio{over, denominator};
  return multiply(Ratio{numerator, denominator}, Ratio::whole(times));
}

int scale_places(const Measure& measure) {
  int places = 0;
  for (std::int64_t scale = measure.scale; scale >= 10; scale /= 10) ++places;
  return places;
}

Figures compute(const Card& card, Problems& problems) {
  Figures figures;
  figures.accounts.resize(card.measures.size());
  Computing computing{card, problems, figures, {}};
  std::map<std::string, std::vector<ValueTask>> values;  // by register
  for (std::uint32_t m = 0; m < card.measures.size(); ++m) {
    const Measure& measure = card.measures[m];
    if (measure.kind == MeasureKind::value) values[measure.from].push_back({m, false});
    if (!measure.published.empty()) values[measure.published].push_back({m, true});
  }
  for (const auto& [id, tasks] : values) {
    if (const Records* records = card.find_records(id); records && records->of) read_values(computing, *records, tasks);
  }
  return figures;
}

}  // namespace reportcard
