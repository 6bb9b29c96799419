// SPDX-License-Identifier: MIT
// The sheet that lists what is wrong, and the few styles it needs, for an XLSX workbook. Inside the room.
#pragma once
#include <map>
#include <optional>
#include <string>

#include "tables/marking.h"

namespace reportcard {

struct ListStyles { std::string words, heading, link; };  // the attribute of a cell: " s=\"7\"", or ""
// Added to the workbook's styles (`part`, may be ""); blank where they cannot be.
ListStyles add_list_styles(Package& package, const std::string& part);

struct ListSheet {
  std::string main_names, link_names, family;      // namespaces and relationships of the workbook
  std::map<std::string, std::string> names;        // sheets that are there: a link leads only to those
  ListStyles styles;
};
// Writes the sheet at `part`, with its table; false where it cannot.
bool write_list_sheet(Package& package, const std::string& part, const Marking& marking, const ListSheet& about);

}  // namespace reportcard
