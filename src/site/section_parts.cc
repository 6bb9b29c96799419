// SPDX-License-Identifier: MIT
#include "site/section_parts.h"

#include <algorithm>

#include "card/names.h"
#include "site/components.h"
#include "site/prose_html.h"
#include "site/registers_html.h"

namespace reportcard {

std::vector<const PublicMeasure*> measures_of(const View& view, const PublicPage& p) {
  std::vector<const PublicMeasure*> measures;
  for (const std::string& id : p.measures) {
    if (const PublicMeasure* m = view.measure(id)) measures.push_back(m);
  }
  return measures;
}

void section_start(Page& page, const PublicPage& p) {
  const View& view = page.view;
  Html& h = page.h;
  if (p.kind != "section") {
    h.add("<nav class=\"crumb\" aria-label=\"Where this is\"><a href=\"index.html\">Overview</a>");
    if (const PublicPage* section = view.page(p.section)) h.add(" / <a href=\"").text(section->file).add("\">").text(section->title).add("</a>");
    h.add("</nav>\n");
  }
  heading(page, 1, p.title);
  if (p.found_later) found_later_box(page, "about.html#afterwards");
  if (const Prose* words = view.prose(p.words)) {
    h.add("<div class=\"prose\">\n");
    prose(page, *words);
    h.add("</div>\n");
  }
  if (p.on_time_note) on_time_note(page);
}

void section_documents(Page& page, const PublicPage& p) {
  const View& view = page.view;
  const auto ours = [&](const std::string& figure) {
    const auto name = parse_figure_name(figure);
    return name && std::find(p.measures.begin(), p.measures.end(), name->measure) != p.measures.end();
  };
  std::vector<Row> printed;
  if (const PublicRegister* register_of = view.find("printed")) {
    const int section = register_of->find("section"), figure = register_of->find("figure");
    for (std::size_t row = 0; row < register_of->rows(); ++row) {
      if (register_of->text(row, section) == p.id || ours(register_of->text(row, figure))) printed.push_back({register_of, row});
    }
  }
  std::vector<const Finding*> findings;
  for (const Finding& finding : view.findings()) {
    if (!finding.source.empty() && finding.verdict != Verdict::holds && ours(finding.figure)) findings.push_back(&finding);
  }
  if (printed.empty() && findings.empty()) return;
  open_section(page, "printed", findings.empty() ? "As printed" : "As printed, and what does not add up");
  paragraph(page, "Where the document that these figures come from prints something else than we do, or more than it shows, it stands here beside our figure, with the reason and the sum.");
  constexpr std::size_t few = 8;  // more would hide what follows
  if (printed.size() > few) page.h.add("<details><summary>As the document prints it (").number(static_cast<std::int64_t>(printed.size())).add(")</summary>\n");
  printed_rows(page, printed);
  if (printed.size() > few) page.h.add("</details>\n");
  findings_list(page, findings, 3);
  close_section(page);
}

void section_registers(Page& page, const PublicPage& p, const std::vector<std::string>& without) {
  for (const std::string& id : p.registers) {
    if (std::find(without.begin(), without.end(), id) != without.end()) continue;
    const PublicRegister* of = page.view.find(id);
    if (of == nullptr) continue;
    const std::vector<std::size_t> rows = page.view.rows_on(*of, p.id);
    if (rows.empty() && of->rows() > 0) continue;  // its rows belong to other pages
    register_section(page, *of, rows);
  }
}

void section_pages(Page& page, const PublicPage& p) {
  bool any = false;
  for (const PublicPage& other : page.view.pages()) {
    if (other.kind == "section" || other.section != p.id) continue;
    page.h.add(any ? Markup("") : Markup("<nav aria-label=\"Pages of this section\"><ul class=\"jump\">"));
    any = true;
    page.h.add("<li><a href=\"").text(other.file).add("\">").text(other.title).add("</a></li>");
  }
  if (any) page.h.add("</ul></nav>\n");
}

Page begin_section_page(const View& view, const PublicPage& p, bool bands, std::string body_class) {
  const PublicPage* section = view.page(p.section);
  return begin_page(view, {p.file, p.title, p.title + ": " + view.area_name() + ", " + view.period().said() + ".", p.kind,
                           p.nav.empty() && section != nullptr ? section->file : p.file, p.plain, bands, std::move(body_class)});
}

}  // namespace reportcard
