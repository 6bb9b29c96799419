// SPDX-License-Identifier: MIT
// Another program run to its end: a browser that prints, a converter. Never through a shell, never longer than it may.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reportcard {

// The program of the first of these names that is found on PATH, whole; nothing where there is none.
std::optional<std::string> find_program(const std::vector<std::string>& names);

struct Ran {
  int code = -1;            // as the program ended; -1: it was stopped, or could not be started
  bool too_long = false;    // stopped, with all that it had started, when its time was over
  std::string errors;       // what it wrote to stderr, the first 64 kB
};
// `words[0]` is the program. `also` is added to the environment. What it writes to stdout is not read. Relative names
// are those of `folder`, in which it runs.
Ran run_program(const std::vector<std::string>& words, const std::string& folder, int seconds,
                const std::vector<std::pair<std::string, std::string>>& also = {});

// A folder of its own below the one for temporary files, gone with this. `path` is "" where none can be made.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::string& path() const { return path_; }
  bool put(const std::string& name, const std::string& bytes) const;  // false: it cannot be written

 private:
  std::string path_;
};

}  // namespace reportcard
