// SPDX-License-Identifier: MIT
// One code point at a time, from bytes that may be wrong.
#include "base/utf8.h"

#include <utf8proc.h>

namespace reportcard {

CodePoint code_point_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  const std::size_t left = text.size() - at;
  utf8proc_int32_t value = -1;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                      static_cast<utf8proc_ssize_t>(left < 4 ? left : 4), &value);
  if (bytes <= 0 || value < 0) return {0xFFFD, 1, false};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes), true};
}

void append_code_point(std::string& to, char32_t value) {
  utf8proc_uint8_t bytes[4];
  const auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
  to.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

int columns_shown(char32_t value) {
  if (value < 0x7F) return 1;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(value));
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const char32_t value = point.value;
    const bool control = value < 0x20 || (value >= 0x7F && value < 0xA0);
    const bool turns = (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) ||
                       value == 0x200E || value == 0x200F || value == 0x061C;
    if (value == '\n' || value == '\r') out += ' ';
    else if ((control && value != '\t') || turns || !point.valid) out += "\xEF\xBF\xBD";
    else out.append(text.substr(at, point.bytes));
    at += point.bytes;
  }
  return out;
}

}  // namespace reportcard
