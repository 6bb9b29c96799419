// SPDX-License-Identifier: MIT
// XML as it is told, and what is refused.
#include <gtest/gtest.h>

#include "tables/xml_stream.h"

namespace reportcard {
namespace {

// "{space}local a={space}x=1" and text, one after another.
struct Told : XmlListener {
  std::string all;
  std::string stop_at;
  void opened(const XmlName& name, const XmlAttributes& attributes) override {
    all.append("<{").append(name.space).append("}").append(name.local);
    attributes.each([this](const XmlName& one, std::string_view value) {
      all.append(" {").append(one.space).append("}").append(one.local).append("=").append(value);
    });
    all += '>';
    done = name.local == stop_at;
  }
  void closed(const XmlName& name) override { all.append("</{").append(name.space).append("}").append(name.local).append(">"); }
  void text(std::string_view piece) override { all += piece; }
};

XmlFault read_in_pieces(std::string_view xml, std::size_t piece, XmlListener& listener, const XmlLimits& limits = {}) {
  XmlStream stream(listener, limits);
  for (std::size_t at = 0; at < xml.size(); at += piece) {
    if (!stream.feed(xml.substr(at, piece))) return stream.fault();
  }
  stream.finish();
  return stream.fault();
}

XmlFault fault_of(std::string_view xml, const XmlLimits& limits = {}) {
  Told told;
  return read_in_pieces(xml, 64, told, limits);
}

TEST(XmlStream, names_come_with_their_namespaces_wherever_these_are_declared) {
  const std::string_view xml = "<a xmlns='u' xmlns:p='v' x='1' p:y='2&lt;'><p:b xmlns:p='w'><p:c/></p:b><p:d xmlns=''><e/></p:d>t&amp;<![CDATA[<u>]]></a>";
  for (const std::size_t piece : {1u, 3u, 1000u}) {
    Told told;
    EXPECT_EQ(read_in_pieces(xml, piece, told), XmlFault::none);
    EXPECT_EQ(told.all, "<{u}a {}xmlns=u {}xmlns:p=v {}x=1 {v}y=2<><{w}b {}xmlns:p=w><{w}c></{w}c></{w}b><{v}d {}xmlns=><{}e></{}e></{v}d>t&<u></{u}a>") << piece;
  }
}

TEST(XmlStream, attributes_are_asked_for_by_namespace) {
  struct Asks : XmlListener {
    std::string found;
    void opened(const XmlName&, const XmlAttributes& attributes) override {
      found = std::string(attributes.get("v", "y").value_or("none")) + attributes.get("u", "x").value_or("none").data() + attributes.get("x").value_or("none").data();
    }
    void closed(const XmlName&) override {}
    void text(std::string_view) override {}
  } asks;
  EXPECT_EQ(read_in_pieces("<a xmlns='u' xmlns:p='v' x='1' p:y='2' zp:y='3' xmlns:zp='w'/>", 1000, asks), XmlFault::none);
  EXPECT_EQ(asks.found, "2none1");
}

TEST(XmlStream, what_is_refused) {
  EXPECT_EQ(fault_of("<a><b></a>"), XmlFault::not_well_formed);
  EXPECT_EQ(fault_of("<a>"), XmlFault::not_well_formed);
  EXPECT_EQ(fault_of(""), XmlFault::not_well_formed);
  EXPECT_EQ(fault_of("<p:a/>"), XmlFault::not_well_formed);
  EXPECT_EQ(fault_of("<a xmlns:p=''/>"), XmlFault::not_well_formed);
  EXPECT_EQ(fault_of("<:a xmlns='u'/>"), XmlFault::not_well_formed);
  EXPECT_EQ(fault_of("<a>&unknown;</a>"), XmlFault::not_well_formed);
  EXPECT_EQ(fault_of("<!DOCTYPE a><a/>"), XmlFault::doctype);
  EXPECT_EQ(fault_of("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"), XmlFault::doctype);
  EXPECT_EQ(fault_of("<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"), XmlFault::doctype);
  XmlLimits limits;
  limits.depth = 3;
  limits.attributes = 2;
  limits.tag_bytes = 1'000;
  EXPECT_EQ(fault_of("<a><b><c/></b></a>", limits), XmlFault::none);
  EXPECT_EQ(fault_of("<a><b><c><d/></c></b></a>", limits), XmlFault::too_deep);
  EXPECT_EQ(fault_of("<a x='1' y='2'/>", limits), XmlFault::none);
  EXPECT_EQ(fault_of("<a x='1' y='2' z='3'/>", limits), XmlFault::too_many_attributes);
  EXPECT_EQ(fault_of("<a x='" + std::string(5'000, 'x') + "'/>", limits), XmlFault::too_long);
  EXPECT_EQ(fault_of("<a>" + std::string(5'000, 'x') + "</a>", limits), XmlFault::none);
  std::string many = "<a";
  for (int one = 0; one < 400; ++one) many += " xmlns:p" + std::to_string(one) + "='u'";
  EXPECT_EQ(fault_of(many + "/>"), XmlFault::too_many_attributes);
}

TEST(XmlStream, a_listener_that_has_what_it_came_for_is_told_no_more) {
  Told told;
  told.stop_at = "b";
  EXPECT_EQ(read_in_pieces("<a><b/><c/>and no end", 1000, told), XmlFault::none);
  EXPECT_EQ(told.all, "<{}a><{}b>");
}

}  // namespace
}  // namespace reportcard
