// SPDX-License-Identifier: MIT
// One code point at a time, from bytes that may be wrong. A byte that is not UTF-8 counts as one code point, so that
// columns can be counted in any file, and is shown as U+FFFD.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace reportcard {

struct CodePoint {
  char32_t value = 0;     // U+FFFD where not valid
  std::size_t bytes = 0;  // 1 to 4; 0 only at the end of the text
  bool valid = false;
};
CodePoint code_point_at(std::string_view text, std::size_t at);
void append_code_point(std::string& to, char32_t value);
int columns_shown(char32_t value);  // on a terminal: 0 for combining marks, 2 for wide letters, else 1
// What a terminal or a log may be given: no control characters, no marks that turn the direction of writing, valid
// UTF-8. Line ends become blanks; tabs stay.
std::string printable(std::string_view text);

}  // namespace reportcard
