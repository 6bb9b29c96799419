// SPDX-License-Identifier: MIT
// Folders of input. Nothing outside the folder is ever opened, whatever a definition or a link in it says.
#include "base/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <utility>

#include "base/output_marker.h"

namespace reportcard {

// Small files are copied: it costs less than a mapping, and nobody can cut them short under our eyes.
struct FileBytes::Mapping {
  static constexpr std::size_t smallest_mapped = 64 * 1024;
  std::string held;
  void* start = nullptr;
  std::size_t size = 0;

  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (start) ::munmap(start, size);
  }
  bool read(int file, std::size_t bytes) {
    if (bytes >= smallest_mapped) {
      void* mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_PRIVATE, file, 0);
      if (mapped == MAP_FAILED) return false;
      start = mapped;
      size = bytes;
      return true;
    }
    held.resize(bytes);
    std::size_t done = 0;
    while (done < bytes) {
      const ssize_t got = ::read(file, held.data() + done, bytes - done);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return false;
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    held.resize(done);
    return true;
  }
};

FileBytes::FileBytes(std::string held) {
  auto mapping = std::make_shared<Mapping>();
  mapping->held = std::move(held);
  mapping_ = std::move(mapping);
}

std::optional<FileBytes> FileBytes::map(const std::string& path) {
  // Without O_NONBLOCK a pipe that somebody put there would hold us for ever.
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return {};
  struct stat about {};
  auto mapping = std::make_shared<Mapping>();
  const bool good = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) &&
                    mapping->read(file, static_cast<std::size_t>(about.st_size));
  ::close(file);
  if (!good) return {};
  FileBytes bytes;
  bytes.mapping_ = std::move(mapping);
  return bytes;
}

std::string_view FileBytes::view() const {
  if (!mapping_) return {};
  if (mapping_->start) return {static_cast<const char*>(mapping_->start), mapping_->size};
  return mapping_->held;
}

bool leaves_folder(std::string_view name) {
  if (name.find('\0') != std::string_view::npos || name.find('\\') != std::string_view::npos) return true;
  if (!name.empty() && name[0] == '/') return true;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find('/'), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

namespace {

constexpr int deepest_folder = 32;

std::optional<std::string> real_path(const std::string& path) {
  char out[PATH_MAX];
  if (!::realpath(path.c_str(), out)) return {};
  return std::string(out);
}

class DiskFolder : public Folder {
 public:
  explicit DiskFolder(const std::string& path) : root_(real_path(path)) {}

  std::optional<FileBytes> read(const std::string& name) const override {
    if (!root_ || name.empty() || leaves_folder(name)) return {};
    const auto path = inside(*root_ + "/" + name);
    return path ? FileBytes::map(*path) : std::nullopt;
  }

  std::vector<std::string> list() const override {
    std::vector<std::string> names;
    if (root_) list_below(*root_, "", 0, names);
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  // Where the path really leads, if that is in the folder.
  std::optional<std::string> inside(const std::string& path) const {
    const auto real = real_path(path);
    if (!real) return {};
    const std::string with_slash = *root_ == "/" ? *root_ : *root_ + "/";
    return real->compare(0, with_slash.size(), with_slash) == 0 ? real : std::nullopt;
  }

  void list_below(const std::string& folder, const std::string& prefix, int depth,
                  std::vector<std::string>& names) const {
    if (depth > deepest_folder) return;
    // A site built inside the card folder is output: its downloads must not come back as records.
    if (depth > 0 && ::access((folder + "/" + std::string(output_marker)).c_str(), F_OK) == 0) return;
    DIR* open = ::opendir(folder.c_str());
    if (!open) return;
    while (const dirent* entry = ::readdir(open)) {
      const std::string name = entry->d_name;
      if (name[0] == '.' || name.find('\\') != std::string::npos) continue;
      const std::string path = folder + "/" + name;
      struct stat about {};
      if (::lstat(path.c_str(), &about) != 0) continue;
      if (S_ISDIR(about.st_mode)) {
        list_below(path, prefix + name + "/", depth + 1, names);
      } else if (S_ISLNK(about.st_mode)) {  // a linked file counts; a linked folder could go round in a circle
        const auto real = inside(path);
        if (real && ::stat(real->c_str(), &about) == 0 && S_ISREG(about.st_mode)) names.push_back(prefix + name);
      } else if (S_ISREG(about.st_mode)) {
        names.push_back(prefix + name);
      }
    }
    ::closedir(open);
  }

  std::optional<std::string> root_;
};

class MemoryFolder : public Folder {
 public:
  explicit MemoryFolder(std::map<std::string, std::string> files) {
    for (auto& [name, text] : files) files_.emplace(name, FileBytes(std::move(text)));
  }

  std::optional<FileBytes> read(const std::string& name) const override {
    const auto found = leaves_folder(name) ? files_.end() : files_.find(name);
    return found == files_.end() ? std::nullopt : std::optional(found->second);
  }

  std::vector<std::string> list() const override {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files_) {
      if (name.empty() || name[0] == '.' || name.find("/.") != std::string::npos || leaves_folder(name)) continue;
      names.push_back(name);
    }
    return names;
  }

 private:
  std::map<std::string, FileBytes> files_;
};

}  // namespace

std::unique_ptr<Folder> disk_folder(const std::string& path) { return std::make_unique<DiskFolder>(path); }

std::unique_ptr<Folder> memory_folder(std::map<std::string, std::string> files) {
  return std::make_unique<MemoryFolder>(std::move(files));
}

}  // namespace reportcard
