// SPDX-License-Identifier: MIT
// What is to be marked in a workbook: marks by sheet and cell, and the rows of the list. Inside the room: XLSX and ODS share it.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"

namespace reportcard {

class Package;

struct CellAt {  // both from 1: D14 is row 14, column 4
  std::uint32_t row = 1, column = 1;
  bool operator<(const CellAt& other) const { return row != other.row ? row < other.row : column < other.column; }
  bool operator==(const CellAt& other) const { return row == other.row && column == other.column; }
};
std::string cell_name(CellAt cell);                                // "D14"
std::optional<CellAt> parse_cell(std::string_view text);           // "D14", "$D$14"; nothing if it is none

// A merged range shows the comment of its first cell only: those of its other cells go there. Ranges count from 1.
struct MergedCells { CellAt first, last; };
std::map<CellAt, std::string> at_first_cells(const std::map<CellAt, std::string>& comments, const std::vector<MergedCells>& merged);

struct MarkedProblem {  // one problem, as it stands in a comment or on the list
  Severity severity = Severity::error;
  std::string sheet;              // "" the whole workbook
  std::optional<CellAt> cell;
  std::string message, remedy, code;
  std::string words() const;      // "Error: ... Do: ..."
};

struct Marking {
  std::vector<MarkedProblem> list;       // errors first, then in the order of cells
  std::map<std::string, std::map<CellAt, std::string>, std::less<>> sheets;  // by sheet and cell: the text of the comment
  std::size_t unlisted = 0;       // more than a list should hold
};

inline constexpr std::string_view marking_author = "reportcard";
inline constexpr std::string_view list_sheet = "Problems";
const std::vector<std::string>& list_headings();
std::string last_words(const Marking& marking);  // of the list: that nothing was found, or how many more there are; else ""
std::string_view severity_word(Severity severity);                 // "Error"

// False where the workbook could not be taken apart; then nothing may be written. `list` is the first sheet.
bool mark_xlsx(Package& package, const Marking& marking);
bool mark_ods(Package& package, const Marking& marking);

}  // namespace reportcard
