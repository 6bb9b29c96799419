// SPDX-License-Identifier: MIT
// One dropped file tried as if it lay in data/: what is wrong, the marked copy, the draft. The card folder is only read.
#pragma once
#include <string>

#include "base/files.h"

namespace reportcard {

struct Trial {
  Tree tree;               // problems.html, NAME-marked.xlsx, draft/...
  std::size_t errors = 0;
  std::string said;        // for the log: "nothing is wrong. The draft is made."
};

// `saved`: when the file was last changed, in words, for the page.
Trial try_dropped(const Folder& card, const std::string& name, std::string bytes, const std::string& saved);
// The page alone, where the file could not be tried.
Trial not_tried(const std::string& name, const Problem& problem, const std::string& saved);

}  // namespace reportcard
