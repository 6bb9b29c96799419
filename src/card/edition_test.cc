// SPDX-License-Identifier: MIT
// Editions as an officer plans them, and what is said of a plan that cannot be.
#include <gtest/gtest.h>

#include "card/card_for_tests.h"

namespace reportcard {
namespace {

CardRead with_editions(const std::string& editions, const std::map<std::string, std::string>& more = {}, std::string_view asked = {}) {
  std::map<std::string, std::string> files = small_card();
  files["card.toml"] += editions;
  for (const auto& [name, text] : more) files[name] = text;
  CardRead read;
  read.card = read_card(*memory_folder(std::move(files)), read.problems, asked);
  return read;
}

const std::string kOctober = R"(
[[edition]]
id = "2012-10"
kind = "month"
period = "2012-10"
known_to = 2012-11-09
published = 2012-11-14
audience = "members"
sign = ["performance"]
)";

TEST(Edition, is_planned_in_card_toml) {
  const CardRead read = with_editions(kOctober);
  ASSERT_EQ(said(read.problems), "nothing");
  const EditionPlan* plan = read.card->plan("2012-10");
  ASSERT_NE(plan, nullptr);
  EXPECT_EQ(plan->title, "October 2012");
  EXPECT_EQ(plan->audience, Audience::members);
  EXPECT_EQ(plan->sign, std::vector<std::string>{"performance"});
  EXPECT_EQ(plan->known_to->iso(), "2012-11-09");
}

TEST(Edition, that_is_not_asked_for_leaves_the_card_as_it_is) {
  const CardRead read = with_editions(kOctober);
  EXPECT_EQ(read.card->period.name(), "2011/12");
  EXPECT_FALSE(read.card->edition);
  EXPECT_FALSE(read.card->known_at);
}

TEST(Edition, that_is_asked_for_is_the_period_of_the_card_its_last_day_and_what_was_known) {
  const CardRead read = with_editions(kOctober, {}, "2012-10");
  EXPECT_EQ(read.card->period.name(), "2012-10");
  EXPECT_EQ(read.card->as_at->iso(), "2012-10-31");
  EXPECT_EQ(read.card->known_at->iso(), "2012-11-09");
  EXPECT_EQ(read.card->editions[*read.card->edition].id, "2012-10");
}

TEST(Edition, may_be_of_a_quarter_a_year_or_a_day) {
  const CardRead read = with_editions(
      "[[edition]]\nid = \"q3\"\nkind = \"quarter\"\nperiod = \"2012-Q3\"\n[[edition]]\nid = \"year\"\nkind = \"year\"\nperiod = \"2011/12\"\n"
      "[[edition]]\nid = \"inspection\"\nkind = \"as-at\"\nperiod = 2012-10-19\n");
  ASSERT_EQ(said(read.problems), "nothing");
  EXPECT_EQ(read.card->plan("q3")->title, "July to September 2012");
  EXPECT_EQ(read.card->plan("year")->period.last().iso(), "2012-03-31");
  EXPECT_EQ(read.card->plan("inspection")->title, "19 October 2012");
}

TEST(Edition, that_nobody_planned_is_said_with_the_nearest) {
  EXPECT_EQ(said(with_editions(kOctober, {}, "2012-1").problems),
            "card.toml: error [edition-unknown] There is no edition \"2012-1\".\n    = did you mean \"2012-10\"?\n");
}

TEST(Edition, whose_period_is_of_another_kind_is_refused) {
  EXPECT_EQ(said(with_editions("[[edition]]\nid = \"a\"\nkind = \"month\"\nperiod = \"2012-Q3\"\n").problems),
            "card.toml:14:10: error [period-unfit] \"2012-Q3\" is no period for an edition of the kind month.\n    = write for example \"2012-10\"\n");
}

TEST(Edition, must_say_what_it_is) {
  const std::string all = said(with_editions("[[edition]]\nkind = \"weekly\"\ncolour = 1\n").problems);
  EXPECT_NE(all.find("[key-missing]"), std::string::npos) << all;
  EXPECT_NE(all.find("[unknown-key]"), std::string::npos) << all;
  EXPECT_NE(all.find("\"weekly\""), std::string::npos) << all;
}

TEST(Edition, ids_are_names_of_folders_and_stand_once) {
  const std::string all = said(with_editions(kOctober + "[[edition]]\nid = \"2012-10\"\nkind = \"month\"\nperiod = \"2012-11\"\n"
                                             "[[edition]]\nid = \"../x\"\nkind = \"month\"\nperiod = \"2012-12\"\n").problems);
  EXPECT_NE(all.find("card.toml:21:6: error [edition-twice] The edition \"2012-10\" is there twice."), std::string::npos) << all;
  EXPECT_NE(all.find("card.toml:25:6: error [id-form] \"../x\" cannot be the id of an edition."), std::string::npos) << all;
}

TEST(Edition, editions_of_a_kind_go_from_the_earliest_to_the_latest) {
  EXPECT_EQ(said(with_editions(kOctober + "[[edition]]\nid = \"september\"\nkind = \"month\"\nperiod = \"2012-09\"\n").problems),
            "card.toml:23:10: error [edition-order] \"september\" stands below the edition \"2012-10\", which is not earlier.\n"
            "    = list the editions of a kind from the earliest to the latest, one a period\n");
}

TEST(Edition, is_not_published_before_its_period_is_over_nor_before_what_it_knows) {
  EXPECT_EQ(said(with_editions("[[edition]]\nid = \"a\"\nkind = \"month\"\nperiod = \"2012-10\"\npublished = 2012-10-20\n"
                               "[[edition]]\nid = \"b\"\nkind = \"month\"\nperiod = \"2012-11\"\nknown_to = 2012-12-20\npublished = 2012-12-10\n"
                               "[[edition]]\nid = \"c\"\nkind = \"month\"\nperiod = \"2012-12\"\nknown_to = 2012-11-20\n").problems),
            "card.toml:15:13: error [edition-dates] The edition would be published on 20 October 2012, before October 2012 is over.\n"
            "    = write the day on which it is given to its readers\n"
            "card.toml:21:13: error [edition-dates] The edition would be published on 10 December 2012, and holds what became known until 20 December 2012.\n"
            "    = published is on known_to or later\n"
            "card.toml:26:12: error [edition-dates] 20 November 2012 is before December 2012 begins, so nothing of it would be known.\n"
            "    = write the last day on which something could become known and still be in the edition\n");
}

TEST(Edition, is_signed_by_offices_that_the_register_has) {
  const std::string offices = "id,title\nperformance,Performance Office\nlegal,Legal Services\n";
  EXPECT_EQ(said(with_editions(kOctober, {{"data/offices.csv", offices}}).problems), "nothing");
  EXPECT_EQ(said(with_editions("[[edition]]\nid = \"a\"\nkind = \"month\"\nperiod = \"2012-10\"\nsign = [\"legal\", \"performence\"]\n", {{"data/offices.csv", offices}}).problems),
            "card.toml:15:18: error [office-unknown] There is no office \"performence\".\n    = did you mean \"performance\"? known are: performance and legal\n");
}

TEST(Edition, the_files_of_editions_are_never_read_as_records) {
  const CardRead read = with_editions(kOctober, {{"editions/2012-10/figures.csv", "nonsense"}, {"editions/2012-10/data/attainment.csv", "nonsense"}});
  EXPECT_EQ(said(read.problems, Severity::note), said(with_editions(kOctober).problems, Severity::note));
  EXPECT_EQ(hash_of_inputs(*read.card), hash_of_inputs(*with_editions(kOctober).card));
}

}  // namespace
}  // namespace reportcard
