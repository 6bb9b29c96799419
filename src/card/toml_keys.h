// SPDX-License-Identifier: MIT
// Keys read strictly: a key that nobody asked for is a problem with "did you mean", a value of the wrong type is a
// problem that shows how it is written. The keys known are those asked for, so code and message cannot differ.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "card/toml_tree.h"

namespace reportcard {

class Keys {
 public:
  // `what` is said in problems: "the measure gcse". The nodes must outlive the reader.
  Keys(const TomlNode& table, std::string what, Problems& problems);
  Keys(std::vector<const TomlEntry*> entries, std::string what, Problems& problems);

  // Each getter makes its key known. A missing key gives nothing, or the value given; so does one of the wrong type.
  bool has(std::string_view key);
  const TomlNode* node(std::string_view key);  // any type
  std::optional<std::string> text_if(std::string_view key);
  std::string text(std::string_view key, std::string_view otherwise = {});
  bool truth(std::string_view key, bool otherwise);
  std::optional<Decimal> number(std::string_view key);
  std::optional<std::int64_t> whole(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<Date> date(std::string_view key);             // 2012-03-31, with or without quotes
  std::vector<const TomlNode*> texts(std::string_view key);   // one text, or a list of texts
  std::vector<std::string> words(std::string_view key);       // the same, without places
  const TomlNode* table(std::string_view key);
  std::vector<const TomlNode*> tables(std::string_view key);  // a list of tables, or one table
  std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& of);

  // A key that must be there: the problem `key-missing` stands at the table's own place.
  void must_have(std::string_view key, std::string_view example, const Place& table);
  Place place(std::string_view key) const;        // of the value; of nothing where it is not there
  Place key_place(std::string_view key) const;
  void wrong_type(std::string_view key, const TomlNode& node, std::string_view wanted, std::string_view example);
  // To be called last: reports the keys that must be there, and those that nobody asked for.
  void finish();

 private:
  struct Missing { std::string key, example; Place table; };
  void say_missing();
  void say_missing(std::string_view key, std::string_view example, const Place& table);
  const TomlEntry* find(std::string_view key) const;
  std::vector<const TomlEntry*> entries_;
  std::vector<std::string> known_;
  std::vector<Missing> missing_;
  bool finished_ = false;
  std::string what_;
  Problems& problems_;
};

}  // namespace reportcard
