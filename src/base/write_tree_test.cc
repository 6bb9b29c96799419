// SPDX-License-Identifier: MIT
// The published folder is the old one or the new one, never a mixture; and only a folder that we made is ever touched.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/files.h"
#include "base/output_marker.h"
#include "base/scratch_folder.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

const std::string marker_name = std::string(output_marker);
const std::string marker_text = std::string(output_marker_text);

ino_t inode(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 ? about.st_ino : 0;
}

std::vector<std::string> codes(const Problems& problems) {
  std::vector<std::string> out;
  for (const Problem& one : problems.all()) out.push_back(one.code);
  return out;
}

// Whatever a test does, the next one has an honest disk.
struct Fault {
  explicit Fault(std::function<bool(std::size_t)> allow) { set_write_fault(std::move(allow)); }
  ~Fault() { set_write_fault({}); }
};

TEST(WriteTree, makes_a_folder_that_is_not_there) {
  const ScratchFolder scratch;
  Problems problems;
  const auto written = write_tree({{"index.html", "home"}, {"a/b/c.csv", "1"}}, scratch / "out/site", problems);
  ASSERT_TRUE(written);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(written->files, 2u);
  EXPECT_EQ(written->changed, 2u);
  EXPECT_THAT(scratch.everything(),
              UnorderedElementsAre(Pair("out/", ""), Pair("out/site/", ""), Pair("out/site/index.html", "home"), Pair("out/site/a/", ""),
                                   Pair("out/site/a/b/", ""), Pair("out/site/a/b/c.csv", "1"), Pair("out/site/" + marker_name, marker_text)));
}

TEST(WriteTree, fills_an_empty_folder_and_keeps_its_mode) {
  const ScratchFolder scratch;
  fs::create_directory(scratch / "site");
  fs::permissions(scratch / "site", fs::perms(0750));
  Problems problems;
  ASSERT_TRUE(write_tree({{"index.html", "home"}}, scratch / "site/", problems));
  EXPECT_EQ(fs::status(scratch / "site").permissions(), fs::perms(0750));
  EXPECT_THAT(scratch.everything(), UnorderedElementsAre(Pair("site/", ""), Pair("site/index.html", "home"), Pair("site/" + marker_name, marker_text)));
}

TEST(WriteTree, a_new_folder_can_be_read_by_a_web_server) {
  const ScratchFolder scratch;
  const mode_t before = ::umask(022);
  Problems problems;
  ASSERT_TRUE(write_tree({{"index.html", "home"}}, scratch / "site", problems));
  ::umask(before);
  EXPECT_EQ(fs::status(scratch / "site").permissions(), fs::perms(0755));
  EXPECT_EQ(fs::status(scratch / "site/index.html").permissions(), fs::perms(0644));
}

TEST(WriteTree, a_second_build_replaces_all_and_links_what_is_equal) {
  const ScratchFolder scratch;
  Problems problems;
  ASSERT_TRUE(write_tree({{"same.html", "same"}, {"p/other.html", "old"}, {"gone.html", "gone"}, {"empty", ""}}, scratch / "site", problems));
  const ino_t same = inode(scratch / "site/same.html"), other = inode(scratch / "site/p/other.html");
  const auto written = write_tree({{"same.html", "same"}, {"p/other.html", "new"}, {"added.html", "added"}, {"empty", ""}}, scratch / "site", problems);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->files, 4u);
  EXPECT_EQ(written->changed, 2u);
  EXPECT_EQ(inode(scratch / "site/same.html"), same);
  EXPECT_NE(inode(scratch / "site/p/other.html"), other);
  EXPECT_THAT(scratch.everything(),
              UnorderedElementsAre(Pair("site/", ""), Pair("site/same.html", "same"), Pair("site/p/", ""), Pair("site/p/other.html", "new"),
                                   Pair("site/added.html", "added"), Pair("site/empty", ""), Pair("site/" + marker_name, marker_text)));
  EXPECT_TRUE(problems.empty());
}

TEST(WriteTree, a_build_that_changes_nothing_touches_nothing) {
  const ScratchFolder scratch;
  Problems problems;
  const Tree tree = {{"index.html", "home"}, {"a/b/c", ""}, {"a/d", "d"}};
  ASSERT_TRUE(write_tree(tree, scratch / "site", problems));
  const ino_t folder = inode(scratch / "site");
  const Fault fault([](std::size_t) { return false; });
  const auto written = write_tree(tree, scratch / "site", problems);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->files, 3u);
  EXPECT_EQ(written->changed, 0u);
  EXPECT_EQ(inode(scratch / "site"), folder);
}

TEST(WriteTree, what_is_in_the_old_folder_only_goes) {
  for (const char* extra : {"extra.html", "a/extra", "empty-folder/"}) {
    const ScratchFolder scratch;
    Problems problems;
    const Tree tree = {{"index.html", "home"}, {"a/d", "d"}};
    ASSERT_TRUE(write_tree(tree, scratch / "site", problems));
    const auto clean = scratch.everything();
    if (std::string(extra).back() == '/') fs::create_directory(scratch / "site/" + extra);
    else scratch.put(std::string("site/") + extra, "x");
    ASSERT_TRUE(write_tree(tree, scratch / "site", problems));
    EXPECT_EQ(scratch.everything(), clean) << extra;
  }
}

TEST(WriteTree, a_link_in_the_old_folder_becomes_a_file_again) {
  const ScratchFolder scratch;
  Problems problems;
  ASSERT_TRUE(write_tree({{"page", "text"}}, scratch / "site", problems));
  scratch.put("elsewhere", "text");
  fs::remove(scratch / "site/page");
  fs::create_symlink("../elsewhere", scratch / "site/page");
  ASSERT_TRUE(write_tree({{"page", "text"}}, scratch / "site", problems));
  EXPECT_FALSE(fs::is_symlink(scratch / "site/page"));
}

TEST(WriteTree, a_file_held_open_keeps_its_old_text) {
  const ScratchFolder scratch;
  Problems problems;
  const std::string old(100'000, 'o'), fresh(100'000, 'n');
  ASSERT_TRUE(write_tree({{"page", old}}, scratch / "site", problems));
  const auto held = FileBytes::map(scratch / "site/page");
  ASSERT_TRUE(write_tree({{"page", fresh}}, scratch / "site", problems));
  EXPECT_EQ(held->view(), old);
  EXPECT_EQ(FileBytes::map(scratch / "site/page")->view(), fresh);
}

TEST(WriteTree, never_touches_a_folder_that_it_did_not_make) {
  const ScratchFolder scratch;
  scratch.put("home/letter.txt", "dear");
  scratch.put("file", "text");
  scratch.put("fake/" + marker_name, "somebody else's");
  scratch.put("nested/" + marker_name + "/x", "x");
  fs::create_symlink(scratch / "nowhere", scratch / "dangling");
  const auto before = scratch.everything();
  for (const char* name : {"home", "file", "fake", "nested", "dangling"}) {
    Problems problems;
    EXPECT_FALSE(write_tree({{"index.html", "home"}}, scratch / name, problems)) << name;
    EXPECT_THAT(codes(problems), ElementsAre("not-our-folder")) << name;
    EXPECT_EQ(problems.all()[0].place.file, scratch / name);
    EXPECT_FALSE(problems.all()[0].remedy.empty());
  }
  EXPECT_EQ(scratch.everything(), before);
  for (const char* name : {"/", ""}) {
    Problems problems;
    EXPECT_FALSE(write_tree({{"index.html", "home"}}, name, problems));
    EXPECT_THAT(codes(problems), ElementsAre("not-our-folder"));
  }
}

TEST(WriteTree, through_a_link_replaces_the_folder_and_not_the_link) {
  const ScratchFolder scratch;
  Problems problems;
  ASSERT_TRUE(write_tree({{"page", "old"}}, scratch / "real", problems));
  fs::create_directory_symlink("real", scratch / "link");
  ASSERT_TRUE(write_tree({{"page", "new"}}, scratch / "link", problems));
  EXPECT_TRUE(fs::is_symlink(scratch / "link"));
  EXPECT_EQ(FileBytes::map(scratch / "real/page")->view(), "new");
}

TEST(WriteTree, refuses_names_that_leave_the_folder_or_are_none) {
  const ScratchFolder scratch;
  for (const std::string& name : {std::string("../x"), std::string("/x"), std::string("a/../../x"), std::string(""), std::string("a//b"),
                                  std::string("a/"), std::string("./a"), std::string("a\0b", 3), marker_name}) {
    Problems problems;
    EXPECT_FALSE(write_tree({{"index.html", "home"}, {name, "x"}}, scratch / "site", problems)) << name;
    EXPECT_THAT(codes(problems), ElementsAre("cannot-write"));
  }
  EXPECT_THAT(scratch.everything(), IsEmpty());
}

TEST(WriteTree, a_file_that_is_also_a_folder_is_a_problem_and_leaves_nothing) {
  const ScratchFolder scratch;
  Problems problems;
  EXPECT_FALSE(write_tree({{"a", "file"}, {"a/b", "below"}}, scratch / "out/site", problems));
  EXPECT_THAT(codes(problems), ElementsAre("cannot-write"));
  EXPECT_THAT(scratch.everything(), IsEmpty());
}

// The heart: for every n, the disk is full at the nth write; once only, and from then on.
class FullDisk : public testing::TestWithParam<bool> {};

TEST_P(FullDisk, at_any_write_leaves_the_old_folder_or_the_new_one) {
  const bool for_good = GetParam();
  const Tree old_tree = {{"index.html", "old home"}, {"same.css", "same"}, {"d/old.html", "old"}};
  const Tree new_tree = {{"index.html", "new home"}, {"same.css", "same"}, {"e/new.html", "new"}, {"e/f/big.csv", std::string(200'000, 'x')}};
  for (const bool first_build : {false, true}) {
    std::size_t failures = 0;
    bool finished = false;
    for (std::size_t n = 1; !finished; ++n) {
      ASSERT_LT(n, 100u);
      const ScratchFolder scratch;
      Problems problems;
      const std::string site = scratch / (first_build ? "new/parents/site" : "site");
      if (!first_build) {
        ASSERT_TRUE(write_tree(old_tree, site, problems));
      }
      const auto before = scratch.everything();
      std::size_t asked = 0;
      std::optional<Written> written;
      {
        const Fault fault([&](std::size_t number) {
          asked = number;
          return for_good ? number < n : number != n;
        });
        written = write_tree(new_tree, site, problems);
      }
      finished = asked < n;
      if (written) {
        EXPECT_TRUE(problems.empty());
        EXPECT_EQ(FileBytes::map(site + "/index.html")->view(), "new home");
        EXPECT_EQ(FileBytes::map(site + "/e/f/big.csv")->view().size(), 200'000u);
        EXPECT_FALSE(fs::exists(site + "/d"));
        const auto entries = std::distance(fs::directory_iterator(fs::path(site).parent_path()), fs::directory_iterator{});
        EXPECT_EQ(entries, 1) << "something was left beside the folder";
      } else {
        ++failures;
        EXPECT_EQ(scratch.everything(), before) << "failed at write " << n;
        ASSERT_THAT(codes(problems), ElementsAre("cannot-write"));
        EXPECT_THAT(problems.all()[0].message, HasSubstr("No space left on device"));
        EXPECT_THAT(problems.all()[0].remedy, HasSubstr("make room"));
      }
    }
    // Folder beside, marker, two folders, three or four files, the exchange; the parents, when the build is the first.
    EXPECT_GE(failures, first_build ? 10u : 8u);
  }
}

INSTANTIATE_TEST_SUITE_P(WriteTree, FullDisk, testing::Bool(), [](const auto& one) { return one.param ? "for_good" : "once"; });

TEST(WriteTree, without_permission_says_so_and_leaves_all_as_it_was) {
  const ScratchFolder scratch;
  fs::create_directory(scratch / "locked");
  fs::permissions(scratch.path(), fs::perms(0755));
  fs::permissions(scratch / "locked", fs::perms(0555));
  // Root may write anywhere, so for this test root becomes nobody.
  const bool root = ::geteuid() == 0;
  if (root) {
    ASSERT_EQ(::seteuid(65534), 0);
  }
  Problems problems;
  const bool written = write_tree({{"index.html", "home"}}, scratch / "locked/site", problems).has_value();
  if (root) {
    ASSERT_EQ(::seteuid(0), 0);
  }
  fs::permissions(scratch / "locked", fs::perms(0755));
  EXPECT_FALSE(written);
  ASSERT_THAT(codes(problems), ElementsAre("cannot-write"));
  EXPECT_THAT(problems.all()[0].message, HasSubstr("Permission denied"));
  EXPECT_THAT(scratch.everything(), ElementsAre(Pair("locked/", "")));
}

TEST(WriteTree, where_the_parent_is_a_file_says_so) {
  const ScratchFolder scratch;
  scratch.put("file", "text");
  Problems problems;
  EXPECT_FALSE(write_tree({{"index.html", "home"}}, scratch / "file/site", problems));
  EXPECT_THAT(codes(problems), ElementsAre("cannot-write"));
  EXPECT_THAT(scratch.everything(), ElementsAre(Pair("file", "text")));
}

TEST(WriteTree, twice_from_one_tree_gives_the_same_bytes) {
  const ScratchFolder scratch;
  Problems problems;
  const Tree tree = {{"index.html", "home"}, {"a/b", "1"}};
  ASSERT_TRUE(write_tree(tree, scratch / "one", problems));
  ASSERT_TRUE(write_tree(tree, scratch / "two", problems));
  const auto all = scratch.everything();
  for (const auto& [name, text] : all) {
    if (name.rfind("one/", 0) == 0) {
      EXPECT_EQ(all.at("two" + name.substr(3)), text);
    }
  }
}

TEST(WriteInto, a_folder_keeps_the_files_that_are_not_named_and_takes_the_others) {
  const ScratchFolder scratch;
  scratch.put("record/figures.csv", "old");
  scratch.put("record/minutes/may.txt", "agreed");
  Problems problems;
  const auto written = write_into({{"figures.csv", "new"}, {"inputs.csv", "a"}}, scratch / "record", problems);
  ASSERT_TRUE(written);
  EXPECT_EQ(written->changed, 2U);
  EXPECT_THAT(scratch.everything(), ElementsAre(Pair("record/", ""), Pair("record/figures.csv", "new"), Pair("record/inputs.csv", "a"), Pair("record/minutes/", ""),
                                                Pair("record/minutes/may.txt", "agreed")));
  EXPECT_EQ(write_into({{"figures.csv", "new"}, {"inputs.csv", "a"}}, scratch / "record", problems)->changed, 0U);
}

TEST(WriteInto, a_disk_that_fills_at_any_write_leaves_the_folder_as_it_was) {
  for (std::size_t n = 1;; ++n) {
    const ScratchFolder scratch;
    scratch.put("record/figures.csv", "old");
    scratch.put("record/minutes.txt", "agreed");
    const auto before = scratch.everything();
    Problems problems;
    bool failed = false;
    std::optional<Written> written;
    {
      // Every write from the nth on fails, so that a link that fails is not made up for by a copy.
      const Fault full([&](std::size_t write) { return write < n || !(failed = true); });
      written = write_into({{"figures.csv", "new"}, {"inputs.csv", "a"}}, scratch / "record", problems);
    }
    if (!failed) {
      EXPECT_TRUE(written);
      EXPECT_GT(n, 4U);
      break;
    }
    EXPECT_FALSE(written) << n;
    EXPECT_EQ(scratch.everything(), before) << n;
  }
}

TEST(WriteInto, a_folder_that_is_not_there_is_made_with_those_above_it) {
  const ScratchFolder scratch;
  Problems problems;
  ASSERT_TRUE(write_into({{"figures.csv", "new"}}, scratch / "editions/2012-10", problems));
  EXPECT_THAT(scratch.everything(), ElementsAre(Pair("editions/", ""), Pair("editions/2012-10/", ""), Pair("editions/2012-10/figures.csv", "new")));
}

TEST(WriteInto, what_could_not_be_kept_is_not_thrown_away) {
  const ScratchFolder scratch;
  scratch.put("record/figures.csv", "old");
  fs::create_symlink("/etc/hostname", scratch / "record/link");
  Problems problems;
  EXPECT_FALSE(write_into({{"figures.csv", "new"}}, scratch / "record", problems));
  EXPECT_THAT(codes(problems), ElementsAre("cannot-write"));
  EXPECT_TRUE(fs::is_symlink(scratch / "record/link"));
}

}  // namespace
}  // namespace reportcard
