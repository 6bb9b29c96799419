// SPDX-License-Identifier: MIT
// Nothing outside the folder is read, whatever name is asked for and whatever link lies in it.
#include "base/files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/scratch_folder.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

TEST(FileBytes, are_those_of_the_file_small_large_or_empty) {
  const ScratchFolder scratch;
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{65535}, std::size_t{65536}, std::size_t{1'000'000}}) {
    std::string text(size, 'x');
    if (size > 0) text.back() = 'y';
    scratch.put("file", text);
    const auto bytes = FileBytes::map(scratch / "file");
    ASSERT_TRUE(bytes);
    EXPECT_EQ(bytes->view(), text);
  }
}

TEST(FileBytes, live_as_long_as_any_copy) {
  const ScratchFolder scratch;
  scratch.put("file", std::string(100'000, 'x'));
  FileBytes kept;
  EXPECT_EQ(kept.view(), "");
  {
    const auto bytes = FileBytes::map(scratch / "file");
    kept = *bytes;
  }
  EXPECT_EQ(kept.view(), std::string(100'000, 'x'));
  EXPECT_EQ(FileBytes(std::string("held")).view(), "held");
}

TEST(FileBytes, of_what_is_no_file_are_nothing) {
  const ScratchFolder scratch;
  fs::create_directory(scratch / "folder");
  ASSERT_EQ(::mkfifo((scratch / "pipe").c_str(), 0600), 0);
  EXPECT_FALSE(FileBytes::map(scratch / "absent"));
  EXPECT_FALSE(FileBytes::map(scratch / "folder"));
  EXPECT_FALSE(FileBytes::map(scratch / "pipe"));  // and it does not wait for a writer
}

TEST(LeavesFolder, says_so_of_every_name_that_could) {
  for (const std::string_view out : {"/etc/passwd", "../x", "a/../../x", "a/..", "..", "a\\..\\x", "/"}) EXPECT_TRUE(leaves_folder(out)) << out;
  EXPECT_TRUE(leaves_folder(std::string_view("a\0b", 3)));
  for (const std::string_view in : {"a", "a/b.csv", "..a", "a..", "a/...", "a..b/c", "./a", ""}) EXPECT_FALSE(leaves_folder(in)) << in;
}

TEST(DiskFolder, reads_and_lists_what_lies_in_it) {
  const ScratchFolder scratch;
  scratch.put("card/card.toml", "title");
  scratch.put("card/data/b.csv", "b");
  scratch.put("card/data/a.csv", "a");
  scratch.put("card/.git/config", "hidden");
  scratch.put("card/data/.a.csv.swp", "hidden");
  const auto folder = disk_folder(scratch / "card");
  EXPECT_THAT(folder->list(), ElementsAre("card.toml", "data/a.csv", "data/b.csv"));
  EXPECT_EQ(folder->read("data/a.csv")->view(), "a");
  EXPECT_FALSE(folder->read("data"));
  EXPECT_FALSE(folder->read(""));
  EXPECT_FALSE(folder->read("data/c.csv"));
  EXPECT_TRUE(disk_folder(scratch / "absent")->list().empty());
  EXPECT_FALSE(disk_folder(scratch / "absent")->read("a"));
}

TEST(DiskFolder, follows_no_name_and_no_link_out) {
  const ScratchFolder scratch;
  scratch.put("secret.csv", "secret");
  scratch.put("card-two/x.csv", "neighbour");
  scratch.put("card/data/a.csv", "a");
  fs::create_symlink("../secret.csv", scratch / "card/out.csv");
  fs::create_symlink(scratch / "secret.csv", scratch / "card/absolute.csv");
  fs::create_symlink("..", scratch / "card/up");
  fs::create_symlink("../card-two", scratch / "card/neighbour");
  fs::create_symlink("data/a.csv", scratch / "card/in.csv");
  fs::create_symlink(".", scratch / "card/round");
  fs::create_symlink("nowhere", scratch / "card/dangling");
  const auto folder = disk_folder(scratch / "card");
  EXPECT_THAT(folder->list(), ElementsAre("data/a.csv", "in.csv"));
  for (const char* name : {"out.csv", "absolute.csv", "up/secret.csv", "neighbour/x.csv", "../secret.csv", "data/../../secret.csv", "dangling"}) {
    EXPECT_FALSE(folder->read(name)) << name;
  }
  EXPECT_FALSE(folder->read((scratch / "secret.csv")));
  EXPECT_EQ(folder->read("in.csv")->view(), "a");
}

TEST(DiskFolder, does_not_take_its_own_output_for_input) {
  const ScratchFolder scratch;
  scratch.put("card/card.toml", "title");
  Problems problems;
  ASSERT_TRUE(write_tree({{"figures.csv", "1"}}, scratch / "card/site", problems));
  EXPECT_THAT(disk_folder(scratch / "card")->list(), ElementsAre("card.toml"));
}

TEST(MemoryFolder, behaves_like_one_on_disk) {
  const auto folder = memory_folder({{"b/x.csv", "x"}, {"a.toml", "a"}, {".hidden", "h"}, {"b/.h", "h"}, {"../out", "o"}});
  EXPECT_THAT(folder->list(), ElementsAre("a.toml", "b/x.csv"));
  EXPECT_EQ(folder->read("b/x.csv")->view(), "x");
  EXPECT_FALSE(folder->read("b/y.csv"));
  EXPECT_FALSE(folder->read("../out"));
}

TEST(Sha256, is_that_of_the_standard) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace reportcard
