// SPDX-License-Identifier: MIT
// sources.toml: what a card folder says of its published files. A file needs no entry to be read; an entry says whose it
// is, under which licence, and which of its indicators are wanted.
#pragma once
#include <string>
#include <vector>

#include "base/problem.h"

namespace reportcard {

struct SourcePlan {
  std::string id;                    // of the register that the file becomes; the file's stem where `file` is not written
  std::string file;                  // "data/referrals.csv"
  std::string title, publisher, licence, address, note;
  std::vector<std::string> indicators;              // only these are read; empty: all
  std::string reporting_year_ends = "03-31";        // "Reporting year" of the publisher ends on this day of the year
  Place place;
};
using SourcePlans = std::vector<SourcePlan>;

}  // namespace reportcard
