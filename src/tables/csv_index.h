// SPDX-License-Identifier: MIT
// Finds the commas and newlines of a stretch of CSV, 64 bytes at a time, and leaves out those inside quotes. It is used
// only where every quotation mark stands as RFC 4180 has it; where one does not, csv_row.h reads the stretch by the letter.
#pragma once
#include <cstddef>
#include <cstdint>

namespace reportcard {

struct IndexedStretch {
  std::size_t marks = 0;     // separators found
  std::size_t newlines = 0;  // of these
  bool by_the_rules = true;  // false: the marks mean nothing
  bool quoted_newline = false;
  bool needs_check = false;  // has bytes over 0x7F or a zero: it may not be UTF-8
};

constexpr std::size_t index_room = 64;  // bytes read behind the stretch, and marks written behind the last

// Offsets of the separators in [from, from + bytes). The first byte begins a row.
IndexedStretch index_stretch(const char* from, std::size_t bytes, std::uint32_t* marks);

// As index_stretch, for this machine or for all; tests hold them against each other.
using Index = IndexedStretch (*)(const char*, std::size_t, std::uint32_t*);
IndexedStretch index_plainly(const char* from, std::size_t bytes, std::uint32_t* marks);
Index index_avx2();    // null where the machine or the build has none
Index index_avx512();

}  // namespace reportcard
