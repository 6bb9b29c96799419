// SPDX-License-Identifier: MIT
// Charts: inline drawings with direct labels. Their title is what they show, their description says how to read them,
// and the same numbers always stand beside them as a table. Positions are whole numbers: no rounding of doubles.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "html/svg.h"
#include "site/frame.h"

namespace reportcard {

struct ChartPoint { Period period; Ratio value; std::string said; };
struct ChartSeries { std::string name; std::vector<ChartPoint> points; };  // only what may be printed, by period

// Where `value` lies between `from` and `to` on a scale of `length`; outside it is cut to the ends.
int along(Ratio value, Ratio from, Ratio to, int length);

struct Scale { Ratio from, to; std::vector<Ratio> ticks; };
// A scale with three to six round ticks that holds all values. Starts at zero where that costs little, or when asked.
Scale round_scale(std::vector<Ratio> values, bool from_zero);
std::string tick_words(const Measure& measure, Ratio tick);

// Lines by time: ours, and comparators as diamonds for the same periods. A missing period leaves the line open.
struct LineChart {
  std::string title, note;            // the finding; what is drawn, and where the scale starts (added here)
  const Measure* measure = nullptr;
  ChartSeries ours;
  std::vector<ChartSeries> theirs;
  std::optional<Ratio> target;
  std::string target_said;
  int height = 250;
};
void line_chart(Page&, const LineChart&);

// Bars from zero, one a row.
struct Bar { std::string label; Ratio value; std::string said; bool quiet = false; std::optional<Ratio> of_which; };
void bar_chart(Page&, std::string_view title, std::string_view note, const std::vector<Bar>& bars);
// Bars end to end, with the printed or given total as a line.
void parts_chart(Page&, std::string_view title, std::string_view note, const std::vector<Bar>& parts, std::optional<Ratio> total,
                 std::string_view total_said, std::string_view sum_said);

// One row's small drawings: 0 to 100 per cent with before, now and a comparator; and a line of a few points.
void strip(Page&, std::string_view title, std::optional<Ratio> before, std::optional<Ratio> now, std::optional<Ratio> theirs, const Bands* bands);
void small_line(Page&, std::string_view title, const std::vector<ChartPoint>& points, Ratio from, Ratio to);

}  // namespace reportcard
