// SPDX-License-Identifier: MIT
// Card folders held in memory, and what is said of them, a problem a line: tests read like the folder and its answer.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/files.h"
#include "base/problem.h"
#include "card/card.h"

namespace reportcard {

struct CardRead {
  std::optional<Card> card;
  Problems problems;
};

inline std::string line_of(const Problem& problem) {
  std::string line = problem.place.file;
  if (problem.place.line) line += ":" + std::to_string(problem.place.line);
  if (problem.place.column) line += ":" + std::to_string(problem.place.column);
  line += problem.severity == Severity::error ? ": error" : problem.severity == Severity::warning ? ": warning" : ": note";
  line += " [" + problem.code + "] " + problem.message;
  if (!problem.remedy.empty()) line += "\n    = " + problem.remedy;
  return line + "\n";
}

// Notes and warnings are left out unless asked for: most tests are about one error.
inline std::string said(const Problems& problems, Severity least = Severity::error) {
  std::string all;
  for (const Problem& problem : problems.sorted()) {
    if (problem.severity >= least) all += line_of(problem);
  }
  return all.empty() ? "nothing" : all;
}

inline CardRead read_files(std::map<std::string, std::string> files) {
  CardRead read;
  std::unique_ptr<Folder> folder = memory_folder(std::move(files));
  read.card = read_card(*folder, read.problems);
  return read;
}

// A folder in which nothing is wrong: each test changes one file of it.
inline std::map<std::string, std::string> small_card() {
  return {
      {"card.toml", R"(title = "Rotherham Report Card"
area = "Rotherham"
period = "2011/12"
baseline = "2009/10"
against = ["england"]
sections = ["outcomes"]

[section.outcomes]
title = "Outcomes"
measures = ["gcse"]
)"},
      {"measures/outcomes.toml", R"([measure.gcse]
title = "Five good GCSEs with English and maths"
from = "attainment"
periods = "academic year"
unit = "percent"
better = "higher"
serves = "context"
target = { "2012/13" = 60.0 }
)"},
      {"data/attainment.csv", R"(period,value,area
2009/10,51.0,
2010/11,53,
2011/12,58.9,
2011/12,58.4,England
)"},
  };
}

inline std::map<std::string, std::string> small_card_with(const std::string& file, const std::string& text) {
  std::map<std::string, std::string> files = small_card();
  files[file] = text;
  return files;
}

}  // namespace reportcard
