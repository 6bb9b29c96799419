// SPDX-License-Identifier: MIT
// For tests: a folder in memory becomes a site, and a page is read as strictly as a browser's checker would.
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"
#include "words/commentary.h"

namespace reportcard {

struct BuiltSite {
  Tree tree;
  Problems problems;
  const std::string& page(const std::string& name) const {
    static const std::string none;
    const auto found = tree.find(name);
    return found == tree.end() ? none : found->second;
  }
  bool says(const std::string& name, std::string_view words) const { return page(name).find(words) != std::string::npos; }
  bool anywhere(std::string_view words) const {
    for (const auto& [name, bytes] : tree) {
      if (bytes.find(words) != std::string::npos) return true;
    }
    return false;
  }
};

inline BuiltSite build_for_test(const std::map<std::string, std::string>& files, Audience audience = Audience::public_) {
  BuiltSite built;
  const auto folder = memory_folder(files);
  const auto card = read_card(*folder, built.problems);
  if (!card) return built;
  const Figures figures = compute(*card, built.problems);
  const Grammar grammar = Grammar::load(*card, built.problems);
  const std::map<std::string, Prose> prose = read_all_prose(*card, figures, grammar, built.problems);
  check_commentary(*card, figures, built.problems);
  std::vector<Prose> all;
  for (const auto& [name, one] : prose) all.push_back(one);
  const std::vector<Finding> findings = test_statements(*card, figures, all, built.problems);
  built.tree = build_site({*card, figures, grammar, prose, findings, "test", audience}, built.problems);
  return built;
}

// All that is wrong with a page, a line each; nothing is right.
struct PageFaults {
  std::vector<std::string> faults;
  std::set<std::string> ids;
  std::vector<std::string> links;
  std::string text;   // what a reader sees without styles, tags taken out

  explicit PageFaults(std::string_view html) {
    static const std::set<std::string_view> empty{"meta", "link", "br", "hr", "img", "input", "path", "circle", "line", "rect", "use"};
    std::vector<std::string> open;
    int h1 = 0, level = 0;
    for (std::size_t at = 0; at < html.size();) {
      if (html[at] != '<') {
        const std::size_t end = std::min(html.find('<', at), html.size());
        text += html.substr(at, end - at);
        at = end;
        continue;
      }
      const std::size_t end = html.find('>', at);
      if (end == std::string_view::npos) {
        faults.push_back("a tag is not closed");
        return;
      }
      std::string_view tag = html.substr(at + 1, end - at - 1);
      at = end + 1;
      if (tag.starts_with("!")) continue;
      if (tag.starts_with("/")) {
        if (open.empty() || open.back() != tag.substr(1)) faults.push_back("</" + std::string(tag.substr(1)) + "> closes " + (open.empty() ? "nothing" : open.back()));
        if (!open.empty()) open.pop_back();
        continue;
      }
      const bool self = tag.ends_with("/");
      const std::string name(tag.substr(0, tag.find_first_of(" /")));
      read_attributes(name, tag);
      if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
        const int now = name[1] - '0';
        h1 += now == 1;
        if (level != 0 && now > level + 1) faults.push_back("a heading h" + std::to_string(now) + " follows h" + std::to_string(level));
        level = now;
      }
      if (name == "script" || name == "style" || name == "iframe") faults.push_back("<" + name + ">");
      if (name == "th" && tag.find("scope=") == std::string_view::npos) faults.push_back("a th without scope");
      if (!self && !empty.contains(name)) open.push_back(name);
    }
    if (!open.empty()) faults.push_back("<" + open.back() + "> is left open");
    if (h1 != 1) faults.push_back(std::to_string(h1) + " h1");
  }

 private:
  void read_attributes(const std::string& name, std::string_view tag) {
    std::set<std::string> seen;
    std::size_t at = tag.find(' ');
    while (at != std::string_view::npos && at < tag.size()) {
      while (at < tag.size() && (tag[at] == ' ' || tag[at] == '/')) ++at;
      const std::size_t end = tag.find_first_of("= ", at);
      if (at >= tag.size()) break;
      const std::string attribute(tag.substr(at, std::min(end, tag.size()) - at));
      std::string value;
      if (end != std::string_view::npos && tag[end] == '=') {
        const std::size_t close = tag.find('"', end + 2);
        if (tag[end + 1] != '"' || close == std::string_view::npos) {
          faults.push_back("an attribute of <" + name + "> is not quoted");
          return;
        }
        value = tag.substr(end + 2, close - end - 2);
        at = close + 1;
      } else {
        at = end;
      }
      if (!seen.insert(attribute).second) faults.push_back(attribute + " stands twice in <" + name + ">");
      if (attribute == "style" || attribute.starts_with("on")) faults.push_back(attribute + " in <" + name + ">");
      if (attribute == "id" && !ids.insert(value).second) faults.push_back("the id " + value + " stands twice");
      if (attribute == "href" || attribute == "src") links.push_back(value);
    }
  }
};

}  // namespace reportcard
