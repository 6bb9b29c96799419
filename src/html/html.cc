// SPDX-License-Identifier: MIT
// Escaping in one pass: runs of harmless bytes are copied whole, so long prose costs a scan and a copy.
#include "html/html.h"

#include <array>
#include <charconv>

namespace reportcard {

namespace {

constexpr std::array<bool, 256> make_needs_escape() {
  std::array<bool, 256> table{};
  for (const char c : {'&', '<', '>', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
  // Control characters are not allowed in HTML, escaped or not; tab and line ends are.
  for (std::size_t c = 0; c < 32; ++c) table[c] = c != '\t' && c != '\n' && c != '\r';
  table[127] = true;
  return table;
}
constexpr std::array<bool, 256> needs_escape = make_needs_escape();

std::string_view escape(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&#34;";
    case '\'': return "&#39;";
    default: return "\xEF\xBF\xBD";  // U+FFFD: a control character stood here
  }
}

}  // namespace

Html& Html::text(std::string_view words) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!needs_escape[static_cast<unsigned char>(words[at])]) continue;
    out_.append(words, from, at - from);
    out_.append(escape(words[at]));
    from = at + 1;
  }
  out_.append(words, from, words.size() - from);
  return *this;
}

Html& Html::number(std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  out_.append(digits, end.ptr);
  return *this;
}

void Html::start_tag(std::string_view element, std::initializer_list<Attribute> attributes) {
  out_ += '<';
  out_.append(element);
  for (const Attribute& attribute : attributes) {
    out_ += ' ';
    out_.append(attribute.name);
    out_.append("=\"");
    text(attribute.value);
    out_ += '"';
  }
  out_ += '>';
}

Html& Html::open(std::string_view element, std::initializer_list<Attribute> attributes) {
  start_tag(element, attributes);
  return *this;
}

Html& Html::close(std::string_view element) {
  out_.append("</");
  out_.append(element);
  out_ += '>';
  return *this;
}

Html& Html::empty(std::string_view element, std::initializer_list<Attribute> attributes) {
  start_tag(element, attributes);
  return *this;
}

Html& Html::element(std::string_view name, std::string_view words, std::initializer_list<Attribute> attributes) {
  start_tag(name, attributes);
  text(words);
  return close(name);
}

}  // namespace reportcard
