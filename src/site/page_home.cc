// SPDX-License-Identifier: MIT
// Home: what the card cannot tell, one sentence for each outcome, all that needs attention, what is better.
// It never counts measures: the list of measures and the baseline would choose the answer. Worse stands first.
#include <algorithm>

#include "site/attention.h"
#include "site/components.h"
#include "site/home_parts.h"
#include "site/pages.h"
#include "site/prose_html.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

void first_things(Page& page) {
  const View& view = page.view;
  Html& h = page.h;
  h.add("<section class=\"tell\" aria-labelledby=\"tell\"><div>");
  const auto& cannot = view.cannot_tell();
  const auto [title, rest] = first_sentence(cannot.empty() ? std::string_view("Whether children were safe.") : std::string_view(cannot[0]));
  heading(page, 2, cannot_tell_title(title), "tell");
  h.add("<p>").text(rest);
  h.add(rest.empty() ? Markup("<a href=\"about.html#cannot\">What else it cannot tell</a></p></div>\n")
                     : Markup(" <a href=\"about.html#cannot\">What else it cannot tell</a></p></div>\n"));
  if (const Prose* found = view.found_later()) {
    h.add("<div><h3>What was found later</h3>");
    prose_before_heading(page, *found);
    h.add("<p><a href=\"about.html#afterwards\">What was found</a></p></div>\n");
  }
  h.add("<div><h3>Worried about a child?</h3>");
  ring_lines(page);
  h.add("</div></section>\n");
}

void headline(Page& page, const std::string& outcome, const PublicMeasure* m) {
  const View& view = page.view;
  Html& h = page.h;
  if (m == nullptr) {
    h.add("<li class=\"none\"><h3>").text(outcome).add("</h3><p><span class=\"big\">No measure</span> shows how this went.</p></li>\n");
    return;
  }
  h.add("<li><h3><a href=\"").text(m->file).add("\">").text(outcome).add("</a></h3><p>");
  if (m->has_whole()) {
    // With what it was before, where that can be said.
    sentence(page, m->whole.previous && m->whole.previous->known ? first_sentences(view.whole(m->whole), 2) : view.value(m->whole), true);
  } else {
    // One part is not the whole: each part is said, in the order of the data.
    for (std::size_t i = 0; i < m->parts.size(); ++i) {
      if (i != 0) h.add(" ");
      h.text(i == 0 ? m->title() + ": " : std::string()).text(part_title(*m, m->choices[i])).add(" ").text(view.said(*m, m->parts[i].now))
          .add(i + 1 == m->parts.size() ? Markup(".") : Markup(","));
    }
  }
  h.add("</p>");
  if (m->has_whole()) {
    const Comparison& c = m->whole;
    if (m->definition->better == Better::none) {
      // Income or weight is no result of a service; money is the council's own decision. Neither is good or bad by itself.
      DirectionWords words{Direction::no_change, 0, false, m->definition->unit == Unit::gbp ? "No better or worse is said" : "A condition of the area: no better or worse is said", {}};
      if (c.previous && c.previous->known) {
        words.way = c.previous->way;
        words.arrow = words.way != 0;
      }
      direction(page, words);
    } else if (c.previous) {
      direction(page, view.direction(c, *c.previous));
    } else {
      direction(page, cannot_say("one figure only"));
    }
  }
  h.add("</li>\n");
}

}  // namespace

// Which outcomes: those that a headline measure serves, in the card's order; then the priorities that have none.
void headlines(Page& page) {
  const View& view = page.view;
  std::vector<std::string> said;
  // A short edition, or a card that names no headline measure yet, has no sentence to give: no heading over nothing.
  const PublicRegister* listed = view.find("outcomes");
  if (std::none_of(view.measures().begin(), view.measures().end(), [](const PublicMeasure& m) { return m.definition->headline; }) && (listed == nullptr || listed->rows() == 0)) return;
  open_section(page, "one", view.find("outcomes") != nullptr ? "One sentence for each priority" : "One sentence for each outcome", true);
  page.h.add("<ul class=\"heads\">\n");
  for (const PublicMeasure& m : view.measures()) {
    if (!m.definition->headline) continue;
    const std::string id = m.definition->serves.empty() ? m.id() : m.definition->serves[0];
    if (std::find(said.begin(), said.end(), id) != said.end()) continue;
    said.push_back(id);
    headline(page, m.definition->serves.empty() ? m.title() : view.outcome_title(id), &m);
  }
  if (const PublicRegister* outcomes = view.find("outcomes")) {
    for (std::size_t row = 0; row < outcomes->rows(); ++row) {
      const std::string id = outcomes->id_of(row);
      if (outcomes->text(row, "kind") != "priority" || std::find(said.begin(), said.end(), id) != said.end()) continue;
      headline(page, outcomes->said(row, outcomes->main_column()), nullptr);
    }
  }
  page.h.add("</ul>\n");
  close_section(page);
}

void claims(Page& page, bool attention) {
  Html& h = page.h;
  bool any = false;
  for (const ToldFigure& told : told_figures(page.view)) {
    const Comparison& c = *told.comparison;
    if (attention ? !c.needs_attention : !c.is_better) continue;
    if (!any) h.add("<ul class=\"claims\">\n");
    any = true;
    h.add("<li><b><a href=\"").text(address(*told.measure, told.choice)).add("\">").text(capital(part_title(*told.measure, told.choice))).add("</a></b>. ");
    sentence(page, page.view.value(c));
    marks(page, c, attention ? WhichMarks::bad : WhichMarks::good);
    if (attention) open_past_limit(page, told);
    h.add("</li>\n");
  }
  if (any) h.add("</ul>\n");
  else paragraph(page, attention ? "Nothing, by the rules below." : "Nothing, by the rules below. That may be because little can be compared.");
}

namespace {

void rules(Page& page) {
  page.h.add("<details><summary>The rules of these two lists</summary>"
             "<p><b>Needs attention</b>: every measure that is worse than before or a year ago, on the wrong side of England or of its neighbours for the same period, off target, or with cases open past their limit. "
             "<b>Better</b>: the same rules the other way. A measure can stand in both. All are listed, in the order of the card. "
             "<b>Cannot say</b>: what would be needed to say better or worse is missing, and the reason stands beside it.</p></details>\n");
}

}  // namespace

std::string home_page(const View& view) {
  const std::string title = "How children’s services did in " + view.period().said();
  Page page = begin_page(view, {"index.html", title, "What the card cannot tell, one sentence for each outcome, what needs attention and what is better in " + view.area_name() + ", " + view.period().said() + ".",
                                "home", "index.html", false, false, {}});
  Html& h = page.h;
  h.add("<div class=\"top\"><h1>").text(title).add("</h1>\n");
  first_things(page);
  h.add("<div class=\"source\"><p><b>").text(view.period().first().said()).add(" to ").text(view.period().last().said())
      .add("</b>, unless another period is named.</p><p>The figure for each outcome is named before the period begins.</p></div></div>\n");
  if (const Prose* words = view.foreword()) {
    open_section(page, "foreword", "Foreword");
    h.add("<div class=\"prose\">");
    prose(page, *words, 3);
    h.add("</div>\n");
    if (const std::string office = view.foreword_office(); !office.empty()) h.add("<p class=\"soft\">").text(office).add("</p>\n");
    close_section(page);
  }
  headlines(page);
  h.add("<div class=\"two both part\">\n<section aria-labelledby=\"h-attention\" id=\"attention\">");
  heading(page, 2, "Needs attention", "h-attention");
  claims(page, true);
  h.add("</section>\n<section aria-labelledby=\"h-better\" id=\"better\">");
  heading(page, 2, "Better", "h-better");
  claims(page, false);
  rules(page);
  h.add("</section>\n</div>\n");
  open_section(page, "sections", "Everything in this card");
  h.add("<ul class=\"regions\">");
  for (const PublicPage& p : view.pages()) {
    h.add("<li><a href=\"").text(p.file).add("\">").text(p.title).add("</a></li>\n");
  }
  h.add("</ul>\n");
  close_section(page);
  return end_page(page);
}

}  // namespace reportcard
