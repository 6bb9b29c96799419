// SPDX-License-Identifier: MIT
#include "sources/published_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace reportcard {

namespace {

// The upper half of Windows-1252 differs from Latin-1 in 0x80 to 0x9F; 0 where the sign is not assigned.
constexpr std::array<std::uint16_t, 32> windows_1252_upper = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

// Mac Roman, 0x80 to 0xFF (Apple's table, with the euro sign of 1998).
constexpr std::array<std::uint16_t, 128> mac_roman_upper = {
    0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8,
    0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3, 0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC,
    0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8,
    0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153,
    0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
    0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4,
    0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7};

std::uint32_t code_of(unsigned char byte, Encoding encoding) {
  if (byte < 0x80) return byte;
  if (encoding == Encoding::mac_roman) return mac_roman_upper[byte - 0x80u];
  if (byte < 0xA0) return windows_1252_upper[byte - 0x80u];
  return byte;
}

void append(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

bool is_letter(std::uint32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || (code >= 0xC0 && code <= 0x17F && code != 0xD7 && code != 0xF7);
}

// How well the signs above ASCII fit what stands beside them: letters within words, dashes between words, quotes at an
// edge of one, pounds before digits. What no English table holds (a lozenge, an unassigned byte) speaks against.
int plausibility(std::string_view text, Encoding encoding) {
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) continue;
    const std::uint32_t code = code_of(byte, encoding);
    const std::uint32_t before = i == 0 ? ' ' : code_of(static_cast<unsigned char>(text[i - 1]), encoding);
    const std::uint32_t after = i + 1 == text.size() ? ' ' : code_of(static_cast<unsigned char>(text[i + 1]), encoding);
    if (code == 0) sum -= 8;
    else if (code == 0x2013 || code == 0x2014) sum += before == ' ' && after == ' ' ? 4 : 1;
    else if (code == 0x2018 || code == 0x201C) sum += is_letter(after) ? 3 : -1;
    else if (code == 0x2019 || code == 0x201D) sum += is_letter(before) ? 3 : -1;
    else if (code == 0xA3) sum += (after >= '0' && after <= '9') || after == ')' || after == 'm' || after == ' ' ? 4 : -1;
    else if (code == 0xA0) sum += 1;
    else if (is_letter(code)) sum += is_letter(before) || is_letter(after) ? (code >= 0xE0 ? 2 : 0) : -3;
    else sum -= 1;
  }
  return sum;
}

std::optional<std::string> from_utf16(std::string_view bytes, bool big) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<std::uint32_t>(big ? first << 8 | second : second << 8 | first);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    std::uint32_t code = unit(i);
    if (code == 0) return std::nullopt;
    if (code >= 0xD800 && code < 0xDC00) {
      if (i + 3 >= bytes.size()) return std::nullopt;
      const std::uint32_t low = unit(i + 2);
      if (low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    } else if (code >= 0xDC00 && code < 0xE000) {
      return std::nullopt;
    }
    if (i == 0 && code == 0xFEFF) continue;
    append(out, code);
  }
  return out;
}

std::optional<std::string> from_eight_bits(std::string_view bytes, Encoding encoding) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const std::uint32_t code = code_of(static_cast<unsigned char>(c), encoding);
    if (code == 0) return std::nullopt;
    append(out, code);
  }
  return out;
}

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// UTF-16 without its mark: every second byte of a table in English is NUL.
std::optional<Encoding> utf16_by_its_nuls(std::string_view bytes) {
  std::size_t even = 0, odd = 0;
  const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 4096);
  for (std::size_t i = 0; i < looked_at; ++i) {
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (odd > looked_at / 4 && even == 0) return Encoding::utf16_le;
  if (even > looked_at / 4 && odd == 0) return Encoding::utf16_be;
  return std::nullopt;
}

Encoding found_in(std::string_view bytes) {
  if (bytes.substr(0, 3) == utf8_mark) return Encoding::utf8_marked;
  if (bytes.substr(0, 2) == "\xFF\xFE") return Encoding::utf16_le;
  if (bytes.substr(0, 2) == "\xFE\xFF") return Encoding::utf16_be;
  if (const auto wide = utf16_by_its_nuls(bytes)) return *wide;
  if (is_utf8(bytes)) return Encoding::utf8;
  return plausibility(bytes, Encoding::mac_roman) > plausibility(bytes, Encoding::windows_1252) ? Encoding::mac_roman : Encoding::windows_1252;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::utf8_marked: return "UTF-8 with a byte-order mark";
    case Encoding::windows_1252: return "Windows-1252";
    case Encoding::mac_roman: return "Mac Roman";
    case Encoding::utf16_le: return "UTF-16, little end first";
    case Encoding::utf16_be: break;
  }
  return "UTF-16, big end first";
}

std::optional<Encoding> encoding_named(std::string_view name) {
  struct Named { std::string_view name; Encoding encoding; };
  static constexpr Named names[] = {{"utf-8", Encoding::utf8}, {"windows-1252", Encoding::windows_1252}, {"cp1252", Encoding::windows_1252},
                                    {"latin-1", Encoding::windows_1252}, {"mac-roman", Encoding::mac_roman}, {"mac roman", Encoding::mac_roman},
                                    {"utf-16-le", Encoding::utf16_le}, {"utf-16", Encoding::utf16_le}, {"utf-16-be", Encoding::utf16_be}};
  const std::string folded = fold(name);
  for (const Named& one : names)
    if (one.name == folded) return one.encoding;
  return std::nullopt;
}

std::optional<PublishedText> read_text(const FileBytes& bytes, std::optional<Encoding> declared) {
  const std::string_view all = bytes.view();
  PublishedText text;
  text.encoding = found_in(all);
  // A declaration decides between what the bytes leave open; a mark is no guess.
  const bool marked = text.encoding == Encoding::utf8_marked || all.substr(0, 2) == "\xFF\xFE" || all.substr(0, 2) == "\xFE\xFF";
  if (declared && !marked) {
    text.encoding = *declared;
    text.declared = true;
  }
  std::optional<std::string> made;
  switch (text.encoding) {
    case Encoding::utf8:
      if (!is_utf8(all)) return std::nullopt;
      text.bytes = bytes;
      break;
    case Encoding::utf8_marked:
      if (!is_utf8(all)) return std::nullopt;
      made = std::string(all.substr(3));
      break;
    case Encoding::windows_1252:
    case Encoding::mac_roman:
      made = from_eight_bits(all, text.encoding);
      if (!made) return std::nullopt;
      break;
    case Encoding::utf16_le:
    case Encoding::utf16_be:
      made = from_utf16(all, text.encoding == Encoding::utf16_be);
      if (!made) return std::nullopt;
      break;
  }
  if (made) text.bytes = FileBytes(std::move(*made));
  if (text.bytes.view().find('\0') != std::string_view::npos) return std::nullopt;
  return text;
}

}  // namespace reportcard
