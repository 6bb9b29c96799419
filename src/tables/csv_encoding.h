// SPDX-License-Identifier: MIT
// Bytes that are text: UTF-8, with or without its mark. Anything else is said with line and byte, and never guessed at:
// a wrong guess would change people's names without a word.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace reportcard {

// The first byte that is not UTF-8, or is NUL (which no text has, and every UTF-16 or binary file); npos where all is well.
std::size_t first_bad_byte(std::string_view text);

// What a file that is no UTF-8 at all says of itself in its first bytes: UTF-16, or a workbook with a wrong name.
bool report_other_format(const std::string& name, std::string_view bytes, Problems& problems);

void report_bad_byte(const std::string& name, std::string_view bytes, std::size_t offset, Problems& problems);

std::size_t byte_order_mark(std::string_view bytes);  // 3, or 0 where there is none

}  // namespace reportcard
