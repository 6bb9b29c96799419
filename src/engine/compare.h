// SPDX-License-Identifier: MIT
// Figures set beside their rivals: before, a year ago, the baseline, the target, England and others.
// A change is a change only where it is larger than the rounding of both sides; a gap needs the same period.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/figure.h"

namespace reportcard {

enum class Rival : std::uint8_t { previous, year_ago, baseline, target };
enum class Direction : std::uint8_t { better, worse, no_change, cannot_say };
enum class Cannot : std::uint8_t {
  no, one_figure, few, size_unknown, better_none, break_between, not_same_period, value_unknown, rival_unknown, qualified, no_result, period_not_given,
};
std::string_view cannot_words(Cannot reason);  // "how many is not given"

struct Change {
  Rival rival = Rival::previous;
  Period from, to;
  const Figure* before = nullptr;    // null for a target
  const Figure* now = nullptr;
  Decimal target;                    // rival target
  Ratio difference;                  // now − before: points for percentages, else the unit
  std::int8_t places = Number::wholly;  // fewer of the two: how sentences print it
  std::optional<Ratio> per_cent;     // counts and money only, from a base that is not 0
  int way = 0;                       // -1 down, 0 no change beyond rounding, 1 up: the arrow
  bool about = false;                // one side is known to fewer places than the other
  Direction direction = Direction::cannot_say;
  Cannot cannot = Cannot::no;        // why, where direction is cannot_say
  bool known = false;                // both sides have values and may be compared
};

struct Gap {
  std::string comparator;            // "england", "region", "neighbours", own id
  std::string said;                  // "England", "Yorkshire and the Humber", "statistical neighbours (10 of 10 with a value)"
  Basis basis = Basis::published;
  std::optional<Period> period;      // the common one; none: cannot be compared
  bool current = false;              // period is the one that the comparison is about
  const Figure* ours = nullptr;      // at `period`, or the latest where there is no common one
  const Figure* theirs = nullptr;
  Period ours_period, theirs_period; // dated each for itself
  Ratio difference;                  // ours − theirs
  std::int8_t places = Number::wholly;
  bool about = false;
  int way = 0;                       // below, level beyond rounding, above
  Direction direction = Direction::cannot_say;  // better: on the good side
  Cannot cannot = Cannot::no;
  enum class Trend : std::uint8_t { cannot_say, narrowing, widening, level, overtaken, fallen_behind } trend = Trend::cannot_say;
  std::optional<Ratio> earlier_difference;      // the gap at the previous common period
  std::optional<Ratio> change;                  // difference − earlier_difference: how the gap moved
  std::optional<Period> earlier_period;
  std::uint32_t members = 0, with_value = 0;    // computed comparators; how they are put together stands in theirs->note
};

struct Rank { std::uint32_t rank = 0, of = 0; std::uint8_t quartile = 0; bool tied = false; };

struct Comparison {
  std::uint32_t measure = 0;
  AreaId area = 0;
  std::string choice;
  std::optional<Period> period;      // the current one; none: no value at all
  const Figure* now = nullptr;
  std::optional<Change> previous, year_ago, baseline;
  std::vector<Change> targets;       // each dated target; period none = no date given
  std::vector<Gap> gaps;             // in the order of `against`
  std::optional<Rank> rank;
  const Band* band = nullptr;
  Basis basis = Basis::computed;     // of `now`
  const Figure* published_beside = nullptr;  // the other basis, where both exist
  bool needs_attention = false;      // worse than before or a year ago, behind England or neighbours, off target, open past limit
  bool is_better = false;            // by the same rules the other way
};

// For one period (default: the current one).
Comparison compare(const Card& card, const Figures& figures, std::uint32_t measure, AreaId area, std::string_view choice,
                   std::optional<Period> period = std::nullopt);
// For a nation: every area of the cube at once (ranks and gaps computed once). Same results as compare, by area.
std::vector<Comparison> compare_all(const Card& card, const Figures& figures, std::uint32_t measure, std::string_view choice,
                                    std::optional<Period> period = std::nullopt);
// On the wrong side of England, of neighbours or of a list, for a common period: what the rule of `needs_attention` counts.
// A region is set beside, and not held against.
bool is_behind(Better better, const Gap& gap);
const Band* band_of(const Bands& bands, Ratio value);

}  // namespace reportcard
