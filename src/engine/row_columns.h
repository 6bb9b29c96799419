// SPDX-License-Identifier: MIT
// A column as a path names it, one value a row: the register's own, one step through a link, or a count of what links here.
// What is the register's own is used where it lies; what is reached by a link is made once.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "card/card.h"

namespace reportcard {

constexpr std::size_t rows_in_block = 4096;

// Text: codes into words; word 0 is blank.
struct RowWords {
  const TextColumn* own = nullptr;
  std::vector<std::uint32_t> made;        // where there is no own
  std::vector<std::string> made_words{std::string{}};
  bool many = false;                      // a word may be several, parted by ';'
  const std::vector<std::string>& words() const { return own ? own->words : made_words; }
  std::uint32_t code(std::size_t row) const { return own ? own->codes[row] : made.empty() ? 0 : made[row]; }
  void copy(std::size_t first, std::size_t count, std::uint32_t* out) const;  // codes of a block
};
RowWords words_of(const Card& card, const Records& records, const ColumnPath& path);
RowWords words_of(const RecordColumn* column);  // null: all blank
// "a;b" is a and b; what is not many is itself. Blank parts are left out.
std::vector<std::string_view> parts_of(const RowWords& words, std::uint32_t code);

// Days: DateColumn::blank where there is none.
struct RowDays {
  const std::int32_t* own = nullptr;      // null: all blank
  std::vector<std::int32_t> made;
  bool any() const { return own != nullptr || !made.empty(); }
  std::int32_t operator[](std::size_t row) const { return own ? own[row] : made.empty() ? DateColumn::blank : made[row]; }
};
RowDays days_of(const Card& card, const Records& records, const ColumnPath& path);

// Numbers of one scale: NumberColumn::blank where there is none.
struct RowNumbers {
  const std::int64_t* own = nullptr;
  std::vector<std::int64_t> made;
  std::uint8_t places = 0;                // of the units
  std::uint8_t fewest_places = 0;         // as typed, of all that are not blank
  std::int64_t operator[](std::size_t row) const { return own ? own[row] : made.empty() ? NumberColumn::blank : made[row]; }
};
RowNumbers numbers_of(const Card& card, const Records& records, const ColumnPath& path);

}  // namespace reportcard
