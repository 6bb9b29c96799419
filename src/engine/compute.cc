// SPDX-License-Identifier: MIT
// From records and measures to figures. Measures that read one register are computed together; what is made from other
// measures' figures comes after these.
#include "engine/figure.h"

#include <algorithm>
#include <map>
#include <memory>

#include "engine/computing.h"
#include "engine/counting.h"
#include "engine/latest.h"

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

namespace {

// Measures that count rows, register by register: one pass over the blocks of each serves them all.
void count_rows(Computing& computing) {
  const Card& card = computing.card;
  std::map<std::string, std::vector<std::uint32_t>> by_register;
  for (std::uint32_t m = 0; m < card.measures.size(); ++m) {
    const MeasureKind kind = card.measures[m].kind;
    if (kind != MeasureKind::value && kind != MeasureKind::formula) by_register[card.measures[m].from].push_back(m);
  }
  for (const auto& [id, measures] : by_register) {
    const Records* records = card.find_records(id);
    if (!records || !records->of) continue;
    std::vector<std::unique_ptr<Counting>> counting;
    std::vector<std::unique_ptr<Latest>> latest;
    for (const std::uint32_t m : measures) {
      if (card.measures[m].kind == MeasureKind::latest) latest.push_back(std::make_unique<Latest>(computing, m, *records));
      else counting.push_back(std::make_unique<Counting>(computing, m, *records));
    }
    for (std::size_t first = 0; first < records->rows; first += rows_in_block) {
      const std::size_t count = std::min(rows_in_block, records->rows - first);
      for (const auto& one : counting) one->block(first, count);
      for (const auto& one : latest) one->block(first, count);
    }
    for (auto& one : counting) {
      one->finish();
      one.reset();
    }
    for (auto& one : latest) one->finish();
  }
}

// Formulas and rates after what they are made of. Circles are a problem of the card; here they only end.
class Derived {
 public:
  explicit Derived(Computing& computing) : computing_(computing), done_(computing.card.measures.size(), false) {}
  void make(std::uint32_t m) {
    if (done_[m]) return;
    done_[m] = true;
    const Measure& measure = computing_.card.measures[m];
    if (measure.kind == MeasureKind::formula) {
      for (const FormulaStep& step : measure.formula) {
        if (step.what == FormulaStep::What::figure) make_named(step.measure);
      }
      make_formula(computing_, m);
    } else if (measure.kind == MeasureKind::rate) {
      make_named(measure.denominator);
      make_rate(computing_, m);
    }
    hide_small_numbers(computing_, m);
  }

 private:
  void make_named(const std::string& id) {
    if (const Measure* of = computing_.card.measure(id)) make(static_cast<std::uint32_t>(of - computing_.card.measures.data()));
  }
  Computing& computing_;
  std::vector<bool> done_;
};

}  // namespace

Figures compute(const Card& card, Problems& problems) {
  Figures figures;
  figures.accounts.resize(card.measures.size());
  Computing computing{card, problems, figures, {}, std::vector<std::vector<LargerArea>>(card.measures.size())};
  std::map<std::string, std::vector<ValueTask>> values;  // by register
  for (std::uint32_t m = 0; m < card.measures.size(); ++m) {
    const Measure& measure = card.measures[m];
    if (measure.kind == MeasureKind::value) values[measure.from].push_back({m, false});
    if (!measure.published.empty()) values[measure.published].push_back({m, true});
  }
  for (const auto& [id, tasks] : values) {
    if (const Records* records = card.find_records(id); records && records->of) read_values(computing, *records, tasks);
  }
  count_rows(computing);
  // From here on every row is counted; what follows is made of figures.
  Derived derived(computing);
  for (std::uint32_t m = 0; m < card.measures.size(); ++m) derived.make(m);
  put_lists_together(computing);
  return figures;
}

}  // namespace reportcard
