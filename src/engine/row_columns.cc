// SPDX-License-Identifier: MIT
// Paths made into columns. A row that links to several rows has several values: text is joined, of days and numbers the
// first stands.
#include "engine/row_columns.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace reportcard {
namespace {

const RecordColumn* column_at(const Records& records, int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= records.columns.size()) return nullptr;
  return &records.columns[static_cast<std::size_t>(index)];
}

struct Linked {
  const Links* links = nullptr;
  const RecordColumn* column = nullptr;  // of the register linked to
};

Linked linked(const Card& card, const Records& records, const ColumnPath& path) {
  const RecordColumn* link = column_at(records, path.column);
  const Records* target = card.find_records(path.through);
  if (!link || !target || link->links.first.size() != records.rows + 1) return {};
  return {&link->links, column_at(*target, path.linked_column)};
}

std::uint8_t fewest_places(const NumberColumn& column) {
  if (column.places_by_row.empty()) return column.places;
  std::uint8_t fewest = column.places;
  for (std::size_t row = 0; row < column.units.size(); ++row) {
    if (column.units[row] != NumberColumn::blank) fewest = std::min(fewest, column.places_by_row[row]);
  }
  return fewest;
}

}  // namespace

void RowWords::copy(std::size_t first, std::size_t count, std::uint32_t* out) const {
  if (own) {
    own->codes.visit([&](const auto& codes) { std::copy_n(codes.begin() + static_cast<std::ptrdiff_t>(first), count, out); });
  } else if (made.empty()) {
    std::fill_n(out, count, 0);
  } else {
    std::copy_n(made.begin() + static_cast<std::ptrdiff_t>(first), count, out);
  }
}

RowWords words_of(const RecordColumn* column) {
  RowWords words;
  if (!column) return words;
  words.own = column->text();
  words.many = column->definition->many;
  return words;
}

RowWords words_of(const Card& card, const Records& records, const ColumnPath& path) {
  if (path.through.empty()) return words_of(column_at(records, path.column));
  RowWords words;
  const Linked way = linked(card, records, path);
  const TextColumn* text = way.column ? way.column->text() : nullptr;
  if (!text) return words;
  words.made_words = text->words;
  words.many = way.column->definition->many;
  words.made.resize(records.rows, 0);
  std::map<std::vector<std::uint32_t>, std::uint32_t> joined;
  for (std::size_t row = 0; row < records.rows; ++row) {
    const std::uint32_t from = way.links->first[row], to = way.links->first[row + 1];
    if (to - from == 1) {
      words.made[row] = text->codes[way.links->targets[from]];
    } else if (to > from) {
      std::vector<std::uint32_t> codes;
      for (std::uint32_t at = from; at < to; ++at) {
        if (const std::uint32_t code = text->codes[way.links->targets[at]]; code != 0) codes.push_back(code);
      }
      std::sort(codes.begin(), codes.end());
      codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
      if (codes.size() == 1) words.made[row] = codes.front();
      if (codes.size() < 2) continue;
      const auto [there, fresh] = joined.emplace(codes, static_cast<std::uint32_t>(words.made_words.size()));
      if (fresh) {
        std::vector<std::string> each;
        for (const std::uint32_t code : codes) each.push_back(text->words[code]);
        words.made_words.push_back(join(each, ";"));
        words.many = true;
      }
      words.made[row] = there->second;
    }
  }
  return words;
}

std::vector<std::string_view> parts_of(const RowWords& words, std::uint32_t code) {
  const std::string& word = words.words()[code];
  if (word.empty()) return {};
  if (!words.many) return {word};
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(word, ';')) {
    if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  }
  return parts;
}

RowDays days_of(const Card& card, const Records& records, const ColumnPath& path) {
  RowDays days;
  if (path.through.empty()) {
    const RecordColumn* column = column_at(records, path.column);
    const DateColumn* dates = column ? column->dates() : nullptr;
    if (dates) days.own = dates->days.data();
    return days;
  }
  const Linked way = linked(card, records, path);
  const DateColumn* dates = way.column ? way.column->dates() : nullptr;
  if (!dates) return days;
  days.made.resize(records.rows, DateColumn::blank);
  for (std::size_t row = 0; row < records.rows; ++row) {
    if (way.links->first[row] != way.links->first[row + 1]) days.made[row] = dates->days[way.links->targets[way.links->first[row]]];
  }
  return days;
}

RowNumbers numbers_of(const Card& card, const Records& records, const ColumnPath& path) {
  RowNumbers numbers;
  if (!path.back_count.empty()) {
    for (const auto& [name, counts] : records.back_counts) {
      if (name == path.back_count) numbers.made.assign(counts.begin(), counts.end());
    }
    return numbers;
  }
  if (path.through.empty()) {
    const RecordColumn* column = column_at(records, path.column);
    const NumberColumn* typed = column ? column->numbers() : nullptr;
    if (!typed) return numbers;
    numbers.own = typed->units.data();
    numbers.places = typed->places;
    numbers.fewest_places = fewest_places(*typed);
    return numbers;
  }
  const Linked way = linked(card, records, path);
  const NumberColumn* typed = way.column ? way.column->numbers() : nullptr;
  if (!typed) return numbers;
  numbers.places = typed->places;
  numbers.fewest_places = fewest_places(*typed);
  numbers.made.resize(records.rows, NumberColumn::blank);
  for (std::size_t row = 0; row < records.rows; ++row) {
    if (way.links->first[row] != way.links->first[row + 1]) numbers.made[row] = typed->units[way.links->targets[way.links->first[row]]];
  }
  return numbers;
}

}  // namespace reportcard
