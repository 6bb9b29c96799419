// SPDX-License-Identifier: MIT
// The problems of a card folder as a page: by file, each with its place, the line as typed and the remedy. One form for
// the preview and for what comes back from the share. It travels alone (by mail, on a stick), so its style is inside it.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "card/register.h"
#include "html/html.h"

namespace reportcard {

// What stands around the problems.
struct ProblemsHead {
  std::string title, place;     // of what was looked at ("Harrowmere report card"), and under it where ("on this computer only")
  Audience reader = Audience::public_;   // marks the page, as marking.h does; the preview is for one person and has none
  std::string lede;             // what came of it: "Nothing was overwritten."
  std::vector<std::pair<std::string, std::string>> facts;  // in the margin: "File", "october.xlsx, 41 kB"
  std::vector<std::pair<std::string, std::string>> links;  // address and words
  std::string first_file;       // its problems stand before those of other files
  std::string foot;
};

std::string problems_page(const Problems& problems, const ProblemsHead& head);

// "Five errors stop the build; two warnings and one note do not", "Nothing is wrong".
std::string problems_heading(const Problems& problems);

// The list alone, the worst first, for a panel above another page; at most `shown` of them.
Html problem_items(const std::vector<Problem>& sorted, std::size_t shown);

}  // namespace reportcard
