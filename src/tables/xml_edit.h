// SPDX-License-Identifier: MIT
// XML changed where it must be and nowhere else: a walk that says at which bytes each tag lies, and cuts and insertions
// at such places. What is not touched keeps its bytes, so extensions that nobody here knows stay as they were.
#pragma once
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reportcard {

struct XmlTag {
  std::string_view name;    // as written, with its prefix: lives as long as the text
  std::string_view local;   // without it
  std::size_t depth = 0;    // of the root: 0
  std::size_t begin = 0, end = 0;  // bytes of the tag itself; of an end tag that was not written, both lie behind <tag/>
  bool empty = false;       // <tag/>
  const char* const* attributes = nullptr;  // name, value, name, value, null; not for end tags
  std::optional<std::string_view> attribute(std::string_view wanted) const;  // by its name as written
  std::string_view prefix() const { return name.substr(0, name.size() - local.size()); }  // "x:", or ""
};

struct XmlWalk {
  std::function<void(const XmlTag&)> start, end;
};
// False where the text is not well-formed, has a DOCTYPE, or is written in an encoding that ASCII is no part of.
bool walk_xml(std::string_view text, const XmlWalk& walk);

// Bytes of the value of an attribute inside the tag that lies at [begin, end).
std::optional<std::pair<std::size_t, std::size_t>> attribute_bytes(std::string_view text, std::size_t begin, std::size_t end,
                                                                   std::string_view name);

// Gathered while walking, done at the end. Insertions at one place stand in the order in which they were asked for.
class XmlEdits {
 public:
  void insert(std::size_t at, std::string text) { replace(at, at, std::move(text)); }
  void replace(std::size_t from, std::size_t to, std::string text);
  // Behind all that stands in an element: before its end tag, or opening <tag/>. `tag` is its start tag.
  void append_inside(std::string_view text, const XmlTag& start, std::size_t end_tag, std::string inside);
  std::string done(std::string_view text) const;
  bool any() const { return !all_.empty(); }

 private:
  struct Edit { std::size_t from, to; std::string text; };
  std::vector<Edit> all_;
};

// Text for between tags and in attributes, in ASCII: what XML cannot hold becomes U+FFFD, line ends become &#10;.
std::string xml_text(std::string_view text);

}  // namespace reportcard
