// SPDX-License-Identifier: MIT
// Files read by mapping and written whole. A folder is published by one exchange, so a reader sees the old or the new.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace reportcard {

// The bytes of a file, mapped or held; lives as long as any copy.
class FileBytes {
 public:
  FileBytes() = default;
  explicit FileBytes(std::string held);
  // Nothing where it cannot be read or is not a regular file. Does not report: the caller knows what it was for.
  static std::optional<FileBytes> map(const std::string& path);
  std::string_view view() const;

 private:
  struct Mapping;
  std::shared_ptr<const Mapping> mapping_;
};

// A folder of input: on disk, or in memory (tests, fuzzers, the library built into the program).
// Names are relative, with '/'. A name that leaves the folder is never opened (design: "file outside the folder").
class Folder {
 public:
  virtual ~Folder() = default;
  virtual std::optional<FileBytes> read(const std::string& name) const = 0;
  virtual std::vector<std::string> list() const = 0;  // all files below, sorted; no hidden ones, none reached by a link out
};
std::unique_ptr<Folder> disk_folder(const std::string& path);
std::unique_ptr<Folder> memory_folder(std::map<std::string, std::string> files);
bool leaves_folder(std::string_view name);  // absolute, or has a ".." part, or a NUL or backslash

// A tree of files to be written, by relative name.
using Tree = std::map<std::string, std::string>;
// Writes the tree beside `path` and exchanges the two in one call (renameat2 RENAME_EXCHANGE; rename where path is new).
// A file equal to the one already there is hard-linked, not written; where all are equal nothing is touched. `path` must be absent, empty, or hold the marker
// file that write_tree itself puts there (".reportcard-output"); else an error `not-our-folder` and nothing is touched.
// On any failure (disk full, no permission) an error `cannot-write`, the old folder is as it was, the new one is removed.
struct Written { std::size_t files = 0, changed = 0; };
std::optional<Written> write_tree(const Tree& tree, const std::string& path, Problems& problems);
// Puts these files into a folder that may hold others, by the same one exchange: the others stay as they are. A folder that
// is not there is made, with those above it. Problems: cannot-write, and then everything is as it was.
std::optional<Written> write_into(const Tree& files, const std::string& path, Problems& problems);
// For tests: called before each write with its number from 1; returning false makes that write fail as a full disk does.
void set_write_fault(std::function<bool(std::size_t)> allow);

std::string sha256_hex(std::string_view bytes);

}  // namespace reportcard
