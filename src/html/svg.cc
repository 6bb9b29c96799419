// SPDX-License-Identifier: MIT
#include "html/svg.h"

namespace reportcard {

namespace {

// 1234 is "12.34": as short as it can be said, since a page holds hundreds of these.
void fixed(Html& to, int value, int scale) {
  if (value < 0) {
    to.add("-");
    value = -value;
  }
  to.number(value / scale);
  int rest = value % scale;
  if (rest == 0) return;
  to.add(".");
  for (int place = scale / 10; place > 0 && rest > 0; place /= 10) {
    to.number(rest / place);
    rest %= place;
  }
}

void x_of(Html& to, Markup name, int x) {
  to.add(name);
  fixed(to, x, 100);
  to.add("%\"");
}

void y_of(Html& to, Markup name, int y) {
  to.add(name);
  fixed(to, y, 10);
  to.add("\"");
}

}  // namespace

void open_svg(Html& to, int height_px, std::string_view id, std::string_view title, std::string_view description) {
  to.add("<svg class=\"chart\" height=\"").number(height_px).add("\" role=\"img\" aria-labelledby=\"").text(id).add("-t");
  if (!description.empty()) to.add(" ").text(id).add("-d");
  to.add("\"><title id=\"").text(id).add("-t\">").text(title).add("</title>");
  if (!description.empty()) to.add("<desc id=\"").text(id).add("-d\">").text(description).add("</desc>");
}

void close_svg(Html& to) { to.add("</svg>"); }

void svg_line(Html& to, Markup css, SvgPoint from, SvgPoint to_point, bool dashed) {
  to.add("<line class=\"").add(css);
  x_of(to, "\" x1=\"", from.x);
  x_of(to, " x2=\"", to_point.x);
  y_of(to, " y1=\"", from.y);
  y_of(to, " y2=\"", to_point.y);
  if (dashed) to.add(" stroke-dasharray=\"5 4\"");
  to.add("/>");
}

void svg_dot(Html& to, Markup css, SvgPoint at, int radius_tenths) {
  to.add("<circle class=\"").add(css);
  x_of(to, "\" cx=\"", at.x);
  y_of(to, " cy=\"", at.y);
  y_of(to, " r=\"", radius_tenths);
  to.add("/>");
}

// A nested drawing moves the diamond to its place in per cent; a path alone knows only pixels.
void svg_diamond(Html& to, Markup css, SvgPoint at) {
  to.add("<svg");
  x_of(to, " x=\"", at.x);
  y_of(to, " y=\"", at.y);
  to.add(" overflow=\"visible\"><path class=\"").add(css).add("\" d=\"M0-6l6 6-6 6-6-6z\"/></svg>");
}

void svg_bar(Html& to, Markup css, SvgPoint top_left, int width, int height_px) {
  to.add("<rect class=\"").add(css);
  x_of(to, "\" x=\"", top_left.x);
  y_of(to, " y=\"", top_left.y);
  x_of(to, " width=\"", width < 0 ? 0 : width);
  to.add(" height=\"").number(height_px).add("\"/>");
}

void svg_text(Html& to, Markup css, SvgPoint at, std::string_view words, SvgAnchor anchor, int dx_px) {
  to.add("<text class=\"").add(css);
  x_of(to, "\" x=\"", at.x);
  y_of(to, " y=\"", at.y);
  if (dx_px != 0) to.add(" dx=\"").number(dx_px).add("\"");
  if (anchor == SvgAnchor::middle) to.add(" text-anchor=\"middle\"");
  if (anchor == SvgAnchor::end) to.add(" text-anchor=\"end\"");
  to.add(">").text(words).add("</text>");
}

}  // namespace reportcard
