// SPDX-License-Identifier: MIT
// For tests only: a folder of their own, gone when the test ends.
#pragma once
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace reportcard {

class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "reportcard-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data()) ? name : std::string{};
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  void put(const std::string& name, const std::string& text) const {
    const std::filesystem::path file = path_ + "/" + name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  // Every file and folder below, folders with an empty text and a slash at the end.
  std::map<std::string, std::string> everything() const {
    std::map<std::string, std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path_)) {
      std::string name = entry.path().string().substr(path_.size() + 1);
      if (entry.is_directory()) {
        out[name + "/"] = "";
      } else {
        std::ifstream file(entry.path(), std::ios::binary);
        out[name] = std::string(std::istreambuf_iterator<char>(file), {});
      }
    }
    return out;
  }

 private:
  std::string path_;
};

}  // namespace reportcard
