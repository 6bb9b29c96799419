// SPDX-License-Identifier: MIT
// A table in memory: typed arrays by column, and the place of any cell when somebody asks.
// Only the columns asked for are made. A nation's cases fit: text is dictionary codes of 8, 16 or 32 bits,
// numbers share one scale a column, dates are day counts.
#pragma once
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/files.h"
#include "base/problem.h"

namespace reportcard {

enum class CellType : std::uint8_t { text, date, number };

// Codes into a dictionary, as narrow as the dictionary allows.
class Codes {
 public:
  using Storage = std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;
  Codes() = default;
  explicit Codes(Storage storage) : storage_(std::move(storage)) {}
  std::uint32_t operator[](std::size_t row) const {
    return std::visit([row](const auto& v) { return static_cast<std::uint32_t>(v[row]); }, storage_);
  }
  // For inner loops: f gets the vector itself, once.
  template <class F> decltype(auto) visit(F&& f) const { return std::visit(std::forward<F>(f), storage_); }
  std::size_t size() const { return visit([](const auto& v) { return v.size(); }); }

 private:
  Storage storage_;
};

// Trimmed text. Word 0 is always "" (blank). Different words have different codes, in order of first appearance.
struct TextColumn {
  Codes codes;
  std::vector<std::string> words;
};
struct DateColumn {
  static constexpr std::int32_t blank = std::numeric_limits<std::int32_t>::min();
  std::vector<std::int32_t> days;  // Date::days, or blank
};
struct NumberColumn {
  static constexpr std::int64_t blank = std::numeric_limits<std::int64_t>::min();
  std::vector<std::int64_t> units;          // scaled by 10^places, or blank
  std::uint8_t places = 0;                  // the greatest number of places in the column
  std::vector<std::uint8_t> places_by_row;  // as typed; empty where all rows have `places`
  Decimal at(std::size_t row) const;        // as typed, not blank
};

struct Column {
  std::string name;    // as the reader asked for it
  std::string header;  // as the file has it
  std::variant<TextColumn, DateColumn, NumberColumn> cells;
  std::vector<std::uint8_t> stored;  // workbooks, text columns: how each cell lies in its sheet (Stored); else empty
};

// Where the rows of a table came from, so that a place costs nothing until asked for.
class RowPlaces {
 public:
  virtual ~RowPlaces() = default;
  virtual Place cell(std::size_t row, std::string_view column) const = 0;  // column by its name; the row's line if not found
  virtual Place row(std::size_t row) const = 0;
};

struct Table {
  std::string file;              // name of the file in its folder
  std::size_t rows = 0;
  std::vector<Column> columns;   // those found, in the order asked for
  std::vector<std::string> unused_headers;  // in the file, asked for by nobody
  std::shared_ptr<const RowPlaces> places;
  const Column* find(std::string_view name) const;
};

// What a reader of tables is asked for.
struct WantedColumn {
  std::string name;
  std::vector<std::string> aliases;  // compared folded (base/text.h)
  CellType type = CellType::text;
  bool required = true;              // its header must be there; blank cells are the register's matter
};

}  // namespace reportcard
