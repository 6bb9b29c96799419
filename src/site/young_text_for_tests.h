// SPDX-License-Identifier: MIT
// For tests: what a child reads on the page for young people. Paragraphs and list items of the main part, a line each;
// without headings, which are short and would flatter the sum, and without telephone numbers and links that stand alone.
#pragma once
#include <string>
#include <string_view>

namespace reportcard {

inline std::string young_text(std::string_view html) {
  std::string text, block;
  std::size_t at = html.find("<main");
  const std::size_t end = html.find("</main>");
  bool skip = false;
  const auto close = [&] {
    const std::size_t first = block.find_first_not_of(" \n");
    if (first != std::string::npos) text += block.substr(first) + "\n";
    block.clear();
  };
  while (at < end) {
    if (html[at] != '<') {
      const std::size_t next = std::min(html.find('<', at), end);
      std::string words(html.substr(at, next - at));
      for (const auto& [entity, plain] : {std::pair<std::string, std::string>{"&#39;", "'"}, {"&quot;", "\""}, {"&amp;", "&"}}) {
        for (std::size_t i = words.find(entity); i != std::string::npos; i = words.find(entity, i + 1)) words.replace(i, entity.size(), plain);
      }
      if (!skip) block += words;
      at = next;
      continue;
    }
    const std::size_t close_tag = html.find('>', at);
    const std::string_view tag = html.substr(at + 1, close_tag - at - 1);
    at = close_tag + 1;
    const auto is = [&](std::string_view name) { return tag.substr(0, tag.find(' ')) == name; };
    for (const std::string_view name : {"p", "/p", "li", "/li", "h1", "h2", "h3", "/h1", "/h2", "/h3", "div", "/div"}) {
      if (is(name)) close();
    }
    if (is("h1") || is("h2") || is("h3") || (is("a") && tag.find("class=\"big\"") != std::string_view::npos)) skip = true;
    if (is("/h1") || is("/h2") || is("/h3") || is("/a")) skip = false;
  }
  close();
  return text;
}

}  // namespace reportcard
