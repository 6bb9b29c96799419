// SPDX-License-Identifier: MIT
// For tests of series: a few places, a text read by one series, and what came of it as lines.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "sources/series.h"

namespace reportcard {

inline Areas test_areas() {
  Areas areas;
  areas.add({"E92000001", "England", AreaLevel::country, "", {}, {}, {}});
  areas.add({"E12000003", "Yorkshire and The Humber", AreaLevel::region, "", {}, {}, {}});
  areas.add({"E08000016", "Barnsley", AreaLevel::authority, "E12000003", {"370"}, {}, {}});
  areas.add({"E08000017", "Doncaster", AreaLevel::authority, "E12000003", {"371"}, {}, {}});
  areas.add({"E08000018", "Rotherham", AreaLevel::authority, "E12000003", {"372"}, {}, {}});
  areas.add({"E08000032", "Bradford", AreaLevel::authority, "E12000003", {"384"}, {}, {}});
  return areas;
}

// By the series that must know it; nothing where another one or none does.
inline std::vector<PublishedTable> read_as(std::string_view series_id, const std::string& text, Problems& problems, const std::string& file = "data/x.csv") {
  const auto bytes = read_text(FileBytes(text));
  if (!bytes) return {};
  const std::shared_ptr<const PublishedRows> rows = csv_rows(file, *bytes);
  const Series* series = series_of(*rows);
  if (series == nullptr || series->id != series_id) return {};
  SourceWishes wishes;
  wishes.id = series_id;
  return series->read({{rows, nullptr}}, wishes, test_areas(), problems);
}

// These columns, those that are there, cells closed with a stroke.
inline std::string said_in(const Table& table, const std::vector<std::string>& columns) {
  std::string all;
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (const std::string& name : columns) {
      const Column* column = table.find(name);
      if (column == nullptr) continue;
      if (const auto* text = std::get_if<TextColumn>(&column->cells)) all += text->words[text->codes[row]];
      if (const auto* days = std::get_if<DateColumn>(&column->cells); days != nullptr && days->days[row] != DateColumn::blank) all += Date{days->days[row]}.iso();
      if (const auto* numbers = std::get_if<NumberColumn>(&column->cells); numbers != nullptr && numbers->units[row] != NumberColumn::blank) all += numbers->at(row).plain();
      all += "|";
    }
    all += "\n";
  }
  return all;
}

inline std::string account_said(const SourceAccount& account) {
  std::string all = std::to_string(account.read) + " read, " + std::to_string(account.used) + " used";
  if (account.from) all += ", " + *account.from + " to " + *account.to;
  for (const auto& one : account.skipped) all += "; " + std::to_string(one.rows) + " " + one.reason;
  return all;
}

// The last column first and so on; for texts without quotes.
inline std::string columns_turned(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  for (const char c : text) {
    if (c == '\n') rows.push_back({""});
    else if (c == ',') rows.back().emplace_back();
    else rows.back().back() += c;
  }
  if (rows.back().size() == 1 && rows.back()[0].empty()) rows.pop_back();
  std::size_t widest = 0;
  for (const auto& row : rows) widest = std::max(widest, row.size());
  std::string out;
  for (auto& row : rows) {
    row.resize(widest);
    for (std::size_t c = widest; c-- > 0;) out += row[c] + (c == 0 ? "\n" : ",");
  }
  return out;
}

// Cut off at many points, and with bytes flipped: whoever knows it reads it, and nothing crashes.
inline void read_damaged(const std::string& text) {
  const auto read = [](const std::string& damaged) {
    const auto bytes = read_text(FileBytes(damaged));
    if (!bytes) return;
    const std::shared_ptr<const PublishedRows> rows = csv_rows("data/x.csv", *bytes);
    const Series* series = series_of(*rows);
    if (series == nullptr) return;
    Problems problems;
    SourceWishes wishes;
    wishes.id = "x";
    for (const PublishedTable& made : series->read({{rows, nullptr}}, wishes, test_areas(), problems))
      for (std::size_t row = 0; row < made.table.rows; ++row) (void)made.table.places->cell(row, "value");
  };
  const std::size_t step = text.size() / 97 + 1;
  for (std::size_t end = 0; end < text.size(); end += step) read(text.substr(0, end));
  for (std::size_t at = 0; at < text.size(); at += step) {
    for (const char with : {'"', ',', '\n', '\x00', '\xFF'}) {
      std::string damaged = text;
      damaged[at] = with;
      read(damaged);
    }
  }
}

}  // namespace reportcard
