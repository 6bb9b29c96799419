// SPDX-License-Identifier: MIT
#include "sources/series.h"

#include <algorithm>

#include "sources/ees.h"
#include "sources/fingertips.h"
#include "sources/lait.h"
#include "sources/mid_year.h"
#include "sources/neighbours.h"
#include "sources/ofsted_authorities.h"
#include "sources/ofsted_care.h"

namespace reportcard {

void SourceAccount::skip(std::string_view reason) {
  ++read;
  const auto found = std::find_if(skipped.begin(), skipped.end(), [reason](const Skipped& one) { return one.reason == reason; });
  if (found != skipped.end()) ++found->rows;
  else skipped.push_back({std::string(reason), 1});
}

void SourceAccount::use(std::string_view period) {
  ++read;
  ++used;
  if (!period.empty()) use_day(period);
}

void SourceAccount::use_day(std::string_view period) {
  if (!from || period < *from) from = std::string(period);
  if (!to || period > *to) to = std::string(period);
}

const std::vector<Series>& all_series() {
  static const std::vector<Series> series = {ees_series(), lait_series(), ofsted_care_series(), fingertips_series(), tidy_series(), neighbours_series(), mid_year_series(), ofsted_authorities_series()};
  return series;
}

const Series* series_of(const PublishedRows& rows) {
  const Series* best = nullptr;
  std::size_t most = 0;
  for (const Series& series : all_series()) {
    const std::size_t found = series.recognise(rows);
    if (found <= most) continue;
    most = found;
    best = &series;
  }
  return best;
}

}  // namespace reportcard
