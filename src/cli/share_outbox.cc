// SPDX-License-Identifier: MIT
#include "cli/share_outbox.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "base/output_marker.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cli/version.h"

namespace reportcard {

namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t largest_log = 1 << 20;   // then it becomes log-before.txt

std::string reason(int error) { return std::error_code(error, std::generic_category()).message(); }

bool is_link(const std::string& path) {
  struct stat about {};
  return ::lstat(path.c_str(), &about) == 0 && S_ISLNK(about.st_mode);
}

std::string line_of(const std::string& name, const std::string& said) { return printable(name.empty() ? said : name + ": " + said); }

constexpr std::size_t time_length = 18;   // "2026-11-25 09:14  "

std::string time_now() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  char text[32];
  return std::string(text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local));
}

// ".october.xlsx.new-a1B2c3" (write_tree makes such a folder beside the one it is to replace).
bool is_left_behind(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  std::error_code failed;
  if (name[0] != '.' || name.find(".new-") == name.npos || entry.is_symlink(failed) || !entry.is_directory(failed)) return false;
  return fs::is_empty(entry.path(), failed) || fs::exists(entry.path() / output_marker, failed);
}

}  // namespace

std::string TriedWith::text() const { return "file " + file + "\ncard " + card + "\nreportcard " + version + "\n"; }

std::string Outbox::open() {
  if (::mkdir(folder_.c_str(), 0777) != 0 && errno != EEXIST) return "outbox/ cannot be made: " + reason(errno);
  lock_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (lock_ < 0) return "outbox/ " + (errno == ELOOP || errno == ENOTDIR ? std::string("is no folder") : "cannot be opened: " + reason(errno));
  // Where the share knows no locks this is left to whoever starts the program.
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    close();
    return "another reportcard looks after this share already";
  }
  std::error_code failed;
  std::vector<fs::path> left;
  for (fs::directory_iterator at(folder_, failed), end; !failed && at != end; at.increment(failed))
    if (is_left_behind(*at)) left.push_back(at->path());
  for (const fs::path& path : left) fs::remove_all(path, failed);
  recall();
  return {};
}

std::string result_folder(const std::string& name) {
  constexpr std::string_view workbook = ".xlsx";
  if (name.size() <= workbook.size() || fold(name).substr(fold(name).size() - workbook.size()) != workbook) return name;
  const std::string stem = name.substr(0, name.size() - workbook.size());
  // "a.csv.xlsx" keeps all of its name too; "Board 3.11.xlsx" does not.
  const std::size_t dot = stem.rfind('.');
  const bool looks_like_an_ending = dot != stem.npos && dot + 1 < stem.size() &&
                                    std::all_of(stem.begin() + static_cast<std::ptrdiff_t>(dot) + 1, stem.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
  return looks_like_an_ending ? name : stem;
}

void Outbox::close() {
  if (lock_ >= 0) ::close(lock_);
  lock_ = -1;
}

bool Outbox::was_tried(const std::string& name, const TriedWith& with) const {
  const auto before = FileBytes::map(folder_ + "/" + result_folder(name) + "/.tried");
  return before && before->view() == with.text();
}

bool Outbox::put(const std::string& name, Trial trial, const TriedWith& with, std::string& said) const {
  const std::string folder = result_folder(name), path = folder_ + "/" + folder;
  if (is_link(folder_) || is_link(path)) {
    said = "outbox/" + folder + " is a link, so nothing was written. Take it away.";
    return false;
  }
  trial.tree[".tried"] = with.text();
  Problems problems;
  const bool written = write_tree(trial.tree, path, problems).has_value();
  said = written ? trial.said + " See outbox/" + folder + "/problems.html" : problems.all().empty() ? "the result cannot be written." : problems.all().front().message;
  return written;
}

void Outbox::recall() {
  const auto log = FileBytes::map(folder_ + "/log.txt");
  if (!log) return;
  std::string_view rest = log->view();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.size() <= time_length) continue;
    const std::string_view said = line.substr(time_length);
    const std::size_t colon = said.find(": ");
    last_said_[colon == said.npos ? std::string() : std::string(said.substr(0, colon))] = said;
  }
}

void Outbox::log_once(const std::string& name, const std::string& said) {
  const auto last = last_said_.find(name);
  if (last == last_said_.end() || last->second != line_of(name, said)) log(name, said);
}

void Outbox::log(const std::string& name, const std::string& said) {
  const std::string line = line_of(name, said);
  last_said_[name] = line;
  std::fprintf(stderr, "%s\n", line.c_str());
  const std::string path = folder_ + "/log.txt";
  if (is_link(folder_) || is_link(path)) return;
  struct stat about {};
  if (::stat(path.c_str(), &about) == 0 && static_cast<std::uint64_t>(about.st_size) > largest_log)
    (void)std::rename(path.c_str(), (folder_ + "/log-before.txt").c_str());
  // One write, so that a line is there whole or not at all. A full disk is said where the result could not be written.
  const std::string whole = time_now() + "  " + line + "\n";
  const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0666);
  if (file < 0) return;
  (void)!::write(file, whole.data(), whole.size());
  ::close(file);
}

}  // namespace reportcard
