// SPDX-License-Identifier: MIT
// The officer's walk with a workbook: a new card in one workbook, a cell broken, the marked copy, the same rows again.
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/commands.h"
#include "cli/load.h"
#include "cli/mark.h"
#include "tables/package.h"
#include "tables/workbook.h"
#include "tables/workbook_mark.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::stringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

class MarkedWalk : public testing::Test {
 protected:
  MarkedWalk() : root_(fs::temp_directory_path() / ("reportcard-marked-" + std::to_string(getpid()))) {
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  ~MarkedWalk() override { fs::remove_all(root_); }

  std::string made(const char* name, bool workbook) {
    NewOptions options;
    options.folder = (root_ / name).string();
    options.authority = "Rotherham";
    options.workbook = workbook;
    EXPECT_EQ(run_new(options), 0);
    return options.folder;
  }
  static std::string said(const std::string& folder, std::size_t* figures = nullptr) {
    Problems problems;
    const auto loaded = load(*disk_folder(folder), problems);
    for (std::size_t cube = 0; figures != nullptr && loaded && cube < loaded->figures.cubes.size(); ++cube)
      for (const Figure& figure : loaded->figures.cubes[cube].figures) *figures += figure.known;
    return print_problems(problems.sorted(), false);
  }
  fs::path root_;
};

TEST_F(MarkedWalk, a_new_card_in_a_workbook_has_no_problems_and_the_same_figures) {
  std::size_t in_workbook = 0, in_csv = 0;
  EXPECT_EQ(said(made("office", true), &in_workbook), "");
  EXPECT_EQ(said(made("plain", false), &in_csv), "");
  EXPECT_EQ(in_workbook, in_csv);
  EXPECT_GT(in_workbook, 0u);
  EXPECT_TRUE(fs::exists(root_ / "office/data/card.xlsx"));
  for (const auto& file : fs::directory_iterator(root_ / "office/data")) EXPECT_NE(file.path().extension(), ".csv");
}

TEST_F(MarkedWalk, a_broken_cell_is_said_and_marked_where_it_is) {
  const std::string folder = made("office", true), workbook = folder + "/data/card.xlsx";
  auto package = Package::open(FileBytes(bytes_of(workbook)));
  ASSERT_TRUE(package);
  std::string broken;   // the shared text of every row's stage
  for (const std::string& part : package->parts()) {
    if (part != "xl/sharedStrings.xml") continue;
    broken = package->read(part).value_or("");
    const std::size_t at = broken.find("<t>stage 1</t>");
    ASSERT_NE(at, std::string::npos);
    broken.replace(at, 14, "<t>stage 9</t>");
  }
  package->write("xl/sharedStrings.xml", broken);
  std::ofstream(workbook, std::ios::binary) << package->finish().value_or("");
  EXPECT_NE(said(folder).find("data/card.xlsx: Complaints!B2: error: \"stage 9\" is not a choice of \"stage\""), std::string::npos) << said(folder);

  CheckOptions check;
  check.folder = folder;
  check.mark = (root_ / "marked.xlsx").string();
  const std::string before = bytes_of(workbook);
  EXPECT_EQ(run_check(check), 1);
  EXPECT_EQ(bytes_of(workbook), before) << "the workbook itself is never written to";
  Problems problems;
  const std::string copy = bytes_of(check.mark);
  const auto marked = open_workbook("marked.xlsx", FileBytes(copy), problems), source = open_workbook("card.xlsx", FileBytes(before), problems);
  ASSERT_TRUE(marked && source);
  EXPECT_EQ(marked->sheets()[0].name, "Problems");
  EXPECT_TRUE(is_list_of_problems(marked->headers(0)));
  for (std::size_t sheet = 0; sheet < source->sheets().size(); ++sheet) EXPECT_EQ(marked->headers(sheet + 1), source->headers(sheet));

  // Put back as it is, the list is not taken for rows: the same problems, and no more.
  const std::string once = said(folder);
  std::ofstream(workbook, std::ios::binary) << copy;
  EXPECT_EQ(said(folder), once);
}

TEST_F(MarkedWalk, a_csv_file_comes_back_as_a_marked_workbook) {
  const std::string folder = made("plain", false), csv = folder + "/data/complaints.csv";
  std::string text = bytes_of(csv);
  text.replace(text.find("\n3,stage 1") + 3, 7, "stage 9");
  std::ofstream(csv, std::ios::binary) << text;
  CheckOptions check;
  check.folder = csv;
  check.mark = (root_ / "marked.xlsx").string();
  EXPECT_EQ(run_check(check), 1);
  const auto package = Package::open(FileBytes(bytes_of(check.mark)));
  ASSERT_TRUE(package);
  const std::string comments = package->read("xl/comments1.xml").value_or("");
  EXPECT_NE(comments.find("ref=\"B4\""), std::string::npos) << comments;
  EXPECT_EQ(comments.find("<comment ", comments.find("<comment ") + 1), std::string::npos) << "one comment, no more";
  Problems problems;
  const auto book = open_workbook("marked.xlsx", FileBytes(bytes_of(check.mark)), problems);
  ASSERT_TRUE(book);
  EXPECT_EQ(book->sheets()[1].name, "complaints");
  const auto table = book->read(1, {{"id", {}, CellType::text, true}, {"received", {}, CellType::text, true}}, problems);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows, 28u);
  EXPECT_EQ(std::get<TextColumn>(table->columns[1].cells).words[1], "2024-04-03");

  // A row that is cut wrongly would be lost.
  std::ofstream(csv, std::ios::binary) << text + "29,stage 1\n";
  Problems refused;
  EXPECT_FALSE(marked_csv("data/complaints.csv", FileBytes(bytes_of(csv)), {}, refused));
  EXPECT_EQ(refused.all().at(0).code, "mark-unreadable");
}

TEST_F(MarkedWalk, a_copy_never_takes_the_place_of_its_source_or_of_another_format) {
  const std::string path = (root_ / "card.xlsx").string();
  std::ofstream(path, std::ios::binary) << "whatever";
  const std::vector<ToMark> one = {{"data/card.xlsx", path, FileBytes("whatever")}};
  const auto refused = [&](const std::vector<ToMark>& workbooks, const std::string& out) {
    Problems problems;
    EXPECT_TRUE(write_marked(workbooks, out, {}, problems).empty());
    return problems.empty() ? "" : problems.all()[0].code;
  };
  EXPECT_EQ(refused(one, path), "mark-over-source");
  EXPECT_EQ(refused(one, (root_ / "out.ods").string()), "mark-ending");
  EXPECT_EQ(refused({one[0], one[0]}, (root_ / "out.xlsx").string()), "mark-which");
  EXPECT_EQ(refused({}, (root_ / "out.xlsx").string()), "mark-which");
  EXPECT_EQ(refused(one, (root_ / "out.xlsx").string()), "mark-unreadable");
  EXPECT_EQ(bytes_of(path), "whatever");
  EXPECT_FALSE(fs::exists(root_ / "out.xlsx")) << "nothing half written";
}

}  // namespace
}  // namespace reportcard
