// SPDX-License-Identifier: MIT
#include "site/before_and_now.h"

#include <algorithm>
#include <optional>

#include "engine/print.h"

namespace reportcard {

namespace {

std::string words_of(const Period& period) { return period.kind == PeriodKind::not_given ? std::string("period not given") : period.said(); }

void value_cell(Page& page, const Line& line, const Figure* figure, const std::optional<Period>& when, bool name_period) {
  Html& h = page.h;
  h.add("<td class=\"num\">");
  if (may_be_printed(figure)) h.text(page.view.said(*line.measure, figure));
  else none(page, figure == nullptr ? std::string("not given") : page.view.said(*line.measure, figure));
  if (name_period && when) h.add("<br><span class=\"small soft\">").text(words_of(*when)).add("</span>");
  h.add("</td>");
}

void change_cell(Page& page, const Line& line, const Change* change) {
  Html& h = page.h;
  h.add("<td class=\"num\">");
  if (change == nullptr || !change->known || !may_be_printed(change->before) || !may_be_printed(line.comparison->now)) {
    none(page, "cannot say");
  } else if (change->way == 0) {
    h.text(change->difference.sign() == 0 ? "no change" : "no change beyond rounding");
  } else {
    const Measure& m = *line.measure->definition;
    h.text(change->difference.sign() > 0 ? "+" : "−").text(said_difference(m, change->difference.size(), change->places == Number::wholly ? 0 : std::max<int>(change->places, 0)));
  }
  h.add("</td>");
}

}  // namespace

bool may_be_printed(const Figure* figure) { return figure != nullptr && figure->known && !figure->hidden; }

bool says_whole(const PublicMeasure& m) { return m.choices.empty() || (m.whole.now != nullptr && (m.whole.now->known || m.whole.now->hidden)); }

std::vector<Line> lines_of(const std::vector<const PublicMeasure*>& measures) {
  std::vector<Line> lines;
  for (const PublicMeasure* m : measures) {
    if (says_whole(*m)) lines.push_back({m, &m->whole, {}});
    for (std::size_t i = 0; i < m->parts.size(); ++i) lines.push_back({m, &m->parts[i], m->choices[i]});
  }
  return lines;
}

std::string line_title(const Line& line) {
  return line.choice.empty() ? line.measure->title() : line.measure->title() + ": " + part_title(*line.measure, line.choice);
}

std::string said_period_of(const Comparison& c) { return c.period ? words_of(*c.period) : std::string(); }

const Change* change_of(const Comparison& c) {
  for (const auto* change : {&c.previous, &c.year_ago, &c.baseline}) {
    if (*change && (*change)->known) return &**change;
  }
  return c.previous ? &*c.previous : nullptr;
}

void before_and_now(Page& page, std::string_view caption, const std::vector<Line>& lines) {
  if (lines.empty()) return;
  // Where all lines are about the same two periods, the heads name them; else each cell does.
  std::optional<Period> before, now;
  bool alike = true;
  for (const Line& line : lines) {
    const Change* change = change_of(*line.comparison);
    if (line.comparison->period) {
      if (now && *now != *line.comparison->period) alike = false;
      now = line.comparison->period;
    }
    if (change != nullptr && change->before != nullptr) {
      if (before && *before != change->from) alike = false;
      before = change->from;
    }
  }
  alike = alike && before && now;
  open_table(page, caption, {"What is counted", alike ? before->said() : "Before", alike ? now->said() : "Now", "Change"}, 1, true);
  for (const Line& line : lines) {
    const Change* change = change_of(*line.comparison);
    page.h.add("<tr><th scope=\"row\"><a href=\"").text(address(*line.measure, line.choice)).add("\">").text(line_title(line)).add("</a></th>");
    value_cell(page, line, change == nullptr ? nullptr : change->before, change == nullptr ? std::nullopt : std::optional<Period>(change->from), !alike);
    value_cell(page, line, line.comparison->now, line.comparison->period, !alike);
    change_cell(page, line, change);
    page.h.add("</tr>\n");
  }
  close_table(page);
}

}  // namespace reportcard
