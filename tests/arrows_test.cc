// SPDX-License-Identifier: MIT
// The rooms and the arrows between them, as ARCHITECTURE.md draws them. Every #include is read; one that points the
// wrong way, or a library met outside the one room that knows it, fails with its file and line.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace {

using Names = std::set<std::string>;

const std::map<std::string, Names> kMayInclude = {
    {"base", {}},
    {"html", {"base"}},
    {"tables", {"base"}},
    {"card", {"base", "tables"}},
    {"sources", {"base", "tables", "card"}},
    {"engine", {"base", "tables", "card"}},  // tables: records are its columns (docs/decisions.md)
    {"words", {"base", "card", "engine", "tables"}},
    {"site", {"base", "html", "tables", "card", "engine", "words"}},
    {"cli", {"base", "html", "tables", "card", "sources", "engine", "words", "site"}},
};

const std::map<std::string, std::string> kKnownBy = {
    {"utf8proc.h", "base"}, {"openssl", "base"}, {"toml++", "card"}, {"md4c.h", "words"}, {"md4c", "words"}, {"CLI", "cli"},
    {"xlsxwriter.h", "tables"}, {"zip.h", "tables"}, {"expat.h", "tables"},
};

TEST(Arrows, each_include_points_to_a_room_that_this_room_may_know) {
  namespace fs = std::filesystem;
  const fs::path source = fs::path(REPORTCARD_SOURCE_DIR) / "src";
  const std::regex ours("^#include \"([a-z]+)/"), theirs("^#include <([^/>]+)");
  std::size_t read = 0;
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    const fs::path file = entry.path();
    if (file.extension() != ".h" && file.extension() != ".cc") continue;
    const std::string room = fs::relative(file, source).begin()->string();
    ASSERT_TRUE(kMayInclude.contains(room)) << file << ": no room of this name is planned";
    if (file.stem().string().ends_with("_fuzz")) continue;
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      std::smatch match;
      const std::string at = fs::relative(file, source).string() + ":" + std::to_string(number) + ": " + line;
      if (std::regex_search(line, match, ours)) {
        ++read;
        EXPECT_TRUE(match[1] == room || kMayInclude.at(room).contains(match[1])) << at << "\n  " << room << " may not include " << match[1];
      } else if (std::regex_search(line, match, theirs) && kKnownBy.contains(match[1])) {
        EXPECT_EQ(kKnownBy.at(match[1]), room) << at << "\n  only one room knows this library";
        EXPECT_NE(file.extension(), ".h") << at << "\n  a library's types do not stand in our headers";
      }
    }
  }
  EXPECT_GT(read, 100u) << "the test reads the sources that it should";
}

// One name, one type: two types of one name in the one namespace break the rule of one definition, and no linker says so.
TEST(Names, no_type_is_defined_twice) {
  namespace fs = std::filesystem;
  const fs::path source = fs::path(REPORTCARD_SOURCE_DIR) / "src";
  const std::regex type("^(?:struct|class|enum class) ([A-Z][A-Za-z_]*)(?!::)\\b[^;:]*(?::[^:][^;]*)?\\{");
  std::map<std::string, std::string> defined;
  for (const auto& entry : fs::recursive_directory_iterator(source)) {
    const fs::path file = entry.path();
    if (file.extension() != ".h" && file.extension() != ".cc") continue;
    std::ifstream in(file);
    std::string line;
    bool hidden = false;  // in an unnamed namespace, which is each file's own
    for (int number = 1; std::getline(in, line); ++number) {
      if (line == "namespace {") hidden = true;
      if (line == "}  // namespace" || line == "}") hidden = hidden && line == "}";
      std::smatch match;
      if (hidden || !std::regex_search(line, match, type)) continue;
      const std::string at = fs::relative(file, source).string() + ":" + std::to_string(number);
      const auto [there, fresh] = defined.emplace(match[1], at);
      EXPECT_TRUE(fresh) << at << ": " << match[1] << " is defined in " << there->second << " too";
    }
  }
  EXPECT_GT(defined.size(), 100u);
}

}  // namespace
