// SPDX-License-Identifier: MIT
// Numbers as they are said, rounded once and half away from zero.
#include "engine/print.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

Measure measure_of(Unit unit, std::int64_t scale = 1, std::optional<std::uint8_t> decimals = std::nullopt) {
  Measure measure;
  measure.unit = unit;
  measure.scale = scale;
  measure.decimals = decimals;
  return measure;
}

Figure typed(std::int64_t units, int places, int scale_places = 0) {
  Figure figure;
  figure.value = Ratio::of(Decimal{units, static_cast<std::uint8_t>(places)});
  for (int i = 0; i < scale_places; ++i) figure.value.over *= 10;
  figure.places = static_cast<std::int8_t>(places - scale_places);
  figure.known = true;
  figure.row = 0;
  return figure;
}

Figure share(std::int64_t part, std::int64_t whole) {
  Figure figure;
  figure.value = {100 * part, whole};
  figure.numerator = part;
  figure.denominator = whole;
  figure.has_counts = figure.known = true;
  return figure;
}

TEST(Print, says_values_with_their_units) {
  const Figures none;
  struct Case { Measure measure; Figure figure; const char *said, *plain; };
  const Measure percent = measure_of(Unit::percent), tenths = measure_of(Unit::percent, 1, 1);
  for (const Case& is : {Case{percent, typed(589, 1), "58.9%", "58.9"}, Case{percent, typed(62, 0), "62%", "62"}, Case{percent, typed(660, 1), "66.0%", "66.0"},
                         Case{tenths, typed(62, 0), "62%", "62"}, Case{tenths, typed(6625, 2), "66.3%", "66.3"}, Case{percent, share(2, 3), "67%", "67"},
                         Case{percent, share(200, 300), "66.7%", "66.7"}, Case{tenths, share(2, 3), "66.7%", "66.7"}, Case{tenths, share(1, 16), "6.3%", "6.3"},
                         Case{measure_of(Unit::count), typed(1920, 0), "1,920", "1920"}, Case{measure_of(Unit::count), typed(-5, 0), "\u22125", "-5"},
                         Case{measure_of(Unit::gbp, 1'000'000), typed(37, 1, 6), "£3.7 million", "3700000"},
                         Case{measure_of(Unit::gbp, 1'000'000, 1), typed(9257, 3, 6), "£9.3 million", "9300000"},
                         Case{measure_of(Unit::gbp), typed(-125000, 0), "\u2212£125,000", "-125000"}, Case{measure_of(Unit::working_days), typed(1, 0), "1 working day", "1"},
                         Case{measure_of(Unit::days), typed(95, 1), "9.5 days", "9.5"}, Case{measure_of(Unit::rate), typed(613, 1), "61.3", "61.3"}}) {
    EXPECT_EQ(said_value(is.measure, none, is.figure), is.said);
    EXPECT_EQ(plain_value(is.measure, is.figure), is.plain);
  }
}

TEST(Print, says_what_is_not_exact_and_what_is_not_there) {
  const Figures none;
  Figure figure = typed(700, 0);
  figure.qualifier = Qualifier::at_least;
  EXPECT_EQ(said_value(measure_of(Unit::count), none, figure), "at least 700");
  figure.hidden = true;
  figure.known = false;
  EXPECT_EQ(said_value(measure_of(Unit::count), none, figure), "not shown");
  EXPECT_EQ(plain_value(measure_of(Unit::count), figure), "");
  Measure computed = measure_of(Unit::count);
  computed.kind = MeasureKind::count;
  EXPECT_EQ(said_value(computed, none, Figure{}), "not known");
  EXPECT_EQ(said_value(measure_of(Unit::count), none, Figure{}), "not printed");
}

TEST(Print, says_differences_of_percentages_in_points) {
  const Measure percent = measure_of(Unit::percent);
  EXPECT_EQ(said_difference(percent, {-59, 10}, 1), "5.9 points");
  EXPECT_EQ(said_difference(percent, {1, 1}, 0), "1 point");
  EXPECT_EQ(said_difference(percent, {1, 1}, 1), "1.0 points");
  EXPECT_EQ(signed_difference(percent, {59, 10}, 1), "+5.9");
  EXPECT_EQ(signed_difference(percent, {-24, 10}, 1), "\u22122.4");
  EXPECT_EQ(signed_difference(percent, {}, 1), "0.0");
  EXPECT_EQ(signed_difference(percent, {-1, 100}, 1), "0.0");
  EXPECT_EQ(said_difference(measure_of(Unit::gbp, 1'000'000), {500'000, 1}, -5), "£0.5 million");
  EXPECT_EQ(said_difference(measure_of(Unit::count), {86, 1}, 0), "86");
  EXPECT_EQ(plain_difference(percent, {-24, 10}, 1), "-2.4");
}

}  // namespace
}  // namespace reportcard
