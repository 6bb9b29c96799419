// SPDX-License-Identifier: MIT
// An ODS package: all its sheets lie in one part, so all are read at once, each into its grid.
#pragma once
#include <string>
#include <vector>

#include "tables/package_xml.h"
#include "tables/sheet_grid.h"

namespace reportcard {

struct OdsSheet {
  std::string name;
  bool hidden = false;
  SheetGrid grid;
};

bool is_ods_package(const ZipReader& zip);   // by its own word: the part `mimetype`, or the manifest
bool is_ods_encrypted(const ZipReader& zip); // a password, which LibreOffice writes into the manifest
std::vector<OdsSheet> read_ods_sheets(const ZipReader& zip, const WorkbookLimits& limits, PartFault& fault);

}  // namespace reportcard
