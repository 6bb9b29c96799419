// SPDX-License-Identifier: MIT
#include "site/prose_html.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace reportcard {

namespace {

struct Writer {
  Page& page;
  // Levels as written become levels without a hole: "##" then "####" is h2 then h3.
  std::map<int, int> levels;
  int tables_ = 0;

  void children(const ProseNode& node) {
    for (const ProseNode& child : node.children) write(child);
  }

  void element(Markup open, Markup close, const ProseNode& node) {
    page.h.add(open);
    children(node);
    page.h.add(close);
  }

  void link(const ProseNode& node, const std::string& to) {
    if (to.empty() || to == page.head.file) {
      page.h.text(node.text);
      children(node);
      return;
    }
    page.h.add("<a href=\"").text(to).add("\">").text(node.text);
    children(node);
    page.h.add("</a>");
  }

  void table(const ProseNode& node) {
    page.h.add("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table ").number(++tables_).add("\"><table class=\"fit\">");
    bool body = false;
    for (const ProseNode& row : node.children) {
      const bool head = row.kind == ProseKind::table_head;
      if (head) page.h.add("<thead>");
      if (!head && !body) {
        page.h.add("<tbody>");
        body = true;
      }
      page.h.add("<tr>");
      for (const ProseNode& cell : row.children) {
        page.h.add(head ? Markup("<th scope=\"col\">") : Markup("<td>"));
        if (cell.kind == ProseKind::table_cell) children(cell);
        else write(cell);
        page.h.add(head ? Markup("</th>") : Markup("</td>"));
      }
      page.h.add(head ? Markup("</tr></thead>\n") : Markup("</tr>\n"));
    }
    if (body) page.h.add("</tbody>");
    page.h.add("</table></div>\n");
  }

  void write(const ProseNode& node) {
    Html& h = page.h;
    switch (node.kind) {
      case ProseKind::document: children(node); break;
      case ProseKind::heading: {
        const auto level = levels.find(node.level);
        const int at = std::min(level == levels.end() ? 6 : level->second, 6);
        h.add("<h").number(at).add(" id=\"").text(heading_id(node)).add("\">");
        children(node);
        h.add("</h").number(at).add(">\n");
        break;
      }
      case ProseKind::paragraph: element("<p>", "</p>\n", node); break;
      case ProseKind::list: element("<ul>", "</ul>\n", node); break;
      case ProseKind::ordered_list: element("<ol>", "</ol>\n", node); break;
      case ProseKind::item: element("<li>", "</li>", node); break;
      case ProseKind::quote: element("<blockquote>", "</blockquote>\n", node); break;
      case ProseKind::code: h.add("<pre class=\"code\" tabindex=\"0\">").text(node.text).add("</pre>\n"); break;
      case ProseKind::rule: h.add("<hr>\n"); break;
      case ProseKind::table: table(node); break;
      case ProseKind::table_row:
      case ProseKind::table_head:
      case ProseKind::table_cell: children(node); break;
      case ProseKind::text: h.text(node.text); break;
      case ProseKind::strong: element("<strong>", "</strong>", node); break;
      case ProseKind::emphasis: element("<em>", "</em>", node); break;
      case ProseKind::code_span: h.element("code", node.text); break;
      case ProseKind::link: link(node, node.target); break;
      case ProseKind::figure_link: link(node, page.view.figure_address(node.target)); break;
      case ProseKind::line_break: h.add("<br>"); break;
    }
  }

  std::string heading_id(const ProseNode& node) {
    std::string id = "p-" + slug(plain_text(node));
    const int seen = ++ids_[id];
    return seen == 1 ? id : id + "-" + std::to_string(seen);
  }
  std::map<std::string, int> ids_;
};

void gather_levels(const ProseNode& node, std::map<int, int>& levels) {
  if (node.kind == ProseKind::heading) levels[node.level] = 0;
  for (const ProseNode& child : node.children) gather_levels(child, levels);
}

Writer writer(Page& page, const Prose& words, int top) {
  Writer to{page, {}, 0, {}};
  gather_levels(words.root, to.levels);
  for (auto& [written, shown] : to.levels) shown = top++;
  return to;
}

}  // namespace

void prose(Page& page, const Prose& words, int top) { writer(page, words, top).write(words.root); }

void prose_in_line(Page& page, const Prose& words) {
  Writer to = writer(page, words, 6);
  const bool one = words.root.children.size() == 1 && words.root.children[0].kind == ProseKind::paragraph;
  if (one) to.children(words.root.children[0]);
  else to.write(words.root);
}

void prose_before_heading(Page& page, const Prose& words) {
  Writer to = writer(page, words, 2);
  for (const ProseNode& node : words.root.children) {
    if (node.kind == ProseKind::heading) return;
    to.write(node);
  }
}

void prose_after_heading(Page& page, const Prose& words, int top) {
  Writer to = writer(page, words, top);
  bool after = false;
  for (const ProseNode& node : words.root.children) {
    after = after || node.kind == ProseKind::heading;
    if (after) to.write(node);
  }
}

}  // namespace reportcard
