// SPDX-License-Identifier: MIT
// A row of a table of values made into a figure: value or counts, symbol, status, qualifier, notes.
#pragma once
#include <vector>

#include "engine/computing.h"

namespace reportcard {

class ValueCells {
 public:
  ValueCells(Computing& computing, const Records& records);
  Figure figure(const Measure& measure, std::size_t row, std::int32_t known);

 private:
  struct Words {                          // a column whose words become indices into Figures::texts
    const TextColumn* text = nullptr;
    std::vector<std::uint16_t> of_code;   // made when first asked for; 0 is not yet, or ""
  };
  Words words(std::string_view name) const;
  std::uint16_t text(Words& words, std::size_t row);
  void set_value(const Measure& measure, std::size_t row, Figure& figure);

  Computing& computing_;
  const Records& records_;
  const NumberColumn *value_ = nullptr, *numerator_ = nullptr, *denominator_ = nullptr;
  Words symbol_, note_, called_;
  const TextColumn *status_ = nullptr, *qualifier_ = nullptr;
  std::vector<Status> status_of_code_;
  std::vector<Qualifier> qualifier_of_code_;
  std::size_t overflows_ = 0;
};

}  // namespace reportcard
