// SPDX-License-Identifier: MIT
// Which measures a card has, and what each takes over by `use` from another of the card or of the library.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/library.h"
#include "card/reading.h"

namespace reportcard {
namespace {

struct Written {
  const TomlEntry* entry;
  bool library = false;
};

class Finding {
 public:
  explicit Finding(CardReading& reading) : reading_(reading) {}

  void read_file(const std::string& name) {
    const TomlNode* root = reading_.toml(name);
    if (!root) {
      reading_.measures_incomplete = true;
      return;
    }
    Keys keys(*root, "a file of measures", reading_.problems);
    if (const TomlNode* table = keys.table("measure")) {
      for (const TomlEntry& entry : table->entries) add(entry);
    }
    if (keys.has("family")) {
      reading_.problems.error("not-in-this-release", keys.key_place("family"), "Families of measures are not in this release.",
                              "write each measure as [measure.ID], sharing keys by use = \"ID\"");
    }
    keys.finish();
  }

  void resolve_all() {
    for (const std::string& id : order_) {
      RawMeasure raw;
      raw.id = id;
      raw.place = own_.at(id).entry->key_place();
      std::vector<Written> chain;
      raw.broken = !collect(own_.at(id), raw.entries, chain);
      raw.own = own_.at(id).entry->value.entries.size();
      if (own_.at(id).entry->value.find("use")) --raw.own;
      for (const TomlEntry* entry : raw.entries) {
        if (entry->value.kind != TomlNode::Kind::text) continue;
        if (entry->key == "from") raw.from = trim(entry->value.text);
        if (entry->key == "published") raw.published = trim(entry->value.text);
      }
      reading_.raw.push_back(std::move(raw));
    }
  }

 private:
  void add(const TomlEntry& entry) {
    if (entry.value.kind != TomlNode::Kind::table) {
      reading_.problems.error(
          "wrong-type", entry.value.place(),
          fmt::format("{} is {}, and a measure is a table.", in_quotes(entry.key), kind_word(entry.value.kind)),
          fmt::format("write a heading: [measure.{}]", entry.key));
      return;
    }
    if (!is_id(entry.key)) {
      reading_.problems.error("id-form", entry.key_place(),
                              fmt::format("{} cannot be the id of a measure.", in_quotes(entry.key)),
                              fmt::format("ids are small letters, digits and single hyphens: [measure.{}]", slug(entry.key)));
      return;
    }
    auto [there, fresh] = own_.emplace(entry.key, Written{&entry, false});
    if (!fresh) {
      const Place first = there->second.entry->key_place();
      reading_.problems.error(
          "measure-twice", entry.key_place(),
          fmt::format("The measure {} stands in {} already (line {}).", in_quotes(entry.key), first.file, first.line),
          "give one of the two another id");
      return;
    }
    order_.push_back(entry.key);
  }

  // Own keys first; then those of the measure used that are not replaced. False where they are not all there.
  bool collect(const Written& from, std::vector<const TomlEntry*>& entries, std::vector<Written>& chain) {
    chain.push_back(from);
    const TomlEntry* use = nullptr;
    for (const TomlEntry& key : from.entry->value.entries) {
      if (key.key == "use") {
        use = &key;
        continue;
      }
      const bool replaced =
          std::any_of(entries.begin(), entries.end(), [&](const TomlEntry* entry) { return entry->key == key.key; });
      if (!replaced) entries.push_back(&key);
    }
    if (!use) return true;
    if (use->value.kind != TomlNode::Kind::text) {
      reading_.problems.error("wrong-type", use->value.place(),
                              fmt::format("The key \"use\" must be a text, and this is {}.", kind_word(use->value.kind)),
                              "write the id of a measure: use = \"good-providers\"");
      return false;
    }
    const std::string id(trim(use->value.text));
    const Written* base = find(id, *from.entry);
    if (!base) {
      if (!reading_.measures_incomplete) {
        reading_.problems.error("measure-unknown", use->value.place(),
                                fmt::format("There is no measure {} to use.", in_quotes(id)),
                                known_are(id, order_, "the folder has no other measure"));
      }
      return false;
    }
    for (const Written& before : chain) {
      if (before.entry != base->entry) continue;
      if (!circles_.insert(base->entry).second) return false;
      for (const Written& step : chain) circles_.insert(step.entry);
      std::vector<std::string> ids;
      for (const Written& step : chain) ids.push_back(step.entry->key);
      ids.push_back(id);
      reading_.problems.error("use-cycle", use->value.place(),
                              fmt::format("Measures use each other in a circle: {}.", join(ids, " uses ")),
                              "write the keys out in one of them");
      return false;
    }
    return collect(*base, entries, chain);
  }

  // A measure of the card; a measure may take the library's of its own name.
  const Written* find(const std::string& id, const TomlEntry& asking) {
    if (auto own = own_.find(id); own != own_.end() && own->second.entry != &asking) return &own->second;
    if (auto known = library_.find(id); known != library_.end()) return &known->second;
    if (const LibraryFile* file = library_file_with("measures/", "measure", id)) {
      const TomlNode* root = reading_.library_toml(file->name, file->text);
      const TomlEntry* table = root ? root->find("measure") : nullptr;
      const TomlEntry* entry = table ? table->value.find(id) : nullptr;
      if (entry) return &library_.emplace(id, Written{entry, true}).first->second;
    }
    auto own = own_.find(id);
    return own == own_.end() ? nullptr : &own->second;
  }

  CardReading& reading_;
  std::map<std::string, Written> own_, library_;
  std::vector<std::string> order_;
  std::set<const TomlEntry*> circles_;  // in a circle that was said already
};

}  // namespace

void find_measures(CardReading& reading) {
  Finding finding(reading);
  for (const std::string& name : reading.names_below("measures/", ".toml")) finding.read_file(name);
  finding.resolve_all();
}

}  // namespace reportcard
