// SPDX-License-Identifier: MIT
// A change in words. The number's way and its meaning are two things: "up 3 points" is a fact, "better" is the measure's rule,
// and where few are measured, or how many is not given, there is no better or worse.
#include <algorithm>

#include "card/card.h"
#include "engine/print.h"
#include "words/period_words.h"
#include "words/speech.h"

namespace reportcard {
namespace {

// Where one side is said as "three of five", so is the change.
bool in_counts(const Speech& speech, const Change& change) {
  return change.before && change.now && (in_counts(speech.measure, *change.before) || in_counts(speech.measure, *change.now));
}

// Too few, or nobody knows how many: a level figure is "level", never "did not change".
bool is_small(const Change& change) { return change.cannot == Cannot::few || change.cannot == Cannot::size_unknown; }

bool from_none(const Speech& speech, const Change& change) {
  return change.before && change.before->value.sign() == 0 && (speech.measure.unit == Unit::count || speech.measure.unit == Unit::gbp);
}

// Whether the rounding of both sides moves the per cent by less than a tenth.
bool well_known(const Speech& speech, const Change& change) {
  if (speech.measure.unit == Unit::count) return !change.about;
  const auto slack = add(half_unit(change.now->places), half_unit(change.before->places));
  const auto part = slack ? divide(*slack, change.before->value) : std::nullopt;
  return part && *part < Ratio{1, 1000};
}

// "25.6%", or "" where the start is nothing, is few, or everything went.
std::string per_cent(const Speech& speech, const Change& change) {
  if (!change.per_cent || !change.before || !change.now || change.now->value.sign() == 0) return {};
  if (speech.measure.unit == Unit::count && change.before->value < Ratio::whole(speech.measure.few)) return {};
  const auto rounded = round_to(change.per_cent->size(), well_known(speech, change) ? 1 : 0);
  return rounded ? rounded->said() + "%" : std::string{};
}

// "one more of five", where both sides are of five.
Sentence counts_changed(const Speech& speech, const Change& change) {
  const Figure &now = *change.now, &before = *change.before;
  const std::int64_t more = now.numerator - before.numerator;
  return speech.say(more > 0 ? "change.more-of" : "change.fewer-of",
                    {{"some", counted(speech.phrases, more > 0 ? more : -more)}, {"all", counted(speech.phrases, now.denominator)}});
}

bool of_as_many(const Change& change) {
  return change.before->has_counts && change.now->has_counts && change.before->denominator == change.now->denominator;
}

Sentence against(const Speech& speech, const Change& change) {
  const Period& from = change.from;
  if (is_year_before(from, change.to) && change.rival != Rival::baseline) return {};
  const std::string said = bare_period(from);
  switch (from.kind) {
    case PeriodKind::not_given: return {};
    case PeriodKind::quarter:
    case PeriodKind::year_to_date: return speech.say("since.on", {{"period", said}});
    case PeriodKind::rolling_12_months: return speech.say("since.on-the", {{"period", said}});
    default: return speech.say("since.since", {{"period", said}});
  }
}

}  // namespace

Sentence change_text(const Speech& speech, const Change& change) {
  if (!change.known) return {};
  if (in_counts(speech, change)) {
    if (!of_as_many(change)) {
      return speech.say("change.from-counts", {{"now", speech.value(change.now, change.to)}, {"before", speech.value(change.before, change.from)}});
    }
    if (change.now->numerator != change.before->numerator) return counts_changed(speech, change);
    return speech.say("change.none");
  }
  if (change.way == 0) return speech.say(change.difference.sign() == 0 ? "change.none" : "change.rounding");
  const int places = change.now && change.before ? change_places(speech.measure, *change.now, *change.before, change.places) : change.places;
  Sentence amount = amount_words(speech, change.difference, places, change.about);
  if (const std::string part = per_cent(speech, change); !part.empty()) {
    amount = speech.say("change.per-cent", {{"amount", amount}, {"part", part}});
  }
  return speech.say(change.way > 0 ? "change.up" : "change.down", {{"amount", amount}});
}

bool change_reads_unlike(const Speech& speech, const Change& change) {
  if (!change.known || change.way == 0 || !change.before || !change.now || in_counts(speech, change)) return false;
  return reads_unlike(speech.measure, *change.now, *change.before, change.difference,
                      change_places(speech.measure, *change.now, *change.before, change.places), change.about);
}

Sentence change_since(const Speech& speech, const Change& change) {
  if (!change.known) return {};
  const std::string from = bare_period(change.from);
  if (in_counts(speech, change)) {
    if (!of_as_many(change)) return change_text(speech, change);
    if (change.now->numerator != change.before->numerator) {
      return speech.say("change.than", {{"change", counts_changed(speech, change)}, {"when", when_before(speech.phrases, speech.card, change.from, change.to)}});
    }
  }
  if (change.way == 0 && is_small(change) && change.difference.sign() == 0) return speech.say("change.level", {{"period", from}});
  Sentence said = change_text(speech, change);
  if (change.way != 0 && from_none(speech, change)) said = speech.say("change.from-none", {{"change", said}});
  return speech.say("change.since", {{"change", said}, {"since", against(speech, change)}});
}

Sentence change_clause(const Speech& speech, const Change& change) {
  if (!change.known) return {};
  const Sentence then = when_before(speech.phrases, speech.card, change.from, change.to);
  const std::string name = speech.name(change.to, change.rival == Rival::baseline ? "baseline.change" : change.rival == Rival::year_ago ? "year-ago.change" : "change");
  if (in_counts(speech, change) && !(of_as_many(change) && change.now->numerator == change.before->numerator)) {
    if (of_as_many(change)) {
      return speech.say("clause.than", {{"change", Sentence::linked(counts_changed(speech, change).text, name)}, {"when", then}});
    }
    return speech.say("clause.was", {{"when", then}, {"before", speech.value(change.before, change.from)}});
  }
  if (change.way == 0 && change.difference.sign() == 0) {
    if (is_small(change)) return speech.say("clause.level", {{"period", is_year_before(change.from, change.to) ? then : Sentence(bare_period(change.from))}});
    return speech.say("clause.same", {{"when", then}});
  }
  const Sentence before = from_none(speech, change)
                              ? Sentence::linked(speech.phrases.text("number.none"), speech.name(change.from))
                              : speech.value(change.before, change.from);
  const bool second = change.rival != Rival::previous;   // a second change begins with its rival
  const std::string_view key = !second ? "clause.from" : change.way == 0 ? "clause.since-none" : "clause.since";
  return speech.say(key, {{"change", Sentence::linked(change_text(speech, change).text, name)},
                          {"before", before},
                          {"when", then},
                          {"since", speech.say("since.since", {{"period", bare_period(change.from)}})}});
}

std::string why_cannot(const Speech& speech, const Change& change) {
  if (change.direction != Direction::cannot_say) return {};
  if (change.known && speech.measure.better == Better::none) return {};
  const std::string reason(cannot_words(change.cannot));
  if (!change.known) return speech.say("cannot.changed", {{"reason", reason}}).text;
  if (change.way == 0) return {};
  const bool good = (change.way > 0) == (speech.measure.better == Better::higher);
  return speech.say(good ? "cannot.better" : "cannot.worse", {{"reason", reason}}).text;
}

DirectionWords change_mark(const Speech& speech, const Change& change) {
  DirectionWords mark;
  mark.direction = change.direction;
  mark.way = change.known ? change.way : 0;
  const std::string since = change_since(speech, change).text;
  const auto lead = [&](std::string_view key) { return capitalised(speech.say(key)).text; };
  switch (change.direction) {
    case Direction::better:
    case Direction::worse:
      mark.arrow = true;
      mark.lead = lead(change.direction == Direction::better ? "mark.better" : "mark.worse");
      mark.rest = since;
      return mark;
    case Direction::no_change:
      mark.way = 0;
      mark.lead = capitalised(Sentence(since)).text;
      return mark;
    case Direction::cannot_say: break;
  }
  if (!change.known) {
    mark.lead = lead("mark.cannot-say");
    mark.rest = cannot_words(change.cannot);
    return mark;
  }
  if (change.way == 0) {
    mark.lead = capitalised(Sentence(since)).text;
    return mark;
  }
  mark.arrow = !in_counts(speech, change);
  mark.rest = since;
  if (speech.measure.better == Better::none) {
    mark.lead = lead("mark.not-said");
  } else {
    mark.lead = lead((change.way > 0) == (speech.measure.better == Better::higher) ? "mark.cannot-better" : "mark.cannot-worse");
  }
  return mark;
}

}  // namespace reportcard
