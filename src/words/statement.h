// SPDX-License-Identifier: MIT
// Claims about figures, tested: ours must hold; another document's that do not hold are findings, printed with their sum.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "card/register.h"
#include "engine/compare.h"
#include "words/prose.h"

namespace reportcard {

enum class Verdict : std::uint8_t { holds, fails, cannot_be_tested };

struct Finding {               // what a claim or a general rule showed
  std::string rule;            // "claim", "parts-against-total", "points-said-as-per-cent", ...
  Place place;                 // in the folder's file
  std::string at;              // "report-card-2011-12:162": where the document says it
  std::string source;          // whose document; "" = the card's own words
  Verdict verdict = Verdict::fails;
  std::string message;         // one sentence
  std::string sum;             // "30.470 + 9.257 + 3.737 + 4.514 = 47.978, over 41 by 6.978"
  std::string figure;          // the figure it stands beside, if any
  std::string explains;        // the answer given in the data, if any
  Audience audience = Audience::public_;  // who may read it: those who may see every figure and row that it speaks of
};

// All claims of statements.toml and all general rules (design 8); what holds is among them. Problems: claim-false (an own
// claim: error), claim-untestable (own: warning), claim-not-borne (another document's: note), claim-syntax, claim-unknown,
// claim-incomplete, rule-unfit; and each finding of a rule under the rule's id, a note where it is another document's.
std::vector<Finding> test_statements(const Card& card, const Figures& figures, const std::vector<Prose>& prose, Problems& problems);

}  // namespace reportcard
