// SPDX-License-Identifier: MIT
// The choices of a measure: the whole, then those of each split in turn. A row of "a/b" is of a/b and of a.
#pragma once
#include <string>
#include <vector>

#include "engine/row_columns.h"

namespace reportcard {

struct SplitColumn {
  RowWords words;
  std::string name;                               // last name of its path
  const ColumnDefinition* definition = nullptr;   // for the order of its choices; may be null
};

struct ChoiceAxis {
  std::vector<std::string> choices{std::string{}};  // [0] is the whole
  struct Split {
    RowWords words;
    std::vector<std::uint32_t> first, slots;        // of code c: slots[first[c] .. first[c + 1]); its own before those it is part of
    std::vector<std::uint32_t> all;                 // every slot of this split
    std::string name;
  };
  std::vector<Split> splits;
};

// `used`: for each split the codes that occur; empty: all. `defined`: also those that the register lists and no row has.
ChoiceAxis choice_axis(std::vector<SplitColumn> splits, const std::vector<std::vector<bool>>& used, bool defined);

// "" for "a", "a" for "a/b".
std::string part_of_choice(const std::string& choice);

}  // namespace reportcard
