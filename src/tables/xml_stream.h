// SPDX-License-Identifier: MIT
// XML as a stream of elements and text. No DOCTYPE, so no entities but the five; nothing is fetched; depth, attributes
// and the length of any one tag are limited. Names come with their namespace: prefixes are the writer's taste.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

struct XmlName {
  std::string_view space;  // the namespace, "" for none
  std::string_view local;
};

enum class XmlFault : std::uint8_t { none, not_well_formed, doctype, too_deep, too_many_attributes, too_long };

// Which prefix stands for which namespace, where the reading has come to. Done here and not by expat: that looks up every
// attribute of every cell and copies its namespace before it, which takes half as long again.
class XmlPrefixes {
 public:
  XmlName name_of(const char* raw) const { bool bound = true; return name_of(raw, bound); }
  XmlName name_of(const char* raw, bool& bound) const;  // not bound: the prefix stays part of the name
  // What an element declares. More than a document needs is a fault, and so is a prefix that stands for nothing.
  XmlFault open(std::size_t depth, const char* const* pairs);
  void close(std::size_t depth);

 private:
  struct Binding {
    std::size_t depth = 0;
    std::string prefix, space;
  };
  std::size_t find(std::string_view prefix) const;
  std::vector<Binding> bindings_;
  mutable std::array<std::uint16_t, 32> found_{};  // by a little of the prefix: which binding it was last, and one more
};

// Of one element, while it is being told of.
class XmlAttributes {
 public:
  XmlAttributes(const char* const* pairs, const XmlPrefixes& prefixes) : pairs_(pairs), prefixes_(prefixes) {}
  // In no namespace, as most attributes are.
  std::optional<std::string_view> get(std::string_view local) const;
  std::optional<std::string_view> get(std::string_view space, std::string_view local) const;
  // f(XmlName, value) for each.
  template <class F> void each(F&& f) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) f(attribute_name(pair[0]), std::string_view(pair[1]));
  }

 private:
  XmlName attribute_name(const char* raw) const;
  const char* const* pairs_;  // name, value, name, value, nullptr
  const XmlPrefixes& prefixes_;
};

// What is told. Text comes in pieces, cut anywhere between characters.
class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void opened(const XmlName& name, const XmlAttributes& attributes) = 0;
  virtual void closed(const XmlName& name) = 0;
  virtual void text(std::string_view piece) = 0;
  bool done = false;  // set by a listener that has what it came for: nothing more is told
};

struct XmlLimits {
  std::size_t depth = 256;
  std::size_t attributes = 512;           // of one element
  std::size_t tag_bytes = std::size_t{4} << 20;  // a tag or comment longer than this
};

class XmlStream {
 public:
  explicit XmlStream(XmlListener& listener, const XmlLimits& limits = {});
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  bool feed(std::string_view piece);  // false: no more is wanted, for a fault or because the listener is done
  bool finish();                      // the text is all there
  XmlFault fault() const;
  std::size_t line() const;           // of the fault
  std::size_t column() const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace reportcard
