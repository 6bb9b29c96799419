// SPDX-License-Identifier: MIT
// The header row: which column of the file is which of those asked for.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "tables/csv.h"

namespace reportcard {

struct CsvHeader {
  std::vector<std::string> headers;  // trimmed
  struct Match {
    std::size_t wanted = 0;  // index into those asked for
    std::size_t column = 0;  // index into headers
  };
  std::vector<Match> matches;        // in the order asked for
  std::vector<std::string> unused;
  std::size_t begin = 0;             // of the header row
  std::size_t end = 0;               // where the rows begin
  std::size_t lines_before_rows = 0;
};

// The file's text from `begin` on. Nothing where there is no header to go by; what is missing is reported and left out.
std::optional<CsvHeader> read_header(const std::string& name, std::string_view text, std::size_t begin,
                                     const std::vector<WantedColumn>& wanted, const CsvLimits& limits, Problems& problems);

}  // namespace reportcard
