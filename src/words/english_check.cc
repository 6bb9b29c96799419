// SPDX-License-Identifier: MIT
// Assertions of plain English against exact figures. A change no larger than rounding is no change; a number may be said
// with fewer places than are known, never with more.
#include "words/english_check.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/claim_words.h"

namespace reportcard {
namespace {

std::string when(const NamedFigure& figure) {
  if (!figure.period) return "in any period";
  if (figure.period->kind == PeriodKind::not_given) return "without a period";
  return (is_as_at(figure.period->kind) ? "at " : "in ") + said_period(*figure.period);
}

// The unit in which a value of the measure is said.
std::string_view unit_of(const Measure& measure) {
  switch (measure.unit) {
    case Unit::percent: return "%";
    case Unit::gbp: return "\xC2\xA3";
    case Unit::days: return "days";
    case Unit::working_days: return "working days";
    case Unit::months: return "months";
    default: return "";
  }
}
std::string unit_words(std::string_view unit) {
  if (unit == "%") return "per cent";
  if (unit == "\xC2\xA3") return "pounds";
  return unit.empty() ? "a number without a unit" : std::string(unit);
}

// Half a unit of the last digit that is not 0, and no more than a twentieth: how near "about 700" must be.
Ratio about_room(const SaidNumber& said) {
  std::int64_t units = said.number.number.units < 0 ? -said.number.number.units : said.number.number.units;
  std::int64_t step = 1;
  while (units != 0 && units % 10 == 0 && step < 1'000'000'000'000'000) { units /= 10; step *= 10; }
  const Ratio value = Ratio::of(said.number.number).size();
  const Ratio half = Ratio::of(Decimal{step * 5, static_cast<std::uint8_t>(std::min(18, said.number.number.places + 1))});
  const Ratio twentieth = divide(value, Ratio::whole(20)).value_or(Ratio{});
  return std::max(half_unit(said.number.places), std::min(half, twentieth));
}

}  // namespace

std::string EnglishCheck::shown(const NamedFigure& figure) const {
  std::string said = figure.known() ? bare_value(*figure.measure, *figure.figure) : "no value";
  if (figure.area != card_.area && figure.area < card_.areas.all.size()) said = card_.areas.all[figure.area].name + " " + said;
  return said + " " + when(figure);
}

NamedFigure EnglishCheck::at(std::optional<Period> period, std::optional<AreaId> area) const {
  NamedFigure figure = about_;
  if (period) figure = at_period(std::move(figure), period);
  if (area) figure = in_area(std::move(figure), *area);
  return figure;
}

std::optional<NamedFigure> EnglishCheck::before(const NamedFigure& now, AgoWord ago, std::string& reason) const {
  if (!now.period || !now.cube) {
    reason = "there is no value now";
    return {};
  }
  if (ago == AgoWord::year_ago) return at_period(now, now.period->year_before());
  if (ago == AgoWord::baseline) {
    std::optional<Period> baseline = measure().baseline;
    if (!baseline && card_.baseline) baseline = Period::parse(measure().periods, *card_.baseline);
    if (!baseline) {
      reason = "no baseline is declared";
      return {};
    }
    return at_period(now, baseline);
  }
  std::optional<NamedFigure> found;
  for (const Period& period : now.cube->periods) {
    if (period.kind == PeriodKind::not_given || !(period < *now.period)) continue;
    NamedFigure one = at_period(now, period);
    if (one.known()) found = std::move(one);
  }
  if (!found) reason = "there is no earlier value";
  return found;
}

Against EnglishCheck::known(const NamedFigure& figure) const {
  if (figure.known() && !figure.figure->hidden) return {};
  const std::string who = figure.area != card_.area && figure.area < card_.areas.all.size() ? " of " + card_.areas.all[figure.area].name : "";
  if (figure.figure && figure.figure->hidden) return fmt::format("the value{} {} is hidden, because the number is small", who, when(figure));
  return fmt::format("there is no value{} {}", who, when(figure));
}

Against EnglishCheck::same_series(const NamedFigure& now, const NamedFigure& before) const {
  if (!now.period || !before.period) return {};
  for (const Period& first : measure().breaks) {
    if (*before.period < first && first <= *now.period) return fmt::format("a new series begins with {}, so there is no change across it", said_period(first));
  }
  return {};
}

Against EnglishCheck::hedged(Ratio value, std::int8_t places, const SaidNumber& said, const std::string& is) const {
  const Ratio number = Ratio::of(said.number.number);
  const auto apart = subtract(value, number);
  if (!apart) return "the numbers are too large";
  const std::string claimed = said.number.number.said();
  if (!said.hedge) {
    // A third is 33.3 as well as 33: words are as coarse as they sound.
    if (said.fraction) return apart->size() <= Ratio{1, 2} ? Against{} : fmt::format("it is {}", is);
    switch (agrees(value, places, number, said.number.places)) {
      case Agrees::yes:
        if (places != Number::wholly && said.number.places > places) return fmt::format("it is known to fewer places: {}", is);
        return {};
      case Agrees::beyond_what_is_known: return fmt::format("it is known to fewer places: {}", is);
      case Agrees::no: return fmt::format("it is {}", is);
    }
    return {};
  }
  const Ratio room = said.fraction ? Ratio{5, 2} : about_room(said);
  const Ratio near_by = std::max(room, divide(number.size(), Ratio::whole(20)).value_or(Ratio{}));
  bool holds = false;
  switch (*said.hedge) {
    case HedgeWord::about: holds = apart->size() <= room; break;
    case HedgeWord::over: holds = apart->sign() > 0; break;
    case HedgeWord::under: holds = apart->sign() < 0; break;
    case HedgeWord::at_least: holds = apart->sign() >= 0; break;
    case HedgeWord::at_most: holds = apart->sign() <= 0; break;
    case HedgeWord::just_over: holds = apart->sign() > 0 && apart->size() <= near_by; break;
    case HedgeWord::just_under: holds = apart->sign() < 0 && apart->size() <= near_by; break;
  }
  return holds ? Against{} : fmt::format("it is {}", is);
}

Against EnglishCheck::value(const NamedFigure& figure, const SaidNumber& said) {
  if (auto against = known(figure)) return against;
  const std::string_view unit = unit_of(measure());
  if (said.unit != unit) {
    if (said.unit == "points") return "points are for differences, and this is a value";
    return fmt::format("it is in {}, and not in {}", unit_words(unit), unit_words(said.unit));
  }
  sums_.push_back(shown(figure));
  return hedged(figure.figure->value, figure.figure->places, said, shown(figure));
}

Against EnglishCheck::counts(const NamedFigure& figure, const SaidNumber& some, const SaidNumber& all) {
  if (auto against = known(figure)) return against;
  if (!figure.figure->has_counts) return "the counts are not given";
  if (!some.unit.empty() || !all.unit.empty()) return "counts have no unit";
  const std::string is = fmt::format("{} of {} {}", Decimal{figure.figure->numerator, 0}.said(), Decimal{figure.figure->denominator, 0}.said(), when(figure));
  sums_.push_back(is);
  const bool same = Ratio::of(some.number.number) == Ratio::whole(figure.figure->numerator) && Ratio::of(all.number.number) == Ratio::whole(figure.figure->denominator);
  return same ? Against{} : "it is " + is;
}

Against EnglishCheck::one_in(const NamedFigure& figure, const SaidNumber& some, const SaidNumber& all) {
  if (measure().unit != Unit::percent) return "this is no share";
  const auto share = divide(Ratio::of(some.number.number), Ratio::of(all.number.number));
  const auto hundred = share ? multiply(*share, Ratio::whole(100)) : std::nullopt;
  const auto rounded = hundred ? round_to(*hundred, 4) : std::nullopt;
  if (!rounded) return "this is no share";
  SaidNumber said;
  said.number.number = *rounded;
  said.unit = "%";
  said.fraction = true;
  said.hedge = some.hedge;
  return value(figure, said);
}

std::optional<int> EnglishCheck::sign_of(int direction, std::string& reason) const {
  if (direction >= -1 && direction <= 1) return direction;
  if (measure().better == Better::none) {
    reason = "neither high nor low is good here, so nothing is better or worse";
    return {};
  }
  const int good = measure().better == Better::higher ? 1 : -1;
  return direction == 2 ? good : -good;
}

Against EnglishCheck::difference(const NamedFigure& now, const NamedFigure& before, const SaidNumber& size) {
  const auto apart = subtract(now.figure->value, before.figure->value);
  if (!apart) return "the numbers are too large";
  const int shown_places = std::max(bare_places(measure(), *now.figure), bare_places(measure(), *before.figure));
  const std::string sum = fmt::format("{} \xE2\x88\x92 {} = {}", bare_value(measure(), *now.figure), bare_value(measure(), *before.figure), bare(measure(), *apart, shown_places));
  const bool share = measure().unit == Unit::percent;
  if (size.unit == "%") {
    const auto part = before.figure->value.sign() > 0 ? divide(*apart, before.figure->value) : std::nullopt;
    const auto per_cent = part ? multiply(*part, Ratio::whole(100)) : std::nullopt;
    const auto rounded = per_cent ? round_to(per_cent->size(), std::max(1, int{size.number.places})) : std::nullopt;
    if (!rounded) return "a change in per cent needs a value above 0 to begin with";
    sums_.push_back(fmt::format("{}, {} per cent", sum, rounded->said()));
    if (share && hedged(apart->size(), Number::wholly, size, "").has_value() == false) return fmt::format("a difference of percentages is in points ({})", sum);
    return hedged(per_cent->size(), Number::wholly, size, rounded->said() + " per cent");
  }
  sums_.push_back(sum);
  if (share && size.unit != "points") return fmt::format("a difference of percentages is in points ({})", sum);
  if (!share && size.unit == "points") return "points are for percentages";
  if (!share && size.unit != unit_of(measure())) return fmt::format("it is in {}, and not in {}", unit_words(unit_of(measure())), unit_words(size.unit));
  SaidNumber plain = size;
  if (plain.number.number.units < 0) plain.number.number.units = -plain.number.number.units;
  return hedged(apart->size(), std::min(now.figure->places, before.figure->places), plain, sum);
}

Against EnglishCheck::change(const NamedFigure& now, const NamedFigure& before, std::optional<int> direction, const SaidNumber* size) {
  if (auto against = known(now)) return against;
  if (auto against = known(before)) return against;
  if (now.period == before.period && now.area == before.area) return "a change is between two periods";
  if (auto against = same_series(now, before)) return against;
  const auto apart = subtract(now.figure->value, before.figure->value);
  const auto slack = add(half_known(measure(), *now.figure), half_known(measure(), *before.figure));
  if (!apart || !slack) return "the numbers are too large";
  const std::string sum = fmt::format("{} after {}", shown(now), shown(before));
  if (direction) {
    std::string reason;
    const auto sign = sign_of(*direction, reason);
    if (!sign) return reason;
    const int went = apart->size() <= *slack ? 0 : apart->sign();
    sums_.push_back(sum);
    if (went != *sign) return went == 0 ? fmt::format("there is no change beyond rounding: {}", sum) : fmt::format("it went {}: {}", went > 0 ? "up" : "down", sum);
    // With a handful in the group a direction has no meaning of good or bad.
    if (*direction == 2 || *direction == -2) {
      const bool few = (now.figure->has_counts && now.figure->denominator < measure().few) || (before.figure->has_counts && before.figure->denominator < measure().few);
      if (few) return fmt::format("fewer than {} are in the group, so nothing is better or worse", measure().few);
      if (measure().unit == Unit::percent && !now.figure->has_counts && !measure().is_many(now.choice)) return "how many are in the group is not given, so nothing is better or worse";
    }
  }
  return size ? difference(now, before, *size) : Against{};
}

Against EnglishCheck::multiple(const NamedFigure& now, const NamedFigure& before, int times, std::optional<HedgeWord> hedge) {
  if (auto against = known(now)) return against;
  if (auto against = known(before)) return against;
  if (auto against = same_series(now, before)) return against;
  const auto quotient = times > 0 ? divide(now.figure->value, before.figure->value) : divide(before.figure->value, now.figure->value);
  if (!quotient) return "from nothing there is no multiple";
  const std::string sum = fmt::format("{} after {}", shown(now), shown(before));
  sums_.push_back(sum);
  SaidNumber said;
  said.number.number = Decimal{times > 0 ? times : -times, 0};
  said.hedge = hedge ? *hedge : HedgeWord::about;
  const auto apart = subtract(*quotient, Ratio::of(said.number.number));
  if (!apart) return "the numbers are too large";
  const bool over = hedge == HedgeWord::over || hedge == HedgeWord::just_over, under = hedge == HedgeWord::under || hedge == HedgeWord::just_under;
  const bool near_by = apart->size() <= Ratio{over || under ? 3 : 1, 20};
  const bool holds = over ? apart->sign() > 0 : under ? apart->sign() < 0 && near_by : near_by;
  return holds ? Against{} : fmt::format("it did not: {}", sum);
}

Against EnglishCheck::steady(const NamedFigure& now, int direction) {
  std::string reason;
  const auto sign = sign_of(direction, reason);
  if (!sign) return reason;
  NamedFigure later = now;
  for (int step = 0; step < 2; ++step) {
    const auto earlier = before(later, AgoWord::previous, reason);
    if (!earlier) return fmt::format("two changes one after the other are needed, and {}", reason);
    if (auto against = change(later, *earlier, *sign, nullptr)) return against;
    later = *earlier;
  }
  return {};
}

Against EnglishCheck::beside(const NamedFigure& ours, const NamedFigure& theirs, int relation, const SaidNumber* size) {
  if (auto against = known(ours)) return against;
  if (auto against = known(theirs)) return against;
  const auto apart = subtract(ours.figure->value, theirs.figure->value);
  const auto slack = add(half_known(measure(), *ours.figure), half_known(measure(), *theirs.figure));
  if (!apart || !slack) return "the numbers are too large";
  std::string reason;
  const auto sign = sign_of(relation, reason);
  if (!sign) return reason;
  const int is = apart->size() <= *slack ? 0 : apart->sign();
  const std::string sum = fmt::format("{} beside {}", shown(ours), shown(theirs));
  sums_.push_back(sum);
  if (is != *sign) return is == 0 ? fmt::format("the two are level beyond rounding: {}", sum) : fmt::format("it is {}: {}", is > 0 ? "above" : "below", sum);
  return size ? difference(ours, theirs, *size) : Against{};
}

Against EnglishCheck::target(const NamedFigure& ours, int relation, const SaidNumber* size, const SaidNumber* value_said) {
  if (auto against = known(ours)) return against;
  const Target* found = nullptr;
  for (const Target& one : measure().targets) {
    if (one.period && ours.period && same_period(*one.period, *ours.period)) found = &one;
  }
  if (!found) {
    for (const Target& one : measure().targets) {
      if (!one.period) found = &one;
    }
  }
  if (!found) return fmt::format("no target is set for {}", ours.period ? said_period(*ours.period) : "it");
  const Ratio aim = Ratio::of(found->value);
  if (value_said) {
    if (value_said->unit != unit_of(measure()) || Ratio::of(value_said->number.number) != aim) return fmt::format("the target is {}", found->value.said());
  }
  const auto apart = subtract(ours.figure->value, aim);
  if (!apart) return "the numbers are too large";
  const std::string sum = fmt::format("{}, target {}", shown(ours), found->value.said());
  sums_.push_back(sum);
  bool holds = false;
  if (relation == 2 || relation == -2) {
    if (measure().better == Better::none) return "neither high nor low is good here, so no target is met";
    const auto room = Ratio::of(measure().target_tolerance);
    const auto short_by = measure().better == Better::higher ? apart->negated() : *apart;
    holds = (short_by <= room) == (relation == 2);
  } else {
    holds = apart->sign() == relation;
  }
  if (!holds) return fmt::format("it is {}", sum);
  if (!size) return {};
  if (measure().unit == Unit::percent && size->unit != "points") return "a difference of percentages is in points";
  SaidNumber plain = *size;
  if (plain.number.number.units < 0) plain.number.number.units = -plain.number.number.units;
  return hedged(apart->size(), ours.figure->places, plain, sum);
}

Against EnglishCheck::narrowing(const NamedFigure& ours, const std::string& comparator, int way) {
  const Comparison all = compare(card_, figures_, ours.index, ours.area, ours.choice, ours.period);
  const auto gap = gap_of(all, comparator);
  if (!gap || !gap->period || !gap->earlier_difference || gap->trend == Gap::Trend::cannot_say) return "two gaps are needed, and they are not known";
  sums_.push_back(fmt::format("gap {} after {}", bare(measure(), gap->difference, 1), bare(measure(), *gap->earlier_difference, 1)));
  const bool narrowing = gap->trend == Gap::Trend::narrowing, widening = gap->trend == Gap::Trend::widening;
  return (way < 0 ? narrowing : widening) ? Against{} : fmt::format("it is {}", sums_.back());
}

Against EnglishCheck::most(const NamedFigure& figure, int way) {
  if (measure().unit != Unit::percent) return "most is said of a share";
  if (auto against = known(figure)) return against;
  sums_.push_back(shown(figure));
  const bool holds = way > 0 ? figure.figure->value > Ratio::whole(50) : figure.figure->value < Ratio::whole(50);
  return holds ? Against{} : fmt::format("it is {}", shown(figure));
}

Against EnglishCheck::extreme(const NamedFigure& figure, int superlative, const std::vector<NamedFigure>& others, const std::string& among) {
  if (auto against = known(figure)) return against;
  std::string reason;
  const auto sign = sign_of(superlative, reason);
  if (!sign) return reason;
  if (others.empty()) return fmt::format("there is nothing to see it among {}", among);
  for (const NamedFigure& other : others) {
    const auto apart = subtract(figure.figure->value, other.figure->value);
    if (!apart) return "the numbers are too large";
    if (apart->sign() == *sign) continue;
    const std::string who = other.choice != figure.choice ? other.choice + ": " : "";
    return apart->sign() == 0 ? fmt::format("{}{} is the same", who, shown(other)) : fmt::format("{}{} is {}", who, shown(other), *sign > 0 ? "higher" : "lower");
  }
  sums_.push_back(fmt::format("{} is the {} of {}", shown(figure), *sign > 0 ? "highest" : "lowest", others.size() + 1));
  return {};
}

Against EnglishCheck::highest_since(const NamedFigure& figure, int superlative, std::optional<Period> since) {
  std::vector<NamedFigure> others;
  if (figure.cube && figure.period) {
    for (const Period& period : figure.cube->periods) {
      if (period.kind == PeriodKind::not_given || period == *figure.period || (since && (period < *since || period > *figure.period))) continue;
      NamedFigure other = at_period(figure, period);
      if (other.known()) others.push_back(std::move(other));
    }
    if (since && !at_period(figure, since).known()) return fmt::format("there is no value in {}", said_period(*since));
    if (!others.empty()) {
      if (auto against = same_series(figure, others.front())) return against;
    }
  }
  return extreme(figure, superlative, others, "in time");
}

Against EnglishCheck::highest_among(const NamedFigure& figure, int superlative, const std::string& comparator) {
  std::vector<NamedFigure> others;
  for (const AreaId area : members_of(card_, comparator)) {
    if (area == figure.area) continue;
    NamedFigure other = in_area(figure, area);
    if (other.known()) others.push_back(std::move(other));
  }
  return extreme(figure, superlative, others, "of " + comparator);
}

Against EnglishCheck::highest_part(const NamedFigure& figure, int superlative) {
  if (figure.choice.empty()) return "the sentence is about the whole, and not about one part";
  std::vector<NamedFigure> others;
  if (figure.cube) {
    for (const std::string& choice : figure.cube->choices) {
      const bool same_depth = std::count(choice.begin(), choice.end(), '/') == std::count(figure.choice.begin(), figure.choice.end(), '/');
      if (choice.empty() || choice == figure.choice || !same_depth) continue;
      NamedFigure other = of_choice(figure, choice);
      if (other.known()) others.push_back(std::move(other));
    }
  }
  return extreme(figure, superlative, others, "among the parts");
}

}  // namespace reportcard
