// SPDX-License-Identifier: MIT
// A workbook's file as what it is: a ZIP of named parts, opened to be changed. Parts that nobody touches are copied as
// they lie, packed, so that what is not understood is not harmed. The same changes give the same bytes.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"

namespace reportcard {

class Package {
 public:
  // Nothing where the bytes are no ZIP, or one with a password.
  static std::optional<Package> open(const FileBytes& bytes);
  Package(Package&&) noexcept;
  Package& operator=(Package&&) noexcept;
  ~Package();

  bool has(const std::string& part) const;
  const std::vector<std::string>& parts() const { return parts_; }
  // As changed, if it was. Nothing: there is none, it is damaged, or it is larger than `most` when unpacked.
  std::optional<std::string> read(const std::string& part, std::size_t most = std::size_t{1} << 30) const;
  void write(const std::string& part, std::string bytes);  // put in, or in place of the one there
  void remove(const std::string& part);
  // The bytes of the changed package; nothing where it could not be made.
  std::optional<std::string> finish();

 private:
  struct Open;
  explicit Package(std::unique_ptr<Open> open);
  std::unique_ptr<Open> open_;
  std::vector<std::string> parts_;
};

}  // namespace reportcard
