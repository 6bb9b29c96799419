// SPDX-License-Identifier: MIT
// A TOML file as a tree of ours: keys in the order of the file, every key and value with its place, numbers as typed
// (66.0 is not 66). The only room that knows the TOML library is this one, and in this room only toml_tree.cc.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/files.h"
#include "base/problem.h"

namespace reportcard {

// A file as a whole, or one line of it, where no sign can be pointed at.
inline Place whole_file(std::string name, std::uint32_t line = 0) {
  Place place;
  place.file = std::move(name);
  place.line = line;
  return place;
}

// From the first sign of something to behind its last; lines and columns count from 1, columns in code points.
struct TomlSpan { std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0; };

struct TomlFile {
  std::string name;         // as the user knows it
  FileBytes bytes;          // keeps `text` alive; empty for texts built into the program
  std::string_view text;
  std::vector<std::size_t> lines;  // byte offset of each line's first byte
  std::size_t offset(std::uint32_t line, std::uint32_t column) const;
  Place place(TomlSpan span) const;  // the span itself, or the rest of its first line
};

struct TomlEntry;

struct TomlNode {
  enum class Kind : std::uint8_t { text, number, truth, date, list, table };
  Kind kind = Kind::table;
  std::string text;                // text: as meant; number, truth and date: as typed
  std::optional<Decimal> number;   // number: as typed
  bool yes = false;                // truth
  std::vector<TomlNode> items;     // list
  std::vector<TomlEntry> entries;  // table, in the order of the file
  const TomlFile* file = nullptr;
  TomlSpan span;

  Place place() const;
  // The first sign inside the quotes of a text, with the whole line: problems within the text count on from here.
  Place inside() const;
  const TomlEntry* find(std::string_view key) const;
};

struct TomlEntry {
  std::string key;
  TomlSpan key_span;
  TomlNode value;
  Place key_place() const;
};

struct TomlDocument {
  std::unique_ptr<const TomlFile> file;  // nodes point to it
  TomlNode root;
};

// Nothing where the file is not TOML. Problems: encoding-unreadable, toml-syntax, key-twice, number-form (nan, infinity,
// exponents, hexadecimal: a report card writes numbers out), time-form.
std::optional<TomlDocument> read_toml(std::string name, const FileBytes& bytes, Problems& problems);
// The same for a text that outlives the document, such as a file built into the program.
std::optional<TomlDocument> read_toml(std::string name, std::string_view text, Problems& problems);

std::string_view kind_word(TomlNode::Kind kind);  // "a text", "a number", "true or false" ...

}  // namespace reportcard
