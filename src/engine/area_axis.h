// SPDX-License-Identifier: MIT
// Which places a measure has figures for: those of its rows, those of the card, and the larger ones that these make up.
#pragma once
#include <optional>
#include <vector>

#include "engine/computing.h"

namespace reportcard {

// One a word of a column of places; the blank is the card's own, and a word that names no place has none.
std::vector<std::optional<AreaId>> areas_of_words(const Card& card, const RowWords& words);

// A region or England, put together from the rows of its members.
struct LargerArea {
  AreaId area = 0;
  std::vector<AreaId> members;  // with rows, ascending
  std::vector<AreaId> without;  // without any row: named wherever the figure is shown
};

// Those that rows of these places make up. A place with rows of its own is not made from others. In the card of one council
// all members must have rows: a file about a few neighbours says nothing of a region.
std::vector<LargerArea> larger_areas(const Card& card, const std::vector<AreaId>& with_rows);

// "Put together from 9 of its 10 members; without rows: Ashford." or "" where all have rows.
std::string members_note(const Card& card, const LargerArea& larger);

// The members of a region or of England.
std::vector<AreaId> members_of_larger(const Card& card, AreaId larger);

}  // namespace reportcard
