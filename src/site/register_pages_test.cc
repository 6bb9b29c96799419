// SPDX-License-Identifier: MIT
// Pages of registers: what was found and what answers it, complaints, money, the plan, help, the plain page, the sheet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/build_for_tests.h"
#include "site/counts.h"
#include "site/state.h"

namespace reportcard {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::map<std::string, std::string> folder() {
  return {
      {"card.toml", R"(title = "Testham Report Card"
area = "Rotherham"
period = "2011/12"
as_at = "2012-12-31"
noindex = true
sections = ["voice", "plans"]
helplines = ["childline"]
found_later = "afterwards"
cannot_tell = ["Whether children were safe. It counts results."]
[section.voice]
title = "Voice"
measures = ["complaints", "in-time", "spending"]
[section.plans]
title = "Plans"
[page.actions]
kind = "actions"
title = "Findings and actions"
registers = ["council-inspections", "findings", "actions"]
[page.complaints]
kind = "complaints"
title = "Complaints and learning"
section = "voice"
measures = ["complaints", "in-time"]
registers = ["learning"]
[page.money]
kind = "money"
title = "Money"
measures = ["spending"]
registers = ["savings"]
[page.plan]
kind = "plan"
title = "The plan on a page"
[page.priorities]
kind = "commissioning"
title = "Commissioning"
[page.exploitation]
kind = "exploitation"
title = "A hard subject"
registers = ["developments"]
[page.help]
kind = "help"
title = "How to get help"
)"},
      {"measures/all.toml", R"([measure.complaints]
title = "Complaints"
subject = "complaints that were made {at choice|}"
from = "complaint-counts"
split = "stage"
periods = "financial year"
unit = "count"
better = "none"
counts = "cases"
serves = "context"
[measure.in-time]
title = "Stage 1 complaints answered in time"
subject = "stage 1 complaints that were answered in time"
from = "answers"
periods = "financial year"
unit = "percent"
better = "higher"
size = "many"
serves = "context"
[measure.spending]
title = "Spending"
subject = "spending on {choice|children's services}"
from = "spending"
split = "line"
parts = "add"
periods = "financial year"
unit = "gbp"
scale = "million"
better = "none"
serves = "context"
)"},
      {"data/complaint-counts.csv", "period,stage,value\n2010/11,stage 1,336\n2011/12,stage 1,422\n2011/12,stage 2,83\n"},
      {"data/answers.csv", "period,value\n2010/11,61\n2011/12,91\n"},
      {"data/spending.csv", "line,period,value,source\n,2011/12,41,\"Old card, line 1\"\nSafeguarding,2011/12,30.47,\"Old card, line 2\"\nSafeguarding/In care,2011/12,15.93,\"Old card, line 2\"\nEarly years,2011/12,17.508,\"Old card, line 3\"\n"},
      {"data/council-inspections.csv", "id,title,body,when,grade,scale\ni1,Annual assessment,Ofsted,2011-11,Adequate,third of four\n"},
      {"data/findings.csv", "id,inspection,kind,text,said_by,answered_in\n"
                            "f1,i1,area for development,Referrals vary.,Ofsted,\nf2,i1,area for development,Plans lack detail.,Ofsted,\n"
                            "f3,i1,strength,Partners work well.,Ofsted,\nf4,,area for development,Themes are not studied.,own review,The plan\n"},
      {"data/actions.csv", "id,finding,text,state,due,evidence\na1,f1,Renew the form.,reported done,,\na2,f1,Publish thresholds.,planned,2012-06-30,\n"},
      {"data/learning.csv", "id,complaint,response,change,not_done\nl1,Views were left out.,,Views are now noted.,Nobody counts it.\n"},
      {"data/savings.csv", "id,text,state,nature,period,amount,amount_said\ns1,Prices negotiated.,achieved,cash,2011/12,708000,£708k\ns2,Help contracts.,stated,cash,2012/13,,5% of value\n"},
      {"data/outcomes.csv", "id,kind,title\no1,outcome,All children are safe\no2,outcome,Results rise\n"},
      {"data/commitments.csv", "id,outcome,text,measure,nearest\nc1,o1,Answer quickly.,,in-time\nc2,o1,Work together.,,\nc3,o2,Do a thing.,,\nc4,o2,Do another.,,\n"},
      {"data/commissioning.csv", "id,number,text,state,due_said\np1,1,Commission transport.,not marked,2012/13\np2,2,Commission contact.,complete,2012/13\n"},
      {"data/reviews.csv", "id,text,state,priority\nr1,Review of transport,done,p1\n"},
      {"data/developments.csv", "id,text,state,section\nd1,A service is prepared.,planned,exploitation\nd2,Something else.,planned,plans\n"},
      {"data/contacts.csv", "id,title,kind,for_whom,telephone\nemergency,Emergency,emergency,Anyone in danger now,999\nchildline,Childline,helpline,Anyone under 19,0800 1111\n"},
      {"data/need-levels.csv", "id,level,title,when,who_helps,how_to_ask\nn1,1,Help for everyone,All children.,Schools.,Just ask.\n"},
      {"words/afterwards.md", "Later it was found otherwise.\n\n## What was found\n\nMuch.\n"},
      {"words/complaints.md", "## How to complain\n\nTell us.\n"},
      {"statements.toml", "[[claim]]\nkind = \"says\"\nsays = \"sum(spending[*]) = spending\"\nat = \"old-card:1\"\nsource = \"Old card\"\n"},
  };
}

class RegisterPages : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { site_ = new BuiltSite(build_for_test(folder())); }
  static void TearDownTestSuite() { delete site_; }
  static const std::string& page(const std::string& name) { return site_->page(name); }
  static std::string text(const std::string& name) { return PageFaults(site_->page(name)).text; }
  static BuiltSite* site_;
};
BuiltSite* RegisterPages::site_ = nullptr;

TEST_F(RegisterPages, are_well_formed_with_one_h1_and_no_id_twice) {
  ASSERT_FALSE(site_->problems.has_errors()) << print_problems(site_->problems.sorted(), false);
  for (const auto& [name, bytes] : site_->tree) {
    if (!name.ends_with(".html")) continue;
    EXPECT_THAT(PageFaults(bytes).faults, ::testing::IsEmpty()) << name;
  }
}

TEST_F(RegisterPages, link_to_rows_that_are_there) {
  for (const auto& [name, bytes] : site_->tree) {
    if (!name.ends_with(".html")) continue;
    for (const std::string& link : PageFaults(bytes).links) {
      const std::size_t hash = link.find('#');
      if (hash == std::string::npos || link.find(':') != std::string::npos) continue;
      const std::string to = hash == 0 ? name : link.substr(0, hash);
      EXPECT_TRUE(PageFaults(page(to)).ids.contains(link.substr(hash + 1))) << name << ": " << link;
    }
  }
}

TEST_F(RegisterPages, actions_say_first_what_nothing_answers) {
  EXPECT_THAT(page("actions.html"), HasSubstr("<h1>One action is planned and one is reported done; one finding has no action here</h1>"));
  EXPECT_THAT(page("actions.html"), HasSubstr("Findings with no action in this card: 1"));
  EXPECT_THAT(text("actions.html"), HasSubstr("answered elsewhere: The plan"));
  EXPECT_LT(page("actions.html").find("id=\"unanswered\""), page("actions.html").find("id=\"state-planned\""));
}

TEST_F(RegisterPages, an_action_with_a_day_gone_by_says_so_in_a_word) { EXPECT_THAT(text("actions.html"), HasSubstr("30 June 2012, passed")); }

TEST_F(RegisterPages, reported_done_without_evidence_is_said_to_have_none) {
  EXPECT_THAT(text("actions.html"), HasSubstr("No evidence is published for what is reported done."));
  EXPECT_THAT(text("actions.html"), HasSubstr("Reported done, evidence not published: 1"));
}

TEST_F(RegisterPages, a_judgement_is_said_by_who_gave_it) { EXPECT_THAT(text("actions.html"), HasSubstr("Adequate (third of four), said by Ofsted")); }

TEST_F(RegisterPages, complaints_stand_before_and_now_and_lessons_say_what_is_missing) {
  const std::string words = text("complaints.html");
  EXPECT_THAT(words, HasSubstr("+86"));
  EXPECT_THAT(words, HasSubstr("2011/12: 91 of 100"));
  EXPECT_THAT(words, HasSubstr("On time is not the same as safe, or as put right."));
  EXPECT_THAT(words, HasSubstr("no response published"));
  EXPECT_THAT(words, HasSubstr("Nobody counts it."));
  EXPECT_THAT(page("complaints.html"), HasSubstr("id=\"how\""));
}

TEST_F(RegisterPages, a_square_of_a_hundred_has_a_hundred_squares) {
  const std::string& html = page("complaints.html");
  const std::size_t from = html.find("class=\"chart waf\""), to = html.find("</svg>", from);
  std::size_t squares = 0;
  for (std::size_t at = html.find('M', from); at < to; at = html.find('M', at + 1)) squares += html[at + 1] >= '0' && html[at + 1] <= '9';
  EXPECT_EQ(squares, 100u);
}

TEST_F(RegisterPages, lines_that_miss_their_total_stand_beside_it_with_the_sum) {
  const std::string words = text("money.html");
  EXPECT_THAT(words, HasSubstr("the lines do not add up to it"));
  EXPECT_THAT(words, HasSubstr("Two lines added"));
  EXPECT_THAT(words, HasSubstr("£47.978 million"));
  EXPECT_THAT(words, HasSubstr("These figures do not add up"));
  EXPECT_THAT(words, HasSubstr("So no share of the total is worked out here."));
}

TEST_F(RegisterPages, a_saving_without_a_sum_says_so_and_none_are_added) {
  EXPECT_THAT(text("money.html"), HasSubstr("no sum publishedas written: 5% of value"));
  EXPECT_THAT(text("money.html"), Not(HasSubstr("788")));
}

TEST_F(RegisterPages, a_promise_has_its_measure_its_nearest_figure_or_the_words_that_there_is_none) {
  const std::string words = text("plan.html");
  EXPECT_THAT(words, HasSubstr("Two outcomes and four commitments; none has a measure that fits, one has a near one"));
  EXPECT_THAT(words, HasSubstr("Nearest figure:"));
  EXPECT_THAT(words, HasSubstr("No measure yet"));
  EXPECT_THAT(words, HasSubstr("No measure yet for any of these."));
  EXPECT_THAT(words, HasSubstr("A plan says what was meant, not what was done"));
}

TEST_F(RegisterPages, a_priority_that_is_not_marked_is_not_called_complete) {
  const std::string words = text("priorities.html");
  EXPECT_THAT(words, HasSubstr("Two priorities; one is marked complete"));
  EXPECT_THAT(words, HasSubstr("Not marked"));
  EXPECT_THAT(words, HasSubstr("Review of transport (done)"));
}

TEST_F(RegisterPages, the_plain_page_has_no_chart_arrow_or_state_mark_and_only_its_own_rows) {
  const std::string& html = page("exploitation.html");
  const std::string main = html.substr(html.find("<main"));
  EXPECT_THAT(main, Not(HasSubstr("<svg")));
  EXPECT_THAT(main, Not(HasSubstr("class=\"dir")));
  EXPECT_THAT(text("exploitation.html"), Not(::testing::AnyOf(HasSubstr("↑"), HasSubstr("↓"))));
  EXPECT_THAT(main, HasSubstr("A service is prepared."));
  EXPECT_THAT(main, Not(HasSubstr("Something else.")));
  EXPECT_LT(main.find("Later it was found otherwise."), main.find("A service is prepared."));
}

TEST_F(RegisterPages, help_begins_with_numbers_that_can_be_rung) {
  const std::string& html = page("help.html");
  EXPECT_LT(html.find("href=\"tel:999\"", html.find("<main")), html.find("Help for everyone"));
  EXPECT_THAT(text("help.html"), HasSubstr("council’s own number is not published here"));
  EXPECT_THAT(html, HasSubstr("complaints.html#how"));
}

TEST_F(RegisterPages, the_page_about_the_data_gives_an_account_of_each_measures_rows) {
  const std::string words = text("about.html");
  for (const char* part : {"What this card cannot tell", "Rows read and counted", "Known problems", "What was found later", "Small numbers", "data/spending.csv"}) EXPECT_THAT(words, HasSubstr(part));
  EXPECT_THAT(page("about.html"), HasSubstr("id=\"afterwards\""));
}

TEST_F(RegisterPages, the_sheet_holds_every_figure_and_the_box) {
  const std::string words = text("sheet.html");
  for (const char* part : {"This card cannot tell you whether children were safe", "Later it was found otherwise.", "0800 1111", "422", "91%", "£30.47 million", "one finding has no action here"}) EXPECT_THAT(words, HasSubstr(part));
}

TEST(Counts, are_words_up_to_nine) {
  EXPECT_EQ(how_many(0, "action", "actions"), "no actions");
  EXPECT_EQ(how_many(1, "action", "actions"), "one action");
  EXPECT_EQ(how_many(9, "action", "actions"), "nine actions");
  EXPECT_EQ(how_many(10, "action", "actions"), "10 actions");
}

TEST(Progress, reported_done_is_not_evidence_seen) {
  EXPECT_EQ(progress_of("reported done"), Progress::said_done);
  EXPECT_EQ(progress_of("evidence seen"), Progress::seen);
  EXPECT_EQ(progress_of("ongoing"), Progress::moving);
  EXPECT_EQ(progress_of("not marked"), Progress::none);
}

}  // namespace
}  // namespace reportcard
