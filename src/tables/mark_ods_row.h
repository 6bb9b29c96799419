// SPDX-License-Identifier: MIT
// One row of an ODS sheet as it lies in content.xml, and the same row with comments in it. Inside the room.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tables/marking.h"
#include "tables/xml_edit.h"

namespace reportcard {

struct OdsNote {  // an <office:annotation>
  std::size_t begin = 0, words_end = 0, end = 0;
  std::size_t ours_from = 0;  // where words of ours under somebody else's begin; 0: there are none
  bool ours = false;          // all of it
  bool there() const { return end != 0; }
};

struct OdsCell {
  XmlTag tag;
  std::size_t end = 0;       // behind its end tag
  std::uint32_t times = 1;   // stands so often, one beside the other
  std::uint32_t rows = 1, columns = 1;  // it is merged over
  OdsNote note;
};

struct OdsRow {
  XmlTag tag;
  std::size_t cells_end = 0, end = 0;
  std::uint32_t number = 1;  // from 1
  std::uint32_t times = 1;
  std::vector<OdsCell> cells;
  bool has_ours() const;     // marks of an earlier marked copy
};

using OdsMarks = std::map<std::uint32_t, std::string>;  // by column, from 1

// The row, or the rows for which it stands, with the marks of each: by row number. Repeats are split only where they must be.
std::string marked_rows(std::string_view text, const OdsRow& row, const std::map<std::uint32_t, OdsMarks>& marks, const std::string& names);
// A new row for marks below all that a sheet has.
std::string fresh_row(std::string_view prefix, std::uint32_t blank_rows_before, const OdsMarks& marks, const std::string& names);
std::string ods_paragraphs(std::string_view words);  // <text:p>, one a line
std::uint32_t repeats(const XmlTag& tag, std::string_view what);  // of table:number-WHAT-repeated

}  // namespace reportcard
