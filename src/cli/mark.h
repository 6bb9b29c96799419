// SPDX-License-Identifier: MIT
// Marked copies of workbooks written for `check --mark`.
#pragma once
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"

namespace reportcard {

struct ToMark { std::string name, path; FileBytes bytes; };  // as problems name it; where it lies; what is in it

// `out` is a workbook to be written where it ends like one, else a folder that receives NAME-marked.xlsx for each.
// Problems: mark-over-source, mark-which, mark-ending, mark-unreadable, cannot-write. The names written; none after an error.
std::vector<std::string> write_marked(const std::vector<ToMark>& workbooks, const std::string& out, const std::vector<Problem>& found,
                                      Problems& problems);
// The card that holds data/NAME, where `file` is that; "" where it lies in none.
std::string card_around(const std::string& file);

}  // namespace reportcard
