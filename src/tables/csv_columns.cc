// SPDX-License-Identifier: MIT
// Text and dates. Numbers, which may differ in their places, are csv_numbers.cc.
#include "tables/csv_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.h"
#include "tables/csv_row.h"
#include "tables/typed_slips.h"

namespace reportcard {
namespace {

template <class To> std::vector<To> widened(const Codes::Storage& from, std::size_t rows_expected) {
  return std::visit([rows_expected](const auto& codes) {
    std::vector<To> to;
    reserve_large(to, std::max(rows_expected, codes.size()));
    for (const auto code : codes) to.push_back(static_cast<To>(code));
    return to;
  }, from);
}

void say_too_long(CsvFinding& finding, std::size_t size, const ColumnSource& source) {
  finding.message = fmt::format("This cell of the column \"{}\" has {} bytes; at most {} are read.", source.name, size,
                                source.longest_cell);
  finding.remedy = "shorten it; if it holds many lines, look for a quotation mark that is not closed";
}

void say_no_date(CsvFinding& finding, std::string_view text, const ColumnSource& source) {
  finding.message = fmt::format("{} in the column \"{}\" is not a day.", quoted(text), source.name);
  finding.remedy = date_remedy(text);
}

}  // namespace

bool GrowingCodes::widen_for(std::size_t words) {
  const std::size_t width = words <= 1u << 8 ? 0 : words <= 1u << 16 ? 1 : 2;
  if (storage_.index() >= width) return false;
  if (width == 1) storage_ = widened<std::uint16_t>(storage_, rows_expected_);
  else storage_ = widened<std::uint32_t>(storage_, rows_expected_);
  return true;
}

void GrowingCodes::append(const Codes::Storage& codes, const std::vector<std::uint32_t>& renamed, std::size_t words) {
  widen_for(words);
  std::visit([&](auto& to, const auto& from) {
    using To = typename std::remove_reference_t<decltype(to)>::value_type;
    const std::size_t before = to.size();
    to.resize(before + from.size());
    To* out = to.data() + before;
    for (std::size_t i = 0; i < from.size(); ++i) out[i] = static_cast<To>(renamed[from[i]]);
  }, storage_, codes);
}

void GrowingText::append(const FoundRows& rows, const ColumnSource& source, CsvFindings& findings) {
  const ColumnCells cell(rows, source.column);
  bool again = false;  // what is too long is said once
  const auto too_long = [&](std::size_t row) {
    const std::size_t size = cell(row).size();
    if (again) return;
    findings.add(CsvFault::too_long, rows.offset + cell.begin(row), size, rows.line,
                 [&](CsvFinding& finding) { say_too_long(finding, size, source); });
  };
  codes_.append(rows.rows, [&](auto* out) {
    words_.codes_of(rows.rows, cell, source.longest_cell, too_long, out);
    again = true;
    return words_.words().size();
  });
}

TextColumn GrowingText::joined(const std::vector<GrowingText*>& parts) {
  GrowingText& first = *parts.front();
  for (std::size_t part = 1; part < parts.size(); ++part) {
    std::vector<std::uint32_t> renamed;
    renamed.reserve(parts[part]->words_.words().size());
    for (const std::string& word : parts[part]->words_.words()) renamed.push_back(first.words_.code_of_word(word));
    first.codes_.append(parts[part]->codes_.storage(), renamed, first.words_.words().size());
    parts[part]->codes_.storage() = {};
  }
  return {Codes(std::move(first.codes_.storage())), first.words_.take_words()};
}

void GrowingDates::append(const FoundRows& rows, const ColumnSource& source, CsvFindings& findings) {
  const std::size_t before = days_.size();
  days_.resize(before + rows.rows);
  std::int32_t* out = days_.data() + before;
  std::string room;
  const ColumnCells cell(rows, source.column);
  const std::size_t count = rows.rows;
  for (std::size_t row = 0; row < count; ++row) {
    const std::string_view raw = cell(row);
    if (plain_date(raw.data(), raw.size(), out[row])) continue;
    std::string_view bare = raw;
    if (source.last && !bare.empty() && bare.back() == '\r') bare.remove_suffix(1);
    if (bare.size() == 12 && bare.front() == '"' && bare.back() == '"') bare = bare.substr(1, 10);
    if (plain_date(bare.data(), bare.size(), out[row])) continue;
    out[row] = DateColumn::blank;
    if (bare.empty()) continue;
    const std::size_t offset = rows.offset + cell.begin(row);
    if (raw.size() > source.longest_cell) {
      findings.add(CsvFault::too_long, offset, raw.size(), rows.line,
                   [&](CsvFinding& finding) { say_too_long(finding, raw.size(), source); });
      continue;
    }
    const std::string_view text = cell_text(raw, room);
    if (text.empty()) continue;
    if (const auto day = Date::parse(text)) {
      out[row] = day->days;
      continue;
    }
    findings.add(CsvFault::not_a_date, offset, raw.size(), rows.line,
                 [&](CsvFinding& finding) { say_no_date(finding, text, source); });
  }
}

DateColumn GrowingDates::joined(const std::vector<GrowingDates*>& parts) {
  std::vector<std::int32_t>& first = parts.front()->days_;
  for (std::size_t part = 1; part < parts.size(); ++part) {
    first.insert(first.end(), parts[part]->days_.begin(), parts[part]->days_.end());
    parts[part]->days_ = {};
  }
  return {std::move(first)};
}

GrowingCells growing_cells(CellType type) {
  switch (type) {
    case CellType::date: return GrowingDates();
    case CellType::number: return GrowingNumbers();
    case CellType::text: break;
  }
  return GrowingText();
}

}  // namespace reportcard
