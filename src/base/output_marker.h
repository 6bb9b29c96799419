// SPDX-License-Identifier: MIT
// The file by which a folder of output is known as ours: only such a folder is ever replaced, and none is read as input.
#pragma once
#include <string_view>

namespace reportcard {

inline constexpr std::string_view output_marker = ".reportcard-output";
inline constexpr std::string_view output_marker_text =
    "reportcard wrote this folder and replaces it whole at the next build: what is put here by hand is lost.\n";

}  // namespace reportcard
