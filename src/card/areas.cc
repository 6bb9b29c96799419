// SPDX-License-Identifier: MIT
// Places of England by code and name. A former code finds its successor, so that an old file lands in the right place.
#include "card/areas.h"

#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "tables/csv.h"

namespace reportcard {
namespace {

const std::vector<std::string> level_words = {"country", "region", "group", "authority", "other"};

bool is_folded(std::string_view text) {  // most lookups are codes or plain names: no folding is needed to try them
  for (char c : text) {
    if ((c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

}  // namespace

std::string_view level_name(AreaLevel level) { return level_words[static_cast<std::size_t>(level)]; }

AreaId Areas::add(Area area) {
  const AreaId id = static_cast<AreaId>(all.size());
  by_code.insert_or_assign(area.code, id);
  by_folded.try_emplace(fold(area.name), id);
  // A predecessor's own row holds its code and name, whichever comes first; `also` only fills what is free.
  for (const std::string& also : area.also) {
    by_code.try_emplace(also, id);
    by_folded.try_emplace(fold(also), id);
  }
  all.push_back(std::move(area));
  return id;
}

std::optional<AreaId> Areas::find(std::string_view code_or_name) const {
  const std::string_view word = trim(code_or_name);
  if (auto found = by_code.find(word); found != by_code.end()) return found->second;
  auto found = is_folded(word) ? by_folded.find(word) : by_folded.end();
  if (found == by_folded.end()) found = by_folded.find(fold(word));
  if (found == by_folded.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> Areas::names() const {
  std::vector<std::string> names;
  for (const Area& area : all) names.push_back(area.name);
  return names;
}

void read_areas(const std::string& name, const FileBytes& csv, Areas& areas, Problems& problems) {
  const std::vector<WantedColumn> wanted = {{"code", {}},
                                            {"name", {}},
                                            {"level", {}, CellType::text, false},
                                            {"region", {}, CellType::text, false},
                                            {"also", {}, CellType::text, false},
                                            {"began", {}, CellType::text, false},
                                            {"ended", {}, CellType::text, false}};
  std::optional<Table> table = read_csv(name, csv, wanted, problems);
  if (!table) return;
  auto text = [&](std::string_view column, std::size_t row) -> std::string_view {
    const Column* found = table->find(column);
    const TextColumn* cells = found ? std::get_if<TextColumn>(&found->cells) : nullptr;
    return cells ? std::string_view(cells->words[cells->codes[row]]) : std::string_view();
  };
  areas.all.reserve(areas.all.size() + table->rows);
  for (std::size_t row = 0; row < table->rows; ++row) {
    Area area;
    area.code = text("code", row);
    area.name = text("name", row);
    area.region = text("region", row);
    if (area.code.empty() || area.name.empty()) {
      problems.error("area-unnamed", table->places->row(row), "A place needs a code and a name.",
                     "fill both columns, or take the row out");
      continue;
    }
    if (auto there = areas.by_code.find(area.code); there != areas.by_code.end() && areas.all[there->second].code == area.code) {
      problems.error("area-twice", table->places->cell(row, "code"),
                     fmt::format("The code {} stands for {} already.", area.code, areas.all[there->second].name),
                     "give each place a code of its own");
      continue;
    }
    const std::string_view level = text("level", row);
    bool known = level.empty();
    for (std::size_t i = 0; i < level_words.size(); ++i) {
      if (level_words[i] != level) continue;
      area.level = static_cast<AreaLevel>(i);
      known = true;
    }
    if (!known) {
      problems.error("word-unknown", table->places->cell(row, "level"),
                     fmt::format("{} is not a level of places.", in_quotes(level)), one_of(level, level_words));
    }
    for (std::string_view also : split(text("also", row), ';')) {
      if (!also.empty()) area.also.emplace_back(also);
    }
    area.began = Date::parse(text("began", row));
    area.ended = Date::parse(text("ended", row));
    areas.add(std::move(area));
  }
}

}  // namespace reportcard
