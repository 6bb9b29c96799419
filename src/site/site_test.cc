// SPDX-License-Identifier: MIT
// Pages as their readers need them: well-formed, linked, true to the view, and without what must not be on them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/build_for_tests.h"

namespace reportcard {
namespace {

std::map<std::string, std::string> folder() {
  return {
      {"card.toml", R"(title = "Testham Report Card"
area = "Rotherham"
period = "2011/12"
baseline = "2009/10"
as_at = "2012-12-31"
banner = "An example."
noindex = true
against = ["england"]
sections = ["learning", "safety"]
helplines = ["childline"]
found_later = "afterwards"
cannot_tell = ["Whether children were safe. It counts results.", "What caused a change."]
[section.learning]
title = "Learning"
measures = ["gcse", "eyfs"]
registers = ["improvements"]
[section.safety]
title = "Safety"
measures = ["absence"]
plain = true
found_later = true
)"},
      {"measures/all.toml", R"([measure.gcse]
title = "Pupils with five GCSEs"
subject = "pupils who got five GCSEs"
from = "attainment"
periods = "academic year"
unit = "percent"
better = "higher"
size = "many"
headline = true
serves = "learning"
target = { "2011/12" = 60 }
[measure.eyfs]
title = "Children at the early years standard"
subject = "children who reached the standard"
from = "attainment"
periods = "academic year"
unit = "percent"
better = "higher"
size = "many"
serves = "context"
[measure.absence]
title = "Sessions missed"
subject = "sessions that were missed"
from = "attainment"
periods = "academic year"
unit = "percent"
better = "lower"
size = "many"
serves = "context"
)"},
      {"data/attainment.csv",
       "measure,period,area,value,source\n"
       "gcse,2010/11,,50.8,\"Report, line 1\"\ngcse,2011/12,,56.7,\"Report, line 2\"\ngcse,2011/12,England,58.9,\"Report, line 3\"\n"
       "eyfs,2011/12,,58.3,\neyfs,2010/11,England,61,\n"
       "absence,2010/11,,5.0,\nabsence,2011/12,,6.5,\n"},
      {"data/improvements.csv", "id,text,state,note,source\na1,Answer <b>sooner</b> & better,planned,,\"Report, line 4\"\na2,Write plainly,in place,It's done,\n"},
      {"data/contacts.csv", "id,title,kind,for_whom,telephone\nchildline,Childline,helpline,Anyone under 19,0800 1111\n"},
      {"words/learning.md", "Results rose: {gcse}.\n\n#### A deep heading\n\nRaw <script>alert(1)</script> is text.\n"},
      {"words/afterwards.md", "Later it was found otherwise.\n\n## What was found\n\nMuch.\n"},
  };
}

TEST(Site, every_page_is_well_formed_and_every_link_leads_somewhere) {
  const BuiltSite site = build_for_test(folder());
  ASSERT_FALSE(site.problems.has_errors()) << print_problems(site.problems.sorted(), false);
  std::map<std::string, PageFaults> pages;
  for (const auto& [name, bytes] : site.tree) {
    if (name.ends_with(".html")) pages.emplace(name, PageFaults(bytes));
  }
  EXPECT_GE(pages.size(), 12U);
  for (const auto& [name, page] : pages) {
    EXPECT_THAT(page.faults, ::testing::IsEmpty()) << name;
    for (const std::string& link : page.links) {
      if (link.starts_with("tel:") || link.starts_with("mailto:") || link.starts_with("data:")) continue;
      EXPECT_TRUE(link.find("://") == std::string::npos) << name << " asks another server: " << link;
      const std::size_t hash = link.find('#');
      const std::string file = hash == 0 ? name : link.substr(0, hash);
      ASSERT_TRUE(site.tree.contains(file)) << name << " links to " << link;
      if (hash != std::string::npos && pages.contains(file)) {
        EXPECT_TRUE(pages.at(file).ids.contains(link.substr(hash + 1))) << name << " links to " << link;
      }
    }
  }
}

TEST(Site, the_same_folder_gives_the_same_bytes) {
  EXPECT_EQ(build_for_test(folder()).tree, build_for_test(folder()).tree);
}

TEST(Site, text_of_the_folder_is_never_markup) {
  const BuiltSite site = build_for_test(folder());
  EXPECT_TRUE(site.says("learning.html", "Answer &lt;b&gt;sooner&lt;/b&gt; &amp; better"));
  EXPECT_FALSE(site.anywhere("<script"));
  EXPECT_TRUE(site.says("learning.html", "&lt;script&gt;"));
}

TEST(Site, a_figure_in_prose_leads_to_its_page) {
  EXPECT_TRUE(build_for_test(folder()).says("learning.html", "<a href=\"measure-gcse.html\">56.7%</a>"));
}

TEST(Site, a_card_that_asks_for_it_is_left_alone_by_search_engines_on_every_page) {
  const BuiltSite site = build_for_test(folder());
  for (const auto& [name, bytes] : site.tree) {
    if (!name.ends_with(".html")) continue;
    EXPECT_NE(bytes.find("<meta name=\"robots\" content=\"noindex\">"), std::string::npos) << name;
    EXPECT_NE(bytes.find("An example."), std::string::npos) << name;
    EXPECT_NE(bytes.find("Worried about a child?"), std::string::npos) << name;
  }
  auto open = folder();
  open["card.toml"].replace(open["card.toml"].find("noindex = true"), 14, "");
  EXPECT_FALSE(build_for_test(open).anywhere("noindex"));
}

TEST(Site, a_plain_page_has_no_mark_no_arrow_and_no_drawing) {
  const std::string page = build_for_test(folder()).page("safety.html");
  const std::string main = page.substr(page.find("<main"));
  for (const char* sign : {"<svg", "class=\"dir", "↑", "↓", "class=\"better", "class=\"worse"}) EXPECT_EQ(main.find(sign), std::string::npos) << sign;
  EXPECT_NE(main.find("6.5%"), std::string::npos);
  EXPECT_NE(main.find("Worse"), std::string::npos);  // the word stays
}

TEST(Site, what_was_found_later_stands_where_it_is_asked_for_at_text_size) {
  const BuiltSite site = build_for_test(folder());
  EXPECT_TRUE(site.says("index.html", "Later it was found otherwise."));
  EXPECT_TRUE(site.says("safety.html", "Later it was found otherwise."));
  EXPECT_FALSE(site.says("learning.html", "Later it was found otherwise."));
  EXPECT_FALSE(site.says("index.html", "Much."));  // the rest stands on about
  EXPECT_TRUE(site.says("about.html", "Much."));
}

// Home chooses nothing: easy measures and another baseline may fill the lists, but not what stands first.
TEST(Site, ten_easy_measures_or_another_baseline_leave_what_stands_first_on_home_as_it_is) {
  const auto first = [](const BuiltSite& site) {
    const std::string& page = site.page("index.html");
    return page.substr(page.find("<h1>"), page.find("id=\"attention\"") - page.find("<h1>"));
  };
  const std::string before = first(build_for_test(folder()));
  ASSERT_NE(before.find("56.7%"), std::string::npos);
  auto more = folder();
  for (int i = 0; i < 10; ++i) {
    const std::string id = "easy-" + std::string(1, static_cast<char>('a' + i));
    more["measures/all.toml"] += "[measure." + id + "]\ntitle = \"Easy " + id + "\"\nfrom = \"attainment\"\nperiods = \"academic year\"\nunit = \"percent\"\nbetter = \"higher\"\nsize = \"many\"\nserves = \"context\"\n";
    more["data/attainment.csv"] += id + ",2010/11,,10.0,\n" + id + ",2011/12,,90.0,\n";
  }
  const BuiltSite with_easy = build_for_test(more);
  ASSERT_FALSE(with_easy.problems.has_errors()) << print_problems(with_easy.problems.sorted(), false);
  EXPECT_EQ(first(with_easy), before);
  EXPECT_TRUE(with_easy.says("index.html", "Easy easy-j"));  // all of them, never a top n
  auto moved = folder();
  moved["card.toml"].replace(moved["card.toml"].find("2009/10"), 7, "2010/11");
  EXPECT_EQ(first(build_for_test(moved)), before);
}

TEST(Site, home_says_why_each_item_needs_attention) {
  const std::string page = build_for_test(folder()).page("index.html");
  const std::size_t attention = page.find("id=\"attention\""), better = page.find("id=\"better\"");
  const std::string list = page.substr(attention, better - attention);
  EXPECT_NE(list.find("Below England"), std::string::npos);
  EXPECT_NE(list.find("Below our target"), std::string::npos);
  EXPECT_NE(list.find("Sessions missed"), std::string::npos);
  EXPECT_LT(attention, better);  // worse stands first
  for (std::size_t item = list.find("<li>"); item != std::string::npos; item = list.find("<li>", item + 1)) {
    const std::string one = list.substr(item, list.find("</li>", item) - item);
    EXPECT_NE(one.find("class=\"dir"), std::string::npos) << one;
  }
}

TEST(Site, a_measure_page_shows_how_the_figure_was_made) {
  const BuiltSite site = build_for_test(folder());
  const std::string text = PageFaults(site.page("measure-gcse.html")).text;
  EXPECT_NE(text.find("data/attainment.csv, line 3"), std::string::npos);
  EXPECT_NE(text.find("typed as 56.7"), std::string::npos);
  EXPECT_NE(text.find("56.7% − 50.8% = +5.9 points"), std::string::npos);
  EXPECT_NE(text.find("56.7% − 58.9% = −2.2 points"), std::string::npos);
  EXPECT_NE(text.find("Report, line 2"), std::string::npos);
}

TEST(Site, figures_of_different_years_stand_side_by_side_without_a_gap) {
  const std::string text = PageFaults(build_for_test(folder()).page("learning.html")).text;
  EXPECT_NE(text.find("England 61%, 2010/11: no gap, not the same period"), std::string::npos);
}

TEST(Site, a_section_named_like_a_fixed_page_does_not_take_its_place) {
  auto files = folder();
  const std::string from = "\"safety\"]";
  files["card.toml"].replace(files["card.toml"].find(from), from.size(), "\"safety\", \"data\"]");
  files["card.toml"] += "[section.data]\ntitle = \"Data about us\"\n";
  const BuiltSite site = build_for_test(files);
  EXPECT_TRUE(site.says("section-data.html", "Data about us"));
  EXPECT_TRUE(site.says("data.html", "figures.csv"));
}

}  // namespace
}  // namespace reportcard
