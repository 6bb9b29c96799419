// SPDX-License-Identifier: MIT
// One dropped file tried as if it lay in data/: what is wrong, the marked copy, the draft. The card folder is only read.
#pragma once
#include <string>

#include "base/date.h"
#include "base/files.h"

namespace reportcard {

struct Trial {
  Tree tree;               // problems.html, NAME-marked.xlsx, draft/...
  std::size_t errors = 0;
  std::string said;        // for the log: "nothing is wrong. The draft is made."
};

// When the file was last changed. A card of editions is tried as the latest whose period had ended by then.
struct Saved { Date day; std::string said; };   // "25 November 2026 at 09:14"
Trial try_dropped(const Folder& card, const std::string& name, std::string bytes, const Saved& saved);
// The page alone, where the file could not be tried.
Trial not_tried(const std::string& name, const Problem& problem, const Saved& saved);

}  // namespace reportcard
