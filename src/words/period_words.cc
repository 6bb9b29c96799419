// SPDX-License-Identifier: MIT
// Periods said.
#include "words/period_words.h"

#include "card/card.h"

namespace reportcard {

bool is_a_year(PeriodKind kind) {
  return kind == PeriodKind::financial_year || kind == PeriodKind::academic_year || kind == PeriodKind::calendar_year;
}

bool is_year_before(const Period& before, const Period& now) {
  return is_a_year(now.kind) && before.kind == now.kind && before.index + 1 == now.index;
}

std::string bare_period(const Period& period) {
  switch (period.kind) {
    case PeriodKind::not_given: return {};
    case PeriodKind::month_end: return Period{PeriodKind::month, period.index}.said();
    default: return period.said();
  }
}

Sentence when(const Phrases& phrases, const Card& card, const Period& period) {
  const std::string said = bare_period(period);
  switch (period.kind) {
    case PeriodKind::not_given: return {};
    case PeriodKind::academic_year:
      return phrases.say(card.period.kind == PeriodKind::academic_year ? "when.in" : "when.school-year", {{"period", said}});
    case PeriodKind::quarter: return phrases.say("when.from", {{"period", said}});
    case PeriodKind::year_to_date:
      return phrases.say(said.find(" to ") == std::string::npos ? "when.in" : "when.from", {{"period", said}});
    case PeriodKind::rolling_12_months: return phrases.say("when.rolling", {{"period", said}});
    case PeriodKind::quarter_end:
    case PeriodKind::day: return phrases.say("when.on", {{"period", said}});
    default: return phrases.say("when.in", {{"period", said}});
  }
}

Sentence when_before(const Phrases& phrases, const Card& card, const Period& before, const Period& now) {
  if (is_year_before(before, now)) return phrases.say("when.year-before");
  // Behind "from 40" a second "from" would trip the reader, and the sentence has said that years are school years.
  const bool short_form = before.kind == PeriodKind::academic_year || before.kind == PeriodKind::quarter || before.kind == PeriodKind::year_to_date;
  if (short_form && now.kind == before.kind) return phrases.say("when.in", {{"period", bare_period(before)}});
  return when(phrases, card, before);
}

std::string kind_of_day(const Phrases& phrases, const Period& a, const Period& b) {
  if (is_a_year(a.kind) && is_a_year(b.kind)) return phrases.text("kind.year");
  const auto is_month = [](PeriodKind kind) {
    return kind == PeriodKind::month || kind == PeriodKind::month_end || kind == PeriodKind::year_to_date || kind == PeriodKind::rolling_12_months;
  };
  if (is_month(a.kind) && a.kind == b.kind) return phrases.text("kind.month");
  const auto is_quarter = [](PeriodKind kind) { return kind == PeriodKind::quarter || kind == PeriodKind::quarter_end; };
  if (is_quarter(a.kind) && a.kind == b.kind) return phrases.text("kind.quarter");
  if (a.kind == PeriodKind::day && b.kind == PeriodKind::day) return phrases.text("kind.day");
  return phrases.text("kind.period");
}

}  // namespace reportcard
