// SPDX-License-Identifier: MIT
// What a reader must not miss: whom to ring, what was found later, what does not add up.
#include <algorithm>
#include <tuple>

#include "site/components.h"
#include "site/made.h"
#include "site/prose_html.h"

namespace reportcard {

std::string phone_address(std::string_view number) {
  std::string address = "tel:";
  for (const char c : number) {
    if ((c >= '0' && c <= '9') || c == '+') address += c;
  }
  return address;
}

void helpline(Page& page, std::size_t row, bool) {
  const PublicRegister* contacts = page.view.find("contacts");
  if (contacts == nullptr) return;
  Html& h = page.h;
  const std::string number = contacts->text(row, "telephone");
  const std::string who = contacts->said(row, contacts->main_column());
  const bool emergency = contacts->text(row, "kind") == "emergency";
  if (emergency) {
    h.add("In danger now");
  } else {
    h.text(who);
    for (const char* more : {"for_whom", "cost", "hours"}) {
      const std::string words = contacts->said(row, more);
      if (!words.empty()) h.add(more[0] == 'f' ? Markup(", for ") : Markup(", ")).text(lower_words(words));
    }
  }
  if (number.empty()) {
    h.add(".");
  } else if (contacts->text(row, "kind") == "historic") {  // of its time: not to be rung
    h.add(": ").text(number).add(".");
  } else {
    h.add(emergency ? Markup(": ring <a href=\"") : Markup(": <a href=\"")).text(phone_address(number)).add("\">").text(number).add("</a>.");
  }
}

void ring_lines(Page& page) {
  page.h.add("<p>");
  for (const std::size_t row : page.view.helplines()) {
    helpline(page, row);
    page.h.add("<br>");
  }
  const PublicPage* help = page.view.page_of_kind("help");
  page.h.add("<a href=\"").text(help == nullptr ? "help.html" : help->file).add("\">More ways to get help</a></p>");
}

void on_time_note(Page& page) {
  page.h.add("<div class=\"note\"><p><b>On time is not the same as safe.</b> These figures say how soon something was done. They do not say whether it helped.</p></div>\n");
}

void found_later_box(Page& page, std::string_view more) {
  const Prose* found = page.view.found_later();
  if (found == nullptr) return;
  page.h.add("<div class=\"note later\">");
  prose_before_heading(page, *found);
  if (!more.empty()) page.h.add("<p><a href=\"").text(more).add("\">What was found later</a></p>");
  page.h.add("</div>\n");
}

void printed_rows(Page& page, const std::vector<Row>& rows) {
  if (rows.empty()) return;
  Html& h = page.h;
  h.add("<ul class=\"items tight printed\">");
  for (const Row& row : rows) {
    const PublicRegister& of = *row.of;
    h.add("<li>").text(of.said(row.row, of.find("subject"))).add(": <b>printed as ").text(of.said(row.row, of.find("printed"))).add("</b>.");
    const std::string reason = of.said(row.row, "reason");
    if (!reason.empty()) h.add(" ").text(reason);
    const std::string source = of.said(row.row, "source");
    if (!source.empty()) h.add(" <span class=\"small soft\">").text(source).add("</span>");
    const std::string to = page.view.figure_address(of.text(row.row, "figure"));
    if (!to.empty() && to.substr(0, to.find('#')) != page.head.file) h.add(" <a class=\"small\" href=\"").text(to).add("\">Our figure</a>");
    h.add("</li>\n");
  }
  h.add("</ul>\n");
}

namespace {

// "Report card 2011/12, line 85", of a document's title and "report-card-2011-12:85".
std::string where_said(const Finding& finding) {
  const std::size_t colon = finding.at.rfind(':');
  const std::string line = colon == std::string::npos ? std::string() : finding.at.substr(colon + 1);
  if (line.empty() || line.find_first_not_of("0123456789") != std::string::npos) {
    return finding.source + (finding.source.empty() || finding.at.empty() ? "" : ", ") + finding.at;
  }
  return (finding.source.empty() ? finding.at.substr(0, colon) : finding.source) + ", line " + line;
}

// A reader knows measures by their titles, not by their ids: "ks2(England)" becomes "“Pupils at level 4 ...” in England".
std::string with_titles(const View& view, std::string_view message) {
  const auto in_id = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  std::string words;
  for (std::size_t at = 0; at < message.size();) {
    std::size_t end = at;
    while (end < message.size() && in_id(message[end])) ++end;
    const bool starts = at == 0 || message[at - 1] == ' ';
    const PublicMeasure* m = end > at && starts ? view.measure(message.substr(at, end - at)) : nullptr;
    if (m == nullptr) {
      end = std::max(end, at + 1);
      words += message.substr(at, end - at);
      at = end;
      continue;
    }
    std::string area, choice;
    for (const auto& [open, close, part] : {std::tuple{'(', ')', &area}, {'[', ']', &choice}}) {
      const std::size_t closed = end < message.size() && message[end] == open ? message.find(close, end) : std::string_view::npos;
      if (closed == std::string_view::npos) continue;
      *part = message.substr(end + 1, closed - end - 1);
      end = closed + 1;
    }
    words += "“" + m->title() + (choice.empty() ? "" : ": " + part_title(*m, choice)) + "”" + (area.empty() ? "" : " in " + area);
    at = end;
  }
  return words;
}

}  // namespace

void findings_list(Page& page, const std::vector<const Finding*>& findings, int) {
  if (findings.empty()) return;
  Html& h = page.h;
  h.add("<ul class=\"items tight\">");
  for (const Finding* finding : findings) {
    h.add("<li><p>").text(with_titles(page.view, finding->message)).add("</p>");
    if (!finding->sum.empty()) h.add("<p class=\"code\">").text(with_titles(page.view, finding->sum)).add("</p>");
    if (!finding->explains.empty()) h.add("<p><b>Answer given:</b> ").text(finding->explains).add("</p>");
    const std::string where = where_said(*finding);
    const std::string to = page.view.figure_address(finding->figure);
    const bool elsewhere = !to.empty() && to.substr(0, to.find('#')) != page.head.file;
    if (!where.empty() || elsewhere) {
      h.add("<p class=\"small soft\">").text(where);
      if (elsewhere) h.add(where.empty() ? Markup("<a href=\"") : Markup(". <a href=\"")).text(to).add("\">The figure</a>");
      h.add("</p>");
    }
    h.add("</li>\n");
  }
  h.add("</ul>\n");
}

}  // namespace reportcard
