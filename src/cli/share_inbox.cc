// SPDX-License-Identifier: MIT
#include "cli/share_inbox.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/files.h"
#include "base/text.h"
#include "base/utf8.h"

namespace reportcard {

namespace {

// The folder beside which a result is written gets some letters more, and a name may have 255 bytes.
constexpr std::size_t longest_name = 200;

std::string reason(int error) { return std::error_code(error, std::generic_category()).message(); }

bool is_quiet(const std::string& name) {
  const std::string folded = fold(name);
  if (name[0] == '.' || name.starts_with("~$") || name.starts_with(".~lock.")) return true;  // hidden; Excel's and LibreOffice's locks
  for (const char* ending : {".tmp", ".part", ".partial", ".crdownload", ".filepart", ".lnk"})
    if (folded.ends_with(ending)) return true;
  return folded == "thumbs.db" || folded == "desktop.ini";
}

// A name that could steer a terminal, or stand for another place, is not used for a folder of ours.
bool is_plain(const std::string& name) { return is_utf8(name) && printable(name) == name && name.find('\t') == name.npos && !leaves_folder(name); }

Dropped dropped(const std::string& name, const struct stat& about) {
  return {name, static_cast<std::uint64_t>(about.st_size), static_cast<std::uint64_t>(about.st_ino),
          static_cast<std::int64_t>(about.st_mtim.tv_sec) * 1'000'000'000 + about.st_mtim.tv_nsec};
}

int open_folder(const std::string& path) { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC); }

}  // namespace

Look look_into(const std::string& inbox) {
  Look look;
  const int folder = open_folder(inbox);
  DIR* open = folder < 0 ? nullptr : ::fdopendir(folder);
  if (open == nullptr) {
    look.failed = errno == ELOOP || errno == ENOTDIR ? "it is no folder" : reason(errno);
    if (folder >= 0) ::close(folder);
    return look;
  }
  while (const dirent* entry = ::readdir(open)) {
    const std::string name = entry->d_name;
    if (is_quiet(name)) continue;
    struct stat about {};
    if (::fstatat(folder, name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0) continue;  // gone again
    if (!is_plain(name)) look.left_alone.push_back({printable(name), "has letters in its name that cannot be used. Give it a plain name."});
    else if (name.size() > longest_name) look.left_alone.push_back({name, "has too long a name. Give it a shorter one."});
    else if (S_ISREG(about.st_mode) && name.find('.') == name.npos) look.left_alone.push_back({name, "has no ending such as .xlsx, so nobody knows what it is."});
    else if (S_ISDIR(about.st_mode)) look.left_alone.push_back({name, "is a folder. Put the files themselves into inbox/."});
    else if (S_ISLNK(about.st_mode)) look.left_alone.push_back({name, "is a link, and links are not followed. Put the file itself into inbox/."});
    else if (!S_ISREG(about.st_mode)) look.left_alone.push_back({name, "is no file."});
    else look.files.push_back(dropped(name, about));
  }
  ::closedir(open);
  std::sort(look.files.begin(), look.files.end(), [](const Dropped& a, const Dropped& b) { return a.name < b.name; });
  std::sort(look.left_alone.begin(), look.left_alone.end(), [](const LeftAlone& a, const LeftAlone& b) { return a.name < b.name; });
  return look;
}

std::vector<Dropped> Settling::copied(const Look& look) {
  std::vector<Dropped> same;
  std::map<std::string, Dropped> now;
  waits_ = false;
  for (const Dropped& file : look.files) {
    const auto before = before_.find(file.name);
    if (before != before_.end() && before->second == file) same.push_back(file);
    else waits_ = true;
    now.emplace(file.name, file);
  }
  before_ = std::move(now);
  return same;
}

std::optional<std::string> read_dropped(const std::string& inbox, const Dropped& file, std::string& why) {
  why.clear();
  const int folder = open_folder(inbox);
  if (folder < 0) return std::nullopt;
  const int opened = ::openat(folder, file.name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  const int error = errno;
  ::close(folder);
  if (opened < 0) {
    if (error != ENOENT) why = "cannot be read: " + reason(error) + ".";
    return std::nullopt;
  }
  struct stat about {};
  std::string bytes;
  bool good = ::fstat(opened, &about) == 0 && S_ISREG(about.st_mode) && dropped(file.name, about) == file && file.size <= largest_dropped;
  if (good) bytes.resize(file.size);
  std::size_t done = 0;
  while (good && done < bytes.size()) {
    const ssize_t got = ::read(opened, bytes.data() + done, bytes.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) why = "cannot be read: " + reason(errno) + ".";
    if (got <= 0) good = false;
    else done += static_cast<std::size_t>(got);
  }
  // Written to while it was read: the next look sees another file.
  good = good && ::fstat(opened, &about) == 0 && dropped(file.name, about) == file;
  ::close(opened);
  return good ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace reportcard
