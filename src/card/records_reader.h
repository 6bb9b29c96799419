// SPDX-License-Identifier: MIT
// What the files that read records share. Only for records_*.cc and links.cc.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>

#include "card/reading.h"

namespace reportcard {

// The first row of each of these words, in the order of the rows; at most fifty: more tell nothing new.
std::vector<std::pair<std::uint32_t, std::size_t>> first_rows_of(const TextColumn& text, const std::vector<std::uint32_t>& codes);
void resolve_links(CardReading& reading, Records& records);
void count_back(CardReading& reading);

}  // namespace reportcard
