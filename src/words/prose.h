// SPDX-License-Identifier: MIT
// Markdown with bindings, as a small tree of our own; raw HTML is text. Every number in it is bound, sourced, tested or loose.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "card/register.h"
#include "engine/compare.h"
#include "words/sentence.h"

namespace reportcard {

enum class ProseKind : std::uint8_t {
  document, heading, paragraph, list, ordered_list, item, quote, code, rule, table, table_row, table_head, table_cell,
  text, strong, emphasis, code_span, link, line_break,
  figure_link,   // text printed for a binding; `target` is the figure's name
};

struct ProseNode {
  ProseKind kind = ProseKind::document;
  std::string text;      // text, code, code_span, figure_link
  std::string target;    // link: address; figure_link: figure name
  int level = 0;         // heading; ordered_list: the first number
  std::vector<ProseNode> children;
};

// bound: printed for a binding; sourced: {as written: ...}; tested: typed by hand, and a claim of statements.toml says it.
enum class NumberClass : std::uint8_t { bound, sourced, loose, not_a_figure, tested };
struct ProseNumber { Place place; std::string text; NumberClass kind; std::string why; };  // why: pattern or figure or source

struct Prose {
  ProseNode root;
  std::vector<ProseNumber> numbers;
  Audience audience = Audience::public_;   // who may read it: the pages that show it say so
};

// `words/NAME.md`; also the name alone. A file that the card does not have is looked for in the library.
// Problems: binding-syntax, binding-unknown (with did-you-mean), binding-not-public, binding-no-value (warning: not inside
// {when}), number-loose (warning), when-unclosed, table-not-a-table (warning), link-unsafe, picture-unread (warning),
// words-too-deep, file-missing.
Prose read_prose(const Card& card, const Figures& figures, const Grammar& grammar, const std::string& file, Problems& problems);
// The text of one cell, read as such a file is. `cell` is its place, and that of all its problems and numbers, as closely as
// the line that is shown there allows.
Prose read_cell(const Card& card, const Figures& figures, const Grammar& grammar, const std::string& text, const Place& cell, Audience reader,
                Problems& problems);
// The plain text of a tree, for tests and page descriptions.
std::string plain_text(const ProseNode& node);

}  // namespace reportcard
