// SPDX-License-Identifier: MIT
// Reads a CSV file from its first byte to a table. Two threads take half of it each; that a half really begins where a row
// does is guessed, and proved afterwards by the first thread ending exactly there.
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <system_error>
#include <thread>

#include "tables/csv_block.h"
#include "tables/csv_encoding.h"
#include "tables/csv_header.h"

namespace reportcard {
namespace {

// Line ends of old Macs. A copy with the usual ones has every byte in the same place.
bool has_old_line_ends(std::string_view text) {
  return text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos;
}

FileBytes with_usual_line_ends(std::string_view text) {
  std::string copy(text);
  std::replace(copy.begin(), copy.end(), '\r', '\n');
  return FileBytes(std::move(copy));
}

void in_parallel(std::size_t jobs, bool worth_it, const std::function<void(std::size_t)>& job) {
  if (!worth_it) {
    for (std::size_t one = 0; one < jobs; ++one) job(one);
    return;
  }
  std::vector<std::jthread> threads;
  std::size_t one = 1;
  try {
    for (; one < jobs; ++one) threads.emplace_back([&job, one] { job(one); });
  } catch (const std::system_error&) {
    // No more threads to be had: the rest is done here.
  }
  for (; one < jobs; ++one) job(one);
  if (jobs > 0) job(0);
}

// A byte at or after `at` where a row seems to begin: behind a newline, with as many cells as the header. It may be wrong
// (lines inside a quoted cell can look like rows), which costs time and nothing else.
std::size_t guessed_row_begin(const CsvShape& shape, std::size_t at) {
  constexpr std::size_t looked_at = 64 << 10;
  CsvRow row;
  std::size_t first = shape.text.size();
  for (int tries = 0; tries < 64; ++tries) {
    at = shape.text.find('\n', at);
    if (at == std::string_view::npos || at + 1 >= shape.text.size()) break;
    ++at;
    first = std::min(first, at);
    scan_row(shape.text.substr(0, std::min(shape.text.size(), at + looked_at)), at, row);
    if (row.fault == RowFault::none && row.ends.size() == shape.columns) return at;
  }
  return first;
}

// From samples here and there, so that a file that begins unlike its rest does not reserve what it never fills.
std::size_t rows_expected(std::string_view text) {
  constexpr std::size_t samples = 4, sample_bytes = 16 << 10, most = 1 << 25;
  std::size_t newlines = 1, bytes = 1;
  for (std::size_t one = 0; one < samples; ++one) {
    const std::string_view sample = text.substr(text.size() / samples * one, sample_bytes);
    newlines += count_newlines(sample);
    bytes += sample.size();
  }
  const double rows = static_cast<double>(text.size()) / static_cast<double>(bytes) * static_cast<double>(newlines);
  return std::min(most, static_cast<std::size_t>(rows * 1.03) + 16);
}

// The blocks of the file, in order, each beginning where the one before it ends.
std::deque<CsvBlock> read_blocks(const CsvShape& shape, std::size_t begin) {
  const std::size_t size = shape.text.size() - begin;
  const std::size_t count = std::clamp<std::size_t>(size / std::max<std::size_t>(1, shape.limits.bytes_a_thread), 1,
                                                    std::max<std::size_t>(1, shape.limits.threads));
  std::vector<std::size_t> bounds = {begin};
  for (std::size_t one = 1; one < count; ++one) {
    bounds.push_back(std::max(bounds.back(), guessed_row_begin(shape, begin + size / count * one)));
  }
  bounds.push_back(shape.text.size());
  std::deque<CsvBlock> blocks;
  for (std::size_t one = 0; one < count; ++one) blocks.emplace_back(shape);
  const std::size_t rows = rows_expected(shape.text.substr(begin));
  in_parallel(count, count > 1, [&](std::size_t one) {
    // The first block's columns take in all the others in the end.
    blocks[one].read(bounds[one], bounds[one + 1], one == 0 ? rows : rows / count);
  });
  for (std::size_t one = 1; one < count; ++one) {
    const CsvBlock& before = blocks[one - 1];
    if (before.bad_byte || before.rows > shape.limits.rows) break;  // nothing will come of it
    if (before.next == blocks[one].begin) continue;
    CsvBlock again(shape);
    again.read(before.next, bounds[one + 1], rows / count);
    blocks[one] = std::move(again);
  }
  return blocks;
}

struct Reading {
  const std::string& name;
  const CsvShape& shape;
  Table& table;
  std::shared_ptr<CsvPlaces> places;
};

LineMark mark_before(const CsvPlaces& places, std::size_t offset) {
  const auto after = std::upper_bound(places.anchors.begin(), places.anchors.end(), offset,
                                      [](std::size_t at, const RowAnchor& anchor) { return at < anchor.begin.offset; });
  return after == places.anchors.begin() ? LineMark{} : (after - 1)->begin;
}

void report_mixed_signs(const Reading& reading, std::size_t column, const std::vector<GrowingNumbers*>& parts, Problems& problems) {
  std::optional<std::size_t> pound, percent;
  for (const GrowingNumbers* part : parts) {
    if (!pound) pound = part->first_pound();
    if (!percent) percent = part->first_percent();
  }
  if (!pound || !percent) return;
  const std::size_t offset = std::max(*pound, *percent);
  problems.error("cell-not-a-number",
                 place_near(reading.name, reading.shape.text, mark_before(*reading.places, offset), offset, 1),
                 fmt::format("The column \"{}\" has both pounds and per cents.", reading.shape.sources[column].name),
                 "put them in two columns");
}

void report_unheld(const Reading& reading, std::size_t column, const std::vector<UnheldNumber>& unheld, Problems& problems) {
  const std::string& name = reading.shape.sources[column].name;
  for (std::size_t one = 0; one < std::min(unheld.size(), CsvFindings::most_of_a_kind); ++one) {
    problems.error("cell-not-a-number", reading.places->cell(unheld[one].row, name),
                   fmt::format("This number has more places than the column \"{}\" can hold beside its others.", name),
                   fmt::format("round it to {} places or fewer", unheld[one].most_places));
  }
  if (unheld.size() <= CsvFindings::most_of_a_kind) return;
  Place whole;
  whole.file = reading.name;
  problems.error("cell-not-a-number", std::move(whole),
                 fmt::format("{} more numbers of the column \"{}\" have too many places.",
                             unheld.size() - CsvFindings::most_of_a_kind, name),
                 fmt::format("round them to {} places or fewer", unheld.back().most_places));
}

template <class Growing> std::vector<Growing*> parts_of(std::deque<CsvBlock>& blocks, std::size_t column) {
  std::vector<Growing*> parts;
  for (CsvBlock& block : blocks) parts.push_back(&std::get<Growing>(block.cells[column]));
  return parts;
}

void join_columns(const Reading& reading, std::deque<CsvBlock>& blocks, Problems& problems) {
  const std::size_t count = reading.shape.sources.size();
  const bool many = blocks.size() > 1 && reading.table.rows > 100'000;
  std::vector<std::vector<UnheldNumber>> unheld(count);
  const auto join = [&](std::size_t column) {
    auto& cells = reading.table.columns[column].cells;
    switch (reading.shape.types[column]) {
      case CellType::text: cells = GrowingText::joined(parts_of<GrowingText>(blocks, column)); break;
      case CellType::date: cells = GrowingDates::joined(parts_of<GrowingDates>(blocks, column)); break;
      case CellType::number:
        cells = GrowingNumbers::joined(parts_of<GrowingNumbers>(blocks, column), unheld[column]);
        break;
    }
  };
  const std::size_t hands = many ? 2 : 1;
  in_parallel(hands, many, [&](std::size_t hand) {
    for (std::size_t column = hand; column < count; column += hands) join(column);
  });
  for (std::size_t column = 0; column < count; ++column) {
    if (reading.shape.types[column] != CellType::number) continue;
    report_mixed_signs(reading, column, parts_of<GrowingNumbers>(blocks, column), problems);
    report_unheld(reading, column, unheld[column], problems);
  }
}

}  // namespace

std::optional<Table> read_csv(const std::string& name, const FileBytes& given, const std::vector<WantedColumn>& wanted,
                              Problems& problems, const CsvLimits& limits) {
  if (report_other_format(name, given.view(), problems)) return {};
  const FileBytes bytes = has_old_line_ends(given.view()) ? with_usual_line_ends(given.view()) : given;
  const std::string_view text = bytes.view();
  const auto header = read_header(name, text, byte_order_mark(text), wanted, limits, problems);
  if (!header) return {};

  Table table;
  table.file = name;
  table.unused_headers = header->unused;
  auto places = std::make_shared<CsvPlaces>();
  places->file = name;
  places->bytes = bytes;
  places->columns = header->headers.size();
  CsvShape shape{text, header->headers.size(), {}, {}, limits};
  for (const CsvHeader::Match& match : header->matches) {
    const WantedColumn& column = wanted[match.wanted];
    shape.sources.push_back({column.name, match.column, match.column + 1 == shape.columns, limits.field_bytes});
    shape.types.push_back(column.type);
    places->names.emplace_back(column.name, match.column);
    table.columns.push_back({column.name, header->headers[match.column], {}, {}});
  }

  std::deque<CsvBlock> blocks = read_blocks(shape, header->end);
  CsvFindings findings;
  std::size_t lines = header->lines_before_rows;
  for (CsvBlock& block : blocks) {
    if (block.bad_byte) {
      report_bad_byte(name, text, *block.bad_byte, problems);
      return {};
    }
    for (const RowAnchor& anchor : block.anchors) {
      places->anchors.push_back({table.rows + anchor.row, {anchor.begin.offset, lines + anchor.begin.lines_before}});
    }
    findings.append(std::move(block.findings), lines);
    table.rows += block.rows;
    lines += block.lines;
    if (table.rows > limits.rows) {
      Place whole;
      whole.file = name;
      problems.error("csv-too-large", std::move(whole), fmt::format("This file has more than {} rows.", limits.rows),
                     "split it, or leave out the rows that are not needed");
      return {};
    }
  }
  findings.report(name, text, problems);
  // From here on no row is added: places can be asked for.
  table.places = places;
  join_columns({name, shape, table, places}, blocks, problems);
  return table;
}

}  // namespace reportcard
