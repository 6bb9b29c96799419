// SPDX-License-Identifier: MIT
// Shares against their counts, and counts against counts of something else.
#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/rules.h"

namespace reportcard {
namespace {

std::string_view counted_things(Counts counts) {
  return counts == Counts::people ? "people" : counts == Counts::cases ? "cases" : "things";
}

std::string change_words(const NamedFigure& now, const NamedFigure& before) {
  const auto difference = subtract(now.figure->value, before.figure->value);
  std::string said = fmt::format("{}: {} to {}", titled(*now.measure), bare_value(*now.measure, *before.figure), bare_value(*now.measure, *now.figure));
  if (!difference) return said;
  said += fmt::format(" = {}{}", difference->sign() > 0 ? "+" : "", bare(*now.measure, *difference, bare_places(*now.measure, *now.figure)));
  const auto share = before.figure->value.sign() > 0 ? divide(*difference, before.figure->value) : std::nullopt;
  const auto per_cent = share ? multiply(*share, Ratio::whole(100)) : std::nullopt;
  const auto rounded = per_cent ? round_to(*per_cent, 1) : std::nullopt;
  if (rounded) said += fmt::format(" ({}{} per cent)", rounded->units > 0 ? "+" : "", rounded->said());
  return said;
}

// How many of `base` a printed share is: 91 per cent of 422 is 382 to 386.
std::string so_many(const PrintedNumber& share, const NamedFigure& base) {
  const Ratio half = half_unit(share.places);
  const auto low = subtract(Ratio::of(share.number), half), high = add(Ratio::of(share.number), half);
  const auto of = [&](std::optional<Ratio> per_cent) {
    const auto product = per_cent ? multiply(*per_cent, base.figure->value) : std::nullopt;
    return product ? divide(*product, Ratio::whole(100)) : std::nullopt;
  };
  const auto least = of(low), most = of(high);
  if (!least || !most || base.figure->value.sign() < 0) return "not reckonable";
  std::int64_t first = least->over / least->under, last = most->over / most->under;
  if (first * least->under != least->over) ++first;   // the whole numbers within
  if (most->under == 1 && last > first) --last;         // the upper bound itself rounds up
  if (first > last) return "no whole number";
  return first == last ? Decimal{first, 0}.said() : Decimal{first, 0}.said() + " to " + Decimal{last, 0}.said();
}

}  // namespace

void value_and_counts(const RuleInput& in, std::vector<Finding>& found) {
  for (const TypedFigure& typed : typed_figures(in)) {
    const Figure& figure = *typed.named.figure;
    if (!figure.has_counts || figure.denominator <= 0 || figure.hidden || figure.qualifier != Qualifier::none) continue;
    const Unit unit = typed.named.measure->unit;
    if (unit != Unit::percent && unit != Unit::ratio) continue;
    const std::string written = typed.records->text(typed.row, "value");
    const auto value = Decimal::parse(written);
    if (!value) continue;
    const auto share = divide(Ratio::whole(figure.numerator), Ratio::whole(figure.denominator));
    const auto counted = share ? multiply(*share, Ratio::whole(unit == Unit::percent ? 100 : 1)) : std::nullopt;
    const auto apart = counted ? subtract(*counted, Ratio::of(*value)) : std::nullopt;
    if (!apart || apart->size() <= half_unit(static_cast<std::int8_t>(value->places))) continue;
    const auto rounded = round_to(*counted, value->places);
    found.push_back(found_at(typed, in.card, "value-and-counts", fmt::format("{} and its counts disagree.", said_figure(in.card, typed.named)),
                             fmt::format("{} of {} is {}, printed as {}", Decimal{figure.numerator, 0}.said(), Decimal{figure.denominator, 0}.said(), rounded ? rounded->said() : "", value->said())));
  }
}

void counts_in_two_units(const RuleInput& in, std::vector<Finding>& found) {
  const auto find = [&in](const std::string& name) -> std::optional<NamedFigure> {
    std::string why, remedy;
    auto named = name.empty() ? std::nullopt : find_figure(in.card, in.figures, name, why, remedy);
    return named && named->known() && !named->figure->hidden ? named : std::nullopt;
  };
  for (const Claim& claim : in.statements.claims) {
    if (claim.kind == ClaimKind::counts) {
      const auto one = find(claim.about), two = find(claim.beside);
      if (!one || !two || one->measure->counts == two->measure->counts) continue;
      std::string sum = fmt::format("{} counts {}, {} counts {}", titled(*one->measure), counted_things(one->measure->counts), titled(*two->measure), counted_things(two->measure->counts));
      const auto since = claim.since ? read_period(one->measure->periods, *claim.since) : std::nullopt;
      if (since) {
        const NamedFigure before_one = at_period(*one, since), before_two = at_period(*two, since);
        if (!before_one.known() || !before_two.known()) continue;
        const auto a = subtract(one->figure->value, before_one.figure->value), b = subtract(two->figure->value, before_two.figure->value);
        // Both going the same way needs no explanation.
        if (!a || !b || a->sign() * b->sign() >= 0) continue;
        sum = change_words(*one, before_one) + "; " + change_words(*two, before_two);
      }
      found.push_back(found_in(claim, "counts-in-two-units",
                               fmt::format("{} and {} count unlike things, and are set beside each other.", titled(in.card, *one), titled(in.card, *two)), std::move(sum)));
    }
    if (claim.kind == ClaimKind::share && !claim.of.empty() && !claim.said_of.empty()) {
      const auto of = find(claim.of), said_of = find(claim.said_of);
      const auto printed = read_printed(claim.printed);
      if (!of || !said_of || !printed || (of->index == said_of->index && of->choice == said_of->choice)) continue;
      found.push_back(found_in(claim, "counts-in-two-units",
                               fmt::format("A share of {} is said of {}.", titled(in.card, *of), titled(in.card, *said_of)),
                               fmt::format("{} of {} is {}; of {} it would be {}", claim.printed, bare_value(*of->measure, *of->figure), so_many(*printed, *of),
                                           bare_value(*said_of->measure, *said_of->figure), so_many(*printed, *said_of))));
    }
  }
}

}  // namespace reportcard
