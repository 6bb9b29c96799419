// SPDX-License-Identifier: MIT
// Numbers said: rounded once, last, half away from zero; never to more places than are known.
#include "engine/print.h"

#include <algorithm>

#include "engine/computing.h"

namespace reportcard {
namespace {

constexpr std::string_view minus = "\u2212", pound = "\u00A3";

// The unit of a figure beside the main one: days for a median of days, a count for what is open.
Unit unit_of(const Measure& measure, Side side) {
  switch (side) {
    case Side::main: return measure.unit;
    case Side::median:
      if (measure.limit) return measure.limit->unit == Limit::In::working_days ? Unit::working_days : Unit::days;
      if (!measure.limits_by_choice.empty()) return measure.limits_by_choice.front().second.unit == Limit::In::working_days ? Unit::working_days : Unit::days;
      return Unit::working_days;
    default: return Unit::count;
  }
}

std::string_view scale_word(std::int64_t scale) { return scale == 1'000'000 ? " million" : scale == 1'000 ? " thousand" : ""; }

// The value in the measure's scale, rounded; `places` are those of the unit itself.
std::string scaled(const Measure& measure, Ratio value, int places, bool said) {
  const std::int64_t scale = said ? measure.scale : 1;
  const auto in_scale = scale > 1 ? divide(value, Ratio::whole(scale)) : std::optional(value);
  const int shown = std::max(places + (said ? scale_places(measure) : 0), said ? 0 : -18);
  const auto rounded = in_scale ? round_to(*in_scale, shown) : std::nullopt;
  if (!rounded) return said ? "too large to print" : "";
  return said ? rounded->said() : rounded->plain();
}

std::string with_unit(const Measure& measure, Unit unit, Ratio value, int places) {
  std::string number = scaled(measure, value, places, true);
  const bool one = number == "1";
  switch (unit) {
    case Unit::percent: return number + "%";
    case Unit::gbp: {
      const bool negative = number.substr(0, minus.size()) == minus;
      if (negative) number.erase(0, minus.size());
      return (negative ? std::string(minus) : std::string()) + std::string(pound) + number + std::string(scale_word(measure.scale));
    }
    case Unit::count: return number + std::string(scale_word(measure.scale));
    case Unit::days: return number + (one ? " day" : " days");
    case Unit::working_days: return number + (one ? " working day" : " working days");
    case Unit::months: return number + (one ? " month" : " months");
    case Unit::rate:
      if (measure.kind == MeasureKind::rate) return number + " per " + Decimal{measure.per, 0}.said();
      return number;
    case Unit::ratio:
    case Unit::score: return number + std::string(scale_word(measure.scale));
  }
  return number;
}

std::string_view qualifier_words(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::none: return "";
    case Qualifier::at_least: return "at least ";
    case Qualifier::over: return "over ";
    case Qualifier::about: return "about ";
    case Qualifier::at_most: return "at most ";
    case Qualifier::under: return "under ";
  }
  return "";
}

bool is_whole(Ratio value) { return value.over % value.under == 0; }

// What is said where the measure does not say how many decimals.
int default_decimals(const Measure& measure, const Figure& figure, Unit unit) {
  switch (unit) {
    case Unit::percent: return figure.has_counts && figure.denominator < 100 ? 0 : 1;
    case Unit::count:
    case Unit::gbp: return 0;
    case Unit::days:
    case Unit::working_days:
    case Unit::months: return measure.kind == MeasureKind::sum || is_whole(figure.value) ? 0 : 1;
    case Unit::ratio: return 2;
    case Unit::rate:
    case Unit::score: return 1;
  }
  return 0;
}

}  // namespace

int places_of(const Measure& measure, const Figure& figure, Side side) {
  const Unit unit = unit_of(measure, side);
  const int known = figure.places;
  if (side != Side::main) return unit == Unit::count ? 0 : std::min(known, measure.decimals ? static_cast<int>(*measure.decimals) : is_whole(figure.value) ? 0 : 1);
  if (measure.decimals) return std::min(known, static_cast<int>(*measure.decimals) - scale_places(measure));
  if (figure.places != Number::wholly) return known;
  return default_decimals(measure, figure, unit);
}

std::string said_value(const Measure& measure, const Figures& figures, const Figure& figure, Side side) {
  if (figure.hidden) return "not shown";
  // A reader of an old page sees that a value is not there; of a computed one, that nobody can know it.
  if (!figure.known) return figure.row != Figure::no_row || measure.kind == MeasureKind::value ? "not printed" : "not known";
  (void)figures;
  return std::string(qualifier_words(figure.qualifier)) + with_unit(measure, unit_of(measure, side), figure.value, places_of(measure, figure, side));
}

std::string plain_value(const Measure& measure, const Figure& figure, Side side) {
  if (!figure.known || figure.hidden) return {};
  return scaled(measure, figure.value, places_of(measure, figure, side), false);
}

std::string said_difference(const Measure& measure, Ratio difference, int places) {
  if (measure.unit != Unit::percent) return with_unit(measure, measure.unit, difference.size(), places);
  const std::string number = scaled(measure, difference.size(), places, true);
  return number + (number == "1" ? " point" : " points");
}

std::string signed_difference(const Measure& measure, Ratio difference, int places) {
  const std::string number = scaled(measure, difference.size(), places, true);
  const bool nothing = number.find_first_of("123456789") == number.npos;
  return (nothing ? "" : difference.sign() < 0 ? std::string(minus) : "+") + number;
}

std::string plain_difference(const Measure& measure, Ratio difference, int places) { return scaled(measure, difference, places, false); }

std::string_view unit_name(Unit unit) {
  switch (unit) {
    case Unit::percent: return "percent";
    case Unit::count: return "count";
    case Unit::gbp: return "gbp";
    case Unit::days: return "days";
    case Unit::working_days: return "working days";
    case Unit::months: return "months";
    case Unit::rate: return "rate";
    case Unit::ratio: return "ratio";
    case Unit::score: return "score";
  }
  return "";
}

std::string_view unit_symbol(Unit unit) { return unit == Unit::percent ? "%" : unit == Unit::gbp ? pound : std::string_view(); }

}  // namespace reportcard
