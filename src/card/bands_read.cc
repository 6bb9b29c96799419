// SPDX-License-Identifier: MIT
// Bands: lower bounds with words, so that there is no gap and no overlap. Written from either end, kept from the lowest.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/reading.h"

namespace reportcard {

std::optional<Bands> read_bands(const std::string& id, const TomlNode& table, Problems& problems) {
  Bands bands;
  bands.id = id;
  bands.place = table.place();
  Keys keys(table, fmt::format("the bands {}", id), problems);
  bands.title = keys.text("title", title_from_id(id));
  bands.note = keys.text("note");
  bool good = true;
  bool up = true;
  for (const TomlNode* node : keys.tables("bands")) {
    Keys of(*node, fmt::format("one of the bands {}", id), problems);
    Band band;
    band.name = of.text("name");
    std::optional<Decimal> from = of.number("from");
    of.must_have("name", "\"80% or more\"", node->place());
    of.must_have("from", "80", node->place());
    of.finish();
    if (!from || band.name.empty()) {
      good = false;
      continue;
    }
    band.from = *from;
    if (!bands.bands.empty()) {
      const std::strong_ordering step = Ratio::of(band.from) <=> Ratio::of(bands.bands.back().from);
      if (bands.bands.size() == 1) up = step >= 0;
      if (up ? step <= 0 : step >= 0) {
        problems.error(
            "bands-order", node->place(),
            fmt::format("The band {} begins at {}, which is not {} {}, where the one before it begins.", in_quotes(band.name),
                        band.from.said(), up ? "above" : "below", bands.bands.back().from.said()),
            "write the bands from one end to the other, each bound once");
        good = false;
      }
    }
    bands.bands.push_back(std::move(band));
  }
  keys.finish();
  if (bands.bands.empty() && good) {
    keys.must_have("bands", "[{ from = 0, name = \"under 50%\" }, { from = 50, name = \"50% or more\" }]", table.place());
    return std::nullopt;
  }
  if (!good) return std::nullopt;
  if (!up) std::reverse(bands.bands.begin(), bands.bands.end());
  return bands;
}

const Bands* find_bands(CardReading& reading, const std::string& id, const Place& place) {
  auto& known = reading.card.bands;
  if (auto found = known.find(id); found != known.end()) return &found->second;
  if (reading.bands_broken.count(id)) return nullptr;
  std::vector<std::string> names;
  for (const auto& [name, bands] : known) names.push_back(name);
  for (const std::string& file : library_list("bands")) {
    std::string_view name = file;
    name.remove_prefix(6);
    if (name.size() > 5) names.emplace_back(name.substr(0, name.size() - 5));
  }
  if (std::optional<std::string_view> text = library_file("bands/" + id + ".toml")) {
    const TomlNode* root = reading.library_toml("bands/" + id + ".toml", *text);
    std::optional<Bands> bands = root ? read_bands(id, *root, reading.problems) : std::nullopt;
    if (bands) return &known.emplace(id, std::move(*bands)).first->second;
    return nullptr;
  }
  reading.problems.error("bands-unknown", place, fmt::format("There are no bands {}.", in_quotes(id)),
                         known_are(id, names, "write [bands.ID] in card.toml"));
  return nullptr;
}

}  // namespace reportcard
