// SPDX-License-Identifier: MIT
// expat is known here alone.
#include "tables/xml_stream.h"

#include <expat.h>

#include <algorithm>
#include <cstring>

namespace reportcard {
namespace {

constexpr std::size_t most_bindings = 256;

std::size_t slot_of(std::string_view prefix) {
  if (prefix.empty()) return 0;
  return (prefix.size() * 5 + static_cast<unsigned char>(prefix.front()) * 3 + static_cast<unsigned char>(prefix.back())) % 32;
}

}  // namespace

std::size_t XmlPrefixes::find(std::string_view prefix) const {
  std::uint16_t& last = found_[slot_of(prefix)];
  if (last > 0 && bindings_[last - 1u].prefix == prefix) return last - 1u;
  for (std::size_t index = bindings_.size(); index-- > 0;) {
    if (bindings_[index].prefix != prefix) continue;
    last = static_cast<std::uint16_t>(index + 1);
    return index;
  }
  return bindings_.size();
}

XmlName XmlPrefixes::name_of(const char* raw, bool& bound) const {
  const std::string_view all(raw);
  const std::size_t colon = all.find(':');
  const std::string_view prefix = colon == std::string_view::npos ? std::string_view{} : all.substr(0, colon);
  const std::string_view local = colon == std::string_view::npos ? all : all.substr(colon + 1);
  bound = true;
  if (prefix == "xml") return {"http://www.w3.org/XML/1998/namespace", local};
  const std::size_t at = colon == 0 ? bindings_.size() : find(prefix);  // ":a" has no prefix, and is no name either
  if (at < bindings_.size()) return {bindings_[at].space, local};
  bound = colon == std::string_view::npos;
  return {{}, all};
}

XmlFault XmlPrefixes::open(std::size_t depth, const char* const* pairs) {
  for (const char* const* pair = pairs; *pair != nullptr; pair += 2) {
    const std::string_view name(pair[0]);
    if (name.substr(0, 5) != "xmlns" || (name.size() > 5 && name[5] != ':')) continue;
    if (bindings_.size() >= most_bindings) return XmlFault::too_many_attributes;
    if (name.size() > 5 && *pair[1] == '\0') return XmlFault::not_well_formed;
    bindings_.push_back({depth, std::string(name.substr(std::min<std::size_t>(6, name.size()))), pair[1]});
    found_.fill(0);
  }
  return XmlFault::none;
}

void XmlPrefixes::close(std::size_t depth) {
  while (!bindings_.empty() && bindings_.back().depth >= depth) {
    bindings_.pop_back();
    found_.fill(0);
  }
}

XmlName XmlAttributes::attribute_name(const char* raw) const {
  // No prefix is no namespace: that of the element is not the attribute's.
  if (std::strchr(raw, ':') == nullptr) return {{}, raw};
  return prefixes_.name_of(raw);
}

std::optional<std::string_view> XmlAttributes::get(std::string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local == pair[0]) return std::string_view(pair[1]);
  }
  return {};
}

std::optional<std::string_view> XmlAttributes::get(std::string_view space, std::string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view raw(pair[0]);
    if (raw.size() <= local.size() || raw.substr(raw.size() - local.size()) != local) continue;
    const XmlName name = attribute_name(pair[0]);
    if (name.local == local && name.space == space) return std::string_view(pair[1]);
  }
  return {};
}

struct XmlStream::Parser {
  XML_Parser expat = nullptr;
  XmlListener* listener = nullptr;
  XmlLimits limits;
  XmlPrefixes prefixes;
  std::size_t depth = 0;
  std::size_t fed = 0;
  XmlFault fault = XmlFault::none;
  std::size_t fault_line = 0, fault_column = 0;

  ~Parser() {
    if (expat != nullptr) XML_ParserFree(expat);
  }
  void end(XmlFault why) {
    if (fault == XmlFault::none) {
      fault = why;
      fault_line = static_cast<std::size_t>(XML_GetCurrentLineNumber(expat));
      fault_column = static_cast<std::size_t>(XML_GetCurrentColumnNumber(expat)) + 1;
    }
    XML_StopParser(expat, XML_FALSE);
  }
  bool over() const { return listener->done || fault != XmlFault::none; }

  // An exception may not pass through expat; the only one that can come is that of memory.
  template <class Tell> void tell(const Tell& tell_it) {
    if (over()) return;
    try {
      tell_it();
    } catch (...) {
      end(XmlFault::too_long);
    }
    if (listener->done) XML_StopParser(expat, XML_FALSE);
  }
  static void opened(void* self, const XML_Char* name, const XML_Char** attributes) {
    Parser& parser = *static_cast<Parser*>(self);
    if (++parser.depth > parser.limits.depth) return parser.end(XmlFault::too_deep);
    if (static_cast<std::size_t>(XML_GetSpecifiedAttributeCount(parser.expat)) / 2 > parser.limits.attributes) {
      return parser.end(XmlFault::too_many_attributes);
    }
    parser.tell([&] {
      const XmlFault declared = parser.prefixes.open(parser.depth, attributes);
      if (declared != XmlFault::none) return parser.end(declared);
      bool bound = true;
      const XmlName full = parser.prefixes.name_of(name, bound);
      if (!bound) return parser.end(XmlFault::not_well_formed);
      parser.listener->opened(full, XmlAttributes(attributes, parser.prefixes));
    });
  }
  static void closed(void* self, const XML_Char* name) {
    Parser& parser = *static_cast<Parser*>(self);
    parser.tell([&] { parser.listener->closed(parser.prefixes.name_of(name)); });
    parser.prefixes.close(parser.depth--);
  }
  static void text(void* self, const XML_Char* letters, int count) {
    Parser& parser = *static_cast<Parser*>(self);
    parser.tell([&] { parser.listener->text({letters, static_cast<std::size_t>(count)}); });
  }
  static void doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<Parser*>(self)->end(XmlFault::doctype);
  }

  bool parse(std::string_view piece, bool last) {
    if (over()) return false;
    const XML_Status status = XML_Parse(expat, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (over()) return false;
    if (status != XML_STATUS_OK) {
      end(XmlFault::not_well_formed);
      return false;
    }
    // What expat holds back is a tag whose end has not come: it would be looked through again with each piece.
    fed += piece.size();
    const XML_Index at = XML_GetCurrentByteIndex(expat);
    if (!last && at >= 0 && fed - std::min(fed, static_cast<std::size_t>(at)) > limits.tag_bytes + piece.size()) {
      end(XmlFault::too_long);
      return false;
    }
    return true;
  }
};

XmlStream::XmlStream(XmlListener& listener, const XmlLimits& limits) : parser_(std::make_unique<Parser>()) {
  parser_->listener = &listener;
  parser_->limits = limits;
  parser_->expat = XML_ParserCreate(nullptr);
  if (parser_->expat == nullptr) {
    parser_->fault = XmlFault::too_long;
    return;
  }
  XML_SetUserData(parser_->expat, parser_.get());
  XML_SetElementHandler(parser_->expat, Parser::opened, Parser::closed);
  XML_SetCharacterDataHandler(parser_->expat, Parser::text);
  XML_SetStartDoctypeDeclHandler(parser_->expat, Parser::doctype);
  XML_SetParamEntityParsing(parser_->expat, XML_PARAM_ENTITY_PARSING_NEVER);
}

XmlStream::~XmlStream() = default;

bool XmlStream::feed(std::string_view piece) {
  constexpr std::size_t most = std::size_t{1} << 20;
  while (piece.size() > most) {
    if (!parser_->parse(piece.substr(0, most), false)) return false;
    piece.remove_prefix(most);
  }
  return parser_->parse(piece, false);
}

bool XmlStream::finish() { return parser_->parse({}, true); }

XmlFault XmlStream::fault() const { return parser_->fault; }
std::size_t XmlStream::line() const { return parser_->fault_line; }
std::size_t XmlStream::column() const { return parser_->fault_column; }

}  // namespace reportcard
