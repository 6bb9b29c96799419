// SPDX-License-Identifier: MIT
// Files of the library found by name, or by a table that stands in them.
#include "card/library.h"

#include <algorithm>
#include <string>

#include "card/card.h"

namespace reportcard {

std::optional<std::string_view> library_file(std::string_view name) {
  const LibraryFile* end = library_files + library_size;
  const LibraryFile* found =
      std::lower_bound(library_files, end, name, [](const LibraryFile& file, std::string_view n) { return file.name < n; });
  if (found == end || found->name != name) return std::nullopt;
  return found->text;
}

std::vector<std::string> library_list(std::string_view folder) {
  std::string start(folder);
  if (!start.empty() && start.back() != '/') start += '/';
  std::vector<std::string> names;
  for (std::size_t i = 0; i < library_size; ++i) {
    if (library_files[i].name.substr(0, start.size()) == start) names.emplace_back(library_files[i].name);
  }
  return names;
}

const LibraryFile* library_file_with(std::string_view folder, std::string_view table, std::string_view id) {
  const std::string heading = "[" + std::string(table) + "." + std::string(id) + "]";
  for (std::size_t i = 0; i < library_size; ++i) {
    const LibraryFile& file = library_files[i];
    if (file.name.substr(0, folder.size()) != folder) continue;
    for (std::size_t at = file.text.find(heading); at != std::string_view::npos; at = file.text.find(heading, at + 1)) {
      if (at == 0 || file.text[at - 1] == '\n') return &file;
    }
  }
  return nullptr;
}

}  // namespace reportcard
