// SPDX-License-Identifier: MIT
#include "words/edition_words.h"

#include "base/text.h"
#include "card/card.h"
#include "words/period_words.h"

namespace reportcard {
namespace {

std::string said_value(const Grammar& grammar, const KeptFigure& figure) {
  if (figure.is_hidden()) return grammar.phrases().text("unknown.hidden");
  if (!figure.is_known() || !figure.numerator || !figure.denominator || figure.unit != "percent") return figure.shown;
  return grammar.phrases().say("edition.of-counts", {{"value", figure.shown}, {"some", std::to_string(*figure.numerator)}, {"all", std::to_string(*figure.denominator)}}).text;
}

std::string dated(const KeptFigure& figure) { return figure.period ? bare_period(*figure.period) : std::string(); }

std::string cell(const Card& card, const EditionChange& change, std::string_view column) {
  const Records* rows = card.find_records("revisions");
  return rows && change.row ? rows->text(*change.row, column) : std::string();
}

}  // namespace

std::string heading_of(const Grammar& grammar, EditionChangeKind kind) {
  static constexpr std::string_view keys[] = {"edition.corrected", "edition.revised", "edition.moved", "edition.added", "edition.withdrawn", "edition.defined"};
  return grammar.phrases().text(keys[static_cast<std::size_t>(kind)]);
}

EditionLine edition_line(const Card& card, const Grammar& grammar, const EditionChange& change) {
  const Phrases& phrases = grammar.phrases();
  EditionLine line;
  line.kind = change.kind;
  line.measure = change.measure;
  std::vector<std::string> which;
  if (!change.choice.empty()) which.push_back(change.choice);
  if (!change.area.empty()) which.push_back(change.area);
  line.title = change.title;
  line.part = join(which, ", ");
  line.what = change.title + (which.empty() ? "" : " (" + join(which, ", ") + ")");
  const KeptFigure *before = change.before, *now = change.now;
  if (now) {
    line.now = said_value(grammar, *now);
    line.now_when = dated(*now);
  }
  if (before) line.then_when = dated(*before);
  if (before && (change.before_shown || before->is_hidden())) line.then = said_value(grammar, *before);
  if (change.change && change.index != EditionChange::no_measure) {
    Comparison about;
    about.measure = change.index;
    about.area = card.area;
    about.choice = change.choice;
    about.period = change.change->to;
    about.now = change.change->now;
    static const Figures none;
    line.direction = grammar.direction(card, none, about, *change.change);
  }
  line.why = cell(card, change, "why");
  line.effect = cell(card, change, "effect");
  if (const auto day = Date::parse(cell(card, change, "on"))) line.on = day->said();

  const auto say = [&](std::string_view key) {
    return phrases.say(key, {{"what", line.what}, {"value", line.now}, {"before", line.then}, {"period", line.now_when.empty() ? line.then_when : line.now_when},
                             {"when", now && now->period ? when(phrases, card, *now->period) : Sentence()},
                             {"then", before && before->period ? when(phrases, card, *before->period) : Sentence()}});
  };
  std::vector<Sentence> all;
  switch (change.kind) {
    case EditionChangeKind::moved:
      all.push_back(finished(say(line.then.empty() ? "edition.is" : "edition.is-was")));
      if (line.direction) {
        const std::string& rest = line.direction->rest;
        all.push_back(finished(Sentence(line.direction->lead + (rest.empty() ? "" : ": " + rest))));
      }
      break;
    case EditionChangeKind::correction:
    case EditionChangeKind::revised:
      if (!now) all.push_back(finished(say("edition.about")));
      else if (now->is_hidden()) all.push_back(finished(say("edition.hidden-now")));
      else if (before && before->is_hidden()) all.push_back(finished(say("edition.hidden-before")));
      else all.push_back(finished(say(line.then.empty() ? "edition.value" : "edition.was")));
      if (!line.on.empty() && change.kind == EditionChangeKind::correction) all.push_back(finished(phrases.say("edition.on", {{"day", line.on}})));
      if (!line.why.empty()) all.push_back(finished(phrases.say("edition.why", {{"why", line.why}})));
      else if (now && now->is_known()) all.push_back(finished(phrases.say("edition.no-why")));
      if (!line.effect.empty()) all.push_back(finished(phrases.say("edition.effect", {{"effect", line.effect}})));
      break;
    case EditionChangeKind::added: all.push_back(finished(say(now ? "edition.filled" : "edition.new"))); break;
    case EditionChangeKind::withdrawn: all.push_back(finished(say(before ? "edition.no-figure" : "edition.gone"))); break;
    case EditionChangeKind::definition: all.push_back(finished(phrases.say("edition.keys", {{"what", line.what}, {"keys", join(change.keys, "; ")}}))); break;
  }
  line.said = in_a_row(all).text;
  return line;
}

}  // namespace reportcard
