// SPDX-License-Identifier: MIT
#include "sources/ees_screen.h"

#include "sources/ees_screening.h"

namespace reportcard {

namespace {

struct EesStage {
  void (*run)(EesScreening&);
  bool needs_meta;
};
// In the publisher's order. A stage that needs no metadata asks within what it can without.
constexpr EesStage before_rows[] = {{screen_file_names, false}, {screen_columns, false}};
constexpr EesStage after_rows[] = {
    {screen_across_files, true}, {screen_column_names, false}, {screen_meta_first, true}, {screen_meta, true},        {screen_time_first, false}, {screen_filters_first, true}, {screen_geography_first, false},
    {screen_time, false},        {screen_filters, false},      {screen_geography, false}, {screen_general, false},    {screen_indicators, true},  {screen_harmonised, false},   {screen_api, false},
};

template <std::size_t N> bool run_stages(const EesStage (&stages)[N], EesScreening& screening) {
  for (const EesStage& stage : stages) {
    if (stage.needs_meta && !screening.has_meta()) continue;
    stage.run(screening);
    if (screening.errors() != 0) return false;
  }
  return true;
}

}  // namespace

void screen_ees(const PublishedRows& data, const PublishedRows* meta, const Areas& areas, Problems& problems) {
  if (meta == nullptr) {
    Place place;
    place.file = data.file();
    problems.note("ees-metadata-missing", place, "There is no X.meta.csv beside this file, so that the publisher's checks of filters, indicators and metadata are not made.");
  }
  EesScreening screening(data, meta, areas, problems);
  if (!run_stages(before_rows, screening)) return;
  screening.gather();
  run_stages(after_rows, screening);
}

}  // namespace reportcard
