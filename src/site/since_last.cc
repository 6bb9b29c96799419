// SPDX-License-Identifier: MIT
#include "site/since_last.h"

#include "site/components.h"

namespace reportcard {

namespace {

// A figure that moved on and is the same is told on the page of changes alone.
bool stands_still(const EditionChange& change) { return change.kind == EditionChangeKind::moved && change.change && change.change->known && change.change->way == 0; }

}  // namespace

void since_last_edition(Page& page) {
  const std::vector<EditionChanges>* history = page.view.history();
  if (history == nullptr || !history->back().before) {
    paragraph(page, "No earlier edition is kept here, so there is nothing to compare with. A figure that changes is to be listed here with its old value and the reason.");
    return;
  }
  const EditionChanges& last = history->back();
  paragraph(page, last.now->title + " against " + last.before->title + ", worked out from the figures that each edition kept:");
  Html list;
  for (const EditionChange& change : last.all) {
    if (!stands_still(change)) list.element("li", page.view.line(change).said);
  }
  if (list.is_empty()) paragraph(page, "No figure changed beyond rounding.");
  else page.h.add("<ul>\n").add(list).add("</ul>\n");
  page.h.add("<p><a href=\"changes.html\">All that changed since the last edition</a></p>\n");
}

}  // namespace reportcard
