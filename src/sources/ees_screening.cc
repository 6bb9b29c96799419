// SPDX-License-Identifier: MIT
#include "sources/ees_screening.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_lookups.h"

namespace reportcard {

namespace {

constexpr std::string_view null_forms[] = {"NULL", "Null", "null", "NA", "na"};
constexpr std::string_view legacy_forms[] = {"N/A", "n/a", ".", "..", "-"};

template <class All> bool is_one_of(std::string_view text, const All& all) { return std::find(std::begin(all), std::end(all), text) != std::end(all); }

// Columns whose words are looked at though the metadata may not name them.
bool is_looked_at(std::string_view heading) {
  static constexpr std::string_view names[] = {"ethnicity_major", "ethnicity_minor", "characteristic_group", "characteristic"};
  return is_one_of(heading, names);
}

// The first row that holds anything: nothing stands above the header of these files.
std::uint32_t read_headings(const PublishedRows& rows, std::vector<std::string>& headings) {
  std::uint32_t number = 0;
  rows.each([&](const PublishedRow& row) {
    number = row.number;
    for (const std::string_view cell : row.cells) headings.emplace_back(cell);
    return false;
  });
  return number;
}

}  // namespace

bool EesColumnSeen::has(std::string_view word) const { return std::find(words.begin(), words.end(), word) != words.end(); }

EesScreening::EesScreening(const PublishedRows& data, const PublishedRows* meta, const Areas& areas, Problems& problems) : data_(data), meta_(meta), areas_(areas), problems_(problems) {
  header_ = read_headings(data, headings_);
  if (meta == nullptr) return;
  meta_header_ = read_headings(*meta, meta_headings_);
  for (std::size_t i = 0; i < ees_meta_headings.size(); ++i) {
    const auto found = std::find(meta_headings_.begin(), meta_headings_.end(), ees_meta_headings[i]);
    meta_at_[i] = found == meta_headings_.end() ? -1 : static_cast<int>(found - meta_headings_.begin());
  }
  meta->each([&](const PublishedRow& row) {
    if (row.number <= meta_header_) return true;
    EesMetaRow one;
    one.number = row.number;
    for (std::size_t i = 0; i < meta_at_.size(); ++i) one.cells[i] = std::string(row.cell(meta_at_[i]));
    meta_rows_.push_back(std::move(one));
    return true;
  });
}

void EesScreening::found(std::string_view check, Place place, std::string message, std::string remedy, bool gentle) {
  const EesCheck* known = ees_check(check);
  const bool warning = gentle || (known != nullptr && known->level == EesCheckLevel::warning);
  if (!warning) ++errors_;
  Problem problem;
  problem.severity = warning ? Severity::warning : Severity::error;
  problem.code = ees_code(check);
  problem.place = std::move(place);
  problem.message = std::move(message);
  problem.remedy = std::move(remedy);
  problems_.add(std::move(problem));
}

int EesScreening::column(std::string_view heading) const {
  const auto at = std::find(headings_.begin(), headings_.end(), heading);
  return at == headings_.end() ? -1 : static_cast<int>(at - headings_.begin());
}

Place EesScreening::meta_place(const EesMetaRow& row, EesMeta column) const { return meta_->place(row.number, meta_at_[static_cast<std::size_t>(column)]); }

std::uint32_t EesScreening::id_of(EesColumnSeen& column, Ids& ids, std::string_view word, std::uint32_t row) {
  if (ids.last < column.words.size() && column.words[ids.last] == word) return ids.last;   // rows beside each other are much alike
  const auto [at, fresh] = ids.by_word.try_emplace(std::string(word), static_cast<std::uint32_t>(column.words.size()));
  if (fresh) {
    column.words.emplace_back(word);
    column.first.push_back(row);
  }
  return ids.last = at->second;
}

void EesScreening::note_cell(EesColumnSeen& column, std::string_view cell, std::uint32_t row) {
  if (cell.empty()) column.blank.see(row);
  else if (cell.size() > 4) return;
  else if (is_one_of(cell, null_forms)) column.null.see(row);
  else if (is_one_of(cell, legacy_forms)) column.legacy.see(row);
  else if (cell == "~" || cell == ":") column.obsolete.see(row);
}

void EesScreening::gather() {
  for (std::size_t c = 0; c < headings_.size(); ++c) {
    EesColumnSeen one;
    one.heading = headings_[c];
    one.at = static_cast<int>(c);
    one.unit = is_ees_unit_exactly(one.heading);
    for (const EesMetaRow& row : meta_rows_) {
      if (row[EesMeta::col_name] == one.heading) (row.is_filter() ? one.filter : one.indicator) = row.is_filter() || row.is_indicator();
      if (!one.heading.empty() && row[EesMeta::group_column] == one.heading) one.group = true;
    }
    one.kept = one.unit || one.filter || one.group || (!one.indicator && (looks_like_ees_unit(one.heading) || is_looked_at(one.heading)));
    if (one.unit && one.heading != "time_period" && one.heading != "time_identifier") place_columns_.push_back(one.at);
    columns_.push_back(std::move(one));
  }
  for (const auto& [first, second] : {std::pair("time_identifier", "time_period"), std::pair("ethnicity_major", "ethnicity_minor"), std::pair("characteristic_group", "characteristic")})
    pairs_.push_back({column(first), column(second), {}});

  std::vector<Ids> ids(columns_.size());
  std::vector<std::uint32_t> now(columns_.size());      // the words of the row
  std::vector<std::string> only(columns_.size());
  std::map<std::vector<std::uint32_t>, std::size_t> places;
  std::vector<std::uint32_t> key, key_before;
  std::size_t place_before = 0;
  bool any = false;
  data_.each([&](const PublishedRow& row) {
    if (row.number <= header_) return true;
    for (EesColumnSeen& one : columns_) {
      const auto at = static_cast<std::size_t>(one.at);
      const std::string_view cell = row.cell(one.at);
      note_cell(one, cell, row.number);
      if (one.kept) now[at] = id_of(one, ids[at], cell, row.number);
      else if (one.indicator || one.several) continue;
      else if (!any) only[at] = std::string(cell);
      else one.several = cell != only[at];
    }
    any = true;
    for (const int at : row.padded) {
      if (static_cast<std::size_t>(at) >= columns_.size()) continue;
      auto& padded = columns_[static_cast<std::size_t>(at)].padded;
      if (!columns_[static_cast<std::size_t>(at)].kept) continue;
      const std::string_view cell = row.cell(at);
      auto known = std::find_if(padded.begin(), padded.end(), [&](const auto& one) { return one.first == cell; });
      if (known == padded.end()) known = padded.insert(padded.end(), {std::string(cell), {}});
      known->second.see(row.number);
    }
    key.clear();
    for (const int at : place_columns_) key.push_back(now[static_cast<std::size_t>(at)]);
    if (places_.empty() || key != key_before) {
      const auto [known, fresh] = places.try_emplace(key, places_.size());
      if (fresh) places_.push_back({key, {}});
      place_before = known->second;
      key_before = key;
    }
    places_[place_before].rows.see(row.number);
    for (PairOf& pair : pairs_) {
      if (pair.first < 0 || pair.second < 0) continue;
      const auto first = static_cast<std::size_t>(pair.first), second = static_cast<std::size_t>(pair.second);
      if (columns_[first].kept && columns_[second].kept) pair.seen[{now[first], now[second]}].see(row.number);
    }
    return true;
  });
}

const EesColumnSeen* EesScreening::seen(std::string_view heading) const {
  const int at = column(heading);
  return at < 0 || static_cast<std::size_t>(at) >= columns_.size() ? nullptr : &columns_[static_cast<std::size_t>(at)];
}

std::vector<const EesColumnSeen*> EesScreening::filters(bool with_groups) const {
  std::vector<const EesColumnSeen*> all;
  for (const EesColumnSeen& one : columns_)
    if (one.filter || (with_groups && one.group)) all.push_back(&one);
  return all;
}

std::string_view EesScreening::word(const EesPlaceSeen& place, std::string_view heading) const {
  const int at = column(heading);
  for (std::size_t i = 0; i < place_columns_.size(); ++i)
    if (place_columns_[i] == at) return columns_[static_cast<std::size_t>(at)].words[place.words[i]];
  return {};
}

const EesScreening::Pairs& EesScreening::pairs(std::string_view first, std::string_view second) const {
  static const Pairs none;
  const int a = column(first), b = column(second);
  if (a < 0 || b < 0) return none;
  for (const PairOf& pair : pairs_)
    if (pair.first == a && pair.second == b) return pair.seen;
  return none;
}

std::string more_said(const EesSpot& spot, std::string_view what) {
  return spot.times > 1 ? fmt::format(" It is so in {} more {}{}.", spot.times - 1, what, spot.times == 2 ? "" : "s") : std::string();
}

bool has_blank_inside(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

}  // namespace reportcard
