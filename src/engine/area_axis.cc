// SPDX-License-Identifier: MIT
// Places of rows, and larger places made from them.
#include "engine/area_axis.h"

#include <algorithm>

#include "base/text.h"

namespace reportcard {

std::vector<std::optional<AreaId>> areas_of_words(const Card& card, const RowWords& words) {
  std::vector<std::optional<AreaId>> areas;
  areas.reserve(words.words().size());
  areas.emplace_back(card.area);
  for (std::size_t code = 1; code < words.words().size(); ++code) areas.push_back(card.areas.find(words.words()[code]));
  return areas;
}

std::vector<AreaId> members_of_larger(const Card& card, AreaId larger) {
  const Area& of = card.areas.all[larger];
  const bool nation = card.area_set.size() > 1;
  const std::optional<Date> day = as_at_of(card);
  std::vector<AreaId> members;
  for (AreaId id = 0; id < card.areas.all.size(); ++id) {
    const Area& area = card.areas.all[id];
    if (area.level != AreaLevel::authority || (of.level == AreaLevel::region && area.region != of.code)) continue;
    if (nation ? std::find(card.area_set.begin(), card.area_set.end(), id) != card.area_set.end() : !day || area.there_on(*day)) {
      members.push_back(id);
    }
  }
  return members;
}

std::vector<LargerArea> larger_areas(const Card& card, const std::vector<AreaId>& with_rows) {
  const bool nation = card.area_set.size() > 1;
  std::vector<LargerArea> found;
  if (with_rows.empty() || (!nation && with_rows.size() < 2)) return found;
  const auto has_rows = [&](AreaId id) { return std::binary_search(with_rows.begin(), with_rows.end(), id); };
  for (AreaId id = 0; id < card.areas.all.size(); ++id) {
    const AreaLevel level = card.areas.all[id].level;
    if ((level != AreaLevel::country && level != AreaLevel::region) || has_rows(id)) continue;
    LargerArea larger;
    larger.area = id;
    for (const AreaId member : members_of_larger(card, id)) (has_rows(member) ? larger.members : larger.without).push_back(member);
    if (larger.members.empty() || (!nation && !larger.without.empty())) continue;
    found.push_back(std::move(larger));
  }
  return found;
}

std::string members_note(const Card& card, const LargerArea& larger) {
  if (larger.without.empty()) return {};
  constexpr std::size_t most = 12;
  std::vector<std::string> names;
  for (const AreaId id : larger.without) {
    if (names.size() == most) break;
    names.push_back(card.areas.all[id].name);
  }
  std::string note = "Put together from " + std::to_string(larger.members.size()) + " of its " +
                     std::to_string(larger.members.size() + larger.without.size()) + " members; without rows: " + join(names, ", ");
  if (larger.without.size() > most) note += " and " + std::to_string(larger.without.size() - most) + " more";
  return note + ".";
}

}  // namespace reportcard
