// SPDX-License-Identifier: MIT
// What changed between two editions, said by the grammar of every other sentence: one line a change, no sum of changes.
#pragma once
#include <optional>
#include <string>

#include "engine/edition_changes.h"
#include "words/sentence.h"

namespace reportcard {

struct EditionLine {
  EditionChangeKind kind = EditionChangeKind::moved;
  std::string measure;                      // id
  std::string title, part;                  // "Providers judged good or better", "Nursery and primary schools"; part "" the whole
  std::string what;                         // both: "Providers judged good or better (Nursery and primary schools)"
  std::string then, then_when, now, now_when;   // "72.3%", "September 2012"; "" where there is none to print
  std::optional<DirectionWords> direction;
  std::string said;                         // all of it in one or two sentences
  std::string why, effect, on;              // of the register `revisions`; `on` is "9 November 2012"
};

EditionLine edition_line(const Card& card, const Grammar& grammar, const EditionChange& change);
std::string heading_of(const Grammar& grammar, EditionChangeKind kind);   // "Revised"

}  // namespace reportcard
