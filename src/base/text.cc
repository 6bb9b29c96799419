// SPDX-License-Identifier: MIT
// Text as people type it: checked, trimmed, folded for comparing, split.
#include "base/text.h"

#include <utf8proc.h>

#include <cstdlib>

#include "base/files.h"
#include "base/utf8.h"

namespace reportcard {
namespace {

constexpr std::size_t longest_slug = 100;

bool is_space(char32_t value) {
  return value == ' ' || (value >= '\t' && value <= '\r') || value == 0xA0 || value == 0x2007 || value == 0x202F ||
         value == 0xFEFF;
}

std::size_t space_at_start(std::string_view text) {
  const CodePoint point = code_point_at(text, 0);
  return point.valid && is_space(point.value) ? point.bytes : 0;
}

std::size_t space_at_end(std::string_view text) {
  for (std::size_t bytes = 1; bytes <= 3 && bytes <= text.size(); ++bytes) {
    const CodePoint point = code_point_at(text, text.size() - bytes);
    if (point.valid && point.bytes == bytes) return is_space(point.value) ? bytes : 0;
  }
  return 0;
}

bool is_ascii(std::string_view text) {
  for (const char letter : text) {
    if (static_cast<unsigned char>(letter) >= 0x80) return false;
  }
  return true;
}

// As utf8proc maps it, or nothing where the text is not UTF-8.
std::optional<std::string> mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &out,
                                   static_cast<utf8proc_option_t>(options));
  std::optional<std::string> result;
  if (length >= 0) result.emplace(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
  std::free(out);  // NOLINT: utf8proc allocates with malloc
  return result;
}

// Word processors turn quotes and hyphens; a name is the same name with either.
char32_t straightened(char32_t value) {
  switch (value) {
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x2032: return '\'';
    case 0x201C: case 0x201D: case 0x201F: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    default: return value;
  }
}

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

bool is_lower_or_digit(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'); }

}  // namespace

std::string_view trim(std::string_view text) {
  while (const std::size_t bytes = space_at_start(text)) text.remove_prefix(bytes);
  while (const std::size_t bytes = space_at_end(text)) text.remove_suffix(bytes);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(at);
    parts.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += between;
    out += parts[i];
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string folded;
  if (!is_ascii(text)) {
    constexpr int options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    // Twice: what folding the case makes may compose anew.
    if (auto once = mapped(text, options)) {
      if (auto twice = mapped(*once, options)) folded = std::move(*twice);
      text = folded;
    }
  }
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (point.valid && is_space(point.value)) {
      space = !out.empty();
    } else {
      if (space) out += ' ';
      space = false;
      if (!point.valid) out += text[at];
      else if (point.value < 0x80) out += lower(text[at]);
      else append_code_point(out, straightened(point.value));
    }
    at += point.bytes;
  }
  return out;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = code_point_at(text, at);
    if (!point.valid) return false;
    at += point.bytes;
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += code_point_at(text, at).bytes;
  return count;
}

bool is_id(std::string_view text) {
  if (text.empty() || text[0] < 'a' || text[0] > 'z' || text.back() == '-') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_lower_or_digit(text[i])) continue;
    if (text[i] != '-' || text[i - 1] == '-') return false;
  }
  return true;
}

std::string slug(std::string_view text) {
  constexpr int options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK |
                          UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
  const std::string plain = mapped(text, options).value_or(std::string(text));
  std::string out;
  bool gap = false;
  const auto put = [&](std::string_view letters) {
    if (gap && !out.empty()) out += '-';
    gap = false;
    out += letters;
  };
  for (std::size_t at = 0; at < plain.size();) {
    const CodePoint point = code_point_at(plain, at);
    const char32_t value = straightened(point.value);
    const char letter = value < 0x80 ? lower(static_cast<char>(value)) : '\0';
    if (is_lower_or_digit(letter)) {
      put({&letter, 1});
    } else if (letter == '&') {
      gap = true;
      put("and");
      gap = true;
    } else if (letter != '\'') {  // "children's" is "childrens"
      gap = true;
    }
    at += point.bytes;
  }
  if (out.size() > longest_slug) {
    const std::size_t hyphen = out.rfind('-', longest_slug);
    out.resize(hyphen == std::string::npos || hyphen == 0 ? longest_slug : hyphen);
  }
  // A title without a Latin letter or digit still has an address of its own.
  if (out.empty()) out = "page-" + sha256_hex(text).substr(0, 8);
  return out;
}

std::string list_of(const std::vector<std::string>& words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && i + 1 == words.size()) {
      out += ' ';
      out += last;
      out += ' ';
    } else if (i > 0) {
      out += ", ";
    }
    out += words[i];
  }
  return out;
}

}  // namespace reportcard
