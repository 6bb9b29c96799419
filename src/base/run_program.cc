// SPDX-License-Identifier: MIT
// The child has a process group of its own, so that a browser with a dozen processes is stopped whole.
#include "base/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <thread>

#include "base/text.h"

extern char** environ;

namespace reportcard {

namespace {

constexpr std::size_t most_errors = 64 * 1024;

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_with(const std::vector<std::pair<std::string, std::string>>& also) {
  std::vector<std::string> all;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string_view one = *at;
    bool replaced = false;
    for (const auto& [name, value] : also) replaced = replaced || one.starts_with(name + "=");
    if (!replaced) all.emplace_back(one);
  }
  for (const auto& [name, value] : also) all.push_back(name + "=" + value);
  return all;
}

// Reads what comes until the other side closes or the time is over; false where the time was over.
bool read_until(int from, std::chrono::steady_clock::time_point end, std::string& to) {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
    if (left <= 0) return false;
    pollfd wait{from, POLLIN, 0};
    const int ready = ::poll(&wait, 1, static_cast<int>(left > 1'000 ? 1'000 : left));
    if (ready < 0 && errno != EINTR) return true;
    if (ready <= 0) continue;
    char bytes[4096];
    const ssize_t got = ::read(from, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return true;
    if (to.size() < most_errors) to.append(bytes, static_cast<std::size_t>(got));
  }
}

}  // namespace

std::optional<std::string> find_program(const std::vector<std::string>& names) {
  const char* path = ::getenv("PATH");
  if (path == nullptr) return std::nullopt;
  for (const std::string& name : names) {
    for (const std::string_view folder : split(path, ':')) {
      if (folder.empty() || folder[0] != '/') continue;  // what lies in the folder one stands in is not run
      const std::string file = std::string(folder) + "/" + name;
      std::error_code failed;
      if (::access(file.c_str(), X_OK) == 0 && std::filesystem::is_regular_file(file, failed)) return file;
    }
  }
  return std::nullopt;
}

Ran run_program(const std::vector<std::string>& words, const std::string& folder, int seconds,
                const std::vector<std::pair<std::string, std::string>>& also) {
  Ran ran;
  int ends[2];
  if (words.empty() || ::pipe2(ends, O_CLOEXEC) != 0) return ran;
  std::vector<std::string> arguments = words, environment = environment_with(also);
  posix_spawn_file_actions_t files;
  posix_spawnattr_t how;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawnattr_init(&how);
  ::posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(&files, ends[1], 2);
  if (!folder.empty()) ::posix_spawn_file_actions_addchdir_np(&files, folder.c_str());
  ::posix_spawnattr_setflags(&how, POSIX_SPAWN_SETPGROUP);
  ::posix_spawnattr_setpgroup(&how, 0);
  pid_t child = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  const int started = ::posix_spawn(&child, arguments[0].c_str(), &files, &how, pointers_to(arguments).data(), pointers_to(environment).data());
  ::posix_spawn_file_actions_destroy(&files);
  ::posix_spawnattr_destroy(&how);
  ::close(ends[1]);
  if (started != 0) {
    ::close(ends[0]);
    return ran;
  }
  bool in_time = read_until(ends[0], end, ran.errors);
  int status = 0;
  pid_t ended = 0;
  // It may have closed its stderr and still be at work.
  while (in_time && (ended = ::waitpid(child, &status, WNOHANG)) == 0) {
    in_time = std::chrono::steady_clock::now() < end;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  // What it started and left behind is stopped too.
  ::kill(-child, SIGKILL);
  if (ended == 0) ::waitpid(child, &status, 0);
  ::close(ends[0]);
  ran.too_long = !in_time;
  if (in_time && WIFEXITED(status)) ran.code = WEXITSTATUS(status);
  return ran;
}

TemporaryFolder::TemporaryFolder() {
  std::error_code failed;
  std::string name = (std::filesystem::temp_directory_path(failed) / "reportcard-XXXXXX").string();
  if (!failed && ::mkdtemp(name.data()) != nullptr) path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

bool TemporaryFolder::put(const std::string& name, const std::string& bytes) const {
  if (path_.empty()) return false;
  const std::filesystem::path file = path_ + "/" + name;
  std::error_code failed;
  std::filesystem::create_directories(file.parent_path(), failed);
  std::ofstream to(file, std::ios::binary);
  to << bytes;
  return static_cast<bool>(to.flush());
}

}  // namespace reportcard
