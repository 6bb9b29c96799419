// SPDX-License-Identifier: MIT
// Prose as a page shows it: headings below the page's own, figures linked to their pages, links that lead somewhere safe.
#pragma once
#include "site/frame.h"
#include "words/prose.h"

namespace reportcard {

// `top`: the level that the prose's highest heading gets.
void prose(Page&, const Prose&, int top = 2);
void prose_in_line(Page&, const Prose&);                      // without the <p> of a text of one paragraph
void prose_before_heading(Page&, const Prose&);
void prose_after_heading(Page&, const Prose&, int top = 2);   // from the first heading on

}  // namespace reportcard
