// SPDX-License-Identifier: MIT
// Contact, accessibility and privacy: what the law asks a public site to say. What a person must sign is not made up here.
#include <algorithm>

#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/prose_html.h"
#include "site/service_parts.h"

namespace reportcard {

namespace {

void contact_line(Page& page, std::string_view name, const std::string& words, const std::string& address) {
  if (words.empty()) return;
  page.h.add("<div><dt>").text(name).add("</dt><dd>");
  if (address.empty()) page.h.text(words);
  else page.h.add("<a href=\"").text(address).add("\">").text(words).add("</a>");
  page.h.add("</dd></div>");
}

void own_contact(Page& page) {
  const CardContact& to = page.view.contact();
  Html& h = page.h;
  if (to.office.empty() && to.email.empty() && to.telephone.empty() && to.post.empty()) {
    h.add("<p class=\"none\">No contact is published.</p>\n");
  } else {
    h.add("<dl class=\"facts reach\">");
    contact_line(page, "Office", to.office, {});
    contact_line(page, "E-mail", to.email, to.email.empty() ? std::string() : "mailto:" + to.email);
    contact_line(page, "Telephone", to.telephone, to.telephone.empty() ? std::string() : phone_address(to.telephone));
    contact_line(page, "Post", to.post, {});
    h.add("</dl>\n");
  }
  if (!to.note.empty()) paragraph(page, to.note);
}

void contacts_of_kind(Page& page, std::string_view id, std::string_view title, std::string_view kind) {
  const PublicRegister* of = page.view.find("contacts");
  if (of == nullptr) return;
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < of->rows(); ++row) {
    if (of->text(row, "kind") == kind) rows.push_back(row);
  }
  if (rows.empty()) return;
  open_section(page, id, title);
  page.h.add("<ul class=\"items\">\n");
  for (const std::size_t row : rows) contact_details(page, row);
  page.h.add("</ul>\n");
  close_section(page);
}

}  // namespace

std::string contact_page(const View& view) {
  Page page = begin_page(view, {"contact.html", "Contact", "Whom to ask about these figures and pages.", "contact", "contact.html", false, false, {}});
  heading(page, 1, "Contact");
  page.h.add("<p class=\"lede\">Questions about a figure, a mistake that you found, a page that you cannot use: tell us.</p>\n");
  own_contact(page);
  contacts_of_kind(page, "front-door", "When you are worried about a child", "front door");
  contacts_of_kind(page, "offices", "Offices", "office");
  contacts_of_kind(page, "historic", "As printed in their time", "historic");
  worried(page, 2);
  return end_page(page);
}

std::string words_page(const View& view, std::string_view file, std::string_view title, std::string_view words) {
  Page page = begin_page(view, {std::string(file), std::string(title), std::string(title) + " of these pages.", "text", std::string(file), false, false, {}});
  Html& h = page.h;
  heading(page, 1, title);
  const Prose* own = view.prose(words);
  h.add("<div class=\"prose\">\n");
  if (own != nullptr) {
    prose(page, *own);
  } else if (file == "privacy.html") {  // facts of the program, true of each card that it builds
    paragraph(page, "These pages set no cookie, run no script and ask nothing of any other site. No row about a person is published, in any file.");
  } else {
    paragraph(page, "No statement was written for this card. A public body must publish one that a person has signed, after a test with readers.");
    paragraph(page, "These pages need no script. They are meant to read without styles, in one colour, in the dark, on paper, and on a narrow screen. Each state has a word and a shape before it has a colour, and each chart has its figures beside it.");
  }
  if (file == "accessibility.html") h.add("<p>If something keeps you from reading them: <a href=\"contact.html\">contact</a>.</p>\n");
  h.add("</div>\n");
  return end_page(page);
}

}  // namespace reportcard
