// SPDX-License-Identifier: MIT
// From a folder on disk to everything a command may need, in one order: card, figures, grammar, prose, statements.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "card/card.h"
#include "engine/figure.h"
#include "words/prose.h"
#include "words/sentence.h"
#include "words/statement.h"

namespace reportcard {

struct Loaded {
  std::unique_ptr<Card> card;  // on the heap, so that what points into it stays right when Loaded moves
  Figures figures;
  Grammar grammar;
  std::map<std::string, Prose> prose;
  std::vector<Finding> findings;
};

// Nothing only where there is no card to speak of; the problems say why. With problems of severity error the rest is
// still made as far as it can be, so that all problems are shown at once.
std::optional<Loaded> load(const Folder& folder, Problems& problems, std::string_view edition = {});

// Like load, but stops after the figures: for commands that print no words.
std::optional<Loaded> load_figures(const Folder& folder, Problems& problems, std::string_view edition = {});

}  // namespace reportcard
