// SPDX-License-Identifier: MIT
// A column of numbers has one scale. While it is read each number keeps its own places; nearly always they are all alike
// and nothing is left to do in the end.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tables/csv_columns.h"
#include "tables/csv_row.h"
#include "tables/typed_slips.h"

namespace reportcard {
namespace {

constexpr int most_places = 18;
constexpr auto powers = [] {
  std::array<std::int64_t, most_places + 1> values{};
  std::int64_t value = 1;
  for (int places = 0; places <= most_places; ++places) {
    values[static_cast<std::size_t>(places)] = value;
    if (places < most_places) value *= 10;
  }
  return values;
}();

bool fits(std::int64_t units, int more_places) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  const std::int64_t limit = most / powers[static_cast<std::size_t>(more_places)];
  return units <= limit && units >= -limit;
}

// The greatest scale at which every number fits that has no more places than it. largest[p]: of those with p places.
int scale_for(const std::array<std::int64_t, most_places + 1>& largest) {
  for (int scale = most_places; scale > 0; --scale) {
    if (largest[static_cast<std::size_t>(scale)] < 0) continue;  // nobody has so many
    bool good = true;
    for (int places = 0; places <= scale && good; ++places) {
      const std::int64_t units = largest[static_cast<std::size_t>(places)];
      good = units < 0 || fits(units, scale - places);
    }
    if (good) return scale;
  }
  return 0;
}

}  // namespace

bool GrowingNumbers::read_other(std::string_view raw, std::size_t offset, LineMark line, const ColumnSource& source,
                                CsvFindings& findings, std::int64_t& units, std::uint8_t& places) {
  if (source.last && raw.back() == '\r') raw.remove_suffix(1);
  if (raw.size() >= 2 && raw.front() == '"' && raw.back() == '"' && plain_number(raw.data() + 1, raw.size() - 2, units, places)) {
    return true;
  }
  if (plain_number(raw.data(), raw.size(), units, places)) return true;
  if (raw.size() > source.longest_cell) {
    findings.add(CsvFault::too_long, offset, raw.size(), line, [&](CsvFinding& finding) {
      finding.message = fmt::format("This cell of the column \"{}\" has {} bytes; at most {} are read.", source.name,
                                    raw.size(), source.longest_cell);
      finding.remedy = "write a number; if the cell holds many lines, look for a quotation mark that is not closed";
    });
    return false;
  }
  std::string room;
  const std::string_view text = cell_text(raw, room);
  if (text.empty()) return false;
  Sign sign = Sign::none;
  if (const auto number = number_said(text, sign)) {
    units = number->units;
    places = number->places;
    if (sign == Sign::pound && !first_pound_) first_pound_ = offset;
    if (sign == Sign::percent && !first_percent_) first_percent_ = offset;
    return true;
  }
  findings.add(CsvFault::not_a_number, offset, raw.size(), line, [&](CsvFinding& finding) {
    finding.message = fmt::format("{} in the column \"{}\" is not a number.", quoted(text), source.name);
    finding.remedy = number_remedy(text);
  });
  return false;
}

void GrowingNumbers::append(const FoundRows& rows, const ColumnSource& source, CsvFindings& findings) {
  const std::size_t before = units_.size();
  units_.resize(before + rows.rows);
  if (stretch_.size() < rows.rows) stretch_.resize(rows.rows);
  std::int64_t* out = units_.data() + before;
  std::uint8_t* places = stretch_.data();
  const ColumnCells cell(rows, source.column);
  const std::size_t count = rows.rows;
  const unsigned usual = places_;
  unsigned unlike = 0;
  for (std::size_t row = 0; row < count; ++row) {
    const std::string_view raw = cell(row);
    std::int64_t value = NumberColumn::blank;
    std::uint8_t typed = no_places;
    if (!raw.empty()) {
      const bool plain = plain_number(raw.data(), raw.size(), value, typed);
      if (plain || read_other(raw, rows.offset + cell.begin(row), rows.line, source, findings, value, typed)) {
        unlike |= typed ^ usual;
      } else {
        value = NumberColumn::blank;
        typed = no_places;
      }
    }
    out[row] = value;
    places[row] = typed;
  }
  if (unlike != 0 || !alike_) keep_places(rows.rows);
}

void GrowingNumbers::keep_places(std::size_t fresh) {
  const auto first = stretch_.begin(), end = first + static_cast<std::ptrdiff_t>(fresh);
  if (alike_) {
    if (places_ == no_places) places_ = *std::find_if(first, end, [](std::uint8_t places) { return places != no_places; });
    alike_ = std::all_of(first, end, [this](std::uint8_t places) { return places == no_places || places == places_; });
    if (alike_) return;
    reserve_large(places_by_row_, units_.capacity());
    places_by_row_.assign(units_.size() - fresh, places_);
  }
  places_by_row_.insert(places_by_row_.end(), first, end);
}

NumberColumn GrowingNumbers::joined(const std::vector<GrowingNumbers*>& parts, std::vector<UnheldNumber>& unheld) {
  NumberColumn column;
  std::uint8_t places = no_places;
  bool alike = true;
  for (const GrowingNumbers* part : parts) {
    if (part->alike_ && part->places_ == no_places) continue;
    if (places == no_places) places = part->places_;
    alike = alike && part->alike_ && part->places_ == places;
  }
  column.units = std::move(parts.front()->units_);
  const auto join_places = [&](GrowingNumbers& part, std::size_t rows) {
    if (part.alike_) column.places_by_row.insert(column.places_by_row.end(), rows, part.places_);
    else column.places_by_row.insert(column.places_by_row.end(), part.places_by_row_.begin(), part.places_by_row_.end());
    part.places_by_row_ = {};
  };
  if (!alike) join_places(*parts.front(), column.units.size());
  for (std::size_t part = 1; part < parts.size(); ++part) {
    std::vector<std::int64_t>& units = parts[part]->units_;
    if (!alike) join_places(*parts[part], units.size());
    column.units.insert(column.units.end(), units.begin(), units.end());
    units = {};
  }
  if (alike) {
    column.places = places == no_places ? 0 : places;
    return column;
  }
  std::array<std::int64_t, most_places + 1> largest;
  largest.fill(-1);
  for (std::size_t row = 0; row < column.units.size(); ++row) {
    const std::int64_t units = column.units[row];
    if (units == NumberColumn::blank) continue;
    std::int64_t& so_far = largest[column.places_by_row[row]];
    so_far = std::max(so_far, units < 0 ? -units : units);
  }
  const int scale = scale_for(largest);
  column.places = static_cast<std::uint8_t>(scale);
  for (std::size_t row = 0; row < column.units.size(); ++row) {
    std::int64_t& units = column.units[row];
    std::uint8_t& typed = column.places_by_row[row];
    if (units == NumberColumn::blank) {
      typed = 0;
    } else if (typed > scale) {
      unheld.push_back({row, scale});
      units = NumberColumn::blank;
      typed = 0;
    } else {
      units *= powers[static_cast<std::size_t>(scale - typed)];
    }
  }
  return column;
}

}  // namespace reportcard
