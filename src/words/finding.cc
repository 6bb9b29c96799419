// SPDX-License-Identifier: MIT
// A finding is a title: what the figures say, in one line. It says "a larger share" only where the number moved beyond
// rounding and enough are measured, and "still" only where an earlier gap lay on the same side.
#include "card/card.h"
#include "words/period_words.h"
#include "words/speech.h"

namespace reportcard {
namespace {

// Titles set a figure beside a place with a name, not beside a list.
const Gap* gap_for_title(const Speech& speech) {
  for (const Gap& gap : speech.about.gaps) {
    if (gap.current && gap_can_be_said(speech, gap) && gap.way != 0 && gap.said.find(" (") == std::string::npos) return &gap;
  }
  return nullptr;
}

Sentence beside(const Speech& speech, const Gap* gap, int way) {
  if (!gap) return {};
  const bool still = gap->earlier_difference && gap->earlier_difference->sign() == gap->difference.sign();
  const bool against = way != 0 && way != gap->way;   // it rose and is below all the same
  const std::string_view key = gap->way < 0 ? (still ? "finding.still-below" : against ? "finding.but-below" : "finding.below")
                                            : (still ? "finding.still-above" : against ? "finding.but-above" : "finding.above");
  return speech.say(key, {{"rivals", possessive(gap->said)}});
}

bool change_is_clear(const Speech& speech, const std::optional<Change>& change) {
  if (!change || !change->known || !change->before || !change->now) return false;
  if (change->cannot != Cannot::no && change->cannot != Cannot::better_none) return false;
  return !in_counts(speech.measure, *change->now) && !in_counts(speech.measure, *change->before);
}

}  // namespace

Sentence finding_of(const Speech& speech) {
  const Figure* now = speech.about.now;
  const bool shown = now && now->known && !now->hidden;
  const std::optional<Change>& change = speech.about.previous;
  const bool clear = shown && change_is_clear(speech, change);
  const Gap* gap = shown ? gap_for_title(speech) : nullptr;
  const bool elsewhere = speech.about.area != speech.card.area || !speech.subject.choice.empty();
  if (clear && !elsewhere && speech.measure.unit == Unit::percent && speech.subject.form == Subject::Form::people_did) {
    const Sentence than = is_year_before(change->from, change->to)
                              ? Sentence{}
                              : speech.say("finding.than", {{"when", when_before(speech.phrases, speech.card, change->from, change->to)}});
    const std::string_view key = change->way > 0 ? "finding.larger" : change->way < 0 ? "finding.smaller" : "";
    if (!key.empty()) {
      return capitalised(speech.say(key, {{"people", speech.subject.people}, {"did", speech.subject.did}, {"than", than}, {"beside", beside(speech, gap, change->way)}}));
    }
  }
  for (const Gap& other : speech.about.gaps) {
    // Of the period that the card shows there is only theirs: both are said, each with its date.
    const Sentence both = shown ? Sentence{} : both_dated(speech, other);
    if (!both.empty()) return capitalised(speech.say("finding.unlike", {{"subject", speech.subject.whole}, {"both", both.text}}));
  }
  Sentence said = value_clause(speech);
  said.links.clear();
  if (clear && change->way != 0) {
    said = speech.say("finding.with-change", {{"clause", said}, {"change", change_since(speech, *change).text}});
  }
  if (gap) said = speech.say("finding.with-gap", {{"clause", said}, {"gap", gap_text(speech, *gap).text}});
  return capitalised(std::move(said));
}

}  // namespace reportcard
