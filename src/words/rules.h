// SPDX-License-Identifier: MIT
// The general rules of a report card. Each looks only at what is declared: measures, tables of values, registers, claims.
// A rule has an id that does not change, one sentence for readers, and a function; docs/rules.md has a page of them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "words/claims.h"

namespace reportcard {

struct Records;

struct RuleInput {
  const Card& card;
  const Figures& figures;
  const Statements& statements;
};

struct Rule {
  std::string_view id, says, remedy;
  void (*look)(const RuleInput& in, std::vector<Finding>& found);
};
const std::vector<Rule>& general_rules();

// rules_changes.cc: what a document says of a change
void points_said_as_per_cent(const RuleInput&, std::vector<Finding>&);
void more_places_than_known(const RuleInput&, std::vector<Finding>&);
void change_within_rounding(const RuleInput&, std::vector<Finding>&);
void two_baselines(const RuleInput&, std::vector<Finding>&);
void from_to_difference(const RuleInput&, std::vector<Finding>&);
// rules_periods.cc: when a fact was
void heading_period(const RuleInput&, std::vector<Finding>&);
void fact_outside_card_period(const RuleInput&, std::vector<Finding>&);
void figure_without_period(const RuleInput&, std::vector<Finding>&);
// rules_alike.cc: one figure said twice, and figures set side by side
void one_value_two_periods(const RuleInput&, std::vector<Finding>&);
void one_figure_two_precisions(const RuleInput&, std::vector<Finding>&);
void unlike_periods_compared(const RuleInput&, std::vector<Finding>&);
// rules_parts.cc, rules_counts.cc, rules_bands.cc: parts and totals, counts, bands
void parts_against_total(const RuleInput&, std::vector<Finding>&);
void value_and_counts(const RuleInput&, std::vector<Finding>&);
void counts_in_two_units(const RuleInput&, std::vector<Finding>&);
void band_gap(const RuleInput&, std::vector<Finding>&);
// rules_bearing.cc: claims that need a figure, targets that need a result, references that need an aim
void comparator_without_value(const RuleInput&, std::vector<Finding>&);
void superlative_without_figure(const RuleInput&, std::vector<Finding>&);
void claim_without_figure(const RuleInput&, std::vector<Finding>&);
void target_without_date_or_result(const RuleInput&, std::vector<Finding>&);
void reference_misses(const RuleInput&, std::vector<Finding>&);

// Rules over the rows of registers: library/rules/registers.toml, and [[rule]] of the card's own statements.toml.
struct RegisterRule {
  std::string id, register_id, where, broken, says, sum, remedy;
  std::vector<std::string> blanks;   // columns: the rule is broken where one of them is blank, and says which
  std::vector<std::string> blanks_said;   // in these words; else by their titles
  Place place, where_place, broken_place;
  bool own = false;                  // of the card: then it must fit its register
};
std::vector<RegisterRule> register_rules(const Card& card, Problems& problems);
void look_at_registers(const RuleInput& in, const std::vector<RegisterRule>& rules, Problems& problems, std::vector<Finding>& found);

// Where a row or a figure stands in the document that it was taken from.
struct Printed {
  std::string at, source;            // "report-card-2011-12:162", "Report card 2011/12"
};
Printed read_source(std::string_view source);   // "Report card 2011/12, line 162"

// A typed figure with the row that it was taken from.
struct TypedFigure {
  NamedFigure named;
  const Records* records = nullptr;
  std::size_t row = 0;
  Place place;
  Printed printed;
  std::string called, explains;
  bool figure_hidden() const { return named.figure->hidden; }
};
std::vector<TypedFigure> typed_figures(const RuleInput& in);
std::string canonical(const Card& card, const NamedFigure& named);   // "ks2(England)@2010/11"

// What a claim is about, with the period that it gives; nothing where the name is about nothing (said elsewhere).
std::optional<NamedFigure> about_of(const RuleInput& in, const Claim& claim);
// The finding beside a typed figure, and beside a claim.
Finding found_at(const TypedFigure& typed, const Card& card, std::string_view rule, std::string message, std::string sum);
Finding found_in(const Claim& claim, std::string_view rule, std::string message, std::string sum);

}  // namespace reportcard
