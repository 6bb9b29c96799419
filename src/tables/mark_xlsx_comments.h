// SPDX-License-Identifier: MIT
// The comments of one sheet of an XLSX workbook, put in beside those that are there. Inside the room.
#pragma once
#include <map>
#include <string>

#include "tables/marking.h"

namespace reportcard {

struct MarkedSheet {
  std::string part;           // "xl/worksheets/sheet1.xml"
  std::string text;           // its XML, if it was changed already; else ""
  std::string family;         // of its workbook's relationships
  std::string main_names, link_names;  // namespaces of the workbook, and of r:id in it
};
// False where the sheet's parts cannot be read. A sheet with no marks, old or new, is not touched.
bool mark_sheet(Package& package, const MarkedSheet& sheet, const std::map<CellAt, std::string>& marks);

// <r> elements that show a comment: what stands before the first colon of "Error: ..." and "Do: ..." is bold.
std::string comment_runs(std::string_view words, std::string_view prefix);
// Text as cells and comments hold it: "_x0041_" would be read as a letter by Excel, so its mark is escaped.
std::string sheet_text(std::string_view words);

}  // namespace reportcard
