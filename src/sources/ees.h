// SPDX-License-Identifier: MIT
// Files of explore education statistics (Department for Education), with or without their metadata, made into a table of
// values: one row an indicator of a row, with the filters as columns.
#pragma once
#include "sources/series.h"

namespace reportcard {

Series ees_series();

}  // namespace reportcard
