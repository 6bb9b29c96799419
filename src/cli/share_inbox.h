// SPDX-License-Identifier: MIT
// What lies in the inbox of a share, and what of it has been copied whole. A share mounted over the network tells nobody
// when a copy is finished, so a file is taken when two looks in a row find it the same.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reportcard {

struct Dropped {
  std::string name;                   // of the file in inbox/, nothing that leaves it
  std::uint64_t size = 0, inode = 0;
  std::int64_t changed = 0;           // nanoseconds since 1970
  friend bool operator==(const Dropped&, const Dropped&) = default;
};

struct LeftAlone { std::string name, why; };   // "a folder", and what to do: one sentence without its subject

struct Look {
  std::vector<Dropped> files;         // by name
  std::vector<LeftAlone> left_alone;  // but for lock files, hidden files and copies under way, of which nobody need hear
  std::string failed;                 // why the folder cannot be looked into; "" it can
};
// Never follows a link, neither the folder nor what lies in it.
Look look_into(const std::string& inbox);

// Files as they were at the look before: those that are the same now have been copied.
class Settling {
 public:
  std::vector<Dropped> copied(const Look& look);   // remembers this look
  bool waits() const { return waits_; }            // something is still being copied
 private:
  std::map<std::string, Dropped> before_;
  bool waits_ = false;
};

// The bytes of a dropped file, read and not mapped: it may be cut short under our eyes. Nothing where it is no longer
// what was seen, with `why` in words where that is more than a copy still going on.
std::optional<std::string> read_dropped(const std::string& inbox, const Dropped& file, std::string& why);

inline constexpr std::uint64_t largest_dropped = 256u << 20;   // bytes

}  // namespace reportcard
