// SPDX-License-Identifier: MIT
// Figures set beside their rivals, as claims name them. What is hidden, or not there, is not a number here.
#include "words/claim_words.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"

namespace reportcard {
namespace {

constexpr std::array<std::string_view, 5> change_words = {"change", "previous", "year-ago", "baseline", "target"};

std::string why_unknown(const NamedFigure& named) {
  if (!named.period) return fmt::format("{} has no value in any period", titled(*named.measure));
  const std::string when = named.period->kind == PeriodKind::not_given ? "without a period" : "for " + said_period(*named.period);
  if (named.figure && named.figure->hidden) return fmt::format("{} {} is hidden, because the number is small", titled(*named.measure), when);
  return fmt::format("{} {} is not known", titled(*named.measure), when);
}

std::optional<Amount> difference(const Measure& measure, Ratio value, std::int8_t places, Ratio slack, std::string said) {
  Amount amount;
  amount.value = value;
  amount.places = places;
  amount.slack = slack;
  amount.measure = &measure;
  amount.said = std::move(said);
  return amount;
}

std::string of_both(const Measure& measure, const Figure& now, const Figure& before, Ratio value) {
  const int places = std::max(bare_places(measure, now), bare_places(measure, before));
  return fmt::format("{} \xE2\x88\x92 {} = {}", bare_value(measure, now), bare_value(measure, before), bare(measure, value, places));
}

Ratio both_halves(const Measure& measure, const Figure& a, const Figure& b) {
  const auto sum = add(half_known(measure, a), half_known(measure, b));
  return sum ? *sum : Ratio{};
}

}  // namespace

bool is_change_word(std::string_view word) { return std::find(change_words.begin(), change_words.end(), word) != change_words.end(); }

std::optional<Change> change_of(const Comparison& comparison, std::string_view word) {
  if (word == "change" || word == "previous") return comparison.previous;
  if (word == "year-ago") return comparison.year_ago;
  if (word == "baseline") return comparison.baseline;
  if (word == "target" && !comparison.targets.empty()) {
    for (const Change& target : comparison.targets) {
      if (comparison.period && target.to.kind != PeriodKind::not_given && same_period(target.to, *comparison.period)) return target;
    }
    return comparison.targets.front();
  }
  return {};
}

std::optional<Gap> gap_of(const Comparison& comparison, std::string_view comparator) {
  for (const Gap& gap : comparison.gaps) {
    if (comparator.empty() || gap.comparator == comparator || slug(gap.comparator) == comparator) return gap;
  }
  return {};
}

std::optional<Amount> amount_of_figure(const NamedFigure& named, std::string& reason) {
  if (!named.known() || named.figure->hidden) {
    reason = why_unknown(named);
    return {};
  }
  Amount amount;
  amount.value = named.figure->value;
  amount.places = named.figure->places;
  amount.slack = half_known(*named.measure, *named.figure);
  amount.measure = named.measure;
  amount.said = bare_value(*named.measure, *named.figure);
  return amount;
}

std::optional<Amount> amount_of(const Card& card, const Figures& figures, const NamedFigure& named, std::string& reason) {
  if (named.words.empty()) return amount_of_figure(named, reason);
  const std::string& first = named.words.front();
  const Measure& measure = *named.measure;
  if ((first == "numerator" || first == "denominator") && named.words.size() == 1) {
    if (!named.known() || named.figure->hidden || !named.figure->has_counts) {
      reason = fmt::format("{} has no counts", titled(measure));
      return {};
    }
    Amount amount;
    amount.value = Ratio::whole(first == "numerator" ? named.figure->numerator : named.figure->denominator);
    amount.said = Decimal{amount.value.over, 0}.said();
    return amount;
  }
  if (named.figure && named.figure->hidden) {
    reason = why_unknown(named);
    return {};
  }
  if (is_change_word(first)) {
    const bool per_cent = named.words.size() == 2 && named.words[1] == "per-cent";
    if (named.words.size() > (per_cent ? 2U : 1U)) {
      reason = fmt::format("\".{}\" cannot follow \".{}\"", named.words[1], first);
      return {};
    }
    const Comparison all = compare(card, figures, named.index, named.area, named.choice, named.period);
    const auto change = change_of(all, first);
    if (!change || !change->known || !change->now) {
      reason = change && change->cannot != Cannot::no ? std::string(cannot_words(change->cannot)) : fmt::format("{} has nothing to be compared with", titled(measure));
      return {};
    }
    if (per_cent) {
      if (!change->per_cent) {
        reason = "a change in per cent is for counts and money";
        return {};
      }
      Amount amount;
      amount.value = *change->per_cent;
      const auto rounded = round_to(amount.value, 1);
      amount.said = rounded ? rounded->said() + "%" : "";
      return amount;
    }
    if (!change->before) {
      const int places = bare_places(measure, *change->now);
      return difference(measure, change->difference, change->now->places, half_known(measure, *change->now),
                        fmt::format("{} \xE2\x88\x92 {} = {}", bare_value(measure, *change->now), bare(measure, Ratio::of(change->target), change->target.places),
                                    bare(measure, change->difference, std::max(places, int{change->target.places}))));
    }
    return difference(measure, change->difference, change->places, both_halves(measure, *change->now, *change->before),
                      of_both(measure, *change->now, *change->before, change->difference));
  }
  const bool gap = named.words.back() == "gap";
  const std::string comparator = gap && named.words.size() == 1 ? std::string() : first;
  if (named.words.size() > (gap && !comparator.empty() ? 2U : 1U)) {
    reason = fmt::format("\".{}\" cannot follow \".{}\"", named.words[1], first);
    return {};
  }
  if (gap) {
    const Comparison all = compare(card, figures, named.index, named.area, named.choice, named.period);
    if (const auto found = gap_of(all, comparator); found && found->period && found->ours && found->theirs) {
      return difference(measure, found->difference, found->places, both_halves(measure, *found->ours, *found->theirs),
                        of_both(measure, *found->ours, *found->theirs, found->difference));
    }
  }
  const auto area = find_area(card, comparator.empty() ? "england" : comparator);
  if (!area) {
    reason = fmt::format("\"{}\" is neither a word for a change nor an area with values", first);
    return {};
  }
  const NamedFigure theirs = in_area(named, *area);
  if (!theirs.known()) {
    reason = fmt::format("{} has no value of {} for that period", titled(measure), card.areas.all[*area].name);
    return {};
  }
  if (!gap) return amount_of_figure(theirs, reason);
  if (!named.known()) {
    reason = why_unknown(named);
    return {};
  }
  const auto value = subtract(named.figure->value, theirs.figure->value);
  if (!value) {
    reason = "the numbers are too large";
    return {};
  }
  return difference(measure, *value, std::min(named.figure->places, theirs.figure->places), both_halves(measure, *named.figure, *theirs.figure),
                    of_both(measure, *named.figure, *theirs.figure, *value));
}

namespace {

// The parts of a measure, not the parts of parts.
std::vector<NamedFigure> parts_of(const NamedFigure& every) {
  std::vector<NamedFigure> parts;
  if (!every.cube) return parts;
  for (const std::string& choice : every.cube->choices) {
    if (!choice.empty() && choice.find('/') == choice.npos) parts.push_back(of_choice(every, choice));
  }
  return parts;
}

}  // namespace

std::optional<Amount> sum_of(const Card&, const NamedFigure& every, std::string& reason) {
  if (every.measure->split.size() > 1) {
    reason = fmt::format("{} is split in {} ways, and their parts are not added together", titled(*every.measure), every.measure->split.size());
    return {};
  }
  Amount sum;
  sum.measure = every.measure;
  int places = 0;
  for (const NamedFigure& part : parts_of(every)) {
    auto amount = amount_of_figure(part, reason);
    if (!amount) {
      reason = fmt::format("the part {} is not known", part.choice);
      return {};
    }
    const auto value = add(sum.value, amount->value);
    const auto slack = add(sum.slack, amount->slack);
    if (!value || !slack) {
      reason = "the numbers are too large";
      return {};
    }
    sum.value = *value;
    sum.slack = *slack;
    sum.places = std::min(sum.places, amount->places);
    places = std::max(places, bare_places(*every.measure, *part.figure));
    sum.said += (sum.said.empty() ? "" : " + ") + amount->said;
  }
  if (sum.said.empty()) {
    reason = fmt::format("{} has no parts", titled(*every.measure));
    return {};
  }
  sum.said += " = " + bare(*every.measure, sum.value, places);
  return sum;
}

std::optional<Amount> highest_of(const NamedFigure& every, bool lowest, std::string& reason) {
  std::optional<Amount> best;
  for (const NamedFigure& part : parts_of(every)) {
    auto amount = amount_of_figure(part, reason);
    if (!amount) {
      reason = fmt::format("the part {} is not known", part.choice);
      return {};
    }
    if (!best || (lowest ? amount->value < best->value : amount->value > best->value)) {
      best = std::move(amount);
      best->said += " (" + part.choice + ")";
    }
  }
  if (!best) reason = fmt::format("{} has no parts", titled(*every.measure));
  return best;
}

std::optional<Amount> rank_of(const Card& card, const NamedFigure& named, std::string_view comparator, std::string& reason) {
  if (named.measure->better == Better::none) {
    reason = fmt::format("of {} neither high nor low is good, so there is no rank", titled(*named.measure));
    return {};
  }
  if (!named.known()) {
    reason = why_unknown(named);
    return {};
  }
  std::vector<AreaId> members = members_of(card, comparator);
  if (members.empty()) {
    reason = fmt::format("\"{}\" is no region and no list of the card", comparator);
    return {};
  }
  std::int64_t ahead = 0, with_value = 0;
  for (const AreaId member : members) {
    const NamedFigure theirs = in_area(named, member);
    if (!theirs.known()) continue;
    ++with_value;
    const bool better = named.measure->better == Better::higher ? theirs.figure->value > named.figure->value : theirs.figure->value < named.figure->value;
    if (member != named.area && better) ++ahead;
  }
  if (with_value < 2) {
    reason = fmt::format("of {} authorities of {} {} a value: there is nobody to rank among", members.size(), comparator,
                         with_value == 1 ? "one has" : "none has");
    return {};
  }
  Amount rank;
  rank.value = Ratio::whole(ahead + 1);
  rank.said = fmt::format("rank {} of {} with a value", ahead + 1, with_value);
  return rank;
}

}  // namespace reportcard
