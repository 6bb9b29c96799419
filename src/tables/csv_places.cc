// SPDX-License-Identifier: MIT
// Reads a few rows again, to say where one of them stands.
#include "tables/csv_places.h"

#include <algorithm>

#include "base/text.h"
#include "tables/csv_row.h"

namespace reportcard {
namespace {

// The row's own line, and the cells of it. False where there is no such row.
bool find_row(const CsvPlaces& places, std::size_t wanted, CsvRow& row, LineMark& line) {
  const auto after = std::upper_bound(places.anchors.begin(), places.anchors.end(), wanted,
                                      [](std::size_t number, const RowAnchor& anchor) { return number < anchor.row; });
  if (after == places.anchors.begin()) return false;
  const RowAnchor& anchor = *(after - 1);
  const std::string_view text = places.bytes.view();
  std::size_t number = anchor.row;
  line = anchor.begin;
  while (line.offset < text.size()) {
    scan_row(text, line.offset, row);
    const bool counts = !row.only_commas && row.fault == RowFault::none && row.ends.size() == places.columns;
    if (counts && number++ == wanted) return true;
    line.lines_before += count_newlines(text.substr(row.begin, row.next - row.begin));
    line.offset = row.next;
  }
  return false;
}

Place whole_file(const std::string& name) {
  Place place;
  place.file = name;
  return place;
}

}  // namespace

Place CsvPlaces::cell(std::size_t wanted, std::string_view column) const {
  CsvRow found;
  LineMark line;
  if (!find_row(*this, wanted, found, line)) return whole_file(file);
  const auto named = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == column; });
  if (named == names.end()) return place_near(file, bytes.view(), line, found.begin, 0);
  const std::string_view raw = found.cell(bytes.view(), named->second);
  const std::string_view trimmed = trim(raw);
  // A blank cell is shown where it ends: that is where something should stand.
  const char* from = trimmed.empty() ? raw.data() + raw.size() - (!raw.empty() && raw.back() == '\r' ? 1 : 0) : trimmed.data();
  return place_near(file, bytes.view(), line, static_cast<std::size_t>(from - bytes.view().data()),
                    std::max<std::size_t>(1, trimmed.size()));
}

Place CsvPlaces::row(std::size_t wanted) const {
  CsvRow found;
  LineMark line;
  if (!find_row(*this, wanted, found, line)) return whole_file(file);
  return place_near(file, bytes.view(), line, found.begin, 0);
}

}  // namespace reportcard
