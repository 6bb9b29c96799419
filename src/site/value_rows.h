// SPDX-License-Identifier: MIT
// The typed row behind a figure of kind value, where its table is one of things: its place, and what stands beside the number.
#pragma once
#include <string>
#include <string_view>

#include "engine/figure.h"

namespace reportcard {

struct Card;

std::string value_row_text(const Card&, const Measure&, const Figure&, std::string_view column);  // "" where there is none
std::string value_row_place(const Card&, const Measure&, const Figure&);                           // "data/attainment.csv, line 7"

}  // namespace reportcard
