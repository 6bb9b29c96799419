// SPDX-License-Identifier: MIT
// Bindings of figures. Every word here is a word of measures.md, "Names"; what it prints comes from the grammar.
#include "words/bindings.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/card.h"
#include "card/known_words.h"
#include "engine/print.h"
#include "words/english.h"
#include "words/period_words.h"
#include "words/register_condition.h"
#include "words/speech.h"

namespace reportcard {
namespace {

constexpr std::string_view card_words[] = {"period", "area", "baseline", "title", "publisher", "as-at"};

// {gcse.change@2010/11} is {gcse@2010/11.change}: the period may stand last.
std::string period_first(std::string_view written) {
  const std::size_t dot = written.find('.'), at = written.find('@');
  if (dot == std::string_view::npos || at == std::string_view::npos || at < dot || written.find('(') < at) return std::string(written);
  return fmt::format("{}{}{}", written.substr(0, dot), written.substr(at), written.substr(dot, at - dot));
}

Side side_of(const FigureName& name, const NamedFigure& named) {
  if (named.words.size() == name.words.size()) return Side::main;
  const std::string& word = name.words.front();
  if (word == "late") return Side::late;
  if (word == "median") return Side::median;
  if (word == "open") return Side::open;
  if (word == "overdue") return Side::overdue;
  if (word == "entities") return Side::entities;
  if (word == "unjudged") return Side::unjudged;
  return Side::n;
}

Bound plain(std::string words) {
  Bound bound;
  bound.known = !words.empty();
  bound.text = Sentence(std::move(words));
  return bound;
}

}  // namespace

Binder::Binder(const Card& card, const Figures& figures, const Grammar& grammar, Audience reader)
    : card_(card), figures_(figures), grammar_(grammar), reader_(reader) {}

const Comparison& Binder::comparison(const NamedFigure& named) {
  std::string key = fmt::format("{} {} {}", named.index, named.area, named.choice);
  if (named.period) key += "@" + named.period->name();
  const auto found = made_.find(key);
  if (found != made_.end()) return found->second;
  return made_.emplace(key, compare(card_, figures_, named.index, named.area, named.choice, named.period)).first->second;
}

Bound Binder::value(const NamedFigure& named, const Figure* figure, const std::string& name) const {
  Bound bound;
  bound.known = figure && figure->known && !figure->hidden;
  bound.figure = name;
  bound.text = Sentence::linked(said_or_why(grammar_.phrases(), figures_, *named.measure, figure), name);
  return bound;
}

// A figure beside the main one: how many are late, of how many it is.
Bound Binder::beside(const NamedFigure& named, Side side, const std::string& name) const {
  const Figure* figure = named.figure;
  if (side == Side::n && !(figure && figure->known) && named.period) {
    const Cube* main = figures_.cube(named.index);
    const Figure* of = main ? main->find(named.area, named.choice, *named.period) : nullptr;
    if (of && of->known && of->has_counts && !of->hidden) return count(of->denominator, name);
  }
  if (!figure || !figure->known || figure->hidden) return value(named, figure, name);
  Bound bound;
  bound.figure = name;
  bound.text = Sentence::linked(said_value(*named.measure, figures_, *figure, side), name);
  return bound;
}

Bound Binder::count(std::int64_t n, const std::string& name) const {
  Bound bound;
  bound.figure = name;
  bound.text = Sentence::linked(Decimal{n, 0}.said(), name);
  return bound;
}

std::optional<Bound> Binder::of_rival(const NamedFigure& named, const std::string& name, const std::optional<Change>& change, std::string_view word) {
  if (word == "period") return plain(change ? bare_period(change->from) : std::string{});
  if (word.empty()) return value(named, change ? change->before : nullptr, name);
  if (word != "change") return {};
  Bound bound;
  bound.figure = name;
  bound.known = change && change->known;
  const Comparison& about = comparison(named);
  const std::string text = change ? grammar_.change(card_, figures_, about, *change).text
                                  : grammar_.phrases().say("cannot.changed", {{"reason", std::string(cannot_words(Cannot::one_figure))}}).text;
  bound.text = Sentence::linked(text, name);
  return bound;
}

std::optional<Bound> Binder::of_target(const NamedFigure& named, const std::string& name, std::string_view word) {
  const Comparison& about = comparison(named);
  if (!word.empty() && word != "gap" && word != "change" && word != "period") return {};
  if (about.targets.empty()) return plain({});
  const Change& target = about.targets.front();
  if (word == "period") return plain(bare_period(target.from));
  Bound bound;
  bound.figure = name;
  if (word.empty()) {
    bound.text = Sentence::linked(said_target(figures_, *named.measure, target.target), name);
  } else {
    bound.known = target.known;
    bound.text = Sentence::linked(grammar_.change(card_, figures_, about, target).text, name);
  }
  return bound;
}

std::optional<Bound> Binder::of_gap(const NamedFigure& named, const std::string& name, const Gap& gap, std::string_view word) {
  if (word == "period") return plain(bare_period(gap.theirs_period));
  if (word.empty()) {
    Bound bound = value(named, gap.theirs, name);
    // Another period than the one that is shown is named beside the value.
    if (bound.known && named.period && gap.theirs_period != *named.period) {
      const Sentence then = when(grammar_.phrases(), card_, gap.theirs_period);
      bound.text.append(Sentence(then.empty() ? ", " + Period{}.said() : " " + then.text));
    }
    return bound;
  }
  const Comparison& about = comparison(named);
  const Speech speech(grammar_.phrases(), card_, figures_, about);
  Bound bound;
  bound.figure = name;
  if (word == "gap") {
    bound.known = gap_can_be_said(speech, gap);
    bound.text = Sentence::linked(gap_text(speech, gap).text, name);
  } else if (word == "trend") {
    bound.text = Sentence::linked(trend_text(speech, gap).text, name);
    bound.known = !bound.text.empty();
  } else {
    return {};
  }
  return bound;
}

std::optional<Bound> Binder::of_words(const NamedFigure& named, const std::string& name, Side side) {
  const std::string first = named.words.empty() ? std::string{} : named.words.front();
  const std::string second = named.words.size() > 1 ? named.words[1] : std::string{};
  if (named.words.size() > 2) return {};
  const Figure* figure = named.figure;
  if (side != Side::main && first.empty()) return beside(named, side, name);
  if (first.empty()) return value(named, figure, name);
  if (first == "period") return plain(named.period ? bare_period(*named.period) : std::string{});
  if (first == "title") return plain(named.measure->title);
  if (first == "limit" && second.empty()) return limit(named, name);
  const Comparison& about = comparison(named);
  if (first == "change") {
    if (second.empty() || second == "previous") return of_rival(named, name, about.previous, "change");
    if (second == "year-ago") return of_rival(named, name, about.year_ago, "change");
    if (second == "baseline") return of_rival(named, name, about.baseline, "change");
    return {};
  }
  if (first == "previous") return of_rival(named, name, about.previous, second);
  if (first == "year-ago") return of_rival(named, name, about.year_ago, second);
  if (first == "baseline") return of_rival(named, name, about.baseline, second);
  if (first == "target") return of_target(named, name, second);
  if (first == "gap" && second.empty()) return about.gaps.empty() ? plain({}) : of_gap(named, name, about.gaps.front(), "gap");
  for (const Gap& gap : about.gaps) {
    if (slug(gap.comparator) == slug(first) || slug(gap.said) == slug(first)) return of_gap(named, name, gap, second);
  }
  // Nothing is known to compare, but the name is right.
  for (const std::string& comparator : card_.against) {
    if (slug(comparator) == slug(first) && (second.empty() || second == "gap" || second == "trend" || second == "period")) return plain({});
  }
  if (!second.empty()) return {};
  Bound bound;
  bound.figure = name;
  bound.known = named.known() && !named.figure->hidden;
  if (first == "sentence") {
    bound.text = grammar_.whole(card_, figures_, about);
  } else if (first == "finding") {
    bound.text = grammar_.finding(card_, figures_, about);
  } else if (first == "direction") {
    if (!about.previous) return plain(grammar_.phrase("mark.cannot-say"));
    const DirectionWords mark = grammar_.direction(card_, figures_, about, *about.previous);
    bound.text = Sentence(mark.rest.empty() ? mark.lead : mark.lead + ": " + mark.rest);
  } else if (first == "numerator" || first == "denominator") {
    if (!bound.known || !figure->has_counts) return plain({});
    return count(first == "numerator" ? figure->numerator : figure->denominator, name);
  } else if (first == "rank") {
    if (!about.rank) return plain({});
    bound.text = grammar_.phrases().say(about.rank->tied ? "rank.joint" : "rank.one", {{"rank", std::to_string(about.rank->rank)}, {"of", std::to_string(about.rank->of)}});
  } else if (first == "band") {
    return plain(about.band ? about.band->name : std::string{});
  } else if (first == "published") {
    return value(named, about.published_beside, name);
  } else {
    return {};
  }
  return bound;
}

// "10 working days", as in force at the end of the period.
std::optional<Bound> Binder::limit(const NamedFigure& named, const std::string& name) const {
  if (!named.measure->limit) return {};
  const Limit& of = *named.measure->limit;
  const Date day = named.period && named.period->kind != PeriodKind::not_given ? named.period->last() : card_.period.last();
  for (const Limit::Dated& dated : of.amounts) {
    if ((dated.from && day < *dated.from) || (dated.to && *dated.to < day)) continue;
    static constexpr std::string_view keys[] = {"limit.working-days", "limit.days", "limit.weeks", "limit.months", "limit.hours"};
    Bound bound;
    bound.figure = name;
    bound.text = Sentence::linked(grammar_.phrases().say(keys[static_cast<std::size_t>(of.unit)], {{"amount", std::to_string(dated.amount)}}).text, name);
    return bound;
  }
  return plain({});
}

std::vector<std::string> Binder::words() const {
  std::vector<std::string> words{"change", "previous", "year-ago", "baseline", "target", "gap", "period", "sentence", "finding", "direction", "title",
                                 "numerator", "denominator", "n", "late", "median", "open", "overdue", "entities", "unjudged", "rank", "band", "published", "limit"};
  for (const std::string& comparator : card_.against) words.push_back(slug(comparator));
  return words;
}

std::optional<Bound> Binder::of_card(std::string_view word) const {
  if (word == "period") return plain(bare_period(card_.period));
  if (word == "area") return plain(card_.area < card_.areas.all.size() ? card_.areas.all[card_.area].name : std::string{});
  if (word == "title") return plain(card_.title);
  if (word == "publisher") return plain(card_.publisher);
  if (word == "as-at") return plain((card_.as_at ? *card_.as_at : card_.period.last()).said());
  if (word == "baseline") {
    if (!card_.baseline) return plain({});
    const auto period = read_period(PeriodKind::not_given, *card_.baseline);
    return plain(period ? bare_period(*period) : *card_.baseline);
  }
  return {};
}

bool Binder::may_be_read(const NamedFigure& named, std::string_view written, const Source& source, std::size_t offset, Problems& problems) const {
  const Audience needed = named.measure->audience;
  if (is_shown_to(reader_, needed)) return true;
  problems.error("binding-not-public", source.at(offset, written.size()),
                 fmt::format("The measure {} is for {}, and these words are for {}.", in_quotes(named.measure->id), audience_said(needed), audience_said(reader_)),
                 fmt::format("leave the figure out, or put the words on a page with audience = {}", in_quotes(audience_word(needed))));
  return false;
}

std::optional<Bound> Binder::of_measure(const FigureName& name, std::string_view written, const Source& source, std::size_t offset, Problems& problems) {
  const Place place = source.at(offset, written.size());
  std::string why, remedy;
  const auto named = find_figure(card_, figures_, name, why, remedy);
  if (!named) {
    if (!card_.is_unread(name.measure)) problems.error("binding-unknown", place, why, remedy);
    return {};
  }
  if (!may_be_read(*named, written, source, offset, problems)) return {};
  if (auto bound = of_words(*named, name.text(), side_of(name, *named))) {
    if (card_.is_unread(name.measure)) bound->known = true;  // why there is no value is said already
    return bound;
  }
  const std::string unread = named->words.empty() ? std::string{} : join(named->words, ".");
  problems.error("binding-unknown", place, fmt::format("{} is nothing that a figure says.", in_quotes(unread)),
                 known_are(named->words.empty() ? std::string{} : named->words.front(), words(), "write the figure alone"));
  return {};
}

std::optional<Bound> Binder::of_claim(std::string_view written, const Source& source, std::size_t offset, Problems& problems) {
  const std::size_t colon = written.find(": ");
  if (colon == std::string_view::npos) {
    problems.error("binding-syntax", source.at(offset, written.size()), "It is not said which figure the sentence is about.", "write {claim gcse: Up 5.9 points on the year before}");
    return {};
  }
  const std::string_view name = trim(written.substr(6, colon - 6)), rest = written.substr(colon + 2), text = trim(rest);
  std::string why, remedy;
  const auto about = find_figure(card_, figures_, name, why, remedy);
  if (!about) {
    problems.error("claim-unknown", source.at(offset, colon), why, remedy);
    return {};
  }
  if (!may_be_read(*about, written.substr(0, colon), source, offset, problems)) return {};
  const SentenceVerdict tested = test_sentence(card_, figures_, *about, text);
  if (tested.verdict != Verdict::holds) {
    const std::size_t from = offset + static_cast<std::size_t>(text.data() - written.data()) + tested.from;
    problems.error("claim-false", source.at(from, std::max<std::size_t>(1, tested.to - tested.from)), fmt::format("The sentence does not hold: {}.", tested.reason),
                   "correct the sentence, or the figures that it is about");
  }
  Bound bound;
  bound.text = Sentence(text);
  std::replace(bound.text.text.begin(), bound.text.text.end(), '\n', ' ');
  bound.figure = std::string(name);
  return bound;
}

std::optional<Bound> Binder::bind(std::string_view written, const Source& source, std::size_t offset, Problems& problems) {
  if (written.substr(0, 6) == "claim ") return of_claim(written, source, offset, problems);
  const Place place = source.at(offset, std::max<std::size_t>(written.size(), 1));
  if (written.substr(0, 5) == "card.") {
    if (auto bound = of_card(written.substr(5))) return bound;
    problems.error("binding-unknown", place, fmt::format("A card has no {} to print.", in_quotes(written.substr(5))),
                   known_are(written.substr(5), {std::begin(card_words), std::end(card_words)}, ""));
    return {};
  }
  const auto name = parse_figure_name(period_first(written));
  if (!name) {
    problems.error("binding-syntax", place, fmt::format("{} is not the name of a figure.", in_quotes(written)),
                   "write {gcse}, {gcse.change}, {complaints[stage-2]@2010/11}; to print a brace write \\{");
    return {};
  }
  if (!name->words.empty() && name->words.front().substr(0, 5) == "count") return of_register(*name, written, source, offset, problems);
  return of_measure(*name, written, source, offset, problems);
}

std::optional<Bound> Binder::of_register(const FigureName& name, std::string_view written, const Source& source, std::size_t offset, Problems& problems) {
  const Place place = source.at(offset, written.size());
  const auto found = card_.registers.find(name.measure);
  if (found == card_.registers.end()) {
    std::vector<std::string> known;
    for (const auto& [id, one] : card_.registers) {
      if (one.row != RowKind::case_ && one.row != RowKind::person) known.push_back(id);
    }
    problems.error("binding-unknown", place, fmt::format("There is no register {} in this card.", in_quotes(name.measure)),
                   known_are(name.measure, known, "put its rows in data/"));
    return {};
  }
  const Register& rows_of = found->second;
  if (rows_of.row == RowKind::case_ || rows_of.row == RowKind::person) {
    problems.error("binding-not-public", place, fmt::format("The rows of {} are about people, so prose does not count them.", in_quotes(rows_of.id)),
                   "define a measure: it keeps the rule for small numbers");
    return {};
  }
  const std::string& word = name.words.front();
  const std::size_t open = word.find('(');
  Condition condition;
  if (open != std::string::npos) {
    const std::string_view text = std::string_view(word).substr(open + 1, word.size() - open - 2);
    const std::size_t within = written.find(text);
    const auto parsed = parse_condition(text, rows_of, card_, source.at(offset + (within == std::string_view::npos ? 0 : within), text.size()), problems, card_.period.kind);
    if (!parsed) return {};
    condition = *parsed;
  }
  for (const ConditionNode& node : condition.nodes) {
    const ColumnDefinition* column = node.path.column < 0 ? nullptr : &rows_of.columns[static_cast<std::size_t>(node.path.column)];
    const auto through = card_.registers.find(node.path.through);
    if (!node.path.through.empty() && through != card_.registers.end() && node.path.linked_column >= 0) {
      if (through->second.row == RowKind::case_ || through->second.row == RowKind::person) column = nullptr;
      const ColumnDefinition& last = through->second.columns[static_cast<std::size_t>(node.path.linked_column)];
      if (!is_shown_to(reader_, last.audience)) column = &last;
    }
    if (column && !is_shown_to(reader_, column->audience)) {
      problems.error("binding-not-public", place, fmt::format("The column {} is for {}, and these words are for {}.", in_quotes(column->name), audience_said(column->audience), audience_said(reader_)),
                     fmt::format("count by columns for {}, or define a measure", audience_said(reader_)));
      return {};
    }
  }
  const Records* records = card_.find_records(rows_of.id);
  std::int64_t n = 0;
  for (std::size_t row = 0; records && row < records->rows; ++row) {
    // What these readers see listed is what is counted for them; a row that is listed to nobody counts by its rule alone.
    if (rows_of.row == RowKind::thing && !is_shown_to(reader_, audience_of_row(card_, *records, row))) continue;
    if (condition.every_row() || meets(card_, *records, row, condition)) ++n;
  }
  return count(n, name.text());
}

}  // namespace reportcard
