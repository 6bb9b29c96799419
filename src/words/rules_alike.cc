// SPDX-License-Identifier: MIT
// One figure said twice, and figures set side by side: same value, same precision, same period.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/rules.h"

namespace reportcard {
namespace {

std::optional<NamedFigure> named_as_written(const RuleInput& in, const Claim& claim) {
  if (claim.about.empty()) return {};
  std::string why, remedy;
  return find_figure(in.card, in.figures, claim.about, why, remedy);
}

bool same_subject(const NamedFigure& a, const NamedFigure& b) { return a.index == b.index && a.area == b.area && a.choice == b.choice; }

// Our value for another period, if there is one: what a comparison like with like would use.
std::optional<NamedFigure> ours_at(const NamedFigure& ours, const Period& period) {
  if (!ours.cube) return {};
  for (const Period& one : ours.cube->periods) {
    if (!same_period(one, period)) continue;
    NamedFigure there = at_period(ours, one);
    if (there.known() && !there.figure->hidden) return there;
  }
  return {};
}

std::string difference(const NamedFigure& a, const NamedFigure& b) {
  const auto value = subtract(a.figure->value, b.figure->value);
  const int places = std::max(bare_places(*a.measure, *a.figure), bare_places(*b.measure, *b.figure));
  return value ? bare(*a.measure, *value, places) : "too large to print";
}

}  // namespace

void one_value_two_periods(const RuleInput& in, std::vector<Finding>& found) {
  // The label under which a value was published, against the period of the fact.
  for (const TypedFigure& typed : typed_figures(in)) {
    if (typed.called.empty() || typed.printed.source.empty() || typed.named.period->kind == PeriodKind::not_given) continue;
    const auto called = Period::parse(typed.named.measure->periods, typed.called);
    if (!called || same_period(*called, *typed.named.period)) continue;
    Finding finding;
    finding.rule = "one-value-two-periods";
    finding.place = typed.place;
    finding.at = typed.printed.at;
    finding.source = typed.printed.source;
    finding.figure = canonical(in.card, typed.named);
    finding.explains = typed.explains;
    finding.message = fmt::format("One value of {} is called {} and is of {}.", titled(in.card, typed.named), said_period(*called), said_period(*typed.named.period));
    finding.sum = fmt::format("{} is of {}, printed as {}", bare_value(*typed.named.measure, *typed.named.figure), said_period(*typed.named.period), said_period(*called));
    found.push_back(std::move(finding));
  }
  // A claim that gives the value of one period to another.
  struct Said { const Claim* claim; NamedFigure named; Period period; PrintedNumber printed; bool done; };
  std::vector<Said> all;
  for (const Claim& claim : in.statements.claims) {
    if (claim.kind != ClaimKind::value) continue;
    const auto named = named_as_written(in, claim);
    const auto printed = read_printed(claim.printed);
    if (!named || !printed) continue;
    std::optional<Period> period = named->period;
    if (claim.period) period = read_period(named->measure->periods, *claim.period);
    if (!period || period->kind == PeriodKind::not_given) continue;
    Said said{&claim, *named, *period, *printed, false};
    const auto name = parse_figure_name(claim.about);
    const bool fact_named = name && !name->period.empty();
    if (fact_named && named->known() && !same_period(*named->period, *period) && agrees(named->figure->value, named->figure->places, Ratio::of(printed->number), printed->places) == Agrees::yes) {
      said.done = true;
      found.push_back(found_in(claim, "one-value-two-periods",
                               fmt::format("The value of {} for {} is given as that of {}.", titled(in.card, *named), said_period(*named->period), said_period(*period)),
                               fmt::format("{} is of {}, printed as {}", bare_value(*named->measure, *named->figure), said_period(*named->period), said_period(*period))));
    }
    all.push_back(std::move(said));
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Said &one = all[j], &two = all[i];
      if (one.done || two.done || !same_subject(one.named, two.named) || same_period(one.period, two.period)) continue;
      if (one.claim->source != two.claim->source || Ratio::of(one.printed.number) != Ratio::of(two.printed.number)) continue;
      // Two periods may have the same value: then both are in the data.
      const NamedFigure first = at_period(one.named, one.period), second = at_period(two.named, two.period);
      if (first.known() && second.known()) continue;
      found.push_back(found_in(*two.claim, "one-value-two-periods",
                               fmt::format("One value of {} is given to {} and to {}.", titled(in.card, one.named), said_period(one.period), said_period(two.period)),
                               fmt::format("{} at {} and at {}", two.claim->printed, one.claim->at, two.claim->at)));
      all[i].done = true;
    }
  }
}

void one_figure_two_precisions(const RuleInput& in, std::vector<Finding>& found) {
  struct Said { const Claim* claim; NamedFigure named; PrintedNumber printed; };
  std::vector<Said> all;
  for (const Claim& claim : in.statements.claims) {
    if (claim.kind != ClaimKind::value) continue;
    const auto named = about_of(in, claim);
    const auto printed = read_printed(claim.printed);
    if (!named || !named->period || !printed) continue;
    for (const Said& one : all) {
      if (!same_subject(one.named, *named) || one.named.period != named->period || one.claim->source != claim.source) continue;
      if (one.printed.places == printed->places) continue;
      const bool coarser = printed->places < one.printed.places;
      const PrintedNumber &fine = coarser ? one.printed : *printed, &coarse = coarser ? *printed : one.printed;
      const auto rounded = round_to(Ratio::of(fine.number), coarse.places);
      if (!rounded || Ratio::of(*rounded) == Ratio::of(coarse.number)) continue;
      found.push_back(found_in(claim, "one-figure-two-precisions",
                               fmt::format("{} is printed as {} and as {}, and the two disagree.", said_figure(in.card, *named), one.claim->printed, claim.printed),
                               fmt::format("{} rounds to {}, printed as {} ({} and {})", fine.number.said(), rounded->said(), coarse.number.said(), one.claim->at, claim.at)));
      break;
    }
    all.push_back({&claim, *named, *printed});
  }
}

void unlike_periods_compared(const RuleInput& in, std::vector<Finding>& found) {
  for (const Claim& claim : in.statements.claims) {
    const bool with_others = claim.kind == ClaimKind::comparison || ((claim.kind == ClaimKind::above || claim.kind == ClaimKind::below) && claim.against_period);
    if (!with_others && claim.kind != ClaimKind::change) continue;
    const auto ours = about_of(in, claim);
    if (!ours || !ours->period) continue;
    const Measure& measure = *ours->measure;
    const Period here = *ours->period;
    const std::string value = ours->known() && !ours->figure->hidden ? bare_value(measure, *ours->figure) : claim.printed;
    if (with_others) {
      const auto there = claim.against_period ? read_period(measure.periods, *claim.against_period) : std::optional<Period>(here);
      if (!there) continue;
      const bool none = here.kind == PeriodKind::not_given || there->kind == PeriodKind::not_given;
      if (!none && same_period(here, *there)) continue;
      std::vector<std::string> rivals;
      for (const std::string& one : claim.against) rivals.push_back(said_comparator(in.card, one));
      const std::string who = list_of(rivals, "and");
      std::string sum = fmt::format("{} of {} beside {} of {}", value.empty() ? "ours" : value, said_period(here), who, said_period(*there));
      const auto area = claim.against.size() == 1 ? find_area(in.card, claim.against.front()) : std::nullopt;
      if (area && !none) {
        const NamedFigure theirs = in_area(at_period(*ours, *there), *area);
        const auto like = ours_at(*ours, *there);
        if (theirs.known() && ours->known() && like) {
          sum = fmt::format("{} of {} beside {} of {}: {}; like with like, {} of {}: {}", value, said_period(here), bare_value(measure, *theirs.figure),
                            said_period(*there), difference(*ours, theirs), bare_value(measure, *like->figure), said_period(*there), difference(*like, theirs));
        }
      }
      found.push_back(found_in(claim, "unlike-periods-compared",
                               fmt::format("{} is compared with {}, {}.", said_figure(in.card, *ours), who,
                                           there->kind == PeriodKind::not_given ? "for whom no period is given" : "in " + said_period(*there)), std::move(sum)));
      continue;
    }
    if (!claim.since) continue;
    const auto since = read_period(measure.periods, *claim.since);
    if (!since) continue;
    const NamedFigure before = at_period(*ours, since);
    const std::string earlier = before.known() && !before.figure->hidden ? bare_value(measure, *before.figure) : "a value";
    const bool none = here.kind == PeriodKind::not_given || since->kind == PeriodKind::not_given;
    const bool unlike_kinds = !none && here.kind != since->kind;
    // Single days have no rhythm of their own: they are alike where they are the same day of the year.
    const bool unlike_days = !none && here.kind == PeriodKind::day && since->kind == PeriodKind::day &&
                             (here.last().month() != since->last().month() || here.last().day() != since->last().day());
    if (!none && !unlike_kinds && !unlike_days) continue;
    std::string sum = fmt::format("{} of {} beside {} of {}", earlier, said_period(*since), value.empty() ? "a value" : value, said_period(here));
    if (unlike_days) {
      const int months = (here.last().year() - since->last().year()) * 12 + static_cast<int>(here.last().month()) - static_cast<int>(since->last().month());
      sum += fmt::format(", {} months apart", months < 0 ? -months : months);
      if (before.known() && ours->known()) sum += fmt::format(": {}", difference(*ours, before));
    }
    found.push_back(found_in(claim, "unlike-periods-compared",
                             fmt::format("A change of {} is counted from {} to {}.", titled(in.card, *ours), said_period(*since), said_period(here)), std::move(sum)));
  }
}

}  // namespace reportcard
