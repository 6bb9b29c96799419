// SPDX-License-Identifier: MIT
// Numbers are exact: what is typed is kept, what is computed is right, what does not fit is nothing.
#include "base/decimal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "base/print_for_tests.h"

namespace reportcard {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

TEST(DecimalParse, keeps_the_places_it_came_with) {
  struct Case { std::string_view typed; std::int64_t units; int places; };
  const Case cases[] = {
      {"0", 0, 0}, {"62", 62, 0}, {"66.0", 660, 1}, {"58.9", 589, 1}, {"1.10", 110, 2}, {"-2.4", -24, 1},
      {"−2.4", -24, 1}, {"+5", 5, 0}, {"007", 7, 0}, {"0.05", 5, 2}, {".5", 5, 1}, {"-.5", -5, 1}, {"-0.0", 0, 1},
      {"1,920", 1920, 0}, {"12,345,678.90", 1234567890, 2}, {"123,456", 123456, 0}, {"999", 999, 0},
      {"9223372036854775807", most, 0}, {"-9223372036854775807", -most, 0},
      {"9.223372036854775807", most, 18}, {"0.000000000000000001", 1, 18},
      {"9,223,372,036,854,775,807", most, 0}, {"00000000000000000000001", 1, 0},
  };
  for (const Case& one : cases) {
    const auto value = Decimal::parse(one.typed);
    ASSERT_TRUE(value) << one.typed;
    EXPECT_EQ(value->units, one.units) << one.typed;
    EXPECT_EQ(int{value->places}, one.places) << one.typed;
  }
}

TEST(DecimalParse, takes_nothing_that_is_not_plainly_a_number) {
  for (const std::string_view typed :
       {"", "-", "+", "−", ".", "-.", "5.", "1.2.3", "1e3", "1E3", "0x10", "nan", "inf", " 5", "5 ", "5%", "£5", "--5", "-+5",
        "1,92", "1,9200", "19,20", ",920", "1,,920", "1920,", "1,920,", "1920,000", "0,123", "0,5", "1.000,5", "1.5,000",
        "9223372036854775808", "-9223372036854775808", "10.223372036854775807", "0.0000000000000000001", "٣", "½", "1_000",
        "1\xE2\x80\xAF" "920"}) {
    EXPECT_FALSE(Decimal::parse(typed)) << typed;
  }
}

TEST(Decimal, is_printed_plainly_for_data_and_said_for_people) {
  struct Case { Decimal value; std::string plain, said; };
  const Case cases[] = {
      {{0, 0}, "0", "0"}, {{0, 1}, "0.0", "0.0"}, {{-24, 1}, "-2.4", "−2.4"}, {{660, 1}, "66.0", "66.0"},
      {{5, 2}, "0.05", "0.05"}, {{-5, 1}, "-0.5", "−0.5"}, {{1920, 0}, "1920", "1,920"}, {{999, 0}, "999", "999"},
      {{123456, 0}, "123456", "123,456"}, {{-1234567890, 2}, "-12345678.90", "−12,345,678.90"}, {{1, 18}, "0.000000000000000001", "0.000000000000000001"},
      {{most, 0}, "9223372036854775807", "9,223,372,036,854,775,807"},
      {{std::numeric_limits<std::int64_t>::min(), 0}, "-9223372036854775808", "−9,223,372,036,854,775,808"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(one.value.plain(), one.plain);
    EXPECT_EQ(one.value.said(), one.said);
  }
}

TEST(Decimal, of_the_same_value_and_other_places_is_another) {
  EXPECT_NE(*Decimal::parse("66"), *Decimal::parse("66.0"));
  EXPECT_EQ(Ratio::of(*Decimal::parse("66")), Ratio::of(*Decimal::parse("66.0")));
}

rc::Gen<Decimal> any_decimal() {
  return rc::gen::apply([](std::int64_t units, int places) { return Decimal{units == std::numeric_limits<std::int64_t>::min() ? 0 : units, static_cast<std::uint8_t>(places)}; },
                        rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange(0, 19));
}

RC_GTEST_PROP(Decimal, comes_back_from_both_ways_of_printing, ()) {
  const Decimal value = *any_decimal();
  RC_ASSERT(Decimal::parse(value.plain()) == value);
  RC_ASSERT(Decimal::parse(value.said()) == value);
}

// Small enough that the sums below cannot fail to fit, so that laws hold without exception.
rc::Gen<Ratio> small_ratio() {
  return rc::gen::apply([](std::int64_t over, std::int64_t under) { return Ratio{over, under}; },
                        rc::gen::inRange<std::int64_t>(-30000, 30001), rc::gen::inRange<std::int64_t>(1, 30001));
}

rc::Gen<Ratio> any_ratio() {
  return rc::gen::apply(
      [](std::int64_t over, std::int64_t under, int by) {
        const auto positive = static_cast<std::int64_t>(static_cast<std::uint64_t>(under) >> 1);
        return Ratio{(over == std::numeric_limits<std::int64_t>::min() ? most : over) >> by, std::max<std::int64_t>(1, positive >> by)};
      },
      rc::gen::resize(1000, rc::gen::arbitrary<std::int64_t>()), rc::gen::resize(1000, rc::gen::arbitrary<std::int64_t>()),
      rc::gen::inRange(0, 60));
}

bool in_lowest_terms(Ratio value) {
  std::int64_t a = value.over < 0 ? -value.over : value.over, b = value.under;
  while (b != 0) a = std::exchange(b, a % b);
  return value.under > 0 && a == 1;
}

RC_GTEST_PROP(Arithmetic, keeps_the_laws_of_fractions, ()) {
  const Ratio a = *small_ratio(), b = *small_ratio(), c = *small_ratio();
  RC_ASSERT(add(a, b).value() == add(b, a).value());
  RC_ASSERT(multiply(a, b).value() == multiply(b, a).value());
  RC_ASSERT(add(*add(a, b), c) == add(a, *add(b, c)));
  RC_ASSERT(subtract(*add(a, b), b).value() == a);
  RC_ASSERT(subtract(a, b).value() == add(a, b.negated()).value());
  RC_ASSERT(multiply(a, *add(b, c)).has_value() && *multiply(a, *add(b, c)) == *add(*multiply(a, b), *multiply(a, c)));
  if (b.sign() != 0) RC_ASSERT(multiply(*divide(a, b), b).value() == a);
  RC_ASSERT(in_lowest_terms(*add(a, b)));
  RC_ASSERT(in_lowest_terms(*multiply(a, b)));
}

// The result is checked by cross-multiplying in 128 bits, which is another way than the one it was made by.
RC_GTEST_PROP(Arithmetic, is_right_or_nothing_at_any_size, ()) {
  const Ratio a = *any_ratio(), b = *any_ratio();
  if (const auto sum = add(a, b)) {
    RC_ASSERT(in_lowest_terms(*sum));
    RC_ASSERT(subtract(*sum, b).value_or(a) == a);
    RC_ASSERT((*sum <=> a) == (Ratio{} <=> b.negated()));  // more than a just where b is above 0
  }
  if (const auto product = multiply(a, b)) {
    RC_ASSERT(in_lowest_terms(*product));
    RC_ASSERT(product->sign() == a.sign() * b.sign());
    if (b.sign() != 0) RC_ASSERT(divide(*product, b).value() == a);
  }
}

TEST(Arithmetic, is_nothing_where_the_result_does_not_fit) {
  EXPECT_FALSE(add({most, 1}, {1, 1}));
  EXPECT_FALSE(subtract({-most, 1}, {1, 1}));
  EXPECT_FALSE(multiply({most, 1}, {2, 1}));
  EXPECT_FALSE(divide({most, 1}, {1, 2}));
  EXPECT_FALSE(add({1, most}, {1, most - 1}));
  EXPECT_FALSE(divide({1, 2}, {0, 1}));
  EXPECT_EQ(multiply({most, 1}, {2, 2}), (Ratio{most, 1}));
  EXPECT_EQ(add({most, 1}, {-most, 1}), (Ratio{0, 1}));
  EXPECT_EQ(divide({3, 4}, {-3, 8}), (Ratio{-2, 1}));
}

TEST(Ratio, is_compared_by_value_where_a_double_could_not) {
  EXPECT_LT((Ratio{most - 1, most}), (Ratio{most, most}));
  EXPECT_LT((Ratio{1, most}), (Ratio{1, most - 1}));
  EXPECT_LT((Ratio{-1, most - 1}), (Ratio{-1, most}));
  EXPECT_EQ((Ratio{1, 3}), (Ratio{3074457345618258602, 9223372036854775806}));
  EXPECT_GT((Ratio{most, 1}), (Ratio{most, 2}));
  EXPECT_EQ((Ratio{0, 5}), (Ratio{0, 9}));
}

TEST(Round, goes_half_away_from_zero_once) {
  struct Case { Ratio value; int places; std::string expected; };
  const Case cases[] = {
      {{1, 2}, 0, "1"}, {{-1, 2}, 0, "-1"}, {{3, 2}, 0, "2"}, {{5, 2}, 0, "3"}, {{49, 100}, 0, "0"}, {{-49, 100}, 0, "0"},
      {{125, 100}, 1, "1.3"}, {{-125, 100}, 1, "-1.3"}, {{2, 3}, 1, "0.7"}, {{142, 275}, 3, "0.516"}, {{66, 1}, 1, "66.0"},
      {{-1, 1000}, 1, "0.0"}, {{1, 3}, 18, "0.333333333333333333"}, {{30471000, 1}, -4, "30470000"}, {{35, 1}, -1, "40"},
      {{-35, 1}, -1, "-40"}, {{349, 10}, -1, "30"}, {{4, 1}, -1, "0"}, {{most, 1}, 0, "9223372036854775807"},
      {{most, 2}, 0, "4611686018427387904"},
  };
  for (const Case& one : cases) {
    const auto rounded = round_to(one.value, one.places);
    ASSERT_TRUE(rounded) << one.expected;
    EXPECT_EQ(rounded->plain(), one.expected);
  }
  EXPECT_FALSE(round_to({most, 1}, 1));
  EXPECT_FALSE(round_to({most, 1}, -1));  // up to ...810, which does not fit
  EXPECT_FALSE(round_to({1, 3}, 19));
  EXPECT_FALSE(round_to({1, 3}, -19));
}

RC_GTEST_PROP(Round, is_never_further_off_than_half_a_unit, ()) {
  const Ratio value = *small_ratio();
  const int places = *rc::gen::inRange(-6, 9);
  const Decimal rounded = round_to(value, places).value();
  const auto off = subtract(value, Ratio::of(rounded));
  RC_ASSERT(off.has_value());
  RC_ASSERT(off->size() <= half_unit(static_cast<std::int8_t>(places)));
  if (off->size() == half_unit(static_cast<std::int8_t>(places))) RC_ASSERT(Ratio::of(rounded).size() > value.size());
  RC_ASSERT(round_to(value.negated(), places)->units == -rounded.units);
  if (places >= 0) RC_ASSERT(round_to(Ratio::of(rounded), places) == rounded);
}

TEST(HalfUnit, is_half_of_the_last_place_known) {
  EXPECT_EQ(half_unit(0), (Ratio{1, 2}));
  EXPECT_EQ(half_unit(1), (Ratio{1, 20}));
  EXPECT_EQ(half_unit(-4), (Ratio{5000, 1}));
  EXPECT_EQ(half_unit(-1), (Ratio{5, 1}));
  EXPECT_EQ(half_unit(18).under, 2'000'000'000'000'000'000);
  EXPECT_EQ(half_unit(Number::wholly), (Ratio{0, 1}));
  EXPECT_EQ(half_unit(Number::wholly).sign(), 0);
  EXPECT_GT(half_unit(126).sign(), 0);
  EXPECT_GT(half_unit(-128), half_unit(0));
}

}  // namespace
}  // namespace reportcard
