// SPDX-License-Identifier: MIT
// The columns of figures.csv and comparisons.csv: a contract, docs/downloads.md goes through it column by column.
#pragma once
#include <string_view>
#include <vector>

namespace reportcard {

struct DataColumn { std::string_view name, type, means; };   // types of the Data Package: string, number, integer, date
const std::vector<DataColumn>& figure_columns();
const std::vector<DataColumn>& comparison_columns();
inline constexpr std::string_view figures_schema = "1";

}  // namespace reportcard
