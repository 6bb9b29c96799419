// SPDX-License-Identifier: MIT
// The parts of a ZIP package (XLSX, ODS, DOCX), streamed. What a package says of its own size is not believed: the bytes
// are counted as they come out, and whoever reads them may stop at any time.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace reportcard {

struct ZipLimits {
  std::size_t parts = 10'000;
  std::size_t part_bytes = std::size_t{1} << 30;  // of one part, unpacked
  std::size_t expansion = 200;                    // unpacked by packed, once a part is above `expands_freely` bytes
  std::size_t expands_freely = std::size_t{1} << 20;
};

enum class ZipFault : std::uint8_t {
  none,
  no_zip,       // not a package at all
  damaged,      // cut off, wrong checksums, a way of packing that is not known, no such part
  name_leaves,  // a part whose name goes out of the package: "../x"
  encrypted,    // ZIP's own password
  too_many,     // parts
  too_large,    // bytes, or a bomb
};

class ZipReader {
 public:
  // Nothing where `fault` says why. Keeps the bytes.
  static std::unique_ptr<ZipReader> open(const FileBytes& bytes, const ZipLimits& limits, ZipFault& fault);
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  // In the order of the package, '/' between folders, none before the first. Folders are no parts.
  const std::vector<std::string>& names() const { return names_; }
  // By name, or where none is spelt so, by a name that differs in ASCII case only (part names are compared so).
  std::optional<std::size_t> find(std::string_view name) const;
  // Gives the part, unpacked, piece by piece. take() may end it with false, which is no fault.
  ZipFault stream(std::size_t part, const std::function<bool(std::string_view)>& take) const;
  std::optional<std::string> whole(std::size_t part, std::size_t most_bytes, ZipFault& fault) const;

 private:
  struct Archive;
  ZipReader();
  std::unique_ptr<Archive> archive_;
  std::vector<std::string> names_;
  std::vector<std::size_t> indexes_;  // of the parts in the package
  ZipLimits limits_;
};

}  // namespace reportcard
