// SPDX-License-Identifier: MIT
// Formulas: figures, numbers, brackets and + - * / with blanks around (ids hold hyphens), into reverse Polish order.
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "card/condition_words.h"
#include "card/known_words.h"
#include "card/names.h"
#include "card/reading.h"

namespace reportcard {
namespace {

constexpr std::size_t longest = 200;

struct Piece {
  std::string_view text;
  std::size_t from;
};

// Parted at blanks and brackets; a choice in [ ] may hold both.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t at = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at;
    } else if (c == '(' || c == ')') {
      pieces.push_back({text.substr(at, 1), at});
      ++at;
    } else {
      const std::size_t from = at;
      bool choice = false;
      while (at < text.size() && (choice || (text[at] != ' ' && text[at] != '\t' && text[at] != '\n' && text[at] != '\r' &&
                                             text[at] != '(' && text[at] != ')'))) {
        if (text[at] == '[') choice = true;
        if (text[at] == ']') choice = false;
        ++at;
      }
      pieces.push_back({text.substr(from, at - from), from});
    }
  }
  return pieces;
}

struct Sign {
  FormulaStep::What what;
  int binds;
};

std::optional<Sign> sign_of(std::string_view text) {
  using What = FormulaStep::What;
  if (text == "+") return Sign{What::plus, 1};
  if (text == "-" || text == "\u2212") return Sign{What::minus, 1};
  if (text == "*" || text == "\u00D7") return Sign{What::times, 2};
  if (text == "/" || text == "\u00F7") return Sign{What::over, 2};
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<FormulaStep>> parse_formula(std::string_view text, const Place& place, Problems& problems) {
  using What = FormulaStep::What;
  const std::vector<Piece> pieces = pieces_of(text);
  auto wrong = [&](const Piece& piece, std::string message, std::string remedy) {
    problems.error("formula-syntax", place_within(place, text, piece.from, piece.from + piece.text.size()), std::move(message),
                   std::move(remedy));
    return std::nullopt;
  };
  if (pieces.empty())
    return wrong({text, 0}, "The formula is empty.", "write for example: formula = \"spending[safeguarding] / spending\"");
  if (pieces.size() > longest)
    return wrong(pieces[longest], fmt::format("The formula has more than {} parts.", longest),
                 "make it of measures that have formulas of their own");

  std::vector<FormulaStep> steps;
  struct Waiting {
    std::optional<Sign> sign;
    Piece piece;
  };  // no sign: an open bracket
  std::vector<Waiting> waiting;
  auto put = [&](const Waiting& w) { steps.push_back({w.sign->what, {}, {}, {}}); };
  bool value_next = true;
  for (const Piece& piece : pieces) {
    const std::optional<Sign> sign = sign_of(piece.text);
    if (value_next) {
      if (piece.text == "(") {
        waiting.push_back({std::nullopt, piece});
        continue;
      }
      if (sign || piece.text == ")")
        return wrong(piece, fmt::format("{} stands where a figure or number is expected.", in_quotes(piece.text)),
                     "write figures and numbers with + - * / between them");
      FormulaStep step{What::figure, {}, {}, {}};
      if (std::optional<Decimal> number = Decimal::parse(piece.text)) {
        step.what = What::number;
        step.number = Ratio::of(*number);
      } else if (std::optional<FigureName> name = parse_figure_name(piece.text);
                 name && name->period.empty() && name->area.empty() && name->words.empty()) {
        step.measure = name->measure;
        step.choice = name->choice;
      } else {
        return wrong(piece, fmt::format("{} is neither a figure nor a number.", in_quotes(piece.text)),
                     "name a measure, or one choice of it: spending[safeguarding]; leave blanks around + - * /");
      }
      steps.push_back(std::move(step));
      value_next = false;
      continue;
    }
    if (piece.text == ")") {
      while (!waiting.empty() && waiting.back().sign) {
        put(waiting.back());
        waiting.pop_back();
      }
      if (waiting.empty()) return wrong(piece, "A bracket is closed that was not opened.", "take it out, or open it before");
      waiting.pop_back();
      continue;
    }
    if (!sign)
      return wrong(piece, fmt::format("{} follows a figure without a sign between.", in_quotes(piece.text)),
                   "write + - * or / between, with blanks around");
    while (!waiting.empty() && waiting.back().sign && waiting.back().sign->binds >= sign->binds) {
      put(waiting.back());
      waiting.pop_back();
    }
    waiting.push_back({sign, piece});
    value_next = true;
  }
  if (value_next) return wrong(pieces.back(), "The formula ends before a figure or number.", "complete it");
  while (!waiting.empty()) {
    if (!waiting.back().sign) return wrong(waiting.back().piece, "A bracket is opened and not closed.", "close it with )");
    put(waiting.back());
    waiting.pop_back();
  }
  return steps;
}

}  // namespace reportcard
