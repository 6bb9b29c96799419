// SPDX-License-Identifier: MIT
// Which numbers of a sentence are no claims: those of names and definitions. "Key stage 2", "within 10 working days" and
// "aged 16 to 18" hold no figures; "stage 2" in a sentence about stage 1 speaks of something else.
#pragma once
#include <vector>

#include "words/english_pieces.h"
#include "words/named_figure.h"

namespace reportcard {

struct EnglishMasks {           // one a piece
  std::vector<bool> name;       // part of a name or a definition
  std::vector<bool> other;      // the number of another definition than the measure's
};
EnglishMasks english_masks(const NamedFigure& about, const std::vector<EnglishPiece>& pieces);

}  // namespace reportcard
