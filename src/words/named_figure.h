// SPDX-License-Identifier: MIT
// From a name, as prose and claims write it, to the figure meant: which measure, area, choice and period.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "card/names.h"
#include "engine/compare.h"

namespace reportcard {

struct Card;

struct NamedFigure {
  const Measure* measure = nullptr;
  std::uint32_t index = 0;              // of the measure in Card::measures
  AreaId area = 0;
  std::string choice;                   // as the cube has it; "*" is every choice
  std::optional<Period> period;         // none: the measure has no value at all
  const Cube* cube = nullptr;           // the one shown; null: nothing was computed
  const Cube* published = nullptr;      // of the other basis: whose values we do not compute may be published
  const Figure* figure = nullptr;       // null: no such cell
  std::vector<std::string> words;       // what follows, without a word for a figure beside the main one
  bool known() const { return figure != nullptr && figure->known; }
};

// What a name is about; nothing where it is about nothing, and then `why` says so and `remedy` what could be meant.
// The period may be one without a value: the figure is then null.
std::optional<NamedFigure> find_figure(const Card& card, const Figures& figures, const FigureName& name, std::string& why,
                                       std::string& remedy);
std::optional<NamedFigure> find_figure(const Card& card, const Figures& figures, std::string_view name, std::string& why,
                                       std::string& remedy);
// The same figure of another period, area or choice.
NamedFigure at_period(NamedFigure named, std::optional<Period> period);
NamedFigure in_area(NamedFigure named, AreaId area);
NamedFigure of_choice(NamedFigure named, std::string_view choice);

// "england", "region", an area's name or code.
std::optional<AreaId> find_area(const Card& card, std::string_view name);
// "England", "Yorkshire and The Humber"; words that name no area stay as they are.
std::string said_comparator(const Card& card, const std::string& written);
// The authorities of "region" or "england", or of a list of the card; empty where it is none.
std::vector<AreaId> members_of(const Card& card, std::string_view comparator);

// A period by the measure's own kind, else as the first kind that has such a name. "" is "not given".
std::optional<Period> read_period(PeriodKind kind, std::string_view text);
// The same stretch or day, whatever the kinds are called: the month end October 2012 and 31 October 2012.
bool same_period(const Period& a, const Period& b);
std::string said_period(const Period& period);            // "October 2012", "2011/12", "no period"

// "stage 2" as names write it: "stage-2"; parts of parts keep their stroke.
bool is_choice(std::string_view written, std::string_view choice);

// For readers: “Providers judged good or better” (Special schools, England), and the same "at October 2012".
std::string titled(const Measure& measure);
std::string titled(const Card& card, const NamedFigure& named);
std::string said_figure(const Card& card, const NamedFigure& named);
// The value without its unit, in the measure's scale, at the places known: "30.47".
std::string bare_value(const Measure& measure, const Figure& figure);
std::string bare(const Measure& measure, Ratio value, int places);
// Half of the last unit known: how far the true value may be from this one. Of a count nothing is left open.
Ratio half_known(const Measure& measure, const Figure& figure);
// Places that `bare` prints of a figure: those known, at most three for a fraction.
int bare_places(const Measure& measure, const Figure& figure);

}  // namespace reportcard
