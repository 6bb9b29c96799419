// SPDX-License-Identifier: MIT
// Places of England by code and name: country, regions, upper-tier authorities, with predecessors.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

enum class AreaLevel : std::uint8_t { country, region, group, authority, other };
using AreaId = std::uint32_t;

struct Area {
  std::string code, name;
  AreaLevel level = AreaLevel::authority;
  std::string region;             // code of the region, authorities only
  std::vector<std::string> also;  // former codes and names
};

struct Areas {
  std::vector<Area> all;
  std::map<std::string, AreaId, std::less<>> by_code;    // old codes too
  std::map<std::string, AreaId, std::less<>> by_folded;  // names, folded
  AreaId add(Area area);
  std::optional<AreaId> find(std::string_view code_or_name) const;
  std::optional<AreaId> england() const { return find("E92000001"); }
};
std::string_view level_name(AreaLevel level);  // "authority"

}  // namespace reportcard
