// SPDX-License-Identifier: MIT
// Here and elsewhere in one table. Like with like: a gap needs the same period; the others are printed, each dated.
#include <algorithm>

#include "base/text.h"
#include "site/chart.h"
#include "site/components.h"
#include "site/pages.h"
#include "site/section_parts.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

struct Pair { const PublicMeasure* m; const Comparison* c; std::string choice; const Gap* gap; };

bool printable(const Figure* figure) { return figure != nullptr && figure->known && !figure->hidden; }

void name_cell(Page& page, const Pair& pair) {
  page.h.add("<th scope=\"row\"><a href=\"").text(address(*pair.m, pair.choice)).add("\">").text(part_title(*pair.m, pair.choice)).add("</a>");
  if (!pair.choice.empty()) page.h.add(" <span class=\"small soft\">").text(pair.m->title()).add("</span>");
  if (pair.m->definition->better == Better::lower) page.h.add(" <span class=\"small soft\">(lower is better)</span>");
  page.h.add("</th>");
}

void value_cell(Page& page, const Pair& pair, const Figure* figure, std::string_view whose, const std::string& dated, bool soft) {
  page.h.add(soft ? Markup("<td class=\"v soft\">") : Markup("<td class=\"v\">")).add("<span class=\"lab\">").text(whose).add(" </span>").text(page.view.said(*pair.m, figure));
  if (!dated.empty()) page.h.add("<span>").text(dated).add("</span>");
  page.h.add("</td>");
}

void same_period(Page& page, const std::vector<Pair>& pairs, const std::string& who) {
  const View& view = page.view;
  Html& h = page.h;
  const bool shares = std::all_of(pairs.begin(), pairs.end(), [](const Pair& pair) { return pair.m->definition->unit == Unit::percent; }) && !page.head.plain;
  if (shares) quiet(page, "The diamond is " + who + " and the dot is " + view.area_name() + ", on a scale of 0% to 100%.");
  std::vector<std::string> headings{"Measure", view.area_name(), who};
  if (shares) headings.push_back("Both, 0% to 100%");
  headings.push_back("Gap");
  open_rows(page, shares ? Markup("nat") : Markup("nat flat4"), view.area_name() + " and " + who + " for the same period", headings);
  for (const Pair& pair : pairs) {
    h.add("<tr>");
    name_cell(page, pair);
    value_cell(page, pair, pair.gap->ours, view.area_name(), period_words(*pair.gap->period), false);
    value_cell(page, pair, pair.gap->theirs, who, {}, true);
    if (shares) {
      h.add("<td class=\"wide trk\">");
      strip(page, pair.m->title() + ", " + period_words(*pair.gap->period) + ": " + who + " " + view.said(*pair.m, pair.gap->theirs) + ", " + view.area_name() + " " + view.said(*pair.m, pair.gap->ours),
            std::nullopt, pair.gap->ours->value, pair.gap->theirs->value, nullptr);
      h.add("</td>");
    }
    h.add("<td class=\"wide\">");
    rival(page, view.rival(*pair.c, *pair.gap));
    h.add("</td></tr>\n");
  }
  close_rows(page);
}

void other_periods(Page& page, const std::vector<Pair>& pairs, const std::string& who) {
  const View& view = page.view;
  open_rows(page, "nat2", view.area_name() + " and " + who + " for different periods", {"Measure", view.area_name(), who});
  for (const Pair& pair : pairs) {
    page.h.add("<tr>");
    name_cell(page, pair);
    value_cell(page, pair, pair.gap->ours, view.area_name(), period_words(pair.gap->ours_period), false);
    value_cell(page, pair, pair.gap->theirs, who, period_words(pair.gap->theirs_period), true);
    page.h.add("</tr>\n");
  }
  close_rows(page);
}

}  // namespace

std::string compare_page(const View& view, const PublicPage& p) {
  Page page = begin_section_page(view, p);
  section_start(page, p);
  std::vector<const PublicMeasure*> measures = measures_of(view, p);
  if (measures.empty()) {
    for (const PublicMeasure& m : view.measures()) measures.push_back(&m);
  }
  // One part of the page for each comparator, in the card's order.
  std::vector<std::string> comparators;
  std::vector<Pair> all;
  const auto take = [&](const PublicMeasure& m, const Comparison& c, const std::string& choice) {
    for (const Gap& gap : c.gaps) {
      if (!printable(gap.theirs) || !printable(gap.ours)) continue;
      all.push_back({&m, &c, choice, &gap});
      if (std::find(comparators.begin(), comparators.end(), gap.comparator) == comparators.end()) comparators.push_back(gap.comparator);
    }
  };
  for (const PublicMeasure* m : measures) {
    if (m->has_whole()) take(*m, m->whole, {});
    for (std::size_t i = 0; i < m->parts.size(); ++i) take(*m, m->parts[i], m->choices[i]);
  }
  if (all.empty()) paragraph(page, "No figure of another place is given, so nothing is compared.");
  for (const std::string& comparator : comparators) {
    std::vector<Pair> same, other;
    std::string who;
    for (const Pair& pair : all) {
      if (pair.gap->comparator != comparator) continue;
      who = pair.gap->said.substr(0, pair.gap->said.find(" ("));
      (pair.gap->period ? same : other).push_back(pair);
    }
    open_section(page, "beside-" + slug(comparator), "Beside " + who, &comparator == &comparators.front());
    if (const std::string says = view.list_says(comparator); !says.empty()) paragraph(page, says);
    if (!same.empty()) {
      heading(page, 3, "The same month or year");
      same_period(page, same, who);
    }
    if (!other.empty()) {
      heading(page, 3, "Not the same month or year, so no gap");
      other_periods(page, other, who);
    }
    close_section(page);
  }
  section_registers(page, p);
  return end_page(page);
}

}  // namespace reportcard
