// SPDX-License-Identifier: MIT
// How a sheet that we write is laid out: titles that differ, widths from what stands in a column, lines that a text takes.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tables/xlsx_write.h"

namespace reportcard {

std::vector<std::string> sheet_titles(const XlsxSheet& sheet);        // of its columns, each filled and no two the same
int column_width(const XlsxSheet& sheet, std::size_t column);          // in letters
std::size_t lines_in(std::string_view text, int width);                // when it is broken between words; 1 at least

}  // namespace reportcard
