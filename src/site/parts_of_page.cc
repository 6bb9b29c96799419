// SPDX-License-Identifier: MIT
#include "site/parts_of_page.h"

#include <algorithm>

#include "card/names.h"
#include "site/prose_html.h"

namespace reportcard {

std::vector<const PublicMeasure*> measures_listed(const View& view, const std::vector<std::string>& ids) {
  std::vector<const PublicMeasure*> found;
  for (const std::string& id : ids) {
    if (const PublicMeasure* m = view.measure(id)) found.push_back(m);
  }
  return found;
}

std::vector<const PublicMeasure*> page_measures(const View& view, const PublicPage& page) {
  const std::vector<std::string>* ids = &page.measures;
  if (ids->empty() && page.kind != "section") {
    if (const PublicPage* section = view.page(page.section)) ids = &section->measures;
  }
  return measures_listed(view, *ids);
}

std::vector<std::string> documents_of(const PublicRegister& of, const std::vector<std::size_t>& rows) {
  std::vector<std::string> documents;
  for (const std::size_t row : rows) {
    const std::string source = of.text(row, "source");
    const std::string document = source.substr(0, source.find(", line"));
    if (!document.empty() && std::find(documents.begin(), documents.end(), document) == documents.end()) documents.push_back(document);
  }
  return documents;
}

void crumb(Page& page, const PublicPage& asked, std::string_view name) {
  page.h.add("<nav class=\"crumb\" aria-label=\"Where this is\"><a href=\"index.html\">Overview</a>");
  if (const PublicPage* section = page.view.page(asked.section); section != nullptr && section->id != asked.id) {
    page.h.add(" / <a href=\"").text(section->file).add("\">").text(section->title).add("</a>");
  }
  if (!name.empty()) page.h.add(" / ").text(name);
  page.h.add("</nav>\n");
}

void linked_rows(Page& page, const PublicRegister& of, std::size_t row, std::string_view column) {
  const int at = of.find(column);
  if (at < 0) return;
  const PublicRegister* to = page.view.find(of.column(at).to);
  if (to == nullptr) return;
  bool first = true;
  for (const std::string& id : of.links(row, at)) {
    const auto target = to->row_with_id(id);
    if (!target) continue;
    if (!first) page.h.add("; ");
    first = false;
    const std::string words = to->said(*target, to->main_column());
    const std::string file = page.view.page_showing(to->id(), *target), anchor = to->anchor(*target);
    if (file.empty() || anchor.empty()) {
      page.h.text(words);
    } else {
      page.h.add("<a href=\"").text(file == page.head.file ? std::string() : file).add("#").text(anchor).add("\">").text(words).add("</a>");
    }
  }
}

std::vector<const Finding*> findings_about(const View& view, const std::vector<const PublicMeasure*>& measures) {
  std::vector<const Finding*> found;
  for (const Finding& finding : view.findings()) {
    const auto name = parse_figure_name(finding.figure);
    if (!name || finding.verdict != Verdict::fails) continue;
    if (std::any_of(measures.begin(), measures.end(), [&](const PublicMeasure* m) { return m->id() == name->measure; })) found.push_back(&finding);
  }
  return found;
}

void fact(Page& page, std::string_view name, std::string_view words) {
  page.h.add("<div><dt>").text(name).add("</dt><dd>").text(words).add("</dd></div>");
}

void fact_or_none(Page& page, std::string_view name, std::string_view words) {
  page.h.add("<div><dt>").text(name).add("</dt><dd");
  if (words.empty()) page.h.add(" class=\"none\">not published");
  else page.h.add(">").text(words);
  page.h.add("</dd></div>");
}

std::string current_of(const View& view, const PublicPage& asked) {
  const PublicPage* section = view.page(asked.section);
  return asked.nav.empty() && section != nullptr ? section->file : asked.file;
}

void page_words(Page& page, const PublicPage& asked, int top) {
  if (const Prose* words = page.view.prose(asked.words)) prose(page, *words, top);
}

void rest_of_registers(Page& page, const PublicPage& asked, const std::set<std::string, std::less<>>& shown) {
  for (const std::string& id : asked.registers) {
    const PublicRegister* of = page.view.find(id);
    if (of == nullptr || shown.count(id) != 0 || of->columns() == 0) continue;
    register_section(page, *of, all_rows(*of));
  }
}

void worried(Page& page, int level) {
  open_note(page, "Worried about a child?", level);
  ring_lines(page);
  close_note(page);
}

}  // namespace reportcard
