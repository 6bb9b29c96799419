// SPDX-License-Identifier: MIT
#include "words/cell_prose.h"

#include "base/utf8.h"

namespace reportcard {

Place place_in_cell(const Place& cell, std::string_view text, const Place& inside) {
  if (!cell.cell.empty() || cell.column == 0 || inside.line != 1 || inside.column == 0 || text.find('\n') != std::string_view::npos) return cell;
  const std::string_view line = cell.excerpt;
  std::size_t at = 0;
  for (std::uint32_t column = cell.excerpt_from; column < cell.column && at < line.size(); ++column) at += code_point_at(line, at).bytes;
  const bool quoted = at < line.size() && line[at] == '"';
  if (line.compare(at + (quoted ? 1 : 0), text.size(), text) != 0) return cell;
  Place place = cell;
  place.column += inside.column - 1 + (quoted ? 1 : 0);
  place.length = inside.length;
  return place;
}

}  // namespace reportcard
