// SPDX-License-Identifier: MIT
// The table of the general rules, and what they share.
#include "words/rules.h"

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"

namespace reportcard {

const std::vector<Rule>& general_rules() {
  static const std::vector<Rule> rules = {
      {"parts-against-total", "Parts that make a whole add to it.",
       "correct the parts or the total, or answer it in the column explains", parts_against_total},
      {"value-and-counts", "A share and the counts it is made of agree.", "correct the value or its counts", value_and_counts},
      {"counts-in-two-units", "Counts of unlike things are not set beside each other as one.",
       "say of each count what it counts, and of a share what it is a share of", counts_in_two_units},
      {"from-to-difference", "A difference is what lies between its two ends.", "print the difference of the two values", from_to_difference},
      {"points-said-as-per-cent", "A difference of percentages is in points.", "write points", points_said_as_per_cent},
      {"more-places-than-known", "A difference has no more places than its ends.", "print it with the fewer places, and about",
       more_places_than_known},
      {"change-within-rounding", "A change no larger than the rounding of its ends is no change.",
       "say that there is no change beyond rounding", change_within_rounding},
      {"two-baselines", "A change is counted from the start that it names.", "name the period from which the change is counted", two_baselines},
      {"one-value-two-periods", "One value is not given to two periods.", "give it the period of the fact, and say how it was labelled",
       one_value_two_periods},
      {"one-figure-two-precisions", "A figure printed twice, in two precisions, is the same when rounded.", "print it once, or in one precision",
       one_figure_two_precisions},
      {"heading-period", "A value is of the period that its heading names.", "write the value's own period in its cell", heading_period},
      {"fact-outside-card-period", "A card of one period says of later facts that they are later.",
       "put later facts under a heading of their own, or give the card a later as_at", fact_outside_card_period},
      {"unlike-periods-compared", "What is compared is of the same period.", "compare like periods, or print both with their dates",
       unlike_periods_compared},
      {"figure-without-period", "A figure has a period.", "write the period of the fact", figure_without_period},
      {"comparator-without-value", "Who is compared with has a value.", "print the other value, or say that none is published",
       comparator_without_value},
      {"superlative-without-figure", "The best, the lowest, the most have values to be seen among.", "print the values, or the rank with its source",
       superlative_without_figure},
      {"claim-without-figure", "A claim of more, less, most or nearer has figures that bear it.", "print the figures, or leave the claim out",
       claim_without_figure},
      {"target-without-date-or-result", "A target has a date, and once that is past a result.", "give the target a period, and the result when it is out",
       target_without_date_or_result},
      {"reference-misses", "A reference leads to what it names.", "send the reader to the section where it stands", reference_misses},
      {"band-gap", "Every value falls in exactly one band.", "write lower bounds only", band_gap},
  };
  return rules;
}

// A source with a line or page is a document that somebody else printed; one without is where our own figure came from.
Printed read_source(std::string_view source) {
  Printed printed;
  source = trim(source);
  for (const std::string_view mark : {std::string_view(", line"), std::string_view(", page")}) {
    const std::size_t found = source.find(mark);
    if (found == source.npos || found == 0) continue;
    std::size_t digits = found + mark.size();
    while (digits < source.size() && (source[digits] < '0' || source[digits] > '9')) ++digits;
    std::size_t end = digits;
    while (end < source.size() && source[end] >= '0' && source[end] <= '9') ++end;
    if (end == digits) continue;
    printed.source = trim(source.substr(0, found));
    printed.at = slug(printed.source) + ":" + std::string(source.substr(digits, end - digits));
    return printed;
  }
  return printed;
}

std::string canonical(const Card& card, const NamedFigure& named) {
  FigureName name;
  name.measure = named.measure->id;
  name.choice = named.choice;
  if (named.area != card.area && named.area < card.areas.all.size()) name.area = card.areas.all[named.area].name;
  if (named.period) name.period = named.period->name();
  return name.text();
}

std::vector<TypedFigure> typed_figures(const RuleInput& in) {
  std::vector<TypedFigure> typed;
  for (const Cube& cube : in.figures.cubes) {
    if (cube.side != Side::main || cube.measure >= in.card.measures.size()) continue;
    const Measure& measure = in.card.measures[cube.measure];
    const bool published = cube.basis == Basis::published && measure.kind != MeasureKind::value;
    if (measure.kind != MeasureKind::value && !published) continue;
    const Records* records = in.card.find_records(published ? measure.published : measure.from);
    if (!records) continue;
    for (std::size_t area = 0; area < cube.areas.size(); ++area) {
      for (std::size_t choice = 0; choice < cube.choices.size(); ++choice) {
        for (std::size_t period = 0; period < cube.periods.size(); ++period) {
          const Figure& figure = cube.at(area, choice, period);
          if (!figure.known || figure.row == Figure::no_row || figure.row >= records->rows) continue;
          TypedFigure one;
          one.named.measure = &measure;
          one.named.index = cube.measure;
          one.named.area = cube.areas[area];
          one.named.choice = cube.choices[choice];
          one.named.period = cube.periods[period];
          one.named.cube = &cube;
          one.named.figure = &figure;
          one.records = records;
          one.row = figure.row;
          one.place = records->place(figure.row);
          one.printed = read_source(records->text(figure.row, "source"));
          one.called = records->text(figure.row, "called");
          one.explains = records->text(figure.row, "explains");
          typed.push_back(std::move(one));
        }
      }
    }
  }
  return typed;
}

Finding found_at(const TypedFigure& typed, const Card& card, std::string_view rule, std::string message, std::string sum) {
  Finding finding;
  finding.rule = rule;
  finding.place = typed.place;
  finding.at = typed.printed.at;
  finding.source = typed.printed.source;
  finding.message = std::move(message);
  finding.sum = std::move(sum);
  finding.figure = canonical(card, typed.named);
  finding.explains = typed.explains;
  return finding;
}

std::optional<NamedFigure> about_of(const RuleInput& in, const Claim& claim) {
  if (claim.about.empty()) return {};
  std::string why, remedy;
  auto named = find_figure(in.card, in.figures, claim.about, why, remedy);
  if (named && claim.period) {
    if (const auto period = read_period(named->measure->periods, *claim.period)) named = at_period(std::move(*named), *period);
  }
  return named;
}

Finding found_in(const Claim& claim, std::string_view rule, std::string message, std::string sum) {
  Finding finding;
  finding.rule = rule;
  finding.place = claim.place;
  finding.at = claim.at;
  finding.source = claim.source;
  finding.message = std::move(message);
  finding.sum = std::move(sum);
  finding.figure = claim.about;
  finding.explains = claim.reason;
  return finding;
}

}  // namespace reportcard
