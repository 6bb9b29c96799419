// SPDX-License-Identifier: MIT
#include "site/frame.h"

#include "site/components.h"
#include "site/marking.h"

namespace reportcard {

namespace {

struct Link { std::string file, words; };

std::vector<Link> navigation(const View& view) {
  std::vector<Link> links{{"index.html", "Overview"}};
  for (const PublicPage& page : view.pages()) {
    if (!page.nav.empty()) links.push_back({page.file, page.nav});
  }
  return links;
}

std::vector<Link> footer_links(const View& view) {
  std::vector<Link> links;
  const PublicPage* help = view.page_of_kind("help");
  links.push_back({help == nullptr ? "help.html" : help->file, "How to get help"});
  links.push_back({"councillors.html", "For councillors"});
  for (const Link& link : {Link{"sheet.html", "Print sheet"}, Link{"data.html", "Data"}, Link{"about.html", "About the data"},
                           Link{"accessibility.html", "Accessibility"}, Link{"privacy.html", "Privacy"}, Link{"contact.html", "Contact"}}) {
    links.push_back(link);
    if (link.file == "about.html" && view.history() != nullptr) links.push_back({"changes.html", "Changes"});
  }
  return links;
}

void link_list(Html& h, const std::vector<Link>& links, std::string_view current) {
  for (const Link& link : links) {
    h.add("<li><a href=\"").text(link.file).add("\"");
    if (link.file == current) h.add(" aria-current=\"page\"");
    h.add(">").text(link.words).add("</a></li>");
  }
}

void band_shapes(Html& h) {
  h.add("<svg class=\"vh\" aria-hidden=\"true\" focusable=\"false\"><defs>"
        "<symbol id=\"g1\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"currentColor\"/></symbol>"
        "<symbol id=\"g2\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.3\"/><path d=\"M8 8V1a7 7 0 1 1-7 7z\" fill=\"currentColor\"/></symbol>"
        "<symbol id=\"g3\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.3\"/><path d=\"M8 1a7 7 0 0 1 0 14z\" fill=\"currentColor\"/></symbol>"
        "<symbol id=\"g4\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.3\"/></symbol>"
        "</defs></svg>\n");
}

}  // namespace

void brand_mark(Html& h) {
  h.add("<svg viewBox=\"0 0 27 33\" aria-hidden=\"true\" focusable=\"false\"><path class=\"sheet-edge\" d=\"M1.5 1.5h24v30h-24z\"/>"
        "<path class=\"sheet-lines\" d=\"M6.5 9h14M6.5 16h9M6.5 23h11.5\"/><circle class=\"sheet-dot\" cx=\"20\" cy=\"16\" r=\"2.4\"/></svg>");
}

Page begin_page(const View& view, PageHead head) {
  Page page{Html(24 * 1024), view, std::move(head)};
  Html& h = page.h;
  const PublicPage* help = view.page_of_kind("help");
  const std::string help_file = help == nullptr ? "help.html" : help->file;
  h.add("<!doctype html>\n<html lang=\"").text(view.language()).add("\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
  if (const std::string marked = marking(view.audience()); !marked.empty()) h.text(marked).add(": ");
  h.text(page.head.title).add(" – ").text(view.title());
  h.add("</title>\n<meta name=\"description\" content=\"").text(page.head.description).add("\">\n");
  if (view.noindex()) h.add("<meta name=\"robots\" content=\"noindex\">\n");
  h.add("<link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"style.css\">\n");
  if (view.history() != nullptr) h.add("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"What changed\" href=\"changes.atom\">\n");
  h.add("</head>\n<body class=\"card");
  if (page.head.plain) h.add(" plain");
  if (!page.head.body_class.empty()) h.add(" ").text(page.head.body_class);
  h.add("\" data-kind=\"").text(page.head.kind).add("\">\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n<div class=\"notice\"><div class=\"wrap\">");
  if (const std::string marked = marking_sentence(view.audience()); !marked.empty()) h.add("<p><b>").text(marked).add("</b></p>");
  if (!view.draft().empty()) h.add("<p><b>").text(view.draft()).add("</b></p>");
  if (!view.banner().empty()) h.add("<p>").text(view.banner()).add("</p>");
  h.add("<p><b>Worried about a child?</b> <a href=\"").text(help_file).add("\">Get help now</a></p></div></div>\n<div class=\"wrap mast\">\n<p class=\"brand\"><a href=\"index.html\">");
  brand_mark(h);
  h.add("<span>").text(view.title());
  if (!view.subtitle().empty()) h.add(" <span>").text(view.subtitle()).add("</span>");
  h.add("</span></a></p>\n<nav class=\"pages\" aria-label=\"Pages\"><ul>");
  link_list(h, navigation(view), page.head.current);
  h.add("</ul></nav>\n</div>\n</header>\n<main id=\"main\">\n");
  if (page.head.bands && !page.head.plain) band_shapes(h);
  return page;
}

std::string end_page(Page& page) {
  Html& h = page.h;
  const View& view = page.view;
  const PublicPage* help = view.page_of_kind("help");
  h.add("</main>\n<footer class=\"foot\"><div class=\"wrap\"><p class=\"ring\"><b>Worried about a child?</b> ");
  for (const std::size_t row : view.helplines()) {
    helpline(page, row);
    h.add(" ");
  }
  h.add("<a href=\"").text(help == nullptr ? "help.html" : help->file).add("\">More ways to get help</a></p>\n<nav aria-label=\"About this site\"><ul class=\"jump\">");
  link_list(h, footer_links(view), page.head.current);
  h.add("</ul></nav>\n<p>").text(view.title()).add(", ").text(view.period().said()).add(". Every figure leads to how it was made. Changes, gaps and sentences are worked out by rule: <a href=\"about.html\">about the data</a>.</p>");
  if (!view.licence().empty()) h.add("<p>").text(view.licence()).add("</p>");
  h.add("</div></footer>\n</body>\n</html>\n");
  return h.take();
}

}  // namespace reportcard
