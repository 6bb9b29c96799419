// SPDX-License-Identifier: MIT
// About the data: what the card cannot tell, how figures are made, small numbers, sources, accounts of rows,
// known problems with their sums, what was found later, changes.
#include <algorithm>

#include "site/about_parts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/prose_html.h"
#include "site/since_last.h"

namespace reportcard {

namespace {

struct Part { std::string_view id, words; bool there; };

void jump(Page& page, const std::vector<Part>& parts) {
  page.h.add("<nav aria-label=\"On this page\"><ul class=\"jump\">");
  for (const Part& part : parts) {
    if (part.there) page.h.add("<li><a href=\"#").text(part.id).add("\">").text(part.words).add("</a></li>");
  }
  page.h.add("</ul></nav>\n");
}

void cannot_tell(Page& page) {
  open_section(page, "cannot", "What this card cannot tell");
  page.h.add("<ul>\n");
  if (page.view.cannot_tell().empty()) page.h.add("<li>Whether children were safe. That something was on time says that it was held, not that it helped.</li>\n");
  for (const std::string& words : page.view.cannot_tell()) page.h.element("li", words);
  page.h.add("</ul>\n");
  quiet(page, "What a single measure cannot tell stands on its own page. No figure here shows what caused a change.");
  close_section(page);
}

void how_made(Page& page) {
  page.h.add("<section class=\"part\" id=\"made\" aria-labelledby=\"h-made\">\n");
  open_pair(page);
  heading(page, 2, "How figures are made", "h-made");
  page.h.add("<ol class=\"steps\">"
             "<li><b>Read.</b> Each value is read with its place, its period and the places it was given with: 62% is known to the point, 66.0% to a tenth.</li>\n"
             "<li><b>Counted.</b> For each measure, rows read are rows counted and rows left out, by reason. The sum stands on its page.</li>\n"
             "<li><b>Dated.</b> When a fact was and when it was published are two things. A value without a period is compared with nothing.</li>\n"
             "<li><b>Change.</b> Against the last comparable figure: same place, same way of counting, no break between. The words name what it is set against.</li>\n"
             "<li><b>Gap.</b> For the same period alone. Otherwise both figures are given, each with its date, and no gap.</li>\n"
             "<li><b>Rounding.</b> Once, last, half away from zero. A change no larger than the rounding of both sides is “no change beyond rounding”. “About” means that one side is known less exactly.</li>\n"
             "<li><b>Points.</b> A difference of percentages is in points: from 50% to 55% is up 5 points. Change in per cent is for counts and money.</li>\n"
             "<li><b>Better or worse.</b> By the measure’s own rule. Where the rule does not apply: “cannot say”, with the reason.</li>\n"
             "<li><b>Sentences.</b> Each sentence about a figure is made from the figure, bound to it, or tested against it before the page is written.</li></ol>\n");
  to_margin(page);
  margin(page, "Four states", "Better, worse, no change, cannot say.");
  margin(page, "Two rivals", "A diamond for England and other places, dashes for a target.");
  margin(page, "Two bases", "Computed and published values stand side by side where both exist. Neither corrects the other.");
  close_pair(page);
  rounding_table(page);
  close_section(page);
}

void small_numbers(Page& page) {
  open_section(page, "small", "Small numbers");
  page.h.add("<ul><li><b>People.</b> From 1 to 5 are hidden in any part smaller than the whole authority, together with whatever would reveal them.</li>\n"
             "<li><b>Complaints and other cases.</b> Totals by stage and outcome are shown. Splits by team, place, age or group hide 1 to 5, and so does the number of people at a stage.</li>\n"
             "<li><b>Providers, pounds, actions.</b> Never hidden. With fewer than ten, the count is said (“three of five”) and no better or worse. Where it is not known how many there are, the figure and the points stand, and better or worse is not said.</li>\n"
             "<li><b>Records of people.</b> No row about a case or a person is published, in any file. What a figure was made of is told in counts of rows.</li></ul>\n");
  close_section(page);
}

void problems(Page& page) {
  std::vector<const Finding*> wrong, untested;
  for (const Finding& finding : page.view.findings()) {
    if (finding.source.empty() || finding.verdict == Verdict::holds) continue;
    (finding.verdict == Verdict::fails ? wrong : untested).push_back(&finding);
  }
  open_section(page, "problems", "Known problems");
  if (wrong.empty() && untested.empty()) paragraph(page, "None is known. A problem that is found is listed here, with its sum.");
  if (!wrong.empty()) {
    paragraph(page, "Places where the document that figures come from disagrees with itself, says more than its numbers bear, or compares what does not compare. A rule found each. Nothing here says that anyone meant to mislead.");
    findings_list(page, wrong, 3);
  }
  if (!untested.empty()) {
    heading(page, 3, "Claims that cannot be checked");
    findings_list(page, untested, 4);
  }
  close_section(page);
}

void printed(Page& page) {
  const PublicRegister* of = page.view.find("printed");
  if (of == nullptr || of->rows() == 0) return;
  open_section(page, "printed", "As printed before");
  paragraph(page, "What the earlier document prints that is no figure here, or says something else than ours, with the reason.");
  std::vector<Row> rows;
  for (std::size_t row = 0; row < of->rows(); ++row) rows.push_back({of, row});
  printed_rows(page, rows);
  close_section(page);
}

void afterwards(Page& page) {
  const Prose* found = page.view.found_later();
  if (found == nullptr) return;
  open_section(page, "afterwards", "What was found later");
  prose_before_heading(page, *found);
  prose_after_heading(page, *found, 3);
  const PublicPage* help = page.view.page_of_kind("help");
  page.h.add("<p>If this affects you: <a href=\"").text(help == nullptr ? "help.html" : help->file).add("#support\">support</a>.</p>\n");
  close_section(page);
}

void rest(Page& page) {
  open_section(page, "changes", "Changes since the last edition");
  since_last_edition(page);
  close_section(page);
  open_section(page, "more", "Data, accessibility, privacy, contact");
  page.h.add("<ul><li><a href=\"data.html\">All figures as open data</a></li><li><a href=\"accessibility.html\">Accessibility</a></li><li><a href=\"privacy.html\">Privacy</a></li><li><a href=\"contact.html\">Contact</a></li></ul>\n");
  close_section(page);
}

}  // namespace

std::string about_page(const View& view) {
  const bool nothing_wrong = std::none_of(view.findings().begin(), view.findings().end(), [](const Finding& f) { return !f.source.empty() && f.verdict != Verdict::holds; });
  Page page = begin_page(view, {"about.html", "About the data", "How figures are made, rounding, small numbers, sources, accounts of rows, known problems, what was found later.", "about", "about.html", false, false, {}});
  Html& h = page.h;
  open_pair(page);
  heading(page, 1, nothing_wrong ? "How these figures were made" : "How these figures were made, and what is wrong with them");
  h.add("<p class=\"lede\">Changes, gaps and sentences are worked out by rule. The rules are here, and so is all that is known to be wrong.</p>\n");
  to_margin(page);
  margin(page, "Edition", view.title() + ", " + view.period().said());
  margin(page, "Period", view.period().first().said() + " to " + view.period().last().said() + ", unless another is named");
  if (const auto day = view.as_at()) margin(page, "As at", day->said());
  if (!view.publisher().empty()) margin(page, "Publisher", view.publisher());
  margin(page, "Made with", "reportcard " + view.version());
  close_pair(page);
  const PublicRegister* printed_before = view.find("printed");
  jump(page, {{"cannot", "What it cannot tell", true}, {"made", "How figures are made", true}, {"small", "Small numbers", true}, {"sources", "Sources", true},
              {"accounts", "Rows read and counted", true}, {"problems", "Known problems", true}, {"printed", "As printed before", printed_before != nullptr && printed_before->rows() != 0},
              {"afterwards", "What was found later", view.found_later() != nullptr}, {"changes", "Changes", true}});
  cannot_tell(page);
  how_made(page);
  small_numbers(page);
  sources(page);
  accounts(page);
  problems(page);
  printed(page);
  afterwards(page);
  rest(page);
  return end_page(page);
}

}  // namespace reportcard
