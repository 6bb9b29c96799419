// SPDX-License-Identifier: MIT
// The slow side of the dictionary: a cell that was not the one expected, or was never seen before.
#include "tables/dictionary.h"

#include "tables/csv_row.h"

namespace reportcard {
namespace {

std::uint64_t bytes_at(const char* from) {
  std::uint64_t value = 0;
  std::memcpy(&value, from, 8);
  return value;
}

// Files come from strangers: where the program lies in memory differs from run to run, so nobody can choose words that
// all fall into one slot. Codes do not depend on it.
std::uint64_t seed_of_this_run() {
  static const char somewhere = 0;
  return reinterpret_cast<std::uintptr_t>(&somewhere) * 0x9E3779B97F4A7C15u;
}

}  // namespace

Dictionary::Dictionary() : entries_(1), followers_(1), slots_(64), words_(1), seed_(seed_of_this_run()) {}

std::uint64_t Dictionary::hash_of_rest(std::string_view raw, std::uint64_t hash) const {
  for (std::size_t at = 16; at + 8 <= raw.size(); at += 8) {
    hash = folded_product(hash ^ bytes_at(raw.data() + at), seed_ ^ 0xA0761D6478BD642Fu);
  }
  return folded_product(hash ^ bytes_at(raw.data() + raw.size() - 8), seed_ ^ 0xE7037ED1A0B428DBu);
}

std::uint32_t Dictionary::find_or_add(std::string_view raw, WordHead head, std::uint32_t hash) {
  if (raw.empty()) return 0;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at].entry != 0; at = (at + 1) & mask) {
    if (slots_[at].hash == hash && is(entries_[slots_[at].entry], raw, head)) return slots_[at].entry;
  }
  std::string room;
  const std::string_view word = cell_text(raw, room);
  const std::uint32_t code = word.size() == raw.size() ? add_word(word) : code_of_word(word);
  return add_entry(raw, head, hash, code);
}

std::uint32_t Dictionary::code_of_word(std::string_view word) {
  if (word.empty()) return 0;
  if (word[0] == '"') {
    const auto found = quoted_words_.find(word);
    if (found != quoted_words_.end()) return found->second;
    return quoted_words_.emplace(word, add_word(word)).first->second;
  }
  made_.emplace_back(word).append(readable_after, '\0');
  const std::size_t entries_before = entries_.size();
  const std::string_view key = std::string_view(made_.back()).substr(0, word.size());
  const WordHead head = head_of(key);
  const std::uint32_t entry = find_or_add(key, head, hash_of(key, head));
  if (entries_.size() == entries_before) made_.pop_back();
  return entries_[entry].code;
}

std::uint32_t Dictionary::add_word(std::string_view word) {
  words_.emplace_back(word);
  return static_cast<std::uint32_t>(words_.size() - 1);
}

std::uint32_t Dictionary::add_entry(std::string_view raw, WordHead head, std::uint32_t hash, std::uint32_t code) {
  if (entries_.size() * 2 >= slots_.size()) grow();
  const auto entry = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({head, raw.data(), static_cast<std::uint32_t>(raw.size()), code});
  followers_.push_back(0);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].entry != 0) at = (at + 1) & mask;
  slots_[at] = {hash, entry};
  return entry;
}

void Dictionary::grow() {
  std::vector<Slot> larger(slots_.size() * 4);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.entry == 0) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].entry != 0) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace reportcard
