// SPDX-License-Identifier: MIT
// "57 of every 100" as a square of a hundred: a share that people can count.
#pragma once
#include <string_view>

#include "base/decimal.h"
#include "site/frame.h"

namespace reportcard {

// `share` runs from 0 to 100. `when` stands above: "2011/12"; `what` says what a filled square is.
void hundred_chart(Page&, std::string_view when, Ratio share, std::string_view what);

}  // namespace reportcard
