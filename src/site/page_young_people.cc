// SPDX-License-Identifier: MIT
// For children and young people: whom to ring, your rights, what you told us, what we counted, what we do not know.
// Every sentence is fixed here or written for this page (docs/writing-style.md); an adult's sentence, a count of people, a
// chart or a tally cannot reach it. young_people_test.cc holds what is said here to readers of nine and ten.
#include <algorithm>

#include "card/card.h"
#include "site/before_and_now.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/prose_html.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

constexpr std::int64_t large = 100;  // "of every 100" of fewer would be finer than what was counted

std::string help_file(const View& view) {
  const PublicPage* help = view.page_of_kind("help");
  return help == nullptr ? "help.html" : help->file;
}

// Rows of `contacts` with words for this part of the page; emergency numbers need none.
std::vector<std::size_t> contacts_for(const View& view, std::string_view place) {
  std::vector<std::size_t> first, then;
  const PublicRegister* of = view.find("contacts");
  if (of == nullptr) return first;
  for (std::size_t row = 0; row < of->rows(); ++row) {
    const std::string kind = of->text(row, "kind"), where = of->text(row, "young_place");
    const bool emergency = kind == "emergency";
    if (kind == "historic" || (of->text(row, "young_words").empty() && !emergency)) continue;
    if ((where.empty() ? "not safe" : where) != place) continue;
    if (of->text(row, "telephone").empty() && of->text(row, "text_number").empty() && of->text(row, "email").empty()) continue;
    (emergency ? first : then).push_back(row);
  }
  first.insert(first.end(), then.begin(), then.end());
  return first;
}

void to_reach(Page& page, const std::vector<std::size_t>& rows) {
  if (rows.empty()) return;
  const PublicRegister& of = *page.view.find("contacts");
  Html& h = page.h;
  h.add("<ul class=\"numbers\">\n");
  for (const std::size_t row : rows) {
    const std::string words = of.said(row, "young_words");
    const std::string ring = of.text(row, "telephone"), text = of.text(row, "text_number"), email = of.text(row, "email");
    h.add("<li>");
    if (!ring.empty()) h.add("<a class=\"big\" href=\"").text(phone_address(ring)).add("\">").text(ring).add("</a> ");
    h.text(words.empty() ? std::string("Ring this if you are in danger.") : words);
    if (!text.empty()) h.add(" You can text: <a href=\"sms:").text(phone_address(text).substr(4)).add("\">").text(text).add("</a>");
    if (!email.empty()) h.add(" You can write: <a href=\"mailto:").text(email).add("\">").text(email).add("</a>");
    h.add("</li>\n");
  }
  h.add("</ul>\n");
}

void not_safe(Page& page) {
  Html& h = page.h;
  h.add("<section class=\"tell\" aria-labelledby=\"h-ring\"><div>");
  heading(page, 2, "Not safe now?", "h-ring");
  const std::vector<std::size_t> rows = contacts_for(page.view, "not safe");
  const PublicRegister* of = page.view.find("contacts");
  const bool emergency = std::any_of(rows.begin(), rows.end(), [&](std::size_t row) { return of->text(row, "kind") == "emergency"; });
  if (!emergency) h.add("<ul class=\"numbers\"><li><a class=\"big\" href=\"tel:999\">999</a> Ring this if you are in danger.</li></ul>\n");
  to_reach(page, rows);
  paragraph(page, "You can also tell a grown-up you trust. If they do not help, tell another one.");
  if (rows.size() <= (emergency ? 1u : 0u)) paragraph(page, "There should be more numbers here. They are not here yet.");
  h.add("<p><a href=\"").text(help_file(page.view)).add("\">More people who can help</a></p></div></section>\n");
}

void your_rights(Page& page) {
  Html& h = page.h;
  open_section(page, "rights", "Your rights", true);
  h.add("<p><b>You can complain.</b> We must listen, and we must answer you.");
  if (const PublicPage* complaints = page.view.page_of_kind("complaints")) {
    h.add(" <a href=\"").text(complaints->file);
    if (page.view.prose(complaints->words) != nullptr) h.add("#how");
    h.add("\">How to complain</a>");
  }
  h.add("</p>\n<p><b>Are you in care, or were you? You can have an advocate.</b> An advocate is on your side. It is free. They help you say what you want. They are not your social worker.</p>\n");
  const std::vector<std::size_t> rows = contacts_for(page.view, "your rights");
  if (rows.empty()) paragraph(page, "The number to ask for one is not here yet. Ask a grown-up you trust to find it.");
  to_reach(page, rows);
  close_section(page);
}

struct Told { const PublicRegister* of; std::size_t row; };

// Those who say "you" first; inside that, registers as the card lists them and rows as they stand.
std::vector<Told> told(const View& view, const PublicPage& asked) {
  std::vector<Told> rows;
  const auto take = [&](const PublicRegister& of) {
    for (std::size_t row = 0; row < of.rows(); ++row) {
      if (!of.text(row, "young_said").empty()) rows.push_back({&of, row});
    }
  };
  if (asked.registers.empty()) {
    for (const PublicRegister& of : view.registers()) take(of);
  }
  for (const std::string& id : asked.registers) {
    if (const PublicRegister* of = view.find(id)) take(*of);
  }
  const auto other = [](const Told& one) { const std::string who = one.of->text(one.row, "young_who"); return !who.empty() && who != "young people"; };
  std::stable_partition(rows.begin(), rows.end(), [&](const Told& one) { return !other(one); });
  return rows;
}

void you_said(Page& page, const PublicPage& asked) {
  Html& h = page.h;
  open_section(page, "said", "What you told us");
  const std::vector<Told> rows = told(page.view, asked);
  if (rows.empty()) {
    paragraph(page, "Nothing is written here yet. We should ask you. Then we should say here what you said, and what we did.");
    close_section(page);
    return;
  }
  h.add("<ul class=\"items\">\n");
  for (const Told& one : rows) {
    const std::string who = one.of->text(one.row, "young_who");
    const auto part = [&](std::string_view title, std::string_view column, std::string_view missing) {
      const std::string words = one.of->said(one.row, column);
      h.add("<div>");
      heading(page, 3, title);
      h.add("<p>").text(words.empty() ? missing : std::string_view(words)).add("</p></div>");
    };
    h.add("<li><div class=\"flow\">");
    part(who.empty() || who == "young people" ? std::string("You said") : capital(who) + " said", "young_said", "");
    part("What we did", "young_did", "We have not said what we did.");
    part("What is not done", "young_not_done", "We have not said what is still to do.");
    h.add("</div></li>\n");
  }
  h.add("</ul>\n");
  close_section(page);
}

// "98 of every 100", where it is a share of many; nothing where it would be a small number or nobody says how many.
std::string of_every_hundred(const PublicMeasure& m) {
  const Figure* now = m.whole.now;
  if (!may_be_printed(now) || m.definition->unit != Unit::percent || now->value.sign() < 0) return {};
  if (now->has_counts && now->denominator > 0 ? now->denominator < large : !m.definition->is_many("")) return {};
  const auto whole = round_to(now->value, 0);
  if (!whole || whole->units > 100) return {};
  const std::int64_t hundred = whole->units;
  if (now->value == Ratio::whole(100)) return now->has_counts || now->places == Number::wholly ? "All" : "All, or nearly all,";
  const std::int64_t rest = now->has_counts ? now->denominator - now->numerator : 0;
  if (hundred == 100 || (rest > 0 && rest < 10)) return "Nearly all";  // who is left out are few
  if (hundred >= 10) return std::to_string(hundred) + " of every 100";
  return "Fewer than 10 of every 100";
}

// A figure about time says how soon, not how well: by its kind, or as its section says it.
bool about_time(const View& view, const PublicMeasure& m, std::string_view words) {
  if (m.definition->kind == MeasureKind::within) return true;
  const bool says = words.find("on time") != std::string_view::npos || words.find("in time") != std::string_view::npos;
  return says && std::any_of(view.pages().begin(), view.pages().end(), [&](const PublicPage& page) {
           return page.on_time_note && std::find(page.measures.begin(), page.measures.end(), m.id()) != page.measures.end();
         });
}

// A child does not know that 2011/12 ends in March.
std::string when(const Period& period) {
  if (period.kind == PeriodKind::financial_year) {
    const std::string day = period.last().said();  // "31 March 2012"
    return "in the year to " + day.substr(day.find(' ') + 1);
  }
  if (period.kind == PeriodKind::academic_year) return "in the school year " + period.said();
  return (is_as_at(period.kind) ? "on " : "in ") + period_words(period);
}

void counted(Page& page, const YoungWords& young) {
  Html& h = page.h;
  open_section(page, "counted", "What we counted");
  bool printed = false, left_out = false;
  for (const YoungWords::Counted& one : young.counted) {
    const PublicMeasure* m = page.view.measure(one.measure);
    if (m == nullptr) continue;
    const std::string figure = of_every_hundred(*m);
    if (figure.empty()) {
      left_out = true;
      continue;
    }
    printed = true;
    h.add("<p><a class=\"fig\" href=\"").text(m->file).add("\"><b>").text(figure).add("</b></a> ").text(one.words);
    if (m->whole.period && m->whole.period->kind != PeriodKind::not_given) h.add(" This was ").text(when(*m->whole.period)).add(".");
    if (about_time(page.view, *m, one.words)) h.add(" <b>On time does not mean that it helped.</b>");
    h.add("</p>\n");
  }
  if (!printed && !left_out) paragraph(page, "There are no numbers here yet.");
  if (left_out) paragraph(page, "Some numbers are not here. They are about too few people, or we do not know them.");
  if (young.chosen_by.words.empty()) {
    h.add("<p class=\"soft\">You should choose what we count. For this page we did not ask you.</p>\n");
  } else {
    h.add("<p class=\"soft\">").text(young.chosen_by.words).add(" chose what we count here.");
    if (young.chosen_on) h.add(" They chose it on ").text(young.chosen_on->said()).add(".");
    else h.add(" We did not write down when.");
    h.add("</p>\n");
  }
  close_section(page);
}

void not_known(Page& page, const YoungWords& young) {
  open_section(page, "not-known", "What we do not know");
  if (young.not_known.empty()) {
    paragraph(page, "This is not written down yet. It should be. You can ask us.");
  } else {
    page.h.add("<ul>");
    for (const YoungWords::Line& line : young.not_known) page.h.add("<li>").text(line.words).add("</li>");
    page.h.add("</ul>\n");
  }
  close_section(page);
}

bool has_heading(const Prose* words) {
  return words != nullptr && std::any_of(words->root.children.begin(), words->root.children.end(), [](const ProseNode& node) { return node.kind == ProseKind::heading; });
}

// What was found later, and whatever else the card writes for this page under headings of its own.
void own_words(Page& page, const Prose* words) {
  Html& h = page.h;
  const bool later = page.view.found_later() != nullptr;
  if (!later && !has_heading(words)) return;
  h.add("<section class=\"part\" aria-label=\"").add(later ? Markup("What was found later") : Markup("More")).add("\">\n");
  if (has_heading(words)) {
    prose_after_heading(page, *words, 2);
  } else {
    heading(page, 2, "What was found later");
    paragraph(page, "Later, people looked at this time again. They found out more. Ask a grown-up you trust to read it with you.");
  }
  if (later) {
    h.add("<p><a href=\"").text(help_file(page.view)).add("#support\">Who can help</a></p>\n<p><a href=\"about.html#afterwards\">What was found (for grown-ups)</a></p>\n");
  }
  h.add("</section>\n");
}

void tell_us(Page& page) {
  Html& h = page.h;
  open_section(page, "tell", "Tell us");
  paragraph(page, "Tell us what you think. You can ask someone you trust to do it for you.");
  const std::vector<std::size_t> rows = contacts_for(page.view, "tell us");
  const CardContact& contact = page.view.contact();
  if (!rows.empty()) {
    to_reach(page, rows);
  } else if (!contact.telephone.empty() || !contact.email.empty()) {
    h.add("<ul class=\"numbers\">");
    if (!contact.telephone.empty()) h.add("<li><a class=\"big\" href=\"").text(phone_address(contact.telephone)).add("\">").text(contact.telephone).add("</a> Ring us.</li>");
    if (!contact.email.empty()) h.add("<li>Write to us: <a href=\"mailto:").text(contact.email).add("\">").text(contact.email).add("</a></li>");
    h.add("</ul>\n");
  } else {
    paragraph(page, "Our number should be here. It is not here yet.");
  }
  close_section(page);
}

}  // namespace

std::string young_people_page(const View& view, const PublicPage& asked) {
  const std::string title = asked.title.empty() || asked.title == in_words(asked.id) ? std::string("For children and young people") : asked.title;
  Page page = begin_page(view, {asked.file, title, "Whom to ring when you are not safe, your rights, what you told us, and what we do not know.", asked.kind, asked.file, asked.plain, false, "young"});
  heading(page, 1, title);
  const Prose* words = view.prose(asked.words);
  const bool own_lede = words != nullptr && !words->root.children.empty() && words->root.children[0].kind != ProseKind::heading;
  if (own_lede) prose_before_heading(page, *words);
  else page.h.add("<p class=\"lede\">How to get help, what you told us, and what we do not know.</p>\n");
  static const YoungWords none;
  const YoungWords& young = asked.young == nullptr ? none : *asked.young;
  not_safe(page);
  your_rights(page);
  you_said(page, asked);
  counted(page, young);
  not_known(page, young);
  own_words(page, words);
  tell_us(page);
  return end_page(page);
}

}  // namespace reportcard
