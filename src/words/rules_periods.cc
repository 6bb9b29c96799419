// SPDX-License-Identifier: MIT
// When a fact was: under its heading, within the card's period, and given at all.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/rules.h"

namespace reportcard {
namespace {

std::string days(const Period& period) {
  if (is_as_at(period.kind)) return period.last().said();
  return fmt::format("{} to {}", period.first().said(), period.last().said());
}

}  // namespace

void heading_period(const RuleInput& in, std::vector<Finding>& found) {
  for (const Claim& claim : in.statements.claims) {
    if (!claim.heading) continue;
    const auto named = about_of(in, claim);
    if (!named || !named->period) continue;
    const auto heading = read_period(named->measure->periods, *claim.heading);
    if (!heading || heading->kind == PeriodKind::not_given || same_period(*heading, *named->period)) continue;
    std::string sum = fmt::format("heading {}; ", said_period(*heading));
    sum += named->period->kind == PeriodKind::not_given ? "no period is given for the value" : fmt::format("the value is of {} ({})", said_period(*named->period), days(*named->period));
    found.push_back(found_in(claim, "heading-period",
                             fmt::format("{} stands under the heading {}.", said_figure(in.card, *named), said_period(*heading)), std::move(sum)));
  }
}

void fact_outside_card_period(const RuleInput& in, std::vector<Finding>& found) {
  if (in.card.period.kind == PeriodKind::not_given) return;  // it could not be read, which is said
  const Date end = in.card.period.last();
  // The card itself may go on to a later day, and then says so; another document is held to its period.
  const Date own_end = in.card.as_at ? std::max(*in.card.as_at, end) : end;
  struct Group { TypedFigure first; std::size_t count = 0; Period earliest, latest; };
  std::map<std::string, Group> groups;   // one a measure, document and line: a table's row is one finding
  for (TypedFigure& typed : typed_figures(in)) {
    const Period period = *typed.named.period;
    if (period.kind == PeriodKind::not_given) continue;
    const bool own = typed.printed.source.empty();
    if (period.first() <= (own ? own_end : end)) continue;
    const std::string key = typed.named.measure->id + "\n" + typed.printed.source + "\n" + (own ? "" : typed.printed.at);
    Group& group = groups[key];
    if (group.count++ == 0) {
      group.first = std::move(typed);
      group.earliest = group.latest = period;
      continue;
    }
    group.earliest = std::min(group.earliest, period);
    group.latest = std::max(group.latest, period);
  }
  for (const auto& [key, group] : groups) {
    const bool own = group.first.printed.source.empty();
    const bool one = group.earliest == group.latest;
    found.push_back(found_at(group.first, in.card, "fact-outside-card-period",
                             fmt::format("{} {} of {} {} later than {}.", group.count, group.count == 1 ? "value" : "values", titled(*group.first.named.measure),
                                         group.count == 1 ? "is" : "are", own ? "the card's last day" : "the period reported"),
                             fmt::format("{}{}; the {} ends on {}", said_period(group.earliest), one ? "" : " to " + said_period(group.latest),
                                         own && in.card.as_at ? "card" : "period", (own ? own_end : end).said())));
  }
}

void figure_without_period(const RuleInput& in, std::vector<Finding>& found) {
  for (const TypedFigure& typed : typed_figures(in)) {
    if (typed.named.period->kind != PeriodKind::not_given) continue;
    const std::string who = typed.named.area == in.card.area || typed.named.area >= in.card.areas.all.size() ? "" : in.card.areas.all[typed.named.area].name + ", ";
    found.push_back(found_at(typed, in.card, "figure-without-period", fmt::format("No period is given for {}.", titled(in.card, typed.named)),
                             fmt::format("{}{}, period blank", who, bare_value(*typed.named.measure, *typed.named.figure))));
  }
}

}  // namespace reportcard
