// SPDX-License-Identifier: MIT
// A card folder of the first release goes on building: no error, no page gone, and every figure as it was, byte for byte.
// A council that updates the program must not find other figures on a card that it published long ago.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/files.h"
#include "cli/load.h"
#include "site/site.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;
const fs::path kFirst = fs::path(REPORTCARD_SOURCE_DIR) / "tests" / "first-release";

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string bytes_of(const fs::path& path) {
  std::stringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

class FirstRelease : public testing::TestWithParam<std::string> {};

TEST_P(FirstRelease, builds_with_every_page_and_figure_of_then) {
  Problems problems;
  const auto folder = disk_folder((kFirst / GetParam()).string());
  const auto loaded = load(*folder, problems);
  ASSERT_TRUE(loaded);
  const Tree tree = build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, "test"}, problems);
  EXPECT_FALSE(problems.has_errors()) << print_problems(problems.sorted(), false);

  for (const char* name : {"figures.csv", "comparisons.csv"}) {
    const std::string then = bytes_of(kFirst / "expected" / GetParam() / name);
    ASSERT_FALSE(then.empty()) << name;
    const auto file = tree.find(std::string("downloads/") + name);
    ASSERT_NE(file, tree.end()) << name << " is no longer made";
    if (file->second == then) continue;
    const auto before = lines_of(then), now = lines_of(file->second);
    std::size_t at = 0;
    while (at < std::min(before.size(), now.size()) && before[at] == now[at]) ++at;
    ADD_FAILURE() << name << ", line " << at + 1 << ", of " << before.size() << " then and " << now.size() << " now\n  then: "
                  << (at < before.size() ? before[at] : "(ended)") << "\n  now:  " << (at < now.size() ? now[at] : "(ended)");
  }
  for (const std::string& file : lines_of(bytes_of(kFirst / "expected" / GetParam() / "files.txt")))
    EXPECT_TRUE(tree.count(file)) << file << " was on the site of then";
}

INSTANTIATE_TEST_SUITE_P(Cards, FirstRelease, testing::Values("small", "rotherham-2012"),
                         [](const auto& info) { return info.param == "small" ? std::string("small") : std::string("rotherham_2012"); });

}  // namespace
}  // namespace reportcard
