// SPDX-License-Identifier: MIT
// What comparisons share: a figure as it is compared, when two differ by more than their rounding, and what that means.
// Only for the files of this room.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "card/card.h"
#include "engine/compare.h"

namespace reportcard {

// A figure of one basis, and its value as it is compared: exact, or as printed where the measure says so.
struct Seen {
  const Figure* figure = nullptr;
  Basis basis = Basis::computed;
  Period period;
  Number number;
  bool known() const { return figure != nullptr && figure->known; }
};

struct Comparing {
  const Card& card;
  const Figures& figures;
  std::uint32_t index;
  const Measure& measure;
  std::string_view choice;
  const Cube* computed;
  const Cube* published;

  Comparing(const Card& card, const Figures& figures, std::uint32_t measure, std::string_view choice);
  Seen see(const Figure* figure, Basis basis, Period period) const;
  // Of the basis asked for; without one, computed where it is known, else published.
  Seen at(AreaId area, Period period, std::optional<Basis> basis = std::nullopt) const;
  // The last known one before `period`, of its kind and this basis; the one at a period, whatever lies between, is `at`.
  Seen before(AreaId area, Period period, Basis basis) const;
  bool break_between(Period from, Period to) const;  // a new series begins after `from`, at or before `to`
  std::vector<Period> periods() const;               // of both bases, ascending
};

// The same stretch of time or the same day, whatever the kinds are called.
bool same_time(Period a, Period b);

// -1, 0, 1: by which way `difference` is larger than the two half units of rounding.
int way_of(Ratio difference, std::int8_t places, std::int8_t other_places);
Direction direction_of(Better better, int way);
// Whether better or worse may be said of a figure: no, few, size_unknown or better_none.
Cannot cannot_of(const Measure& measure, std::string_view choice, const Figure& figure);
// Places of the two that sentences print, and whether one side is known less well than the other.
void set_places(const Measure& measure, const Figure& now, const Figure& before, std::int8_t& places, bool& about);

// changes.cc
Change change_between(const Comparing& of, Rival rival, const Seen& before, const Seen& now);
std::optional<Change> change_from_previous(const Comparing& of, AreaId area, const Seen& now);
std::optional<Change> change_from_year_ago(const Comparing& of, AreaId area, const Seen& now);
std::optional<Change> change_from_baseline(const Comparing& of, AreaId area, const Seen& now);
std::vector<Change> changes_from_targets(const Comparing& of, AreaId area, const Seen& now);

// gaps.cc
std::vector<Gap> gaps_of(const Comparing& of, AreaId area, const Seen& now);

// rank.cc: the authorities of one measure, choice and period in order.
class Ranking {
 public:
  Ranking(const Comparing& of, Period period);
  std::optional<Rank> rank(const Seen& seen, AreaId area) const;

 private:
  const Comparing& of_;
  std::vector<Ratio> sorted_;  // ascending
};

}  // namespace reportcard
