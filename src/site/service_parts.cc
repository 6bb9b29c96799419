// SPDX-License-Identifier: MIT
#include "site/service_parts.h"

#include <algorithm>
#include <string>

#include "site/parts_of_page.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

// Whom to ask for a service, with the number itself: nobody should have to look for it on another page.
void how_to_reach(Page& page, const PublicRegister& of, std::size_t row) {
  const int at = of.find("contact");
  const PublicRegister* contacts = page.view.find("contacts");
  if (at < 0 || contacts == nullptr) return;
  Html& h = page.h;
  for (const std::string& id : of.links(row, at)) {
    const auto contact = contacts->row_with_id(id);
    if (!contact) continue;
    h.add("<br><span class=\"small\">").text(contacts->said(*contact, contacts->main_column()));
    bool first = true;
    for (const char* column : {"telephone", "text_number", "email", "hours"}) {
      const int where = contacts->find(column);
      if (where < 0 || contacts->said(*contact, where).empty()) continue;
      h.add(first ? Markup(": ") : Markup(", "));
      cell(page, *contacts, *contact, where);
      first = false;
    }
    h.add("</span>");
  }
}

void service(Page& page, const PublicRegister& of, std::size_t row) {
  Html& h = page.h;
  h.add("<li");
  if (const std::string anchor = of.anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
  h.add("><b>").text(of.said(row, of.main_column())).add("</b>");
  if (const std::string what = of.said(row, "what"); !what.empty()) h.add("<br>").text(what);
  if (const std::string state = of.text(row, "state"); state == "changing" || state == "ended") h.add(" <b>").text(capital(state)).add(".</b>");
  if (of.find("provider") >= 0 && !of.text(row, "provider").empty()) {
    h.add("<br><span class=\"small\">Run by ");
    linked_rows(page, of, row, "provider");
    h.add("</span>");
  }
  how_to_reach(page, of, row);
  if (const std::string note = of.said(row, "note"); !note.empty()) h.add("<br><span class=\"small soft\">").text(note).add("</span>");
  h.add("</li>\n");
}

}  // namespace

void service_groups(Page& page, int level) {
  const PublicRegister* of = page.view.find("services");
  if (of == nullptr) return;
  if (of->rows() == 0) {
    page.h.add("<p class=\"none\">").text(of->empty_sentence()).add("</p>\n");
    return;
  }
  std::vector<std::string> groups;
  for (std::size_t row = 0; row < of->rows(); ++row) {
    const std::string group = of->text(row, "group");
    if (std::find(groups.begin(), groups.end(), group) == groups.end()) groups.push_back(group);
  }
  page.h.add("<div class=\"multi\">\n");
  for (const std::string& group : groups) {
    page.h.add("<div>");
    heading(page, level, group.empty() ? std::string_view("Other services") : std::string_view(group));
    page.h.add("<ul class=\"plainlist spaced\">\n");
    for (std::size_t row = 0; row < of->rows(); ++row) {
      if (of->text(row, "group") == group) service(page, *of, row);
    }
    page.h.add("</ul></div>\n");
  }
  page.h.add("</div>\n");
}

void need_levels(Page& page, int level) {
  const PublicRegister* of = page.view.find("need-levels");
  if (of == nullptr || of->rows() == 0) return;
  Html& h = page.h;
  h.add("<ol class=\"levels\">\n");
  for (std::size_t row = 0; row < of->rows(); ++row) {
    h.add("<li");
    if (const std::string anchor = of->anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
    h.add(">");
    heading(page, level, of->said(row, of->main_column()));
    const auto line = [&](std::string_view lead, std::string_view column) {
      const std::string words = of->said(row, column);
      if (!words.empty()) h.add("<p><b>").text(lead).add(":</b> ").text(words).add("</p>");
    };
    line("When", "when");
    line("Who helps", "who_helps");
    line("How to ask", "how_to_ask");
    h.add("</li>\n");
  }
  h.add("</ol>\n");
  std::vector<std::string> notes;
  for (std::size_t row = 0; row < of->rows(); ++row) {
    const std::string note = of->said(row, "note");
    if (!note.empty() && std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
  }
  for (const std::string& note : notes) quiet(page, note);
}

void numbers_to_ring(Page& page, const std::vector<std::size_t>& rows, bool anchors) {
  const PublicRegister* of = page.view.find("contacts");
  if (of == nullptr || rows.empty()) return;
  Html& h = page.h;
  h.add("<ul class=\"numbers\">\n");
  for (const std::size_t row : rows) {
    h.add("<li");
    if (const std::string anchor = of->anchor(row); anchors && !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
    const std::string number = of->text(row, "telephone");
    h.add("><a class=\"big\" href=\"").text(phone_address(number)).add("\">").text(number).add("</a> ").text(of->said(row, of->main_column()));
    std::string more = of->said(row, "for_whom");
    if (!more.empty()) h.add(". ").text(more);
    for (const char* column : {"cost", "hours"}) {
      const std::string words = of->said(row, column);
      if (!words.empty()) h.add(". ").text(capital(words));
    }
    h.add(".");
    if (const std::string text = of->said(row, "text_number"); !text.empty()) h.add(" Text: ").text(text).add(".");
    h.add("</li>\n");
  }
  h.add("</ul>\n");
}

void contact_details(Page& page, std::size_t row) {
  const PublicRegister* of = page.view.find("contacts");
  if (of == nullptr) return;
  Html& h = page.h;
  h.add("<li");
  if (const std::string anchor = of->anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
  h.add("><h3>").text(of->said(row, of->main_column())).add("</h3><dl class=\"meta\">");
  for (const char* column : {"for_whom", "telephone", "text_number", "email", "post", "address", "hours", "cost", "as_of", "checked", "source"}) {
    const int at = of->find(column);
    if (at < 0 || of->said(row, at).empty()) continue;
    h.add("<div><dt>").text(of->column(at).title).add("</dt><dd>");
    cell(page, *of, row, at);
    h.add("</dd></div>");
  }
  h.add("</dl>");
  if (const std::string note = of->said(row, "note"); !note.empty()) h.add("<p class=\"small soft\">").text(note).add("</p>");
  h.add("</li>\n");
}

}  // namespace reportcard
