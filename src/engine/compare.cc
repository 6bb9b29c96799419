// SPDX-License-Identifier: MIT
// One figure set beside all its rivals. What is compared is exact, unless the measure says "as printed"; what differs by no
// more than the rounding of both sides has not changed.
#include "engine/compare.h"

#include <algorithm>

#include "engine/comparing.h"
#include "engine/computing.h"
#include "engine/print.h"

namespace reportcard {

std::string_view cannot_words(Cannot reason) {
  switch (reason) {
    case Cannot::no: return "";
    case Cannot::one_figure: return "one figure only";
    case Cannot::few: return "there are few of them";
    case Cannot::size_unknown: return "how many is not given";
    case Cannot::better_none: return "neither more nor less is better by itself";
    case Cannot::break_between: return "counted differently since, and not comparable";
    case Cannot::not_same_period: return "not the same period";
    case Cannot::value_unknown: return "its value is not known";
    case Cannot::rival_unknown: return "the value to compare it with is not known";
    case Cannot::qualified: return "the figure is not exact";
    case Cannot::no_result: return "no result for that period";
    case Cannot::period_not_given: return "its period is not given";
  }
  return "";
}

const Band* band_of(const Bands& bands, Ratio value) {
  const Band* found = nullptr;
  for (const Band& band : bands.bands) {
    if (Ratio::of(band.from) <= value) found = &band;
  }
  return found;
}

Comparing::Comparing(const Card& c, const Figures& f, std::uint32_t m, std::string_view ch)
    : card(c), figures(f), index(m), measure(c.measures[m]), choice(ch), computed(f.cube(m, Side::main, Basis::computed)),
      published(f.cube(m, Side::main, Basis::published)) {}

Seen Comparing::see(const Figure* figure, Basis basis, Period period) const {
  Seen seen{figure, basis, period, {}};
  if (!figure) return seen;
  seen.number = {figure->value, figure->places};
  // A count as typed is a count: 336 to 337 is one more (docs/measures.md: counts have no rounding).
  if (measure.unit == Unit::count && measure.scale == 1 && figure->qualifier == Qualifier::none) seen.number.places = Number::wholly;
  if (!figure->known || !measure.compare_as_printed) return seen;
  const int places = places_of(measure, *figure);
  if (const auto rounded = round_to(figure->value, places)) {
    seen.number.value = Ratio::of(*rounded);
    seen.number.places = static_cast<std::int8_t>(places);
  }
  return seen;
}

Seen Comparing::at(AreaId area, Period period, std::optional<Basis> basis) const {
  Seen first;
  for (const Basis one : {Basis::computed, Basis::published}) {
    if (basis && *basis != one) continue;
    const Cube* cube = one == Basis::computed ? computed : published;
    const Figure* figure = cube ? cube->find(area, choice, period) : nullptr;
    if (!figure) continue;
    if (figure->known || figure->hidden) return see(figure, one, period);
    if (!first.figure) first = see(figure, one, period);
  }
  return first;
}

Seen Comparing::before(AreaId area, Period period, Basis basis) const {
  const Cube* cube = basis == Basis::computed ? computed : published;
  if (!cube) return {};
  const auto a = cube->area_slot(area), c = cube->choice_slot(choice);
  if (!a || !c) return {};
  // A year to date grows from month to month and starts again in April: it is set against last year's to the same month.
  if (period.kind == PeriodKind::year_to_date) {
    const Figure* figure = cube->find(area, choice, period.year_before());
    return figure && figure->known ? see(figure, basis, period.year_before()) : Seen{};
  }
  for (std::size_t p = cube->periods.size(); p-- > 0;) {
    const Period one = cube->periods[p];
    if (one.kind != period.kind || one.index >= period.index || one.kind == PeriodKind::not_given) continue;
    const Figure& figure = cube->at(*a, *c, p);
    if (figure.known) return see(&figure, basis, one);
  }
  return {};
}

bool Comparing::break_between(Period from, Period to) const {
  return std::any_of(measure.breaks.begin(), measure.breaks.end(), [&](const Period& b) {
    return b.kind == to.kind && from.kind == to.kind && from.index < b.index && b.index <= to.index;
  });
}

std::vector<Period> Comparing::periods() const {
  std::vector<Period> all;
  for (const Cube* cube : {computed, published}) {
    if (cube) all.insert(all.end(), cube->periods.begin(), cube->periods.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

bool same_time(Period a, Period b) {
  if (a.kind == PeriodKind::not_given || b.kind == PeriodKind::not_given) return false;
  if (a.kind == b.kind) return a.index == b.index;
  if (is_as_at(a.kind) != is_as_at(b.kind)) return false;
  return a.first() == b.first() && a.last() == b.last();
}

int way_of(Ratio difference, std::int8_t places, std::int8_t other_places) {
  const auto slack = add(half_unit(places), half_unit(other_places));
  if (!slack || difference.size() <= *slack) return 0;
  return difference.sign();
}

Direction direction_of(Better better, int way) {
  if (way == 0) return Direction::no_change;
  if (better == Better::none) return Direction::cannot_say;
  return (way > 0) == (better == Better::higher) ? Direction::better : Direction::worse;
}

Cannot cannot_of(const Measure& measure, std::string_view choice, const Figure& figure) {
  if (measure.better == Better::none) return Cannot::better_none;
  if (measure.unit == Unit::count || measure.unit == Unit::gbp || measure.kind == MeasureKind::formula) return Cannot::no;
  if (figure.has_counts) return figure.denominator < measure.few ? Cannot::few : Cannot::no;
  if (measure.is_many(choice)) return Cannot::no;
  if (measure.kind == MeasureKind::mean || measure.kind == MeasureKind::median) return figure.counted < measure.few ? Cannot::few : Cannot::no;
  return Cannot::size_unknown;
}

void set_places(const Measure& measure, const Figure& now, const Figure& before, std::int8_t& places, bool& about) {
  const int a = places_of(measure, now), b = places_of(measure, before);
  places = static_cast<std::int8_t>(std::min(a, b));
  about = a != b && (now.places != Number::wholly || before.places != Number::wholly);
}

namespace {

bool is_worse(const std::optional<Change>& change) { return change && change->direction == Direction::worse; }
bool is_better(const std::optional<Change>& change) { return change && change->direction == Direction::better; }

// Behind or ahead of England or the neighbours. Where how many is not given it is still said that the figure is below
// England's; what few show is not held against anybody.
bool gap_counts(const Gap& gap) {
  return gap.period && gap.comparator != "region" && (gap.cannot == Cannot::no || gap.cannot == Cannot::size_unknown);
}

void judge(const Comparing& of, Comparison& made) {
  bool attention = is_worse(made.previous) || is_worse(made.year_ago), good = is_better(made.previous) || is_better(made.year_ago);
  for (const Gap& gap : made.gaps) {
    if (!gap_counts(gap)) continue;
    attention = attention || is_behind(of.measure.better, gap);
    good = good || direction_of(of.measure.better, gap.way) == Direction::better;
  }
  for (const Change& target : made.targets) {
    attention = attention || target.direction == Direction::worse;
    good = good || target.direction == Direction::better;
  }
  const Cube* overdue = of.figures.cube(of.index, Side::overdue);
  const Figure* open = overdue && made.period ? overdue->find(made.area, made.choice, *made.period) : nullptr;
  attention = attention || (open && open->known && open->value.sign() > 0);
  made.needs_attention = attention;
  made.is_better = good && !attention;
}

Comparison compare_one(const Comparing& of, AreaId area, std::optional<Period> period, const Ranking* ranking) {
  Comparison made;
  made.measure = of.index;
  made.area = area;
  made.choice = of.choice;
  made.period = period;
  if (!period) return made;
  const Seen now = of.at(area, *period);
  made.now = now.figure;
  made.basis = now.basis;
  const Seen beside = of.at(area, *period, now.basis == Basis::computed ? Basis::published : Basis::computed);
  if (beside.figure != now.figure && beside.known()) made.published_beside = beside.figure;
  made.previous = change_from_previous(of, area, now);
  made.year_ago = change_from_year_ago(of, area, now);
  made.baseline = change_from_baseline(of, area, now);
  made.targets = changes_from_targets(of, area, now);
  made.gaps = gaps_of(of, area, now);
  if (ranking) made.rank = ranking->rank(now, area);
  const auto bands = of.card.bands.find(of.measure.bands);
  if (bands != of.card.bands.end() && now.known() && now.figure->qualifier == Qualifier::none) made.band = band_of(bands->second, now.number.value);
  judge(of, made);
  return made;
}

}  // namespace

Comparison compare(const Card& card, const Figures& figures, std::uint32_t measure, AreaId area, std::string_view choice,
                   std::optional<Period> period) {
  const Comparing of(card, figures, measure, choice);
  if (!period) period = figures.current(measure, card);
  std::optional<Ranking> ranking;
  if (period) ranking.emplace(of, *period);
  return compare_one(of, area, period, ranking ? &*ranking : nullptr);
}

std::vector<Comparison> compare_all(const Card& card, const Figures& figures, std::uint32_t measure, std::string_view choice,
                                    std::optional<Period> period) {
  const Comparing of(card, figures, measure, choice);
  if (!period) period = figures.current(measure, card);
  std::optional<Ranking> ranking;
  if (period) ranking.emplace(of, *period);
  std::vector<AreaId> areas;
  for (const Cube* cube : {of.computed, of.published}) {
    if (cube) areas.insert(areas.end(), cube->areas.begin(), cube->areas.end());
  }
  std::sort(areas.begin(), areas.end());
  areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
  std::vector<Comparison> all;
  all.reserve(areas.size());
  for (const AreaId area : areas) all.push_back(compare_one(of, area, period, ranking ? &*ranking : nullptr));
  return all;
}

bool is_behind(Better better, const Gap& gap) { return gap_counts(gap) && direction_of(better, gap.way) == Direction::worse; }

}  // namespace reportcard
