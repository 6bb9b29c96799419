// SPDX-License-Identifier: MIT
// Commissioning: each priority with the reviews and the work that belong to it, then contracts, then what stands alone.
// Work that is still going on is not called an achievement here.
#include <algorithm>

#include "base/text.h"
#include "site/counted_registers.h"
#include "site/counts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/sentences.h"
#include "site/state.h"

namespace reportcard {

namespace {

// Rows of a register whose link names this id.
std::vector<std::size_t> pointing(const PublicRegister* of, std::string_view column, const std::string& id) {
  std::vector<std::size_t> rows;
  if (of == nullptr) return rows;
  const int at = of->find(column);
  for (std::size_t row = 0; row < of->rows(); ++row) {
    const auto links = of->links(row, at);
    if (std::find(links.begin(), links.end(), id) != links.end()) rows.push_back(row);
  }
  return rows;
}

std::string state_word(const PublicRegister& of, std::size_t row) {
  const std::string word = of.text(row, "state");
  return word.empty() ? std::string("state not published") : word;
}

void named(Page& page, std::string_view lead, const PublicRegister* of, const std::vector<std::size_t>& rows) {
  for (const std::size_t row : rows) {
    page.h.add("<br><span class=\"small\"><b>").text(lead).add(":</b> <a href=\"#").text(of->anchor(row)).add("\">").text(of->said(row, of->main_column()))
        .add("</a> (").text(state_word(*of, row)).add(")</span>");
  }
}

void priorities(Page& page, const PublicRegister& of) {
  const View& view = page.view;
  const PublicRegister* reviews = view.find("reviews");
  const PublicRegister* work = view.find("achievements");
  open_section(page, "priorities", "Priorities", true);
  Html& h = page.h;
  if (of.rows() == 0) h.add("<p class=\"none\">").text(of.empty_sentence()).add("</p>\n");
  bool owned = false;
  for (std::size_t row = 0; row < of.rows(); ++row) owned = owned || !of.text(row, "owner").empty();
  if (of.rows() != 0) {
    if (!owned) quiet(page, "No office that answers for it is published for any of them.");
    open_rows(page, "nos com", "Priorities with their state and date", {"Priority", "State", "Due"});
  }
  for (std::size_t row = 0; row < of.rows(); ++row) {
    h.add("<tr");
    if (const std::string anchor = of.anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
    h.add("><th scope=\"row\">");
    if (const std::string number = of.said(row, "number"); !number.empty()) h.text(number).add(". ");
    h.text(of.said(row, of.main_column()));
    if (const std::string note = of.said(row, "note"); !note.empty()) h.add("<br><span class=\"small soft\">").text(note).add("</span>");
    if (reviews != nullptr) named(page, "Review", reviews, pointing(reviews, "priority", of.id_of(row)));
    if (work != nullptr) named(page, "Work", work, pointing(work, "priority", of.id_of(row)));
    for (const char* column : {"partner", "owner"}) {
      if (of.find(column) < 0 || of.text(row, column).empty()) continue;
      h.add("<br><span class=\"small\"><b>").text(of.column(of.find(column)).title).add(":</b> ");
      linked_rows(page, of, row, column);
      h.add("</span>");
    }
    h.add("</th><td>");
    state(page, state_word(of, row));
    h.add("</td><td>");
    const std::string due = of.text(row, "due_said").empty() ? of.said(row, "due") : of.text(row, "due_said");
    if (due.empty()) none(page, "no date published");
    else h.text(due);
    h.add("</td></tr>\n");
  }
  if (of.rows() != 0) close_rows(page);
  close_section(page);
}

void by_state(Page& page, const PublicRegister& of, std::string_view id, std::string_view title, std::string_view words) {
  open_section(page, id, title);
  if (!words.empty()) paragraph(page, words);
  if (of.rows() == 0) {
    page.h.add("<p class=\"none\">").text(of.empty_sentence()).add("</p>\n");
    close_section(page);
    return;
  }
  const int column = of.find("state");
  std::vector<std::string> order;
  if (column >= 0) order = of.column(column).choices;
  order.emplace_back();
  Html& h = page.h;
  for (const std::string& word : order) {
    bool any = false;
    for (std::size_t row = 0; row < of.rows(); ++row) {
      if (of.text(row, column) != word) continue;
      if (!any) {
        h.add("<h3>");
        state(page, word.empty() ? std::string("state not published") : word);
        h.add("</h3>\n<ul class=\"items tight\">\n");
      }
      any = true;
      h.add("<li");
      if (const std::string anchor = of.anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
      h.add("><p>").text(of.said(row, of.main_column())).add("</p>");
      std::string more;
      for (const char* name : {"led_to", "period", "until", "evidence", "value", "note"}) {
        const int at = of.find(name);
        if (at < 0 || of.said(row, at).empty()) continue;
        more += (more.empty() ? "" : " ") + (std::string_view(name) == "note" ? of.said(row, at) : of.column(at).title + ": " + of.said(row, at) + ".");
      }
      if (!more.empty()) h.add("<p class=\"small soft\">").text(more).add("</p>");
      for (const char* name : {"priority", "provider"}) {
        if (of.find(name) < 0 || of.text(row, name).empty()) continue;
        h.add("<p class=\"small\"><span class=\"soft\">").text(of.column(of.find(name)).title).add(":</span> ");
        linked_rows(page, of, row, name);
        h.add("</p>");
      }
      if (const std::string source = of.said(row, "source"); !source.empty()) h.add("<p class=\"small soft\">").text(source).add("</p>");
      h.add("</li>\n");
    }
    if (any) h.add("</ul>\n");
  }
  close_section(page);
}

std::string title_of(const PublicRegister* of) {
  if (of == nullptr || of->rows() == 0) return {};
  std::size_t done = 0;
  for (std::size_t row = 0; row < of->rows(); ++row) {
    const Progress at = progress_of(of->text(row, "state"));
    done += at == Progress::said_done || at == Progress::seen;
  }
  std::string title = how_many(of->rows(), "priority", "priorities") + "; ";
  title += done == 0 ? "none is marked complete" : number_word(done) + (done == 1 ? " is marked complete" : " are marked complete");
  return capital(title);
}

}  // namespace

std::string commissioning_in_words(const View& view) { return title_of(view.find("commissioning")); }

std::string commissioning_page(const View& view, const PublicPage& asked) {
  const PublicRegister* of = view.find("commissioning");
  const std::string name = asked.title.empty() ? std::string("Commissioning") : asked.title;
  const std::string found = title_of(of), title = found.empty() ? name : found;
  Page page = begin_page(view, {asked.file, name, title + ".", asked.kind, current_of(view, asked), asked.plain, false, {}});
  open_pair(page);
  crumb(page, asked, title == name ? std::string() : name);
  heading(page, 1, title);
  page_words(page, asked);
  to_margin(page);
  if (of != nullptr) {
    for (const std::string& document : documents_of(*of, all_rows(*of))) margin(page, "From", document);
  }
  margin(page, "Complete", "Is what the document says. Where it marks others and not this one: not marked.");
  close_pair(page);
  if (of != nullptr) priorities(page, *of);
  if (const PublicRegister* contracts = view.find("contracts")) by_state(page, *contracts, "contracts", "Contracts", {});
  if (const PublicRegister* reviews = view.find("reviews")) by_state(page, *reviews, "reviews", "Reviews", "A review is a beginning: what it led to stands beside it where it is published.");
  if (const PublicRegister* work = view.find("achievements")) by_state(page, *work, "work", "Work that was done or goes on", "In the order of how far it is. Not all of it has ended.");
  const auto measures = measures_listed(view, asked.measures);
  if (!measures.empty()) {
    open_section(page, "figures", "Figures");
    measure_rows(page, measures, "Figures about commissioning");
    for (const PublicMeasure* m : measures) printed_rows(page, view.printed_beside(m->id()));
    close_section(page);
  }
  rest_of_registers(page, asked, {"commissioning", "contracts", "reviews", "achievements"});
  return end_page(page);
}

}  // namespace reportcard
