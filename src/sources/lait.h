// SPDX-License-Identifier: MIT
// The local authority interactive tool of the Department for Education, in the long form in which its repository writes it:
// a measure's short name, its years, a place by number, and a value or a dash.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sources/series.h"

namespace reportcard {

Series lait_series();

// The forms of its column Years: "2016", "2016/17", "2016-17", "2017-18 (OT)", "2024 (Rev)", "2025 (prov)", "2014-16",
// "2014/15-16/17", and "0" of a measure that has no year. Of several years the last one names the period.
struct LaitYears { std::string period, status, note; };
std::optional<LaitYears> lait_years(std::string_view written);

}  // namespace reportcard
