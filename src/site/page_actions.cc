// SPDX-License-Identifier: MIT
// Findings and actions: what was found, what answers it, in what state; and first of all what nothing answers.
#include <algorithm>

#include "base/text.h"
#include "site/answers.h"
#include "site/counted_registers.h"
#include "site/counts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/sentences.h"
#include "site/state.h"
#include "site/tell.h"

namespace reportcard {

namespace {

std::string state_words(std::string_view word) { return word.empty() ? std::string("no state published") : std::string(word); }

std::string title_of(const Answers& all) {
  std::vector<std::string> said;
  for (const auto& [word, rows] : all.by_state) {
    if (word == "no action described") continue;
    const std::string verb = rows.size() == 1 ? " is " : " are ";
    said.push_back(number_word(rows.size()) + (said.empty() ? (rows.size() == 1 ? " action" : " actions") : "") + verb + state_words(word));
  }
  std::string title = said.empty() ? "No action is published" : list_of(said, "and");
  if (!all.unanswered.empty()) title += "; " + how_many(all.unanswered.size(), "finding has no action here", "findings have no action here");
  return capital(title);
}

std::string lede_of(const Answers& all) {
  if (all.actions == nullptr || all.actions->rows() == 0) return {};
  const PublicRegister& actions = *all.actions;
  std::size_t done = 0, without_evidence = 0, owned = 0, dated = 0;
  for (std::size_t row = 0; row < actions.rows(); ++row) {
    if (progress_of(actions.text(row, "state")) == Progress::said_done) {
      ++done;
      without_evidence += actions.text(row, "evidence").empty();
    }
    owned += !actions.text(row, "owner").empty();
    dated += !actions.text(row, "due").empty() || !actions.text(row, "due_said").empty();
  }
  std::string lede;
  if (done > 0) {
    lede = without_evidence == 0      ? "Evidence is published for each action that is reported done. "
           : without_evidence == done ? "No evidence is published for what is reported done. "
                                      : "For " + number_word(without_evidence) + " of the " + number_word(done) + " reported done no evidence is published. ";
  }
  return lede + "Of " + std::to_string(actions.rows()) + " actions " + number_word(owned) + (owned == 1 ? " names" : " name") + " an office that answers for it, and " +
         number_word(dated) + (dated == 1 ? " has" : " have") + " a date.";
}

void open_item(Page& page, const PublicRegister& of, std::size_t row) {
  page.h.add("<li");
  if (const std::string anchor = of.anchor(row); !anchor.empty()) page.h.add(" id=\"").text(anchor).add("\"");
  page.h.add("><div class=\"pair\"><div>");
}

void source_fact(Page& page, const PublicRegister& of, std::size_t row) {
  if (const std::string source = of.said(row, "source"); !source.empty()) fact(page, "From", source);
}

void action(Page& page, const Answers& all, std::size_t row) {
  const PublicRegister& of = *all.actions;
  Html& h = page.h;
  open_item(page, of, row);
  h.add("<h3>").text(of.said(row, of.main_column())).add("</h3>");
  if (const std::string note = of.said(row, "note"); !note.empty()) h.add("<p>").text(note).add("</p>");
  h.add("<p class=\"small\"><span class=\"soft\">Answers:</span> ");
  if (of.links(row, of.find("finding")).empty()) h.add("a finding that this card does not list");
  else linked_rows(page, of, row, "finding");
  h.add("</p>");
  if (const PublicMeasure* m = page.view.measure(of.text(row, "measure"))) {
    h.add("<p class=\"small\"><span class=\"soft\">Its effect would show in:</span> <a href=\"").text(m->file).add("\">").text(m->title()).add("</a>: ").text(figure_in_words(page.view, *m)).add("</p>");
  }
  h.add("</div>\n<dl class=\"meta stack\"><div><dt>State</dt><dd>");
  state(page, state_words(of.text(row, "state")));
  if (const std::string as_written = of.text(row, "state_said"); !as_written.empty()) h.add(" (as written: ").text(as_written).add(")");
  h.add("</dd></div>");
  if (day_passed(page.view, of, row)) {
    h.add("<div><dt>Due</dt><dd>");
    state_passed(page, of.said(row, of.find("due")) + ", passed");
    h.add("</dd></div>");
  } else {
    fact_or_none(page, "Due", of.said(row, of.find("due")));
  }
  h.add("<div><dt>Owner</dt><dd");
  if (of.text(row, "owner").empty()) {
    h.add(" class=\"none\">not published");
  } else {
    h.add(">");
    linked_rows(page, of, row, "owner");
  }
  h.add("</dd></div>");
  fact_or_none(page, "Evidence", of.said(row, "evidence"));
  source_fact(page, of, row);
  h.add("</dl></div></li>\n");
}

void finding(Page& page, const Answers& all, std::size_t row) {
  const PublicRegister& of = *all.findings;
  Html& h = page.h;
  open_item(page, of, row);
  h.add("<p>").text(of.said(row, of.main_column())).add("</p>");
  if (const std::string note = of.said(row, "note"); !note.empty()) h.add("<p class=\"small soft\">").text(note).add("</p>");
  if (!of.text(row, "repeats").empty()) {
    h.add("<p class=\"small\"><b>Found before:</b> ");
    linked_rows(page, of, row, "repeats");
    h.add("</p>");
  }
  h.add("</div>\n<dl class=\"meta stack\">");
  if (const std::string by = of.said(row, "said_by"); !by.empty()) fact(page, "Said by", by);
  if (asks_for_action(of, row)) {
    h.add("<div><dt>Actions</dt><dd>");
    const auto found = all.by_finding.find(of.id_of(row));
    const std::string elsewhere = of.said(row, "answered_in");
    if (found == all.by_finding.end()) {
      if (elsewhere.empty()) none(page, of.pointed_at(row, "actions") == 0 ? "no action published" : "answered, not published here");
      else h.text("answered elsewhere: " + elsewhere);
    } else {
      bool first = true;
      for (const std::size_t at : found->second) {
        if (!first) h.add("; ");
        first = false;
        h.add("<a href=\"#").text(all.actions->anchor(at)).add("\">").text(state_words(all.actions->text(at, "state"))).add("<span class=\"vh\">: ")
            .text(all.actions->said(at, all.actions->main_column())).add("</span></a>");
      }
    }
    h.add("</dd></div>");
  }
  source_fact(page, of, row);
  h.add("</dl></div></li>\n");
}

void findings_of(Page& page, const Answers& all, const std::vector<std::size_t>& rows) {
  const int kind = all.findings->find("kind");
  std::vector<std::string> kinds;
  if (kind >= 0) kinds = all.findings->column(kind).choices;
  std::stable_partition(kinds.begin(), kinds.end(), [](const std::string& word) { return word != "strength"; });  // what asks for an answer first
  kinds.emplace_back();
  for (const std::string& word : kinds) {
    std::vector<std::size_t> of_kind;
    for (const std::size_t row : rows) {
      if (all.findings->text(row, kind) == word) of_kind.push_back(row);
    }
    if (of_kind.empty()) continue;
    heading(page, 4, word == "strength" ? "Strengths" : word == "area for development" ? "Areas for development" : word == "priority action" ? "Priority actions" : word.empty() ? "Of a kind that is not published" : capital(word));
    page.h.add("<ul class=\"items tight\">\n");
    for (const std::size_t row : of_kind) finding(page, all, row);
    page.h.add("</ul>\n");
  }
}

void inspection(Page& page, const PublicRegister& of, std::size_t row) {
  Html& h = page.h;
  h.add("<h3");
  if (const std::string anchor = of.anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
  h.add(">").text(of.said(row, of.main_column())).add("</h3>\n");
  const std::string text = of.said(row, "text"), note = of.said(row, "note");
  if (!text.empty() || !note.empty()) h.add("<p>").text(text).add(text.empty() || note.empty() ? Markup("") : Markup(" ")).text(note).add("</p>\n");
  h.add("<dl class=\"meta\">");
  const std::string ended = of.said(row, "ended"), when = of.said(row, "when");
  fact_or_none(page, "When", ended.empty() ? when : ended);
  fact_or_none(page, "By", of.said(row, "body"));
  std::string grade = of.said(row, "grade");
  if (!grade.empty()) {
    if (const std::string scale = of.said(row, "scale"); !scale.empty()) grade += " (" + scale + ")";
    if (const std::string body = of.said(row, "body"); !body.empty()) grade += ", said by " + body;
  }
  fact_or_none(page, "Judgement", grade);
  source_fact(page, of, row);
  h.add("</dl>\n");
}

void by_inspection(Page& page, const Answers& all) {
  if (all.findings == nullptr || all.findings->rows() == 0) return;
  open_section(page, "found", "What was found, by inspection");
  const int link = all.findings->find("inspection");
  std::vector<bool> there(all.findings->rows());
  const std::size_t inspections = all.inspections == nullptr ? 0 : all.inspections->rows();
  for (std::size_t at = 0; at < inspections; ++at) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < all.findings->rows(); ++row) {
      if (all.findings->text(row, link) != all.inspections->id_of(at)) continue;
      rows.push_back(row);
      there[row] = true;
    }
    inspection(page, *all.inspections, at);
    if (rows.empty()) page.h.add("<p class=\"none\">No finding of it is published.</p>\n");
    else findings_of(page, all, rows);
  }
  std::vector<std::size_t> rest;
  for (std::size_t row = 0; row < there.size(); ++row) {
    if (!there[row]) rest.push_back(row);
  }
  if (!rest.empty()) {
    heading(page, 3, inspections == 0 ? "All findings" : "By an inspection or review that is not named");
    findings_of(page, all, rest);
  }
  close_section(page);
}

void short_list(Page& page, const Answers& all, const std::vector<std::size_t>& rows, bool with_place) {
  page.h.add("<ul class=\"items tight\">\n");
  for (const std::size_t row : rows) {
    page.h.add("<li><p><a href=\"#").text(all.findings->anchor(row)).add("\">").text(all.findings->said(row, all.findings->main_column())).add("</a></p><p class=\"small soft\">");
    const std::string inspection_id = all.findings->text(row, "inspection");
    const auto at = all.inspections == nullptr ? std::nullopt : all.inspections->row_with_id(inspection_id);
    if (with_place && all.findings->text(row, "answered_in").empty()) page.h.text("By an action that is not published here.");
    else if (with_place) page.h.text(all.findings->said(row, "answered_in"));
    else if (at) page.h.text(all.inspections->said(*at, all.inspections->main_column()));
    else page.h.text(all.findings->said(row, "said_by"));
    page.h.add("</p></li>\n");
  }
  page.h.add("</ul>\n");
}

std::string anchor_of_state(std::string_view word) { return "state-" + slug(state_words(word)); }

void jump(Page& page, const Answers& all) {
  Html& h = page.h;
  const auto link = [&](std::string_view to, std::string_view words, std::size_t count) {
    h.add("<li><a href=\"#").text(to).add("\">").text(words).add(" (").number(static_cast<std::int64_t>(count)).add(")</a></li>");
  };
  h.add("<nav aria-label=\"On this page\"><ul class=\"jump\">");
  if (!all.unanswered.empty()) link("unanswered", "Findings with no action", all.unanswered.size());
  if (!all.elsewhere.empty()) link("elsewhere", "Answered elsewhere", all.elsewhere.size());
  for (const auto& [word, rows] : all.by_state) link(anchor_of_state(word), capital(state_words(word)), rows.size());
  if (all.findings != nullptr && all.findings->rows() > 0) link("found", "All that was found", all.findings->rows());
  h.add("</ul></nav>\n");
}

}  // namespace

std::string actions_in_words(const View& view) {
  const Answers all = answers_of(view);
  const bool anything = (all.actions != nullptr && all.actions->rows() != 0) || (all.findings != nullptr && all.findings->rows() != 0);
  return anything ? title_of(all) : std::string();
}

std::string actions_page(const View& view, const PublicPage& asked) {
  const Answers all = answers_of(view);
  const std::string title = title_of(all);
  Page page = begin_page(view, {asked.file, asked.title.empty() ? "Findings and actions" : asked.title, title + ".", asked.kind, current_of(view, asked), asked.plain, false, {}});
  Html& h = page.h;
  open_pair(page);
  crumb(page, asked, asked.title);
  heading(page, 1, title);
  if (const std::string lede = lede_of(all); !lede.empty()) h.add("<p class=\"lede\">").text(lede).add("</p>\n");
  page_words(page, asked);
  to_margin(page);
  std::vector<std::string> documents;
  if (all.actions != nullptr) documents = documents_of(*all.actions, all_rows(*all.actions));
  if (!documents.empty()) margin(page, "From", list_of(documents, "and"));
  margin(page, "Four steps to done", "Under way, reported done, evidence seen, impact shown by a measure or an audit. Reported done is what an office says of itself.");
  close_pair(page);
  jump(page, all);
  if (asked.found_later) found_later_box(page, "about.html#afterwards");
  if (!all.unanswered.empty()) {
    open_section(page, "unanswered", "Findings with no action in this card: " + std::to_string(all.unanswered.size()));
    paragraph(page, "This does not mean that nothing was done. It means that this card does not say.");
    short_list(page, all, all.unanswered, false);
    close_section(page);
  }
  if (!all.elsewhere.empty()) {
    open_section(page, "elsewhere", "Findings that are answered elsewhere: " + std::to_string(all.elsewhere.size()));
    short_list(page, all, all.elsewhere, true);
    close_section(page);
  }
  for (const auto& [word, rows] : all.by_state) {
    const bool unproven = progress_of(word) == Progress::said_done &&
                          std::all_of(rows.begin(), rows.end(), [&](std::size_t row) { return all.actions->text(row, "evidence").empty(); });
    open_section(page, anchor_of_state(word), capital(state_words(word)) + (unproven ? ", evidence not published: " : ": ") + std::to_string(rows.size()));
    h.add("<ul class=\"items\">\n");
    for (const std::size_t row : rows) action(page, all, row);
    h.add("</ul>\n");
    close_section(page);
  }
  by_inspection(page, all);
  measure_rows(page, measures_listed(view, asked.measures), "Measures");
  rest_of_registers(page, asked, {"findings", "actions", "council-inspections"});
  return end_page(page);
}

}  // namespace reportcard
