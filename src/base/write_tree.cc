// SPDX-License-Identifier: MIT
// A tree of files published by one exchange: everything is written beside the folder, and only when all of it is there
// are the two exchanged. Up to that call nothing that a reader sees has changed; after it, nothing is left to go wrong.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "base/files.h"
#include "base/output_marker.h"

namespace reportcard {
namespace {

std::function<bool(std::size_t)> write_fault;

std::string reason(int error) { return std::error_code(error, std::generic_category()).message(); }

std::string remedy_for(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT: return "make room on the disk, then build again; the folder is as it was";
    case EACCES:
    case EPERM:
    case EROFS: return "choose a folder that you may write to; the folder is as it was";
    default: return "mend that, or choose another folder; the folder is as it was";
  }
}

// Every part has a name of its own, and none leads out.
bool is_file_name(std::string_view name) {
  if (name.empty() || leaves_folder(name) || name == output_marker) return false;
  for (std::size_t start = 0; start <= name.size();) {
    const std::size_t end = std::min(name.find('/', start), name.size());
    const std::string_view part = name.substr(start, end - start);
    if (part.empty() || part == ".") return false;
    start = end + 1;
  }
  return true;
}

enum class Target { absent, empty, ours, foreign, unreadable };

Target look_at(const std::string& path, int& error) {
  struct stat about {};
  if (::lstat(path.c_str(), &about) != 0) {
    error = errno;
    return error == ENOENT ? Target::absent : Target::unreadable;
  }
  if (!S_ISDIR(about.st_mode)) return Target::foreign;
  if (const auto marker = FileBytes::map(path + "/" + std::string(output_marker))) {
    return marker->view().substr(0, 10) == "reportcard" ? Target::ours : Target::foreign;
  }
  std::error_code failed;
  const bool empty = std::filesystem::is_empty(path, failed);
  error = failed.value();
  return failed ? Target::unreadable : empty ? Target::empty : Target::foreign;
}

// True where `name` below the open folder is a plain file of exactly these bytes.
bool has_file(int folder, const std::string& name, std::string_view bytes) {
  const int file = ::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return false;
  struct stat about {};
  bool equal = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode) &&
               static_cast<std::size_t>(about.st_size) == bytes.size();
  char block[32 * 1024];
  while (equal && !bytes.empty()) {
    const ssize_t got = ::read(file, block, std::min(sizeof block, bytes.size()));
    if (got < 0 && errno == EINTR) continue;
    equal = got > 0 && bytes.substr(0, static_cast<std::size_t>(got)) == std::string_view(block, static_cast<std::size_t>(got));
    if (equal) bytes.remove_prefix(static_cast<std::size_t>(got));
  }
  ::close(file);
  return equal;
}

// How many entries of every kind lie below, at any depth; stops when there are more than `enough`.
std::size_t entries_below(const std::string& folder, std::size_t enough) {
  std::error_code failed;
  std::size_t count = 0;
  for (std::filesystem::recursive_directory_iterator at(folder, failed), end; !failed && at != end && count <= enough;
       at.increment(failed)) {
    ++count;
  }
  return failed ? enough + 1 : count;
}

std::set<std::string_view> folders_of(const Tree& tree) {
  std::set<std::string_view> folders;
  for (const auto& [name, bytes] : tree) {
    for (std::size_t slash = name.rfind('/'); slash != std::string::npos && slash > 0; slash = name.rfind('/', slash - 1)) {
      if (!folders.insert(std::string_view(name).substr(0, slash)).second) break;
    }
  }
  return folders;
}

// One run of write_tree: what it made is removed again unless it was published.
class Writing {
 public:
  // `marked`: the folder is ours as a whole, and says so by its marker.
  Writing(const Tree& tree, std::string target, Target state, bool marked = true)
      : tree_(tree), folders_(folders_of(tree)), target_(std::move(target)), state_(state), marked_(marked) {}
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;

  ~Writing() {
    if (!beside_.empty()) remove_beside();
    if (published_) return;
    for (auto made = made_parents_.rbegin(); made != made_parents_.rend(); ++made) ::rmdir(made->c_str());
  }

  bool run() {
    compare_with_old();
    if (nothing_to_do()) return true;
    return make_parents() && make_beside() && write_all() && settle_mode() && publish();
  }

  // After publishing, the old folder stands beside: away with it. What cannot be removed is named.
  std::string remove_beside() {
    if (beside_.empty()) return {};
    std::error_code failed;
    std::filesystem::remove_all(beside_, failed);
    return failed ? std::exchange(beside_, {}) : (beside_.clear(), std::string{});
  }

  int error = 0;
  std::string failed_at;
  Written written;

 private:
  bool fail(int with, std::string_view at) {
    error = with;
    failed_at = at;
    return false;
  }

  bool allowed() { return !write_fault || write_fault(++writes_); }

  void compare_with_old() {
    equal_.assign(tree_.size(), false);
    if (state_ != Target::ours) return;
    if (!marked_) marker_equal_ = true;
    const int folder = ::open(target_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return;
    std::size_t i = 0;
    for (const auto& [name, bytes] : tree_) equal_[i++] = has_file(folder, name, bytes);
    if (marked_) marker_equal_ = has_file(folder, std::string(output_marker), output_marker_text);
    ::close(folder);
  }

  // The old folder is the new one already: every file is there, and nothing else is.
  bool nothing_to_do() {
    if (!marker_equal_ || std::find(equal_.begin(), equal_.end(), false) != equal_.end()) return false;
    const std::size_t expected = tree_.size() + (marked_ ? 1 : 0) + folders_.size();
    if (entries_below(target_, expected) != expected) return false;
    written.files = tree_.size();
    return true;
  }

  bool make_folder(const std::string& path, std::string_view said) {
    if (!allowed()) return fail(ENOSPC, said);
    return ::mkdir(path.c_str(), 0777) == 0 ? true : fail(errno, said);
  }

  bool make_parents() {
    if (state_ != Target::absent) return true;
    std::vector<std::string> missing;
    std::string parent = std::filesystem::path(target_).parent_path();
    while (parent.size() > 1 && ::access(parent.c_str(), F_OK) != 0 && errno == ENOENT) {
      missing.push_back(parent);
      parent = std::filesystem::path(parent).parent_path();
    }
    for (auto path = missing.rbegin(); path != missing.rend(); ++path) {
      if (!make_folder(*path, *path)) return false;
      made_parents_.push_back(*path);
    }
    return true;
  }

  bool make_beside() {
    if (!allowed()) return fail(ENOSPC, "");
    const std::filesystem::path target(target_);
    std::string name = (target.parent_path() / ("." + target.filename().string() + ".new-XXXXXX")).string();
    if (!::mkdtemp(name.data())) return fail(errno, "");
    beside_ = std::move(name);
    return true;
  }

  bool write_all() {
    if (marked_ && !write_file(beside_ + "/" + std::string(output_marker), output_marker_text)) {
      return fail(error, output_marker);
    }
    // In order, so that a folder comes before those in it.
    for (const std::string_view folder : folders_) {
      if (!make_folder(beside_ + "/" + std::string(folder), folder)) return false;
    }
    std::size_t i = 0;
    for (const auto& [name, bytes] : tree_) {
      ++written.files;
      if (equal_[i++] && link_old(name)) continue;
      ++written.changed;
      if (!write_file(beside_ + "/" + name, bytes)) return fail(error, name);
    }
    return true;
  }

  // Where linking fails for whatever reason (another file system, too many links, a full disk) the file is written, and
  // that says what is the matter.
  bool link_old(const std::string& name) {
    return allowed() && ::link((target_ + "/" + name).c_str(), (beside_ + "/" + name).c_str()) == 0;
  }

  bool write_file(const std::string& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0) return fail(errno, path);
    const bool full = !allowed();
    if (full) bytes = bytes.substr(0, bytes.size() / 2);  // a full disk leaves half a file
    int bad = 0;
    while (!bytes.empty() && bad == 0) {
      const ssize_t put = ::write(file, bytes.data(), bytes.size());
      if (put >= 0) bytes.remove_prefix(static_cast<std::size_t>(put));
      else if (errno != EINTR) bad = errno;
    }
    if (full && bad == 0) bad = ENOSPC;
    if (::close(file) != 0 && bad == 0) bad = errno;
    return bad == 0 ? true : fail(bad, path);
  }

  // mkdtemp makes a folder for us alone; a web server is to read it. The folder that was there keeps its mode.
  bool settle_mode() {
    struct stat about {};
    mode_t mode = 0;
    if (state_ != Target::absent && ::stat(target_.c_str(), &about) == 0) {
      mode = about.st_mode & 07777;
    } else {
      const mode_t mask = ::umask(0);
      ::umask(mask);
      mode = 0777 & ~mask;
    }
    return ::chmod(beside_.c_str(), mode) == 0 ? true : fail(errno, "");
  }

  bool publish() {
    if (!allowed()) return fail(ENOSPC, "");
    const bool there = state_ != Target::absent;
    const unsigned how = there ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, beside_.c_str(), AT_FDCWD, target_.c_str(), how) == 0) {
      published_ = true;
      if (!there) beside_.clear();
      return true;
    }
    if (errno != EINVAL && errno != ENOSYS) return fail(errno, "");
    return publish_in_two();
  }

  // A few file systems (some network ones) cannot exchange. There a reader may find nothing for a moment, but never a
  // mixture; if the second step fails the first is taken back.
  bool publish_in_two() {
    const std::string old = beside_ + ".old";
    const bool there = state_ != Target::absent;
    if (there && ::rename(target_.c_str(), old.c_str()) != 0) return fail(errno, "");
    if (::rename(beside_.c_str(), target_.c_str()) != 0) {
      const int bad = errno;
      if (there) ::rename(old.c_str(), target_.c_str());
      return fail(bad, "");
    }
    published_ = true;
    beside_ = there ? old : std::string{};
    return true;
  }

  const Tree& tree_;
  const std::set<std::string_view> folders_;
  std::string target_;
  Target state_;
  bool marked_;
  std::vector<bool> equal_;  // by position in the tree: the old folder has this very file
  bool marker_equal_ = false;
  std::string beside_;
  std::vector<std::string> made_parents_;
  std::size_t writes_ = 0;
  bool published_ = false;
};

// Absolute, without a trailing slash; a link to a folder is followed, so that the folder is replaced and not the link.
std::string settled(const std::string& path) {
  char real[PATH_MAX];
  if (::realpath(path.c_str(), real)) return real;
  std::error_code failed;
  std::filesystem::path whole = std::filesystem::absolute(path, failed).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  return whole.string();
}

// Every file below a folder. Nothing where something else lies there: it could not be kept as it is.
std::optional<Tree> files_below(const std::string& folder, std::string& other) {
  Tree tree;
  std::error_code failed;
  for (std::filesystem::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string path = at->path().string(), name = path.substr(folder.size() + 1);
    std::error_code unknown;
    const auto kind = at->symlink_status(unknown).type();
    if (kind == std::filesystem::file_type::directory) continue;
    const auto bytes = kind == std::filesystem::file_type::regular ? FileBytes::map(path) : std::nullopt;
    if (!bytes) {
      other = name;
      return {};
    }
    tree.emplace(name, std::string(bytes->view()));
  }
  return tree;
}

std::optional<Written> finish(Writing& writing, const std::string& path, Problems& problems) {
  Place place;
  place.file = path;
  if (!writing.run()) {
    const std::string at = writing.failed_at.empty() ? "" : fmt::format(" (at \"{}\")", writing.failed_at);
    problems.error("cannot-write", place,
                   fmt::format("\"{}\" cannot be written: {}{}.", path, reason(writing.error), at),
                   remedy_for(writing.error));
    return {};
  }
  const std::string left = writing.remove_beside();
  if (!left.empty()) {
    problems.warning("cannot-write", place, fmt::format("The old folder could not be removed; it is now \"{}\".", left),
                     "remove it by hand; the new folder is published");
  }
  return writing.written;
}

}  // namespace

void set_write_fault(std::function<bool(std::size_t)> allow) { write_fault = std::move(allow); }

std::optional<Written> write_tree(const Tree& tree, const std::string& path, Problems& problems) {
  Place place;
  place.file = path;
  for (const auto& [name, bytes] : tree) {
    if (is_file_name(name)) continue;
    problems.error("cannot-write", place, fmt::format("\"{}\" cannot be the name of a file in the folder.", name),
                   "give that page or register another id");
    return {};
  }
  const std::string target = path.empty() ? std::string{} : settled(path);
  int error = path.empty() ? ENOENT : 0;
  const Target state = path.empty() || target == "/" ? Target::foreign : look_at(target, error);
  if (state == Target::foreign) {
    problems.error("not-our-folder", place, fmt::format("\"{}\" was not made by reportcard, so it is not written to.", path),
                   "name a folder that does not exist yet, an empty one, or one that reportcard wrote before");
    return {};
  }
  if (state == Target::unreadable) {
    problems.error("cannot-write", place, fmt::format("\"{}\" cannot be looked at: {}.", path, reason(error)),
                   remedy_for(error));
    return {};
  }
  Writing writing(tree, target, state);
  return finish(writing, path, problems);
}

std::optional<Written> write_into(const Tree& files, const std::string& path, Problems& problems) {
  Place place;
  place.file = path;
  const std::string target = settled(path);
  struct stat about {};
  const bool there = ::lstat(target.c_str(), &about) == 0;
  std::string other;
  std::optional<Tree> all = there ? S_ISDIR(about.st_mode) ? files_below(target, other) : std::nullopt : Tree{};
  if (!all) {
    problems.error("cannot-write", place,
                   other.empty() ? fmt::format("\"{}\" is not a folder.", path) : fmt::format("\"{}\" holds \"{}\", which is no ordinary file that can be read.", path, other),
                   "take it away; nothing was written");
    return {};
  }
  for (const auto& [name, bytes] : files) (*all)[name] = bytes;
  Writing writing(*all, target, there ? Target::ours : Target::absent, false);
  return finish(writing, path, problems);
}

}  // namespace reportcard
