// SPDX-License-Identifier: MIT
// One thread's part of a file.
#include "tables/csv_block.h"

#include <fmt/format.h>

#include <algorithm>

#include "tables/csv_encoding.h"
#include "tables/csv_index.h"

namespace reportcard {
namespace {

// Bytes that are readable behind every cell, so that cells are read in words of the machine.
constexpr std::size_t room_behind = 64;
static_assert(room_behind >= Dictionary::readable_after && room_behind >= index_room);
// A row that is longer is no row: an opening quote without its closing one, most likely.
constexpr std::size_t longest_row = std::size_t{1} << 30;

}  // namespace

CsvBlock::CsvBlock(const CsvShape& shape) : shape_(&shape) {
  for (const CellType type : shape.types) cells.push_back(growing_cells(type));
}

void CsvBlock::read(std::size_t from, std::size_t end, std::size_t rows_expected) {
  begin = next = from;
  for (GrowingCells& column : cells) std::visit([rows_expected](auto& one) { one.reserve(rows_expected); }, column);
  while (next < end && !bad_byte && rows <= shape_->limits.rows) {
    const Stretch stretch = find_rows(next, end);
    if (!bad_byte) take(stretch);
    next += stretch.consumed;
    lines += stretch.lines;
    findings.settle();
  }
}

CsvBlock::Stretch CsvBlock::find_rows(std::size_t from, std::size_t end) {
  const std::size_t limit = std::min(end - from, shape_->limits.stretch_bytes);
  std::string_view part = shape_->text.substr(from);
  Stretch stretch;
  stretch.found.offset = from;
  stretch.found.line = {from, lines};
  stretch.found.base = part.data();
  bool copied = limit + room_behind > part.size();
  const auto copy = [&] {
    tails_.push_back(std::make_unique<std::string>());
    std::string& tail = *tails_.back();
    tail.reserve(part.size() + room_behind);
    tail.append(part).append(room_behind, '\0');
    part = std::string_view(tail).substr(0, part.size());
    stretch.found.base = part.data();
    copied = true;
  };
  if (copied) copy();
  if (find_fast(part, limit, stretch)) {
    if (!stretch.needs_check) return stretch;
  } else {
    if (!find_by_letter(part, limit, copied, stretch)) {
      copy();
      find_by_letter(part, limit, copied, stretch);
    }
    stretch.lines = count_newlines(part.substr(0, stretch.consumed));
  }
  const std::size_t bad = first_bad_byte(part.substr(0, stretch.consumed));
  if (bad != std::string_view::npos) bad_byte = from + bad;
  return stretch;
}

bool CsvBlock::find_fast(std::string_view part, std::size_t limit, Stretch& stretch) {
  const std::size_t columns = shape_->columns;
  if (marks_.size() < limit + index_room + 1) marks_.resize(limit + index_room + 1);
  marks_[0] = 0u - 1u;
  const IndexedStretch index = index_stretch(part.data(), limit, marks_.data() + 1);
  const std::size_t count = index.newlines;
  // Every newline ends a row, and every row has its cells: then each columns-th mark is a newline, and no other one is.
  if (!index.by_the_rules || count == 0 || index.marks < count * columns) return false;
  const std::uint32_t* mark = marks_.data();
  for (std::size_t row = 0; row < count; ++row) {
    const std::uint32_t before = *mark, end = *(mark += columns);
    if (part[end] != '\n') return false;
    const std::size_t size = end - before;  // with its newline; of commas alone it has as many bytes as cells
    if (size <= columns + 1 && (size == columns || part[end - 1] == '\r')) return false;
  }
  stretch.found.marks = marks_.data();
  stretch.found.rows = count;
  stretch.found.stride = columns;
  stretch.consumed = std::size_t{*mark} + 1;
  stretch.needs_check = index.needs_check;
  stretch.a_line_each = !index.quoted_newline;
  stretch.lines = stretch.a_line_each ? count : count_newlines(part.substr(0, stretch.consumed));
  return true;
}

bool CsvBlock::find_by_letter(std::string_view part, std::size_t limit, bool copied, Stretch& stretch) {
  marks_.clear();
  stretch.found.rows = 0;
  stretch.found.stride = shape_->columns + 1;  // each row with the mark before it, since rows may be left out between them
  std::size_t at = 0;
  while (at < limit) {
    scan_row(part, at, row_);
    if (!copied && row_.next + room_behind > part.size()) {
      if (at == 0) return false;
      break;
    }
    const bool held = row_.fault == RowFault::none && row_.ends.size() == shape_->columns && row_.end - at < longest_row;
    if (held && !row_.only_commas) {
      marks_.push_back(static_cast<std::uint32_t>(at) - 1);
      for (const std::size_t end : row_.ends) marks_.push_back(static_cast<std::uint32_t>(end));
      ++stretch.found.rows;
    } else if (!row_.only_commas) {
      blame(row_, stretch.found.offset, stretch.found.line);
    }
    at = row_.next;
  }
  stretch.found.marks = marks_.data();
  stretch.consumed = at;
  return true;
}

void CsvBlock::blame(const CsvRow& row, std::size_t offset, LineMark line) {
  switch (row.fault) {
    case RowFault::quote_unclosed:
      findings.add(CsvFault::quote_unclosed, offset + row.fault_at, 1, line, [](CsvFinding& finding) {
        finding.message = "This quotation mark is never closed, so the rest of the file is one cell.";
        finding.remedy = "close it with another quotation mark, or take it away";
      });
      return;
    case RowFault::quote_stray:
      findings.add(CsvFault::quote_stray, offset + row.fault_at, 1, line, [](CsvFinding& finding) {
        finding.message = "This quoted cell goes on after its closing quotation mark; the row is left out.";
        finding.remedy = "write a quotation mark inside a quoted cell twice: \"\"";
      });
      return;
    case RowFault::none: break;
  }
  const std::size_t has = row.ends.size(), wants = shape_->columns;
  if (has == wants) {
    findings.add(CsvFault::too_long, offset + row.begin, 1, line, [&row](CsvFinding& finding) {
      finding.message = fmt::format("This row has {} bytes; it is left out.", row.end - row.begin);
      finding.remedy = "look for a quotation mark that is not closed";
    });
    return;
  }
  // The caret is where it goes wrong: the first cell too many, or the end of the row.
  const std::size_t at = has > wants ? row.ends[wants - 1] + 1 : row.end;
  findings.add(CsvFault::row_ragged, offset + at, std::max<std::size_t>(1, row.end - at), line, [&](CsvFinding& finding) {
    finding.message = fmt::format("This row has {} cell{}, but the header has {}; the row is left out.", has,
                                  has == 1 ? "" : "s", wants);
    finding.remedy = has > wants ? "take out a comma, or put the cell that holds one in quotes: \"1,234\""
                                 : "add the cells that are missing, blank ones too: each has its comma";
  });
}

void CsvBlock::take(const Stretch& stretch) {
  const FoundRows& found = stretch.found;
  for (std::size_t row = (CsvPlaces::every - rows % CsvPlaces::every) % CsvPlaces::every; row < found.rows; row += CsvPlaces::every) {
    const std::size_t at = found.row_begin(row);
    const std::size_t lines_before = stretch.a_line_each ? row : count_newlines({found.base, at});
    anchors.push_back({rows + row, {found.offset + at, lines + lines_before}});
  }
  for (std::size_t column = 0; column < cells.size(); ++column) {
    std::visit([&](auto& one) { one.append(found, shape_->sources[column], findings); }, cells[column]);
  }
  rows += found.rows;
}

}  // namespace reportcard
