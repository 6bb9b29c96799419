// SPDX-License-Identifier: MIT
// One file of prose: marks taken out, Markdown parsed, numbers classed.
#include "words/prose.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/card.h"
#include "words/cell_prose.h"
#include "words/numbers.h"
#include "words/prose_tree.h"

namespace reportcard {
namespace {

// "outcomes" of "words/outcomes.md".
std::string_view bare_name(std::string_view file) {
  if (file.substr(0, 6) == "words/") file.remove_prefix(6);
  if (file.size() > 3 && file.substr(file.size() - 3) == ".md") file.remove_suffix(3);
  return file;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class NumberClasser {
 public:
  // `cell`: the text is that of a cell, and its places are places of the table's file; null for a file of its own.
  NumberClasser(const Source& source, const Place* cell, const Grammar& grammar, Problems& problems)
      : source_(source), cell_(cell), grammar_(grammar), problems_(problems) {}

  void look(const Run& run, std::vector<ProseNumber>& numbers) const {
    for (const FoundNumber& found : grammar_.numbers().find(run.text)) {
      ProseNumber number;
      number.text = run.text.substr(found.begin, found.end - found.begin);
      const Run::Piece* piece = piece_at(run, digits_of(run.text, found));
      number.place = place(run, found, piece);
      if (cell_) number.place = place_in_cell(*cell_, source_.text, number.place);
      if (!found.why.empty()) {
        number.kind = NumberClass::not_a_figure;
        number.why = found.why;
      } else if (piece && piece->mark && found.begin >= piece->begin && found.end <= piece->end) {
        number.kind = piece->mark->what == Mark::What::as_written ? NumberClass::sourced : NumberClass::bound;
        number.why = piece->mark->what == Mark::What::as_written ? piece->mark->source : piece->mark->figure;
      } else if (const TestedClaim* claim = grammar_.tested(number.place.file, number.place.line, core_of(run.text, found))) {
        number.kind = NumberClass::tested;
        number.why = claim->says;
      } else {
        number.kind = NumberClass::loose;
        loose(number, piece && piece->mark);
      }
      numbers.push_back(std::move(number));
    }
  }

 private:
  // The digits alone, as a claim writes them.
  static std::string_view core_of(std::string_view text, const FoundNumber& found) {
    const std::size_t from = digits_of(text, found);
    std::size_t to = from;
    while (to < found.end && (is_digit(text[to]) || text[to] == ',' || text[to] == '.')) ++to;
    return to > from ? text.substr(from, to - from) : text.substr(found.begin, found.end - found.begin);
  }

  static std::size_t digits_of(std::string_view text, const FoundNumber& found) {
    std::size_t at = found.begin;
    while (at < found.end && !is_digit(text[at]) && !(text[at] >= 'a' && text[at] <= 'z') && !(text[at] >= 'A' && text[at] <= 'Z')) ++at;
    return at < found.end ? at : found.begin;
  }

  static const Run::Piece* piece_at(const Run& run, std::size_t at) {
    const auto next = std::upper_bound(run.pieces.begin(), run.pieces.end(), at, [](std::size_t value, const Run::Piece& piece) { return value < piece.begin; });
    return next == run.pieces.begin() ? nullptr : &*std::prev(next);
  }

  Place place(const Run& run, const FoundNumber& found, const Run::Piece* piece) const {
    if (!piece) return source_.at(0);
    if (piece->mark) return source_.at(piece->mark->begin, piece->mark->end - piece->mark->begin);
    const Run::Piece* first = piece_at(run, found.begin);
    if (!first || first->mark) return source_.at(piece->offset);
    const std::size_t from = first->offset + (found.begin - first->begin);
    const Run::Piece* last = piece_at(run, found.end - 1);
    const std::size_t to = last && !last->mark ? last->offset + (found.end - last->begin) : from + 1;
    return source_.at(from, to > from ? to - from : 1);
  }

  void loose(const ProseNumber& number, bool partly_bound) const {
    if (partly_bound) {
      problems_.warning("number-loose", number.place, fmt::format("“{}” is bound in part and typed in part.", number.text),
                        "the binding prints sign and unit by itself: take away what is typed around it");
      return;
    }
    problems_.warning("number-loose", number.place, fmt::format("“{}” is typed by hand, and nothing tests it.", number.text),
                      fmt::format("bind it to its figure, or give its source: {{as written: {} | where it is printed}}", number.text));
  }

  const Source& source_;
  const Place* cell_;
  const Grammar& grammar_;
  Problems& problems_;
};

// Marks taken out, Markdown parsed, numbers classed.
void read_text(const Card& card, const Figures& figures, const Grammar& grammar, const Source& source, const Place* cell, Prose& prose, Problems& problems) {
  Binder binder(card, figures, grammar, prose.audience);
  Problems of_text;
  const Marked marked = mark_prose(source, binder, of_text);
  ProseTree tree = read_tree(source, marked, of_text);
  for (Problem problem : of_text.all()) {
    if (cell) problem.place = place_in_cell(*cell, source.text, problem.place);
    problems.add(std::move(problem));
  }
  const NumberClasser classer(source, cell, grammar, problems);
  for (const Run& run : tree.runs) classer.look(run, prose.numbers);
  prose.root = std::move(tree.root);
}

}  // namespace

Prose read_prose(const Card& card, const Figures& figures, const Grammar& grammar, const std::string& file, Problems& problems) {
  const std::string bare(bare_name(file));
  Source source{"words/" + bare + ".md", {}};
  Prose prose;
  auto found = card.words.find(bare);
  if (found == card.words.end()) found = card.words.find(source.name);
  if (found != card.words.end()) {
    source.text = found->second;
  } else if (const auto built_in = library_file(source.name)) {
    source.name = "library/" + source.name;
    source.text = *built_in;
  } else {
    problems.error("file-missing", Place{source.name, 0, 0, 0, {}, {}, 1}, fmt::format("There is no file {}.", source.name), "write it in words/");
    return prose;
  }
  prose.audience = audience_of_words(card, bare);
  read_text(card, figures, grammar, source, nullptr, prose, problems);
  return prose;
}

Prose read_cell(const Card& card, const Figures& figures, const Grammar& grammar, const std::string& text, const Place& cell, Audience reader,
                Problems& problems) {
  Prose prose;
  prose.audience = reader;
  read_text(card, figures, grammar, Source{cell.file, text}, &cell, prose, problems);
  return prose;
}

std::string plain_text(const ProseNode& node) {
  std::string text = node.text;
  if (node.kind == ProseKind::line_break) return " ";
  for (const ProseNode& child : node.children) {
    const bool block = child.kind < ProseKind::text && !text.empty() && text.back() != ' ';
    if (block) text += ' ';
    text += plain_text(child);
  }
  return text;
}

}  // namespace reportcard
