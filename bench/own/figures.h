// SPDX-License-Identifier: MIT
// The table jobs of the bench, `measures`, `asat` and `timely`: their definitions written as a card folder in memory, and
// the engine's figures and comparisons printed. Nothing is read, chosen, grouped, ranked or rounded here.
#pragma once
#include <string>

namespace reportcard::bench {

int run_figures(const std::string& job, const std::string& in, const std::string& out);

}  // namespace reportcard::bench
