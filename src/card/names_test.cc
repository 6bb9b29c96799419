// SPDX-License-Identifier: MIT
#include "card/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace reportcard {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FigureName read(std::string_view text) {
  std::optional<FigureName> name = parse_figure_name(text);
  EXPECT_TRUE(name) << text;
  return name.value_or(FigureName{});
}

TEST(Names, a_measure_alone_is_its_current_figure) {
  const FigureName name = read("gcse");
  EXPECT_EQ(name.measure, "gcse");
  EXPECT_EQ(name.choice, "");
  EXPECT_EQ(name.period, "");
  EXPECT_THAT(name.words, IsEmpty());
}

TEST(Names, every_part_at_once) {
  const FigureName name = read("spending(Barnsley)[safeguarding/looked-after]@2010/11.england.gap");
  EXPECT_EQ(name.measure, "spending");
  EXPECT_EQ(name.area, "Barnsley");
  EXPECT_EQ(name.choice, "safeguarding/looked-after");
  EXPECT_EQ(name.period, "2010/11");
  EXPECT_THAT(name.words, ElementsAre("england", "gap"));
}

TEST(Names, choice_and_place_come_in_either_order_and_are_written_in_one) {
  EXPECT_EQ(read("complaints[stage-2](england)").text(), "complaints(england)[stage-2]");
}

TEST(Names, periods_of_every_kind) {
  for (const char* text : {"a@2010/11", "a@2012", "a@2012-Q3", "a@2012-10", "a@2012-10-31"}) EXPECT_EQ(read(text).text(), text);
}

TEST(Names, a_choice_may_be_written_as_in_the_data) {
  EXPECT_EQ(read("good-providers[Children's homes]").choice, "Children's homes");
}

TEST(Names, every_choice_is_a_star) { EXPECT_EQ(read("spending[*]").choice, "*"); }

TEST(Names, a_count_may_hold_a_condition) {
  EXPECT_THAT(read("complaints.count(stage = 'stage 1')").words, ElementsAre("count(stage = 'stage 1')"));
}

TEST(Names, what_is_not_a_name) {
  for (const char* text : {"", " ", "GCSE", "5-gcse", "gcse.", "gcse..gap", "gcse@", "gcse@soon", "gcse[", "gcse[]", "gcse[a][b]", "gcse()", "gcse gap",
                           "as written: 700+", "gcse.count(", "-gcse", "gcse@2010/11@2011/12", "a.b[c]"}) {
    EXPECT_FALSE(parse_figure_name(text)) << text;
  }
}

TEST(Names, addresses_hold_only_what_any_server_takes) {
  EXPECT_EQ(address_of(read("gcse")), "gcse");
  EXPECT_EQ(address_of(read("good-providers[Children's homes]")), "good-providers--childrens-homes");
  EXPECT_EQ(address_of(read("spending[Safeguarding/Looked after]@2010/11")), "spending--safeguarding--looked-after--at-2010-11");
  EXPECT_EQ(address_of(read("gcse(England).gap")), "gcse--in-england--gap");
}

RC_GTEST_PROP(Names, what_is_written_is_read_back, ()) {
  FigureName name;
  name.measure = *rc::gen::element<std::string>("gcse", "stage-1-in-time", "a");
  name.area = *rc::gen::element<std::string>("", "england", "E08000018", "Kingston upon Hull, City of");
  name.choice = *rc::gen::element<std::string>("", "*", "a/b", "Children's homes", "stage-2");
  name.period = *rc::gen::element<std::string>("", "2010/11", "2012-Q3", "2012-10-31");
  name.words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("gap", "england", "year-ago", "count(stage = 1)"));
  const std::optional<FigureName> back = parse_figure_name(name.text());
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->text() == name.text());
  RC_ASSERT(back->words == name.words);
  RC_ASSERT(back->choice == name.choice);
}

}  // namespace
}  // namespace reportcard
