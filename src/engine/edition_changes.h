// SPDX-License-Identifier: MIT
// One edition against an earlier one: what was corrected, revised, moved, added, withdrawn or defined anew.
// Both sides are figures as editions keep them, so that what was published then is what is compared, whatever the records
// say today. Never counted up: ten small changes say nothing about one large one.
#pragma once
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "card/edition_record.h"
#include "engine/compare.h"

namespace reportcard {

// The figures of an edition, of a card folder or of one file, ready to be compared.
struct KeptEdition {
  std::string id, title;                 // "2012-10", "October 2012"; of a file its name
  std::optional<Date> day;               // published, else the last day it is about
  bool named_by_figures = false;         // measures are known from figures alone (a download): no definitions, no audiences
  std::vector<KeptFigure> figures;
  std::vector<Figure> numbers;           // beside `figures`: as the engine has them
  std::vector<KeptMeasure> measures;
};
using Kept = std::shared_ptr<const KeptEdition>;
Kept kept_edition(std::string id, std::string title, std::optional<Date> day, std::vector<KeptFigure> figures, std::vector<KeptMeasure> measures);

enum class EditionChangeKind : std::uint8_t { correction, revised, moved, added, withdrawn, definition };

struct EditionChange {
  static constexpr std::uint32_t no_measure = std::numeric_limits<std::uint32_t>::max();
  EditionChangeKind kind = EditionChangeKind::moved;
  std::string measure, title, choice;
  std::string area;                      // name of the place; "" the card's own
  std::uint32_t index = no_measure;      // into Card::measures; none where the card has it no longer
  const KeptFigure *before = nullptr, *now = nullptr;   // of the earlier and the later edition; null: there is none
  bool before_shown = false;             // the earlier value may stand on a page: the later edition does not hide it
  std::optional<Change> change;          // moved and revised, where both sides can be set against each other
  std::optional<std::size_t> row;        // of the register `revisions`: why
  std::vector<std::string> keys;         // definition: "target: 65, was 60"
};

struct EditionChanges {
  Kept before, now;                      // `before` null: the first edition
  std::vector<EditionChange> all;        // by kind, in the order above; within it in the order of the measures
  bool any(EditionChangeKind kind) const;
};

// What `reader` may see of it. `today`: figures that are hidden, or are for others, in what is published now are told by
// no earlier edition either. Measures in the order of the later edition.
EditionChanges compare_editions(const Card& card, Kept before, Kept now, Audience reader, const KeptEdition* today = nullptr);

// Warns of past values that changed and that no row of `revisions` explains, one problem a measure.
// Problems: revision-unexplained.
void check_revisions(const Card& card, const EditionChanges& changes, Problems& problems);

// A card of nothing but the measures that these figures tell of, for figures that come without their card.
void measures_from_figures(const KeptEdition& edition, Card& card);

}  // namespace reportcard
