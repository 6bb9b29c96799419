// SPDX-License-Identifier: MIT
#include "site/paper_parts.h"

#include "base/text.h"
#include "site/answers.h"
#include "site/components.h"
#include "site/counted_registers.h"
#include "site/counts.h"
#include "site/registers_html.h"
#include "site/sentences.h"
#include "site/since_last.h"
#include "site/state.h"

namespace reportcard {

namespace {

void action_table(Page& page, const PublicRegister& of, const std::vector<std::size_t>& rows, std::string_view caption) {
  if (rows.empty()) return;
  Html& h = page.h;
  h.add("<table><caption>").text(caption).add("</caption><thead><tr>");
  for (const std::string_view title : {"Action", "What it answers", "State", "Due", "Owner office"}) h.add("<th scope=\"col\">").text(title).add("</th>");
  h.add("</tr></thead><tbody>\n");
  const auto cell_of = [&](const std::string& words, std::string_view otherwise) { h.add("<td>").text(words.empty() ? std::string(otherwise) : words).add("</td>"); };
  for (const std::size_t row : rows) {
    h.add("<tr><th scope=\"row\">").text(of.said(row, of.main_column())).add("</th>");
    cell_of(linked_words(page.view, of, row, "finding"), "a finding that is not listed");
    cell_of(capital(of.said(row, "state")), "No state published");
    cell_of(of.said(row, "due"), "no date");
    cell_of(linked_words(page.view, of, row, "owner"), "no office named");
    h.add("</tr>\n");
  }
  h.add("</tbody></table>\n");
}

void listed(Page& page, std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  heading(page, 3, title);
  page.h.add("<ul>\n");
  for (const std::string& words : lines) page.h.element("li", words);
  page.h.add("</ul>\n");
}

}  // namespace

void paper_actions(Page& page) {
  const View& view = page.view;
  heading(page, 2, "Findings and actions");
  const Answers answers = answers_of(view);
  if (answers.findings == nullptr && answers.actions == nullptr) {
    paragraph(page, "This card has no list of findings or actions.");
    return;
  }
  if (const std::string words = actions_in_words(view); !words.empty()) paragraph(page, words + ".");
  if (const PublicRegister* actions = answers.actions) {
    std::vector<std::size_t> late, open;
    std::size_t done = 0;
    for (std::size_t row = 0; row < actions->rows(); ++row) {
      if (progress_of(actions->text(row, "state")) == Progress::seen) ++done;
      else (day_passed(view, *actions, row) ? late : open).push_back(row);
    }
    if (late.empty()) paragraph(page, "No action with a date is past it.");
    action_table(page, *actions, late, "Past their date and not reported done");
    action_table(page, *actions, open, "All other actions of which no evidence was seen");
    if (done != 0) paragraph(page, capital(how_many(done, "action has evidence that was seen.", "actions have evidence that was seen.")));
  }
  std::vector<std::string> unanswered;
  for (const std::size_t row : answers.unanswered) unanswered.push_back(answers.findings->said(row, answers.findings->main_column()));
  listed(page, "Findings that no action here answers", unanswered);
}

void paper_changes(Page& page) {
  heading(page, 2, "Changes since the last edition");
  since_last_edition(page);
}

void paper_data_notes(Page& page) {
  const View& view = page.view;
  heading(page, 2, "Notes on the data");
  std::vector<std::string> cannot = view.cannot_tell();
  if (cannot.empty()) cannot.emplace_back("Whether children were safe. That something was on time says that it was held, not that it helped.");
  listed(page, "What this card cannot tell", cannot);
  listed(page, "How figures are made", {
    "Each figure is rounded once, last, half away from zero. A change no larger than the rounding of both sides is no change.",
    "A difference of percentages is in points: from 50% to 55% is up 5 points.",
    "A change is set against the last comparable period; a gap needs the same period on both sides.",
    "Where what would be needed to say better or worse is missing, \xE2\x80\x9C" "cannot say\xE2\x80\x9D stands, with the reason.",
    "People, 1 to 5, are hidden in any part smaller than the whole authority, together with whatever would reveal them.",
    "Nothing here shows what caused a change. What an office says of a cause is its own view.",
  });
  std::vector<std::string> sources;
  if (const PublicRegister* of = view.find("sources")) {
    for (std::size_t row = 0; row < of->rows(); ++row) {
      std::string words = of->said(row, of->main_column());
      for (const char* part : {"publisher", "published"}) {
        if (const std::string more = of->said(row, part); !more.empty()) words += ", " + more;
      }
      sources.push_back(words);
    }
  }
  listed(page, "Sources", sources);
  if (!view.licence().empty()) paragraph(page, view.licence());
}

}  // namespace reportcard
