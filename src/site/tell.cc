// SPDX-License-Identifier: MIT
#include "site/tell.h"

#include "site/before_and_now.h"
#include "site/counts.h"
#include "site/prose_html.h"
#include "site/sentences.h"

namespace reportcard {

void tell_box(Page& page, std::string_view title, std::string_view words) {
  const View& view = page.view;
  Html& h = page.h;
  const auto& cannot = view.cannot_tell();
  const auto own = first_sentence(cannot.empty() ? std::string_view("Whether children were safe.") : std::string_view(cannot[0]));
  h.add("<section class=\"tell\" aria-labelledby=\"tell\"><div>");
  heading(page, 2, title.empty() ? cannot_tell_title(own.first) : std::string(title), "tell");
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
    if (when == "period not given") words += ", " + when;
    else if (!when.empty()) words += (is_as_at(c.period->kind) ? " on " : " in ") + when;
    return words;
  };
  if (says_whole(m)) return m.whole.now == nullptr ? std::string("no figure") : said(m.whole);
  std::string all;
  std::size_t parts = 0;
  for (std::size_t i = 0; i < m.parts.size(); ++i) {
    if (m.parts[i].now == nullptr) continue;
    ++parts;
    all += (all.empty() ? "" : "; ") + part_title(m, m.choices[i]) + " " + said(m.parts[i]);
  }
  if (parts > 2) return number_word(parts) + " figures, one for each part";
  return all.empty() ? std::string("no figure") : all;
}

}  // namespace reportcard
