// SPDX-License-Identifier: MIT
// Whether anything below a folder changed (inotify). Editors replace files, so folders are watched, not files.
#pragma once
#include <string>

namespace reportcard {

class Watch {
 public:
  explicit Watch(const std::string& folder);
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  bool works() const { return handle_ >= 0; }
  int handle() const { return handle_; }  // readable when something changed
  bool drain();                           // true if something did; new folders are watched from here on

 private:
  void add(const std::string& folder);
  std::string folder_;
  int handle_ = -1;
};

}  // namespace reportcard
