// SPDX-License-Identifier: MIT
// Whether a name is that of a file with tables, and such a file checked alone.
#pragma once
#include <string>

#include "cli/commands.h"

namespace reportcard {

bool is_table_file(const std::string& name);  // .csv or a workbook, by its ending
int run_check_file(const CheckOptions& options, const std::string& file);

}  // namespace reportcard
