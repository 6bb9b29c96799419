// SPDX-License-Identifier: MIT
#include "site/tell.h"

#include "site/before_and_now.h"
#include "site/prose_html.h"
#include "site/sentences.h"

namespace reportcard {

void tell_box(Page& page, std::string_view title, std::string_view words) {
  const View& view = page.view;
  Html& h = page.h;
  const auto& cannot = view.cannot_tell();
  const auto own = first_sentence(cannot.empty() ? std::string_view("This card cannot tell you whether children were safe.") : std::string_view(cannot[0]));
  h.add("<section class=\"tell\" aria-labelledby=\"tell\"><div>");
  heading(page, 2, title.empty() ? without_full_stop(own.first) : std::string(title), "tell");
  h.add("<p>").text(title.empty() ? own.second : words).add(" <a href=\"about.html#cannot\">What else this card cannot tell</a>.</p></div>\n");
  if (const Prose* found = view.found_later()) {
    h.add("<div><h3>What was found later</h3>");
    prose_before_heading(page, *found);
    h.add("<p><a href=\"about.html#afterwards\">What was found</a></p></div>\n");
  }
  h.add("<div><h3>Worried about a child?</h3>");
  ring_lines(page);
  h.add("</div></section>\n");
}

std::string figure_in_words(const View& view, const PublicMeasure& m) {
  const auto said = [&](const Comparison& c) {
    std::string words = view.said(m, c.now);
    const std::string when = said_period_of(c);
    if (when == "period not given") words += ", period not given";
    else if (!when.empty()) words += (c.period->kind == PeriodKind::day ? " on " : " in ") + when;
    return words;
  };
  if (m.has_whole()) return m.whole.now == nullptr ? std::string("no figure") : said(m.whole);
  std::string all;
  for (std::size_t i = 0; i < m.parts.size(); ++i) {
    if (m.parts[i].now == nullptr) continue;
    all += (all.empty() ? "" : "; ") + part_title(m, m.choices[i]) + " " + said(m.parts[i]);
  }
  return all.empty() ? std::string("no figure") : all;
}

}  // namespace reportcard
