// SPDX-License-Identifier: MIT
// The bytes of a published file made into UTF-8. Publishers save as UTF-8 with and without a mark, Windows-1252, Mac Roman
// and UTF-16; which it was is found from the bytes, said, and can be declared. Line numbers stay as they were.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"

namespace reportcard {

enum class Encoding : std::uint8_t { utf8, utf8_marked, windows_1252, mac_roman, utf16_le, utf16_be };
std::string_view encoding_name(Encoding encoding);               // "Windows-1252"
std::optional<Encoding> encoding_named(std::string_view name);   // as sources.toml declares it; folded

struct PublishedText {
  FileBytes bytes;           // UTF-8, no mark; the file itself where nothing had to change
  Encoding encoding = Encoding::utf8;
  bool declared = false;     // else found
};

// Nothing where the bytes are no text in any of them (a NUL outside UTF-16), or not in the one declared.
// Of the two eight-bit encodings the one is taken whose signs make sense: a dash between blanks, a quote beside a letter.
std::optional<PublishedText> read_text(const FileBytes& bytes, std::optional<Encoding> declared = std::nullopt);

}  // namespace reportcard
