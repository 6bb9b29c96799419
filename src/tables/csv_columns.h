// SPDX-License-Identifier: MIT
// Columns as they grow, stretch of rows by stretch of rows. Each thread fills its own; in the end they are put together
// as if the file had been read in one go.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tables/csv_cells.h"
#include "tables/csv_findings.h"
#include "tables/dictionary.h"
#include "tables/large_arrays.h"
#include "tables/table.h"

namespace reportcard {

// Some rows whose cells are found: the cell in column c of row r lies between marks[r * stride + c] and the next mark,
// which is its comma or newline. 16 bytes are readable from the start of each.
struct FoundRows {
  const char* base = nullptr;
  const std::uint32_t* marks = nullptr;  // the first is -1: what stands before the first cell
  std::size_t rows = 0;
  std::size_t stride = 0;
  std::size_t offset = 0;  // of base in the file
  LineMark line;           // of the first row

  std::size_t row_begin(std::size_t row) const { return static_cast<std::uint32_t>(marks[row * stride] + 1); }
};

// The cells of one column. A copy of its own, so that the machine may keep it in registers whatever is written meanwhile.
class ColumnCells {
 public:
  ColumnCells(const FoundRows& rows, std::size_t column)
      : base_(rows.base), marks_(rows.marks + column), stride_(rows.stride) {}
  std::string_view operator()(std::size_t row) const {
    const std::size_t from = begin(row);
    return {base_ + from, marks_[row * stride_ + 1] - from};
  }
  std::size_t begin(std::size_t row) const { return static_cast<std::uint32_t>(marks_[row * stride_] + 1); }

 private:
  const char* base_;
  const std::uint32_t* marks_;
  std::size_t stride_;
};

// What a column being read needs to know of its file.
struct ColumnSource {
  std::string name;        // as asked for
  std::size_t column = 0;  // in the file
  bool last = false;       // so its cells may end with CR
  std::size_t longest_cell = 0;
};

class GrowingCodes {
 public:
  void reserve(std::size_t rows) { rows_expected_ = rows; }
  // write(out) puts `count` codes at out, in whatever width that is, and tells how many words there are now.
  template <class Write> void append(std::size_t count, const Write& write) {
    const std::size_t before = size();
    std::size_t words = append_narrow(count, write);
    if (widen_for(words)) {
      std::visit([before](auto& codes) { codes.resize(before); }, storage_);
      append_narrow(count, write);
    }
  }
  // The codes of another part of the file, each through `renamed`.
  void append(const Codes::Storage& codes, const std::vector<std::uint32_t>& renamed, std::size_t words);
  Codes::Storage& storage() { return storage_; }

 private:
  std::size_t size() const { return std::visit([](const auto& codes) { return codes.size(); }, storage_); }
  template <class Write> std::size_t append_narrow(std::size_t count, const Write& write) {
    return std::visit([&](auto& codes) {
      const std::size_t before = codes.size();
      if (codes.capacity() == 0) reserve_large(codes, rows_expected_);
      codes.resize(before + count);
      return write(codes.data() + before);
    }, storage_);
  }
  bool widen_for(std::size_t words);  // true: the codes are wider than they were
  Codes::Storage storage_;
  std::size_t rows_expected_ = 0;
};

class GrowingText {
 public:
  void reserve(std::size_t rows) { codes_.reserve(rows); }
  void append(const FoundRows& rows, const ColumnSource& source, CsvFindings& findings);
  static TextColumn joined(const std::vector<GrowingText*>& parts);

 private:
  Dictionary words_;
  GrowingCodes codes_;
};

class GrowingDates {
 public:
  void reserve(std::size_t rows) { reserve_large(days_, rows); }
  void append(const FoundRows& rows, const ColumnSource& source, CsvFindings& findings);
  static DateColumn joined(const std::vector<GrowingDates*>& parts);

 private:
  std::vector<std::int32_t> days_;
};

// A number that the column cannot hold beside its others: 0.30000000000000004 beside 1,234,567.5.
struct UnheldNumber {
  std::size_t row = 0;
  int most_places = 0;
};

class GrowingNumbers {
 public:
  void reserve(std::size_t rows) { reserve_large(units_, rows); }
  void append(const FoundRows& rows, const ColumnSource& source, CsvFindings& findings);
  static NumberColumn joined(const std::vector<GrowingNumbers*>& parts, std::vector<UnheldNumber>& unheld);
  // Offsets of the first cell with a pound sign and the first with a per cent sign.
  std::optional<std::size_t> first_pound() const { return first_pound_; }
  std::optional<std::size_t> first_percent() const { return first_percent_; }

 private:
  static constexpr std::uint8_t no_places = 0xFF;  // of a blank, and of a column that is all blanks
  void keep_places(std::size_t fresh);
  bool read_other(std::string_view raw, std::size_t offset, LineMark line, const ColumnSource& source, CsvFindings& findings,
                  std::int64_t& units, std::uint8_t& places);

  std::vector<std::int64_t> units_;   // each with its own places until the column is done
  std::uint8_t places_ = no_places;   // of all of them, while they are alike
  bool alike_ = true;
  std::vector<std::uint8_t> places_by_row_;  // filled only once they are not alike
  std::vector<std::uint8_t> stretch_;
  std::optional<std::size_t> first_pound_, first_percent_;
};

using GrowingCells = std::variant<GrowingText, GrowingDates, GrowingNumbers>;
GrowingCells growing_cells(CellType type);

}  // namespace reportcard
