// SPDX-License-Identifier: MIT
// What comes back from a share: a folder a dropped file, written whole or not at all, and a line in log.txt.
#pragma once
#include <map>
#include <string>

#include "base/files.h"
#include "cli/share_trial.h"

namespace reportcard {

// What a result was made of: the same again need not be tried. Kept in the result.
struct TriedWith {
  std::string file, card;    // SHA-256 of the file's bytes; of names, sizes and times of the card's files
  std::string text() const;  // with the version of the program
};

// The folder in outbox/ for a dropped file: its name, without the ending of a workbook ("card" for card.xlsx). Others keep
// theirs, so that card.xlsx and card.csv do not meet.
std::string result_folder(const std::string& name);

class Outbox {
 public:
  explicit Outbox(std::string folder) : folder_(std::move(folder)) {}
  // Makes the folder where it is not there, takes it for this process alone and clears away what a run that was cut off
  // left behind. Says why not; "" is good.
  std::string open();
  void close();
  ~Outbox() { close(); }
  Outbox(const Outbox&) = delete;
  Outbox& operator=(const Outbox&) = delete;
  bool was_tried(const std::string& name, const TriedWith& with) const;
  // `said` is the line for the log; false where the result cannot be written.
  bool put(const std::string& name, Trial trial, const TriedWith& with, std::string& said) const;
  // One line, with the time of day.
  void log(const std::string& name, const std::string& said);
  // What lasts (a link in the inbox, a full disk) is not said at each look, nor at each run of a cron job.
  void log_once(const std::string& name, const std::string& said);

 private:
  std::string folder_;
  int lock_ = -1;
  std::map<std::string, std::string> last_said_;   // by name: the last line of the log
  void recall();
};

}  // namespace reportcard
