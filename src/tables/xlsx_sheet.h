// SPDX-License-Identifier: MIT
// One worksheet of an XLSX package, streamed into a grid.
#pragma once
#include "tables/sheet_grid.h"
#include "tables/xlsx_contents.h"

namespace reportcard {

struct XlsxContext {
  const SharedStrings* strings = nullptr;             // never null
  const std::vector<NumberFormat>* formats = nullptr; // never null
  bool from_1904 = false;
  bool has_links = false;
};

// As far as the first rows where only these are wanted.
PartFault read_xlsx_sheet(const ZipReader& zip, std::size_t part, const XlsxContext& context, bool first_rows_only, SheetGrid& grid);

}  // namespace reportcard
