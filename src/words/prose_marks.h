// SPDX-License-Identifier: MIT
// What we add to Markdown, taken out before it is parsed: {bindings}, {as written: ... | source}, and the lines {when ...},
// {otherwise}, {end}. Each is replaced by signs of its own length that mean nothing in Markdown, so that every place stays.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "words/bindings.h"

namespace reportcard {

// Private use: the first sign of a binding's stand-in.
constexpr std::string_view stand_in = "\xEE\x80\x80";

struct Mark {
  std::size_t begin = 0, end = 0;   // with its braces
  enum class What : unsigned char { figure, as_written, broken } what = What::broken;
  Sentence text;                    // what is printed
  std::string figure, source;
};

struct Marked {
  std::string markdown;             // as long as the source
  std::vector<Mark> marks;          // by begin
  const Mark* at(std::size_t offset) const;
};

Marked mark_prose(const Source& source, Binder& binder, Problems& problems);

}  // namespace reportcard
