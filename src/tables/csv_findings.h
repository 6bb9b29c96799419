// SPDX-License-Identifier: MIT
// What was found wrong while a file was read, held as offsets until the file is done: making a place means finding its
// line. A million wrong cells are two hundred problems and a sum.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace reportcard {

enum class CsvFault : std::uint8_t { row_ragged, quote_unclosed, quote_stray, not_a_date, not_a_number, too_long };
constexpr std::size_t csv_faults = 6;

// A byte with which a line begins, and how many lines stand before it.
struct LineMark {
  std::size_t offset = 0;
  std::size_t lines_before = 0;
};

struct CsvFinding {
  CsvFault fault = CsvFault::row_ragged;
  std::size_t offset = 0;
  std::size_t length = 0;
  LineMark near;  // at or before offset, and not far
  std::string message;
  std::string remedy;
};

class CsvFindings {
 public:
  static constexpr std::size_t most_of_a_kind = 200;

  // say(finding) writes message and remedy, and is only called where they will be wanted.
  template <class Say> void add(CsvFault fault, std::size_t offset, std::size_t length, LineMark near, const Say& say) {
    ++counts_[static_cast<std::size_t>(fault)];
    if (settled_[static_cast<std::size_t>(fault)] >= most_of_a_kind) return;
    CsvFinding& finding = kept_.emplace_back(CsvFinding{fault, offset, length, near, {}, {}});
    say(finding);
  }
  // Called after each stretch of rows: these are read column by column, and the first of a kind are the first in the file,
  // however it was cut.
  void settle();
  // Those of the next part of the file, whose first line has `lines_before` lines before it.
  void append(CsvFindings later, std::size_t lines_before);
  void clear();
  // The first two hundred of each kind with their places, then how many more there are.
  void report(const std::string& name, std::string_view text, Problems& problems) const;

 private:
  std::array<std::size_t, csv_faults> counts_{};
  std::array<std::size_t, csv_faults> settled_{};
  std::size_t settled_in_all_ = 0;
  std::vector<CsvFinding> kept_;  // the settled ones first
};

// The place of some bytes, found from a mark near them and not from the beginning of the file.
Place place_near(const std::string& name, std::string_view text, LineMark mark, std::size_t offset, std::size_t length);

// A cell's words quoted for a message, cut where they are long.
std::string quoted(std::string_view words);

}  // namespace reportcard
