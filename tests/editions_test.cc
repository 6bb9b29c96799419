// SPDX-License-Identifier: MIT
// Editions from folder to site: who gets them, what their record holds, and that a change tells nobody what is not theirs.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/scratch_folder.h"
#include "cli/edition_store.h"
#include "site/build_for_tests.h"
#include "site/site.h"

namespace reportcard {
namespace {

const std::string kMeasures = R"(
[measure.reviews]
title = "Reviews held in time"
from = "held"
periods = "month"
unit = "percent"
better = "higher"
size = "many"
serves = "context"

[measure.inside]
title = "CANARY for staff"
from = "inside-values"
periods = "month"
unit = "percent"
better = "higher"
size = "many"
audience = "staff"
serves = "context"

[measure.children]
title = "Children met"
from = "met"
periods = "month"
split = "team"
parts = "add"
unit = "count"
better = "none"
counts = "people"
serves = "context"
)";

const std::string kCard = R"(title = "A month of reviews"
area = "Rotherham"
period = "2026/27"
sections = ["care"]
[section.care]
title = "Care"
measures = ["reviews", "children"]
[[edition]]
id = "2026-09"
kind = "month"
period = "2026-09"
sign = ["performance"]
[[edition]]
id = "2026-10"
kind = "month"
period = "2026-10"
sign = ["performance"]
)";

class Month {
 public:
  Month() {
    folder.put("card.toml", kCard);
    folder.put("measures/all.toml", kMeasures);
    september();
  }
  void september() const {
    folder.put("data/held.csv", "period,value\n2026-08,70.1\n2026-09,70.3\n");
    folder.put("data/inside-values.csv", "period,value\n2026-08,43.2\n2026-09,87.6\n");
    folder.put("data/met.csv", "period,team,value\n2026-09,North,17\n2026-09,South,19\n2026-09,East,23\n");
  }
  // August is another number, and two teams have met so few children that their numbers, and what would give them away, are hidden.
  void october() const {
    folder.put("data/held.csv", "period,value\n2026-08,69.8\n2026-09,70.3\n2026-10,71.4\n");
    folder.put("data/inside-values.csv", "period,value\n2026-08,43.3\n2026-09,87.6\n2026-10,88.9\n");
    folder.put("data/met.csv", "period,team,value\n2026-09,North,3\n2026-09,South,33\n2026-09,East,23\n2026-10,North,2\n2026-10,South,41\n2026-10,East,29\n");
    folder.put("data/revisions.csv", "measure,period,kind,why\ninside,2026-08,correction,CANARYWHY\nreviews,2026-08,revision,Late forms came in.\nchildren,,revision,Counted anew.\n");
  }

  struct Built { Tree tree; Problems problems; EditionWork work; };
  Built build(const std::string& edition, Audience audience) const {
    Built built;
    const auto disk = disk_folder(folder.path());
    const auto loaded = load(*disk, built.problems, edition);
    EXPECT_TRUE(loaded) << print_problems(built.problems.sorted(), false);
    if (!loaded) return built;
    built.work = work_on_edition(*loaded, *disk, audience, built.problems);
    if (built.problems.has_errors()) return built;
    built.tree = build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, "test", audience, &built.work.history, built.work.draft}, built.problems);
    if (built.work.record_due) {
      EXPECT_TRUE(write_edition_record(folder.path(), edition, built.work.files, {}, built.problems));
    }
    return built;
  }
  void sign(const std::string& edition) const {
    const EditionFiles files = build(edition, Audience::staff).work.files;
    Problems problems;
    ASSERT_TRUE(write_edition_record(folder.path(), edition, files, {{"performance", Date::of(2026, 11, 10), files.figures_hash(), files.inputs_hash(), {}}}, problems));
  }
  std::string text(const std::string& name) const {
    std::ifstream in(folder / name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  }
  ScratchFolder folder;
};

bool has(const Problems& problems, std::string_view code, Severity severity) {
  for (const Problem& one : problems.all()) {
    if (one.code == code && one.severity == severity) return true;
  }
  return false;
}

std::string found_in(const Tree& tree, const std::vector<std::string>& words) {
  std::string found;
  for (const auto& [name, bytes] : tree) {
    for (const std::string& word : words) {
      if (const std::size_t at = bytes.find(word); at != std::string::npos) found += name + ": ..." + bytes.substr(at > 60 ? at - 60 : 0, 140) + "...\n";
    }
  }
  return found;
}

TEST(Editions, unsigned_ones_are_for_staff_and_say_draft_on_every_page) {
  const Month month;
  const auto staff = month.build("2026-09", Audience::staff);
  ASSERT_FALSE(staff.problems.has_errors()) << print_problems(staff.problems.sorted(), false);
  for (const auto& [name, bytes] : staff.tree) {
    if (name.ends_with(".html")) {
      EXPECT_NE(bytes.find("Draft: not signed yet by performance."), std::string::npos) << name;
    }
  }
  for (const Audience audience : {Audience::public_, Audience::members}) {
    const auto refused = month.build("2026-09", audience);
    EXPECT_TRUE(has(refused.problems, "edition-unsigned", Severity::error));
    EXPECT_TRUE(refused.tree.empty());
  }
}

TEST(Editions, signed_ones_are_built_for_all_and_are_no_draft) {
  const Month month;
  month.sign("2026-09");
  for (const Audience audience : {Audience::public_, Audience::members, Audience::staff}) {
    const auto built = month.build("2026-09", audience);
    EXPECT_FALSE(built.problems.has_errors()) << print_problems(built.problems.sorted(), false);
    EXPECT_EQ(found_in(built.tree, {"Draft"}), "");
  }
}

TEST(Editions, a_touched_file_voids_the_sign_off_and_is_named) {
  const Month month;
  month.sign("2026-09");
  month.folder.put("words/care.md", "A word more.\n");
  const auto refused = month.build("2026-09", Audience::public_);
  ASSERT_TRUE(has(refused.problems, "sign-off-void", Severity::error));
  for (const Problem& one : refused.problems.all()) {
    if (one.code == "sign-off-void") {
      EXPECT_EQ(one.place.file, "words/care.md");
    }
  }
  const auto staff = month.build("2026-09", Audience::staff);
  EXPECT_TRUE(has(staff.problems, "sign-off-void", Severity::warning));
  EXPECT_FALSE(staff.problems.has_errors());
}

TEST(Editions, the_record_is_made_anew_until_it_is_signed_or_followed_and_then_stays) {
  const Month month;
  month.build("2026-09", Audience::staff);
  const std::string first = month.text("editions/2026-09/figures.csv");
  EXPECT_NE(first.find(",70.3,"), std::string::npos);
  month.folder.put("data/held.csv", "period,value\n2026-09,70.4\n");
  month.build("2026-09", Audience::staff);
  const std::string second = month.text("editions/2026-09/figures.csv");
  EXPECT_NE(second, first);
  month.october();
  month.build("2026-10", Audience::staff);
  month.build("2026-09", Audience::staff);
  EXPECT_EQ(month.text("editions/2026-09/figures.csv"), second);
}

TEST(Editions, the_record_of_september_has_nothing_of_october) {
  const Month month;
  month.october();
  month.build("2026-09", Audience::staff);
  const std::string figures = month.text("editions/2026-09/figures.csv");
  EXPECT_NE(figures.find("2026-09"), std::string::npos);
  EXPECT_EQ(figures.find("2026-10"), std::string::npos);
}

TEST(Editions, a_file_that_somebody_put_beside_the_record_is_left_alone) {
  const Month month;
  month.folder.put("editions/2026-09/minutes.txt", "Agreed.\n");
  month.build("2026-09", Audience::staff);
  EXPECT_EQ(month.text("editions/2026-09/minutes.txt"), "Agreed.\n");
  EXPECT_NE(month.text("editions/2026-09/inputs.csv").find("data/held.csv"), std::string::npos);
  EXPECT_EQ(month.text("editions/2026-09/inputs.csv").find("minutes"), std::string::npos);
}

TEST(Editions, changes_tell_the_public_what_is_theirs_and_nothing_else) {
  Month month;
  month.sign("2026-09");
  month.october();
  month.sign("2026-10");
  const auto built = month.build("2026-10", Audience::public_);
  ASSERT_FALSE(built.problems.has_errors()) << print_problems(built.problems.sorted(), false);
  const std::string& page = built.tree.at("changes.html");
  EXPECT_NE(page.find("Reviews held in time, August 2026: 69.8%; the earlier edition had 70.1%. Why: Late forms came in."), std::string::npos) << page;
  EXPECT_NE(built.tree.at("changes.atom").find("71.4% in October 2026; it was 70.3% in September 2026."), std::string::npos);
  // Neither staff figures and the reason for their change, nor what September said of a team that is hidden now.
  EXPECT_EQ(found_in(built.tree, {"CANARY", "87.6", "88.9", "43.2"}), "");
  const Tree changes = {{"changes.html", page}, {"changes.atom", built.tree.at("changes.atom")}};
  EXPECT_EQ(found_in(changes, {": 17", ": 3;", ": 2 in", "had 17", "had 23", "(North), October", "(East), October"}), "");
  EXPECT_NE(found_in(changes, {"no longer shown, to protect people"}), "");
}

TEST(Editions, changes_tell_staff_all_that_is_not_kept_from_everybody) {
  Month month;
  month.sign("2026-09");
  month.october();
  const auto built = month.build("2026-10", Audience::staff);
  EXPECT_NE(built.tree.at("changes.html").find("CANARYWHY"), std::string::npos);
  EXPECT_EQ(found_in({{"changes.html", built.tree.at("changes.html")}}, {"(North): 17"}), "");
}

TEST(Editions, the_public_compares_with_the_last_edition_that_it_could_see) {
  Month month;
  std::string card = kCard;
  card.insert(card.find("[[edition]]"), "[[edition]]\nid = \"2026-08\"\nkind = \"month\"\nperiod = \"2026-08\"\n");
  card.replace(card.find("period = \"2026-09\"\n"), 19, "period = \"2026-09\"\naudience = \"staff\"\n");
  month.folder.put("card.toml", card);
  month.build("2026-08", Audience::public_);
  month.build("2026-09", Audience::staff);
  month.october();
  month.sign("2026-10");
  EXPECT_NE(month.build("2026-10", Audience::public_).tree.at("changes.html").find("October 2026 against August 2026"), std::string::npos);
  EXPECT_NE(month.build("2026-10", Audience::staff).tree.at("changes.html").find("October 2026 against September 2026"), std::string::npos);
}

TEST(Editions, the_page_and_the_feed_are_well_formed_and_the_feed_keeps_its_names) {
  Month month;
  month.sign("2026-09");
  const std::string before = month.build("2026-09", Audience::public_).tree.at("changes.atom");
  month.october();
  month.sign("2026-10");
  const auto built = month.build("2026-10", Audience::public_);
  EXPECT_EQ(PageFaults(built.tree.at("changes.html")).faults, std::vector<std::string>{});
  const std::string& feed = built.tree.at("changes.atom");
  for (const char* needed : {"<feed xmlns=\"http://www.w3.org/2005/Atom\"", "<author><name>A month of reviews</name></author>", "<updated>2026-10-31T00:00:00Z</updated>", "rel=\"self\"", "type=\"xhtml\""})
    EXPECT_NE(feed.find(needed), std::string::npos) << needed;
  const std::size_t at = before.find("<entry>\n<id>") + 12;
  EXPECT_NE(feed.find(before.substr(at, 45)), std::string::npos) << "September's entry has another name now";
  EXPECT_NE(built.tree.at("index.html").find("<link rel=\"alternate\" type=\"application/atom+xml\""), std::string::npos);
}

TEST(Editions, a_card_without_editions_has_no_page_of_changes) {
  Month month;
  month.folder.put("card.toml", kCard.substr(0, kCard.find("[[edition]]")));
  const auto built = month.build("", Audience::public_);
  EXPECT_EQ(built.tree.count("changes.html"), 0U);
  EXPECT_NE(built.tree.at("about.html").find("No earlier edition is kept here"), std::string::npos);
}

TEST(Editions, of_the_rotherham_card_say_what_its_table_says_today) {
  namespace fs = std::filesystem;
  const std::string example = std::string(REPORTCARD_SOURCE_DIR) + "/examples/rotherham-2012";
  for (const char* id : {"2012-02", "2012-06", "2012-10"}) {
    Problems problems;
    const auto folder = disk_folder(example);
    const auto loaded = load(*folder, problems, id);
    ASSERT_TRUE(loaded);
    EXPECT_FALSE(problems.has_errors()) << print_problems(problems.sorted(), false);
    const auto kept = folder->read(std::string("editions/") + id + "/figures.csv");
    ASSERT_TRUE(kept) << id;
    EXPECT_EQ(edition_files(*loaded->card, loaded->figures).figures, kept->view()) << "make it again: take examples/rotherham-2012/editions away and build each edition";
  }
}

}  // namespace
}  // namespace reportcard
