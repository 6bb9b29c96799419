// SPDX-License-Identifier: MIT
// The whole of what is said about a figure, in its order: subject, value, period, change, comparison, caveat.
#include "words/sentence.h"

#include "card/card.h"
#include "words/claims.h"
#include "words/numbers.h"
#include "words/speech.h"

namespace reportcard {
namespace {

constexpr std::size_t most_words = 24;   // of one sentence; a longer one becomes two

bool differs(const std::optional<Change>& one, const std::optional<Change>& other) {
  return one && one->known && !(other && other->known && other->from == one->from);
}

// A reason that both changes share is said once, behind the second.
void add_change(const Speech& speech, const std::optional<Change>& change, std::vector<Sentence>& all) {
  if (!change) return;
  const Sentence clause = change_clause(speech, *change);
  const std::string why = why_cannot(speech, *change);
  const Sentence reason = why.empty() ? Sentence{} : finished(Sentence(why));
  if (!reason.empty() && all.back().text == reason.text) all.pop_back();
  if (!clause.empty()) all.push_back(finished(clause));
  if (!reason.empty()) all.push_back(reason);
}

// "That is up 5.9 points from 50.8% the year before, and 2.2 points below England (58.9%)." where it is short enough.
bool join(const Speech& speech, Sentence& change, const Sentence& gap) {
  const std::string& it_is = speech.phrases.text("gap.it-is");
  if (change.text.empty() || change.text.back() != '.' || gap.text.rfind(it_is, 0) != 0) return false;
  Sentence rest;
  rest.text = gap.text.substr(it_is.size(), gap.text.size() - it_is.size() - 1);
  for (const Sentence::Link& link : gap.links) rest.links.push_back({link.begin - it_is.size(), link.end - it_is.size(), link.figure});
  Sentence start = change;
  start.text.pop_back();
  const Sentence both = speech.say("gap.joined", {{"change", start}, {"gap", rest}});
  if (words_in(both.text) > most_words) return false;
  change = finished(both);
  return true;
}

}  // namespace

Grammar Grammar::load(const Card& card, Problems& problems) {
  Grammar grammar;
  const auto own = card.files.find("words/en.toml");
  grammar.phrases_ = Phrases::load(library_file("words/en.toml").value_or(std::string_view{}),
                                   own == card.files.end() ? std::string_view{} : own->second.view(), problems);
  grammar.numbers_ = std::make_shared<const NumberRules>(NumberRules::load(library_file("words/numbers.toml").value_or(std::string_view{}), problems));
  Problems told_elsewhere;   // test_statements reads the same file and reports it
  for (const Claim& claim : read_statements(card, told_elsewhere).claims) {
    if (!claim.own() || claim.at.empty()) continue;
    TestedClaim tested;
    const std::size_t colon = claim.at.rfind(':');
    tested.file = claim.at.substr(0, colon);
    if (colon != std::string::npos) {
      for (const char c : claim.at.substr(colon + 1)) tested.line = c >= '0' && c <= '9' ? tested.line * 10 + static_cast<std::uint32_t>(c - '0') : tested.line;
    }
    tested.says = claim.sentence.empty() ? claim.says : claim.sentence;
    grammar.tested_.push_back(std::move(tested));
  }
  return grammar;
}

Sentence Grammar::value(const Card& card, const Figures& figures, const Comparison& about) const {
  return finished(value_clause(Speech(phrases_, card, figures, about)));
}

const TestedClaim* Grammar::tested(std::string_view file, std::uint32_t line, std::string_view number) const {
  const auto part_of_number = [](const std::string& text, std::size_t at) {
    return at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.');
  };
  for (const TestedClaim& claim : tested_) {
    if (claim.file != file || (claim.line != 0 && claim.line != line)) continue;
    for (std::size_t at = claim.says.find(number); at != std::string::npos; at = claim.says.find(number, at + 1)) {
      const std::size_t end = at + number.size();
      const bool goes_on = part_of_number(claim.says, end) && (claim.says[end] != '.' || part_of_number(claim.says, end + 1));
      if (!goes_on && (at == 0 || !part_of_number(claim.says, at - 1))) return &claim;
    }
  }
  return nullptr;
}

Sentence Grammar::whole(const Card& card, const Figures& figures, const Comparison& about) const {
  const Speech speech(phrases_, card, figures, about);
  std::vector<Sentence> all{finished(value_clause(speech))}, gaps;
  const bool shown = about.now && about.now->known && !about.now->hidden;
  const bool given = about.period && about.period->kind != PeriodKind::not_given;
  const bool second = differs(about.year_ago, about.previous) || differs(about.baseline, about.previous);
  for (const Gap& gap : about.gaps) {
    for (Sentence& one : gap_sentences(speech, gap)) gaps.push_back(std::move(one));
  }
  std::size_t said = 0;   // of the gaps
  if (shown && !given) all.push_back(finished(speech.say("value.no-period")));
  if (shown) {
    add_change(speech, about.previous, all);
    if (given && !about.previous && !about.baseline && speech.measure.better != Better::none) {
      all.push_back(finished(speech.say("cannot.changed", {{"reason", std::string(cannot_words(Cannot::one_figure))}})));
    }
    const bool one_sentence = all.size() == 2 && about.previous && about.previous->known;
    if (one_sentence && !second && !gaps.empty() && join(speech, all.back(), gaps.front())) said = 1;
    if (second) add_change(speech, differs(about.baseline, about.previous) ? about.baseline : about.year_ago, all);
  }
  for (; said < gaps.size(); ++said) all.push_back(gaps[said]);
  for (const Change& target : about.targets) {
    if (shown) all.push_back(target_sentence(speech, target));
  }
  bool unlike = shown && ((about.previous && change_reads_unlike(speech, *about.previous)) ||
                          (differs(about.baseline, about.previous) && change_reads_unlike(speech, *about.baseline)));
  for (const Gap& gap : about.gaps) unlike = unlike || (shown && gap_reads_unlike(speech, gap));
  if (unlike) all.push_back(finished(speech.say("change.before-rounding")));
  for (const std::string& caveat : caveats_of(speech, false)) all.emplace_back(caveat);
  return in_a_row(all);
}

Sentence Grammar::finding(const Card& card, const Figures& figures, const Comparison& about) const {
  return finding_of(Speech(phrases_, card, figures, about));
}

Sentence Grammar::change(const Card& card, const Figures& figures, const Comparison& about, const Change& change) const {
  const Speech speech(phrases_, card, figures, about);
  if (change.rival == Rival::target) return target_text(speech, change);
  if (!change.known) return why_cannot(speech, change);
  return change_since(speech, change);
}

Sentence Grammar::gap(const Card& card, const Figures& figures, const Comparison& about, const Gap& gap) const {
  return gap_text(Speech(phrases_, card, figures, about), gap);
}

DirectionWords Grammar::direction(const Card& card, const Figures& figures, const Comparison& about, const Change& change) const {
  return change_mark(Speech(phrases_, card, figures, about), change);
}

DirectionWords Grammar::rival(const Card& card, const Figures& figures, const Comparison& about, const Gap& gap) const {
  return gap_mark(Speech(phrases_, card, figures, about), gap);
}

DirectionWords Grammar::target(const Card& card, const Figures& figures, const Comparison& about, const Change& change) const {
  return target_mark(Speech(phrases_, card, figures, about), change);
}

std::vector<std::string> Grammar::caveats(const Card& card, const Figures& figures, const Comparison& about) const {
  return caveats_of(Speech(phrases_, card, figures, about), true);
}

std::string Grammar::said(const Card&, const Figures& figures, const Measure& measure, const Figure* figure) const {
  return said_figure(phrases_, figures, measure, figure);
}

std::string Grammar::phrase(std::string_view key) const { return phrases_.text(key); }

}  // namespace reportcard
