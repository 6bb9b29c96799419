// SPDX-License-Identifier: MIT
// What the package carries beside the program says what the program says: each command and option of --help stands in the
// manual page and is completed by the shell, and the version is one.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

const std::string kRoot = REPORTCARD_SOURCE_DIR, kProgram = REPORTCARD_PROGRAM_DIR "/reportcard";

std::string run(const std::string& command) {
  std::string out;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer;
  while (std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), got);
  pclose(pipe);
  return out;
}

std::vector<std::string> found(const std::string& text, const std::string& pattern) {
  std::vector<std::string> all;
  const std::regex shape(pattern, std::regex::multiline);
  for (std::sregex_iterator it(text.begin(), text.end(), shape), end; it != end; ++it) all.push_back((*it)[1]);
  return all;
}

std::vector<std::string> commands() {
  const std::string help = run(kProgram + " --help");
  return found(help.substr(help.find("Subcommands:")), "^  ([a-z]+) ");
}

std::vector<std::string> options(const std::string& command) { return found(run(kProgram + " " + command + " --help"), "^  (?:-.,)?(--[a-z-]+)"); }

// What the shell offers where the last word is being typed.
std::string completed(const std::string& words) {
  return run("bash -c '. \"" + kRoot + "/packaging/completion.bash\"; COMP_WORDS=(\"" + kProgram + "\" " + words +
             "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _reportcard; printf \"%s\\n\" \"${COMPREPLY[@]}\"'");
}

TEST(Carry, the_manual_page_has_every_command_and_option_of_the_help) {
  const std::string page = run("'" + kRoot + "/packaging/man-page' '" + kProgram + "' '25 November 2026'");
  ASSERT_GE(commands().size(), 6u);
  for (const std::string& command : commands()) {
    const std::size_t at = page.find("\n.SS " + command + "\n");
    ASSERT_NE(at, std::string::npos) << command;
    const std::string section = page.substr(at, page.find("\n.S", at + 5) - at);
    ASSERT_FALSE(options(command).empty());
    for (const std::string& option : options(command)) {
      const std::string in_roff = std::regex_replace(option, std::regex("-"), R"(\\-)");   // a hyphen is \- there
      const std::string line = R"(\n\.B (\\-h, )?)" + in_roff + R"(( [^\n]*)?\n[^.\n])";
      EXPECT_TRUE(std::regex_search(section, std::regex(line))) << command << " " << option << " stands in the page with words of its own\n" << section;
    }
  }
}

TEST(Carry, the_shell_completes_every_command_option_and_choice) {
  std::string expected;
  for (const std::string& command : commands()) expected += command + "\n";
  EXPECT_EQ(completed("\"\""), expected + "--help\n--version\n");
  for (const std::string& command : commands()) {
    std::string all;
    for (const std::string& option : options(command)) all += option + "\n";
    EXPECT_EQ(completed(command + " --"), all);
  }
  EXPECT_EQ(completed("figures --format \"\""), "table\ncsv\njson\n");
  EXPECT_EQ(completed("check " + kRoot + "/card.t"), "\n");
  EXPECT_EQ(completed("check " + kRoot + "/README.m"), kRoot + "/README.md\n");
}

TEST(Carry, the_package_is_of_the_version_that_the_program_says) {
  std::ifstream changelog(kRoot + "/packaging/debian/changelog");
  std::string first;
  std::getline(changelog, first);
  const std::string said = run(kProgram + " --version");   // "reportcard 0.1.0"
  EXPECT_EQ(first.substr(0, first.find(')')), "reportcard (" + said.substr(11, said.size() - 12));
}

}  // namespace
