// SPDX-License-Identifier: MIT
// Files of the card folder and of the library, opened once.
#include "card/reading.h"

#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"

namespace reportcard {

std::optional<FileBytes> CardReading::open(const std::string& name) {
  if (auto there = card.files.find(name); there != card.files.end()) return there->second;
  std::optional<FileBytes> bytes = folder.read(name);
  if (!bytes) {
    problems.error("file-unreadable", whole_file(name), "The file cannot be read.",
                   "check that it is an ordinary file and that you may read it");
    return std::nullopt;
  }
  card.files.emplace(name, *bytes);
  return bytes;
}

const TomlNode* CardReading::toml(const std::string& name) {
  std::optional<FileBytes> bytes = open(name);
  if (!bytes) return nullptr;
  std::optional<TomlDocument> document = read_toml(name, *bytes, problems);
  if (!document) return nullptr;
  documents.push_back(std::move(*document));
  return &documents.back().root;
}

const TomlNode* CardReading::library_toml(std::string_view name, std::string_view text) {
  const std::string shown = "library/" + std::string(name);
  for (const TomlDocument& document : documents) {
    if (document.file->name == shown) return &document.root;
  }
  std::optional<TomlDocument> document = read_toml(shown, text, problems);
  if (!document) return nullptr;
  documents.push_back(std::move(*document));
  return &documents.back().root;
}

std::vector<std::string> CardReading::names_below(std::string_view folder_name, std::string_view ending) const {
  std::vector<std::string> found;
  for (const std::string& name : names) {
    const std::string_view view = name;
    if (view.size() > folder_name.size() + ending.size() && view.substr(0, folder_name.size()) == folder_name &&
        view.substr(view.size() - ending.size()) == ending) {
      found.push_back(name);
    }
  }
  return found;
}

std::vector<std::string> measure_ids(const CardReading& reading) {
  std::vector<std::string> ids;
  for (const RawMeasure& measure : reading.raw) ids.push_back(measure.id);
  return ids;
}

void unknown_measure(CardReading& reading, std::string_view id, Place place) {
  if (reading.measures_incomplete) return;
  reading.problems.error("measure-unknown", std::move(place), fmt::format("There is no measure {}.", in_quotes(id)),
                         known_are(id, measure_ids(reading), "the folder has no measures yet: write one in measures/"));
}

const TomlNode* card_table(const CardReading& reading, std::string_view table, std::string_view id) {
  for (const TomlDocument& document : reading.documents) {
    if (document.file->name != "card.toml") continue;
    const TomlEntry* tables = document.root.find(table);
    const TomlEntry* entry = tables ? tables->value.find(id) : nullptr;
    return entry ? &entry->value : nullptr;
  }
  return nullptr;
}

// The place of one word of a list, such as measures = ["gcse"].
Place word_place(const TomlNode* table, std::string_view key, std::string_view word, const Place& otherwise) {
  const TomlEntry* entry = table ? table->find(key) : nullptr;
  if (!entry) return otherwise;
  for (const TomlNode& item : entry->value.items) {
    if (trim(item.text) == word) return item.place();
  }
  return entry->value.place();
}

std::string title_from_id(std::string_view id) {
  std::string said(id);
  for (char& c : said) {
    if (c == '-' || c == '_') c = ' ';
  }
  if (!said.empty() && said[0] >= 'a' && said[0] <= 'z') said[0] = static_cast<char>(said[0] - 'a' + 'A');
  return said;
}

}  // namespace reportcard
