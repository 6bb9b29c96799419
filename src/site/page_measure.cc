// SPDX-License-Identifier: MIT
// A measure: one finding as the title, its facts, chart and table, what it cannot tell, how it was made, how to cite it.
#include <algorithm>

#include "card/audience.h"
#include "card/names.h"
#include "engine/print.h"
#include "site/chart.h"
#include "site/commentary_html.h"
#include "site/components.h"
#include "site/made.h"
#include "site/pages.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

bool printable(const Figure* figure) { return figure != nullptr && figure->known && !figure->hidden; }

void crumb(Page& page, const PublicMeasure& m) {
  page.h.add("<nav class=\"crumb\" aria-label=\"Where this is\"><a href=\"index.html\">Overview</a>");
  if (const PublicPage* section = page.view.page(m.section)) page.h.add(" / <a href=\"").text(section->file).add("\">").text(section->title).add("</a>");
  page.h.add("</nav>\n");
}

void evidence(Page& page, const PublicMeasure& m, const Comparison& c) {
  const View& view = page.view;
  if (m.definition->audience != Audience::public_) margin(page, "For", capital(std::string(audience_said(m.definition->audience))));
  if (c.period) margin(page, "Period of fact", (c.period->kind == PeriodKind::academic_year ? "School year " : "") + period_words(*c.period));
  if (c.now != nullptr) {
    const Date published{c.now->published};
    margin(page, "Published", c.now->published == std::numeric_limits<std::int32_t>::min() ? std::string("Not given") : published.said());
    const std::string source = view.value_row(m, c.now, "source");
    if (!source.empty()) margin(page, "Source", source);
    else if (!view.source_file(m).empty() && m.definition->kind != MeasureKind::value) margin(page, "Source", "Computed from " + view.source_file(m));
    const std::string called = view.text_of(c.now->called);
    if (!called.empty() && c.period && called != c.period->name()) margin(page, "Called by its publisher", called);
  }
}

void fact(Page& page, std::string_view name) { page.h.add("<div><dt>").text(name).add("</dt><dd>"); }
void end_fact(Page& page) { page.h.add("</dd></div>\n"); }

void facts(Page& page, const PublicMeasure& m, const Comparison& c, std::string_view choice) {
  const View& view = page.view;
  Html& h = page.h;
  h.add("<dl class=\"facts\">\n");
  h.add("<div><dt>").text(view.area_name());
  if (c.period) h.add(", ").text(period_words(*c.period));
  h.add("</dt><dd class=\"big\">");
  if (printable(c.now)) h.text(view.said(m, c.now));
  else none(page, c.now == nullptr ? std::string("no figure") : view.said(m, c.now));
  end_fact(page);
  std::vector<Period> shown;
  for (const auto* change : {&c.previous, &c.year_ago, &c.baseline}) {
    if (!*change || std::find(shown.begin(), shown.end(), (*change)->from) != shown.end()) continue;
    shown.push_back((*change)->from);
    fact(page, "Change from " + period_words((*change)->from));
    direction(page, view.direction(c, **change));
    end_fact(page);
  }
  if (shown.empty() && c.now != nullptr) {
    fact(page, "Change");
    if (m.definition->better == Better::none) none(page, "One figure only");
    else direction(page, cannot_say("one figure only"));
    end_fact(page);
  }
  for (const Gap& gap : c.gaps) {
    fact(page, "Against " + gap.said);
    if (gap.period) {
      rival(page, view.rival(c, gap));
    } else if (gap.theirs != nullptr && gap.theirs->known) {
      h.text(gap.said).add(" ").text(view.said(m, gap.theirs)).add(", ").text(period_words(gap.theirs_period)).add(": not the same period, so no gap");
    } else {
      none(page, "No figure is given");
    }
    if (gap.period && !gap.current) h.add("<br><span class=\"small soft\">").text(period_words(*gap.period)).add(", the latest that both have</span>");
    if (const std::string says = view.list_says(gap.comparator); !says.empty()) h.add("<br><span class=\"small soft\">").text(says).add("</span>");
    end_fact(page);
    if (gap.period && m.definition->better != Better::none && gap.trend != Gap::Trend::cannot_say) {
      fact(page, "Is the gap narrowing?");
      constexpr std::string_view words[] = {"", "Yes: it is narrower than in ", "No: it is wider than in ", "As wide as in ", "Has overtaken since ", "Has fallen behind since "};
      h.text(words[static_cast<std::size_t>(gap.trend)]).text(gap.earlier_period ? period_words(*gap.earlier_period) : std::string("the period before"));
      end_fact(page);
    }
  }
  for (const Change& x : c.targets) {
    fact(page, "Target");
    target(page, view.target(c, x));
    end_fact(page);
  }
  if (c.band != nullptr) {
    fact(page, "Band");
    h.text(c.band->name);
    end_fact(page);
  }
  if (c.rank && m.definition->better != Better::none) {
    fact(page, "Rank among authorities");
    h.add(c.rank->tied ? Markup("Equal ") : Markup("")).number(c.rank->rank).add(" of ").number(c.rank->of);
    end_fact(page);
  }
  if (c.period) {
    for (const auto& [side, words] : {std::pair{Side::late, "Late"}, {Side::overdue, "Open past the limit"}, {Side::open, "Open"}, {Side::median, "In the middle, days taken"}, {Side::unjudged, "Not yet judged"}}) {
      const Figure* beside = view.side(m, side, choice, *c.period);
      if (beside == nullptr || !beside->known || beside->hidden) continue;
      fact(page, words);
      const auto number = round_to(beside->value, beside->value.over % beside->value.under == 0 ? 0 : 1);
      h.text(number ? number->said() : std::string("cannot say"));
      end_fact(page);
    }
  }
  if (c.published_beside != nullptr && printable(c.published_beside)) {
    fact(page, "Published beside it");
    h.text(view.said(m, c.published_beside)).add("<br><span class=\"small soft\">Ours is computed from records. Neither corrects the other.</span>");
    end_fact(page);
  }
  h.add("</dl>\n");
}

bool chart(Page& page, const PublicMeasure& m, std::string_view choice, const Comparison& c) {
  const View& view = page.view;
  LineChart line;
  line.note = m.title() + (choice.empty() ? "." : ": " + part_title(m, choice) + ".");
  line.measure = m.definition;
  line.ours.name = view.area_name();
  for (const View::Place& place : view.places_against()) line.theirs.push_back({place.name, {}});
  for (const Period period : view.periods(m, choice)) {
    if (period.kind == PeriodKind::not_given) continue;
    const Figure* ours = view.figure(m, choice, period);
    if (printable(ours)) line.ours.points.push_back({period, ours->value, view.said(m, ours)});
    for (std::size_t i = 0; i < line.theirs.size(); ++i) {
      const Figure* theirs = view.figure(m, view.places_against()[i].area, choice, period);
      // Figures of different dates are not drawn together.
      if (printable(ours) && printable(theirs)) line.theirs[i].points.push_back({period, theirs->value, view.said(m, theirs)});
    }
  }
  if (!c.targets.empty() && c.targets.size() == 1) {
    line.target = Ratio::of(c.targets[0].target);
    line.target_said = "Target " + tick_words(*m.definition, *line.target);
  }
  if (page.head.plain || line.ours.points.size() < 2) return false;
  const ChartPoint &first = line.ours.points.front(), &last = line.ours.points.back();
  line.title = view.area_name() + ": " + first.said + " in " + period_words(first.period) + ", " + last.said + " in " + period_words(last.period);
  for (const ChartSeries& series : line.theirs) {
    if (!series.points.empty()) line.title += "; " + series.name + ": " + series.points.back().said + (series.points.back().period == last.period ? "" : " in " + period_words(series.points.back().period));
  }
  line_chart(page, line);
  return true;
}

// The same figures as a table: one row a period, ours, theirs, the gap.
void table(Page& page, const PublicMeasure& m, std::string_view choice, const std::string& caption) {
  const View& view = page.view;
  Html& h = page.h;
  const std::vector<Period> periods = view.periods(m, choice);
  if (periods.empty()) return;
  const bool points = m.definition->unit == Unit::percent;
  std::vector<std::string> headings{"Period", view.area_name()};
  std::vector<const View::Place*> places;
  for (const View::Place& place : view.places_against()) {
    const bool any = std::any_of(periods.begin(), periods.end(), [&](Period period) {
      const Figure* theirs = view.figure(m, place.area, choice, period);
      return theirs != nullptr && theirs->known;
    });
    if (!any) continue;
    places.push_back(&place);
    headings.push_back(place.name);
    headings.push_back(places.size() == 1 ? (points ? "Gap, points" : "Gap") : "Gap to " + place.name);
  }
  constexpr std::size_t tall = 18;  // a longer table scrolls in itself
  h.add(periods.size() > tall ? Markup("<div class=\"scroll tall\"") : Markup("<div class=\"scroll\"")).add(" role=\"region\" aria-label=\"Figures by period").text(choice.empty() ? "" : ", ").text(choice).add("\" tabindex=\"0\">");
  open_table(page, caption, headings);
  for (const Period period : periods) {
    const Figure* ours = view.figure(m, choice, period);
    h.add("<tr><th scope=\"row\">").text(period_words(period)).add("</th><td class=\"num");
    if (!printable(ours)) h.add(" soft");
    h.add("\">").text(view.said(m, ours)).add("</td>");
    const Comparison then = places.empty() ? Comparison{} : view.compared(m, choice, period);
    for (const View::Place* place : places) {
      const Figure* theirs = view.figure(m, place->area, choice, period);
      h.add("<td class=\"num").add(printable(theirs) ? Markup("\">") : Markup(" soft\">")).text(view.said(m, theirs)).add("</td>");
      const Gap* gap = nullptr;
      for (const Gap& g : then.gaps) {
        if (g.comparator == place->id && g.period && *g.period == period) gap = &g;
      }
      h.add("<td class=\"num").add(gap == nullptr ? Markup(" soft\">cannot say") : Markup("\">"));
      if (gap != nullptr) h.text(signed_difference(*m.definition, gap->difference, std::max(places_of(*m.definition, *gap->ours), places_of(*m.definition, *gap->theirs))));
      h.add("</td>");
    }
    h.add("</tr>\n");
  }
  close_table(page);
  h.add("</div>\n");
}

// The parts side by side, or end to end where they make a whole. A part of a part is drawn inside it.
void parts_drawn(Page& page, const PublicMeasure& m) {
  const View& view = page.view;
  std::vector<Bar> bars;
  std::optional<Period> period;
  bool same = true, positive = true;
  for (std::size_t i = 0; i < m.choices.size(); ++i) {
    const Comparison& c = m.parts[i];
    if (!printable(c.now) || !c.period) continue;
    same = same && (!period || *period == *c.period);  // figures of different dates are not drawn together
    period = c.period;
    positive = positive && c.now->value.sign() >= 0;
    const std::size_t slash = m.choices[i].rfind('/');
    if (slash != std::string::npos) {
      for (Bar& bar : bars) {
        if (bar.label == m.choices[i].substr(0, slash) && m.definition->parts == Parts::add) bar.of_which = c.now->value;
      }
      continue;
    }
    bars.push_back({m.choices[i], c.now->value, view.said(m, c.now), false, std::nullopt});
  }
  if (bars.size() < 2 || !same || !positive) return;
  const std::string title = m.title() + ", " + period_words(*period);
  const bool whole = printable(m.whole.now) && m.whole.period == period;
  if (m.definition->parts == Parts::add) {
    parts_chart(page, title, "Bars placed end to end. The solid piece of a bar is a named part of it.", bars,
                whole ? std::optional<Ratio>(m.whole.now->value) : std::nullopt, whole ? "Total as given: " + view.said(m, m.whole.now) : std::string(), {});
  } else {
    bar_chart(page, title, {}, bars);
  }
}

// One figure and nothing beside it is said in the table; a part with a past or a rival has words of its own.
bool has_section(const View& view, const PublicMeasure& m, std::size_t part) {
  return view.periods(m, m.choices[part]).size() > 1 || !m.parts[part].targets.empty() || !view.commentary(m, m.choices[part]).empty();
}

void parts_table(Page& page, const PublicMeasure& m) {
  const View& view = page.view;
  Html& h = page.h;
  open_table(page, "The parts as a table", {"Part", "Period", view.area_name()}, 2);
  const auto line = [&](const std::string& words, const Comparison& c, Markup css, const std::string& anchor, const std::string& to) {
    h.add("<tr").add(css);
    if (!anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
    h.add("><th scope=\"row\">");
    if (!to.empty()) h.add("<a href=\"#").text(to).add("\">");
    h.text(words);
    if (!to.empty()) h.add("</a>");
    h.add("</th><td>").text(c.period ? period_words(*c.period) : std::string("no period")).add(printable(c.now) ? Markup("</td><td class=\"num\">") : Markup("</td><td class=\"num soft\">")).text(view.said(m, c.now)).add("</td></tr>\n");
  };
  for (std::size_t i = 0; i < m.choices.size(); ++i) {
    const std::size_t slash = m.choices[i].rfind('/');
    const bool own = has_section(view, m, i);
    line(slash == std::string::npos ? m.choices[i] : "of which " + m.choices[i].substr(slash + 1), m.parts[i], slash == std::string::npos ? Markup("") : Markup(" class=\"part-of\""),
         own ? std::string() : anchor_of(m.choices[i]), own ? anchor_of(m.choices[i]) : std::string());
  }
  if (m.whole_is_said) line(m.definition->parts == Parts::add ? "Total as given" : "All", m.whole, " class=\"total\"", {}, {});
  close_table(page);
}

void parts(Page& page, const PublicMeasure& m) {
  if (m.choices.empty()) return;
  const View& view = page.view;
  Html& h = page.h;
  open_section(page, "parts", m.definition->split_names.empty() ? std::string("By part") : "By " + lower_words(m.definition->split_names[0]));
  if (m.definition->parts == Parts::some) quiet(page, "These are some of the parts; the rest is not given.");
  parts_drawn(page, m);
  parts_table(page, m);
  for (std::size_t i = 0; i < m.choices.size(); ++i) {
    const Comparison& c = m.parts[i];
    if (!has_section(view, m, i)) continue;
    h.add("<section id=\"").text(anchor_of(m.choices[i])).add("\" aria-labelledby=\"h-").text(anchor_of(m.choices[i])).add("\">");
    heading(page, 3, part_title(m, m.choices[i]), "h-" + anchor_of(m.choices[i]));
    h.add("<p>");
    sentence(page, view.whole(c));
    h.add("</p>\n");
    if (!page.head.plain) {
      h.add("<p class=\"marks\">");
      marks(page, c, WhichMarks::all);
      h.add("</p>\n");
    }
    office_words(page, m, m.choices[i], 4);
    h.add("<details><summary>Figures of ").text(part_title(m, m.choices[i])).add("</summary>\n");
    table(page, m, m.choices[i], "Figures of " + part_title(m, m.choices[i]));
    h.add("</details></section>\n");
  }
  close_section(page);
}

void cannot_tell(Page& page, const PublicMeasure& m) {
  const View& view = page.view;
  std::vector<std::string> lines = m.definition->cannot_tell;
  const Comparison& c = m.has_whole() || m.parts.empty() ? m.whole : m.parts[0];
  for (const std::string& caveat : view.caveats(c)) lines.push_back(caveat);
  if (lines.empty()) lines.push_back("What caused it. A figure shows how much, never why.");
  open_section(page, "not", "What this cannot tell you");
  page.h.add("<ul>");
  for (const std::string& line : lines) page.h.element("li", line);
  page.h.add("</ul>\n");
  close_section(page);
}

void documents(Page& page, const PublicMeasure& m) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : page.view.findings()) {
    const auto name = parse_figure_name(finding.figure);
    if (!finding.source.empty() && finding.verdict != Verdict::holds && name && name->measure == m.id()) findings.push_back(&finding);
  }
  const std::vector<Row> printed = page.view.printed_beside(m.id());
  if (findings.empty() && printed.empty()) return;
  open_section(page, "printed", findings.empty() ? "As printed" : "As printed, and what does not add up");
  printed_rows(page, printed);
  findings_list(page, findings, 3);
  close_section(page);
}

}  // namespace

std::string measure_page(const View& view, const PublicMeasure& m) {
  const Comparison& c = m.whole;
  const PublicPage* section = view.page(m.section);
  std::string title = m.has_whole() && c.now != nullptr ? capital(without_full_stop(view.finding(c).text)) : m.title();
  if (title.empty()) title = m.title();
  Page page = begin_page(view, {m.file, title, m.title() + " in " + view.area_name() + ", with the data and how the figure was made.", "measure",
                                section == nullptr ? std::string() : section->file, section != nullptr && section->plain, false, {}});
  Html& h = page.h;
  crumb(page, m);
  open_pair(page);
  heading(page, 1, title);
  h.add("<p class=\"lede\">");
  if (m.has_whole() && c.now != nullptr) sentence(page, view.whole(c));
  else if (!m.choices.empty()) h.text("No figure is given for the whole. Each part has its own below.");
  else h.text("No figure is given.");
  h.add("</p>\n");
  to_margin(page);
  evidence(page, m, m.has_whole() || m.parts.empty() ? c : m.parts[0]);
  close_pair(page);
  if (m.has_whole()) facts(page, m, c, {});
  office_words(page, m, {}, 2);
  if (section != nullptr && section->on_time_note && m.definition->kind == MeasureKind::within) on_time_note(page);
  h.add("<section aria-labelledby=\"h-figures\"><h2 id=\"h-figures\" class=\"vh\">Figures</h2>\n");
  if (m.has_whole()) {
    const bool drawn = chart(page, m, {}, c);
    table(page, m, {}, drawn ? "The same figures as a table" : "Figures by period");
  }
  h.add("<p><a download href=\"downloads/").text("measure-" + m.id()).add(".csv\">Download the figures of this measure (CSV)</a></p>\n</section>\n");
  parts(page, m);
  cannot_tell(page, m);
  documents(page, m);
  how_it_was_made(page, m);
  return end_page(page);
}

}  // namespace reportcard
