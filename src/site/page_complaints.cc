// SPDX-License-Identifier: MIT
// Complaints and learning: how many, from how many people, answered how soon, what was learned, how to complain.
// More complaints are neither better nor worse in themselves: people may find it easier to complain.
#include <algorithm>

#include "base/text.h"
#include "site/before_and_now.h"
#include "site/chart.h"
#include "site/chart_hundred.h"
#include "site/counts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

// People and complaints, before and now, on one scale.
void counts_chart(Page& page, const std::vector<Line>& lines) {
  std::vector<Bar> bars;
  std::string title;
  for (const Line& line : lines) {
    const Change* change = change_of(*line.comparison);
    if (line.measure->definition->unit != Unit::count || change == nullptr || !change->known) continue;
    if (!may_be_printed(change->before) || !may_be_printed(line.comparison->now)) continue;
    const std::string before = page.view.said(*line.measure, change->before), now = page.view.said(*line.measure, line.comparison->now);
    title += (title.empty() ? "" : "; ") + line_title(line) + ", " + before + " to " + now;
    bars.push_back({line_title(line) + ", " + change->from.said(), change->before->value, before, true, std::nullopt});
    bars.push_back({change->to.said(), line.comparison->now->value, now, false, std::nullopt});
  }
  if (bars.empty()) return;
  bar_chart(page, title, "All bars share one scale. Complaints for each person are not worked out: one letter may have been counted as several complaints.", bars);
}

bool is_share_in_time(const PublicMeasure& m) { return m.definition->unit == Unit::percent && m.definition->better == Better::higher && says_whole(m); }

void share_in_time(Page& page, const PublicMeasure& m) {
  const Comparison& c = m.whole;
  if (!may_be_printed(c.now)) return;
  const Change* change = change_of(c);
  open_section(page, "time-" + m.id(), m.title());
  page.h.add("<p>");
  sentence(page, page.view.whole(c));
  page.h.add("</p>\n<div class=\"wafs\">");
  if (change != nullptr && change->known && may_be_printed(change->before)) hundred_chart(page, change->from.said(), change->before->value, m.title());
  hundred_chart(page, said_period_of(c), c.now->value, m.title());
  page.h.add("<div><p>");
  if (change != nullptr) direction(page, page.view.direction(c, *change));
  else direction(page, cannot_say("one figure only"));
  page.h.add("</p><p class=\"small soft\">Filled: in time. Outlined: late.</p><p class=\"small\"><b>On time is not the same as safe, or as put right.</b></p></div></div>\n");
  close_section(page);
}

void lesson(Page& page, const PublicRegister& of, std::size_t row) {
  Html& h = page.h;
  const auto step = [&](std::string_view name, const std::string& words, std::string_view without) {
    h.add("<div><h4>").text(name).add("</h4><p");
    if (words.empty()) h.add(" class=\"soft\">").text(without);
    else h.add(">").text(words);
    h.add("</p>");
  };
  h.add("<li");
  if (const std::string anchor = of.anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
  h.add("><h3 class=\"vh\">Lesson ").number(static_cast<std::int64_t>(row) + 1).add("</h3><div class=\"flow\">");
  step("Complaint", of.said(row, "complaint"), "not published");
  h.add("</div>");
  step("Response", of.said(row, "response"), "no response published");
  h.add("</div>");
  step("Change", of.said(row, "change"), "no change published");
  if (const std::string not_done = of.said(row, "not_done"); !not_done.empty()) h.add("<p><b>Not done, or not counted:</b> ").text(not_done).add("</p>");
  h.add("</div></div>\n<dl class=\"meta\">");
  for (const char* column : {"state", "due", "evidence", "note", "source"}) {
    const int at = of.find(column);
    const std::string words = of.said(row, at);
    if (!words.empty()) fact(page, of.column(at).title, words);
  }
  if (!of.text(row, "owner").empty()) {
    h.add("<div><dt>Owner</dt><dd>");
    linked_rows(page, of, row, "owner");
    h.add("</dd></div>");
  }
  h.add("</dl></li>\n");
}

void learned(Page& page) {
  const PublicRegister* of = page.view.find("learning");
  if (of == nullptr) return;
  open_section(page, "learned", "What was learned");
  if (of->rows() == 0) {
    page.h.add("<p class=\"none\">").text(of->empty_sentence()).add("</p>\n");
  } else {
    page.h.add("<ul class=\"items\">\n");
    for (std::size_t row = 0; row < of->rows(); ++row) lesson(page, *of, row);
    page.h.add("</ul>\n");
  }
  close_section(page);
}

std::string title_of(const View& view, const std::vector<Line>& lines, const PublicPage& asked) {
  for (const Line& line : lines) {
    if (!may_be_printed(line.comparison->now)) continue;
    const std::string found = without_full_stop(view.finding(*line.comparison).text);
    if (!found.empty()) return found;
  }
  return asked.title.empty() ? std::string("Complaints and learning") : asked.title;
}

}  // namespace

std::string complaints_page(const View& view, const PublicPage& asked) {
  const std::vector<const PublicMeasure*> measures = page_measures(view, asked);
  const std::vector<Line> lines = lines_of(measures);
  const std::string name = asked.title.empty() ? std::string("Complaints and learning") : asked.title;
  const std::string title = title_of(view, lines, asked);
  Page page = begin_page(view, {asked.file, name, title + ".", asked.kind, current_of(view, asked), asked.plain, false, {}});
  Html& h = page.h;
  open_pair(page);
  crumb(page, asked, title == name ? std::string() : name);
  heading(page, 1, title);
  h.add("<p class=\"lede\">More complaints are not in themselves better or worse: people may find it easier to complain.</p>\n");
  to_margin(page);
  for (const PublicMeasure* m : measures) {
    if (!m->definition->note.empty()) margin(page, m->title(), m->definition->note);
  }
  close_pair(page);
  if (asked.found_later) found_later_box(page, "about.html#afterwards");
  counts_chart(page, lines);
  for (const PublicMeasure* m : measures) {
    if (is_share_in_time(*m)) share_in_time(page, *m);
  }
  if (!lines.empty()) {
    open_section(page, "stages", "Complaints by stage");
    before_and_now(page, "What was counted, before and now", lines);
    for (const PublicMeasure* m : measures) printed_rows(page, view.printed_beside(m->id()));
    close_section(page);
  }
  if (const auto found = findings_about(view, measures); !found.empty()) {
    open_section(page, "unsettled", "What does not follow from these figures");
    findings_list(page, found, 3);
    close_section(page);
  }
  learned(page);
  rest_of_registers(page, asked, {"learning"});
  if (view.prose(asked.words) != nullptr) {
    h.add("<section class=\"part\" id=\"how\" aria-label=\"How to complain, and what these figures do not say\">\n");
    page_words(page, asked);
    close_section(page);
  }
  worried(page);
  return end_page(page);
}

}  // namespace reportcard
