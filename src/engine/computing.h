// SPDX-License-Identifier: MIT
// What the steps of computing share: the card, the figures as they grow, and the words that figures point to.
// Only for the files of this room.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "card/card.h"
#include "engine/figure.h"
#include "engine/row_columns.h"

namespace reportcard {

constexpr std::uint32_t no_slot = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t problems_of_a_kind = 50;  // more tell nothing new

struct LargerArea;
struct ChoiceAxis;

struct Computing {
  const Card& card;
  Problems& problems;
  Figures& figures;
  std::unordered_map<std::string, std::uint16_t> known_texts;
  std::vector<std::vector<LargerArea>> larger;  // by measure: the places put together from others
  std::uint16_t text(std::string_view words);   // index into Figures::texts
};

// values.cc: figures that are given, not counted. All measures that read one register share one pass over its rows.
struct ValueTask {
  std::uint32_t measure = 0;
  bool published = false;  // the values published beside computed ones: rows of Measure::published
};
void read_values(Computing& computing, const Records& records, const std::vector<ValueTask>& tasks);

// parts.cc: the whole added up from its parts where it is not given.
void add_parts(Computing& computing, Cube& cube, const ChoiceAxis& axis);

// formula.cc: figures made of other measures' figures, which are there.
void make_formula(Computing& computing, std::uint32_t measure);
void make_rate(Computing& computing, std::uint32_t measure);  // rate.cc: the numerator is counted already

// small_numbers.cc: those that could point to a person are kept back, with what would reveal them.
void hide_small_numbers(Computing& computing, std::uint32_t measure);

// lists.cc: what the card's own lists of places come to.
void put_lists_together(Computing& computing);

// A cube with every cell unknown for the reason given.
Cube empty_cube(std::uint32_t measure, Side side, Basis basis, std::vector<AreaId> areas, std::vector<std::string> choices,
                std::vector<Period> periods, std::uint16_t reason);

// The value of a share, rate or ratio of whole numbers, in the unit of the measure.
std::optional<Ratio> made_of_counts(const Measure& measure, std::int64_t numerator, std::int64_t denominator);
int scale_places(const Measure& measure);  // 6 for millions

}  // namespace reportcard
