// SPDX-License-Identifier: MIT
// What changed, as the page, the feed and the command say it.
#include <gtest/gtest.h>

#include "words/claims_for_tests.h"
#include "words/edition_words.h"

namespace reportcard {
namespace {

const std::string kHeader = "measure,title,area_code,area_name,area_level,choice,period,period_kind,basis,value,value_shown,unit,symbol,numerator,denominator\n";

std::string said(const std::string& before, const std::string& now, const std::string& revisions = {}) {
  Files files = with(ashby(), {{"data/shares.csv", "period,area,value\n2022/23,,62.0\n2023/24,,65.3\n"}});
  if (!revisions.empty()) files["data/revisions.csv"] = revisions;
  const auto card = test_card(files);
  Problems problems;
  const Grammar grammar = Grammar::load(*card->card, problems);
  const auto kept = [&](const char* id, const std::string& rows) {
    std::string all = kHeader;
    for (std::size_t at = 0; at < rows.size();) {
      const std::size_t end = std::min(rows.find('\n', at), rows.size());
      all += "share,Reviews held in time,E08000018,Rotherham,authority," + rows.substr(at, end - at) + "\n";
      at = end + 1;
    }
    return kept_edition(id, id, std::nullopt, *read_kept_figures("f.csv", FileBytes(all), problems), {{"share", "Reviews held in time", "x", Audience::public_, {}}});
  };
  const EditionChanges changes = compare_editions(*card->card, kept("old", before), kept("new", now), Audience::public_);
  EXPECT_TRUE(problems.empty()) << print_problems(problems.sorted(), false);
  std::string all;
  for (const EditionChange& one : changes.all) all += heading_of(grammar, one.kind) + ": " + edition_line(*card->card, grammar, one).said + "\n";
  return all;
}

const std::string k2022 = ",2022/23,financial year,published,62.0,62.0%,percent,,,", k2023 = ",2023/24,financial year,published,65.3,65.3%,percent,,,";

TEST(EditionWords, say_what_moved_with_both_dates_and_the_direction_by_the_rule) {
  EXPECT_EQ(said(k2022, k2022 + "\n" + k2023), "Moved: Reviews held in time: 65.3% in 2023/24; it was 62.0% in 2022/23. Better: up 3.3 points.\n");
}

TEST(EditionWords, say_what_was_revised_and_why) {
  const std::string now = ",2022/23,financial year,published,61.0,61.0%,percent,,,";
  EXPECT_EQ(said(k2022, now), "Revised: Reviews held in time, 2022/23: 61.0%; the earlier edition had 62.0%. No reason is given.\n");
  EXPECT_EQ(said(k2022, now, "measure,kind,why,on,effect\nshare,correction,Reviews of one team were counted twice.,2024-05-02,The fall was smaller.\n"),
            "Corrected: Reviews held in time, 2022/23: 61.0%; the earlier edition had 62.0%. Corrected on 2 May 2024. Why: Reviews of one team were counted twice. What it means: The fall was smaller.\n");
}

TEST(EditionWords, give_the_counts_where_only_they_changed) {
  EXPECT_EQ(said(",2022/23,financial year,computed,62.0,62.0%,percent,,62,100", ",2022/23,financial year,computed,62.0,62.0%,percent,,124,200"),
            "Revised: Reviews held in time, 2022/23: 62.0% (124 of 200); the earlier edition had 62.0% (62 of 100). No reason is given.\n");
}

TEST(EditionWords, do_not_tell_a_number_that_is_kept_back) {
  EXPECT_EQ(said(k2022, ",2022/23,financial year,published,,not shown,percent,c,,"), "Revised: Reviews held in time, 2022/23: no longer shown, to protect people.\n");
}

}  // namespace
}  // namespace reportcard
