// SPDX-License-Identifier: MIT
// One row a measure: its figure, before and now, the change, England. The same row serves sections and the sheet.
#include <algorithm>

#include "site/chart.h"
#include "site/components.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

const Change* first_change(const Comparison& c) {
  for (const auto* change : {&c.previous, &c.year_ago, &c.baseline}) {
    if (*change && (*change)->known) return &**change;
  }
  return c.previous ? &*c.previous : nullptr;
}

bool printable(const Figure* figure) { return figure != nullptr && figure->known && !figure->hidden; }

void figure_cell(Page& page, const PublicMeasure& m, const Comparison& c) {
  Html& h = page.h;
  h.add("<td class=\"v\">");
  if (c.now == nullptr) {
    none(page, "no figure");
  } else if (printable(c.now)) {
    h.text(page.view.said(m, c.now));
  } else {
    none(page, page.view.said(m, c.now));
  }
  if (c.period) h.add("<span>").text(period_words(*c.period)).add("</span>");
  h.add("</td>");
}

void change_cell(Page& page, const PublicMeasure& m, const Comparison& c) {
  Html& h = page.h;
  h.add("<td class=\"wide\">");
  const Change* change = first_change(c);
  if (c.now == nullptr) {
    none(page, "nothing to compare");
  } else if (change != nullptr) {
    direction(page, page.view.direction(c, *change));
    // Two starting points may give two answers: both are said.
    if (c.baseline && c.baseline->known && change != &*c.baseline && c.baseline->from != change->from) {
      h.add("<br>");
      direction(page, page.view.direction(c, *c.baseline));
    }
  } else if (m.definition->better == Better::none) {
    none(page, "one figure only");
  } else {
    direction(page, cannot_say("one figure only"));
  }
  h.add("</td>");
}

void gap_cell(Page& page, const PublicMeasure& m, const Comparison& c) {
  Html& h = page.h;
  h.add("<td class=\"wide\">");
  bool any = false;
  for (const Gap& gap : c.gaps) {
    if (gap.theirs == nullptr || !gap.theirs->known) continue;
    if (any) h.add("<br>");
    any = true;
    if (gap.period && m.definition->better != Better::none) {
      rival(page, page.view.rival(c, gap));
      h.add("<br>");
    }
    h.add("<span class=\"small soft\">").text(gap.said).add(" ").text(page.view.said(m, gap.theirs));
    const Period when = gap.period ? *gap.period : gap.theirs_period;
    if (!c.period || when != *c.period) h.add(", ").text(period_words(when));
    if (!gap.period) h.add(": no gap, not the same period");
    h.add("</span>");
  }
  if (!any) none(page, "not given");
  h.add("</td>");
}

void row(Page& page, const PublicMeasure& m, const Comparison& c, std::string_view choice, bool with_gaps) {
  Html& h = page.h;
  h.add(choice.empty() ? Markup("<tr><th scope=\"row\"><a href=\"") : Markup("<tr><th scope=\"row\" class=\"sub\"><a href=\"")).text(address(m, choice)).add("\">")
      .text(capital(part_title(m, choice))).add("</a></th>");
  figure_cell(page, m, c);
  if (!page.head.plain) {
    h.add("<td class=\"spark\">");
    spark(page, m, c);
    h.add("</td>");
  }
  change_cell(page, m, c);
  if (with_gaps) gap_cell(page, m, c);
  h.add("</tr>\n");
}

}  // namespace

void spark(Page& page, const PublicMeasure& m, const Comparison& c) {
  const Change* change = first_change(c);
  if (page.head.plain || change == nullptr || !change->known || !printable(change->before) || !printable(c.now)) return;
  std::vector<Ratio> values{change->before->value, c.now->value};
  std::optional<Ratio> theirs;
  for (const Gap& gap : c.gaps) {
    if (gap.current && printable(gap.theirs)) {
      theirs = gap.theirs->value;
      values.push_back(*theirs);
      break;
    }
  }
  // Shares are drawn over 24 points, so that slopes can be compared; other units over their own range.
  Ratio from = Ratio::whole(0), to = *std::max_element(values.begin(), values.end());
  if (m.definition->unit == Unit::percent) {
    const Ratio low = *std::min_element(values.begin(), values.end());
    const auto middle = add(low, to);
    if (!middle) return;
    const auto bottom = subtract(Ratio{middle->over, middle->under * 2}, Ratio::whole(12));
    if (!bottom) return;
    from = *bottom;
    to = *add(from, Ratio::whole(24));
  }
  const auto y = [&](Ratio value) { return 340 - along(value, from, to, 280); };
  Html& h = page.h;
  const std::string id = page.next_id();
  h.add("<svg class=\"chart\" width=\"100\" height=\"40\" role=\"img\" aria-labelledby=\"").text(id).add("-t\"><title id=\"").text(id).add("-t\">")
      .text(m.title()).add(": ").text(page.view.said(m, change->before)).add(" to ").text(page.view.said(m, c.now)).add("</title>");
  svg_line(h, "lead", {600, y(change->before->value)}, {6800, y(c.now->value)});
  svg_dot(h, "then", {600, y(change->before->value)}, 30);
  if (theirs) svg_diamond(h, "there", {6800, y(*theirs)});
  svg_dot(h, "here", {6800, y(c.now->value)}, 40);
  close_svg(h);
}

void measure_rows(Page& page, const std::vector<const PublicMeasure*>& measures, std::string_view caption) {
  if (measures.empty()) return;
  bool gaps = false;
  for (const PublicMeasure* m : measures) {
    const auto look = [&](const Comparison& c) {
      for (const Gap& gap : c.gaps) gaps = gaps || (gap.theirs != nullptr && gap.theirs->known);
    };
    look(m->whole);
    for (const Comparison& part : m->parts) look(part);
  }
  std::vector<std::string> headings{"Measure", "Figure"};
  if (!page.head.plain) headings.push_back("Before and now");
  headings.push_back("Change");
  if (gaps) headings.push_back("Against others");
  open_rows(page, page.head.plain ? Markup("nos") : gaps ? Markup("res") : Markup("res four"), caption, headings);
  for (const PublicMeasure* m : measures) {
    if (m->has_whole()) {
      row(page, *m, m->whole, {}, gaps);
      continue;
    }
    // No whole is given: its parts stand under its name.
    page.h.add("</tbody><tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"").number(static_cast<std::int64_t>(headings.size())).add("\"><a href=\"").text(m->file).add("\">")
        .text(m->title()).add("</a></th></tr>\n");
    for (std::size_t i = 0; i < m->choices.size(); ++i) row(page, *m, m->parts[i], m->choices[i], gaps);
    page.h.add("</tbody><tbody>\n");
  }
  close_rows(page);
}

}  // namespace reportcard
