// SPDX-License-Identifier: MIT
// Places in the text of a cell, told as places of the file that the cell stands in.
#pragma once
#include <string_view>

#include "base/problem.h"

namespace reportcard {

// `inside` counts lines and columns from the start of `text`. The cell itself where the line that is shown does not hold
// the text letter by letter: in a workbook, in a cell of several lines, where quotes are doubled.
Place place_in_cell(const Place& cell, std::string_view text, const Place& inside);

}  // namespace reportcard
