// SPDX-License-Identifier: MIT
// The manual is run. Every ```console block of README.md and docs/ is a session in examples/: each line after "$ " is
// run, and what it prints must be what stands below it ("..." stands for any lines; times and hashes are left out).
// A line that ends in <<'EOF' takes the lines up to EOF with it, so that a page can show a file being written.
// And nothing is without its page: every problem code, key, kind and command has its place in the manual.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

#include "site/figures_csv.h"
#include "sources/ees_checks.h"
#include "words/rules.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;
const fs::path kRoot = REPORTCARD_SOURCE_DIR;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

std::vector<fs::path> manual() {
  std::vector<fs::path> pages = {kRoot / "README.md"};
  for (const auto& entry : fs::directory_iterator(kRoot / "docs"))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  return pages;
}

// What may differ from run to run is made alike on both sides.
std::string alike(std::string text) {
  text = std::regex_replace(text, std::regex("[0-9]+\\.[0-9]+ s\\b"), "N s");
  text = std::regex_replace(text, std::regex("[0-9a-f]{64}"), "HASH");
  return text;
}

bool matches(const std::vector<std::string>& expected, std::size_t e, const std::vector<std::string>& seen, std::size_t s) {
  if (e == expected.size()) return s == seen.size();
  if (expected[e] == "...") {
    for (std::size_t to = s; to <= seen.size(); ++to)
      if (matches(expected, e + 1, seen, to)) return true;
    return false;
  }
  return s < seen.size() && expected[e] == seen[s] && matches(expected, e + 1, seen, s + 1);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string run(const std::string& command, const fs::path& folder) {
  const std::string whole = "cd '" + folder.string() + "' && export PATH='" REPORTCARD_PROGRAM_DIR "':\"$PATH\" NO_COLOR=1; { " + command + "\n} 2>&1";
  std::string out;
  FILE* pipe = popen(whole.c_str(), "r");
  std::array<char, 4096> buffer;
  while (std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), got);
  pclose(pipe);
  return out;
}

TEST(Manual, each_console_block_prints_what_it_says) {
  const fs::path work = fs::temp_directory_path() / ("reportcard-manual-" + std::to_string(getpid()));
  fs::create_directories(work);
  fs::copy(kRoot / "examples", work, fs::copy_options::recursive);
  std::size_t commands = 0;
  for (const fs::path& page : manual()) {
    std::istringstream in(bytes_of(page));
    bool inside = false, here_document = false;
    std::string command, expected;
    const auto finish = [&] {
      if (command.empty()) return;
      ++commands;
      const std::string seen = run(command, work);
      EXPECT_TRUE(matches(lines_of(alike(expected)), 0, lines_of(alike(seen)), 0))
          << page.filename() << ": $ " << command << "\n--- prints\n" << seen << "--- the manual says\n" << expected;
      command.clear();
      expected.clear();
    };
    for (std::string line; std::getline(in, line);) {
      if (line == "```console") inside = true;
      else if (inside && here_document) { command += "\n" + line; here_document = line != "EOF"; }
      else if (inside && line == "```") { finish(); inside = false; }
      else if (inside && line.starts_with("$ ")) { finish(); command = line.substr(2); here_document = line.ends_with("<<'EOF'"); }
      else if (inside) expected += line + "\n";
    }
  }
  EXPECT_GT(commands, 10u);
  fs::remove_all(work);
}

// All matches of a pattern's first group in the sources of some rooms, tests and fuzzers left out.
std::set<std::string> in_sources(const std::vector<std::string>& rooms, const std::regex& pattern) {
  std::set<std::string> found;
  for (const std::string& room : rooms)
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / "src" / room)) {
      const std::string stem = entry.path().stem().string();
      if (entry.path().extension() != ".cc" || stem.ends_with("_test") || stem.ends_with("_fuzz")) continue;
      const std::string text = bytes_of(entry.path());
      for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) found.insert((*it)[1]);
    }
  return found;
}

// Codes stand in the call that makes the problem, or in the small helpers of a file that make many alike.
std::set<std::string> problem_codes() {
  std::set<std::string> codes;
  for (const char* pattern : {R"re(\b(?:error|warning|note|problem)\(\s*"([a-z][a-z0-9-]*[a-z0-9])")re", R"re(\b(?:say|unfit)\(\s*"([a-z]+-[a-z0-9-]+)")re",
                              R"re(\.code = "([a-z-]+)")re", R"re(\? "([a-z]+-[a-z-]+)" : finding\.rule)re"})
    codes.merge(in_sources({"base", "tables", "card", "sources", "engine", "words", "site", "cli"}, std::regex(pattern)));
  for (const std::string& code : in_sources({"tables"}, std::regex(R"re(\{"([a-z]+-[a-z-]+)", "[a-z ]+ of this file )re"))) codes.insert(code);
  return codes;
}

TEST(Manual, each_problem_code_has_its_entry) {
  const std::set<std::string> codes = problem_codes();
  EXPECT_GT(codes.size(), 100u);
  const std::string page = bytes_of(kRoot / "docs" / "problems.md");
  for (const std::string& code : codes) EXPECT_NE(page.find("### " + code + "\n"), std::string::npos) << code << " has no entry in docs/problems.md";
  std::istringstream in(page);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("### ")) {
      EXPECT_TRUE(codes.count(line.substr(4))) << line << " is in docs/problems.md, and no such problem is made";
    }
}

TEST(Manual, each_general_rule_has_its_entry) {
  const std::string page = bytes_of(kRoot / "docs" / "rules.md");
  for (const Rule& rule : general_rules()) EXPECT_NE(page.find("### " + std::string(rule.id) + "\n"), std::string::npos) << rule.id << " has no entry in docs/rules.md";
}

TEST(Manual, each_check_of_explore_education_statistics_has_its_row) {
  const std::string page = bytes_of(kRoot / "docs" / "ees-checks.md");
  std::size_t after = 0;   // in the order in which they run
  for (const EesCheck& check : ees_checks()) {
    const std::string row = "| `" + std::string(check.name) + "` | " + std::string(ees_level_letter(check.level)) + " | " + std::string(check.subject) + ": " + std::string(check.asks) +
                            (check.made ? "" : " *Not made.*") + " |\n";
    const std::size_t at = page.find(row, after);
    EXPECT_NE(at, page.npos) << row << "is not in docs/ees-checks.md, or not in its place";
    if (at != page.npos) after = at;
  }
  std::size_t rows = 0;
  for (std::size_t at = page.find("\n| `"); at != page.npos; at = page.find("\n| `", at + 1)) ++rows;
  EXPECT_EQ(rows, ees_checks().size());
}

TEST(Manual, each_column_of_the_downloads_has_its_row) {
  const std::string page = bytes_of(kRoot / "docs" / "downloads.md");
  const std::size_t comparisons = page.find("## comparisons.csv");
  ASSERT_NE(comparisons, std::string::npos);
  for (const DataColumn& column : figure_columns())
    EXPECT_LT(page.find("| `" + std::string(column.name) + "` |"), comparisons) << column.name << " of figures.csv is not in docs/downloads.md";
  for (const DataColumn& column : comparison_columns())
    EXPECT_NE(page.find("| `" + std::string(column.name) + "` |", comparisons), std::string::npos) << column.name << " of comparisons.csv is not in docs/downloads.md";
}

TEST(Manual, each_key_has_its_place) {
  const std::set<std::string> keys = in_sources(
      {"card"}, std::regex(R"re(keys?\.(?:has|node|text_if|text|truth|number|whole|date|texts|words|table|tables|choice|must_have)\(\s*"([a-z_]+)")re"));
  EXPECT_GT(keys.size(), 60u);
  std::string pages;
  for (const char* page : {"card-folder.md", "measures.md", "registers.md", "claims.md"}) pages += bytes_of(kRoot / "docs" / page);
  for (const std::string& key : keys) EXPECT_NE(pages.find("`" + key + "`"), std::string::npos) << "the key \"" << key << "\" is in no page of docs/";
}

TEST(Manual, each_kind_and_command_has_its_heading) {
  const std::string measures = bytes_of(kRoot / "docs" / "measures.md");
  for (const char* kind : {"value", "count", "sum", "mean", "median", "share", "rate", "within", "latest", "formula"})
    EXPECT_NE(measures.find(std::string("### ") + kind + "\n"), std::string::npos) << kind;
  const std::string commands = bytes_of(kRoot / "docs" / "commands.md");
  for (const char* command : {"new", "check", "build", "sign", "changes", "figures", "trace", "serve"})
    EXPECT_NE(commands.find(std::string("## ") + command + "\n"), std::string::npos) << command;
}

}  // namespace
}  // namespace reportcard
