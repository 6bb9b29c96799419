// SPDX-License-Identifier: MIT
// What changed since the last edition: corrections first, then figures of the past that changed, then what moved, then
// what came, went or is counted another way. In words, each with what it was; never a number of changes.
#include "site/components.h"
#include "site/pages.h"

namespace reportcard {

namespace {

constexpr EditionChangeKind kinds[] = {EditionChangeKind::correction, EditionChangeKind::revised, EditionChangeKind::moved,
                                       EditionChangeKind::added, EditionChangeKind::withdrawn, EditionChangeKind::definition};
constexpr std::string_view ids[] = {"corrected", "revised", "moved", "added", "withdrawn", "defined"};

void about_kind(Page& page, EditionChangeKind kind) {
  switch (kind) {
    case EditionChangeKind::correction: paragraph(page, "Figures of an earlier edition that were wrong."); break;
    case EditionChangeKind::revised: paragraph(page, "Figures of an earlier period that have another value now, with the reason."); break;
    case EditionChangeKind::moved: paragraph(page, "The last figure of then and that of now, each with its date."); break;
    case EditionChangeKind::added:
    case EditionChangeKind::withdrawn: break;
    case EditionChangeKind::definition: paragraph(page, "What is counted, or how it is judged, has changed."); break;
  }
}

void name_cell(Page& page, const EditionLine& line, const EditionChange& change) {
  const PublicMeasure* m = page.view.measure(change.measure);
  page.h.add("<th scope=\"row\">");
  const std::string& name = line.part.empty() ? line.title : line.part;
  if (m != nullptr) page.h.add("<a href=\"").text(address(*m, change.choice)).add("\">").text(name).add("</a>");
  else page.h.text(name);
  if (!line.part.empty()) page.h.add("<span class=\"small soft line\">").text(line.title).add("</span>");
  page.h.add("</th>");
}

void value_cell(Page& page, std::string_view lead, const std::string& value, const std::string& when) {
  page.h.add("<td class=\"v\"><span class=\"lab soft\">").text(lead).add(": </span>");
  if (value.empty()) none(page, "not given");
  else page.h.text(value);
  if (!when.empty()) page.h.add("<span>").text(when).add("</span>");
  page.h.add("</td>");
}

void moved(Page& page, const EditionChanges& changes) {
  open_rows(page, "chg", "Figures that moved on, with what they were", {"Figure", "Then", "Now", "Change"});
  for (const EditionChange& change : changes.all) {
    if (change.kind != EditionChangeKind::moved) continue;
    const EditionLine line = page.view.line(change);
    page.h.add("<tr>");
    name_cell(page, line, change);
    value_cell(page, "Then", line.then, line.then_when);
    value_cell(page, "Now", line.now, line.now_when);
    page.h.add("<td class=\"wide\">");
    if (line.direction) direction(page, *line.direction);
    else none(page, "not compared");
    for (const std::string& why : page.view.reasons(change)) page.h.element("span", why, {{"class", "small line"}});
    page.h.add("</td></tr>\n");
  }
  close_rows(page);
}

void lines(Page& page, const EditionChanges& changes, EditionChangeKind kind) {
  page.h.add("<ul>\n");
  for (const EditionChange& change : changes.all) {
    if (change.kind == kind) page.h.element("li", page.view.line(change).said);
  }
  page.h.add("</ul>\n");
}

void earlier(Page& page, const std::vector<EditionChanges>& all) {
  if (all.size() < 2) return;
  open_section(page, "earlier", "Earlier editions");
  for (auto one = all.rbegin() + 1; one != all.rend(); ++one) {
    page.h.add("<details><summary>").text(one->now->title);
    if (one->before) page.h.add(" against ").text(one->before->title);
    page.h.add("</summary>\n");
    if (!one->before) paragraph(page, "The first edition that is kept: nothing to compare with.");
    else if (one->all.empty()) paragraph(page, "No figure changed.");
    for (std::size_t k = 0; k < std::size(kinds); ++k) {
      if (!one->any(kinds[k])) continue;
      page.h.add("<p><b>").text(page.view.heading(kinds[k])).add("</b></p>");
      lines(page, *one, kinds[k]);
    }
    page.h.add("</details>\n");
  }
  close_section(page);
}

}  // namespace

std::string changes_page(const View& view) {
  const std::vector<EditionChanges>& all = *view.history();
  const EditionChanges& last = all.back();
  const std::string title = last.before ? "What changed: " + last.now->title + " against " + last.before->title : "What changed: " + last.now->title + " is the first edition";
  Page page = begin_page(view, {"changes.html", title, "What changed since the last edition: corrections, revised figures, figures that moved on, what was added or taken out.", "changes", "changes.html", false, false, {}});
  open_pair(page);
  heading(page, 1, title);
  page.h.add("<p class=\"lede\">");
  if (!last.before) page.h.text("No earlier edition is kept, so there is nothing to compare with yet.");
  else if (last.all.empty()) page.h.text("No figure changed.");
  else page.h.text("Each change stands here with what was published before. Mistakes stand first.");
  page.h.add("</p>\n");
  to_margin(page);
  margin(page, "Compared with", "The last earlier edition of the same kind that the same readers could see.");
  margin(page, "Nothing is counted up", "Many small changes say nothing about a large one.");
  page.h.add("<p><b>To follow it</b><br><a href=\"changes.atom\" type=\"application/atom+xml\">Changes as a feed (Atom)</a></p>\n");
  close_pair(page);
  for (std::size_t k = 0; k < std::size(kinds); ++k) {
    if (!last.any(kinds[k])) continue;
    open_section(page, ids[k], view.heading(kinds[k]));
    about_kind(page, kinds[k]);
    if (kinds[k] == EditionChangeKind::moved) moved(page, last);
    else lines(page, last, kinds[k]);
    close_section(page);
  }
  earlier(page, all);
  return end_page(page);
}

}  // namespace reportcard
