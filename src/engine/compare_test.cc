// SPDX-License-Identifier: MIT
// Tables of cases: when a difference is a change, what its direction is called, which gap is one.
#include "engine/small_card.h"

#include "card/card.h"

namespace reportcard {
namespace {

struct ChangeCase { const char *before, *now, *better; int way; Direction direction; Cannot cannot; };

// value is typed; "a/b" are counts.
std::string row(const char* period, std::string text) {
  const std::size_t stroke = text.find('/');
  if (stroke == text.npos) return std::string(period) + "," + text + ",,\n";
  return std::string(period) + ",," + text.substr(0, stroke) + "," + text.substr(stroke + 1) + "\n";
}

class Changes : public testing::TestWithParam<ChangeCase> {};

TEST_P(Changes, are_larger_than_the_rounding_of_both_sides) {
  const ChangeCase& is = GetParam();
  const SmallCard card = small_card({{"data/x.csv", "period,value,numerator,denominator\n" + row("2010/11", is.before) + row("2011/12", is.now)},
                                     {"measures/a.toml", std::string("[measure.x]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\nsize = \"many\"\nserves = \"context\"\nbetter = \"") + is.better + "\"\n"}});
  const Comparison made = card.compared("x");
  ASSERT_TRUE(made.previous && made.previous->known) << card.all_problems();
  EXPECT_EQ(made.previous->way, is.way) << is.before << " to " << is.now;
  EXPECT_EQ(made.previous->direction, is.direction) << is.before << " to " << is.now;
  EXPECT_EQ(made.previous->cannot, is.cannot) << is.before << " to " << is.now;
}

constexpr Direction better = Direction::better, worse = Direction::worse, level = Direction::no_change, unsaid = Direction::cannot_say;
INSTANTIATE_TEST_SUITE_P(Cases, Changes, testing::Values(
    ChangeCase{"53.0", "58.9", "higher", 1, better, Cannot::no},
    ChangeCase{"58.9", "53.0", "higher", -1, worse, Cannot::no},
    ChangeCase{"58.9", "53.0", "lower", -1, better, Cannot::no},
    ChangeCase{"53.0", "58.9", "lower", 1, worse, Cannot::no},
    ChangeCase{"53.0", "58.9", "none", 1, unsaid, Cannot::better_none},
    ChangeCase{"83", "83.3", "higher", 0, level, Cannot::no},     // 0.3 is less than 0.55
    ChangeCase{"83", "83.5", "higher", 0, level, Cannot::no},
    ChangeCase{"83", "83.55", "higher", 1, better, Cannot::no},   // 0.55 is more than 0.505
    ChangeCase{"83", "83.6", "higher", 1, better, Cannot::no},
    ChangeCase{"62", "63", "higher", 0, level, Cannot::no},       // 1 is not more than the two halves
    ChangeCase{"62", "64", "higher", 1, better, Cannot::no},
    ChangeCase{"66.0", "66.1", "higher", 0, level, Cannot::no},
    ChangeCase{"66.0", "66.2", "higher", 1, better, Cannot::no},
    ChangeCase{"500/1000", "501/1000", "higher", 1, better, Cannot::no},   // counts are known wholly
    ChangeCase{"500/1000", "250/500", "higher", 0, level, Cannot::no},
    ChangeCase{"3/5", "4/5", "higher", 1, unsaid, Cannot::few},
    ChangeCase{"4/5", "4/5", "higher", 0, level, Cannot::few},
    ChangeCase{"5/9", "9/10", "higher", 1, unsaid, Cannot::few},
    ChangeCase{"5/10", "9/10", "higher", 1, better, Cannot::no}));

struct GapCase { const char *ours_then, *theirs_then, *ours_now, *theirs_now; const char* difference; Direction direction; Gap::Trend trend; };

class Gaps : public testing::TestWithParam<GapCase> {};

TEST_P(Gaps, narrow_only_by_two_gaps_on_one_side) {
  const GapCase& is = GetParam();
  const auto line = [](const char* area, const char* period, const char* value) {
    return *value ? std::string(area) + "," + period + "," + value + "\n" : std::string();
  };
  const SmallCard card = small_card({{"data/x.csv", "area,period,value\n" + line("Rotherham", "2010/11", is.ours_then) + line("England", "2010/11", is.theirs_then) +
                                                       line("Rotherham", "2011/12", is.ours_now) + line("England", "2011/12", is.theirs_now)},
                                     {"measures/a.toml", "[measure.x]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\nsize = \"many\"\nserves = \"context\"\nbetter = \"higher\"\n"}},
                                    "period = \"2011/12\"\nagainst = [\"england\"]\n");
  const Comparison made = card.compared("x", "2011/12");
  ASSERT_EQ(made.gaps.size(), 1u);
  const Gap& gap = made.gaps[0];
  EXPECT_EQ(gap.period ? signed_difference(card.measure("x"), gap.difference, gap.places) : std::string("none"), is.difference);
  EXPECT_EQ(gap.direction, is.direction);
  EXPECT_EQ(gap.trend, is.trend);
}

INSTANTIATE_TEST_SUITE_P(Cases, Gaps, testing::Values(
    GapCase{"53.0", "58.2", "56.7", "58.9", "\u22122.2", worse, Gap::Trend::narrowing},
    GapCase{"58.0", "58.2", "56.7", "58.9", "\u22122.2", worse, Gap::Trend::widening},
    GapCase{"66.5", "73", "69.3", "74", "\u22125", worse, Gap::Trend::narrowing},
    GapCase{"66.5", "73", "67.3", "73", "\u22126", worse, Gap::Trend::level},     // 0.8 is less than four halves
    GapCase{"53.0", "58.2", "59.7", "58.9", "+0.8", better, Gap::Trend::overtaken},
    GapCase{"59.0", "58.2", "56.7", "58.9", "\u22122.2", worse, Gap::Trend::fallen_behind},
    GapCase{"59.0", "58.2", "60.7", "58.9", "+1.8", better, Gap::Trend::widening},
    GapCase{"58.2", "58.2", "58.9", "58.9", "0.0", level, Gap::Trend::level},
    GapCase{"", "58.2", "56.7", "58.9", "\u22122.2", worse, Gap::Trend::cannot_say},
    GapCase{"53.0", "58.2", "56.7", "", "\u22125.2", worse, Gap::Trend::cannot_say},   // the latest common one
    GapCase{"53.0", "", "56.7", "", "none", unsaid, Gap::Trend::cannot_say}));

TEST(Gap, of_an_earlier_year_says_so) {
  const SmallCard card = small_card({{"data/x.csv", "area,period,value\nRotherham,2010/11,53.0\nEngland,2010/11,58.2\nRotherham,2011/12,56.7\n"},
                                     {"measures/a.toml", "[measure.x]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\nsize = \"many\"\nserves = \"context\"\nbetter = \"higher\"\n"}},
                                    "period = \"2011/12\"\nagainst = [\"england\", \"region\"]\n");
  const Comparison made = card.compared("x");
  ASSERT_EQ(made.gaps.size(), 2u);
  EXPECT_EQ(made.gaps[0].period->name(), "2010/11");
  EXPECT_FALSE(made.gaps[0].current);
  EXPECT_EQ(made.gaps[1].said, "Yorkshire and The Humber");
  EXPECT_EQ(made.gaps[1].theirs, nullptr);
  EXPECT_EQ(made.gaps[1].cannot, Cannot::rival_unknown);
}

TEST(Rank, equals_share_the_best_place_and_a_tie_at_a_quartile_is_the_better) {
  const SmallCard card = small_card({{"data/x.csv", "area,period,value\nRotherham,2011/12,60\nBarnsley,2011/12,70\nDoncaster,2011/12,60\nSheffield,2011/12,50\nLeeds,2011/12,40\nEngland,2011/12,99\n"},
                                     {"measures/a.toml", "[measure.up]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\nsize = \"many\"\nserves = \"context\"\nbetter = \"higher\"\n"
                                                         "[measure.down]\nuse = \"up\"\nbetter = \"lower\"\n[measure.none]\nuse = \"up\"\nbetter = \"none\"\n"}});
  struct Case { const char *measure, *area; std::uint32_t rank; int quartile; bool tied; };
  // 40 50 60 60 70: the cuts are 50, 60 and 60.
  for (const Case& is : {Case{"up", "Barnsley", 1, 1, false}, Case{"up", "Rotherham", 2, 1, true}, Case{"up", "Doncaster", 2, 1, true},
                         Case{"up", "Sheffield", 4, 3, false}, Case{"up", "Leeds", 5, 4, false}, Case{"down", "Leeds", 1, 1, false},
                         Case{"down", "Sheffield", 2, 1, false}, Case{"down", "Rotherham", 3, 2, true}, Case{"down", "Barnsley", 5, 4, false}}) {
    const Comparison made = card.compared(is.measure, "", "", is.area);
    ASSERT_TRUE(made.rank) << is.measure << " " << is.area;
    EXPECT_EQ(made.rank->rank, is.rank) << is.measure << " " << is.area;
    EXPECT_EQ(made.rank->of, 5u);
    EXPECT_EQ(int{made.rank->quartile}, is.quartile) << is.measure << " " << is.area;
    EXPECT_EQ(made.rank->tied, is.tied) << is.measure << " " << is.area;
  }
  EXPECT_FALSE(card.compared("none").rank);
  EXPECT_FALSE(card.compared("up", "", "", "England").rank);
  for (const Comparison& one : compare_all(*card.card, card.figures, card.index("up"), "")) {
    const Comparison alone = compare(*card.card, card.figures, card.index("up"), one.area, "");
    EXPECT_EQ(one.rank.has_value(), alone.rank.has_value());
    if (one.rank) { EXPECT_EQ(one.rank->rank, alone.rank->rank); }
  }
}

TEST(Bands, hold_every_value_from_0_to_100_exactly_once) {
  const Bands bands{"ofsted", "Ofsted", {{"low", {0, 0}}, {"middle", {50, 0}}, {"good", {65, 0}}, {"high", {80, 0}}}, {}, {}};
  for (std::int64_t hundredths = 0; hundredths <= 10'000; ++hundredths) {
    const Ratio value{hundredths, 100};
    int holding = 0;
    const Band* held = nullptr;
    for (std::size_t i = 0; i < bands.bands.size(); ++i) {
      const bool above = Ratio::of(bands.bands[i].from) <= value, below = i + 1 == bands.bands.size() || value < Ratio::of(bands.bands[i + 1].from);
      if (above && below) {
        ++holding;
        held = &bands.bands[i];
      }
    }
    ASSERT_EQ(holding, 1) << hundredths;
    ASSERT_EQ(band_of(bands, value), held) << hundredths;
  }
}

TEST(ComparedAsPrinted, is_rounded_before_changes_gaps_and_bands) {
  const SmallCard card = small_card({{"data/x.csv", "area,period,numerator,denominator\nRotherham,2010/11,5996,10000\nRotherham,2011/12,6004,10000\nEngland,2011/12,6006,10000\n"},
                                     {"measures/a.toml", "[measure.exact]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\ndecimals = 1\nserves = \"context\"\nbetter = \"higher\"\n"
                                                         "[measure.printed]\nuse = \"exact\"\ncompare_as = \"printed\"\n"}},
                                    "period = \"2011/12\"\nagainst = [\"england\"]\n");
  const auto change = [&](std::string_view id) { return card.compared(id).previous->difference; };
  EXPECT_EQ(change("exact"), (Ratio{8, 100}));
  EXPECT_EQ(change("printed"), Ratio{});
  EXPECT_EQ(card.compared("exact").gaps[0].difference, (Ratio{-2, 100}));
  EXPECT_EQ(card.compared("printed").gaps[0].difference, (Ratio{-1, 10}));  // 60.0 and 60.1
}

TEST(Attention, is_for_what_got_worse_lies_behind_or_missed_its_target) {
  struct Case { const char* rows; bool attention, better; };
  for (const Case& is : {Case{"Rotherham,2010/11,50.0\nRotherham,2011/12,40.0\n", true, false}, Case{"Rotherham,2010/11,50.0\nRotherham,2011/12,60.0\n", false, true},
                         Case{"Rotherham,2011/12,60.0\nEngland,2011/12,70.0\n", true, false}, Case{"Rotherham,2011/12,60.0\nEngland,2011/12,50.0\n", false, true},
                         Case{"Rotherham,2010/11,50.0\nRotherham,2011/12,60.0\nEngland,2011/12,70.0\n", true, false}, Case{"Rotherham,2011/12,60.0\n", false, false}}) {
    const SmallCard card = small_card({{"data/x.csv", std::string("area,period,value\n") + is.rows},
                                       {"measures/a.toml", "[measure.x]\ntitle = \"X\"\nfrom = \"x\"\nperiods = \"financial year\"\nunit = \"percent\"\nsize = \"many\"\nserves = \"context\"\nbetter = \"higher\"\n"}},
                                      "period = \"2011/12\"\nagainst = [\"england\"]\n");
    EXPECT_EQ(card.compared("x").needs_attention, is.attention) << is.rows;
    EXPECT_EQ(card.compared("x").is_better, is.better) << is.rows;
  }
}

}  // namespace
}  // namespace reportcard
