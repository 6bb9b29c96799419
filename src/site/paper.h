// SPDX-License-Identifier: MIT
// The committee's paper: what needs attention, what the offices that answer for it say, findings and actions, changes.
// Written as plain HTML; Word gets it by pandoc, as a process.
#pragma once
#include <optional>
#include <string>

#include "base/date.h"
#include "base/problem.h"
#include "site/view.h"

namespace reportcard {

// `title` is the edition's: "October 2012". `address`: where the pages are published; "" leaves links out.
std::string committee_paper(const View& view, const std::string& title, const std::string& address);
std::string paper_title(const View& view, const std::string& title);

struct DocxOf {
  std::string html, footer;                // the footer has these words and "Page n of m"
  std::string file;                        // as problems name it
  Date day;                                // of its properties: the same paper gives the same bytes
};
bool has_pandoc();
// Error: paper-not-made.
std::optional<std::string> docx_of(const DocxOf& wanted, Problems& problems);

}  // namespace reportcard
