// SPDX-License-Identifier: MIT
// The position: one row a type, one column a month, each cell with the shape and words of its band; the change since the
// baseline and since the month before. A reason shared by many stands once, above them.
#include <algorithm>
#include <set>

#include "engine/print.h"
#include "site/chart.h"
#include "site/components.h"
#include "site/made.h"
#include "site/pages.h"
#include "site/section_parts.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

struct Line { std::string title, choice; const Comparison* c; };

bool printable(const Figure* figure) { return figure != nullptr && figure->known && !figure->hidden; }

// 1 is the highest band; four shapes, and a fifth band would have the words alone.
int shape_of(const Bands* bands, const Band* band) {
  if (bands == nullptr || band == nullptr) return 0;
  const auto at = static_cast<int>(band - bands->bands.data());
  return static_cast<int>(bands->bands.size()) - at;
}

void shape(Page& page, int number) {
  if (page.head.plain || number < 1 || number > 4) return;
  page.h.add("<svg class=\"band\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#g").number(number).add("\"/></svg>");
}

void key(Page& page, const Bands& bands) {
  page.h.add("<p class=\"vh\">Key to the bands</p>\n<ul class=\"key\">");
  for (std::size_t i = bands.bands.size(); i-- > 0;) {
    const int number = shape_of(&bands, &bands.bands[i]);
    page.h.add("<li class=\"b").number(number).add("\">");
    shape(page, number);
    page.h.text(bands.bands[i].name).add("</li>");
  }
  page.h.add("</ul>\n");
}

// "Aug 2011", then months alone until the year turns.
std::string column_words(Period period, const Period* before, bool last) {
  std::string said = period.said();
  if (period.kind != PeriodKind::month_end && period.kind != PeriodKind::month) return said;
  const bool year = before == nullptr || before->last().year() != period.last().year() || last || period.index != before->index + 1;
  return std::string(month_name(period.last().month())).substr(0, 3) + (year ? " " + std::to_string(period.last().year()) : "");
}

std::string without_unit(std::string said) {
  if (!said.empty() && said.back() == '%') said.pop_back();
  return said;
}

void change_cell(Page& page, const PublicMeasure& m, const Comparison& c, const std::optional<Change>& change) {
  page.h.add("<td>");
  if (!change) {
    none(page, "not given");
  } else {
    const DirectionWords words = page.view.direction(c, *change);
    std::string difference;
    if (change->known && change->cannot == Cannot::few) {
      difference = words.rest.substr(0, words.rest.find(" than "));  // in counts, never in points
    } else if (change->known && change->before != nullptr && printable(change->before) && change->difference.sign() != 0) {
      difference = signed_difference(*m.definition, change->difference, std::max(places_of(*m.definition, *change->before), places_of(*m.definition, *change->now)));
    }
    direction_with(page, words, difference);
  }
  page.h.add("</td>");
}

std::string since(const std::vector<Line>& lines, bool baseline) {
  for (const Line& line : lines) {
    const auto& change = baseline ? line.c->baseline : line.c->previous;
    if (change) return "Since " + period_words(change->from);
  }
  return {};
}

void shared_reasons(Page& page, const PublicMeasure& m, const std::vector<Line>& lines) {
  std::set<std::string> reasons;
  for (const Line& line : lines) {
    for (const auto* change : {&line.c->baseline, &line.c->previous}) {
      if (*change && (*change)->known && (*change)->direction == Direction::cannot_say && (*change)->cannot != Cannot::better_none) reasons.emplace(cannot_words((*change)->cannot));
    }
  }
  if (m.definition->better == Better::none) paragraph(page, "No better or worse is said of this measure.");
  for (const std::string& reason : reasons) {
    paragraph(page, "Where it says “cannot say”: " + reason + ". So the arrow and the points stand, and not better or worse.");
  }
}

void position(Page& page, const PublicMeasure& m) {
  const View& view = page.view;
  Html& h = page.h;
  std::vector<Line> lines;
  for (std::size_t i = 0; i < m.choices.size(); ++i) lines.push_back({part_title(m, m.choices[i]), m.choices[i], &m.parts[i]});
  if (m.has_whole()) lines.push_back({lines.empty() ? m.title() : std::string("All"), {}, &m.whole});
  std::set<Period> all;
  for (const Line& line : lines) {
    for (const Period period : view.periods(m, line.choice)) all.insert(period);
  }
  // The last twelve and the baseline: the rest stands on the measure's page.
  constexpr std::size_t most = 12;
  std::vector<Period> periods(all.begin(), all.end());
  const bool cut = periods.size() > most + 1;
  if (cut) {
    std::optional<Period> baseline;
    for (const Line& line : lines) {
      if (line.c->baseline) baseline = line.c->baseline->from;
    }
    periods.erase(periods.begin(), periods.end() - static_cast<std::ptrdiff_t>(most));
    if (baseline && *baseline < periods.front()) periods.insert(periods.begin(), *baseline);
  }
  const Bands* bands = view.bands(m);
  const std::string id = "position-" + m.id();
  open_section(page, id, lines.size() == 1 ? m.title() : "Position by " + std::string(periods.empty() ? "period" : periods[0].kind == PeriodKind::month_end ? "month" : "period"), true);
  shared_reasons(page, m, lines);
  if (bands != nullptr) key(page, *bands);
  if (cut) page.h.add("<p>The last twelve stand here, after the one that change is measured from. <a href=\"").text(m.file).add("\">All of them</a>.</p>\n");
  quiet(page, "On a narrow screen the table slides sideways. The names stay in view.");
  const std::string since_baseline = since(lines, true), since_previous = since(lines, false);
  const bool points = m.definition->unit == Unit::percent;
  h.add("<p id=\"").text(id).add("-caption\"><b><a href=\"").text(m.file).add("\">").text(m.title()).add("</a>").add(points ? Markup(", per cent") : Markup("")).add("</b></p>\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"").text(id)
      .add("-caption\" tabindex=\"0\">\n<table class=\"months\" aria-labelledby=\"").text(id).add("-caption\">\n<thead><tr><th scope=\"col\">")
      .text(m.definition->split_names.empty() ? std::string("Measure") : capital(lower_words(m.definition->split_names[0]))).add("</th>");
  for (std::size_t i = 0; i < periods.size(); ++i) {
    h.add("<th scope=\"col\">").text(column_words(periods[i], i == 0 ? nullptr : &periods[i - 1], i + 1 == periods.size())).add("</th>");
  }
  for (const std::string& words : {since_baseline, since_previous}) {
    if (!words.empty()) h.add("<th scope=\"col\" class=\"since\">").text(words).add(points ? Markup(", points</th>") : Markup("</th>"));
  }
  h.add("</tr></thead><tbody>\n");
  for (const Line& line : lines) {
    h.add("<tr><th scope=\"row\"><a href=\"").text(address(m, line.choice)).add("\">").text(line.title).add("</a></th>");
    for (const Period period : periods) {
      const Figure* figure = view.figure(m, line.choice, period);
      if (!printable(figure)) {
        h.add("<td>");
        none(page, view.said(m, figure));
        h.add("</td>");
        continue;
      }
      const Band* band = bands == nullptr ? nullptr : band_of(*bands, figure->value);
      const int number = shape_of(bands, band);
      if (number > 0 && !page.head.plain) h.add("<td class=\"b").number(number).add("\">");
      else h.add("<td>");
      h.text(without_unit(view.said(m, figure)));
      shape(page, number);
      if (band != nullptr) h.add("<span class=\"vh\"> ").text(band->name).add("</span>");
      h.add("</td>");
    }
    if (!since_baseline.empty()) change_cell(page, m, *line.c, line.c->baseline);
    if (!since_previous.empty()) change_cell(page, m, *line.c, line.c->previous);
    h.add("</tr>\n");
  }
  h.add("</tbody></table></div>\n");
  if (!page.head.plain && points && periods.size() > 2) {
    heading(page, 3, "The same figures as lines");
    quiet(page, "Each drawing runs from 0% to 100%. Where no figure is given, the line is left open. The middle line marks 50%.");
    h.add("<ul class=\"multi\">\n");
    for (const Line& line : lines) {
      std::vector<ChartPoint> drawn;
      for (const Period period : periods) {
        const Figure* figure = view.figure(m, line.choice, period);
        if (printable(figure)) drawn.push_back({period, figure->value, without_unit(view.said(m, figure))});
      }
      if (drawn.empty()) continue;
      h.add("<li><p class=\"name\">").text(line.title).add("</p>");
      small_line(page, line.title + ": " + drawn.front().said + "% in " + period_words(drawn.front().period) + ", " + drawn.back().said + "% in " + period_words(drawn.back().period), drawn, Ratio::whole(0), Ratio::whole(100));
      h.add("</li>\n");
    }
    h.add("</ul>\n");
  }
  close_section(page);
}

}  // namespace

std::string position_page(const View& view, const PublicPage& p) {
  Page page = begin_section_page(view, p, true, "wide-print");
  section_start(page, p);
  for (const PublicMeasure* m : measures_of(view, p)) position(page, *m);
  section_registers(page, p);
  return end_page(page);
}

}  // namespace reportcard
