// SPDX-License-Identifier: MIT
// Checks UTF-8 eight bytes at a time where it is ASCII, by the table of the Unicode standard (3-7) where it is not.
#include "tables/csv_encoding.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>

#include "tables/csv_row.h"

namespace reportcard {
namespace {

constexpr std::string_view save_as_utf8 = "save the file as \"CSV UTF-8\" (in Excel: Save As, CSV UTF-8)";

// The bytes of the code point at `at` (a byte over 0x7F), or 0 where it is none.
std::size_t size_of_point(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned first = byte(0);
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned second = byte(1);
    const unsigned lowest = first == 0xE0 ? 0xA0 : 0x80, highest = first == 0xED ? 0x9F : 0xBF;
    return second >= lowest && second <= highest && follows(2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned second = byte(1);
    const unsigned lowest = first == 0xF0 ? 0x90 : 0x80, highest = first == 0xF4 ? 0x8F : 0xBF;
    return second >= lowest && second <= highest && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (at + 8 <= text.size()) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data() + at, 8);
      constexpr std::uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
      if (((eight | (eight - ones)) & tops) == 0) {  // no byte over 0x7F, none that is 0
        at += 8;
        continue;
      }
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0) return at;
    const std::size_t size = byte < 0x80 ? 1 : size_of_point(text, at);
    if (size == 0) return at;
    at += size;
  }
  return std::string_view::npos;
}

bool report_other_format(const std::string& name, std::string_view bytes, Problems& problems) {
  const std::string_view start = bytes.substr(0, 4);
  if (start.substr(0, 2) == "\xFF\xFE" || start.substr(0, 2) == "\xFE\xFF") {
    problems.error("encoding-unreadable", Place{name, 1, 1, 0, {}, {}}, "This file is UTF-16, which is not read.",
                   std::string(save_as_utf8));
    return true;
  }
  if (start == "PK\x03\x04" || start == "\xD0\xCF\x11\xE0") {
    problems.error("encoding-unreadable", Place{name, 1, 1, 0, {}, {}}, "This file is a workbook, though its name says CSV.",
                   "open it and " + std::string(save_as_utf8));
    return true;
  }
  return false;
}

void report_bad_byte(const std::string& name, std::string_view bytes, std::size_t offset, Problems& problems) {
  const auto byte = static_cast<unsigned char>(bytes[offset]);
  Place place = Source{name, bytes}.at(offset, 1);
  std::string message = byte == 0 ? fmt::format("Byte {} of this file is zero: it is not text.", offset + 1)
                                  : fmt::format("Byte {} of this file (hexadecimal {:02X}) is not UTF-8.", offset + 1, byte);
  problems.error("encoding-unreadable", std::move(place), std::move(message), std::string(save_as_utf8));
}

std::size_t byte_order_mark(std::string_view bytes) { return bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0; }

}  // namespace reportcard
