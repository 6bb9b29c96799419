// SPDX-License-Identifier: MIT
// Against a target: whose it is, for when, and whether it is met. A target without a date, and one without a result, say so.
#include "card/card.h"
#include "engine/print.h"
#include "words/period_words.h"
#include "words/speech.h"

namespace reportcard {
namespace {

bool has_date(const Change& target) { return target.from.kind != PeriodKind::not_given; }

// "for 2012/13", ", for which no date is given", or "" where the target is for the very period that is shown.
Sentence dated(const Speech& speech, const Change& target) {
  if (!has_date(target)) return speech.say("target.no-date");
  if (target.known && target.from == target.to) return {};   // the sentence has named the period
  return speech.say("target.for", {{"period", bare_period(target.from)}});
}

int places_of_scale(std::int64_t scale) {
  int places = 0;
  for (; scale >= 10; scale /= 10) ++places;
  return places;
}

bool to_come(const Change& target) { return target.known && target.cannot == Cannot::not_same_period; }

// What rounding may hide is neither met nor missed.
std::string_view side_key(const Change& target) {
  if (to_come(target)) return "target.to-come";
  if (target.direction == Direction::better) return "target.meets";
  if (target.direction == Direction::no_change) return "target.within";
  return target.difference.sign() == 0 ? "target.level" : target.difference.sign() < 0 ? "target.below" : "target.above";
}

}  // namespace

std::string said_target(const Figures& figures, const Measure& measure, Decimal target) {
  Figure figure;
  const auto full = multiply(Ratio::of(target), Ratio::whole(measure.scale));
  figure.value = full ? *full : Ratio::of(target);
  figure.places = static_cast<std::int8_t>(target.places - places_of_scale(measure.scale));
  figure.known = true;
  figure.row = 0;
  Measure plain = measure;   // a target is said as it was set, whatever decimals the figures have
  plain.decimals.reset();
  return said_value(plain, figures, figure);
}

std::string whose_target(const Phrases& phrases, const Measure& measure) {
  const std::string& whose = measure.target_whose;
  if (whose.empty() || whose == "ours") return phrases.text("target.ours");
  // "government" is meant as "the government"; a name and a word with its article stand as they are.
  const bool is_name = whose[0] < 'a' || whose[0] > 'z';
  const std::string_view first = std::string_view(whose).substr(0, whose.find(' '));
  const bool has_article = first == "the" || first == "a" || first == "an" || first == "each" || first == "every";
  const std::string owner = is_name || has_article ? whose : phrases.say("target.the", {{"whose", whose}}).text;
  return phrases.say("target.theirs", {{"owners", possessive(owner)}}).text;
}

Sentence target_text(const Speech& speech, const Change& target) {
  const Sentence value = Sentence::linked(said_target(speech.figures, speech.measure, target.target), speech.name(speech.about.period, "target"));
  const Sentence whole = speech.say("target.of", {{"target", whose_target(speech.phrases, speech.measure)}, {"value", value}, {"dated", dated(speech, target)}});
  if (!target.known) {
    const std::string_view key = target.cannot == Cannot::no_result ? "target.no-result" : "target.cannot";
    return speech.say(key, {{"target", whole}, {"reason", cannot_words(target.cannot)}});
  }
  return speech.say(side_key(target), {{"target", whole}});
}

Sentence target_sentence(const Speech& speech, const Change& target) {
  const Sentence text = target_text(speech, target);
  if (!target.known || to_come(target)) return finished(text);
  const bool met = target.direction == Direction::better;
  if (speech.about.period && target.to != *speech.about.period) {   // a target of another period has its own result
    return finished(speech.say(met ? "target.it-then" : "target.it-was", {{"when", when(speech.phrases, speech.card, target.to)}, {"text", text}}));
  }
  return finished(speech.say(met ? "target.it" : "target.it-is", {{"text", text}}));
}

DirectionWords target_mark(const Speech& speech, const Change& target) {
  DirectionWords mark;
  mark.direction = target.direction;
  const std::string whose = whose_target(speech.phrases, speech.measure);
  const Sentence value(said_target(speech.figures, speech.measure, target.target));
  if (!target.known) {
    mark.direction = Direction::cannot_say;
    mark.lead = capitalised(Sentence(whose)).text;
    const Sentence of = speech.say("target.mark-of", {{"value", value}, {"dated", dated(speech, target)}});
    mark.rest = speech.say(target.cannot == Cannot::no_result ? "target.no-result" : "target.cannot",
                           {{"target", of}, {"reason", cannot_words(target.cannot)}}).text;
    return mark;
  }
  const Sentence of = speech.say("target.mark-of", {{"value", value}, {"dated", dated(speech, target)}});
  if (to_come(target)) {
    mark.lead = capitalised(Sentence(whose)).text;
    mark.rest = speech.say("target.to-come", {{"target", of}}).text;
    return mark;
  }
  mark.way = target.way;
  mark.lead = capitalised(speech.say(side_key(target), {{"target", whose}})).text;
  mark.rest = of.text;
  if (speech.about.period && target.to != *speech.about.period) {
    mark.rest = speech.say("mark.when", {{"rest", of}, {"when", when(speech.phrases, speech.card, target.to)}}).text;
  }
  return mark;
}

}  // namespace reportcard
