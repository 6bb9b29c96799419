// SPDX-License-Identifier: MIT
// A sentence cut into runs of letters, runs of digits and signs, each with where it stands.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

// A run of letters, of digits, or one sign; with where it stands.
struct EnglishPiece {
  std::string text;          // small letters; a possessive 's is cut off
  bool letters = false, digits = false;
  bool blank_before = false;
  std::size_t from = 0, to = 0;
};

std::vector<EnglishPiece> english_pieces(std::string_view text);

}  // namespace reportcard
