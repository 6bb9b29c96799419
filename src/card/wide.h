// SPDX-License-Identifier: MIT
// Wide tables of values: a column for each period. They are turned into rows of period and value, each with the place of
// its own cell. What makes a table wide is a rule, not a guess: docs/registers.md, Wide tables.
#pragma once
#include <string>
#include <vector>

namespace reportcard {

// The columns of a wide table that are periods, in the order of the file.
struct WidePlan {
  struct Heading {
    std::string header;  // as it stands: "Oct-2012"
    std::string period;  // its name: "2012-10"
  };
  std::vector<Heading> headings;
};

}  // namespace reportcard
