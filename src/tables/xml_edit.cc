// SPDX-License-Identifier: MIT
#include "tables/xml_edit.h"

#include <expat.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "base/utf8.h"

namespace reportcard {
namespace {

struct Walker {
  XML_Parser parser;
  std::string_view text;
  const XmlWalk& walk;
  std::size_t depth = 0;
};

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The name as it lies in the text, which outlives the parser.
XmlTag tag_here(const Walker& walker, const char* name) {
  XmlTag tag;
  tag.begin = static_cast<std::size_t>(XML_GetCurrentByteIndex(walker.parser));
  tag.end = tag.begin + static_cast<std::size_t>(XML_GetCurrentByteCount(walker.parser));
  const std::string_view bytes = walker.text.substr(tag.begin, tag.end - tag.begin);
  const std::size_t from = bytes.substr(0, 2) == "</" ? 2 : 1;
  tag.name = bytes.size() > from ? bytes.substr(from, bytes.find_first_of(" \t\r\n/>", from) - from) : std::string_view(name);
  tag.local = local_name(tag.name);
  return tag;
}

void XMLCALL on_start(void* data, const char* name, const char** attributes) {
  Walker& walker = *static_cast<Walker*>(data);
  XmlTag tag = tag_here(walker, name);
  tag.depth = walker.depth++;
  tag.attributes = attributes;
  tag.empty = tag.end >= 2 && walker.text[tag.end - 2] == '/';
  if (walker.walk.start) walker.walk.start(tag);
}

void XMLCALL on_end(void* data, const char* name) {
  Walker& walker = *static_cast<Walker*>(data);
  XmlTag tag = tag_here(walker, name);
  tag.depth = --walker.depth;
  if (walker.walk.end) walker.walk.end(tag);
}

void XMLCALL on_doctype(void* data, const char*, const char*, const char*, int) {
  XML_StopParser(static_cast<Walker*>(data)->parser, XML_FALSE);
}

}  // namespace

std::optional<std::string_view> XmlTag::attribute(std::string_view wanted) const {
  for (const char* const* at = attributes; at != nullptr && *at != nullptr; at += 2)
    if (wanted == at[0]) return std::string_view(at[1]);
  return std::nullopt;
}

bool walk_xml(std::string_view text, const XmlWalk& walk) {
  // Bytes are cut and put in as ASCII, which UTF-16 is not.
  if (text.size() < 4 || text.size() > (std::size_t{1} << 30) || text[0] == '\0' || text[1] == '\0' || text.substr(0, 2) == "\xFE\xFF" || text.substr(0, 2) == "\xFF\xFE") return false;
  const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), &XML_ParserFree);
  if (!parser) return false;
  Walker walker{parser.get(), text, walk};
  XML_SetUserData(parser.get(), &walker);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  return XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK;
}

std::optional<std::pair<std::size_t, std::size_t>> attribute_bytes(std::string_view text, std::size_t begin, std::size_t end,
                                                                   std::string_view name) {
  std::size_t at = begin;
  while ((at = text.find_first_of("=", at)) != std::string_view::npos && at < end) {
    std::size_t name_end = at, quote = at + 1;
    while (name_end > begin && std::strchr(" \t\r\n", text[name_end - 1]) != nullptr) --name_end;
    while (quote < end && std::strchr(" \t\r\n", text[quote]) != nullptr) ++quote;
    const std::size_t close = quote < end ? text.find(text[quote], quote + 1) : std::string_view::npos;
    if (close == std::string_view::npos || close >= end) return std::nullopt;
    if (name_end - begin > name.size() && text.substr(name_end - name.size(), name.size()) == name &&
        std::strchr(" \t\r\n", text[name_end - name.size() - 1]) != nullptr)
      return std::pair{quote + 1, close};
    at = close + 1;
  }
  return std::nullopt;
}

void XmlEdits::replace(std::size_t from, std::size_t to, std::string text) { all_.push_back({from, to, std::move(text)}); }

void XmlEdits::append_inside(std::string_view text, const XmlTag& start, std::size_t end_tag, std::string inside) {
  if (!start.empty) return insert(end_tag, std::move(inside));
  std::size_t slash = start.end - 2;
  while (slash > start.begin && std::strchr(" \t\r\n", text[slash - 1]) != nullptr) --slash;
  replace(slash, start.end, ">" + std::move(inside) + "</" + std::string(start.name) + ">");
}

std::string XmlEdits::done(std::string_view text) const {
  std::vector<Edit> edits = all_;
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.from < b.from; });
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    if (edit.from > at) out += text.substr(at, edit.from - at);
    out += edit.text;
    at = std::max(at, edit.to);
  }
  return out += text.substr(at);
}

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    at += point.bytes;
    char32_t value = point.value;
    const bool held = value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : value == '\t' || value == '\n';
    if (value == '\r') continue;
    if (!held) value = 0xFFFD;
    switch (value) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (value >= 0x20 && value < 0x7F) out += static_cast<char>(value);
        else out += "&#" + std::to_string(static_cast<std::uint32_t>(value)) + ";";
    }
  }
  return out;
}

}  // namespace reportcard
