// SPDX-License-Identifier: MIT
// A copy of somebody's workbook with a comment at each wrong cell, and a first sheet that lists all that is wrong with a
// link to each cell, so that it is found without colour and by a screen reader. Everything else in it stays as it was.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/problem.h"

namespace reportcard {

// Of the problems, those of the file `name` (Place::file) are marked: errors and warnings at their cells; what has no cell,
// and notes, stand on the list only. Marks and the list of an earlier marked copy are replaced. XLSX, XLSM and ODS.
// Errors: mark-unreadable, where the workbook cannot be taken apart. A workbook without problems gets a list that says so.
std::optional<std::string> marked_copy(std::string_view name, const FileBytes& workbook, const std::vector<Problem>& problems,
                                       Problems& out);
// The same for a CSV file, as a workbook with one sheet: cells are text, as they were typed. Errors: mark-unreadable, also
// where a row is cut wrongly, since a copy without that row would lose it.
std::optional<std::string> marked_csv(std::string_view name, const FileBytes& csv, const std::vector<Problem>& problems, Problems& out);
// Whether a sheet is such a list, by its header row: it holds no rows of a register.
bool is_list_of_problems(const std::vector<std::string>& headers);

}  // namespace reportcard
