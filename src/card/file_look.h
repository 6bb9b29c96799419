// SPDX-License-Identifier: MIT
// One CSV file or workbook looked at without its card: what each sheet seems to be, and what is wrong with the typing of
// its cells. Links, places and measures need a card, so of these nothing is said.
#pragma once
#include <string>
#include <vector>

#include "base/files.h"
#include "base/problem.h"

namespace reportcard {

struct SheetSeen {
  std::string name;      // "" for a CSV file
  std::size_t rows = 0;  // read
  std::string looks;     // "the register \"inspections\", by its name"
  bool read = false;
};

// Problems have places in `file`, as the user named it. Nothing is seen where the file could not be opened.
std::vector<SheetSeen> look_at_file(const std::string& file, const FileBytes& bytes, Problems& problems);

}  // namespace reportcard
