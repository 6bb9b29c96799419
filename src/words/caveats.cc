// SPDX-License-Identifier: MIT
// What must follow a figure: the measure's caveats for its area and period, what kind of figure it is, and its own note.
#include <algorithm>

#include "base/text.h"
#include "card/card.h"
#include "words/speech.h"

namespace reportcard {
namespace {

bool is_area(const Card& card, const std::string& written, AreaId area) {
  const auto found = card.areas.find(written);
  return found && *found == area;
}

// A caveat touches the area shown, or an area that is set beside it.
bool touches_area(const Speech& speech, const Measure::Caveat& caveat) {
  if (caveat.area.empty() || is_area(speech.card, caveat.area, speech.about.area)) return true;
  return std::any_of(speech.about.gaps.begin(), speech.about.gaps.end(), [&](const Gap& gap) {
    if (!gap.theirs) return false;
    if (fold(gap.comparator) == fold(caveat.area)) return true;
    const auto beside = speech.card.areas.find(gap.comparator), touched = speech.card.areas.find(caveat.area);
    return beside && touched && *beside == *touched;
  });
}

bool touches_period(const Speech& speech, const Measure::Caveat& caveat) {
  if (!caveat.period) return true;
  if (speech.about.period == caveat.period) return true;
  for (const auto* change : {&speech.about.previous, &speech.about.year_ago, &speech.about.baseline}) {
    if (*change && (*change)->known && (*change)->from == *caveat.period) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> caveats_of(const Speech& speech, bool with_notes) {
  std::vector<std::string> all;
  const auto add = [&](std::string_view text) {
    std::string said = finished(Sentence(trim(text))).text;
    if (trim(text).empty() || std::find(all.begin(), all.end(), said) != all.end()) return;
    all.push_back(std::move(said));
  };
  for (const Measure::Caveat& caveat : speech.measure.caveats) {
    if (touches_area(speech, caveat) && touches_period(speech, caveat)) add(caveat.text);
  }
  const Figure* now = speech.about.now;
  if (!now) return all;
  if (now->known && now->status == Status::provisional) add(speech.phrases.text("status.provisional"));
  if (now->known && now->status == Status::revised) add(speech.phrases.text("status.revised"));
  if (now->known && now->status == Status::forecast) add(speech.phrases.text("status.forecast"));
  if (with_notes && now->note < speech.figures.texts.size()) add(speech.figures.texts[now->note]);
  return all;
}

}  // namespace reportcard
