// SPDX-License-Identifier: MIT
// What a document says of a change: its sign, its unit, its places, its arrow and the period from which it counts.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/rules.h"

namespace reportcard {
namespace {

struct ChangeSaid {
  const Claim* claim = nullptr;
  NamedFigure now;
  std::optional<NamedFigure> since;      // the start that the claim names; the period before where it names none
  std::optional<NamedFigure> baseline;   // the measure's own, where it is another one
  std::optional<PrintedNumber> printed;
  int way = 2;                           // -1 down, 0 level, 1 up; 2: not said
  // The printed number with its sign, from the arrow where it has none of its own.
  Ratio signed_printed() const {
    const Ratio value = Ratio::of(printed->number);
    return !printed->has_sign && way == -1 ? value.negated() : value;
  }
};

std::vector<ChangeSaid> changes(const RuleInput& in) {
  std::vector<ChangeSaid> all;
  for (const Claim& claim : in.statements.claims) {
    if (claim.kind != ClaimKind::change) continue;
    const auto named = about_of(in, claim);
    if (!named) continue;
    ChangeSaid said;
    said.claim = &claim;
    said.now = *named;
    said.printed = read_printed(claim.printed);
    if (!claim.arrow.empty()) said.way = claim.arrow == "up" ? 1 : claim.arrow == "down" ? -1 : 0;
    const Measure& measure = *named->measure;
    std::optional<Period> baseline = measure.baseline;
    if (!baseline && in.card.baseline) baseline = Period::parse(measure.periods, *in.card.baseline);
    if (claim.since) {
      const auto since = read_period(measure.periods, *claim.since);
      if (since && since->kind != PeriodKind::not_given) said.since = at_period(*named, since);
    } else if (baseline) {
      said.since = at_period(*named, baseline);
    } else if (named->period && named->period->kind != PeriodKind::not_given && named->cube) {
      for (const Period& period : named->cube->periods) {
        if (period.kind != named->period->kind || !(period < *named->period)) continue;
        NamedFigure before = at_period(*named, period);
        if (before.known()) said.since = std::move(before);
      }
    }
    if (baseline && said.since && !same_period(*baseline, *said.since->period)) {
      NamedFigure other = at_period(*named, baseline);
      if (other.known()) said.baseline = std::move(other);
    }
    all.push_back(std::move(said));
  }
  return all;
}

bool usable(const NamedFigure& figure) { return figure.known() && !figure.figure->hidden; }
bool both(const ChangeSaid& said, const std::optional<NamedFigure>& from) { return from && usable(*from) && usable(said.now); }

std::optional<Ratio> points(const NamedFigure& now, const NamedFigure& before) { return subtract(now.figure->value, before.figure->value); }
std::optional<Ratio> per_cent(const NamedFigure& now, const NamedFigure& before) {
  if (before.figure->value.sign() <= 0) return {};
  const auto difference = points(now, before);
  const auto share = difference ? divide(*difference, before.figure->value) : std::nullopt;
  return share ? multiply(*share, Ratio::whole(100)) : std::nullopt;
}

// In the way of the document: as many places as it prints.
bool prints_as(std::optional<Ratio> value, const ChangeSaid& said) {
  if (!value) return false;
  const Ratio printed = said.signed_printed();
  const auto rounded = round_to(*value, said.printed->places);
  if (rounded && Ratio::of(*rounded) == printed) return true;
  // Without an arrow or a sign only the size is said.
  return rounded && !said.printed->has_sign && said.way == 2 && Ratio::of(*rounded).size() == printed.size();
}
bool may_be_per_cent(const ChangeSaid& said) { return said.now.measure->unit == Unit::percent || said.printed->unit != PrintedUnit::percent; }
// The change of the claim, in points or in the unit, or in per cent where that sign may mean it.
bool holds_from(const ChangeSaid& said, const NamedFigure& from) {
  if (may_be_per_cent(said) && prints_as(points(said.now, from), said)) return true;
  return said.printed->unit == PrintedUnit::percent && prints_as(per_cent(said.now, from), said);
}
// From which start the printed number is reckoned: the one that it names, else the measure's baseline.
const NamedFigure* reckoned_from(const ChangeSaid& said) {
  if (said.printed) {
    if (both(said, said.since) && holds_from(said, *said.since)) return &*said.since;
    if (both(said, said.baseline) && holds_from(said, *said.baseline)) return &*said.baseline;
  }
  return both(said, said.since) ? &*said.since : nullptr;
}

int places_of_both(const NamedFigure& a, const NamedFigure& b) {
  return std::max(bare_places(*a.measure, *a.figure), bare_places(*b.measure, *b.figure));
}
std::string subtraction(const NamedFigure& now, const NamedFigure& before) {
  const auto difference = points(now, before);
  return fmt::format("{} \xE2\x88\x92 {} = {}", bare_value(*now.measure, *now.figure), bare_value(*now.measure, *before.figure),
                     difference ? bare(*now.measure, *difference, places_of_both(now, before)) : "too large to print");
}
std::string said_per_cent(std::optional<Ratio> value) {
  const auto rounded = value ? round_to(*value, 1) : std::nullopt;
  if (!rounded) return "not reckonable";
  return (rounded->units > 0 ? "+" : "") + rounded->said();
}
std::string from_words(const NamedFigure& from) { return said_period(*from.period); }
int way_of(Ratio value) { return value.sign(); }
std::string places_words(int places) {
  return places <= 0 ? "the whole number" : places == 1 ? "one decimal" : fmt::format("{} decimals", places);
}
std::string_view arrow_word(int way) { return way > 0 ? "up" : way < 0 ? "down" : "level"; }

// The change since the start that is named does not bear the claim, and the one since the baseline does.
bool counted_from_baseline(const ChangeSaid& said) {
  if (!both(said, said.since) || !both(said, said.baseline)) return false;
  if (said.printed) return !holds_from(said, *said.since) && holds_from(said, *said.baseline);
  if (said.way == 2) return false;
  const auto since = points(said.now, *said.since), baseline = points(said.now, *said.baseline);
  return since && baseline && way_of(*since) != said.way && way_of(*baseline) == said.way;
}

}  // namespace

void points_said_as_per_cent(const RuleInput& in, std::vector<Finding>& found) {
  for (const ChangeSaid& said : changes(in)) {
    if (said.now.measure->unit != Unit::percent || !said.printed || said.printed->unit != PrintedUnit::percent) continue;
    const NamedFigure* from = reckoned_from(said);
    std::string sum;
    if (from) {
      const auto as_points = points(said.now, *from), as_per_cent = per_cent(said.now, *from);
      const bool is_points = prints_as(as_points, said);
      if (!is_points) continue;  // a true per cent change, or no change of these two at all
      const bool one = as_points->size() == Ratio::whole(1);
      sum = fmt::format("{} {}; as per cent it would be {}", subtraction(said.now, *from), one ? "point" : "points", said_per_cent(as_per_cent));
    } else if (usable(said.now)) {
      // Without the value before, either reading gives another one.
      const Ratio now = said.now.figure->value, step = said.signed_printed();
      const auto before = subtract(now, step);
      const auto whole = add(Ratio::whole(100), step);
      const auto share = whole && whole->sign() > 0 ? divide(now, *whole) : std::nullopt;
      const auto as_per_cent = share ? multiply(*share, Ratio::whole(100)) : std::nullopt;
      if (!before || !as_per_cent) continue;
      sum = fmt::format("{} from {} if points, from {} if per cent", bare_value(*said.now.measure, *said.now.figure),
                        bare(*said.now.measure, *before, std::max(1, bare_places(*said.now.measure, *said.now.figure))),
                        bare(*said.now.measure, *as_per_cent, 1));
    } else {
      sum = "neither end is known: points and per cent cannot be told apart";
    }
    found.push_back(found_in(*said.claim, "points-said-as-per-cent",
                             fmt::format("The change of {} is printed as {}, and a difference of percentages is in points.",
                                         said_figure(in.card, said.now), said.claim->printed), std::move(sum)));
  }
}

void more_places_than_known(const RuleInput& in, std::vector<Finding>& found) {
  for (const ChangeSaid& said : changes(in)) {
    if (!said.printed || said.now.measure->unit != Unit::percent || !usable(said.now)) continue;
    // Where the number is right from two starts, it is known as little as from the coarser one.
    const NamedFigure* from = nullptr;
    for (const std::optional<NamedFigure>* one : {&said.since, &said.baseline}) {
      if (!both(said, *one) || !holds_from(said, **one)) continue;
      if (!from || (*one)->figure->places < from->figure->places) from = &**one;
    }
    if (!from) continue;
    const int known = std::min(from->figure->places, said.now.figure->places);
    if (known == Number::wholly || said.printed->places <= known) continue;
    const auto difference = points(said.now, *from);
    const auto slack = add(half_known(*from->measure, *from->figure), half_known(*from->measure, *said.now.figure));
    if (!difference || !slack) continue;
    const auto least = subtract(*difference, *slack), most = add(*difference, *slack);
    if (!least || !most) continue;
    const int places = places_of_both(said.now, *from) + 1;
    const NamedFigure& coarse = from->figure->places <= said.now.figure->places ? *from : said.now;
    found.push_back(found_in(*said.claim, "more-places-than-known",
                             fmt::format("The change of {} is printed to {}, and {} is known to {}.", said_figure(in.card, said.now), places_words(said.printed->places),
                                         bare_value(*coarse.measure, *coarse.figure), places_words(known)),
                             fmt::format("{}, known only as {} to {}", subtraction(said.now, *from), bare(*from->measure, *least, places), bare(*from->measure, *most, places))));
  }
}

void change_within_rounding(const RuleInput& in, std::vector<Finding>& found) {
  for (const ChangeSaid& said : changes(in)) {
    if (said.way == 2 || said.way == 0) continue;
    const NamedFigure* from = reckoned_from(said);
    if (!from) continue;
    const auto difference = points(said.now, *from);
    const auto slack = add(half_known(*from->measure, *from->figure), half_known(*from->measure, *said.now.figure));
    // 73 to 74 is a rise of something: numbers round half away from zero. 83 to 83.3 may be none.
    if (!difference || !slack || slack->sign() == 0 || difference->size() >= *slack) continue;
    const int places = places_of_both(said.now, *from) + 1;
    found.push_back(found_in(*said.claim, "change-within-rounding",
                             fmt::format("{} is shown as {}, and the change is no larger than the rounding of its ends.", said_figure(in.card, said.now), said.claim->arrow),
                             fmt::format("{}, and rounding alone may make {}", subtraction(said.now, *from), bare(*from->measure, *slack, places))));
  }
}

void two_baselines(const RuleInput& in, std::vector<Finding>& found) {
  const std::vector<ChangeSaid> all = changes(in);
  std::vector<bool> done(all.size(), false);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ChangeSaid& said = all[i];
    if (!counted_from_baseline(said)) continue;
    done[i] = true;
    const auto since = points(said.now, *said.since), baseline = points(said.now, *said.baseline);
    std::string sum = fmt::format("since {}: {}; since {}: {}", from_words(*said.baseline), subtraction(said.now, *said.baseline), from_words(*said.since),
                                  subtraction(said.now, *said.since));
    if (since && baseline && way_of(*since) != way_of(*baseline)) {
      sum += fmt::format(" ({}, and not {})", arrow_word(way_of(*since)), arrow_word(way_of(*baseline)));
    }
    found.push_back(found_in(*said.claim, "two-baselines",
                             fmt::format("The change of {} is said to be since {}, and is counted since {}.", said_figure(in.card, said.now), from_words(*said.since),
                                         from_words(*said.baseline)), std::move(sum)));
  }
  // The same number said to be since two starts.
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const ChangeSaid &one = all[j], &two = all[i];
      if (done[i] || done[j] || !one.since || !two.since || !one.printed || !two.printed) continue;
      if (one.claim->source != two.claim->source || same_period(*one.since->period, *two.since->period)) continue;
      if (one.now.index != two.now.index || one.now.area != two.now.area || one.now.choice != two.now.choice || one.now.period != two.now.period) continue;
      if (one.signed_printed() != two.signed_printed()) continue;
      // A true coincidence is no slip: both starts may give that number.
      if (both(one, one.since) && both(two, two.since) && holds_from(one, *one.since) && holds_from(two, *two.since)) continue;
      done[i] = true;
      found.push_back(found_in(*two.claim, "two-baselines",
                               fmt::format("One change of {} is said to be since {} and since {}.", said_figure(in.card, two.now), from_words(*one.since), from_words(*two.since)),
                               fmt::format("{} both times ({} and {})", two.claim->printed, one.claim->at, two.claim->at)));
    }
  }
}

void from_to_difference(const RuleInput& in, std::vector<Finding>& found) {
  for (const ChangeSaid& said : changes(in)) {
    if (!both(said, said.since) || counted_from_baseline(said)) continue;
    const auto difference = points(said.now, *said.since);
    if (!difference) continue;
    if (said.printed && !holds_from(said, *said.since)) {
      std::string sum = subtraction(said.now, *said.since);
      if (said.now.measure->unit != Unit::percent) sum += fmt::format(", {} per cent", said_per_cent(per_cent(said.now, *said.since)));
      found.push_back(found_in(*said.claim, "from-to-difference",
                               fmt::format("The change of {} since {} is printed as {}, and the two values differ by something else.", said_figure(in.card, said.now),
                                           from_words(*said.since), said.claim->printed), std::move(sum)));
    } else if (said.way != 2 && way_of(*difference) != said.way) {
      // An arrow over a change within rounding has a rule of its own.
      const auto slack = add(half_known(*said.now.measure, *said.since->figure), half_known(*said.now.measure, *said.now.figure));
      if (slack && slack->sign() > 0 && difference->size() < *slack) continue;
      found.push_back(found_in(*said.claim, "from-to-difference",
                               fmt::format("{} is shown as {} since {}, and it went {}.", said_figure(in.card, said.now), said.claim->arrow, from_words(*said.since),
                                           arrow_word(way_of(*difference))), subtraction(said.now, *said.since)));
    }
  }
}

}  // namespace reportcard
