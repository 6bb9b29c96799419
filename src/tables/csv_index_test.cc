// SPDX-License-Identifier: MIT
// The scans of all machines find the same, and what they find is what the rows say by the letter.
#include "tables/csv_index.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tables/csv_row.h"

namespace reportcard {
namespace {

struct Found {
  IndexedStretch stretch;
  std::vector<std::uint32_t> marks;
};

Found index_with(Index index, const std::string& text) {
  const std::string padded = text + std::string(index_room, ',');
  Found found;
  found.marks.resize(text.size() + index_room);
  found.stretch = index(padded.data(), text.size(), found.marks.data());
  found.marks.resize(found.stretch.by_the_rules ? found.stretch.marks : 0);
  return found;
}

std::vector<Index> indexes() {
  std::vector<Index> all = {index_plainly};
  if (index_avx2()) all.push_back(index_avx2());
  if (index_avx512()) all.push_back(index_avx512());
  return all;
}

// The separators by the letter; nothing where a row is faulty or the last one is not whole.
std::vector<std::uint32_t> by_letter(const std::string& text, bool& faulty) {
  std::vector<std::uint32_t> marks;
  CsvRow row;
  faulty = false;
  for (std::size_t at = 0; at < text.size(); at = row.next) {
    scan_row(text, at, row);
    faulty = faulty || row.fault != RowFault::none;
    for (const std::size_t end : row.ends) {
      if (end < text.size()) marks.push_back(static_cast<std::uint32_t>(end));
    }
  }
  return marks;
}

std::string random_text(std::mt19937& random, const std::string& letters, std::size_t size) {
  std::string text;
  for (std::size_t at = 0; at < size; ++at) text += letters[random() % letters.size()];
  return text;
}

TEST(CsvIndex, the_scans_of_all_machines_agree_with_each_other_and_with_the_letter) {
  std::mt19937 random(7);
  std::size_t by_the_rules = 0, quoted = 0;
  for (int round = 0; round < 60'000; ++round) {
    const std::string letters = round % 3 == 0 ? "a,\n" : round % 3 == 1 ? "aaaa,,\"\"\n\r" : ",\"\n";
    const std::string text = random_text(random, letters, random() % (round % 5 == 0 ? 300 : 12));
    bool faulty = false;
    const auto letter = by_letter(text, faulty);
    for (const Index index : indexes()) {
      const Found found = index_with(index, text);
      if (!found.stretch.by_the_rules) continue;  // it may be careful; that it is not always so is counted below
      ++by_the_rules;
      if (faulty) continue;  // a quote not closed in the stretch: its last row is not whole, and nobody uses it
      ASSERT_EQ(found.marks, letter) << text;
      quoted += text.find('"') != std::string::npos;
    }
    for (const Index index : indexes()) {
      ASSERT_EQ(index_with(index, text).stretch.by_the_rules, index_with(index_plainly, text).stretch.by_the_rules) << text;
    }
  }
  EXPECT_GT(by_the_rules, 20'000u);
  EXPECT_GT(quoted, 2'000u);
}

TEST(CsvIndex, a_fault_that_is_followed_by_a_newline_is_seen) {
  // Else a faulty row could pass for a good one. (A quote still open at the end of the stretch belongs to no whole row.)
  std::mt19937 random(11);
  for (int round = 0; round < 60'000; ++round) {
    const std::string text = random_text(random, "a,\"\n\r ", random() % 90) + "\n";
    CsvRow row;
    bool faulty = false;
    for (std::size_t at = 0; at < text.size(); at = row.next) {
      scan_row(text, at, row);
      faulty = faulty || row.fault == RowFault::quote_stray;
      if (row.fault != RowFault::none) break;
    }
    if (!faulty) continue;
    for (const Index index : indexes()) ASSERT_FALSE(index_with(index, text).stretch.by_the_rules) << text;
  }
}

TEST(CsvIndex, quotes_as_programs_write_them_are_by_the_rules) {
  for (const std::string text : {"\"a\",\"b\"\n", "\"\",\"\"\n", "\"a \"\"b\"\"\",c\n", "\"a,b\"\r\n", "x,\"two\nlines\"\n", "\"\"\"\"\n"}) {
    for (std::size_t before = 0; before < 130; ++before) {  // wherever the block ends
      const std::string shifted = std::string(before, 'x') + "\n" + text;
      for (const Index index : indexes()) EXPECT_TRUE(index_with(index, shifted).stretch.by_the_rules) << shifted;
    }
  }
}

TEST(CsvIndex, bytes_that_may_not_be_text_are_noticed_wherever_they_stand) {
  for (std::size_t at = 0; at < 200; ++at) {
    for (const char odd : {'\0', '\x80', '\xFF'}) {
      std::string text(200, 'x');
      for (const Index index : indexes()) EXPECT_FALSE(index_with(index, text).stretch.needs_check);
      text[at] = odd;
      for (const Index index : indexes()) EXPECT_TRUE(index_with(index, text).stretch.needs_check) << at;
    }
  }
}

}  // namespace
}  // namespace reportcard
