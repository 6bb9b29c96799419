// SPDX-License-Identifier: MIT
// The scan itself, for whatever reads 64 bytes. Included by one file for each instruction set, and in an unnamed namespace:
// two of them must never become one at linking.
#pragma once
#include <cstddef>
#include <cstdint>

#include "tables/csv_index.h"

namespace reportcard {
namespace {

// Which of 64 bytes are of a kind, a bit each.
struct BlockBits {
  std::uint64_t commas = 0;
  std::uint64_t newlines = 0;
  std::uint64_t quotes = 0;
  std::uint64_t odd = 0;  // over 0x7F or zero; any bit stands for the block
};

// From each opening quote to the byte before its closing one.
inline std::uint64_t bits_to_the_left(std::uint64_t bits) {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ bits << 32;
}

// What one block leaves to the next.
struct QuoteState {
  std::uint64_t inside = 0;          // all ones inside a quoted cell
  std::uint64_t after_cell = 1;      // bit 0: the byte before was a separator, or begins the stretch
  std::uint64_t after_closing = 0;   // bit 0: it was a closing quote
  std::uint64_t after_return = 0;    // bit 0: it was a CR behind a closing quote
};

// Is every quote of the block one that opens a cell, closes one before a separator, or is doubled inside one?
inline bool quotes_by_the_rules(const BlockBits& block, std::uint64_t inside, std::uint64_t separators, std::uint64_t returns,
                                QuoteState& state) {
  const std::uint64_t opening = block.quotes & inside, closing = block.quotes & ~inside;
  const std::uint64_t behind_closing = closing << 1 | state.after_closing;
  const std::uint64_t behind_cell = separators << 1 | state.after_cell;
  const std::uint64_t returned = behind_closing & returns;
  const std::uint64_t behind_return = returned << 1 | state.after_return;
  const std::uint64_t wrong = (opening & ~(behind_cell | behind_closing)) |
                              (behind_closing & ~(separators | opening | returns)) | (behind_return & ~block.newlines);
  state.after_cell = separators >> 63;
  state.after_closing = closing >> 63;
  state.after_return = returned >> 63;
  return wrong == 0;
}

// Block has: static BlockBits read(const char*), static std::uint64_t returns(const char*), static unsigned count(bits),
// static std::uint32_t* put(bits, base, out) which writes the place of each bit, and may write eight behind the last.
template <class Block> inline IndexedStretch index_blocks(const char* from, std::size_t bytes, std::uint32_t* marks) {
  IndexedStretch result;
  QuoteState state;
  std::uint32_t* out = marks;
  std::uint64_t odd = 0;
  for (std::size_t at = 0; at < bytes; at += 64) {
    BlockBits block = Block::read(from + at);
    if (bytes - at < 64) {
      const std::uint64_t ours = (std::uint64_t{1} << (bytes - at)) - 1;
      block.commas &= ours;
      block.newlines &= ours;
      block.quotes &= ours;
    }
    odd |= block.odd;
    std::uint64_t separators = block.commas | block.newlines;
    if ((block.quotes | state.inside | state.after_closing | state.after_return) != 0) {
      const std::uint64_t inside = bits_to_the_left(block.quotes) ^ state.inside;
      if ((block.newlines & inside) != 0) result.quoted_newline = true;
      separators &= ~inside;
      block.newlines &= ~inside;
      if (!quotes_by_the_rules(block, inside, separators, Block::returns(from + at), state)) {
        result.by_the_rules = false;
        return result;
      }
      state.inside = 0 - (inside >> 63);
    } else {
      state.after_cell = separators >> 63;
    }
    result.newlines += Block::count(block.newlines);
    out = Block::put(separators, static_cast<std::uint32_t>(at), out);
  }
  result.marks = static_cast<std::size_t>(out - marks);
  result.needs_check = odd != 0;
  return result;
}

}  // namespace
}  // namespace reportcard
