// SPDX-License-Identifier: MIT
// Keys read strictly, with the problems that follow.
#include "card/toml_keys.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"

namespace reportcard {

Keys::Keys(const TomlNode& table, std::string what, Problems& problems) : what_(std::move(what)), problems_(problems) {
  entries_.reserve(table.entries.size());
  for (const TomlEntry& entry : table.entries) entries_.push_back(&entry);
}

Keys::Keys(std::vector<const TomlEntry*> entries, std::string what, Problems& problems)
    : entries_(std::move(entries)), what_(std::move(what)), problems_(problems) {}

const TomlEntry* Keys::find(std::string_view key) const {
  for (const TomlEntry* entry : entries_) {
    if (entry->key == key) return entry;
  }
  return nullptr;
}

const TomlNode* Keys::node(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  const TomlEntry* entry = find(key);
  return entry ? &entry->value : nullptr;
}

bool Keys::has(std::string_view key) { return node(key) != nullptr; }

void Keys::wrong_type(std::string_view key, const TomlNode& node, std::string_view wanted, std::string_view example) {
  problems_.error(
      "wrong-type", node.place(),
      fmt::format("The key {} of {} must be {}, and this is {}.", in_quotes(key), what_, wanted, kind_word(node.kind)),
      fmt::format("write for example: {} = {}", key, example));
}

std::optional<std::string> Keys::text_if(std::string_view key) {
  const TomlNode* value = node(key);
  if (!value) return std::nullopt;
  if (value->kind != TomlNode::Kind::text) {
    wrong_type(key, *value, "a text",
               value->kind == TomlNode::Kind::number || value->kind == TomlNode::Kind::date ? fmt::format("\"{}\"", value->text)
                                                                                            : "\"...\"");
    return std::nullopt;
  }
  return std::string(trim(value->text));
}

std::string Keys::text(std::string_view key, std::string_view otherwise) {
  std::optional<std::string> value = text_if(key);
  return value ? std::move(*value) : std::string(otherwise);
}

bool Keys::truth(std::string_view key, bool otherwise) {
  const TomlNode* value = node(key);
  if (!value) return otherwise;
  if (value->kind != TomlNode::Kind::truth) {
    wrong_type(key, *value, "true or false", "true");
    return otherwise;
  }
  return value->yes;
}

std::optional<Decimal> Keys::number(std::string_view key) {
  const TomlNode* value = node(key);
  if (!value) return std::nullopt;
  if (value->kind != TomlNode::Kind::number) {
    wrong_type(key, *value, "a number", "58.9");
    return std::nullopt;
  }
  return value->number;  // nothing where its form was already a problem
}

std::optional<std::int64_t> Keys::whole(std::string_view key, std::int64_t least, std::int64_t most) {
  std::optional<Decimal> value = number(key);
  if (!value) return std::nullopt;
  if (value->places != 0 || value->units < least || value->units > most) {
    problems_.error("number-unfit", place(key),
                    fmt::format("The key {} of {} must be a whole number from {} to {}.", in_quotes(key), what_, least, most),
                    fmt::format("write for example: {} = {}", key, least));
    return std::nullopt;
  }
  return value->units;
}

std::optional<Date> Keys::date(std::string_view key) {
  const TomlNode* value = node(key);
  if (!value) return std::nullopt;
  if (value->kind != TomlNode::Kind::date && value->kind != TomlNode::Kind::text) {
    wrong_type(key, *value, "a date", "2012-03-31");
    return std::nullopt;
  }
  std::optional<Date> day = Date::parse(trim(value->text));
  if (!day) {
    problems_.error("not-a-date", value->place(), fmt::format("{} is not a date.", in_quotes(value->text)),
                    "write year, month and day: 2012-03-31");
  }
  return day;
}

std::vector<const TomlNode*> Keys::texts(std::string_view key) {
  const TomlNode* value = node(key);
  std::vector<const TomlNode*> found;
  if (!value) return found;
  if (value->kind == TomlNode::Kind::text) {
    found.push_back(value);
  } else if (value->kind == TomlNode::Kind::list) {
    for (const TomlNode& item : value->items) {
      if (item.kind == TomlNode::Kind::text) {
        found.push_back(&item);
      } else {
        wrong_type(key, item, "a list of texts", "[\"...\", \"...\"]");
      }
    }
  } else {
    wrong_type(key, *value, "a text or a list of texts", "[\"...\", \"...\"]");
  }
  return found;
}

std::vector<std::string> Keys::words(std::string_view key) {
  std::vector<std::string> found;
  for (const TomlNode* node : texts(key)) found.emplace_back(trim(node->text));
  return found;
}

const TomlNode* Keys::table(std::string_view key) {
  const TomlNode* value = node(key);
  if (value && value->kind != TomlNode::Kind::table) {
    problems_.error(
        "wrong-type", value->place(),
        fmt::format("The key {} of {} must be a table, and this is {}.", in_quotes(key), what_, kind_word(value->kind)),
        fmt::format("write a heading of its own: [{}]", key));
    return nullptr;
  }
  return value;
}

std::vector<const TomlNode*> Keys::tables(std::string_view key) {
  const TomlNode* value = node(key);
  std::vector<const TomlNode*> found;
  if (!value) return found;
  if (value->kind == TomlNode::Kind::table) {
    found.push_back(value);
  } else if (value->kind == TomlNode::Kind::list) {
    for (const TomlNode& item : value->items) {
      if (item.kind == TomlNode::Kind::table) {
        found.push_back(&item);
      } else {
        wrong_type(key, item, "a list of tables", "[{ ... }, { ... }]");
      }
    }
  } else {
    wrong_type(key, *value, "a list of tables", "[{ ... }, { ... }]");
  }
  return found;
}

std::optional<std::size_t> Keys::choice(std::string_view key, const std::vector<std::string>& of) {
  std::optional<std::string> written = text_if(key);
  if (!written) return std::nullopt;
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (of[i] == *written) return i;
  }
  problems_.error("word-unknown", place(key),
                  fmt::format("{} is not possible for the key {} of {}.", in_quotes(*written), in_quotes(key), what_),
                  one_of(*written, of));
  return std::nullopt;
}

void Keys::must_have(std::string_view key, std::string_view example, const Place& table) {
  if (has(key)) return;
  missing_.push_back({std::string(key), std::string(example), table});
  if (finished_) say_missing();
}

void Keys::say_missing() {
  std::vector<std::string> unknown;
  for (const TomlEntry* entry : entries_) {
    if (std::find(known_.begin(), known_.end(), entry->key) == known_.end()) unknown.push_back(entry->key);
  }
  for (const Missing& one : missing_) {
    // An unknown key that is nearly this one has this one as its remedy: that is enough.
    if (!did_you_mean(one.key, unknown)) say_missing(one.key, one.example, one.table);
  }
  missing_.clear();
}

void Keys::say_missing(std::string_view key, std::string_view example, const Place& table) {
  std::string what = what_;
  what[0] = static_cast<char>(what[0] >= 'a' && what[0] <= 'z' ? what[0] - 32 : what[0]);
  problems_.error("key-missing", table, fmt::format("{} has no key {}.", what, in_quotes(key)),
                  fmt::format("add for example: {} = {}", key, example));
}

Place Keys::place(std::string_view key) const {
  const TomlEntry* entry = find(key);
  return entry ? entry->value.place() : Place{};
}

Place Keys::key_place(std::string_view key) const {
  const TomlEntry* entry = find(key);
  return entry ? entry->key_place() : Place{};
}

void Keys::finish() {
  finished_ = true;
  say_missing();
  for (const TomlEntry* entry : entries_) {
    if (std::find(known_.begin(), known_.end(), entry->key) != known_.end()) continue;
    problems_.error("unknown-key", entry->key_place(), fmt::format("{} is not a key of {}.", in_quotes(entry->key), what_),
                    one_of(entry->key, known_));
  }
}

}  // namespace reportcard
