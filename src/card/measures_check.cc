// SPDX-License-Identifier: MIT
// What only all measures together show: formulas and rates that go in a circle, measures that serve nothing.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/reading.h"

namespace reportcard {
namespace {

const RawMeasure* raw_of(const CardReading& reading, std::string_view id) {
  for (const RawMeasure& raw : reading.raw) {
    if (raw.id == id) return &raw;
  }
  return nullptr;
}

Place key_of(const CardReading& reading, const Measure& measure, std::string_view key) {
  if (const RawMeasure* raw = raw_of(reading, measure.id)) {
    for (const TomlEntry* entry : raw->entries) {
      if (entry->key == key) return entry->value.place();
    }
  }
  return measure.place;
}

bool known(const CardReading& reading, std::string_view id) {
  return reading.card.measure(id) || reading.measures_unread.count(id);
}

// Which measures a figure of this one is made from.
std::vector<std::string> made_from(const Measure& measure) {
  std::vector<std::string> ids;
  for (const FormulaStep& step : measure.formula) {
    if (step.what == FormulaStep::What::figure) ids.push_back(step.measure);
  }
  if (measure.kind == MeasureKind::rate && !measure.denominator.empty()) ids.push_back(measure.denominator);
  return ids;
}

class Circles {
 public:
  explicit Circles(CardReading& reading) : reading_(reading) {}
  void walk(const Measure& measure) {
    State& state = states_[measure.id];
    if (state == State::done) return;
    if (state == State::open) {
      auto from = std::find(trail_.begin(), trail_.end(), measure.id);
      std::vector<std::string> circle(from, trail_.end());
      circle.push_back(measure.id);
      reading_.problems.error("formula-cycle",
                              key_of(reading_, measure, measure.kind == MeasureKind::rate ? "denominator" : "formula"),
                              fmt::format("Measures are made from each other in a circle: {}.", join(circle, " from ")),
                              "a figure must in the end come from records: change one of these");
      return;
    }
    state = State::open;
    trail_.push_back(measure.id);
    for (const std::string& id : made_from(measure)) {
      if (const Measure* part = reading_.card.measure(id)) walk(*part);
    }
    trail_.pop_back();
    states_[measure.id] = State::done;
  }

 private:
  enum class State : unsigned char { fresh, open, done };
  CardReading& reading_;
  std::map<std::string, State> states_;
  std::vector<std::string> trail_;
};

}  // namespace

void check_measures(CardReading& reading) {
  Problems& problems = reading.problems;
  Circles circles(reading);
  std::map<std::string, const Measure*> headline_of;
  for (const Measure& measure : reading.card.measures) {
    for (const FormulaStep& step : measure.formula) {
      if (step.what != FormulaStep::What::figure) continue;
      const Place place = key_of(reading, measure, "formula");
      const Measure* part = reading.card.measure(step.measure);
      if (!part) {
        if (!known(reading, step.measure)) unknown_measure(reading, step.measure, place);
      } else if (part->periods != measure.periods) {
        problems.error("formula-periods", place,
                       fmt::format("The formula of {} is by {}, and {} is by {}.", in_quotes(measure.id),
                                   kind_name(measure.periods), in_quotes(part->id), kind_name(part->periods)),
                       "a formula is made of figures of one kind of period");
      } else if (!step.choice.empty() && part->split.empty() && part->kind != MeasureKind::formula) {
        problems.error(
            "formula-choice", place,
            fmt::format("The formula asks for {} of {}, which is not split.", in_quotes(step.choice), in_quotes(part->id)),
            fmt::format("give {} a split, or write it without [ ]", in_quotes(part->id)));
      }
    }
    if (measure.kind == MeasureKind::rate && !measure.denominator.empty()) {
      const Measure* below = reading.card.measure(measure.denominator);
      if (!below) {
        if (!known(reading, measure.denominator))
          unknown_measure(reading, measure.denominator, key_of(reading, measure, "denominator"));
      } else if (below->unit != Unit::count) {
        problems.error(
            "unit-unfit", key_of(reading, measure, "denominator"),
            fmt::format("The denominator of {} must be a count, and {} is not.", in_quotes(measure.id), in_quotes(below->id)),
            "name a measure with unit = \"count\", such as a population");
      }
    }
    circles.walk(measure);
    if (measure.serves.empty()) {
      problems.warning("serves-nothing", measure.place, fmt::format("The measure {} serves no outcome.", in_quotes(measure.id)),
                       "add serves = \"OUTCOME\", or serves = \"context\"");
    }
    if (measure.headline) {
      for (const std::string& outcome : measure.serves) {
        auto [there, fresh] = headline_of.emplace(outcome, &measure);
        if (!fresh)
          problems.warning("headline-twice", measure.place,
                           fmt::format("Both {} and {} are the headline of {}.", in_quotes(there->second->id),
                                       in_quotes(measure.id), in_quotes(outcome)),
                           "keep headline = true at one of them");
      }
    }
  }
}

}  // namespace reportcard
