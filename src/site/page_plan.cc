// SPDX-License-Identifier: MIT
// The plan on one page: outcomes, their commitments, and under each the measure that fits, the nearest figure, or that there is none.
#include <algorithm>

#include "site/counted_registers.h"
#include "site/counts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/sentences.h"
#include "site/state.h"
#include "site/tell.h"

namespace reportcard {

namespace {

struct Plan {
  const PublicRegister* outcomes = nullptr;
  const PublicRegister* commitments = nullptr;
  std::vector<std::size_t> heads;                       // rows of outcomes that have commitments or are outcomes
  std::vector<std::vector<std::size_t>> promises;       // beside `heads`
  std::vector<std::size_t> unplaced;
  std::size_t fits = 0, near = 0, all = 0;
};

// `nearest` names a measure; "yes" beside `measure` says the same of that one.
const PublicMeasure* fitting(const View& view, const PublicRegister& of, std::size_t row) {
  return of.text(row, "nearest") == "yes" ? nullptr : view.measure(of.text(row, "measure"));
}
const PublicMeasure* nearest(const View& view, const PublicRegister& of, std::size_t row) {
  return of.text(row, "nearest") == "yes" ? view.measure(of.text(row, "measure")) : view.measure(of.text(row, "nearest"));
}

Plan plan_of(const View& view) {
  Plan plan;
  plan.outcomes = view.find("outcomes");
  plan.commitments = view.find("commitments");
  const std::size_t rows = plan.commitments == nullptr ? 0 : plan.commitments->rows();
  std::vector<bool> placed(rows);
  if (plan.outcomes != nullptr) {
    for (std::size_t at = 0; at < plan.outcomes->rows(); ++at) {
      std::vector<std::size_t> promises;
      for (std::size_t row = 0; row < rows; ++row) {
        if (plan.commitments->text(row, "outcome") != plan.outcomes->id_of(at)) continue;
        promises.push_back(row);
        placed[row] = true;
      }
      if (promises.empty() && plan.outcomes->text(at, "kind") == "priority") continue;
      plan.heads.push_back(at);
      plan.promises.push_back(std::move(promises));
    }
  }
  for (std::size_t row = 0; row < rows; ++row) {
    if (!placed[row]) plan.unplaced.push_back(row);
    ++plan.all;
    if (fitting(view, *plan.commitments, row) != nullptr) ++plan.fits;
    else if (nearest(view, *plan.commitments, row) != nullptr) ++plan.near;
  }
  return plan;
}

bool has_figure(const View& view, const PublicRegister& of, std::size_t row) { return fitting(view, of, row) != nullptr || nearest(view, of, row) != nullptr; }

void promise(Page& page, const Plan& plan, std::size_t row, bool said_above) {
  const View& view = page.view;
  const PublicRegister& of = *plan.commitments;
  Html& h = page.h;
  h.add("<li");
  if (const std::string anchor = of.anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
  h.add(">").text(of.said(row, of.main_column()));
  const auto figure = [&](std::string_view lead, const PublicMeasure& m) {
    h.add(" <span><b>").text(lead).add(":</b> <a href=\"").text(m.file).add("\">").text(m.title()).add("</a>: ").text(figure_in_words(view, m)).add("</span>");
  };
  if (const PublicMeasure* m = fitting(view, of, row)) figure("Measure", *m);
  else if (const PublicMeasure* near = nearest(view, of, row)) figure("Nearest figure", *near);
  else if (!said_above) h.add(" <span class=\"none\">No measure yet</span>");
  if (const std::string note = of.said(row, "note"); !note.empty()) h.add(" <span class=\"soft\">").text(note).add("</span>");
  std::string more;
  if (const std::string due = of.said(row, "due"); !due.empty()) more = "Due " + due;
  if (!of.text(row, "owner").empty()) more += (more.empty() ? "" : ". ") + linked_words(view, of, row, "owner");
  if (!more.empty()) h.add(" <span class=\"soft\">").text(more).add("</span>");
  h.add("</li>\n");
}

void outcome(Page& page, const Plan& plan, std::size_t at) {
  const PublicRegister& of = *plan.outcomes;
  const std::size_t row = plan.heads[at];
  Html& h = page.h;
  std::string id = of.anchor(row);
  if (id.empty()) id = "outcome-" + std::to_string(at + 1);
  h.add("<section aria-labelledby=\"h-").text(id).add("\" id=\"").text(id).add("\"><h2 id=\"h-").text(id).add("\">").number(static_cast<std::int64_t>(at) + 1).add(". ")
      .text(of.said(row, of.main_column())).add("</h2>");
  if (!of.text(row, "serves").empty()) h.add("<p class=\"small soft\">Serves: ").text(linked_words(page.view, of, row, "serves")).add("</p>");
  if (const std::string note = of.said(row, "note"); !note.empty()) h.add("<p class=\"small\">").text(note).add("</p>");
  if (plan.promises[at].empty()) {
    h.add("<p class=\"none\">No commitment is published.</p></section>\n");
    return;
  }
  // Where no promise of an outcome has a figure, that is said once.
  const auto& promises = plan.promises[at];
  const bool none_has = promises.size() > 1 && std::none_of(promises.begin(), promises.end(), [&](std::size_t p) { return has_figure(page.view, *plan.commitments, p); });
  if (none_has) h.add("<p class=\"small none\">No measure yet for any of these.</p>");
  h.add("<ul>");
  for (const std::size_t promised : promises) promise(page, plan, promised, none_has);
  h.add("</ul></section>\n");
}

std::string title_of(const Plan& plan) {
  if (plan.all == 0) return {};
  std::string title = how_many(plan.heads.size(), "outcome", "outcomes") + " and " + how_many(plan.all, "commitment", "commitments") + "; ";
  title += plan.fits == 0 ? "none has a measure that fits" : number_word(plan.fits) + (plan.fits == 1 ? " has" : " have") + " a measure that fits";
  if (plan.near != 0) title += ", " + number_word(plan.near) + (plan.near == 1 ? " has" : " have") + " a near one";
  return capital(title);
}

// What no commitment has is said once, not 33 times.
std::string said_once(const Plan& plan) {
  if (plan.all == 0) return {};
  const PublicRegister& of = *plan.commitments;
  bool owner = false, due = false, state_given = false, alike = true;
  const std::string first = of.text(0, "state");
  for (std::size_t row = 0; row < of.rows(); ++row) {
    owner = owner || !of.text(row, "owner").empty();
    due = due || !of.text(row, "due").empty();
    state_given = state_given || !of.text(row, "state").empty();
    alike = alike && of.text(row, "state") == first;
  }
  std::string words;
  if (!owner && !due) words = "No date and no owner is published for any of the " + std::to_string(plan.all) + ".";
  else if (!owner) words = "No owner is published for any of the " + std::to_string(plan.all) + ".";
  else if (!due) words = "No date is published for any of the " + std::to_string(plan.all) + ".";
  if (state_given && alike) words += " Each is said to be " + first + "; nothing published shows it.";
  return words;
}

}  // namespace

std::string plan_in_words(const View& view) { return title_of(plan_of(view)); }

std::string plan_page(const View& view, const PublicPage& asked) {
  const Plan plan = plan_of(view);
  const std::string name = asked.title.empty() ? std::string("The plan on a page") : asked.title;
  const std::string found = title_of(plan), title = found.empty() ? name : found;
  Page page = begin_page(view, {asked.file, name, title + ".", asked.kind, current_of(view, asked), asked.plain, false, "flat"});
  Html& h = page.h;
  crumb(page, asked, title == name ? std::string() : name);
  heading(page, 1, title);
  if (view.prose(asked.words) != nullptr) {
    h.add("<div class=\"lede\">\n");
    page_words(page, asked);
    h.add("</div>\n");
  } else {
    h.add("<p class=\"lede\">Under a promise stands its measure, or the nearest figure of this card. A near figure does not show whether the promise was kept.</p>\n");
  }
  if (plan.all == 0) h.add("<p class=\"none\">No commitment is published.</p>\n");
  h.add("<div class=\"plan\">\n");
  for (std::size_t at = 0; at < plan.heads.size(); ++at) outcome(page, plan, at);
  if (!plan.unplaced.empty()) {
    h.add("<section aria-labelledby=\"h-other\" id=\"other\"><h2 id=\"h-other\">For no outcome that is named</h2><ul>");
    for (const std::size_t row : plan.unplaced) promise(page, plan, row, false);
    h.add("</ul></section>\n");
  }
  h.add("</div>\n");
  tell_box(page, "A plan says what was meant, not what was done", "Nothing on this page shows that a promise was kept, unless its measure does.");
  std::string from;
  if (plan.commitments != nullptr) {
    for (const std::string& document : documents_of(*plan.commitments, all_rows(*plan.commitments))) from += (from.empty() ? "From " : ", ") + document;
  }
  quiet(page, (from.empty() ? std::string() : from + ". ") + said_once(plan) + (plan.fits + plan.near != 0 ? " The match of figures to promises is this edition’s own." : ""));
  measure_rows(page, measures_listed(view, asked.measures), "Measures of the plan");
  rest_of_registers(page, asked, {"outcomes", "commitments"});
  return end_page(page);
}

}  // namespace reportcard
