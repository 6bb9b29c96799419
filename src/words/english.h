// SPDX-License-Identifier: MIT
// A sentence about one figure, in plain English, tested: its values, units, changes, directions, periods, comparators and
// superlatives must each be found in the figures. What cannot be read as such is refused too: a gate that lets through what
// it does not understand is none. docs/claims.md lists what it understands.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "words/named_figure.h"
#include "words/statement.h"

namespace reportcard {

struct SentenceVerdict {
  Verdict verdict = Verdict::cannot_be_tested;
  std::string sum;                 // what was found: "56.7 in 2011/12; 56.7 − 50.8 = 5.9"
  std::string reason;              // what is against it
  std::size_t from = 0, to = 0;    // bytes of the text that are blamed
};
SentenceVerdict test_sentence(const Card& card, const Figures& figures, const NamedFigure& about, std::string_view text);

}  // namespace reportcard
