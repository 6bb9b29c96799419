// SPDX-License-Identifier: MIT
// Commentary on the pages: beside its figure, as the words of its office, and only for those whom it is for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/build_for_tests.h"

namespace reportcard {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::map<std::string, std::string> folder() {
  return {
      {"card.toml", "title = \"Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\nsections = [\"learning\"]\nagainst = [\"england\"]\n[section.learning]\ntitle = \"Learning\"\nmeasures = [\"gcse\"]\n"},
      {"measures/m.toml",
       "[measure.gcse]\ntitle = \"GCSEs\"\nsubject = \"pupils who got five or more GCSEs\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\nsize = \"many\"\n"},
      {"data/t.csv", "area,period,value\n,2010/11,50.8\n,2011/12,56.7\nEngland,2011/12,58.9\n"},
      {"data/offices.csv", "id,title\nschools,School Improvement\n"},
      {"data/commentary.csv",
       "measure,edition,why,what_next,by_when,owner,audience\n"
       "gcse,2011/12,\"It is {gcse.england.gap}, *as before*.\",Visits to schools.,2012-11-30,schools,\n"
       "gcse,2011/12,FORSTAFF words.,,,,staff\n"
       "gcse,2011/12,FORMEMBERS words.,,,,members\n"},
  };
}

TEST(CommentaryPage, says_whose_words_they_are_and_links_their_figures) {
  const BuiltSite site = build_for_test(folder());
  ASSERT_FALSE(site.problems.has_errors()) << print_problems(site.problems.sorted(), false);
  const PageFaults page(site.page("measure-gcse.html"));
  EXPECT_TRUE(page.faults.empty()) << page.faults[0];
  EXPECT_THAT(page.text, HasSubstr("In the words of its office: School Improvement"));
  EXPECT_THAT(page.text, HasSubstr("It is 2.2 points below England, as before."));
  EXPECT_THAT(page.text, HasSubstr("By 30 November 2012, passed"));
  EXPECT_THAT(page.text, HasSubstr("These are its words, not what the figures show."));
}

TEST(CommentaryPage, is_in_the_download_as_it_is_printed) {
  const BuiltSite site = build_for_test(folder());
  EXPECT_THAT(site.page("downloads/register-commentary.csv"), HasSubstr("It is 2.2 points below England, as before."));
}

TEST(CommentaryPage, for_few_is_shown_to_those_alone) {
  const BuiltSite everybody = build_for_test(folder()), members = build_for_test(folder(), Audience::members), staff = build_for_test(folder(), Audience::staff);
  EXPECT_FALSE(everybody.anywhere("FORMEMBERS"));
  EXPECT_FALSE(everybody.anywhere("FORSTAFF"));
  EXPECT_TRUE(members.says("measure-gcse.html", "FORMEMBERS"));
  EXPECT_FALSE(members.anywhere("FORSTAFF"));
  EXPECT_TRUE(staff.says("measure-gcse.html", "FORMEMBERS"));
  EXPECT_TRUE(staff.says("measure-gcse.html", "FORSTAFF"));
}

}  // namespace
}  // namespace reportcard
