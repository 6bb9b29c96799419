// SPDX-License-Identifier: MIT
// Any bytes as XML: nothing crashes, and in whatever pieces they come the same is told.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "tables/xml_stream.h"

namespace {

using namespace reportcard;

struct Told : XmlListener {
  std::string all;
  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    all.append("<").append(name.space).append("|").append(name.local);
    attributes.each([&](const XmlName& one, std::string_view value) {
      all.append(" ").append(one.space).append("|").append(one.local).append("=").append(value);
      // What is told of is found when it is asked for (of two alike, the first is).
      if (!(one.space.empty() ? attributes.get(one.local) : attributes.get(one.space, one.local))) std::abort();
    });
    if (const auto r = attributes.get("r")) all.append("(").append(*r).append(")");
    if (const auto id = attributes.get("u", "id")) all.append("[").append(*id).append("]");
    all += '>';
  }
  void closed(const XmlName& name) override { all.append("</").append(name.space).append("|").append(name.local).append(">"); }
  void text(std::string_view piece) override { all += piece; }
};

std::string told_in_pieces(std::string_view xml, std::size_t piece) {
  XmlLimits limits;
  limits.depth = 20;
  limits.attributes = 8;
  Told told;
  XmlStream stream(told, limits);
  bool well = true;
  for (std::size_t at = 0; well && at < xml.size(); at += piece) well = stream.feed(xml.substr(at, piece));
  if (well) stream.finish();
  // Of text before a fault, more or less may have come; the fault itself is the same.
  if (stream.fault() != XmlFault::none) return "fault " + std::to_string(static_cast<int>(stream.fault()));
  return told.all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view xml(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (told_in_pieces(xml, 1 + data[0] % 17) != told_in_pieces(xml, xml.size() + 1)) std::abort();
  return 0;
}
