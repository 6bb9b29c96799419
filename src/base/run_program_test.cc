// SPDX-License-Identifier: MIT
#include "base/run_program.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>

#include "base/files.h"

namespace reportcard {
namespace {

TEST(RunProgram, says_how_it_ended_and_what_it_said) {
  const auto shell = find_program({"no-such-program-here", "sh"});
  ASSERT_TRUE(shell);
  const Ran ran = run_program({*shell, "-c", "echo wrong >&2; exit 3"}, "/", 10);
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.errors, "wrong\n");
  EXPECT_FALSE(ran.too_long);
}

TEST(RunProgram, words_are_given_as_they_are_and_no_shell_reads_them) {
  const TemporaryFolder folder;
  const auto touch = find_program({"touch"});
  ASSERT_TRUE(touch);
  EXPECT_EQ(run_program({*touch, "a; touch b"}, folder.path(), 10).code, 0);
  EXPECT_TRUE(std::filesystem::exists(folder.path() + "/a; touch b"));
  EXPECT_FALSE(std::filesystem::exists(folder.path() + "/b"));
}

TEST(RunProgram, what_runs_too_long_is_stopped_with_all_that_it_started) {
  const auto start = std::chrono::steady_clock::now();
  const Ran ran = run_program({*find_program({"sh"}), "-c", "sleep 60 & sleep 60"}, "/", 1);
  EXPECT_TRUE(ran.too_long);
  EXPECT_EQ(ran.code, -1);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(RunProgram, a_program_that_is_not_there_is_no_end_of_the_world) {
  EXPECT_FALSE(find_program({"no-such-program-here"}));
  EXPECT_NE(run_program({"/no/such/program"}, "/", 5).code, 0);
}

TEST(RunProgram, has_the_environment_that_it_is_given) {
  EXPECT_EQ(run_program({*find_program({"sh"}), "-c", "test \"$SOURCE_DATE_EPOCH\" = 1351641600"}, "/", 10, {{"SOURCE_DATE_EPOCH", "1351641600"}}).code, 0);
}

TEST(TemporaryFolder, is_gone_afterwards) {
  std::string path;
  {
    const TemporaryFolder folder;
    path = folder.path();
    ASSERT_TRUE(folder.put("a/b.txt", "text"));
    EXPECT_EQ(FileBytes::map(path + "/a/b.txt")->view(), "text");
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace reportcard
