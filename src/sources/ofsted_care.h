// SPDX-License-Identifier: MIT
// Ofsted's lists of providers of children's social care, at the end of March or of a year, with their latest full
// inspection; and its lists of the year's inspections. All releases that lie side by side become one register of providers
// and one of inspections. Names and addresses are never read: a children's home is somebody's home.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sources/series.h"

namespace reportcard {

Series ofsted_care_series();

// The words of a provision type, in one spelling whatever the release wrote: "Children's Home" is "Children's home".
std::string provision_type(std::string_view written);
// The group in which the register `providers` counts it: "Children's homes", "Fostering and adoption/Fostering".
std::string_view provider_group(std::string_view provision_type);

}  // namespace reportcard
