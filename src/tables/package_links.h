// SPDX-License-Identifier: MIT
// How the parts of an XLSX package name each other: relationships and content types, read and added to. Inside the room.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

class Package;

struct PartLink {
  std::string id;
  std::string family, kind;  // of "http://.../relationships/comments": all to the last slash, and "comments"
  std::string target;        // name of the part, without a slash in front; an address where it is external
  bool external = false;
};
// Of a part ("" is the package itself). Empty where it has none; nothing where they cannot be read.
std::optional<std::vector<PartLink>> part_links(const Package& package, const std::string& part);
// Adds one and gives its id; nothing where the links that are there cannot be read.
std::optional<std::string> add_part_link(Package& package, const std::string& part, const std::string& type, const std::string& target);
// States of what type a part, or all parts with an ending, is, where nothing does so yet.
bool declare_part(Package& package, const std::string& part, std::string_view type);
bool declare_ending(Package& package, std::string_view ending, std::string_view type);
std::string fresh_part(const Package& package, const std::string& stem, std::string_view ending);  // "xl/comments7.xml"

}  // namespace reportcard
