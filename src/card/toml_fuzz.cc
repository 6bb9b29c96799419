// SPDX-License-Identifier: MIT
// A card folder made of any bytes: files are parted by lines "=== NAME". Nothing may crash; what is read can be asked.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/files.h"
#include "card/card.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reportcard;
  if (size > 1 << 16) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  std::map<std::string, std::string> files;
  std::string* file = &files["card.toml"];
  for (std::size_t at = 0; at <= all.size();) {
    const std::size_t end = all.find('\n', at);
    const std::string_view line = all.substr(at, end == all.npos ? all.npos : end - at);
    if (line.substr(0, 4) == "=== " && line.size() < 100) {
      file = &files[std::string(line.substr(4))];
    } else {
      file->append(line);
      file->push_back('\n');
    }
    if (end == all.npos) break;
    at = end + 1;
  }
  for (auto it = files.begin(); it != files.end();)
    it = it->first.empty() || leaves_folder(it->first) ? files.erase(it) : std::next(it);
  Problems problems;
  const std::unique_ptr<Folder> folder = memory_folder(std::move(files));
  const std::optional<Card> card = read_card(*folder, problems);
  if (card) {
    std::size_t bytes = 0;
    for (const auto& [id, records] : card->records) {
      for (std::size_t row = 0; row < records.rows && row < 20; ++row) {
        for (const RecordColumn& column : records.columns)
          bytes += records.text(row, column.definition->name).size() + records.place(row, column.definition->name).file.size();
      }
    }
    if (bytes == SIZE_MAX) return 1;
  }
  print_problems(problems.sorted(), false);
  return 0;
}
