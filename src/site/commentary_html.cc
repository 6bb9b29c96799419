// SPDX-License-Identifier: MIT
#include "site/commentary_html.h"

#include "card/audience.h"
#include "site/components.h"
#include "site/prose_html.h"
#include "site/sentences.h"
#include "site/state.h"

namespace reportcard {

void office_prose(Page& page, const Prose* words, std::string_view none_said) {
  if (words == nullptr) none(page, none_said);
  else prose_in_line(page, *words);
}

void owner_and_day(Page& page, const OfficeWords& words) {
  if (words.owner.empty()) none(page, "office not given");
  else page.h.text(words.owner);
  page.h.add("<br>");
  if (words.by_when.empty()) none(page, "no date given");
  else if (words.passed) state_passed(page, "By " + words.by_when + ", passed");
  else page.h.add("By ").text(words.by_when);
  if (words.audience != Audience::public_) page.h.add("<span class=\"small soft line\">For ").text(audience_said(words.audience)).add("</span>");
}

void office_words(Page& page, const PublicMeasure& m, std::string_view choice, int level) {
  Html& h = page.h;
  for (const OfficeWords& words : page.view.commentary(m, choice)) {
    open_note(page, words.owner.empty() ? std::string("In the words of the office that answers for it") : "In the words of its office: " + words.owner, level);
    const auto line = [&](std::string_view name, const Prose* said) {
      if (said == nullptr) return;
      h.add("<div><b>").text(name).add("</b> ");
      prose_in_line(page, *said);
      h.add("</div>\n");
    };
    line("Why:", words.why);
    line("What next:", words.what_next);
    line("What came of it:", words.result);
    line("Note:", words.note);
    h.add("<p class=\"small soft\">");
    if (words.passed) state_passed(page, "By " + words.by_when + ", passed");
    else h.text(words.by_when.empty() ? std::string("No date is given") : "By " + words.by_when);
    h.add(". These are its words, not what the figures show.");
    if (!words.source.empty()) h.add(" From: ").text(words.source).add(".");
    if (words.audience != Audience::public_) h.add(" For ").text(audience_said(words.audience)).add(".");
    h.add("</p>\n");
    close_note(page);
  }
}

}  // namespace reportcard
