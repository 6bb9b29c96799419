// SPDX-License-Identifier: MIT
// The page for councillors names everything that needs attention, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "card/card.h"
#include "site/build_for_tests.h"

namespace reportcard {
namespace {

using ::testing::HasSubstr;

// The addresses of the figures in the list, in order.
std::vector<std::string> listed(const std::string& page) {
  const std::size_t from = page.find("id=\"attention\""), to = page.find("id=\"targets\"");
  std::vector<std::string> found;
  const std::string row = "<th scope=\"row\"><a href=\"";
  for (std::size_t at = page.find(row, from); at < to; at = page.find(row, at + 1)) found.push_back(page.substr(at + row.size(), page.find('"', at + row.size()) - at - row.size()));
  return found;
}

// The same, computed again from the figures alone, without a view or a page.
std::multiset<std::string> computed(const std::string& folder_name, Audience reader) {
  Problems problems;
  const auto card = read_card(*disk_folder(folder_name), problems);
  const Figures figures = compute(*card, problems);
  std::multiset<std::string> found;
  for (std::uint32_t index = 0; index < card->measures.size(); ++index) {
    const Measure& measure = card->measures[index];
    if (!is_shown_to(reader, measure.audience)) continue;
    for (const std::string& choice : figures.cube(index)->choices) {
      if (!compare(*card, figures, index, card->area, choice).needs_attention) continue;
      std::string anchor;
      for (const std::string_view part : split(choice, '/')) {
        if (!choice.empty()) anchor += (anchor.empty() ? "#" : "--") + slug(part);
      }
      found.insert("measure-" + measure.id + ".html" + anchor);
    }
  }
  return found;
}

TEST(Councillors, page_names_everything_that_needs_attention_and_nothing_else) {
  for (const char* example : {"small", "rotherham-2012"}) {
    const std::string name = std::string(REPORTCARD_SOURCE_DIR) + "/examples/" + example;
    const auto folder = disk_folder(name);
    std::map<std::string, std::string> files;
    for (const std::string& file : folder->list()) {
      if (const auto bytes = folder->read(file)) files[file] = std::string(bytes->view());
    }
    const BuiltSite site = build_for_test(files);
    const std::vector<std::string> on_page = listed(site.page("councillors.html"));
    EXPECT_EQ(std::multiset<std::string>(on_page.begin(), on_page.end()), computed(name, Audience::public_)) << example;
    EXPECT_GT(on_page.size(), 3U);
    // In the card's order, as on the home page.
    std::size_t at = site.page("index.html").find("id=\"attention\"");
    for (const std::string& address : on_page) {
      at = site.page("index.html").find("href=\"" + address + "\"", at);
      EXPECT_NE(at, std::string::npos) << address << " is not on the home page in this place";
    }
    const PageFaults page(site.page("councillors.html"));
    EXPECT_TRUE(page.faults.empty()) << example << ": " << page.faults[0];
    for (const std::string& link : page.links) {
      const std::size_t hash = link.find('#');
      const std::string file = link.substr(0, hash);
      if (link.find(':') != std::string::npos || file.empty()) continue;
      ASSERT_TRUE(site.tree.contains(file)) << link;
      if (hash != std::string::npos) {
        EXPECT_TRUE(PageFaults(site.page(file)).ids.contains(link.substr(hash + 1))) << link;
      }
    }
  }
}

std::map<std::string, std::string> folder() {
  return {
      {"card.toml", "title = \"Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nas_at = \"2012-12-31\"\nsections = [\"learning\"]\nagainst = [\"england\"]\n[section.learning]\ntitle = \"Learning\"\nmeasures = [\"gcse\", \"fine\"]\n"
                    "registers = [\"findings\", \"actions\"]\n[page.actions]\nkind = \"actions\"\ntitle = \"Actions\"\nsection = \"learning\"\nregisters = [\"findings\", \"actions\"]\n"},
      {"measures/m.toml",
       "[measure.gcse]\ntitle = \"GCSEs\"\nsubject = \"pupils who got five or more GCSEs\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\nsize = \"many\"\n"
       "target = { \"2011/12\" = 60 }\ntarget_whose = \"the government\"\n"
       "[measure.fine]\ntitle = \"Attendance\"\nsubject = \"sessions that were attended\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\nsize = \"many\"\n"},
      {"data/t.csv", "measure,area,period,value\ngcse,,2011/12,56.7\ngcse,England,2011/12,58.9\nfine,,2011/12,95.0\nfine,England,2011/12,94.0\n"},
      {"data/offices.csv", "id,title\nschools,School Improvement\n"},
      {"data/commentary.csv", "measure,edition,why,what_next,by_when,owner\ngcse,2011/12,More pupils sat them.,Visits to schools.,2012-11-30,schools\n"},
      {"data/findings.csv", "id,kind,text,repeats\nf1,area for development,Plans lack dates,\nf2,area for development,Plans lack dates again,f1\nf3,strength,Staff care,\nf4,area for development,Kept within,\n"},
      {"data/actions.csv", "id,finding,text,state,due,owner,audience\na1,f2,Write dates into plans,under way,2012-12-30,schools,\na2,f4,SECRETACTION,planned,,,staff\na3,,Look again,planned,,,\n"},
  };
}

TEST(Councillors, page_says_why_what_next_who_and_by_when_and_that_a_day_went_by) {
  const std::string text = PageFaults(build_for_test(folder()).page("councillors.html")).text;
  EXPECT_THAT(text, HasSubstr("More pupils sat them."));
  EXPECT_THAT(text, HasSubstr("Visits to schools."));
  EXPECT_THAT(text, HasSubstr("School ImprovementBy 30 November 2012, passed"));
  EXPECT_THAT(text, HasSubstr("The government"));
}

TEST(Councillors, page_tells_what_is_past_its_day_found_again_and_not_answered) {
  const BuiltSite site = build_for_test(folder());
  const std::string page = site.page("councillors.html");
  const std::string text = PageFaults(page.substr(page.find("id=\"overdue\""))).text;
  EXPECT_THAT(text, HasSubstr("Write dates into plans"));
  EXPECT_THAT(text, HasSubstr("Due 30 December 2012, passed"));
  EXPECT_THAT(text, HasSubstr("Of 2 actions still to be done one gives no day, so whether it is late cannot be said."));
  EXPECT_THAT(text, HasSubstr("Plans lack dates again"));
  const std::size_t unanswered = text.find("Findings with no action here"), since = text.find("What changed since");
  const std::string without = text.substr(unanswered, since - unanswered);
  EXPECT_THAT(without, HasSubstr("Plans lack dates"));
  // It has an action, for staff: to say that it has none would be untrue.
  EXPECT_EQ(without.find("Kept within"), std::string::npos);
  EXPECT_FALSE(site.anywhere("SECRETACTION"));
  EXPECT_TRUE(site.says("actions.html", "By an action that is not published here."));
}

TEST(Councillors, page_is_linked_at_the_foot_of_every_page) {
  const BuiltSite site = build_for_test(folder());
  for (const auto& [name, bytes] : site.tree) {
    if (name.ends_with(".html")) {
      EXPECT_NE(bytes.find("<a href=\"councillors.html\""), std::string::npos) << name;
    }
  }
}

TEST(Councillors, page_of_a_card_that_holds_little_says_so) {
  const BuiltSite site = build_for_test({{"card.toml", "title = \"Card\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"a\"]\n[section.a]\ntitle = \"A\"\n"}});
  const PageFaults page(site.page("councillors.html"));
  EXPECT_TRUE(page.faults.empty()) << page.faults[0];
  for (const char* words : {"Nothing, by the rules of this card.", "No target is set in this card.", "This card lists no action.", "This card lists no finding.", "No figure of money stands in this card.", "The rules find none."})
    EXPECT_THAT(page.text, HasSubstr(words));
}

TEST(Councillors, page_and_home_list_what_is_for_their_readers) {
  auto files = folder();
  files["measures/m.toml"] +=
      "[measure.inside]\ntitle = \"Inside\"\nsubject = \"cases that were seen\"\nfrom = \"t\"\nunit = \"percent\"\nbetter = \"higher\"\nperiods = \"financial year\"\nserves = \"context\"\nsize = \"many\"\naudience = \"staff\"\n";
  files["data/t.csv"] += "inside,,2010/11,90.0\ninside,,2011/12,80.0\n";
  const BuiltSite everybody = build_for_test(files), staff = build_for_test(files, Audience::staff);
  EXPECT_EQ(listed(everybody.page("councillors.html")), std::vector<std::string>{"measure-gcse.html"});
  EXPECT_EQ(listed(staff.page("councillors.html")), (std::vector<std::string>{"measure-gcse.html", "measure-inside.html"}));
  EXPECT_FALSE(everybody.says("index.html", "measure-inside.html"));
  EXPECT_TRUE(staff.says("index.html", "measure-inside.html"));
  EXPECT_THAT(PageFaults(staff.page("measure-inside.html")).text, HasSubstr("ForStaff"));
}

// The foreword is hidden by the day of the card, both ends included, and never by the clock.
TEST(Foreword, is_hidden_in_the_days_before_an_election) {
  const auto with = [](const std::string& as_at) {
    auto files = folder();
    std::string& card = files["card.toml"];
    card.replace(card.find("2012-12-31"), 10, as_at);
    card += "[foreword]\nwords = \"foreword\"\noffice = \"schools\"\nhide_from = 2012-11-01\nhide_to = 2012-11-30\n";
    files["words/foreword.md"] = "FOREWORD words, {gcse}.\n";
    return build_for_test(files);
  };
  for (const char* shown : {"2012-10-31", "2012-12-01"}) {
    const BuiltSite site = with(shown);
    EXPECT_TRUE(site.says("index.html", "FOREWORD words")) << shown;
    EXPECT_TRUE(site.says("index.html", "School Improvement")) << shown;
    EXPECT_LT(site.page("index.html").find("id=\"tell\""), site.page("index.html").find("FOREWORD"));
    EXPECT_LT(site.page("index.html").find("FOREWORD"), site.page("index.html").find("id=\"attention\""));
  }
  for (const char* hidden : {"2012-11-01", "2012-11-30"}) EXPECT_FALSE(with(hidden).anywhere("FOREWORD")) << hidden;
}

}  // namespace
}  // namespace reportcard
