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
// periods_read.cc. `cells` is the column's own, in which days are replaced by the periods that they were made of.
void read_periods(const CardReading& reading, RecordColumn& column, Column& cells, const Records& records, Problems& problems);
// typing_check.cc
void check_typing(const CardReading& reading, const RecordColumn& column, const Records& records, Problems& problems);
std::string damaged_word_remedy(std::string_view word, const std::vector<std::string>& known);
void read_records_of(CardReading& reading, const Register& reg, Records& records);  // records_read.cc: rows, typed; no links
void resolve_links(CardReading& reading, Records& records);
void count_back(CardReading& reading);

}  // namespace reportcard
