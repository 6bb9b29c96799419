// SPDX-License-Identifier: MIT
// Indicators of public health as Fingertips offers them, 27 columns wide, and the tidy form of eight columns into which they
// are often rearranged (a code of a place, a period, a value, an indicator).
#pragma once
#include <optional>
#include <string_view>

#include "sources/lait.h"
#include "sources/series.h"

namespace reportcard {

Series fingertips_series();
Series tidy_series();

// Its column "Time period": "2010/11", "2012", "2013 - 15", "2013/14 - 15/16". Of several years the last one names the
// period; unlike LAIT's, "2013 - 14" is two years and no school year.
std::optional<LaitYears> fingertips_period(std::string_view written);

}  // namespace reportcard
