// SPDX-License-Identifier: MIT
// Mid-year estimates of population: the sheets by single year of age, and the one of totals over years.
#pragma once
#include "sources/series.h"

namespace reportcard {

// Indicators: "population" (all ages), "population-0-17", "population-0-24" (sums of the single years of age, which the note
// says) and "population-age-0" to "-24"; the filter `sex` is Persons, Females or Males. The period is the year of the middle.
Series mid_year_series();

}  // namespace reportcard
