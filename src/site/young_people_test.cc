// SPDX-License-Identifier: MIT
// The page for young people: what it says with everything given, and with nothing; and that no adult's sentence, chart,
// tally or small number reaches it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/build_for_tests.h"
#include "site/young_text_for_tests.h"
#include "words/reading_age.h"

namespace reportcard {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kPage = R"([page.young-people]
kind = "young-people"
nav = "Young people"
)";

std::map<std::string, std::string> bare() {
  return {{"card.toml", "title = \"Testham Report Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\nsections = [\"care\"]\n[section.care]\ntitle = \"Care\"\n" + kPage}};
}

std::map<std::string, std::string> full() {
  return {
      {"card.toml", R"(title = "Testham Report Card"
area = "Rotherham"
period = "2011/12"
as_at = "2012-12-31"
sections = ["care"]
found_later = "afterwards"
[section.care]
title = "Care"
measures = ["reviews", "visits", "absence", "near", "few"]
on_time_note = true
)" + kPage + R"(chosen_by = "Young people in care"
chosen_on = "2012-05-14"
not_known = ["If you feel safe."]
[page.young-people.counted]
reviews = "children had their review on time."
visits = "visits were made on time."
absence = "school days were missed."
near = "forms were read."
few = "homes were seen."
)"},
      {"measures/all.toml", R"([measure.reviews]
title = "Reviews held within statutory timescales"
from = "values"
periods = "financial year"
unit = "percent"
better = "higher"
size = "many"
[measure.visits]
use = "reviews"
title = "Visits"
[measure.absence]
use = "reviews"
title = "Absence"
[measure.near]
use = "reviews"
title = "Forms read"
[measure.few]
use = "reviews"
title = "Homes inspected"
)"},
      {"data/values.csv", "measure,period,value,numerator,denominator\nreviews,2011/12,98,,\nvisits,2011/12,,150,200\nabsence,2011/12,6.2,,\nnear,2011/12,,196,200\nfew,2011/12,,3,5\n"},
      {"data/voice.csv", "id,text,who,young_who,young_said,young_did,young_not_done\n"
                         "v1,Stakeholder engagement was undertaken.,Children,,You want the club open late.,It is open late on Friday.,It is not open on Sunday.\n"
                         "v2,A survey of 4 children.,Children,,,,\n"},
      {"data/findings.csv", "id,kind,text,young_who,young_said,young_did,young_not_done\nf1,area for development,Referrals vary.,people who check on us,We take too long.,,\n"},
      {"data/contacts.csv", "id,title,kind,telephone,text_number,email,young_words,young_place\n"
                            "emergency,Emergency,emergency,999,,,,\nchildline,Childline,helpline,0800 1111,,,This is Childline. It is free.,\n"
                            "adults,Adults' line,helpline,0808 800 5000,,,,\nadvocate,Advocates,helpline,01632 960001,,,They find you an advocate.,your rights\n"
                            "us,Us,office,,07700 900000,us@testham.example,Tell us anything.,tell us\nold,Old office,historic,01632 960002,,,Ring us.,tell us\n"},
      {"words/afterwards.md", "Independent inquiries subsequently identified systemic failings.\n\n## Reports\n\nMany.\n"},
  };
}

class YoungPeople : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { full_ = new BuiltSite(build_for_test(full())); bare_ = new BuiltSite(build_for_test(bare())); }
  static void TearDownTestSuite() { delete full_; delete bare_; }
  static const std::string& page() { return full_->page("young-people.html"); }
  static std::string words() { return young_text(page()); }
  static BuiltSite *full_, *bare_;
};
BuiltSite* YoungPeople::full_ = nullptr;
BuiltSite* YoungPeople::bare_ = nullptr;

TEST_F(YoungPeople, are_told_first_whom_to_ring) {
  ASSERT_FALSE(full_->problems.has_errors()) << print_problems(full_->problems.sorted(), false);
  const std::size_t ring = page().find("tel:999"), child = page().find("tel:08001111"), rights = page().find("Your rights");
  ASSERT_NE(ring, std::string::npos);
  EXPECT_LT(page().find("<h1>"), ring);
  EXPECT_LT(ring, child);
  EXPECT_LT(child, rights);
  EXPECT_LT(page().find("01632 960001"), page().find("What you told us"));
  EXPECT_THAT(page(), Not(HasSubstr("0808 800 5000")));   // it is for adults
  EXPECT_THAT(page(), Not(HasSubstr("01632 960002")));    // it was right once
}

TEST_F(YoungPeople, read_in_full_what_the_card_wrote_for_them_and_nothing_else) {
  EXPECT_EQ(words(),
            "How to get help, what you told us, and what we do not know.\n"
            "Ring this if you are in danger.\n"
            "This is Childline. It is free.\n"
            "You can also tell a grown-up you trust. If they do not help, tell another one.\n"
            "More people who can help\n"
            "You can complain. We must listen, and we must answer you.\n"
            "Are you in care, or were you? You can have an advocate. An advocate is on your side. It is free. They help you say what you want. They are not your social worker.\n"
            "They find you an advocate.\n"
            "You want the club open late.\n"
            "It is open late on Friday.\n"
            "It is not open on Sunday.\n"
            "We take too long.\n"
            "We have not said what we did.\n"
            "We have not said what is still to do.\n"
            "98 of every 100 children had their review on time. This was in the year to March 2012. On time does not mean that it helped.\n"
            "75 of every 100 visits were made on time. This was in the year to March 2012. On time does not mean that it helped.\n"
            "Fewer than 10 of every 100 school days were missed. This was in the year to March 2012.\n"
            "Nearly all forms were read. This was in the year to March 2012.\n"
            "Some numbers are not here. They are about too few people, or we do not know them.\n"
            "Young people in care chose what we count here. They chose it on 14 May 2012.\n"
            "If you feel safe.\n"
            "Later, people looked at this time again. They found out more. Ask a grown-up you trust to read it with you.\n"
            "Who can help\n"
            "What was found (for grown-ups)\n"
            "Tell us what you think. You can ask someone you trust to do it for you.\n"
            "Tell us anything. You can text: 07700 900000 You can write: us@testham.example\n");
  EXPECT_THAT(page(), HasSubstr("<h3>People who check on us said</h3>"));
  EXPECT_THAT(page(), HasSubstr("href=\"sms:07700900000\""));
}

TEST_F(YoungPeople, see_no_chart_no_mark_and_no_table) {
  const std::string main = page().substr(page().find("<main"));
  for (const char* part : {"<svg", "<table", "class=\"dir", "class=\"chart", "three of five", "Stakeholder", "statutory", "systemic"}) EXPECT_THAT(main, Not(HasSubstr(part)));
}

TEST_F(YoungPeople, are_told_what_is_missing_where_the_card_has_nothing_for_them) {
  ASSERT_FALSE(bare_->problems.has_errors()) << print_problems(bare_->problems.sorted(), false);
  EXPECT_EQ(young_text(bare_->page("young-people.html")),
            "How to get help, what you told us, and what we do not know.\n"
            "Ring this if you are in danger.\n"
            "You can also tell a grown-up you trust. If they do not help, tell another one.\n"
            "There should be more numbers here. They are not here yet.\n"
            "More people who can help\n"
            "You can complain. We must listen, and we must answer you.\n"
            "Are you in care, or were you? You can have an advocate. An advocate is on your side. It is free. They help you say what you want. They are not your social worker.\n"
            "The number to ask for one is not here yet. Ask a grown-up you trust to find it.\n"
            "Nothing is written here yet. We should ask you. Then we should say here what you said, and what we did.\n"
            "There are no numbers here yet.\n"
            "You should choose what we count. For this page we did not ask you.\n"
            "This is not written down yet. It should be. You can ask us.\n"
            "Tell us what you think. You can ask someone you trust to do it for you.\n"
            "Our number should be here. It is not here yet.\n");
}

TEST_F(YoungPeople, of_nine_and_ten_can_read_it_by_both_formulas) {
  for (const BuiltSite* site : {full_, bare_}) {
    const std::string text = young_text(site->page("young-people.html"));
    const ReadingAge age = reading_age(text);
    EXPECT_GT(age.counts.words, 100);
    EXPECT_LE(age.kincaid, oldest_young_reader);
    EXPECT_LE(age.coleman_liau, oldest_young_reader);
    for (const SentenceSpan& sentence : sentences_of(text)) EXPECT_LE(sentence.counts.words, longest_young_sentence) << text.substr(sentence.begin, sentence.end - sentence.begin);
  }
}

TEST_F(YoungPeople, page_is_well_formed) {
  for (const BuiltSite* site : {full_, bare_}) EXPECT_THAT(PageFaults(site->page("young-people.html")).faults, ::testing::IsEmpty());
}

TEST(YoungPeopleCard, is_refused_what_is_no_share_and_what_has_no_words) {
  auto files = full();
  files["measures/all.toml"] += "[measure.children]\ntitle = \"Children\"\nfrom = \"values\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n";
  files["data/values.csv"] += "children,2011/12,7,,\n";
  std::string& card = files["card.toml"];
  card += "children = \"children.\"\n";
  card.replace(card.find("chosen_by"), 0, "measures = [\"reviews\", \"children\", \"poverty\"]\n");
  const BuiltSite built = build_for_test(files);
  const std::string problems = print_problems(built.problems.sorted(), false);
  EXPECT_THAT(problems, HasSubstr("The measure \"children\" is no share"));
  EXPECT_THAT(problems, HasSubstr("no words of its own for the measure \"poverty\""));
}

}  // namespace
}  // namespace reportcard
