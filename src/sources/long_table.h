// SPDX-License-Identifier: MIT
// Published statistics as one table of values: a row for each indicator, place, period and group. Every series of
// statistics becomes this one form, so that measures read them alike.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sources/series.h"
#include "sources/table_builder.h"

namespace reportcard {

// A column of the file that says which group is meant; `whole` stands where its cell is blank.
struct LongFilter { std::string name, title; int from = -1; std::string whole = {}; };
// Columns of the file with what a value is made of; -1 for none.
struct LongCounts { int numerator = -1, denominator = -1; };

struct LongRow {
  std::string_view indicator, period, day, area, called, part, status, note;
};

class LongTable {
 public:
  // `period_from` and `area_from`: columns of the file, for places.
  LongTable(std::string id, std::shared_ptr<const PublishedRows> rows, const std::vector<LongFilter>& filters, int period_from, int area_from, LongCounts counts = {});
  // One value: what stands in column `from` of `row`. A number, a symbol that is known, or a word, which is kept and said.
  void add(const LongRow& what, const PublishedRow& row, int from, std::string_view cell, Problems& problems);
  PublishedTable take(SourceAccount account);

 private:
  std::string id_;
  std::shared_ptr<const PublishedRows> rows_;
  std::vector<LongFilter> filters_;
  LongCounts counts_;
  TableBuilder builder_;
  std::map<std::string, std::uint64_t, std::less<>> unknown_;
};

}  // namespace reportcard
