// SPDX-License-Identifier: MIT
// A tree of files as one ZIP: names in order, no clock, so the same tree gives the same bytes.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"
#include "base/problem.h"

namespace reportcard {

// Each name stands below the folder `under`; "" puts them at the top. Error: cannot-write, at `file`, which is only named here.
std::optional<std::string> write_zip(const Tree& tree, std::string_view under, std::string_view file, Problems& problems);

}  // namespace reportcard
