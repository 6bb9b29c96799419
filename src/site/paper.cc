// SPDX-License-Identifier: MIT
// Plain HTML with real headings and tables that have header rows: a word processor must understand all of it.
#include "site/paper.h"

#include <algorithm>

#include "base/text.h"
#include "card/measure.h"
#include "site/attention.h"
#include "site/before_and_now.h"
#include "site/commentary_html.h"
#include "site/components.h"
#include "site/marking.h"
#include "site/paper_parts.h"
#include "site/parts_of_page.h"
#include "site/print_pdf.h"
#include "site/prose_html.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

void cell(Html& h, std::string_view words) { h.add("<td>").text(words).add("</td>"); }

void row(Html& h, std::string_view name, std::string_view figure, std::string_view period, std::string_view words) {
  h.add("<tr><th scope=\"row\">").text(name).add("</th>");
  cell(h, figure);
  cell(h, period);
  cell(h, words);
  h.add("</tr>\n");
}

std::string in_a_line(const DirectionWords& words, std::string_view between) {
  if (words.lead.empty() || words.rest.empty()) return words.lead + words.rest;
  return words.lead + std::string(between) + words.rest;
}

bool is_year_before(const Comparison& c, Period from) { return c.period && from == c.period->year_before(); }

void before_rows(Html& h, const View& view, const PublicMeasure& m, const Comparison& c) {
  const auto known = [](const std::optional<Change>& x) { return x && x->known && x->before != nullptr; };
  std::vector<Period> said;
  bool year_ago = false;
  for (const auto* x : {&c.previous, &c.year_ago, &c.baseline}) {
    if (!known(*x) || std::find(said.begin(), said.end(), (*x)->from) != said.end()) continue;
    said.push_back((*x)->from);
    const bool year = is_year_before(c, (*x)->from);
    year_ago = year_ago || year;
    row(h, year ? "A year ago" : x == &c.baseline ? "At the baseline" : "The period before", view.said(m, (*x)->before), period_words((*x)->from), in_a_line(view.direction(c, **x), ": "));
  }
  if (!year_ago) row(h, "A year ago", "no figure", c.period ? period_words(c.period->year_before()) : std::string(), "cannot say");
}

void rival_rows(Html& h, const View& view, const PublicMeasure& m, const Comparison& c) {
  for (const Gap& gap : c.gaps) {
    if (gap.theirs == nullptr || !gap.theirs->known) {
      row(h, gap.said, "no figure", {}, "cannot say");
      continue;
    }
    row(h, capital(gap.said), view.said(m, gap.theirs), period_words(gap.period ? *gap.period : gap.theirs_period),
        gap.period ? in_a_line(view.rival(c, gap), " ") : std::string("Not the same period, so no gap"));
  }
  for (const Change& x : c.targets) {
    const bool dated = x.from.kind != PeriodKind::not_given;
    row(h, "Target", view.said_target(m, x.target), dated ? period_words(x.from) : std::string("no date given"), in_a_line(view.target(c, x), " "));
  }
}

void overdue_row(Html& h, const View& view, const PublicMeasure& m, const Comparison& c, std::string_view choice) {
  if (!c.period) return;
  const Figure* open = view.side(m, Side::overdue, choice, *c.period);
  if (open == nullptr || !open->known || open->hidden || open->value.sign() <= 0) return;
  row(h, "Open past the limit", std::to_string(open->value.over / open->value.under), period_words(*c.period), "not yet finished, and late");
}

void said_by_office(Page& page, const PublicMeasure& m, std::string_view choice) {
  const auto all = page.view.commentary(m, choice);
  Html& h = page.h;
  if (all.empty()) {
    h.add("<p>No office has said why, or what comes next.</p>\n");
    return;
  }
  const auto line = [&](Markup lead, const Prose* words) {
    h.add("<p><b>").add(lead).add("</b> ");
    office_prose(page, words);
    h.add("</p>\n");
  };
  for (const OfficeWords& words : all) {
    line("Why:", words.why);
    line("What next:", words.what_next);
    if (words.result != nullptr) line("What came of it:", words.result);
    if (words.note != nullptr) line("Note:", words.note);
    h.add("<p><b>Who answers for it, and by when:</b> ").text(words.owner.empty() ? std::string("no office is named") : words.owner);
    h.text(words.by_when.empty() ? std::string(", no day is given") : ", by " + words.by_when).add(words.passed ? Markup(". That day has passed.") : Markup(".")).add("</p>\n");
  }
}

std::string title_of_part(const PublicMeasure& m, std::string_view choice) {
  return capital(choice.empty() ? m.title() : m.title() + ": " + part_title(m, choice));
}

void one_measure(Page& page, const PublicMeasure& m, const Comparison& c, std::string_view choice) {
  const View& view = page.view;
  Html& h = page.h;
  const std::string title = title_of_part(m, choice);
  heading(page, 3, title);
  h.add("<p>");
  sentence(page, view.whole(c));
  h.add("</p>\n<table><caption>").text(title).add(": figures</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Figure</th><th scope=\"col\">Period</th><th scope=\"col\">In words</th></tr></thead><tbody>\n");
  row(h, "Now", may_be_printed(c.now) ? view.said(m, c.now) : std::string("not shown"), c.period ? period_words(*c.period) : std::string("no period"), "the latest figure");
  before_rows(h, view, m, c);
  rival_rows(h, view, m, c);
  overdue_row(h, view, m, c, choice);
  h.add("</tbody></table>\n");
  said_by_office(page, m, choice);
}

void attention(Page& page) {
  heading(page, 2, "Needs attention");
  paragraph(page, "Every measure that is worse than before or a year ago, on the wrong side of England or of its neighbours for the same period, off target, or with cases open past their limit. "
                  "All are listed, in the order of the card.");
  const std::vector<ToldFigure> all = needs_attention(page.view);
  for (const ToldFigure& told : all) one_measure(page, *told.measure, *told.comparison, told.choice);
  if (all.empty()) paragraph(page, "Nothing, by these rules. That may be because little can be compared.");
}

void better(Page& page) {
  const View& view = page.view;
  heading(page, 2, "Better, by the same rules");
  bool any = false;
  for (const ToldFigure& told : told_figures(view)) {
    if (!told.comparison->is_better) continue;
    page.h.add(any ? Markup("") : Markup("<ul>\n")).add("<li><b>").text(title_of_part(*told.measure, told.choice)).add(".</b> ");
    any = true;
    sentence(page, view.whole(*told.comparison));
    page.h.add("</li>\n");
  }
  if (any) page.h.add("</ul>\n");
  else paragraph(page, "Nothing, by these rules. That may be because little can be compared.");
}

void standing_lines(Page& page) {
  const View& view = page.view;
  Html& h = page.h;
  if (const std::string words = marking_sentence(view.audience()); !words.empty()) h.add("<p><b>").text(words).add("</b></p>\n");
  if (std::string_view draft = view.draft(); !draft.empty()) {
    if (constexpr std::string_view begins = "Draft: "; draft.starts_with(begins)) draft.remove_prefix(begins.size());
    h.add("<p><b>DRAFT</b>: ").text(draft).add("</p>\n");
  }
  if (!view.banner().empty()) h.add("<p>").text(view.banner()).add("</p>\n");
  h.add("<table><caption>About this paper</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">Which</th></tr></thead><tbody>\n");
  const auto fact_row = [&](std::string_view what, const std::string& which) {
    if (!which.empty()) h.add("<tr><th scope=\"row\">").text(what).add("</th><td>").text(which).add("</td></tr>\n");
  };
  fact_row("From", view.publisher());
  fact_row("Office", view.contact().office);
  fact_row("Place", view.area_name());
  fact_row("Period", view.period().first() == view.period().last() ? view.period().last().said() : view.period().first().said() + " to " + view.period().last().said() + ", unless a row names another");
  if (const auto day = view.as_at()) fact_row("As at", day->said());
  fact_row("Questions to", join([&] {
             std::vector<std::string> ways;
             for (const std::string& way : {view.contact().email, view.contact().telephone}) {
               if (!way.empty()) ways.push_back(way);
             }
             return ways;
           }(), ", "));
  h.add("</tbody></table>\n");
}

}  // namespace

std::string paper_title(const View& view, const std::string& title) { return view.title() + ", " + title; }

std::string committee_paper(const View& view, const std::string& edition, const std::string& address) {
  const std::string title = paper_title(view, edition);
  Page page{Html(64 * 1024), view, {"paper.html", title, {}, "paper", {}, true, false, {}}};
  Html& h = page.h;
  h.add("<!doctype html>\n<html lang=\"").text(view.language()).add("\">\n<head>\n<meta charset=\"utf-8\">\n<title>").text(title).add("</title>\n<style>"
        "@page{size:A4;margin:20mm;font:11pt sans-serif;@bottom-right{content:\"Page \" counter(page) \" of \" counter(pages)}}"
        "body{font:12pt/1.45 Arial,Helvetica,sans-serif;max-width:44em;margin:1em auto;padding:0 1em}table{border-collapse:collapse;width:100%;margin:0 0 1em}"
        "caption{text-align:left;font-weight:bold;padding:.4em 0}th,td{text-align:left;vertical-align:top;padding:.25em .6em .25em 0;border-top:1px solid #888}"
        "thead th{border-bottom:2px solid #444}h2,h3,caption,thead{break-after:avoid}tr{break-inside:avoid}</style>\n</head>\n<body>\n");
  heading(page, 1, title);
  standing_lines(page);
  heading(page, 2, "Purpose");
  paragraph(page, "This paper names everything in the card that needs attention, with what the office that answers for it says; what inspections found and what is being done about it; and what changed since the last edition. "
                  "Every figure is computed from records or quoted from a named source.");
  attention(page);
  better(page);
  paper_actions(page);
  paper_changes(page);
  paper_data_notes(page);
  h.add("</body>\n</html>\n");
  return page_to_print(h.take(), address);
}

}  // namespace reportcard
