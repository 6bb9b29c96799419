// SPDX-License-Identifier: MIT
// The header of a published table, found by the names that it must hold, wherever it stands: below titles, notes and a
// blank line, with a row of bands above it, with line ends inside its cells and empty cells at its end.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/published_rows.h"

namespace reportcard {

// A column that a series knows, by every heading that publishers have given it.
struct PublishedColumn {
  std::string name;                    // ours
  std::vector<std::string> headings;   // compared by heading_key; "BAND: HEADING" where bands tell equal headings apart
  bool required = false;               // without it this is another table
};

struct PublishedHeader {
  std::uint32_t row = 0;               // number of the header's row
  std::vector<std::string> headings;   // as printed, on one line each; "" where there is none
  std::vector<int> at;                 // beside the columns asked for: column of the file, or -1
  std::size_t found() const;
};

// Letters and digits in small letters, everything else one blank: "\nLatest Full inspection date" is "latest full inspection date".
std::string heading_key(std::string_view heading);

// The first row among the first `most_rows` that has every required column, and of those the one with most of the others.
std::optional<PublishedHeader> find_header(const PublishedRows& rows, const std::vector<PublishedColumn>& columns, std::size_t most_rows = 60);
// Whether this row is a header of the same table again: lower on a sheet a second table may begin.
std::optional<PublishedHeader> header_in(const PublishedRow& row, const PublishedRow* bands, const std::vector<PublishedColumn>& columns);

}  // namespace reportcard
