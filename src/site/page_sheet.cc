// SPDX-License-Identifier: MIT
// The whole card on a few sheets of paper: first things, one sentence for each outcome, all that needs attention, all that
// is better, then every figure in its section's order, run on in two columns.
// Why not tables here: at 11 points a table of five columns breaks each name three times, and a card would need nine sheets.
#include <algorithm>

#include "base/text.h"
#include "site/before_and_now.h"
#include "site/counted_registers.h"
#include "site/home_parts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/sentences.h"
#include "site/tell.h"

namespace reportcard {

namespace {

std::string short_period(const Comparison& c) {
  const std::string when = said_period_of(c);
  return when.empty() ? std::string() : ", " + when;
}

void gap_words(Page& page, const PublicMeasure& m, const Comparison& c) {
  const View& view = page.view;
  Html& h = page.h;
  for (const Gap& gap : c.gaps) {
    if (gap.theirs == nullptr || !gap.theirs->known) continue;
    const std::string theirs = view.said(m, gap.theirs);
    const Period when = gap.period ? *gap.period : gap.theirs_period;
    const bool same = c.period && when == *c.period;
    if (gap.period && m.definition->better != Better::none) h.text(" " + capital(view.gap(c, gap).text)).add(" (").text(theirs);
    else h.add(" ").text(gap.said).add(" ").text(theirs).add(same ? Markup("") : Markup(" ("));
    if (gap.period && m.definition->better != Better::none) {
      h.add(same ? Markup(").") : Markup(", "));
      if (!same) h.text(when.said()).add(").");
    } else if (same) {
      h.add(".");
    } else {
      h.text(when.kind == PeriodKind::not_given ? std::string("period not given") : when.said()).add(").");
    }
  }
}

// "58.3%, 2011/12. Better: up 1.9 points. 1.7 points below England (60%)." That there is one figure only is said once, above.
void figure_line(Page& page, const PublicMeasure& m, const Comparison& c, bool with_period = true) {
  const View& view = page.view;
  Html& h = page.h;
  if (may_be_printed(c.now)) h.add("<b>").text(view.said(m, c.now)).add("</b>");
  else none(page, c.now == nullptr ? std::string("no figure") : view.said(m, c.now));
  h.text(with_period ? short_period(c) : std::string()).add(". ");
  const Change* change = change_of(c);
  if (change != nullptr && change->known && may_be_printed(c.now)) {
    direction(page, view.direction(c, *change));
    h.add(". ");
  }
  gap_words(page, m, c);
}

void measure_item(Page& page, const PublicMeasure& m) {
  Html& h = page.h;
  h.add("<li><a href=\"").text(m.file).add("\">").text(m.title()).add("</a>");
  if (says_whole(m)) {
    h.add(": ");
    figure_line(page, m, m.whole);
  }
  std::vector<std::size_t> parts;
  for (std::size_t i = 0; i < m.parts.size(); ++i) {
    if (m.parts[i].now != nullptr) parts.push_back(i);
  }
  if (!parts.empty()) {
    // Parts of one period have it said once.
    const auto& when = m.parts[parts[0]].period;
    const bool one_period = parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](std::size_t i) { return m.parts[i].period == when; });
    if (one_period && !says_whole(m)) h.text(short_period(m.parts[parts[0]])).add(":");
    h.add("<ul>");
    for (const std::size_t i : parts) {
      h.add("<li>").text(part_title(m, m.choices[i])).add(": ");
      figure_line(page, m, m.parts[i], !(one_period && (!says_whole(m) || m.whole.period == when)));
      h.add("</li>");
    }
    h.add("</ul>");
  }
  h.add("</li>\n");
}

void results(Page& page) {
  const View& view = page.view;
  page.h.add("<div class=\"run\">\n");
  std::vector<const PublicMeasure*> said;
  for (const PublicPage& section : view.pages()) {
    std::vector<const PublicMeasure*> here;
    for (const PublicMeasure* m : measures_listed(view, section.measures)) {
      if (std::find(said.begin(), said.end(), m) != said.end()) continue;
      here.push_back(m);
      said.push_back(m);
    }
    if (here.empty()) continue;
    heading(page, 3, section.title);
    if (section.on_time_note) page.h.add("<p><b>On time is not the same as safe.</b></p>\n");
    page.h.add("<ul>\n");
    for (const PublicMeasure* m : here) measure_item(page, *m);
    page.h.add("</ul>\n");
  }
  std::vector<const PublicMeasure*> rest;
  for (const PublicMeasure& m : view.measures()) {
    if (std::find(said.begin(), said.end(), &m) == said.end()) rest.push_back(&m);
  }
  if (!rest.empty()) {
    heading(page, 3, "Other figures");
    page.h.add("<ul>\n");
    for (const PublicMeasure* m : rest) measure_item(page, *m);
    page.h.add("</ul>\n");
  }
  page.h.add("</div>\n");
}

void in_one_sentence(Page& page, std::string_view title, const std::string& words) {
  if (words.empty()) return;
  page.h.add("<div>");
  heading(page, 3, title);
  page.h.add("<p>").text(words).add(".</p></div>\n");
}

void learned(Page& page) {
  const PublicRegister* of = page.view.find("learning");
  if (of == nullptr || of->rows() == 0) return;
  page.h.add("<div>");
  heading(page, 3, "What was learned from complaints");
  page.h.add("<p>");
  for (std::size_t row = 0; row < of->rows(); ++row) {
    for (const char* column : {"change", "not_done"}) {
      const std::string words = of->said(row, column);
      if (!words.empty()) page.h.text(words).add(" ");
    }
  }
  page.h.add("</p></div>\n");
}

}  // namespace

std::string sheet_page(const View& view) {
  const std::string title = "How children’s services did in " + view.period().said();
  Page page = begin_page(view, {"sheet.html", "The card on paper", "The whole card as a printable summary.", "sheet", "sheet.html", false, false, "sheet"});
  Html& h = page.h;
  h.add("<section class=\"a4\" aria-labelledby=\"s1\">\n");
  heading(page, 1, title, "s1");
  tell_box(page);
  headlines(page);
  h.add("</section>\n<section class=\"a4\" aria-label=\"Needs attention, and better\">\n<div class=\"two both\"><div>");
  heading(page, 2, "Needs attention");
  claims(page, true);
  h.add("</div><div>");
  heading(page, 2, "Better");
  claims(page, false);
  h.add("<p class=\"soft\">Every measure by the same rules, in the order of the card.</p></div></div>\n</section>\n<section class=\"a4\" aria-labelledby=\"s3\">\n");
  heading(page, 2, "Every figure", "s3");
  h.add("<p class=\"soft\">Where no change is said, one figure only can be compared, so better or worse cannot be said.</p>\n");
  results(page);
  h.add("<div class=\"two\">\n");
  in_one_sentence(page, "Findings and actions", actions_in_words(view));
  in_one_sentence(page, "Plan", plan_in_words(view));
  in_one_sentence(page, "Commissioning", commissioning_in_words(view));
  learned(page);
  h.add("<div>");
  heading(page, 3, "Reading this sheet");
  h.add("<p>A change of a percentage is in points: from 50% to 55% is up 5 points. “About”: one side is known less exactly. “Cannot say”: what would be needed is missing. A gap needs the same period.</p></div>\n</div>\n</section>\n");
  return end_page(page);
}

}  // namespace reportcard
