// SPDX-License-Identifier: MIT
// What the checks of explore education statistics look at: the metadata row by row, and of the data what each column holds,
// read once: words of filters and places, and where each thing that is looked for stands first.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "card/areas.h"
#include "sources/ees_checks.h"
#include "sources/published_rows.h"

namespace reportcard {

enum class EesMeta : std::uint8_t { col_name, col_type, label, grouping, unit, decimals, hint, group_column, default_item, parent };
constexpr std::array<std::string_view, 10> ees_meta_headings = {"col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint", "filter_grouping_column",
                                                                "filter_default", "parent_filter"};   // the first eight must be there

struct EesMetaRow {
  std::uint32_t number = 0;
  std::array<std::string, ees_meta_headings.size()> cells;
  const std::string& operator[](EesMeta column) const { return cells[static_cast<std::size_t>(column)]; }
  bool is_filter() const { return (*this)[EesMeta::col_type] == "Filter"; }
  bool is_indicator() const { return (*this)[EesMeta::col_type] == "Indicator"; }
};

// Where something was seen first, and how often.
struct EesSpot {
  std::uint32_t row = 0;
  std::uint64_t times = 0;
  void see(std::uint32_t number) {
    if (times++ == 0) row = number;
  }
  explicit operator bool() const { return times != 0; }
};

struct EesColumnSeen {
  std::string heading;
  int at = 0;
  bool unit = false, filter = false, group = false, indicator = false, kept = false;
  std::vector<std::string> words;        // distinct, of a column that is kept, in the order of the file
  std::vector<std::uint32_t> first;      // the row of each
  bool several = false;                  // another column: whether it has more than one value
  EesSpot blank, null, legacy, obsolete; // "~" or ":"
  std::vector<std::pair<std::string, EesSpot>> padded;   // by word
  bool has(std::string_view word) const;
};

// Rows of one level with the same codes and names of places.
struct EesPlaceSeen {
  std::vector<std::uint32_t> words;      // of each of place_columns()
  EesSpot rows;
};

class EesScreening {
 public:
  EesScreening(const PublishedRows& data, const PublishedRows* meta, const Areas& areas, Problems& problems);

  // Reports what a check found, at its level; `gentle`: the warning of one that has both.
  void found(std::string_view check, Place place, std::string message, std::string remedy, bool gentle = false);
  std::size_t errors() const { return errors_; }

  bool has_meta() const { return meta_ != nullptr; }
  const PublishedRows& data() const { return data_; }
  const PublishedRows& meta() const { return *meta_; }
  const Areas& areas() const { return areas_; }
  const std::vector<std::string>& headings() const { return headings_; }             // of the data
  const std::vector<std::string>& meta_headings() const { return meta_headings_; }
  const std::vector<EesMetaRow>& meta_rows() const { return meta_rows_; }
  int column(std::string_view heading) const;                                        // letter for letter; -1
  Place heading_place(int column) const { return data_.place(header_, column); }     // -1: the row of headings
  Place meta_heading_place(int column) const { return meta_->place(meta_header_, column); }
  Place meta_place(const EesMetaRow& row, EesMeta column) const;
  std::uint32_t header() const { return header_; }

  void gather();                                          // reads the rows of the data; what follows is empty before
  const std::vector<EesColumnSeen>& columns() const { return columns_; }
  const EesColumnSeen* seen(std::string_view heading) const;
  std::vector<const EesColumnSeen*> filters(bool with_groups) const;
  const std::vector<EesPlaceSeen>& places() const { return places_; }
  const std::vector<int>& place_columns() const { return place_columns_; }
  std::string_view word(const EesPlaceSeen& place, std::string_view heading) const;  // "" where the column is not there
  // Distinct pairs of two columns that are kept, each with where it stands first.
  using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, EesSpot>;
  const Pairs& pairs(std::string_view first, std::string_view second) const;         // of those in ees_screening.cc

 private:
  struct Ids { std::unordered_map<std::string, std::uint32_t> by_word; std::uint32_t last = 0; };
  struct PairOf { int first, second; Pairs seen; };
  std::uint32_t id_of(EesColumnSeen& column, Ids& ids, std::string_view word, std::uint32_t row);
  void note_cell(EesColumnSeen& column, std::string_view cell, std::uint32_t row);

  const PublishedRows& data_;
  const PublishedRows* meta_;
  const Areas& areas_;
  Problems& problems_;
  std::size_t errors_ = 0;
  std::uint32_t header_ = 0, meta_header_ = 0;
  std::vector<std::string> headings_, meta_headings_;
  std::array<int, ees_meta_headings.size()> meta_at_{};
  std::vector<EesMetaRow> meta_rows_;
  std::vector<EesColumnSeen> columns_;
  std::vector<EesPlaceSeen> places_;
  std::vector<int> place_columns_;
  std::vector<PairOf> pairs_;
};

// The stages, each in its file, named after what they are about.
void screen_file_names(EesScreening& screening);
void screen_columns(EesScreening& screening);
void screen_across_files(EesScreening& screening);
void screen_column_names(EesScreening& screening);
void screen_meta_first(EesScreening& screening);
void screen_meta(EesScreening& screening);
void screen_time_first(EesScreening& screening);
void screen_filters_first(EesScreening& screening);
void screen_geography_first(EesScreening& screening);
void screen_time(EesScreening& screening);
void screen_filters(EesScreening& screening);
void screen_geography(EesScreening& screening);
void screen_general(EesScreening& screening);
void screen_indicators(EesScreening& screening);
void screen_harmonised(EesScreening& screening);
void screen_api(EesScreening& screening);

// " It is so in 2 more cells." for cells that come later; "" for one alone. `what`: one of them, "cell".
std::string more_said(const EesSpot& spot, std::string_view what);
bool has_blank_inside(std::string_view text);

}  // namespace reportcard
