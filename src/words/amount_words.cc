// SPDX-License-Identifier: MIT
// A difference in words. It is worked out from exact values and rounded once; where that does not agree with what a reader
// would subtract from the page, a note must say so.
#include <algorithm>

#include "engine/print.h"
#include "words/speech.h"

namespace reportcard {
namespace {

// One unit of the last place that is printed: 0.1 for one place, 10,000 for four places before the point.
Ratio one_unit(int places) {
  Ratio unit = Ratio::whole(1);
  for (int i = 0; i < places; ++i) unit.under *= 10;
  for (int i = 0; i > places; --i) unit.over *= 10;
  return unit;
}

}  // namespace

Sentence amount_words(const Speech& speech, Ratio difference, int places, bool about) {
  const Ratio size = difference.size();
  const auto rounded = places > -18 && places < 18 ? round_to(size, places) : std::nullopt;
  if (rounded && rounded->units == 0 && size.sign() != 0) {
    return speech.say("change.less-than", {{"amount", said_difference(speech.measure, one_unit(places), places)}});
  }
  Sentence amount(said_difference(speech.measure, size, places));
  return about ? speech.say("change.about", {{"amount", amount}}) : amount;
}

// Shares are said to the fewer places of the two; days that are known exactly, to the more: 27 from 25.5 is 1.5.
int change_places(const Measure& measure, const Figure& now, const Figure& before, std::int8_t fewer) {
  const bool exact = now.places == Number::wholly && before.places == Number::wholly;
  if (!exact || measure.unit == Unit::percent) return fewer;
  return std::max(places_of(measure, now), places_of(measure, before));
}

bool reads_unlike(const Measure& measure, const Figure& now, const Figure& before, Ratio difference, int places, bool about) {
  if (about) return false;   // "about" has said it
  const auto ours = round_to(now.value, places_of(measure, now)), theirs = round_to(before.value, places_of(measure, before));
  const auto read = ours && theirs ? subtract(Ratio::of(*ours), Ratio::of(*theirs)) : std::nullopt;
  if (!read) return false;
  const auto as_read = round_to(*read, places), printed = round_to(difference, places);
  if (!as_read || !printed) return false;
  if (printed->units == 0) return read->sign() * difference.sign() < 0;   // "up less than 1 point", and the page shows a fall
  return as_read->units != printed->units;
}

}  // namespace reportcard
