// SPDX-License-Identifier: MIT
// Phrases read from TOML: [value] share = "..." is the phrase "value.share".
#include "words/phrases.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/toml_tree.h"

namespace reportcard {
namespace {

// One phrase of a file, with where it stands.
struct WrittenPhrase { std::string key; const TomlEntry* entry; };

void gather(const TomlNode& table, const std::string& before, std::vector<WrittenPhrase>& all) {
  for (const TomlEntry& entry : table.entries) {
    const std::string key = before.empty() ? entry.key : before + "." + entry.key;
    if (entry.value.kind == TomlNode::Kind::table) {
      gather(entry.value, key, all);
    } else {
      all.push_back({key, &entry});
    }
  }
}

const std::string nothing;

}  // namespace

std::vector<std::string> slots_of(std::string_view phrase) {
  std::vector<std::string> slots;
  for (std::size_t at = phrase.find('{'); at != std::string_view::npos; at = phrase.find('{', at + 1)) {
    const std::size_t end = phrase.find('}', at);
    if (end == std::string_view::npos) break;
    slots.emplace_back(phrase.substr(at + 1, end - at - 1));
  }
  return slots;
}

Phrases Phrases::load(std::string_view library, std::string_view own, Problems& problems) {
  Phrases phrases;
  if (const auto built_in = read_toml("library/words/en.toml", library, problems)) {
    std::vector<WrittenPhrase> all;
    gather(built_in->root, "", all);
    for (const WrittenPhrase& one : all) phrases.phrases_[one.key] = one.entry->value.text;
  }
  if (own.empty()) return phrases;
  const auto replaced = read_toml("words/en.toml", own, problems);
  if (!replaced) return phrases;
  std::vector<WrittenPhrase> all;
  gather(replaced->root, "", all);
  for (const WrittenPhrase& one : all) {
    const auto found = phrases.phrases_.find(one.key);
    if (found == phrases.phrases_.end()) {
      const auto near = did_you_mean(one.key, phrases.keys());
      problems.error("key-unknown", one.entry->key_place(), fmt::format("The grammar has no phrase \"{}\".", one.key),
                     near ? fmt::format("did you mean \"{}\"?", *near) : "see library/words/en.toml for all phrases");
      continue;
    }
    if (one.entry->value.kind != TomlNode::Kind::text) {
      problems.error("key-type", one.entry->value.place(), fmt::format("The phrase \"{}\" is not a text.", one.key),
                     fmt::format("write it in quotes, like: \"{}\"", found->second));
      continue;
    }
    const std::vector<std::string> may = slots_of(found->second);
    bool fits = true;
    for (const std::string& slot : slots_of(one.entry->value.text)) {
      if (std::find(may.begin(), may.end(), slot) != may.end()) continue;
      fits = false;
      problems.error("phrase-slot", one.entry->value.place(), fmt::format("The phrase \"{}\" has no slot {{{}}}.", one.key, slot),
                     may.empty() ? "write it without braces" : fmt::format("its slots are {{{}}}", join(may, "}, {")));
    }
    if (fits) found->second = one.entry->value.text;
  }
  return phrases;
}

bool Phrases::has(std::string_view key) const { return phrases_.find(key) != phrases_.end(); }

const std::string& Phrases::text(std::string_view key) const {
  const auto found = phrases_.find(key);
  return found == phrases_.end() ? nothing : found->second;
}

std::vector<std::string> Phrases::keys() const {
  std::vector<std::string> all;
  for (const auto& [key, phrase] : phrases_) all.push_back(key);
  return all;
}

Sentence Phrases::say(std::string_view key, Slots slots) const {
  const std::string_view phrase = text(key);
  Sentence said;
  std::size_t at = 0;
  while (at < phrase.size()) {
    const std::size_t open = phrase.find('{', at);
    const std::size_t close = open == std::string_view::npos ? open : phrase.find('}', open);
    if (close == std::string_view::npos) break;
    said.text += phrase.substr(at, open - at);
    const std::string_view name = phrase.substr(open + 1, close - open - 1);
    const auto slot = std::find_if(slots.begin(), slots.end(), [&](const auto& one) { return one.first == name; });
    if (slot != slots.end() && !slot->second.empty()) {
      said.append(slot->second);
    } else if (!said.text.empty() && said.text.back() == ' ') {
      said.text.pop_back();
    }
    at = close + 1;
  }
  said.text += phrase.substr(at);
  return said;
}

}  // namespace reportcard
