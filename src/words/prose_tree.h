// SPDX-License-Identifier: MIT
// Markdown parsed into our tree. Beside the tree come the runs of text, block by block, in which numbers are looked for.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "words/prose.h"
#include "words/prose_marks.h"

namespace reportcard {

// The text of one paragraph, heading or cell as it is printed, and where each piece of it was typed.
struct Run {
  struct Piece { std::size_t begin, end, offset; const Mark* mark; };   // bytes of the text; offset into the source
  std::string text;
  std::vector<Piece> pieces;
};

struct ProseTree {
  ProseNode root;
  std::vector<Run> runs;
};

// Problems: table-not-a-table, link-unsafe, picture-unread, words-too-deep, binding-syntax (in an address).
ProseTree read_tree(const Source& source, const Marked& marked, Problems& problems);

}  // namespace reportcard
