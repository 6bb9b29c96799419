// SPDX-License-Identifier: MIT
// For councillors: all that needs attention with why, what next, who and by when; targets and whose they are; what is
// overdue, found again or not answered; what changed; money; and questions made by rule. It chooses nothing.
#include <algorithm>

#include "base/text.h"
#include "site/answers.h"
#include "site/attention.h"
#include "site/commentary_html.h"
#include "site/counted_registers.h"
#include "site/counts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/prose_html.h"
#include "site/sentences.h"
#include "site/since_last.h"
#include "site/state.h"

namespace reportcard {

namespace {

void open_cell(Page& page, std::string_view label) { page.h.add("<td class=\"wide\"><span class=\"lab soft\">").text(label).add(": </span>"); }
void close_cell(Page& page) { page.h.add("</td>"); }

// One cell for all that offices say of a figure; mostly that is one row. A row that says nothing of it is passed over.
template <class Says, class Each>
void cell_of(Page& page, std::string_view label, const std::vector<OfficeWords>& all, const Says& says, const Each& each) {
  open_cell(page, label);
  const auto saying = std::count_if(all.begin(), all.end(), says);
  if (saying == 0) none(page, "not given");
  for (const OfficeWords& words : all) {
    if (!says(words)) continue;
    if (saying > 1) page.h.add("<div>");
    each(words);
    if (saying > 1) page.h.add("</div>");
  }
  close_cell(page);
}

void attention_row(Page& page, const ToldFigure& told) {
  Html& h = page.h;
  h.add("<tr><th scope=\"row\"><a href=\"").text(address(*told.measure, told.choice)).add("\">").text(capital(part_title(*told.measure, told.choice))).add("</a><span class=\"small\"><span>");
  sentence(page, page.view.value(*told.comparison));
  h.add("</span></span>");
  marks(page, *told.comparison, WhichMarks::bad);
  open_past_limit(page, told);
  h.add("</th>");
  const std::vector<OfficeWords> said = page.view.commentary(*told.measure, told.choice);
  cell_of(page, "Why", said, [](const OfficeWords& words) { return words.why != nullptr; }, [&](const OfficeWords& words) { office_prose(page, words.why); });
  const auto says_next = [](const OfficeWords& words) { return words.what_next != nullptr || words.result != nullptr || words.note != nullptr; };
  cell_of(page, "What next", said, says_next, [&](const OfficeWords& words) {
    office_prose(page, words.what_next);
    for (const auto& [name, more] : {std::pair{"What came of it: ", words.result}, {"Note: ", words.note}}) {
      if (more == nullptr) continue;
      h.add("<span class=\"small line\">").text(name);
      prose_in_line(page, *more);
      h.add("</span>");
    }
  });
  cell_of(page, "Owner, by when", said, [](const OfficeWords&) { return true; }, [&](const OfficeWords& words) { owner_and_day(page, words); });
  h.add("</tr>\n");
}

void attention(Page& page) {
  open_section(page, "attention", "Needs attention");
  const auto& pages = page.view.pages();
  if (std::any_of(pages.begin(), pages.end(), [](const PublicPage& p) { return p.on_time_note; })) on_time_note(page);
  found_later_box(page, "about.html#afterwards");
  const std::vector<ToldFigure> all = needs_attention(page.view);
  if (all.empty()) {
    paragraph(page, "Nothing, by the rules of this card. That may be because little can be compared.");
  } else {
    open_rows(page, "attn", "What needs attention, why, what next, who and by when", {"Figure", "Why", "What next", "Owner office, by when"});
    for (const ToldFigure& told : all) attention_row(page, told);
    close_rows(page);
  }
  close_section(page);
}

// One target of one measure, and all figures that are held against it.
struct TargetRow {
  const PublicMeasure* measure;
  const Change* target;
  std::vector<std::pair<ToldFigure, const Change*>> figures;
};

std::vector<TargetRow> targets_of(const View& view) {
  std::vector<TargetRow> rows;
  for (const ToldFigure& told : told_figures(view)) {
    for (const Change& target : told.comparison->targets) {
      auto row = std::find_if(rows.begin(), rows.end(), [&](const TargetRow& one) {
        return one.measure == told.measure && one.target->from == target.from && one.target->target == target.target;
      });
      if (row == rows.end()) row = rows.insert(rows.end(), {told.measure, &target, {}});
      row->figures.emplace_back(told, &target);
    }
  }
  return rows;
}

// "Below: Secondary schools (53.8%); ..." for many figures under one target.
void many_against_target(Page& page, const TargetRow& row) {
  const bool higher = row.measure->definition->better == Better::higher;
  struct Group { std::string_view words; std::string figures; };
  Group groups[] = {{higher ? "Below it: " : "Above it: ", {}}, {"Within rounding of it: ", {}}, {"Met by: ", {}}, {"Cannot say: ", {}}};
  for (const auto& [told, target] : row.figures) {
    const std::size_t at = !target->known ? 3 : target->direction == Direction::worse ? 0 : target->direction == Direction::no_change ? 1 : target->direction == Direction::better ? 2 : 3;
    std::string& to = groups[at].figures;
    to += (to.empty() ? "" : "; ") + (told.choice.empty() ? std::string("All") : part_title(*told.measure, told.choice)) + " (" + page.view.said(*told.measure, told.comparison->now) + ")";
  }
  for (const Group& group : groups) {
    if (!group.figures.empty()) page.h.add("<span class=\"line\"><b>").text(group.words).add("</b>").text(group.figures).add("</span>");
  }
}

void target_row(Page& page, const TargetRow& row) {
  Html& h = page.h;
  const Measure& m = *row.measure->definition;
  h.add("<tr><th scope=\"row\"><a href=\"").text(row.measure->file).add("\">").text(capital(row.measure->title())).add("</a><span class=\"small line\">")
      .add(m.better == Better::lower ? Markup("At most ") : Markup("At least ")).text(page.view.said_target(*row.measure, row.target->target)).add("</span></th>");
  open_cell(page, "Whose");
  h.text(m.target_whose.empty() || m.target_whose == "ours" ? std::string("Ours") : capital(m.target_whose));
  if (!m.target_set_by.empty()) h.text(", set by " + m.target_set_by);
  close_cell(page);
  open_cell(page, "By when");
  if (row.target->from.kind == PeriodKind::not_given) none(page, "no date given");
  else h.text(period_words(row.target->from));
  close_cell(page);
  open_cell(page, "Now");
  if (row.figures.size() == 1) target(page, page.view.target(*row.figures[0].first.comparison, *row.figures[0].second));
  else many_against_target(page, row);
  close_cell(page);
  h.add("</tr>\n");
}

// A target that no measure holds a figure against: as the register tells it.
void promised_row(Page& page, const PublicRegister& of, std::size_t row) {
  Html& h = page.h;
  h.add("<tr><th scope=\"row\">").text(of.said(row, of.main_column())).add("</th>");
  for (const auto& [label, column, nothing] : {std::tuple{"Whose", "whose", "not given"}, {"By when", "due", "no date given"}, {"Now", "state", "no measure"}}) {
    open_cell(page, label);
    if (const std::string words = of.said(row, of.find(column)); words.empty()) none(page, nothing);
    else h.text(capital(words));
    close_cell(page);
  }
  h.add("</tr>\n");
}

void targets(Page& page) {
  const View& view = page.view;
  const std::vector<TargetRow> rows = targets_of(view);
  std::vector<std::size_t> promised;
  const PublicRegister* of = view.find("targets");
  for (std::size_t row = 0; of != nullptr && row < of->rows(); ++row) {
    const PublicMeasure* m = view.measure(of->text(row, "measure"));
    if (m == nullptr || m->definition->targets.empty()) promised.push_back(row);
  }
  open_section(page, "targets", "Targets, and whose they are");
  if (rows.empty() && promised.empty()) {
    paragraph(page, "No target is set in this card.");
  } else {
    open_rows(page, "chg", "Targets and whose they are", {"Target", "Whose", "By when", "Now"});
    for (const TargetRow& row : rows) target_row(page, row);
    for (const std::size_t row : promised) promised_row(page, *of, row);
    close_rows(page);
  }
  close_section(page);
}

void passed_item(Page& page, const PublicRegister& of, std::size_t row) {
  Html& h = page.h;
  const std::string file = page.view.page_showing(of.id(), row), anchor = of.anchor(row);
  h.add("<li><p>");
  if (!file.empty() && !anchor.empty()) h.add("<a href=\"").text(file).add("#").text(anchor).add("\">");
  h.text(of.said(row, of.main_column()));
  if (!file.empty() && !anchor.empty()) h.add("</a>");
  h.add("</p><p class=\"small\">");
  state_passed(page, "Due " + of.said(row, of.find("due")) + ", passed");
  const std::string owner = linked_words(page.view, of, row, "owner");
  h.add(" <span class=\"soft\">").text(owner.empty() ? "office not given" : owner).add("</span></p></li>\n");
}

void overdue(Page& page, const Answers& all) {
  const View& view = page.view;
  heading(page, 3, "Past their day");
  std::vector<Row> passed;
  for (const char* id : {"actions", "commitments"}) {
    const PublicRegister* of = view.find(id);
    for (std::size_t row = 0; of != nullptr && row < of->rows(); ++row) {
      if (day_passed(view, *of, row)) passed.push_back({of, row});
    }
  }
  // What is said to be done is not late.
  std::size_t undated = 0, to_do = 0;
  const std::size_t actions = all.actions == nullptr ? 0 : all.actions->rows();
  for (std::size_t row = 0; row < actions; ++row) {
    const Progress at = progress_of(all.actions->text(row, "state"));
    if (at == Progress::said_done || at == Progress::seen) continue;
    ++to_do;
    undated += all.actions->text(row, "due").empty();
  }
  if (actions == 0 && passed.empty()) {
    paragraph(page, "This card lists no action.");
    return;
  }
  if (passed.empty()) {
    page.h.add("<p>Nothing that has a day is past it.");
  } else {
    page.h.add("<ul class=\"items tight\">\n");
    for (const Row& one : passed) passed_item(page, *one.of, one.row);
    page.h.add("</ul>\n<p>");
  }
  if (undated != 0) {
    const std::string which = undated < to_do ? "Of " + std::to_string(to_do) + " actions still to be done " + number_word(undated) + (undated == 1 ? " gives" : " give") + " no day"
                              : to_do == 1    ? std::string("The one action still to be done gives no day")
                                              : "None of the " + number_word(to_do) + " actions still to be done gives a day";
    page.h.text(passed.empty() ? " " : "").text(which + ", so whether " + (undated == 1 ? "it is" : "they are") + " late cannot be said.");
  }
  page.h.add("</p>\n");
}

void found_again(Page& page, const Answers& all) {
  std::vector<std::size_t> again;
  for (std::size_t row = 0; all.findings != nullptr && row < all.findings->rows(); ++row) {
    if (!all.findings->text(row, "repeats").empty()) again.push_back(row);
  }
  heading(page, 3, "Found again");
  if (again.empty()) {
    paragraph(page, all.findings == nullptr || all.findings->rows() == 0 ? "This card lists no finding." : "No finding here is said to repeat an earlier one.");
    return;
  }
  page.h.add("<ul class=\"items tight\">\n");
  for (const std::size_t row : again) {
    page.h.add("<li><p>").text(all.findings->said(row, all.findings->main_column())).add("</p><p class=\"small\"><b>Found before:</b> ");
    linked_rows(page, *all.findings, row, "repeats");
    page.h.add("</p></li>\n");
  }
  page.h.add("</ul>\n");
}

void unanswered(Page& page, const Answers& all) {
  if (all.findings == nullptr || all.findings->rows() == 0) return;
  heading(page, 3, "Findings with no action here");
  if (all.unanswered.empty()) {
    paragraph(page, "Each finding that asks for an action has one, or is answered elsewhere.");
    return;
  }
  page.h.add("<ul class=\"items tight\">\n");
  for (const std::size_t row : all.unanswered) {
    page.h.add("<li><p>").text(all.findings->said(row, all.findings->main_column())).add("</p>");
    if (const std::string by = all.findings->said(row, "said_by"); !by.empty()) page.h.add("<p class=\"small soft\">Said by ").text(by).add(".</p>");
    page.h.add("</li>\n");
  }
  page.h.add("</ul>\n");
  quiet(page, "This does not mean that nothing was done. It means that this card does not say.");
}

void late_and_repeated(Page& page) {
  const Answers all = answers_of(page.view);
  page.h.add("<section class=\"part\" id=\"overdue\" aria-labelledby=\"h-overdue\">\n");
  open_pair(page);
  heading(page, 2, "Overdue, found again, not answered", "h-overdue");
  overdue(page, all);
  found_again(page, all);
  unanswered(page, all);
  if (const PublicPage* actions = page.view.page_of_kind("actions")) page.h.add("<p><a href=\"").text(actions->file).add("\">All findings and actions</a></p>\n");
  to_margin(page);
  margin(page, "As at", page.view.as_at().value_or(page.view.period().last()).said());
  page.h.add("<p>A finding counts as found again where its row says which earlier finding it repeats.</p>");
  close_pair(page);
  close_section(page);
}

void money(Page& page) {
  const View& view = page.view;
  open_section(page, "money", "Money in one line");
  const PublicPage* asked = view.page_of_kind("money");
  std::vector<const PublicMeasure*> measures;
  if (asked != nullptr) {
    measures = page_measures(view, *asked);
  } else {
    for (const PublicMeasure& m : view.measures()) {
      if (m.definition->unit == Unit::gbp) measures.push_back(&m);
    }
  }
  const std::string words = money_in_words(view, measures);
  page.h.add("<p>").text(words.empty() ? "No figure of money stands in this card" : words).add(". ");
  if (asked != nullptr) page.h.add("<a href=\"").text(asked->file).add("\">").text(asked->title.empty() ? std::string("Money") : asked->title).add("</a>");
  else if (!words.empty()) page.h.add("<a href=\"").text(measures[0]->file).add("\">").text(measures[0]->title()).add("</a>");
  page.h.add("</p>\n");
  close_section(page);
}

void questions(Page& page) {
  std::vector<const Comparison*> told;
  for (const ToldFigure& one : told_figures(page.view)) told.push_back(one.comparison);
  const std::vector<Question> all = page.view.questions(told);
  page.h.add("<section class=\"part\" id=\"questions\" aria-labelledby=\"h-questions\">\n");
  open_pair(page);
  heading(page, 2, all.empty() ? "Questions to ask" : capital(how_many(all.size(), "question to ask", "questions to ask")), "h-questions");
  if (all.empty()) paragraph(page, "The rules find none.");
  else page.h.add("<ol class=\"steps\">\n");
  for (const Question& question : all) {
    page.h.add("<li>");
    sentence(page, question.fact);
    page.h.add(" <b class=\"line\">").text(question.asks).add("</b> <span class=\"small soft line\">").text(question.because).add("</span></li>\n");
  }
  if (!all.empty()) page.h.add("</ol>\n");
  to_margin(page);
  page.h.add("<p><b>Made by rule</b>, at most five, in this order: an outcome without a measure; behind England or neighbours; off target, or a target without a date or result; "
             "an action without evidence or office; a figure that moved without a reason given. Each kind is asked once before any is asked twice.</p>");
  close_pair(page);
  close_section(page);
}

}  // namespace

std::string councillors_page(const View& view) {
  Page page = begin_page(view, {"councillors.html", "For councillors: what needs attention, whose job it is, what to ask",
                                "What needs attention in " + view.area_name() + ", why, what next, who answers for it and by when, with targets, overdue actions, changes and questions.",
                                "councillors", "councillors.html", false, false, {}});
  Html& h = page.h;
  open_pair(page);
  heading(page, 1, "For councillors: what needs attention, whose job it is, what to ask");
  h.add("<p class=\"lede\">Everything that is worse than before, behind England or neighbours, off target or open past its limit, with what is being done about it. What the card does not say is marked “not given”.</p>\n");
  to_margin(page);
  h.add("<p><b>All of it</b>, in the order of the card; never a chosen few.</p><p><b>Why and what next</b> are the words of the office that answers for a figure. They are not what the figures show.</p>");
  margin(page, "Edition", view.title() + ", " + view.period().said());
  close_pair(page);
  h.add("<nav aria-label=\"On this page\"><ul class=\"jump\"><li><a href=\"#attention\">Needs attention</a></li><li><a href=\"#targets\">Targets</a></li><li><a href=\"#overdue\">Overdue and repeated</a></li>"
        "<li><a href=\"#since\">Since the last edition</a></li><li><a href=\"#money\">Money</a></li><li><a href=\"#questions\">Questions</a></li></ul></nav>\n");
  attention(page);
  targets(page);
  late_and_repeated(page);
  open_section(page, "since", "What changed since the last edition");
  since_last_edition(page);
  close_section(page);
  money(page);
  questions(page);
  return end_page(page);
}

}  // namespace reportcard
