// SPDX-License-Identifier: MIT
#include "site/chart_hundred.h"

#include <algorithm>
#include <string>

namespace reportcard {

namespace {

// Filled squares touch the grid line, open ones stand inside it by half their edge, so that both look alike in size.
void squares(Html& h, Markup css, int from, int to, bool open) {
  if (from >= to) return;
  h.add("<path class=\"").add(css).add("\" d=\"");
  for (int at = from; at < to; ++at) {
    const int x = at % 10 * 16, y = at / 10 * 16;
    h.add("M").number(x);
    if (open) h.add(".75");
    h.add(" ").number(y);
    h.add(open ? Markup(".75h11.5v11.5h-11.5z") : Markup("h13v13h-13z"));
  }
  h.add("\"/>");
}

}  // namespace

void hundred_chart(Page& page, std::string_view when, Ratio share, std::string_view what) {
  const auto rounded = round_to(share, 0);
  if (page.head.plain || !rounded || rounded->units < 0 || rounded->units > 100) return;
  const int filled = static_cast<int>(rounded->units);
  const bool exact = Ratio::of(*rounded) == share;
  const std::string caption = std::string(when) + ": " + (exact ? "" : "about ") + std::to_string(filled) + " of 100";
  Html& h = page.h;
  const std::string id = page.next_id();
  h.add("<figure><figcaption>").text(caption).add("</figcaption><svg class=\"chart waf\" viewBox=\"0 0 160 158\" role=\"img\" aria-labelledby=\"")
      .text(id).add("-t ").text(id).add("-d\"><title id=\"").text(id).add("-t\">").text(caption).add(": ").text(what).add("</title><desc id=\"").text(id)
      .add("-d\">One hundred squares, ten in a row; the filled ones are counted.</desc>");
  squares(h, "bar", 0, filled, false);
  squares(h, "mute", filled, 100, true);
  h.add("</svg></figure>\n");
}

}  // namespace reportcard
