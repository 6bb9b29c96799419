// SPDX-License-Identifier: MIT
// The gallery of broken folders. Each file of tests/gallery is one: what is wrong, in words; the files that differ from
// the folder `base`; the problems exactly as a person sees them; and the files that mend it, which must then build.
//
//   # A grade that is not in the list
//   --- broken data/inspections.csv
//   - 3,2025-09-01,Good
//   + 3,2025-09-01,Godo
//   --- problems
//   --- remedied data/inspections.csv
//   as in base
//
// A file is written out whole, or as what differs from its namesake in `base`: lines taken out ("- "), put in ("+ "),
// and left as they are ("  ", so that the place is plain). "remove" as the only line takes a file away.
// A workbook is written as text that begins with the line "workbook" (small_workbook.h says how a cell is written), or with
// "sheet NAME" and then the rows as XLSX has them, for what our own writer never writes: errors, formulas.
// GALLERY_ACCEPT=1 writes the problems seen into the files, and prints which it changed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/files.h"
#include "cli/load.h"
#include "site/site.h"
#include "small_workbook.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;
const fs::path kGallery = fs::path(REPORTCARD_SOURCE_DIR) / "tests" / "gallery";
using Files = std::map<std::string, std::string>;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

struct Case {
  std::string title, problems;
  Files broken, remedied;
};

// "\xNN" stands for a byte that a text editor would not keep.
std::string unescape(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
      out += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
      i += 3;
    } else {
      out += text[i];
    }
  }
  return out;
}

Case read_case(const fs::path& path) {
  Case one;
  std::istringstream in(bytes_of(path));
  std::string line, *into = &one.title;
  while (std::getline(in, line)) {
    if (line.starts_with("--- broken ")) into = &one.broken[line.substr(11)];
    else if (line.starts_with("--- remedied ")) into = &one.remedied[line.substr(13)];
    else if (line == "--- problems") into = &one.problems;
    else *into += line + "\n";
  }
  return one;
}

Files base_files() {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(kGallery / "base"))
    if (entry.is_regular_file()) files[fs::relative(entry.path(), kGallery / "base").string()] = bytes_of(entry.path());
  return files;
}

bool is_change(const std::string& text) {
  std::istringstream in(text);
  bool any = false;
  for (std::string line; std::getline(in, line);) {
    if (line != "+" && line != "-" && !line.starts_with("+ ") && !line.starts_with("- ") && !line.starts_with("  ")) return false;
    any = any || line[0] != ' ';
  }
  return any;
}

std::string changed(const std::string& name, const std::string& file, const std::string& change) {
  std::string before, after;
  std::istringstream in(change);
  for (std::string line; std::getline(in, line);) {
    const std::string words = line.size() > 2 ? line.substr(2) + "\n" : "\n";
    if (line[0] != '+') before += words;
    if (line[0] != '-') after += words;
  }
  const std::string text = "\n" + file;
  const std::size_t at = text.find("\n" + before);
  EXPECT_TRUE(at != std::string::npos && text.find("\n" + before, at + 1) == std::string::npos)
      << name << " of the base must hold once:\n" << before;
  if (at == std::string::npos) return file;
  return file.substr(0, at) + after + file.substr(at + before.size());
}

// "sheet NAME", then its rows as XML.
std::string sheet_of(const std::string& text) {
  const std::size_t end = text.find('\n');
  XlsxParts parts;
  parts.name = text.substr(6, end - 6);
  parts.rows = text.substr(end + 1);
  return xlsx_of(parts);
}

Files with(Files files, const Files& changes) {
  for (const auto& [name, text] : changes) {
    if (text == "as in base\n") continue;
    if (text == "remove\n") files.erase(name);
    else if (text.starts_with("workbook\n")) files[name] = workbook_of(text.substr(9));
    else if (text.starts_with("sheet ")) files[name] = sheet_of(text);
    else if (files.count(name) && is_change(text)) files[name] = changed(name, files[name], text);
    else files[name] = unescape(text);
  }
  return files;
}

// All that a person would see, and whether a site came of it.
std::pair<std::string, bool> build(const Files& files) {
  Problems problems;
  const auto folder = memory_folder(files);
  const auto loaded = load(*folder, problems);
  bool built = false;
  if (loaded && !problems.has_errors()) {
    built = !build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, "test"}, problems).empty();
    built = built && !problems.has_errors();
  }
  return {print_problems(problems.sorted(), false), built};
}

class Gallery : public testing::TestWithParam<std::string> {};

TEST_P(Gallery, says_exactly_what_is_wrong_and_the_remedy_builds) {
  const fs::path path = kGallery / (GetParam() + ".txt");
  const Case one = read_case(path);
  const auto [said, built] = build(with(base_files(), one.broken));
  if (std::getenv("GALLERY_ACCEPT") != nullptr && said != one.problems) {
    std::string text = bytes_of(path);
    const std::size_t begin = text.find("--- problems\n") + 13, end = text.find("--- remedied", begin);
    text.replace(begin, end - begin, said);
    std::ofstream(path, std::ios::binary) << text;
    std::printf("%s now says:\n%s", GetParam().c_str(), said.c_str());
    return;
  }
  EXPECT_EQ(said, one.problems);
  EXPECT_FALSE(said.empty());
  EXPECT_NE(said.find("\n      = "), std::string::npos) << "a problem without a remedy";
  if (said.find(": error: ") != std::string::npos) {
    EXPECT_FALSE(built);
  }
  ASSERT_FALSE(one.remedied.empty()) << "show how it is mended";
  const auto [after, mended] = build(with(base_files(), one.remedied));
  EXPECT_TRUE(mended) << after;
  EXPECT_EQ(after, "") << "the remedied folder has no problem left";
}

std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kGallery))
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Problems, Gallery, testing::ValuesIn(cases()), test_name);

TEST(GalleryBase, builds_without_a_problem) {
  const auto [said, built] = build(base_files());
  EXPECT_EQ(said, "");
  EXPECT_TRUE(built);
}

TEST(GalleryBase, holds_fifty_kinds) { EXPECT_GE(cases().size(), 50u); }

}  // namespace
}  // namespace reportcard
