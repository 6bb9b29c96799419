// SPDX-License-Identifier: MIT
#include "site/changes_feed.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "html/html.h"

namespace reportcard {

namespace {

// A name that stays the same wherever the feed lies: a UUID (RFC 9562, version 8) made of place, card and edition.
std::string stable_id(const View& view, std::string_view edition) {
  std::string hex = sha256_hex("reportcard\n" + view.area_code() + "\n" + slug(view.title()) + "\n" + std::string(edition)).substr(0, 32);
  hex[12] = '8';
  hex[16] = '8';
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" + hex.substr(20);
}

std::string moment(const KeptEdition& edition) { return edition.day.value_or(Date{}).iso() + "T00:00:00Z"; }

}  // namespace

std::string changes_feed(const View& view) {
  Html xml;
  const std::vector<EditionChanges>& all = *view.history();
  xml.add("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"").text(view.language()).add("\">\n<id>");
  xml.text(stable_id(view, "feed")).add("</id>\n<title>").text(view.title()).add(": what changed</title>\n<updated>");
  std::string latest;
  for (const EditionChanges& one : all) latest = std::max(latest, moment(*one.now));
  xml.text(latest).add("</updated>\n<author><name>").text(view.publisher().empty() ? view.title() : view.publisher()).add("</name></author>\n");
  xml.add("<link rel=\"alternate\" type=\"text/html\" href=\"").text(view.web_address("changes.html")).add("\"/>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"");
  xml.text(view.web_address("changes.atom")).add("\"/>\n");
  for (auto one = all.rbegin(); one != all.rend(); ++one) {
    const std::string title = one->before ? one->now->title + " against " + one->before->title : one->now->title;
    xml.add("<entry>\n<id>").text(stable_id(view, one->now->id)).add("</id>\n<title>").text(title).add("</title>\n<updated>").text(moment(*one->now)).add("</updated>\n");
    xml.add("<link rel=\"alternate\" type=\"text/html\" href=\"").text(view.web_address("changes.html")).add("\"/>\n<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">");
    if (!one->before) xml.add("<p>The first edition that is kept: nothing to compare with.</p>");
    else if (one->all.empty()) xml.add("<p>No figure changed.</p>");
    for (std::size_t at = 0; at < one->all.size();) {
      const EditionChangeKind kind = one->all[at].kind;
      xml.add("<h2>").text(view.heading(kind)).add("</h2><ul>");
      for (; at < one->all.size() && one->all[at].kind == kind; ++at) xml.add("<li>").text(view.line(one->all[at]).said).add("</li>");
      xml.add("</ul>");
    }
    xml.add("</div></content>\n</entry>\n");
  }
  xml.add("</feed>\n");
  return xml.take();
}

}  // namespace reportcard
