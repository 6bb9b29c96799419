// SPDX-License-Identifier: MIT
// Statistical neighbours: for each authority the ten that are most like it, nearest first, side by side by the Department's
// numbers. Each release is a set of its own: its neighbours are those of its year, and stay so.
#pragma once
#include <vector>

#include "sources/series.h"

namespace reportcard {

// Rows: area, neighbour (both as codes), rank (1 is nearest), closeness (the publisher's word).
Series neighbours_series();

// Of one area, nearest first, as a comparator's own list wants them. Empty where the set does not have it.
std::vector<AreaId> neighbours_of(const Table& table, const Areas& areas, AreaId area);

}  // namespace reportcard
