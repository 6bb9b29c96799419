// SPDX-License-Identifier: MIT
// Bars start at zero. Parts of a total are bars end to end, and the total as given is a line.
#include <algorithm>

#include "site/chart.h"

namespace reportcard {

namespace {

void figure_start(Page& page, std::string_view title, std::string_view note) {
  page.h.add("<figure class=\"read\"><figcaption>").text(title).add("</figcaption>\n");
  if (!note.empty()) page.h.add("<p class=\"soft small\">").text(note).add("</p>\n");
}

constexpr int row_height = 44;

}  // namespace

void bar_chart(Page& page, std::string_view title, std::string_view note, const std::vector<Bar>& bars) {
  if (page.head.plain || bars.empty()) return;
  Ratio most = Ratio::whole(0);
  for (const Bar& bar : bars) most = std::max(most, bar.value);
  if (most.sign() <= 0) return;
  figure_start(page, title, note);
  Html& h = page.h;
  open_svg(h, static_cast<int>(bars.size()) * row_height + 6, page.next_id(), title, "Bars from zero, one a row. The table holds the same figures.");
  int y = 0;
  for (const Bar& bar : bars) {
    const int width = along(bar.value, Ratio::whole(0), most, 7200);
    svg_text(h, bar.quiet ? Markup("q") : Markup("n"), {0, y + 150}, bar.label);
    svg_bar(h, bar.quiet ? Markup("mute") : Markup("bar"), {0, y + 210}, width, 17);
    svg_text(h, bar.quiet ? Markup("q") : Markup("hc"), {width, y + 340}, bar.said, SvgAnchor::start, 7);
    y += row_height * 10;
  }
  close_svg(h);
  h.add("</figure>\n");
}

void parts_chart(Page& page, std::string_view title, std::string_view note, const std::vector<Bar>& parts, std::optional<Ratio> total,
                 std::string_view total_said, std::string_view sum_said) {
  if (page.head.plain || parts.empty()) return;
  Ratio sum = Ratio::whole(0);
  for (const Bar& part : parts) {
    const auto next = add(sum, part.value);
    if (!next || part.value.sign() < 0) return;
    sum = *next;
  }
  Ratio most = total ? std::max(sum, *total) : sum;
  if (most.sign() <= 0) return;
  figure_start(page, title, note);
  Html& h = page.h;
  const int rows = static_cast<int>(parts.size()), row = 58;
  open_svg(h, rows * row + 64, page.next_id(), title, "Bars end to end. The dashed line is the total as given. The table holds the same figures.");
  const auto x = [&](Ratio value) { return along(value, Ratio::whole(0), most, 9600); };
  if (total) svg_line(h, "there", {x(*total), 0}, {x(*total), rows * row * 10 + 200}, true);
  Ratio at = Ratio::whole(0);
  int y = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Bar& part = parts[i];
    const Ratio end = *add(at, part.value);
    svg_text(h, "n", {0, y + 140}, part.label);
    svg_bar(h, "bar", {x(at), y + 220}, x(end) - x(at), 18);
    if (part.of_which) {  // the solid piece is the named part of it
      const Ratio split = *add(at, *part.of_which);
      svg_bar(h, "pale", {x(split), y + 220}, x(end) - x(split), 18);
    }
    const bool right_of = x(end) < 6500;
    svg_text(h, "hc", {right_of ? x(end) : x(at), y + 360}, part.said, right_of ? SvgAnchor::start : SvgAnchor::end, right_of ? 7 : -7);
    if (i + 1 < parts.size()) svg_line(h, "base", {x(end), y + 400}, {x(end), y + row * 10 + 220});
    at = end;
    y += row * 10;
  }
  if (total) svg_text(h, "q", {x(*total), rows * row * 10 + 300}, total_said, SvgAnchor::end, -6);
  if (!sum_said.empty()) svg_text(h, "hc", {x(sum), rows * row * 10 + 520}, sum_said, SvgAnchor::end);
  close_svg(h);
  h.add("</figure>\n");
}

void strip(Page& page, std::string_view title, std::optional<Ratio> before, std::optional<Ratio> now, std::optional<Ratio> theirs, const Bands* bands) {
  if (page.head.plain || !now) return;
  Html& h = page.h;
  const Ratio zero = Ratio::whole(0), hundred = Ratio::whole(100);
  const auto x = [&](Ratio value) { return along(value, zero, hundred, 10000); };
  open_svg(h, 24, page.next_id(), title);
  svg_line(h, "base", {0, 120}, {10000, 120});
  if (bands != nullptr) {
    for (const Band& band : bands->bands) {
      const Ratio from = Ratio::of(band.from);
      if (from > zero && from < hundred) svg_line(h, "grid", {x(from), 40}, {x(from), 200});
    }
  }
  if (before) svg_line(h, "lead", {x(*before), 120}, {x(*now), 120});
  else if (theirs) svg_line(h, "lead", {x(*theirs), 120}, {x(*now), 120});
  if (before) svg_dot(h, "then", {x(*before), 120}, 55);
  if (theirs) svg_diamond(h, "there", {x(*theirs), 120});
  svg_dot(h, "here", {x(*now), 120}, 45);
  close_svg(h);
}

}  // namespace reportcard
