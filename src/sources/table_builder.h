// SPDX-License-Identifier: MIT
// Typed columns made row by row from published rows, each cell with its place in the publisher's file.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sources/published_rows.h"
#include "tables/table.h"

namespace reportcard {

class TableBuilder {
 public:
  struct Wish { std::string name; CellType type = CellType::text; };
  // `file` names the table in messages; its rows may come from several files.
  TableBuilder(std::string file, const std::vector<Wish>& columns);
  // From here on rows come from `rows`; `from` gives for each column that of the file, -1 for none. The rows are kept for places.
  void from_file(std::shared_ptr<const PublishedRows> rows, std::vector<int> from);
  void text(std::size_t column, std::string_view cell);
  void date(std::size_t column, Date day) { dates_[at_[column]].back() = day.days; }
  void number(std::size_t column, Decimal number);
  // Begins a row of blanks, made from row `number` of the file. `value_from`: its column in the file where the row is one of
  // several made from one (published indicators side by side), for the columns that from_file gave -2.
  void begin_row(std::uint32_t number, int value_from = -1);
  // Places will name file, line and column, and show nothing of the row: it holds names and addresses of people's homes.
  void show_no_rows() { shows_rows_ = false; }
  std::size_t rows() const { return numbers_.size(); }
  Table take();

 private:
  struct Text {
    std::vector<std::uint32_t> codes;
    std::vector<std::string> words{std::string{}};
    std::unordered_map<std::string, std::uint32_t> known;
  };
  struct Numbers {
    std::vector<std::int64_t> units;
    std::vector<std::uint8_t> places;
  };
  std::string file_;
  std::vector<Wish> columns_;
  std::vector<std::size_t> at_;      // of each column: which of the vectors of its type
  std::vector<Text> texts_;
  std::vector<std::vector<std::int32_t>> dates_;
  std::vector<Numbers> decimals_;
  std::vector<std::uint32_t> numbers_;                     // of each row: its number in its file
  std::vector<std::int32_t> value_from_;                   // empty where no row has one
  struct From { std::size_t first_row; std::shared_ptr<const PublishedRows> rows; std::vector<int> columns; };
  std::vector<From> files_;
  std::string room_;
  bool shows_rows_ = true;
};

}  // namespace reportcard
