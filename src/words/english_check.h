// SPDX-License-Identifier: MIT
// What a sentence asserts of one figure, held against the figures. Each check says nothing where it holds, else what is
// against it; what was reckoned is kept as a sum.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "words/english_words.h"

namespace reportcard {

using Against = std::optional<std::string>;

struct SaidNumber {
  PrintedNumber number;
  std::string unit;
  bool fraction = false;
  std::optional<HedgeWord> hedge;
};

class EnglishCheck {
 public:
  EnglishCheck(const Card& card, const Figures& figures, const NamedFigure& about) : card_(card), figures_(figures), about_(about) {}

  NamedFigure at(std::optional<Period> period, std::optional<AreaId> area) const;
  std::optional<NamedFigure> before(const NamedFigure& now, AgoWord ago, std::string& reason) const;

  Against value(const NamedFigure& figure, const SaidNumber& said);
  Against counts(const NamedFigure& figure, const SaidNumber& some, const SaidNumber& all);
  Against one_in(const NamedFigure& figure, const SaidNumber& some, const SaidNumber& all);
  // direction as DirectionWord; a number where the size is said.
  Against change(const NamedFigure& now, const NamedFigure& before, std::optional<int> direction, const SaidNumber* size);
  Against multiple(const NamedFigure& now, const NamedFigure& before, int times, std::optional<HedgeWord> hedge);
  Against steady(const NamedFigure& now, int direction);
  // `relation` as WordKind::relation has it.
  Against beside(const NamedFigure& ours, const NamedFigure& theirs, int relation, const SaidNumber* size);
  Against target(const NamedFigure& ours, int relation, const SaidNumber* size, const SaidNumber* value);
  Against narrowing(const NamedFigure& ours, const std::string& comparator, int way);
  Against most(const NamedFigure& figure, int way);
  Against highest_since(const NamedFigure& figure, int superlative, std::optional<Period> since);
  Against highest_among(const NamedFigure& figure, int superlative, const std::string& comparator);
  Against highest_part(const NamedFigure& figure, int superlative);

  const Measure& measure() const { return *about_.measure; }
  const std::vector<std::string>& sums() const { return sums_; }

 private:
  Against known(const NamedFigure& figure) const;
  Against same_series(const NamedFigure& now, const NamedFigure& before) const;
  Against hedged(Ratio value, std::int8_t places, const SaidNumber& said, const std::string& shown) const;
  Against difference(const NamedFigure& now, const NamedFigure& before, const SaidNumber& size);
  std::optional<int> sign_of(int direction, std::string& reason) const;
  Against extreme(const NamedFigure& figure, int superlative, const std::vector<NamedFigure>& others, const std::string& among);
  std::string shown(const NamedFigure& figure) const;

  const Card& card_;
  const Figures& figures_;
  NamedFigure about_;
  std::vector<std::string> sums_;
};

}  // namespace reportcard
