// SPDX-License-Identifier: MIT
// The workbook that `new --workbook` puts in the place of the template's CSV files, made from the definitions of registers.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/problem.h"

namespace reportcard {

struct CardWorkbook {
  std::string bytes;
  std::map<std::string, std::string> sheets;  // by register id: the name of its sheet
};
// `files`: a card folder whose data stand in data/*.csv. Gives the bytes of a workbook with a cover, a sheet for each of
// them, and a sheet that explains every heading. Nothing where the folder cannot be read or the workbook not be made.
std::optional<CardWorkbook> workbook_of_card(const std::map<std::string, std::string>& files, Date made, Problems& problems);

}  // namespace reportcard
