// SPDX-License-Identifier: MIT
// The value and its period: the first clause of every sentence. Where fewer than ten are measured the counts are said
// ("three of five"), because one of them would move a share by more than anything it could show.
#include "card/card.h"
#include "engine/print.h"
#include "words/period_words.h"
#include "words/speech.h"

namespace reportcard {
namespace {

bool is_exactly(const Figure& figure, std::int64_t n) { return figure.value == Ratio::whole(n) && figure.qualifier == Qualifier::none; }

// "three of five children’s homes were judged good or better", without the period.
Sentence few_clause(const Speech& speech, const Figure& figure, const Sentence& period) {
  const Subject& subject = speech.subject;
  const std::string name = speech.name(speech.about.period);
  const auto number = [&](std::int64_t n) { return counted(speech.phrases, n); };
  if (subject.form != Subject::Form::people_did || figure.denominator == 1) {
    return speech.say("value.colon", {{"subject", subject.whole}, {"value", speech.value(&figure, speech.about.period)}, {"when", period}});
  }
  const std::string_view key = figure.numerator == 0                    ? "few.none"
                               : figure.numerator == figure.denominator ? (figure.denominator == 2 ? "few.both" : "few.all")
                                                                        : "few.some";
  const Sentence some = Sentence::linked(number(figure.numerator), name);
  return speech.say(key, {{"some", some},
                          {"all", Sentence::linked(number(figure.denominator), name)},
                          {"people", subject.people},
                          {"did", figure.numerator == 1 ? for_one(subject.did) : subject.did},
                          {"when", period}});
}

Sentence clause(const Speech& speech, const Figure& figure, const Sentence& period) {
  const Subject& subject = speech.subject;
  if (in_counts(speech.measure, figure)) return few_clause(speech, figure, period);
  const Sentence value = speech.value(&figure, speech.about.period);
  const bool counts = speech.measure.unit == Unit::count;
  const bool one = counts && is_exactly(figure, 1), none = counts && is_exactly(figure, 0);
  std::string_view key = "value.colon";
  if (subject.form == Subject::Form::singular) key = "value.was";
  if (subject.form == Subject::Form::people_did && !one) key = none ? "value.none" : counts ? "value.count" : "value.share";
  if (subject.form == Subject::Form::plural && !one) key = none ? "value.there-were-none" : "value.there-were";
  return speech.say(key, {{"value", none ? Sentence::linked(speech.phrases.text("number.no"), speech.name(speech.about.period)) : value},
                          {"subject", subject.whole},
                          {"people", subject.people},
                          {"did", subject.did},
                          {"when", period}});
}

}  // namespace

bool in_counts(const Measure& measure, const Figure& figure) {
  return measure.unit == Unit::percent && figure.known && !figure.hidden && figure.has_counts && figure.denominator > 0 &&
         figure.denominator < measure.few;
}

std::string counted(const Phrases& phrases, std::int64_t n) {
  const std::string key = "number." + std::to_string(n);
  if (n >= 0 && n < 10 && phrases.has(key)) return phrases.text(key);
  return Decimal{n, 0}.said();
}

std::string said_figure(const Phrases& phrases, const Figures& figures, const Measure& measure, const Figure* figure) {
  if (!figure) return phrases.text(measure.kind == MeasureKind::value ? "unknown.not-printed" : "unknown.no-record");
  if (figure->hidden) return phrases.text("unknown.hidden");
  if (in_counts(measure, *figure)) {
    return phrases.say("few.of", {{"some", counted(phrases, figure->numerator)}, {"all", counted(phrases, figure->denominator)}}).text;
  }
  return said_value(measure, figures, *figure);
}

std::string why_unknown(const Phrases& phrases, const Figures& figures, const Measure& measure, const Figure* figure) {
  const bool blank_cell = figure && figure->row != Figure::no_row && figure->symbol == 0 && !figure->has_counts;
  if (figure && !figure->known && !figure->hidden && !blank_cell && figure->reason != 0 && figure->reason < figures.texts.size()) {
    return figures.texts[figure->reason];
  }
  return said_figure(phrases, figures, measure, figure);
}

std::string said_or_why(const Phrases& phrases, const Figures& figures, const Measure& measure, const Figure* figure) {
  if (figure && figure->known) return said_figure(phrases, figures, measure, figure);
  const std::string why = why_unknown(phrases, figures, measure, figure);
  const bool enough = why == phrases.text("unknown.not-printed") || why == phrases.text("unknown.hidden");
  return enough ? why : phrases.say("cannot.gap", {{"reason", why}}).text;
}

Sentence value_in_words(const Speech& speech, const Figure* figure, const std::optional<Period>& period) {
  return Sentence::linked(said_or_why(speech.phrases, speech.figures, speech.measure, figure), speech.name(period));
}

Sentence value_clause(const Speech& speech) {
  const Figure* now = speech.about.now;
  const Sentence period = speech.about.period ? when(speech.phrases, speech.card, *speech.about.period) : Sentence{};
  Sentence said = now && now->known && !now->hidden
                      ? clause(speech, *now, period)
                      : speech.say("value.unknown", {{"subject", speech.subject.whole},
                                                     {"value", Sentence::linked(why_unknown(speech.phrases, speech.figures, speech.measure, now), speech.name(speech.about.period))},
                                                     {"when", period}});
  if (!speech.subject.choice.empty()) said = speech.say("value.of-choice", {{"choice", speech.subject.choice}, {"clause", said}});
  if (speech.about.area != speech.card.area && speech.about.area < speech.card.areas.all.size()) {
    said = speech.say("value.in-area", {{"area", speech.card.areas.all[speech.about.area].name}, {"clause", said}});
  }
  return said;
}

Speech::Speech(const Phrases& phrases_, const Card& card_, const Figures& figures_, const Comparison& about_)
    : phrases(phrases_), card(card_), figures(figures_), about(about_), measure(card_.measures.at(about_.measure)),
      subject(subject_of(measure, about_.choice)) {}

std::string Speech::name(const std::optional<Period>& period, std::string_view words) const {
  const bool own = about.area == card.area || about.area >= card.areas.all.size();
  std::string text = name_in(own ? std::string_view{} : std::string_view(card.areas.all[about.area].name), period);
  if (!words.empty()) text += "." + std::string(words);
  return text;
}

std::string Speech::name_in(std::string_view area, const std::optional<Period>& period) const {
  FigureName name;
  name.measure = measure.id;
  name.area = area;
  name.choice = about.choice;
  if (period) name.period = period->name();
  return name.text();
}

Sentence Speech::value(const Figure* figure, const std::optional<Period>& period) const { return value_in_words(*this, figure, period); }

}  // namespace reportcard
