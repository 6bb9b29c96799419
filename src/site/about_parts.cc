// SPDX-License-Identifier: MIT
#include "site/about_parts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "site/parts_of_page.h"

namespace reportcard {

namespace {

void number_cell(Page& page, std::uint64_t count) { page.h.add("<td class=\"num\">").number(static_cast<std::int64_t>(count)).add("</td>"); }

std::string left_out(const Account& account) {
  std::vector<std::string> reasons;
  for (std::size_t i = 0; i < account.left_out.size(); ++i) {
    if (account.left_out[i] != 0) reasons.push_back(std::to_string(account.left_out[i]) + " " + std::string(left_out_words(static_cast<LeftOut>(i))));
  }
  if (account.entities != 0) {
    reasons.push_back("of " + std::to_string(account.entities) + " places: " + std::to_string(account.judged) + " judged, " + std::to_string(account.unjudged) + " not judged, " +
                      std::to_string(account.closed) + " closed, " + std::to_string(account.not_yet_open) + " not yet open");
  }
  return join(reasons, "; ");
}

}  // namespace

void rounding_table(Page& page) {
  open_table(page, "How the same kind of sum reads with different rounding", {"Before", "Now", "The true change lies between", "Words"}, 4);
  page.h.add("<tr><td>50.8%</td><td>56.7%</td><td>5.8 and 6.0 points</td><td>up 5.9 points</td></tr>\n"
             "<tr><td>75%</td><td>72.6%</td><td>−2.95 and −1.85 points</td><td>down about 2 points</td></tr>\n"
             "<tr><td>83%</td><td>83.3%</td><td>−0.25 and 0.85 points</td><td>no change beyond rounding</td></tr>\n");
  close_table(page);
}

void sources(Page& page) {
  open_section(page, "sources", "Sources");
  const PublicRegister* of = page.view.find("sources");
  if (of == nullptr || of->rows() == 0) {
    paragraph(page, "The files that each measure is made from stand in the next table. No list of publications is given.");
    close_section(page);
    return;
  }
  Html& h = page.h;
  open_rows(page, "chg src", "Sources with what they cover and their licence", {"What", "From", "What it covers", "Licence"});
  for (std::size_t row = 0; row < of->rows(); ++row) {
    h.add("<tr");
    if (const std::string anchor = of->anchor(row); !anchor.empty()) h.add(" id=\"").text(anchor).add("\"");
    h.add("><th scope=\"row\">");
    const std::string address = of->text(row, "address"), title = of->said(row, of->main_column());
    if (address.starts_with("https://") || address.starts_with("http://")) h.add("<a href=\"").text(address).add("\">").text(title).add("</a>");
    else h.text(title);
    if (const std::string note = of->said(row, "note"); !note.empty()) h.add("<span class=\"small line\">").text(note).add("</span>");
    h.add("</th>");
    const auto column = [&](std::string_view lead, const std::string& words) {
      h.add("<td class=\"wide\"><span class=\"lab soft\">").text(lead).add(": </span>");
      if (words.empty()) none(page, "not given");
      else h.text(words);
      h.add("</td>");
    };
    std::string from = of->said(row, "publisher");
    if (const std::string day = of->said(row, "published"); !day.empty()) from += (from.empty() ? "" : ", ") + day;
    column("From", from);
    column("What it covers", of->said(row, "covers"));
    column("Licence", of->said(row, "licence"));
    h.add("</tr>\n");
  }
  close_rows(page);
  close_section(page);
}

void accounts(Page& page) {
  const View& view = page.view;
  Html& h = page.h;
  open_section(page, "accounts", "Rows read and counted");
  paragraph(page, "For each measure: rows read are rows counted and rows left out, by reason. Nothing falls between.");
  h.add("<details><summary>The accounts of all measures</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Rows read and counted\">");
  h.add("<table class=\"fit\"><caption class=\"vh\">Rows read and counted, by measure</caption><thead><tr><th scope=\"col\">Measure</th><th scope=\"col\">From</th><th scope=\"col\" class=\"num\">Read</th>"
        "<th scope=\"col\" class=\"num\">Counted</th><th scope=\"col\">Left out, and why</th></tr></thead><tbody>\n");
  for (const PublicMeasure& m : view.measures()) {
    const Account* account = view.account(m);
    h.add("<tr><th scope=\"row\"><a href=\"").text(m.file).add("\">").text(m.title()).add("</a></th>");
    if (m.definition->kind == MeasureKind::formula || account == nullptr) {
      h.add("<td colspan=\"4\">");
      none(page, "reckoned from other measures");
      h.add("</td></tr>\n");
      continue;
    }
    h.add("<td>").text(view.source_file(m)).add("</td>");
    number_cell(page, account->read);
    number_cell(page, account->counted);
    const std::string words = left_out(*account);
    h.add("<td>").text(words.empty() ? std::string("none") : words).add("</td></tr>\n");
  }
  h.add("</tbody></table></div></details>\n");
  close_section(page);
}

}  // namespace reportcard
