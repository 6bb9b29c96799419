// SPDX-License-Identifier: MIT
// expat is known here alone.
#include "tables/xml_stream.h"

#include <expat.h>

#include <algorithm>

namespace reportcard {
namespace {

// Between namespace and name: no address may hold a newline.
constexpr char between = '\n';

}  // namespace

XmlName XmlAttributes::name_of(const char* expanded) {
  const std::string_view all(expanded);
  const std::size_t at = all.find(between);
  if (at == std::string_view::npos) return {{}, all};
  return {all.substr(0, at), all.substr(at + 1)};
}

std::optional<std::string_view> XmlAttributes::get(std::string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local == pair[0]) return std::string_view(pair[1]);
  }
  return {};
}

std::optional<std::string_view> XmlAttributes::get(std::string_view space, std::string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view name(pair[0]);
    if (name.size() == space.size() + 1 + local.size() && name.substr(0, space.size()) == space &&
        name[space.size()] == between && name.substr(space.size() + 1) == local) {
      return std::string_view(pair[1]);
    }
  }
  return {};
}

struct XmlStream::Parser {
  XML_Parser expat = nullptr;
  XmlListener* listener = nullptr;
  XmlLimits limits;
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
    parser.tell([&] { parser.listener->opened(XmlAttributes::name_of(name), XmlAttributes(attributes)); });
  }
  static void closed(void* self, const XML_Char* name) {
    Parser& parser = *static_cast<Parser*>(self);
    --parser.depth;
    parser.tell([&] { parser.listener->closed(XmlAttributes::name_of(name)); });
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
  parser_->expat = XML_ParserCreateNS(nullptr, between);
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
