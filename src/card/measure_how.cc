// SPDX-License-Identifier: MIT
// How a figure is said: unit, decimals, which way is better, targets, bands, small numbers, caveats.
#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/known_words.h"
#include "card/measure_reader.h"

namespace reportcard {
namespace {

const std::vector<std::string> unit_words = {"percent", "count", "gbp",   "days", "working days",
                                             "months",  "rate",  "ratio", "score"};
const std::vector<std::string> better_words = {"higher", "lower", "none"};
const std::vector<std::string> counts_words = {"things", "cases", "people"};
const std::vector<std::string> compare_words = {"exact", "printed"};
const std::vector<std::string> size_words = {"many"};

constexpr std::int64_t most = 1'000'000'000'000;

}  // namespace

std::optional<Period> MeasureReader::period_of(const TomlNode& node, std::string_view text) {
  std::optional<Period> period = Period::parse(measure.periods, trim(text));
  if (!period) {
    problems.error("period-unfit", node.place(),
                   fmt::format("{} is not {}, which is what the measure {} has.", in_quotes(text), kind_said(measure.periods),
                               in_quotes(measure.id)),
                   fmt::format("write for example: {}", period_example(measure.periods)));
  }
  return period;
}

void MeasureReader::read_how() {
  keys.must_have("unit", "\"percent\"", raw.place);
  keys.must_have("better", "\"higher\"", raw.place);
  if (auto unit = keys.choice("unit", unit_words)) measure.unit = static_cast<Unit>(*unit);
  if (auto better = keys.choice("better", better_words)) measure.better = static_cast<Better>(*better);

  if (const TomlNode* scale = keys.node("scale")) {
    if (scale->kind == TomlNode::Kind::text && scale->text == "million") measure.scale = 1'000'000;
    else if (scale->kind == TomlNode::Kind::text && scale->text == "thousand") measure.scale = 1'000;
    else if (scale->kind == TomlNode::Kind::number && scale->number && scale->number->places == 0 &&
             (scale->number->units == 1 || scale->number->units == 1'000 || scale->number->units == 1'000'000))
      measure.scale = scale->number->units;
    else
      problems.error("word-unknown", scale->place(), fmt::format("{} is not a scale.", in_quotes(scale->text)),
                     "write \"million\", \"thousand\" or 1");
  }
  if (auto decimals = keys.whole("decimals", 0, 9)) measure.decimals = static_cast<std::uint8_t>(*decimals);
  if (auto per = keys.whole("per", 1, most)) measure.per = *per;
  measure.denominator = keys.text("denominator");
  if (std::optional<std::string> formula = keys.text_if("formula")) {
    measure.formula_written = *formula;
    const TomlNode* node = keys.node("formula");
    if (auto steps = parse_formula(node->text, node->inside(), problems)) measure.formula = std::move(*steps);
  }

  if (const TomlNode* baseline = keys.node("baseline")) {
    if (baseline->kind == TomlNode::Kind::text || baseline->kind == TomlNode::Kind::date)
      measure.baseline = period_of(*baseline, baseline->text);
    else if (baseline->kind != TomlNode::Kind::truth || baseline->yes)
      keys.wrong_type("baseline", *baseline, "a period or false", "\"2010/11\"");
    measure.baseline_own = true;
  } else if (reading.card.baseline) {
    measure.baseline = Period::parse(measure.periods, *reading.card.baseline);
  }
  for (const TomlNode* node : keys.texts("breaks")) {
    if (std::optional<Period> period = period_of(*node, node->text)) measure.breaks.push_back(*period);
  }
  if (auto compare = keys.choice("compare_as", compare_words)) measure.compare_as_printed = *compare == 1;
  measure.bands = keys.text("bands");
  if (!measure.bands.empty()) {
    const Bands* bands = find_bands(reading, measure.bands, at("bands"));
    if (bands && measure.unit == Unit::percent && Ratio::of(bands->bands.front().from).sign() > 0) {
      problems.warning("bands-gap", at("bands"),
                       fmt::format("No band of {} begins at 0, so a value under {} falls in none.", in_quotes(measure.bands),
                                   bands->bands.front().from.said()),
                       "give the lowest band from = 0");
    }
  }
  if (auto few = keys.whole("few", 0, most)) measure.few = *few;
  // "many", or the choices that are: the others stay unknown.
  if (const TomlNode* size = keys.node("size"); size && size->kind == TomlNode::Kind::list) measure.many_choices = keys.words("size");
  else if (keys.choice("size", size_words)) measure.size_many = true;
  if (auto counts = keys.choice("counts", counts_words)) measure.counts = static_cast<Counts>(*counts);
  if (auto hide = keys.whole("hide", 0, most)) measure.hide = *hide;
  measure.already_public = keys.text("already_public");
  measure.headline = keys.truth("headline", false);
  measure.serves = keys.words("serves");
  measure.cannot_tell = keys.words("cannot_tell");
  measure.population = keys.text("population");
  measure.subject = keys.text("subject");
  measure.note = keys.text("note");
  if (auto audience = keys.choice("audience", reader_words())) measure.audience = static_cast<Audience>(*audience);

  const TomlNode* caveat = keys.node("caveat");
  if (caveat && caveat->kind == TomlNode::Kind::text) {
    measure.caveats.push_back({std::string(trim(caveat->text)), {}, {}});
  } else {
    for (const TomlNode* node : keys.tables("caveat")) {
      Keys of(*node, fmt::format("a caveat of the measure {}", measure.id), problems);
      Measure::Caveat one;
      one.text = of.text("text");
      of.must_have("text", "\"Counted anew since 2011.\"", node->place());
      one.area = of.text("area");
      if (!one.area.empty() && !reading.card.areas.find(one.area)) {
        problems.error("area-unknown", of.place("area"), fmt::format("{} is not a place that is known.", in_quotes(one.area)),
                       known_are(one.area, reading.card.areas.names(), ""));
      }
      if (const TomlNode* period = of.node("period")) one.period = period_of(*period, period->text);
      of.finish();
      measure.caveats.push_back(std::move(one));
    }
  }
}

void MeasureReader::read_targets() {
  measure.target_whose = keys.text("target_whose", "ours");
  measure.target_set_by = keys.text("target_set_by");
  if (auto tolerance = keys.number("target_tolerance")) measure.target_tolerance = *tolerance;

  const TomlNode* target = keys.node("target");
  if (!target) return;
  if (target->kind == TomlNode::Kind::number) {
    if (target->number) measure.targets.push_back({std::nullopt, *target->number});
    problems.warning("target-undated", target->place(),
                     fmt::format("The target of the measure {} has no date.", in_quotes(measure.id)),
                     fmt::format("say by when: target = {{ \"{}\" = {} }}", period_example(measure.periods), target->text));
  } else if (target->kind == TomlNode::Kind::table) {
    Keys of(*target, fmt::format("the target of the measure {}", measure.id), problems);
    measure.target_whose = of.text("whose", measure.target_whose);
    measure.target_set_by = of.text("set_by", measure.target_set_by);
    if (auto tolerance = of.number("tolerance")) measure.target_tolerance = *tolerance;
    for (const TomlEntry& entry : target->entries) {
      if (entry.key == "whose" || entry.key == "set_by" || entry.key == "tolerance") continue;
      if (entry.value.kind != TomlNode::Kind::number || !entry.value.number) {
        if (entry.value.kind != TomlNode::Kind::number) of.wrong_type(entry.key, entry.value, "a number", "60");
        continue;
      }
      std::optional<Period> period = Period::parse(measure.periods, entry.key);
      if (period) {
        measure.targets.push_back({period, *entry.value.number});
      } else {
        problems.error(
            "period-unfit", entry.key_place(),
            fmt::format("{} is not {}, which is what the measure {} has.", in_quotes(entry.key), kind_said(measure.periods),
                        in_quotes(measure.id)),
            fmt::format("write for example: target = {{ \"{}\" = {} }}", period_example(measure.periods), entry.value.text));
      }
    }
  } else {
    keys.wrong_type("target", *target, "a number or a table of periods",
                    fmt::format("{{ \"{}\" = 60 }}", period_example(measure.periods)));
  }
  if (measure.better == Better::none && keys.has("better") && !measure.targets.empty()) {
    problems.error("target-without-better", target->place(),
                   fmt::format("The measure {} has a target and better = \"none\", so nobody can say whether it is met.",
                               in_quotes(measure.id)),
                   "write better = \"higher\" or \"lower\", or take the target out");
  }
}

}  // namespace reportcard
