// SPDX-License-Identifier: MIT
#include "cli/watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <filesystem>

namespace reportcard {

Watch::Watch(const std::string& folder) : folder_(folder), handle_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (handle_ >= 0) add(folder_);
}

Watch::~Watch() {
  if (handle_ >= 0) close(handle_);
}

void Watch::add(const std::string& folder) {
  inotify_add_watch(handle_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE);
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
    if (entry.is_directory(failed) && !entry.is_symlink(failed) && !entry.path().filename().string().starts_with('.'))
      add(entry.path().string());
  }
}

bool Watch::drain() {
  alignas(inotify_event) char buffer[16384];
  bool any = false;
  while (read(handle_, buffer, sizeof buffer) > 0) any = true;
  if (any) add(folder_);  // watching a folder again is harmless
  return any;
}

}  // namespace reportcard
