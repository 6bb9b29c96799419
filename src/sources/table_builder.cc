// SPDX-License-Identifier: MIT
#include "sources/table_builder.h"

#include <algorithm>
#include <limits>

namespace reportcard {

namespace {

struct PublishedPlaces : RowPlaces {
  struct From { std::size_t first_row; std::shared_ptr<const PublishedRows> rows; std::vector<int> columns; };
  std::string file;
  std::vector<std::string> names;
  std::vector<std::uint32_t> numbers;
  std::vector<std::int32_t> value_from;
  std::vector<From> files;
  bool shows_rows = true;

  const From* from(std::size_t row) const {
    const auto after = std::upper_bound(files.begin(), files.end(), row, [](std::size_t wanted, const From& one) { return wanted < one.first_row; });
    return after == files.begin() ? nullptr : &*(after - 1);
  }
  Place cell(std::size_t row, std::string_view column) const override {
    const From* file_of = row < numbers.size() ? from(row) : nullptr;
    if (file_of == nullptr) return whole();
    const auto named = std::find(names.begin(), names.end(), column);
    int at = named == names.end() ? -1 : file_of->columns[static_cast<std::size_t>(named - names.begin())];
    if (at == -2 && row < value_from.size()) at = value_from[row];
    Place place = file_of->rows->place(numbers[row], at);
    if (!shows_rows) {
      place.excerpt.clear();
      place.length = 0;
    }
    return place;
  }
  Place row(std::size_t row) const override { return cell(row, {}); }
  Place whole() const {
    Place place;
    place.file = file;
    return place;
  }
};

// As narrow as the words allow.
Codes narrowed(const std::vector<std::uint32_t>& codes, std::size_t words) {
  if (words <= 0x100) return Codes(std::vector<std::uint8_t>(codes.begin(), codes.end()));
  if (words <= 0x10000) return Codes(std::vector<std::uint16_t>(codes.begin(), codes.end()));
  return Codes(codes);
}

std::int64_t power_of_ten(int n) {
  std::int64_t power = 1;
  for (; n > 0; --n) power *= 10;
  return power;
}

// One scale a column, so that rows compare as whole numbers: the most places in which the largest number can be said.
// A column may hold pupils by the hundred thousand beside rates of seventeen places: then the last of those, which only the
// publisher's doubles made, are rounded off.
NumberColumn one_scale(const std::vector<std::int64_t>& units, std::vector<std::uint8_t> places) {
  NumberColumn made;
  std::int64_t largest = 1;   // whole part, rounded up
  int most = 0;
  for (std::size_t row = 0; row < units.size(); ++row) {
    if (units[row] == NumberColumn::blank) continue;
    const std::int64_t size = units[row] < 0 ? -units[row] : units[row];
    largest = std::max(largest, size / power_of_ten(places[row]) + 1);
    most = std::max<int>(most, places[row]);
  }
  int scale = 0;
  while (scale < most && largest < std::numeric_limits<std::int64_t>::max() / power_of_ten(scale + 1)) ++scale;
  made.places = static_cast<std::uint8_t>(scale);
  made.units.reserve(units.size());
  bool differ = false;
  for (std::size_t row = 0; row < units.size(); ++row) {
    std::int64_t number = units[row];
    if (number != NumberColumn::blank && places[row] <= scale) {
      number *= power_of_ten(scale - places[row]);
    } else if (number != NumberColumn::blank) {
      const std::int64_t by = power_of_ten(places[row] - scale), half = by / 2;
      number = (number < 0 ? number - half : number + half) / by;
      places[row] = made.places;
    }
    differ = differ || (number != NumberColumn::blank && places[row] != made.places);
    made.units.push_back(number);
  }
  if (differ) made.places_by_row = std::move(places);
  return made;
}

}  // namespace

TableBuilder::TableBuilder(std::string file, const std::vector<Wish>& columns) : file_(std::move(file)), columns_(columns) {
  for (const Wish& wish : columns_) {
    switch (wish.type) {
      case CellType::text: at_.push_back(texts_.size()); texts_.emplace_back(); texts_.back().known.emplace(std::string{}, 0); break;
      case CellType::date: at_.push_back(dates_.size()); dates_.emplace_back(); break;
      case CellType::number: at_.push_back(decimals_.size()); decimals_.emplace_back(); break;
    }
  }
}

void TableBuilder::from_file(std::shared_ptr<const PublishedRows> rows, std::vector<int> from) {
  from.resize(columns_.size(), -1);
  files_.push_back({numbers_.size(), std::move(rows), std::move(from)});
}

void TableBuilder::begin_row(std::uint32_t number, int value_from) {
  numbers_.push_back(number);
  if (value_from >= 0 || !value_from_.empty()) {
    value_from_.resize(numbers_.size(), -1);
    value_from_.back() = value_from;
  }
  for (Text& text : texts_) text.codes.push_back(0);
  for (auto& days : dates_) days.push_back(DateColumn::blank);
  for (Numbers& numbers : decimals_) {
    numbers.units.push_back(NumberColumn::blank);
    numbers.places.push_back(0);
  }
}

void TableBuilder::text(std::size_t column, std::string_view cell) {
  Text& text = texts_[at_[column]];
  // Rows mostly repeat the word of the row before.
  if (text.codes.size() > 1) {
    const std::uint32_t before = text.codes[text.codes.size() - 2];
    if (text.words[before] == cell) {
      text.codes.back() = before;
      return;
    }
  }
  room_.assign(cell);
  const auto [found, added] = text.known.try_emplace(room_, static_cast<std::uint32_t>(text.words.size()));
  if (added) text.words.push_back(room_);
  text.codes.back() = found->second;
}

void TableBuilder::number(std::size_t column, Decimal number) {
  Numbers& numbers = decimals_[at_[column]];
  numbers.units.back() = number.units;
  numbers.places.back() = number.places;
}

Table TableBuilder::take() {
  Table table;
  table.file = file_;
  table.rows = numbers_.size();
  auto places = std::make_shared<PublishedPlaces>();
  places->file = file_;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Wish& wish = columns_[i];
    places->names.push_back(wish.name);
    Column column;
    column.name = column.header = wish.name;
    if (wish.type == CellType::text) {
      Text& text = texts_[at_[i]];
      column.cells = TextColumn{narrowed(text.codes, text.words.size()), std::move(text.words)};
    } else if (wish.type == CellType::date) {
      column.cells = DateColumn{std::move(dates_[at_[i]])};
    } else {
      column.cells = one_scale(decimals_[at_[i]].units, std::move(decimals_[at_[i]].places));
    }
    table.columns.push_back(std::move(column));
  }
  places->shows_rows = shows_rows_;
  places->numbers = std::move(numbers_);
  places->value_from = std::move(value_from_);
  for (From& from : files_) places->files.push_back({from.first_row, std::move(from.rows), std::move(from.columns)});
  table.places = std::move(places);
  return table;
}

}  // namespace reportcard
