// SPDX-License-Identifier: MIT
// Lines by time. Months keep their true distance; a missing month is a gap and no line is drawn across it.
#include <algorithm>
#include <cstdlib>

#include "engine/print.h"
#include "site/chart.h"
#include "site/sentences.h"

namespace reportcard {

namespace {

constexpr int left = 1300, right = 6000;  // hundredths of a per cent: room for the labels of both ends on a phone
constexpr int top = 200;                  // tenths of a pixel

bool next_to(Period a, Period b) {
  if (a.kind == PeriodKind::day) return true;  // single days are points that somebody chose; nothing is missing between them
  return a.kind == b.kind && b.index == a.index + 1;
}

// Long names stand above their point and end at the edge; short ones stand beside it.
void end_label(Page& page, Markup css, SvgPoint at, const std::string& words, int dx) {
  if (words.size() <= 20) svg_text(page.h, css, {at.x, at.y + 45}, words, SvgAnchor::start, dx);
  else svg_text(page.h, css, {10000, at.y - 110}, words, SvgAnchor::end);
}

}  // namespace

void line_chart(Page& page, const LineChart& chart) {
  if (page.head.plain || chart.ours.points.empty()) return;
  std::vector<Ratio> values;
  std::int32_t first_day = chart.ours.points.front().period.last().days, last_day = first_day;
  const auto take = [&](const ChartSeries& series) {
    for (const ChartPoint& point : series.points) {
      values.push_back(point.value);
      first_day = std::min(first_day, point.period.last().days);
      last_day = std::max(last_day, point.period.last().days);
    }
  };
  take(chart.ours);
  for (const ChartSeries& series : chart.theirs) take(series);
  if (chart.target) values.push_back(*chart.target);
  const Scale scale = round_scale(values, false);
  const int floor = chart.height * 10 - 350;
  const auto x = [&](Period period) {
    return last_day == first_day ? left : left + static_cast<int>(std::int64_t{period.last().days - first_day} * (right - left) / (last_day - first_day));
  };
  const auto y = [&](Ratio value) { return floor - along(value, scale.from, scale.to, floor - top); };

  Html& h = page.h;
  const std::string id = page.next_id();
  std::string description = "Points by time for " + chart.ours.name;
  for (const ChartSeries& series : chart.theirs) {
    if (!series.points.empty()) description += ", and for " + series.name + " as diamonds";
  }
  description += ". The scale runs from " + tick_words(*chart.measure, scale.from) + " to " + tick_words(*chart.measure, scale.to) + ". The table holds the same figures.";
  h.add("<figure class=\"read\"><figcaption>").text(chart.title).add("</figcaption>\n<p class=\"soft small\">").text(chart.note);
  if (scale.from.sign() > 0) h.add(chart.note.empty() ? Markup("The scale starts at ") : Markup(" The scale starts at ")).text(tick_words(*chart.measure, scale.from)).add(".");
  h.add("</p>\n");
  open_svg(h, chart.height, id, chart.title, description);
  for (std::size_t i = 0; i < scale.ticks.size(); ++i) {
    const int at = y(scale.ticks[i]);
    if (i == 0) svg_line(h, "base", {0, at}, {10000, at});
    else svg_line(h, "grid", {0, at}, {10000, at});
    svg_text(h, "q", {0, at - 40}, tick_words(*chart.measure, scale.ticks[i]));
  }
  if (chart.target) {
    svg_line(h, "there", {left, y(*chart.target)}, {10000, y(*chart.target)}, true);
    svg_text(h, "q", {10000, y(*chart.target) - 50}, chart.target_said, SvgAnchor::end);
  }
  const std::vector<ChartPoint>& points = chart.ours.points;
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (next_to(points[i - 1].period, points[i].period)) {
      svg_line(h, "lead", {x(points[i - 1].period), y(points[i - 1].value)}, {x(points[i].period), y(points[i].value)});
    }
  }
  for (std::size_t i = 0; i < points.size(); ++i) {
    const SvgPoint at{x(points[i].period), y(points[i].value)};
    if (i + 1 == points.size()) svg_dot(h, "here", at, 50);
    else if (i == 0 || !next_to(points[i - 1].period, points[i].period)) svg_dot(h, "then", at, 50);
    else if (points.size() <= 20) svg_dot(h, "here", at, 25);  // more would hide the line
  }
  const SvgPoint end{x(points.back().period), y(points.back().value)};
  int lift = 0;  // a comparator's label that would lie on ours moves away from it
  for (const ChartSeries& series : chart.theirs) {
    for (const ChartPoint& point : series.points) svg_diamond(h, "there", {x(point.period), y(point.value)});
    if (series.points.empty()) continue;
    const ChartPoint& last = series.points.back();
    SvgPoint at{x(last.period), y(last.value)};
    if (std::abs(at.y - end.y) < 180 && at.x == end.x) at.y = end.y + (at.y < end.y ? -190 : 190);
    at.y += lift;
    lift -= 170;
    end_label(page, "q", at, series.name + " " + last.said, 12);
  }
  if (points.size() > 1) {
    // On the side that the line does not take, unless that is below the floor.
    int at = y(points[0].value) + (points[1].value >= points[0].value ? 200 : -120);
    if (at > floor - 30 || at < 120) at = y(points[0].value) - 120;
    svg_text(h, "hc", {x(points[0].period), std::max(at, 120)}, points[0].said, SvgAnchor::middle);
  }
  SvgPoint label = end;
  if (chart.target && std::abs(y(*chart.target) - end.y) < 150) label.y = std::min(end.y, y(*chart.target)) - 100;
  end_label(page, "hc", label, chart.ours.name + " " + points.back().said, 11);
  // Every period is named where there is room, else the first and the last.
  const int label_y = chart.height * 10 - 130;
  std::vector<Period> named;
  for (const ChartPoint& point : points) named.push_back(point.period);
  for (const ChartSeries& series : chart.theirs) {
    for (const ChartPoint& point : series.points) named.push_back(point.period);
  }
  std::sort(named.begin(), named.end(), [](Period a, Period b) { return a.last() < b.last(); });
  named.erase(std::unique(named.begin(), named.end()), named.end());
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (i != 0 && i + 1 != named.size() && named.size() > 3) continue;
    svg_text(h, "q", {x(named[i]), label_y}, period_words(named[i]), SvgAnchor::middle);
  }
  close_svg(h);
  h.add("</figure>\n");
}

void small_line(Page& page, std::string_view title, const std::vector<ChartPoint>& points, Ratio from, Ratio to) {
  if (page.head.plain || points.empty()) return;
  Html& h = page.h;
  const std::int32_t first = points.front().period.last().days, last = points.back().period.last().days;
  const auto at = [&](const ChartPoint& point) {
    const int x = first == last ? 400 : 400 + static_cast<int>(std::int64_t{point.period.last().days - first} * 7000 / (last - first));
    return SvgPoint{x, 1040 - along(point.value, from, to, 960)};
  };
  open_svg(h, 136, page.next_id(), title, "The table holds every value.");
  svg_line(h, "base", {0, 1040}, {10000, 1040});
  svg_line(h, "grid", {0, 560}, {10000, 560});
  svg_line(h, "grid", {0, 80}, {10000, 80});
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (next_to(points[i - 1].period, points[i].period)) svg_line(h, "lead", at(points[i - 1]), at(points[i]));
  }
  if (points.size() > 1) {
    svg_dot(h, "then", at(points.front()), 40);
    svg_text(h, "q", {at(points.front()).x, at(points.front()).y - 90}, points.front().said);
  }
  svg_dot(h, "here", at(points.back()), 40);
  const SvgPoint end = at(points.back());
  if (points.back().said.size() <= 5) svg_text(h, "hc", {end.x, end.y + 45}, points.back().said, SvgAnchor::start, 9);
  else svg_text(h, "hc", {10000, end.y < 300 ? end.y + 200 : end.y - 90}, points.back().said, SvgAnchor::end);
  svg_text(h, "q", {0, 1240}, period_words(points.front().period));
  if (points.size() > 1) svg_text(h, "q", {at(points.back()).x, 1240}, period_words(points.back().period), SvgAnchor::middle);
  close_svg(h);
}

}  // namespace reportcard
