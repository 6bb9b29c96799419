// SPDX-License-Identifier: MIT
// The card as a workbook for a colleague: cover, contents, notes, symbols, then one table a sheet. Its figures are those
// of the downloads and its rows those of the view, so nothing can stand in it that does not stand on the site.
#pragma once
#include "base/files.h"
#include "site/view.h"
#include "tables/xlsx_write.h"

namespace reportcard {

XlsxBook card_workbook(const Edition&, const View&, const Tree& with_downloads);

}  // namespace reportcard
