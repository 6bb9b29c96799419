// SPDX-License-Identifier: MIT
// Figures: measure × area × choice × period × basis, exact, each with what it was made of.
// A figure is 64 bytes with indices and no strings; its words stand once in `Figures`.
#pragma once
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/period.h"
#include "base/problem.h"
#include "card/areas.h"
#include "card/measure.h"

namespace reportcard {

struct Card;

enum class Status : std::uint8_t { final_, provisional, revised, forecast };
enum class Basis : std::uint8_t { computed, published };
// Figures beside the main one: ID.late, ID.median, ID.open, ID.overdue, ID.entities, ID.unjudged, ID.n
enum class Side : std::uint8_t { main, late, median, open, overdue, entities, unjudged, n };
enum class Qualifier : std::uint8_t { none, at_least, over, about, at_most, under };

struct Figure {
  static constexpr std::uint32_t no_row = std::numeric_limits<std::uint32_t>::max();
  Ratio value;                       // in the measure's unit: a percentage runs from 0 to 100; pounds are pounds
  std::int64_t numerator = 0, denominator = 0;  // where has_counts
  std::uint32_t row = no_row;        // kind value: the row of the register
  std::uint32_t counted = 0;         // rows that made it
  std::int32_t published = std::numeric_limits<std::int32_t>::min();  // day made known, or min: not given
  std::uint16_t symbol = 0, reason = 0, note = 0, called = 0;  // into Figures::texts; 0 is ""
  std::int8_t places = Number::wholly;  // how far the value is known (Number::places)
  Status status = Status::final_;
  Qualifier qualifier = Qualifier::none;
  bool known = false;                // else there is a symbol or a reason
  bool has_counts = false;
  bool hidden = false;               // small number, design 12: then not known; the value stays here for sums, never printed
};

// All figures of one measure, side and basis, dense: [area][choice][period].
struct Cube {
  std::uint32_t measure = 0;         // index into Card::measures
  Side side = Side::main;
  Basis basis = Basis::computed;
  std::vector<AreaId> areas;
  std::vector<std::string> choices;  // [0] is "", the whole; "a/b" is a part of "a"
  std::vector<Period> periods;       // ascending; not_given first where there is one
  std::vector<Figure> figures;
  const Figure* find(AreaId area, std::string_view choice, Period period) const;  // null: no such cell
  std::optional<std::size_t> area_slot(AreaId area) const;       // areas and periods are in ascending order
  std::optional<std::size_t> choice_slot(std::string_view choice) const;
  std::optional<std::size_t> period_slot(Period period) const;
  Figure& at(std::size_t area, std::size_t choice, std::size_t period) {
    return figures[(area * choices.size() + choice) * periods.size() + period];
  }
  const Figure& at(std::size_t area, std::size_t choice, std::size_t period) const {
    return figures[(area * choices.size() + choice) * periods.size() + period];
  }
};

// Rows read = counted + left out by reason; a test holds the sum. One a measure.
enum class LeftOut : std::uint8_t { where_no, blank, no_date, end_before_start, not_asked_for, area_unknown, superseded, not_yet_known };
struct Account {
  std::uint64_t read = 0, counted = 0;
  std::array<std::uint64_t, 8> left_out{};  // by LeftOut
  // `latest` only: entities = judged + unjudged + closed + not yet open, at the current period of the card's area
  std::uint64_t entities = 0, judged = 0, unjudged = 0, closed = 0, not_yet_open = 0;
};
std::string_view left_out_words(LeftOut reason);  // "a column it needs is blank"

// What the places of one of the card's lists (neighbours) come to together. Its cube has one area, which is no place.
struct ListCube {
  std::string comparator;
  Cube cube;
  std::uint32_t members = 0;
  std::vector<std::uint32_t> with_value;  // as cube.figures: how many of the members had a value
};

struct Figures {
  std::vector<Cube> cubes;
  std::vector<ListCube> lists;
  std::vector<Account> accounts;     // by measure index
  std::vector<std::string> texts{std::string{}};
  // The shown one: computed where there is one, else published.
  const Cube* cube(std::uint32_t measure, Side side = Side::main, std::optional<Basis> basis = std::nullopt) const;
  // The figure of one cell: computed where that is known, else published where that is known, else whichever there is.
  const Figure* shown(std::uint32_t measure, AreaId area, std::string_view choice, Period period, Basis* basis = nullptr) const;
  // Months, quarters or years with any value for any area (measures.md, "Periods of a card").
  std::optional<Period> current(std::uint32_t measure, const Card& card) const;
};

// The last day of what the card tells: as_at, else the last day of its period.
std::optional<Date> as_at_of(const Card& card);

// Computes every measure of the card. Problems: arithmetic-overflow, two-rows-for-one-figure, holidays-not-announced,
// with the places of rows. Reads no file. (Parts against their total, and values against their counts, are claims.)
Figures compute(const Card& card, Problems& problems);

// The rows that made one figure, found by computing it again; for trace and for pages of public registers.
struct FigureRows { std::vector<std::uint32_t> numerator, denominator; };
// Of `latest`, within and the rest alike the rows are numbers into the records of the measure's register, ascending;
// the numerator's rows stand among the denominator's too, where there is one.
FigureRows rows_of(const Card& card, std::uint32_t measure, AreaId area, std::string_view choice, Period period);

}  // namespace reportcard
