// SPDX-License-Identifier: MIT
// Places of England by code and name: country, regions, upper-tier authorities, with predecessors.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/files.h"
#include "base/problem.h"

namespace reportcard {

enum class AreaLevel : std::uint8_t { country, region, group, authority, other };
using AreaId = std::uint32_t;

struct Area {
  std::string code, name;
  AreaLevel level = AreaLevel::authority;
  std::string region;             // code of the region, authorities only
  std::vector<std::string> also;  // former codes and names
  std::optional<Date> began, ended;  // of authorities that came or went since 2009
  bool there_on(Date day) const { return (!began || *began <= day) && (!ended || *ended >= day); }
};

struct Areas {
  std::vector<Area> all;
  std::map<std::string, AreaId, std::less<>> by_code;    // old codes too
  std::map<std::string, AreaId, std::less<>> by_folded;  // names, folded
  AreaId add(Area area);
  std::optional<AreaId> find(std::string_view code_or_name) const;
  // The names nearest to one that is not known, for remedies.
  std::vector<std::string> names() const;
  std::optional<AreaId> england() const { return find("E92000001"); }
};
std::string_view level_name(AreaLevel level);  // "authority"

// "code,name,level,region,also,began,ended" with a header; `also` parted by ';'. Rows add to those already there.
void read_areas(const std::string& name, const FileBytes& csv, Areas& areas, Problems& problems);

}  // namespace reportcard
