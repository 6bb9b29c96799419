// SPDX-License-Identifier: MIT
// Open data: what there is to take away, and what each column means.
#include "site/components.h"
#include "site/downloads.h"
#include "site/figures_csv.h"

namespace reportcard {

namespace {

std::string size_said(std::size_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  return std::to_string((bytes + 500) / 1000) + " kB";
}

void file_row(Page& page, const Tree& tree, const std::string& path, std::string_view what) {
  const auto found = tree.find("downloads/" + path);
  if (found == tree.end()) return;
  page.h.add("<tr><th scope=\"row\"><a download href=\"downloads/").text(path).add("\">").text(path).add("</a></th><td>").text(what).add("</td><td class=\"num\">")
      .text(size_said(found->second.size())).add("</td></tr>\n");
}

// What stands beside the pages for people who do not read a site.
void handed_over(Page& page, const Tree& tree) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const auto& [name, bytes] : tree) {
    if (name.find('/') != std::string::npos) continue;
    if (name == "sheet.pdf") files.emplace_back(name, "The whole card on a few sheets of A4, to print or to send");
    else if (name.ends_with(".pdf")) files.emplace_back(name, "The plan on a page, to print");
    else if (name.ends_with(".xlsx")) files.emplace_back(name, "Figures, comparisons and lists as a workbook, with notes: one table a sheet");
    else if (name.ends_with(".zip")) files.emplace_back(name, "These pages and all their files, to read without a connection");
  }
  if (files.empty()) return;
  open_section(page, "whole", "The card in one file");
  page.h.add("<ul class=\"items tight\">");
  for (const auto& [name, what] : files) {
    page.h.add("<li><a download href=\"").text(name).add("\">").text(name).add("</a> (").text(size_said(tree.at(name).size())).add("). ").text(what).add(".</li>\n");
  }
  page.h.add("</ul>\n");
  close_section(page);
}

void columns(Page& page, std::string_view title, const std::vector<DataColumn>& list) {
  page.h.add("<div class=\"scroll\" role=\"region\" aria-label=\"Columns of ").text(title).add("\" tabindex=\"0\">\n");
  open_table(page, std::string("Columns of ") + std::string(title), {"Column", "Type", "What it means"}, 9);
  for (const DataColumn& column : list) {
    page.h.add("<tr><th scope=\"row\"><code>").text(column.name).add("</code></th><td>").text(column.type).add("</td><td>").text(column.means).add("</td></tr>\n");
  }
  close_table(page);
  page.h.add("</div>\n");
}

}  // namespace

std::string data_page(const View& view, const Tree& tree) {
  Page page = begin_page(view, {"data.html", "The data, to take away", "Every figure of " + view.title() + " as open data, with what each column means.", "data", "data.html", false, false, {}});
  Html& h = page.h;
  open_pair(page);
  heading(page, 1, "The data, to take away");
  h.add("<p class=\"lede\">Every figure, comparison and public list on these pages, as files that a spreadsheet or a program can read.</p>\n");
  to_margin(page);
  if (!view.licence().empty()) margin(page, "Licence", view.licence());
  margin(page, "Form", "CSV: UTF-8, commas, one header row. A hidden or missing value is an empty cell with a symbol and a reason beside it.");
  close_pair(page);
  h.add("<div class=\"scroll\" role=\"region\" aria-label=\"Files\" tabindex=\"0\">\n");
  open_table(page, "Files", {"File", "What it holds", "Size"}, 2, true);
  file_row(page, tree, "figures.csv", "Every figure: value, counts, period, change, baseline, target, band, source");
  file_row(page, tree, "comparisons.csv", "Our figures beside those of other places, with the gap where the period is the same");
  file_row(page, tree, "definitions.json", "What each measure is: rule, unit, direction, target");
  file_row(page, tree, "bands.json", "Lower bounds of the bands");
  file_row(page, tree, "datapackage.json", "A description of all files, columns and checksums (Data Package)");
  close_table(page);
  h.add("</div>\n");
  handed_over(page, tree);
  open_section(page, "lists", "Lists");
  h.add("<ul class=\"items tight\">");
  for (const PublicRegister& of : view.registers()) {
    const std::string path = "register-" + of.id() + ".csv";
    if (!tree.contains("downloads/" + path)) continue;
    h.add("<li><a download href=\"downloads/").text(path).add("\">").text(of.title()).add("</a>. ").text(of.what()).add("</li>\n");
  }
  h.add("</ul>\n");
  close_section(page);
  open_section(page, "measures", "Measures one by one");
  h.add("<ul class=\"items tight\">");
  for (const PublicMeasure& m : view.measures()) {
    h.add("<li><a href=\"").text(m.file).add("\">").text(m.title()).add("</a> (<a download href=\"downloads/measure-").text(m.id()).add(".csv\">CSV<span class=\"vh\"> of ")
        .text(m.title()).add("</span></a>)</li>\n");
  }
  h.add("</ul>\n");
  close_section(page);
  open_section(page, "columns", "What the columns mean");
  columns(page, "figures.csv", figure_columns());
  columns(page, "comparisons.csv", comparison_columns());
  close_section(page);
  return end_page(page);
}

}  // namespace reportcard
