// SPDX-License-Identifier: MIT
// Which columns of a file of explore education statistics say where and when, which part, and how much. Only the metadata
// beside a file says which are filters; where there is none, the cells tell.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sources/published_rows.h"

namespace reportcard {

enum class EesRole : std::uint8_t { unit, filter, indicator, nothing };

struct EesColumn {
  std::string heading;     // as printed
  std::string name;        // of ours: small letters and hyphens
  EesRole role = EesRole::nothing;
  std::string label, unit; // of the metadata; "" where there is none
};

struct EesColumns {
  std::uint32_t header = 0;
  std::vector<EesColumn> all;    // in the order of the file
  int period = -1, identifier = -1, level = -1, country = -1, region = -1, authority = -1, authority_old = -1, authority_name = -1;
  bool by_meta = false;
};

// Nothing where the columns of time and place are not there.
std::optional<EesColumns> ees_columns(const PublishedRows& rows, const PublishedRows* meta);
bool is_ees_unit(std::string_view heading);   // a column of time or place

}  // namespace reportcard
