// SPDX-License-Identifier: MIT
// An invented card in memory, and what claims and rules find in it. Tests change a file or two of it.
#pragma once
#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "card/card.h"
#include "engine/compare.h"
#include "words/statement.h"

namespace reportcard {

using Files = std::map<std::string, std::string>;

inline Files ashby() {
  return {
      {"card.toml", R"(title = "Ashby"
area = "Rotherham"
period = "2023/24"
against = ["england"]
sections = ["learning", "voice"]
[section.learning]
title = "Learning"
measures = ["share"]
[section.voice]
title = "Voice"
measures = ["letters"]
)"},
      {"measures/a.toml", R"([measure.share]
title = "Reviews held in time"
from = "shares"
periods = "financial year"
unit = "percent"
better = "higher"
size = "many"
serves = "context"
baseline = "2020/21"

[measure.letters]
title = "Letters"
from = "letters"
periods = "financial year"
unit = "count"
better = "lower"
counts = "cases"
serves = "context"

[measure.writers]
title = "People who wrote"
from = "writers"
periods = "financial year"
unit = "count"
better = "none"
counts = "people"
serves = "context"
)"},
      {"data/shares.csv", R"(period,area,value
2020/21,,58
2021/22,,60.1
2022/23,,62.0
2023/24,,65.3
2022/23,England,63.5
2023/24,England,63.0
)"},
      {"data/letters.csv", "period,value\n2022/23,200\n2023/24,250\n"},
      {"data/writers.csv", "period,value\n2022/23,120\n2023/24,90\n"},
  };
}

inline Files with(Files files, const Files& changed) {
  for (const auto& [name, text] : changed) files[name] = text;
  return files;
}

// "kind = 'change'; about = 'share'" as a table of statements.toml.
inline std::string table(const std::string& heading, std::string keys) {
  std::string out = "[[" + heading + "]]\n";
  for (std::size_t at = 0; at < keys.size();) {
    const std::size_t end = std::min(keys.find("; ", at), keys.size());
    out += keys.substr(at, end - at) + "\n";
    at = end + 2;
  }
  return out;
}
inline std::string claim(const std::string& keys) { return table("claim", keys); }
// A claim of another document.
inline std::string printed(const std::string& keys) { return table("claim", keys + "; at = 'report:7'; source = 'Report'"); }

struct TestedCard {
  std::optional<Card> card;
  Figures figures;
  std::vector<Finding> findings;
  Problems read, said;   // of reading and computing; of statements and rules

  std::string sums_of(const std::string& rule) const {
    std::string all;
    for (const Finding& finding : findings) {
      if (finding.rule == rule && finding.verdict != Verdict::holds) all += (all.empty() ? "" : "\n") + finding.sum;
    }
    return all;
  }
  std::size_t count(const std::string& rule, Verdict verdict = Verdict::fails) const {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const Finding& one) { return one.rule == rule && one.verdict == verdict; }));
  }
  std::string problems() const { return print_problems(read.sorted(), false) + print_problems(said.sorted(), false); }
};

inline std::unique_ptr<TestedCard> test_card(const Folder& folder) {
  auto tested = std::make_unique<TestedCard>();
  tested->card = read_card(folder, tested->read);
  if (!tested->card) return tested;
  tested->figures = compute(*tested->card, tested->read);
  tested->findings = test_statements(*tested->card, tested->figures, {}, tested->said);
  return tested;
}
inline std::unique_ptr<TestedCard> test_card(const Files& files) { return test_card(*memory_folder(files)); }

}  // namespace reportcard
