// SPDX-License-Identifier: MIT
// Files that are called workbooks and are not read: what is said of each, and that none is read by half.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tables/workbook_for_tests.h"

namespace reportcard {
namespace {

std::string said_of(const std::string& name, const std::string& bytes, const WorkbookLimits& limits = {}) {
  Problems problems;
  const auto book = open_workbook(name, FileBytes(bytes), problems, limits);
  if (book) {
    (void)book->headers(0);
    (void)book->read(0, {{"a", {}, CellType::text, true}}, problems);
  }
  return print_problems(problems.sorted(), false);
}

std::string wide(std::string_view name) {
  std::string out;
  for (const char letter : name) out.append(1, letter).append(1, '\0');
  return out;
}

const std::string compound = std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(500, '\0');

TEST(Workbook, is_one_by_its_ending) {
  for (const char* name : {"a.xlsx", "data/Card.XLSX", "a.xlsm", "a.ods", "a.xls", "a.xlsb", "a.numbers", "a.gsheet", "a.fods", "data/~$a.xlsx", ".~lock.a.ods#"})
    EXPECT_TRUE(is_workbook(name)) << name;
  for (const char* name : {"a.csv", "xlsx", "a.xlsx.csv", "", "#", "a.docx", "~$a.docx"}) EXPECT_FALSE(is_workbook(name)) << name;
}

TEST(Workbook, old_and_encrypted_files_share_a_container_and_are_told_apart) {
  EXPECT_EQ(said_of("data/a.xls", compound + wide("Workbook")),
            "data/a.xls: error: This is a workbook of the old Excel format (.xls), which is not read.  [workbook-format]\n"
            "      = open it, and save it as an Excel workbook (.xlsx)\n");
  EXPECT_EQ(said_of("data/a.xlsx", compound + wide("EncryptionInfo") + wide("EncryptedPackage")),
            "data/a.xlsx: error: This workbook is encrypted: it needs a password to be opened.  [workbook-protected]\n"
            "      = open it, take the password off (in Excel: File, Info, Protect Workbook, Encrypt with Password), and save it\n");
  EXPECT_EQ(said_of("data/a.xlsx", compound + wide("DataSpaces") + wide("DRMEncryptedTransform") + wide("EncryptedPackage")),
            "data/a.xlsx: error: This workbook is encrypted by a sensitivity label or by rights management.  [workbook-protected]\n"
            "      = open it, choose a label that does not encrypt (in Excel: Home, Sensitivity), and save it\n");
  EXPECT_THAT(said_of("a.xlsx", compound + wide("WordDocument")), testing::HasSubstr("another document of Office"));
}

TEST(Workbook, a_lock_file_says_that_somebody_has_it_open) {
  EXPECT_EQ(said_of("data/~$card.xlsx", "\x07Officer"),
            "data/~$card.xlsx: warning: This file says that somebody has \"card.xlsx\" open, so what is read of that may not be the last of it.  [workbook-open]\n"
            "      = save and close the workbook; if nobody has it open, delete this file\n");
}

TEST(Workbook, other_files_with_a_workbooks_name) {
  EXPECT_THAT(said_of("a.xlsx", ""), testing::HasSubstr("This file is empty."));
  EXPECT_THAT(said_of("a.xlsx", "a,b\n1,2\n"), testing::HasSubstr("[workbook-unreadable]"));
  EXPECT_THAT(said_of("a.xls", "<html><table>"), testing::HasSubstr("web page"));
  EXPECT_THAT(said_of("a.gsheet", "{\"url\": \"https://docs.google.com/x\"}"), testing::HasSubstr("only a link"));
  EXPECT_THAT(said_of("a.fods", "<?xml version=\"1.0\"?><office:document/>"), testing::HasSubstr("flat OpenDocument"));
  EXPECT_THAT(said_of("a.numbers", package_of({{"Index/Document.iwa", "x"}})), testing::HasSubstr("Numbers document"));
  EXPECT_THAT(said_of("a.xlsx", package_of({{"word/document.xml", "<w/>"}})), testing::HasSubstr("a package, but no workbook"));
  EXPECT_THAT(said_of("a.xlsx", "PK\x03\x04 and no more"), testing::HasSubstr("damaged or was not copied whole"));
}

TEST(Workbook, a_binary_workbook_says_so_in_its_list_of_parts) {
  XlsxParts parts;
  PackageParts made = xlsx_parts(parts);
  made[0].second = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" "
                   "ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>";
  EXPECT_THAT(said_of("a.xlsb", package_of(made)), testing::HasSubstr("binary workbook (.xlsb)"));
}

TEST(Workbook, a_file_cut_off_anywhere_is_damaged_and_nothing_worse) {
  XlsxParts parts;
  parts.rows = row_of(1, {"a", "b"}) + row_of(2, {"1", "2"});
  const std::string whole = xlsx_of(parts);
  for (std::size_t size = 4; size < whole.size(); size += 7) {
    EXPECT_THAT(said_of("a.xlsx", whole.substr(0, size)), testing::HasSubstr("damaged")) << size;
  }
}

TEST(Workbook, a_part_that_is_changed_on_its_way_is_found_by_its_checksum) {
  XlsxParts parts;
  parts.rows = row_of(1, {"a", "b"}) + row_of(2, {"Outstanding", "2"});
  std::string bytes = xlsx_of(parts);
  bytes[bytes.find("Outstanding")] = 'o';
  EXPECT_THAT(said_of("a.xlsx", bytes), testing::HasSubstr("damaged or was not copied whole (its part xl/worksheets/sheet1.xml)"));
}

TEST(Workbook, a_doctype_is_refused_in_any_part) {
  XlsxParts parts;
  parts.rows = row_of(1, {"a", "b"});
  for (const std::size_t part : {std::size_t{1}, std::size_t{2}, std::size_t{4}, std::size_t{6}}) {
    PackageParts made = xlsx_parts(parts);
    std::string& text = made[part].second;
    text.insert(text.find("?>") + 2, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>");
    EXPECT_THAT(said_of("a.xlsx", package_of(made)), testing::HasSubstr("[workbook-doctype]")) << made[part].first;
  }
}

TEST(Workbook, more_than_the_limits_is_too_large) {
  XlsxParts parts;
  parts.rows = row_of(1, {"a", "b"}) + row_of(2, {std::string(10'000, 'x'), "2"});
  WorkbookLimits limits;
  limits.part_bytes = 5'000;
  EXPECT_THAT(said_of("a.xlsx", xlsx_of(parts), limits), testing::HasSubstr("[workbook-too-large]"));
  limits = {};
  limits.rows = 1;
  EXPECT_THAT(said_of("a.xlsx", xlsx_of(parts), limits), testing::HasSubstr("[workbook-too-large]"));
  limits = {};
  limits.columns = 1;
  EXPECT_THAT(said_of("a.xlsx", xlsx_of(parts), limits), testing::HasSubstr("[workbook-too-large]"));
  limits = {};
  limits.cell_bytes = 1'000;
  EXPECT_THAT(said_of("a.xlsx", xlsx_of(parts), limits), testing::HasSubstr("Outcomes!A2: error: This cell of the column \"a\" has 10000 bytes"));
}

TEST(Workbook, parts_whose_names_leave_the_package_are_refused) {
  XlsxParts parts;
  PackageParts made = xlsx_parts(parts);
  made.push_back({"../../etc/passwd", "x"});
  EXPECT_THAT(said_of("a.xlsx", package_of(made)), testing::HasSubstr("leads out of it"));
}

}  // namespace
}  // namespace reportcard
