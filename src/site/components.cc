// SPDX-License-Identifier: MIT
// Marks, sentences and tables. A state is a shape and a word before it is a colour.
#include "site/components.h"

#include <algorithm>

#include "base/text.h"
#include "card/names.h"

namespace reportcard {

namespace {

void diamond_mark(Html& h) {
  h.add("<i aria-hidden=\"true\"><svg viewBox=\"0 0 16 16\" focusable=\"false\"><path d=\"M8 1.5L14.5 8 8 14.5 1.5 8z\"/></svg></i>");
}

void dashes_mark(Html& h) {
  h.add("<i aria-hidden=\"true\"><svg viewBox=\"0 0 16 16\" focusable=\"false\"><path d=\"M0 8h3.5M6.2 8h3.6M12.5 8H16\"/></svg></i>");
}

// A change joins its lead and the rest with a colon, a rival or a target with a blank (words/sentence.h).
void lead_and_rest(Html& h, const DirectionWords& words, bool colon) {
  if (!words.lead.empty()) h.add("<b>").text(words.lead).add("</b>");
  if (words.rest.empty()) return;
  if (!words.lead.empty()) h.add(colon ? Markup(": ") : Markup(" "));
  h.text(words.rest);
}

void direction_mark(Html& h, const DirectionWords& words) {
  if (words.direction == Direction::better) h.add("<span class=\"dir better\">");
  else if (words.direction == Direction::worse) h.add("<span class=\"dir worse\">");
  else if (words.direction == Direction::no_change) h.add("<span class=\"dir same\">");
  else h.add("<span class=\"dir unsaid\">");
  h.add("<i aria-hidden=\"true\">");
  if (!words.arrow || words.way == 0) h.add(words.direction == Direction::cannot_say && !words.rest.empty() ? Markup("?") : Markup("="));
  else h.add(words.way > 0 ? Markup("↑") : Markup("↓"));
  h.add("</i>");
}

}  // namespace

void direction(Page& page, const DirectionWords& words) {
  Html& h = page.h;
  if (page.head.plain) {
    h.add("<span class=\"said\">");
    lead_and_rest(h, words, true);
    h.add("</span>");
    return;
  }
  direction_mark(h, words);
  h.add("<span>");
  lead_and_rest(h, words, true);
  h.add("</span></span>");
}

void direction_with(Page& page, const DirectionWords& words, std::string_view signed_difference) {
  Html& h = page.h;
  if (page.head.plain) {
    h.text(words.lead).add(" ").text(signed_difference);
    return;
  }
  direction_mark(h, words);
  // The column's heading names the rival already.
  std::string_view lead = words.lead;
  for (const std::string_view cut : {" since ", " with "}) lead = lead.substr(0, lead.find(cut));
  h.add("<span><b>").text(lead).add("</b>");
  if (!signed_difference.empty()) h.add(" ").text(signed_difference);
  h.add("</span></span>");
}

void rival(Page& page, const DirectionWords& words) {
  Html& h = page.h;
  if (page.head.plain) {
    h.add("<span class=\"said\">");
  } else {
    h.add("<span class=\"dir eng\">");
    diamond_mark(h);
    h.add("<span>");
  }
  lead_and_rest(h, words, false);
  h.add(page.head.plain ? Markup("</span>") : Markup("</span></span>"));
}

void target(Page& page, const DirectionWords& words) {
  Html& h = page.h;
  if (page.head.plain) {
    h.add("<span class=\"said\">");
  } else {
    h.add("<span class=\"dir aim\">");
    dashes_mark(h);
    h.add("<span>");
  }
  lead_and_rest(h, words, false);
  h.add(page.head.plain ? Markup("</span>") : Markup("</span></span>"));
}

DirectionWords cannot_say(std::string why) { return {Direction::cannot_say, 0, false, "Cannot say", std::move(why)}; }

void sentence(Page& page, const Sentence& said, bool big) {
  Html& h = page.h;
  const std::string_view text = said.text;
  std::size_t at = 0;
  for (const Sentence::Link& link : said.links) {
    if (link.begin < at || link.end > text.size() || link.begin >= link.end) continue;
    h.text(text.substr(at, link.begin - at));
    const bool stands_large = big && link.begin == 0;
    if (stands_large) h.add("<span class=\"big\">");
    const std::string to = page.view.figure_address(link.figure);
    const bool elsewhere = !to.empty() && to != page.head.file;
    if (elsewhere) h.add("<a class=\"fig\" href=\"").text(to).add("\">");
    h.text(text.substr(link.begin, link.end - link.begin));
    if (elsewhere) h.add("</a>");
    if (stands_large) h.add("</span>");
    at = link.end;
  }
  h.text(text.substr(at));
}

void marks(Page& page, const Comparison& c, WhichMarks side) {
  const PublicMeasure* m = page.view.measure_at(c.measure);
  if (m == nullptr) return;
  const Better better = m->definition->better;
  const auto wanted = [&](Direction direction, int way, Cannot cannot) {
    if (side == WhichMarks::all) return true;
    if (direction == Direction::worse) return side == WhichMarks::bad;
    if (direction == Direction::better) return side == WhichMarks::good;
    if (direction != Direction::cannot_say || way == 0 || better == Better::none || cannot == Cannot::better_none) return false;
    return ((way > 0) == (better == Better::higher)) == (side == WhichMarks::good);
  };
  std::vector<Period> shown;
  for (const auto* change : {&c.previous, &c.year_ago, &c.baseline}) {
    if (!*change || !(*change)->known) continue;
    const Change& x = **change;
    if (std::find(shown.begin(), shown.end(), x.from) != shown.end() || !wanted(x.direction, x.way, x.cannot)) continue;
    shown.push_back(x.from);
    direction(page, page.view.direction(c, x));
  }
  for (const Gap& gap : c.gaps) {
    if (gap.period && wanted(gap.direction, gap.way, gap.cannot)) rival(page, page.view.rival(c, gap));
  }
  for (const Change& x : c.targets) {
    const bool no_result = x.cannot == Cannot::no_result;
    if ((x.known && wanted(x.direction, 0, x.cannot)) || (no_result && side != WhichMarks::good)) target(page, page.view.target(c, x));
  }
}

void open_pair(Page& page) { page.h.add("<div class=\"pair\"><div>\n"); }
void to_margin(Page& page) { page.h.add("</div>\n<div class=\"source\">"); }
void close_pair(Page& page) { page.h.add("</div></div>\n"); }
void margin(Page& page, std::string_view lead, std::string_view words) {
  page.h.add("<p><b>").text(lead).add("</b><br>").text(words).add("</p>");
}

void open_section(Page& page, std::string_view id, std::string_view heading_words, bool first) {
  page.h.add("<section");
  if (!first) page.h.add(" class=\"part\"");
  page.h.add(" id=\"").text(id).add("\" aria-labelledby=\"h-").text(id).add("\">\n");
  heading(page, 2, heading_words, "h-" + std::string(id));
}
void close_section(Page& page) { page.h.add("</section>\n"); }

void heading(Page& page, int level, std::string_view words, std::string_view id) {
  page.h.add("<h").number(level);
  if (!id.empty()) page.h.add(" id=\"").text(id).add("\"");
  page.h.add(">").text(words).add("</h").number(level).add(">\n");
}

void paragraph(Page& page, std::string_view words) { page.h.add("<p>").text(words).add("</p>\n"); }
void quiet(Page& page, std::string_view words) { page.h.add("<p class=\"soft small\">").text(words).add("</p>\n"); }

void open_note(Page& page, std::string_view words, int level) {
  page.h.add("<div class=\"note\">");
  if (!words.empty()) heading(page, level, words);
}
void close_note(Page& page) { page.h.add("</div>\n"); }

void open_rows(Page& page, Markup kind, std::string_view caption, const std::vector<std::string>& headings) {
  page.h.add("<table class=\"rows ").add(kind).add("\"><caption class=\"vh\">").text(caption).add("</caption><thead><tr>");
  for (const std::string& words : headings) page.h.add("<th scope=\"col\">").text(words).add("</th>");
  page.h.add("</tr></thead><tbody>\n");
}
void close_rows(Page& page) { page.h.add("</tbody></table>\n"); }

void open_table(Page& page, std::string_view caption, const std::vector<std::string>& headings, std::size_t numbers_from, bool caption_hidden) {
  page.h.add("<table class=\"fit\"><caption").add(caption_hidden ? Markup(" class=\"vh\">") : Markup(">")).text(caption).add("</caption><thead><tr>");
  for (std::size_t i = 0; i < headings.size(); ++i) {
    page.h.add(i >= numbers_from ? Markup("<th scope=\"col\" class=\"num\">") : Markup("<th scope=\"col\">")).text(headings[i]).add("</th>");
  }
  page.h.add("</tr></thead><tbody>\n");
}
void close_table(Page& page) { page.h.add("</tbody></table>\n"); }

void none(Page& page, std::string_view words) { page.h.add("<span class=\"none\">").text(words).add("</span>"); }

std::string anchor_of(std::string_view choice) {
  std::string anchor;
  for (const std::string_view part : split(choice, '/')) anchor += (anchor.empty() ? "" : "--") + slug(part);
  return anchor;
}

std::string address(const PublicMeasure& m, std::string_view choice) { return choice.empty() ? m.file : m.file + "#" + anchor_of(choice); }

std::string part_title(const PublicMeasure& m, std::string_view choice) {
  if (choice.empty()) return m.title();
  const std::size_t slash = choice.rfind('/');
  if (slash == std::string_view::npos) return std::string(choice);
  return std::string(choice.substr(slash + 1)) + " (part of " + std::string(choice.substr(0, slash)) + ")";
}

}  // namespace reportcard
