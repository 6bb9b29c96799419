// SPDX-License-Identifier: MIT
// Files that are called workbooks and are not read, each with what to do about it.
#pragma once
#include <string>
#include <string_view>

#include "base/problem.h"

namespace reportcard {

// True, with a problem, for what can be told from the name or the first bytes: a lock file, an old format, an encrypted
// file, a link to one, a page or a text with a workbook's name. Packages are looked at by their parts.
bool refuse_workbook(const std::string& name, std::string_view bytes, Problems& problems);

}  // namespace reportcard
