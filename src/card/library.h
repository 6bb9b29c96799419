// SPDX-License-Identifier: MIT
// The definitions that any council needs, as the build puts them into the program: sorted by name, never copied.
#pragma once
#include <cstddef>
#include <string_view>

namespace reportcard {

struct LibraryFile {
  std::string_view name, text;
};
extern const LibraryFile library_files[];
extern const std::size_t library_size;

// The file below `folder` in which the line "[table.id]" stands, so that nothing else need be read.
const LibraryFile* library_file_with(std::string_view folder, std::string_view table, std::string_view id);

}  // namespace reportcard
