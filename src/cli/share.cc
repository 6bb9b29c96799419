// SPDX-License-Identifier: MIT
// `reportcard serve --share DIR`: a card folder on a share. Workbooks dropped into inbox/ come back in outbox/ as a page of
// problems, a marked copy and a draft. Nothing is published by dropping, nothing is lost, and the card is only read.
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "base/date.h"
#include "cli/commands.h"
#include "cli/share_inbox.h"
#include "cli/share_outbox.h"
#include "cli/share_trial.h"
#include "cli/watch.h"

namespace reportcard {

namespace {

constexpr int while_copying_ms = 1000;          // at most, between two looks at a file that was not there before
constexpr rlim_t longest_trial_s = 300;         // of computing
constexpr std::time_t again_after_s = 60;       // where a result could not be written

volatile std::sig_atomic_t stopped = 0;

void stop_on_signals() {
  struct sigaction stop {};
  stop.sa_handler = [](int) { stopped = 1; };   // without SA_RESTART: waiting ends at once
  ::sigaction(SIGINT, &stop, nullptr);
  ::sigaction(SIGTERM, &stop, nullptr);
}

// Changes where any file of the card does: a result made with another card is not the same result.
std::string state_of_card(const std::string& folder) {
  std::string all;
  for (const std::string& name : disk_folder(folder)->list()) {
    struct stat about {};
    if (name.starts_with("inbox/") || name.starts_with("outbox/") || ::stat((folder + "/" + name).c_str(), &about) != 0) continue;
    all += name + " " + std::to_string(about.st_size) + " " + std::to_string(about.st_mtim.tv_sec) + "." + std::to_string(about.st_mtim.tv_nsec) + "\n";
  }
  return sha256_hex(all);
}

Saved saved_at(const Dropped& file) {
  const std::time_t when = static_cast<std::time_t>(file.changed / 1'000'000'000);
  std::tm local{};
  localtime_r(&when, &local);
  char clock[16];
  std::strftime(clock, sizeof clock, "%H:%M", &local);
  const Date day = Date::of(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1), static_cast<unsigned>(local.tm_mday));
  return {day, day.said() + " at " + clock};
}

Place place_of(const Dropped& file) {
  Place place;
  place.file = "inbox/" + file.name;
  return place;
}

class Share {
 public:
  explicit Share(const std::string& folder) : folder_(folder), inbox_(folder + "/inbox"), outbox_(folder + "/outbox") {}
  std::string open();
  // All that has been copied is tried; false where a file has errors or something could not be done.
  bool look_once();
  bool waits() const { return settling_.waits(); }
  const std::string& inbox() const { return inbox_; }

 private:
  struct Done { Dropped file; std::string card; std::time_t again = 0; };
  bool try_one(const Dropped& file, const std::string& card);
  bool try_apart(const Dropped& file, std::string bytes, const TriedWith& with);
  bool refuse(const Dropped& file, const TriedWith& with, const Problems& why);

  std::string folder_, inbox_;
  Outbox outbox_;
  Settling settling_;
  std::map<std::string, Done> done_;
};

std::string Share::open() {
  struct stat about {};
  if (::stat((folder_ + "/card.toml").c_str(), &about) != 0) return "\"" + folder_ + "\" holds no card.toml. Name the folder of a card.";
  if (::mkdir(inbox_.c_str(), 0777) != 0 && errno != EEXIST) return "inbox/ cannot be made: " + std::string(std::strerror(errno)) + ".";
  const std::string why = outbox_.open();
  return why.empty() ? "" : why + ".";
}

bool Share::look_once() {
  struct stat about {};
  const bool there = ::stat((folder_ + "/card.toml").c_str(), &about) == 0;
  if (there) ::mkdir(inbox_.c_str(), 0777);   // somebody took it away; where the share is gone nothing is made
  const Look look = look_into(inbox_);
  if (!look.failed.empty()) {
    outbox_.log_once("inbox/", "it cannot be looked into, because " + look.failed + ". Is the share there?");
    return false;
  }
  bool good = true;
  for (const LeftAlone& one : look.left_alone) outbox_.log_once(one.name, one.why);
  const std::vector<Dropped> copied = settling_.copied(look);
  if (copied.empty()) return good;
  const std::string card = state_of_card(folder_);
  for (const Dropped& file : copied) {
    if (stopped != 0) break;
    const auto before = done_.find(file.name);
    const bool same = before != done_.end() && before->second.file == file && before->second.card == card;
    if (same && (before->second.again == 0 || std::time(nullptr) < before->second.again)) continue;
    good = try_one(file, card) && good;
  }
  return good;
}

bool Share::try_one(const Dropped& file, const std::string& card) {
  Done& done = done_[file.name];
  done = {file, card, 0};
  if (file.size > largest_dropped) {
    Problems why;
    why.error("file-too-large", place_of(file), "\"" + file.name + "\" is larger than 256 MB.", "take out what the card does not need, or split the file");
    return refuse(file, {"-", card}, why);
  }
  std::string why;
  std::optional<std::string> bytes = read_dropped(inbox_, file, why);
  if (!bytes) {
    if (!why.empty()) outbox_.log_once(file.name, why);
    done.again = std::time(nullptr) + (why.empty() ? 0 : again_after_s);
    return why.empty();
  }
  const TriedWith with{sha256_hex(*bytes), card};
  if (outbox_.was_tried(file.name, with)) return true;
  return try_apart(file, std::move(*bytes), with);
}

bool Share::refuse(const Dropped& file, const TriedWith& with, const Problems& why) {
  if (outbox_.was_tried(file.name, with)) return true;
  std::string said;
  const bool written = outbox_.put(file.name, not_tried(file.name, why.all().front(), saved_at(file)), with, said);
  written ? outbox_.log(file.name, said) : outbox_.log_once(file.name, said);
  if (!written) done_[file.name].again = std::time(nullptr) + again_after_s;
  return false;
}

// In a process of its own: whatever a stranger's file does to it, the share is looked after further.
bool Share::try_apart(const Dropped& file, std::string bytes, const TriedWith& with) {
  enum Outcome { fine = 0, faulty = 1, unwritten = 3 };
  std::fflush(stderr);
  int line[2] = {-1, -1};   // what the log is to say
  const pid_t child = ::pipe2(line, O_CLOEXEC) == 0 ? ::fork() : -1;
  if (child < 0) {
    outbox_.log_once(file.name, "cannot be tried just now: " + std::string(std::strerror(errno)) + ".");
    for (const int end : line)
      if (end >= 0) ::close(end);
    done_[file.name].again = std::time(nullptr) + again_after_s;
    return false;
  }
  if (child == 0) {
    // To stop in the middle of writing would leave half a folder beside: this is soon done.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGTERM, SIG_IGN);
    const rlimit computing{longest_trial_s, longest_trial_s}, no_core{0, 0};
    ::setrlimit(RLIMIT_CPU, &computing);
    ::setrlimit(RLIMIT_CORE, &no_core);
    Outcome outcome = unwritten;
    try {
      const auto folder = disk_folder(folder_);
      Trial trial = try_dropped(*folder, file.name, std::move(bytes), saved_at(file));
      const bool faults = trial.errors != 0;
      std::string said;
      if (outbox_.put(file.name, std::move(trial), with, said)) outcome = faults ? faulty : fine;
      (void)!::write(line[1], said.data(), std::min<std::size_t>(said.size(), PIPE_BUF));
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s: %s\n", file.name.c_str(), error.what());
      ::abort();
    }
    std::fflush(nullptr);
    ::_exit(outcome);
  }
  ::close(line[1]);
  std::string said;
  char part[PIPE_BUF];
  for (ssize_t got; (got = ::read(line[0], part, sizeof part)) > 0 || (got < 0 && errno == EINTR);)
    if (got > 0) said.append(part, static_cast<std::size_t>(got));
  ::close(line[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  if (WIFEXITED(status)) {
    if (!said.empty()) WEXITSTATUS(status) == unwritten ? outbox_.log_once(file.name, said) : outbox_.log(file.name, said);
    if (WEXITSTATUS(status) == unwritten) done_[file.name].again = std::time(nullptr) + again_after_s;
    return WEXITSTATUS(status) == fine;
  }
  Problems why;
  why.error("file-untried", place_of(file), "\"" + file.name + "\" could not be tried: it needs more time or memory than there is.",
            "save it anew with less in it; if it comes again, tell whoever looks after the program");
  return refuse(file, with, why);
}

}  // namespace

int run_share(const ServeOptions& options) {
  Share share(options.folder);
  if (const std::string why = share.open(); !why.empty()) {
    std::fprintf(stderr, "reportcard: %s\n", why.c_str());
    return 1;
  }
  const int every_ms = static_cast<int>(options.every * 1000), soon_ms = std::min(every_ms, while_copying_ms);
  stop_on_signals();
  if (options.once) {
    bool good = share.look_once();   // the first look only sees what is there
    if (share.waits() && stopped == 0) {
      ::poll(nullptr, 0, soon_ms);
      good = share.look_once() && good;
      if (share.waits()) std::fprintf(stderr, "Something is still being copied: it is left for the next time.\n");
    }
    return good ? 0 : 1;
  }
  Watch watch(share.inbox());
  std::fprintf(stderr, "Looking after %s. Drop workbooks into inbox/ and look into outbox/.   (stop with Ctrl+C)\n", options.folder.c_str());
  while (stopped == 0) {
    share.look_once();
    if (stopped != 0) break;
    pollfd waiting{watch.handle(), POLLIN, 0};
    // A file seen for the first time is looked at again soon, and not at once: it may still grow.
    if (share.waits()) ::poll(nullptr, 0, soon_ms);
    else if (::poll(&waiting, watch.works() ? 1 : 0, every_ms) > 0) watch.drain();
  }
  std::fprintf(stderr, "Stopped.\n");
  return 0;
}

}  // namespace reportcard
