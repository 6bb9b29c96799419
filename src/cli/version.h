// SPDX-License-Identifier: MIT
#pragma once
namespace reportcard {
inline constexpr const char* version = REPORTCARD_VERSION;
}
