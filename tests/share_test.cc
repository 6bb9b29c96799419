// SPDX-License-Identifier: MIT
// `reportcard serve --share` as an office meets it: a file is dropped into inbox/, and what is wrong with it, or the draft,
// comes back in outbox/. The card itself is as it was, byte for byte, whatever was dropped.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "base/text.h"
#include "tables/workbook.h"
#include "tables/xlsx_write.h"

namespace {


using namespace reportcard;
namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::stringstream all;
  all << std::ifstream(path, std::ios::binary).rdbuf();
  return all.str();
}

void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// The rows of a CSV without quotation marks as a sheet.
XlsxSheet sheet_of(const std::string& name, const std::string& csv) {
  XlsxSheet sheet;
  sheet.name = name;
  std::istringstream in(csv);
  for (std::string line; std::getline(in, line);) {
    std::vector<XlsxCell> cells;
    for (const std::string_view part : split(line, ',')) {
      if (sheet.columns.empty() || cells.size() < sheet.columns.size()) cells.push_back(XlsxCell::of_text(part));
    }
    if (!sheet.columns.empty()) {
      sheet.rows.push_back(std::move(cells));
      continue;
    }
    for (const XlsxCell& cell : cells) {
      XlsxColumn column;
      column.title = cell.text;
      sheet.columns.push_back(std::move(column));
    }
  }
  return sheet;
}

std::string workbook_of(std::vector<XlsxSheet> sheets) {
  XlsxBook book;
  book.title = "October";
  book.created = Date::of(2026, 11, 2);
  book.sheets = std::move(sheets);
  Problems problems;
  const auto bytes = write_xlsx(book, "october.xlsx", problems);
  EXPECT_TRUE(bytes) << print_problems(problems.sorted(), false);
  return bytes.value_or("");
}

class Share : public testing::Test {
 protected:
  void SetUp() override {
    card_ = fs::temp_directory_path() / ("reportcard-share-" + std::to_string(getpid()));
    fs::remove_all(card_);
    fs::copy(fs::path(REPORTCARD_SOURCE_DIR) / "examples" / "small", card_, fs::copy_options::recursive);
    fs::create_directories(card_ / "inbox");
    before_ = files();
  }
  void TearDown() override {
    EXPECT_EQ(files(), before_) << "the card is only read";
    fs::remove_all(card_);
    fs::remove(card_.string() + ".log");
  }
  // All of the card but for the two folders of the share.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(card_)) {
      const std::string name = entry.path().lexically_relative(card_).string();
      if (entry.is_regular_file() && !name.starts_with("inbox/") && !name.starts_with("outbox/")) all[name] = bytes_of(entry.path());
    }
    return all;
  }
  pid_t start(const char* more) const {
    const pid_t child = fork();
    if (child == 0) {
      (void)!std::freopen((card_.string() + ".log").c_str(), "w", stderr);
      execl(REPORTCARD_PROGRAM_DIR "/reportcard", "reportcard", "serve", "--share", card_.c_str(), "--every", "0.2", more, nullptr);
      _exit(127);
    }
    return child;
  }
  // Looks once; the exit code.
  int look() const {
    int status = 0;
    waitpid(start("--once"), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string data(const std::string& name) const { return bytes_of(card_ / "data" / name); }
  void drop(const std::string& name, const std::string& bytes) const { write(card_ / "inbox" / name, bytes); }
  std::string problems(const std::string& name) const { return bytes_of(card_ / "outbox" / name / "problems.html"); }
  bool has_draft(const std::string& name) const { return fs::exists(card_ / "outbox" / name / "draft" / "index.html"); }
  std::string log() const { return bytes_of(card_ / "outbox" / "log.txt"); }
  std::string said() const { return bytes_of(card_.string() + ".log"); }

  fs::path card_;
  std::map<std::string, std::string> before_;
};

TEST_F(Share, a_good_file_comes_back_as_a_draft_for_staff) {
  drop("grants.csv", replaced(data("grants.csv"), "3200", "9999"));
  EXPECT_EQ(look(), 0) << said();
  EXPECT_NE(problems("grants.csv").find("<h1>Nothing is wrong</h1>"), std::string::npos);
  EXPECT_NE(problems("grants.csv").find("<a href=\"draft/index.html\">"), std::string::npos);
  const std::string home = bytes_of(card_ / "outbox/grants.csv/draft/index.html");
  EXPECT_NE(home.find("Draft, made with “grants.csv”, which is not in the card yet."), std::string::npos);
  EXPECT_NE(home.find("OFFICIAL-SENSITIVE"), std::string::npos);
  EXPECT_NE(bytes_of(card_ / "outbox/grants.csv/draft/downloads/figures.csv").find("9999"), std::string::npos) << "the draft has the dropped figure";
  EXPECT_NE(log().find("  grants.csv: nothing is wrong. The draft is made. See outbox/grants.csv/problems.html\n"), std::string::npos) << log();
  EXPECT_TRUE(fs::exists(card_ / "inbox" / "grants.csv")) << "what was dropped stays until somebody takes it";
}

TEST_F(Share, a_faulty_file_comes_back_with_place_and_remedy_and_the_mended_one_with_a_draft) {
  drop("grants.csv", replaced(data("grants.csv"), "2024/25", "2024-25"));
  EXPECT_EQ(look(), 1);
  EXPECT_NE(problems("grants.csv").find("<title>OFFICIAL-SENSITIVE: One error stops the build"), std::string::npos) << problems("grants.csv");
  EXPECT_NE(problems("grants.csv").find("<h2 id=\"hf0\" class=\"file\">inbox/grants.csv</h2>"), std::string::npos);
  EXPECT_NE(problems("grants.csv").find("<mark>2024-25</mark>"), std::string::npos);
  EXPECT_NE(problems("grants.csv").find("Did you mean 2024/25?"), std::string::npos);
  EXPECT_FALSE(has_draft("grants.csv"));
  EXPECT_TRUE(fs::exists(card_ / "outbox/grants.csv/grants-marked.xlsx")) << "a CSV file is marked as a workbook";
  drop("grants.csv", data("grants.csv"));
  EXPECT_EQ(look(), 0) << said();
  EXPECT_TRUE(has_draft("grants.csv"));
  drop("grants.csv", replaced(data("grants.csv"), "2024/25", "2024-25"));
  EXPECT_EQ(look(), 1);
  EXPECT_FALSE(has_draft("grants.csv")) << "an old draft does not stand beside new problems";
}

TEST_F(Share, a_workbook_takes_the_place_of_the_files_whose_registers_it_holds) {
  drop("Board October.xlsx", workbook_of({sheet_of("Grants", replaced(data("grants.csv"), "3200", "9999")), sheet_of("Spending", data("spending.csv"))}));
  EXPECT_EQ(look(), 0) << said() << problems("Board October");
  EXPECT_TRUE(has_draft("Board October"));
  EXPECT_NE(problems("Board October").find("<b>In place of</b> data/grants.csv and data/spending.csv"), std::string::npos);
  EXPECT_NE(bytes_of(card_ / "outbox/Board October/draft/downloads/figures.csv").find("9999"), std::string::npos);
  EXPECT_FALSE(fs::exists(card_ / "outbox/Board October/Board October-marked.xlsx")) << "nothing is to be marked";
}

TEST_F(Share, a_faulty_workbook_comes_back_with_a_comment_at_the_cell) {
  drop("Board October.xlsx", workbook_of({sheet_of("Grants", replaced(data("grants.csv"), "2024/25", "2024-25"))}));
  EXPECT_EQ(look(), 1);
  const std::string page = problems("Board October");
  EXPECT_NE(page.find("<dt>Place</dt><dd>Grants!D"), std::string::npos) << page;
  EXPECT_NE(page.find("<a href=\"Board%20October-marked.xlsx\">"), std::string::npos);
  EXPECT_FALSE(has_draft("Board October"));
  Problems found;
  const auto book = open_workbook("marked.xlsx", FileBytes(bytes_of(card_ / "outbox/Board October/Board October-marked.xlsx")), found);
  ASSERT_TRUE(book) << print_problems(found.sorted(), false);
  ASSERT_EQ(book->sheets().size(), 2u) << "the list of problems, and the sheet as it was";
  EXPECT_EQ(book->sheets()[1].name, "Grants");
}

TEST_F(Share, a_card_of_editions_is_tried_as_the_latest_that_had_ended_when_the_file_was_saved) {
  std::ofstream(card_ / "card.toml", std::ios::app) << "\n[[edition]]\nid = \"y2024\"\nkind = \"year\"\nperiod = \"2024/25\"\n"
                                                       "\n[[edition]]\nid = \"y2025\"\nkind = \"year\"\nperiod = \"2025/26\"\n"
                                                       "\n[[edition]]\nid = \"y2040\"\nkind = \"year\"\nperiod = \"2040/41\"\n";
  before_ = files();
  drop("grants.csv", data("grants.csv"));
  const timespec october_2025[2] = {{1759320000, 0}, {1759320000, 0}};
  utimensat(AT_FDCWD, (card_ / "inbox/grants.csv").c_str(), october_2025, 0);
  EXPECT_EQ(look(), 0) << said() << problems("grants.csv");
  EXPECT_NE(problems("grants.csv").find("<b>Edition</b> 2024/25</p>"), std::string::npos) << problems("grants.csv");
  EXPECT_NE(bytes_of(card_ / "outbox/grants.csv/draft/index.html").find("How children’s services did in 2024/25"), std::string::npos);
}

TEST_F(Share, a_workbook_that_nobody_can_open_says_what_to_do) {
  // What Excel writes where a workbook has a password: a container, in it a stream of this name in letters of two bytes.
  std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(500, '\0');
  for (const char letter : std::string("EncryptedPackage")) locked += {letter, '\0'};
  drop("locked.xlsx", locked);
  drop("empty.xlsx", "");
  EXPECT_EQ(look(), 1);
  EXPECT_NE(problems("locked").find("<h1>One error stops the build"), std::string::npos) << problems("locked");
  EXPECT_NE(problems("locked").find("it needs a password to be opened.</h3>"), std::string::npos);
  EXPECT_NE(problems("locked").find("take the password off"), std::string::npos);
  EXPECT_NE(problems("empty").find("<h1>One error stops the build"), std::string::npos) << problems("empty");
}

TEST_F(Share, the_same_bytes_are_not_tried_twice_unless_the_card_has_changed) {
  drop("grants.csv", data("grants.csv"));
  EXPECT_EQ(look(), 0);
  const auto first = fs::last_write_time(card_ / "outbox/grants.csv/problems.html");
  const std::string logged = log();
  EXPECT_EQ(look(), 0);
  EXPECT_EQ(log(), logged);
  EXPECT_EQ(fs::last_write_time(card_ / "outbox/grants.csv/problems.html"), first);
  write(card_ / "words/more.md", "# More\n");
  EXPECT_EQ(look(), 0);
  EXPECT_NE(log(), logged);
  fs::remove(card_ / "words/more.md");
}

TEST_F(Share, locks_hidden_files_and_copies_under_way_are_left_alone_and_what_is_no_data_is_said) {
  drop("~$grants.xlsx", "lock");
  drop(".~lock.grants.ods#", "lock");
  drop(".hidden.csv", "x");
  drop("grants.csv.part", "x");
  EXPECT_EQ(look(), 0);
  EXPECT_EQ(log(), "");
  drop("notes.docx", "PK");
  drop("notes", "x");
  drop("strange.csv", "a,b\n1,2\n");
  fs::create_symlink("/etc/passwd", card_ / "inbox" / "grants.csv");
  fs::create_directory(card_ / "inbox" / "more");
  drop("bad\x1b[31mname.csv", "x");
  EXPECT_EQ(look(), 1);
  EXPECT_NE(problems("notes.docx").find("neither a workbook nor a CSV file"), std::string::npos);
  EXPECT_NE(problems("strange.csv").find("is a register of this card, so nothing of it was read."), std::string::npos);
  EXPECT_FALSE(fs::exists(card_ / "outbox" / "grants.csv"));
  EXPECT_NE(log().find("grants.csv: is a link, and links are not followed."), std::string::npos) << log();
  EXPECT_NE(log().find("more: is a folder."), std::string::npos);
  EXPECT_NE(log().find("notes: has no ending such as .xlsx"), std::string::npos);
  EXPECT_NE(log().find("has letters in its name that cannot be used."), std::string::npos);
  EXPECT_EQ(log().find('\x1b'), std::string::npos);
  const std::string logged = log();
  EXPECT_EQ(look(), 0);
  EXPECT_EQ(log(), logged) << "what lasts is said once";
}

TEST_F(Share, the_result_has_the_name_of_the_file_and_a_workbook_and_a_csv_of_one_name_do_not_meet) {
  drop("grants.csv", data("grants.csv"));
  drop("grants.xlsx", workbook_of({sheet_of("Grants", replaced(data("grants.csv"), "2024/25", "2024-25"))}));
  drop("grants.csv.xlsx", workbook_of({sheet_of("Grants", data("grants.csv"))}));
  EXPECT_EQ(look(), 1);
  EXPECT_TRUE(has_draft("grants.csv"));
  EXPECT_FALSE(has_draft("grants"));
  EXPECT_TRUE(fs::exists(card_ / "outbox/grants/grants-marked.xlsx"));
  EXPECT_TRUE(has_draft("grants.csv.xlsx"));
}

TEST_F(Share, what_is_wrong_elsewhere_in_the_card_is_not_laid_at_the_door_of_the_file) {
  write(card_ / "measures/more.toml", "[measure.more]\ntitle = \"More\"\nbeter = \"higher\"\n");
  before_ = files();
  drop("grants.csv", data("grants.csv"));
  EXPECT_EQ(look(), 1);
  EXPECT_NE(problems("grants.csv").find("What stops the build is in the rest of the card folder, not in this file."), std::string::npos);
}

TEST_F(Share, what_others_made_in_outbox_is_not_written_to) {
  fs::create_directories(card_ / "outbox" / "grants.csv");
  write(card_ / "outbox/grants.csv/mine.txt", "mine");
  fs::create_directories(card_.string() + "-elsewhere");
  fs::create_symlink(card_.string() + "-elsewhere", card_ / "outbox" / "complaints.csv");
  drop("grants.csv", data("grants.csv"));
  drop("complaints.csv", data("complaints.csv"));
  EXPECT_EQ(look(), 1);
  EXPECT_EQ(bytes_of(card_ / "outbox/grants.csv/mine.txt"), "mine");
  EXPECT_TRUE(fs::is_empty(card_.string() + "-elsewhere"));
  EXPECT_NE(log().find("complaints.csv: outbox/complaints.csv is a link"), std::string::npos) << log();
  fs::remove_all(card_.string() + "-elsewhere");
}

TEST_F(Share, refuses_a_folder_that_is_no_card) {
  const fs::path saved = card_ / "card.toml";
  fs::rename(saved, card_.string() + "-card.toml");
  EXPECT_EQ(look(), 1);
  EXPECT_NE(said().find("holds no card.toml"), std::string::npos);
  fs::rename(card_.string() + "-card.toml", saved);
}

class WatchedShare : public Share {
 protected:
  void SetUp() override {
    Share::SetUp();
    child_ = start(nullptr);
    EXPECT_TRUE(comes([&] { return said().find("Looking after") != std::string::npos; }));
  }
  void TearDown() override {
    if (child_ > 0) stop();
    Share::TearDown();
  }
  int stop() {
    kill(child_, SIGTERM);
    int status = 0;
    waitpid(child_, &status, 0);
    child_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  template <class Condition> static bool comes(Condition condition) {
    for (int i = 0; i < 200; ++i) {
      if (condition()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }
  pid_t child_ = 0;
};

TEST_F(WatchedShare, two_files_dropped_at_once_both_come_back_and_a_growing_one_only_when_it_is_whole) {
  const std::string whole = data("complaints.csv");
  drop("complaints.csv", whole.substr(0, whole.size() / 2));
  drop("grants.csv", data("grants.csv"));
  drop("spending.csv", replaced(data("spending.csv"), "2025/26", "2025-26"));
  std::this_thread::sleep_for(std::chrono::milliseconds(150));
  drop("complaints.csv", whole);
  EXPECT_TRUE(comes([&] { return has_draft("grants.csv") && has_draft("complaints.csv") && !problems("spending.csv").empty(); })) << said();
  EXPECT_FALSE(has_draft("spending.csv"));
  EXPECT_EQ(log().find("complaints.csv: "), log().rfind("complaints.csv: ")) << "half a file was not tried\n" << log();
  EXPECT_EQ(stop(), 0) << "ends when it is asked to";
  EXPECT_NE(said().find("Stopped."), std::string::npos);
}

TEST_F(WatchedShare, goes_on_where_the_inbox_is_taken_away_and_only_one_watches) {
  EXPECT_EQ(look(), 1) << "the share is looked after already";
  fs::remove_all(card_ / "inbox");
  EXPECT_TRUE(comes([&] { return fs::exists(card_ / "inbox"); }));
  drop("grants.csv", data("grants.csv"));
  EXPECT_TRUE(comes([&] { return has_draft("grants.csv"); })) << said();
  EXPECT_EQ(stop(), 0);
}

}  // namespace
