// SPDX-License-Identifier: MIT
// Which files of data/ are published ones, and what sources.toml says of them.
#include <algorithm>

#include <fmt/format.h>

#include "card/known_words.h"
#include "card/library.h"
#include "card/reading.h"

namespace reportcard {
namespace {

bool is_day_of_year(const std::string& text) {
  return text.size() == 5 && text[2] == '-' && text.find_first_not_of("0123456789-") == text.npos && Date::parse("2023-" + text).has_value();
}

SourcePlan read_plan(CardReading& reading, const TomlEntry& entry) {
  SourcePlan plan;
  plan.id = entry.key;
  plan.place = entry.key_place();
  Keys keys(entry.value, fmt::format("the source {}", entry.key), reading.problems);
  plan.file = keys.text("file", "data/" + entry.key + ".csv");
  plan.title = keys.text("title");
  plan.publisher = keys.text("publisher");
  plan.licence = keys.text("licence");
  plan.address = keys.text("address");
  plan.note = keys.text("note");
  plan.indicators = keys.words("indicators");
  plan.reporting_year_ends = keys.text("reporting_year_ends", "03-31");
  if (!is_day_of_year(plan.reporting_year_ends)) {
    reading.problems.error("day-form", keys.place("reporting_year_ends"), fmt::format("{} is no day of a year.", in_quotes(plan.reporting_year_ends)),
                           "write month and day: reporting_year_ends = \"09-30\"");
    plan.reporting_year_ends = "03-31";
  }
  if (leaves_folder(plan.file) || !std::binary_search(reading.names.begin(), reading.names.end(), plan.file)) {
    reading.problems.error("file-missing", keys.has("file") ? keys.place("file") : plan.place, fmt::format("There is no file {}.", plan.file),
                           one_of(plan.file, reading.names_below("data", ".csv")));
  }
  keys.finish();
  return plan;
}

void read_plans(CardReading& reading) {
  if (!std::binary_search(reading.names.begin(), reading.names.end(), "sources.toml")) return;
  const TomlNode* root = reading.toml("sources.toml");
  if (!root) return;
  Keys keys(*root, "sources.toml", reading.problems);
  if (const TomlNode* sources = keys.table("source")) {
    for (const TomlEntry& entry : sources->entries) {
      if (entry.value.kind == TomlNode::Kind::table) reading.card.sources.push_back(read_plan(reading, entry));
      else keys.wrong_type("source", entry.value, "a table", "[source.referrals]");
    }
  }
  keys.finish();
}

}  // namespace

void find_published(CardReading& reading, const Publications* publications) {
  read_plans(reading);
  if (publications == nullptr) return;
  std::map<std::string, FileBytes> files;
  std::vector<std::string> taken;
  for (const auto& [id, source] : reading.data) {
    // A file with the name of a register is that register; a council's own table is nobody's publication.
    if (source.book || reading.own_registers.count(id) || library_file("registers/" + id + ".toml")) continue;
    const std::optional<FileBytes> bytes = reading.open(source.file);
    const bool meta = source.file.size() > 9 && source.file.substr(source.file.size() - 9) == ".meta.csv";
    if (!bytes || (!meta && !publications->knows(source.file, *bytes))) continue;
    files.emplace(source.file, *bytes);
    if (!meta || std::binary_search(reading.names.begin(), reading.names.end(), source.file.substr(0, source.file.size() - 9) + ".csv")) taken.push_back(id);
  }
  if (files.empty()) return;
  for (const std::string& id : taken) reading.data.erase(id);
  reading.given = publications->read(files, reading.card.sources, reading.card.areas, reading.problems);
  for (const auto& [id, given] : reading.given) {
    DataSource source{given.file};
    source.given = &given;
    auto [there, fresh] = reading.data.emplace(id, source);
    if (!fresh) claimed_twice(reading, id, source, there->second.said());
  }
}

}  // namespace reportcard
