// SPDX-License-Identifier: MIT
#include "tables/package_links.h"

#include <set>

#include "tables/package.h"
#include "tables/xml_edit.h"

namespace reportcard {
namespace {

constexpr std::size_t links_most = std::size_t{1} << 24;

std::string links_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t stem = slash == std::string::npos ? 0 : slash + 1;
  return part.substr(0, stem) + "_rels/" + part.substr(stem) + ".rels";
}

// "../comments1.xml" seen from "xl/worksheets/sheet1.xml" is "xl/comments1.xml".
std::string resolved(const std::string& part, std::string_view target) {
  std::string path;
  if (!target.empty() && target[0] == '/') {
    path = std::string(target.substr(1));
  } else {
    const std::size_t slash = part.rfind('/');
    path = (slash == std::string::npos ? "" : part.substr(0, slash + 1)) + std::string(target);
  }
  std::vector<std::string> steps;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string step = path.substr(at, end - at);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (step != "." && !step.empty()) {
      steps.push_back(step);
    }
    at = end + 1;
  }
  std::string out;
  for (const std::string& step : steps) out += (out.empty() ? "" : "/") + step;
  return out;
}

constexpr std::string_view empty_links =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

// Puts an element at the end of the root, where none with these attributes is there.
bool add_to_root(Package& package, const std::string& part, std::string text, const std::string& element,
                 const std::vector<std::pair<std::string, std::string>>& attributes) {
  XmlTag root;
  std::size_t root_end = 0;
  bool there = false;
  const bool read = walk_xml(text, {[&](const XmlTag& tag) {
                                      if (tag.depth == 0) root = tag;
                                      if (tag.depth != 1 || tag.local != element) return;
                                      const auto value = tag.attribute(attributes.front().first);
                                      there = there || (value && *value == attributes.front().second);
                                    },
                                    [&](const XmlTag& tag) {
                                      if (tag.depth == 0) root_end = tag.begin;
                                    }});
  if (!read) return false;
  if (there) return true;
  std::string one = "<" + std::string(root.prefix()) + element;
  for (const auto& [name, value] : attributes) one += " " + name + "=\"" + xml_text(value) + "\"";
  XmlEdits edits;
  edits.append_inside(text, root, root_end, one + "/>");
  package.write(part, edits.done(text));
  return true;
}

}  // namespace

std::optional<std::vector<PartLink>> part_links(const Package& package, const std::string& part) {
  std::vector<PartLink> links;
  const std::string name = links_of(part);
  if (!package.has(name)) return links;
  const auto text = package.read(name, links_most);
  const bool read = text && walk_xml(*text, {[&](const XmlTag& tag) {
                                               if (tag.local != "Relationship") return;
                                               PartLink link;
                                               link.id = tag.attribute("Id").value_or("");
                                               const std::string type(tag.attribute("Type").value_or(""));
                                               const std::size_t slash = type.rfind('/') + 1;
                                               link.family = type.substr(0, slash);
                                               link.kind = type.substr(slash);
                                               link.external = tag.attribute("TargetMode").value_or("") == "External";
                                               const std::string_view target = tag.attribute("Target").value_or("");
                                               link.target = link.external ? std::string(target) : resolved(part, target);
                                               links.push_back(std::move(link));
                                             },
                                             {}});
  if (!read) return std::nullopt;
  return links;
}

std::optional<std::string> add_part_link(Package& package, const std::string& part, const std::string& type, const std::string& target) {
  const auto links = part_links(package, part);
  if (!links) return std::nullopt;
  std::set<std::string> ids;
  for (const PartLink& link : *links) ids.insert(link.id);
  std::size_t number = links->size() + 1;
  while (ids.count("rId" + std::to_string(number)) != 0) ++number;
  const std::string id = "rId" + std::to_string(number), name = links_of(part);
  const auto text = package.has(name) ? package.read(name, links_most) : std::optional(std::string(empty_links));
  if (!text || !add_to_root(package, name, *text, "Relationship", {{"Id", id}, {"Type", type}, {"Target", "/" + target}})) return std::nullopt;
  return id;
}

bool declare_part(Package& package, const std::string& part, std::string_view type) {
  const auto text = package.read("[Content_Types].xml", links_most);
  return text && add_to_root(package, "[Content_Types].xml", *text, "Override", {{"PartName", "/" + part}, {"ContentType", std::string(type)}});
}

bool declare_ending(Package& package, std::string_view ending, std::string_view type) {
  const auto text = package.read("[Content_Types].xml", links_most);
  return text && add_to_root(package, "[Content_Types].xml", *text, "Default", {{"Extension", std::string(ending)}, {"ContentType", std::string(type)}});
}

std::string fresh_part(const Package& package, const std::string& stem, std::string_view ending) {
  for (std::size_t number = 1;; ++number) {
    std::string name = stem + std::to_string(number) + std::string(ending);
    if (!package.has(name)) return name;
  }
}

}  // namespace reportcard
