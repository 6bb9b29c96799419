// SPDX-License-Identifier: MIT
// Against England and others. A gap is said only for the same period; else both figures are said, each with its own date.
#include "card/card.h"
#include "engine/print.h"
#include "words/period_words.h"
#include "words/speech.h"

namespace reportcard {
namespace {

// "statistical neighbours (10 of 10 with a value)" cut into its name and its note.
std::string_view name_of(const Gap& gap) { return std::string_view(gap.said).substr(0, gap.said.find(" (")); }
std::string note_of(const Gap& gap) {
  const std::size_t at = gap.said.find(" (");
  if (at == std::string::npos || gap.said.back() != ')') return {};
  return gap.said.substr(at + 2, gap.said.size() - at - 3);
}

bool has_value(const Figure* figure) { return figure && figure->known && !figure->hidden; }

Sentence theirs(const Speech& speech, const Gap& gap) {
  const std::string said = has_value(gap.theirs) ? said_value(speech.measure, speech.figures, *gap.theirs)
                                                 : speech.phrases.text("unknown.not-printed");
  const std::optional<Period> period = gap.theirs_period.kind == PeriodKind::not_given ? std::nullopt : std::optional(gap.theirs_period);
  FigureName name;
  name.measure = speech.measure.id;
  name.choice = speech.about.choice;
  if (period) name.period = period->name();
  name.words = {gap.comparator};
  return Sentence::linked(said, name.text());
}

// "58.9%", "58.9%, worked out here", "58.9%; 9 of 10 with a value".
Sentence theirs_with_note(const Speech& speech, const Gap& gap) {
  Sentence value = theirs(speech, gap);
  if (const std::string note = note_of(gap); !note.empty()) return speech.say("gap.with-note", {{"value", value}, {"note", note}});
  if (gap.basis == Basis::computed && gap.members > 0) return speech.say("gap.computed", {{"value", value}});
  return value;
}

Sentence dated(const Speech& speech, const Sentence& value, const Period& period) {
  if (period.kind == PeriodKind::not_given) return speech.say("gap.no-period", {{"value", value}});
  return speech.say("gap.dated", {{"value", value}, {"when", when(speech.phrases, speech.card, period)}});
}

std::string_view side_key(const Gap& gap) { return gap.way < 0 ? "gap.below" : "gap.above"; }

int gap_places(const Speech& speech, const Gap& gap) { return change_places(speech.measure, *gap.ours, *gap.theirs, gap.places); }

Sentence amount_of(const Speech& speech, const Gap& gap, Ratio difference) {
  return amount_words(speech, difference, gap_places(speech, gap), gap.about);
}

// "Not the same month, so no gap: England 65% in August 2012, here 90.9% in October 2012"
struct NoGap { Sentence lead, rest; };
NoGap no_gap(const Speech& speech, const Gap& gap) {
  const bool no_period = gap.theirs_period.kind == PeriodKind::not_given || gap.ours_period.kind == PeriodKind::not_given;
  const Sentence lead = no_period ? speech.say("gap.period-missing")
                                  : speech.say("gap.not-same", {{"kind", kind_of_day(speech.phrases, gap.ours_period, gap.theirs_period)}});
  const Sentence rest = speech.say("gap.both", {{"rival", name_of(gap)},
                                                {"theirs", dated(speech, theirs(speech, gap), gap.theirs_period)},
                                                {"ours", dated(speech, speech.value(gap.ours, gap.ours_period), gap.ours_period)}});
  return {lead, rest};
}

std::string why(const Speech& speech, const Gap& gap) {
  if (!has_value(gap.theirs)) return speech.say("gap.theirs-missing", {{"rivals", possessive(name_of(gap))}}).text;
  if (!has_value(gap.ours)) return speech.phrases.text("gap.ours-missing");
  return std::string(cannot_words(gap.cannot));
}

}  // namespace

bool gap_reads_unlike(const Speech& speech, const Gap& gap) {
  return gap_can_be_said(speech, gap) && gap.way != 0 &&
         reads_unlike(speech.measure, *gap.ours, *gap.theirs, gap.difference, gap_places(speech, gap), gap.about);
}

bool gap_can_be_said(const Speech& speech, const Gap& gap) {
  if (!gap.period || !has_value(gap.ours) || !has_value(gap.theirs)) return false;
  if (in_counts(speech.measure, *gap.ours)) return false;
  return gap.cannot == Cannot::no || gap.cannot == Cannot::size_unknown || gap.cannot == Cannot::better_none || gap.cannot == Cannot::few;
}

Sentence gap_text(const Speech& speech, const Gap& gap) {
  if (!gap_can_be_said(speech, gap)) {
    if (!gap.period && has_value(gap.ours) && has_value(gap.theirs)) return speech.say("gap.none", {{"both", no_gap(speech, gap).rest}});
    return speech.say("cannot.gap", {{"reason", why(speech, gap)}});
  }
  Sentence said;
  if (gap.way == 0) {
    said = speech.say(gap.difference.sign() == 0 ? "gap.level" : "gap.level-rounding", {{"rival", name_of(gap)}});
  } else {
    said = speech.say(side_key(gap), {{"amount", amount_of(speech, gap, gap.difference)}, {"rival", name_of(gap)}});
  }
  if (gap.current) return said;
  return speech.say("gap.when", {{"gap", said}, {"when", when(speech.phrases, speech.card, *gap.period)}});
}

Sentence trend_text(const Speech& speech, const Gap& gap) {
  if (!gap_can_be_said(speech, gap)) return {};
  const std::string here = speech.about.area < speech.card.areas.all.size() ? speech.card.areas.all[speech.about.area].name : std::string{};
  const auto moved = [&](std::string_view key) {
    const Sentence was = gap.earlier_difference && gap.earlier_period
                             ? speech.say("trend.was", {{"amount", amount_of(speech, gap, *gap.earlier_difference)},
                                                        {"when", when_before(speech.phrases, speech.card, *gap.earlier_period, *gap.period)}})
                             : Sentence{};
    return speech.say(key, {{"was", was}});
  };
  switch (gap.trend) {
    case Gap::Trend::narrowing: return moved("trend.narrowing");
    case Gap::Trend::widening: return moved("trend.widening");
    case Gap::Trend::level: return speech.say("trend.level");
    case Gap::Trend::overtaken: return speech.say("trend.overtaken", {{"area", here}, {"rival", name_of(gap)}});
    case Gap::Trend::fallen_behind: return speech.say("trend.fallen-behind", {{"area", here}, {"rival", name_of(gap)}});
    case Gap::Trend::cannot_say: break;
  }
  return {};
}

Sentence both_dated(const Speech& speech, const Gap& gap) {
  const bool unlike = !gap.period && has_value(gap.ours) && has_value(gap.theirs);
  return unlike ? no_gap(speech, gap).rest : Sentence{};
}

std::vector<Sentence> gap_sentences(const Speech& speech, const Gap& gap) {
  if (!has_value(gap.theirs)) return {};   // that nothing is printed to compare with is said once on the page, by the mark
  const auto theirs_alone = [&] {
    return finished(speech.say("gap.alone", {{"rival", name_of(gap)}, {"theirs", dated(speech, theirs(speech, gap), gap.theirs_period)}}));
  };
  const bool period_said = speech.about.period && speech.about.period->kind == PeriodKind::not_given;   // "compared with nothing"
  if (!has_value(gap.ours) || (period_said && !gap.period)) return {theirs_alone()};
  if (!gap_can_be_said(speech, gap)) {
    if (gap.period) return {finished(speech.say("gap.beside", {{"rival", name_of(gap)}, {"theirs", theirs_with_note(speech, gap)}}))};   // few
    if (gap.cannot == Cannot::not_same_period || gap.cannot == Cannot::period_not_given) {
      const NoGap both = no_gap(speech, gap);
      return {finished(speech.say("gap.no-gap", {{"lead", both.lead}, {"both", both.rest}}))};
    }
    return {theirs_alone(), finished(speech.say("cannot.compare", {{"rival", name_of(gap)}, {"reason", why(speech, gap)}}))};
  }
  Gap undated = gap;
  undated.current = true;
  Sentence words = gap_text(speech, undated);
  words = Sentence::linked(words.text, speech.name(gap.period, gap.comparator + ".gap"));
  const bool lower = speech.measure.better == Better::lower && gap.way != 0;
  const Sentence note = lower ? speech.say("gap.lower-is-better") : Sentence{};
  std::vector<Sentence> all;
  all.push_back(finished(speech.say(gap.current ? "gap.sentence" : "gap.earlier",
                                    {{"gap", words},
                                     {"theirs", theirs_with_note(speech, gap)},
                                     {"ours", speech.value(gap.ours, gap.period)},
                                     {"when", when(speech.phrases, speech.card, *gap.period)},
                                     {"note", note}})));
  const Sentence trend = trend_text(speech, gap);
  if (!trend.empty()) all.push_back(finished(trend));
  return all;
}

DirectionWords gap_mark(const Speech& speech, const Gap& gap) {
  DirectionWords mark;
  mark.direction = gap.direction;
  if (!gap_can_be_said(speech, gap)) {
    mark.direction = Direction::cannot_say;
    if (!gap.period && has_value(gap.ours) && has_value(gap.theirs)) {
      const NoGap both = no_gap(speech, gap);
      mark.lead = capitalised(both.lead).text + ":";
      mark.rest = both.rest.text;
    } else {
      mark.lead = capitalised(speech.say("mark.cannot-say")).text + ":";
      mark.rest = why(speech, gap);
    }
    return mark;
  }
  mark.way = gap.way;
  if (gap.way == 0) {
    mark.lead = capitalised(speech.say("gap.level", {{"rival", name_of(gap)}})).text;
    if (gap.difference.sign() != 0) mark.rest = speech.phrases.text("gap.within-rounding");
  } else {
    mark.lead = capitalised(speech.say(gap.way < 0 ? "mark.below" : "mark.above", {{"rival", name_of(gap)}})).text;
    mark.rest = speech.say("mark.by", {{"amount", amount_of(speech, gap, gap.difference)}}).text;
    if (speech.measure.better == Better::lower) mark.rest = speech.say("mark.lower", {{"rest", mark.rest}}).text;
  }
  if (!gap.current) mark.rest = speech.say("mark.when", {{"rest", mark.rest}, {"when", when(speech.phrases, speech.card, *gap.period)}}).text;
  const std::string_view key = gap.trend == Gap::Trend::narrowing ? "trend.mark-narrowing" : gap.trend == Gap::Trend::widening ? "trend.mark-widening" : "";
  if (!key.empty()) mark.rest = speech.say("mark.trend", {{"rest", mark.rest}, {"trend", speech.say(key)}}).text;
  return mark;
}

}  // namespace reportcard
