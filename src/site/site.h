// SPDX-License-Identifier: MIT
// The pages and downloads of a card, made from a view that holds nothing but what its readers may see. Computes nothing.
#pragma once
#include "base/files.h"
#include "card/card.h"
#include "engine/compare.h"
#include "engine/edition_changes.h"
#include "words/prose.h"
#include "words/sentence.h"
#include "words/statement.h"

namespace reportcard {

// What a build needs, all made before the first page.
struct Edition {
  const Card& card;
  const Figures& figures;
  const Grammar& grammar;
  const std::map<std::string, Prose>& prose;      // by file name: "words/outcomes.md"
  const std::vector<Finding>& findings;
  std::string version;                            // of the program
  Audience audience = Audience::public_;          // for whom the pages are
  const std::vector<EditionChanges>* history = nullptr;  // from edition to edition, oldest first; null: the card has none
  std::string draft = {};                         // "Draft: not signed by ..."; "" where it is none
};

Tree build_site(const Edition& edition, Problems& problems);

// figures.csv and comparisons.csv alone, for the command line.
// `measure` "" is all that `reader` may see, and one that is named is given whoever reads; no area is all.
std::string figures_csv(const Card& card, const Figures& figures, std::string_view measure = {}, std::optional<AreaId> area = std::nullopt,
                        Audience reader = Audience::public_);
// figures.csv of an edition's record: every measure that anybody may see, with all that a figure is known by.
std::string kept_figures_csv(const Card& card, const Figures& figures);
std::string comparisons_csv(const Card& card, const Figures& figures, Audience reader = Audience::public_);

}  // namespace reportcard
