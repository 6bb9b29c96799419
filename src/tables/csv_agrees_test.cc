// SPDX-License-Identifier: MIT
// The fast reader against a plain one: the same cells, whatever the file and however it is cut up.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/text.h"
#include "tables/csv.h"

namespace reportcard {
namespace {

// The plain reader: one letter after the other, nothing clever. A row is nothing where it is faulty.
struct PlainRow {
  std::vector<std::string> cells;
  bool faulty = false;
  std::size_t line = 0;
};

std::vector<PlainRow> read_plainly(const std::string& text) {
  std::vector<PlainRow> rows;
  std::size_t at = 0, line = 1;
  while (at < text.size()) {
    PlainRow row;
    row.line = line;
    const std::size_t begin = at;
    for (bool more = true; more;) {
      std::string cell;
      std::size_t first = at;
      while (first < text.size() && (text[first] == ' ' || text[first] == '\t')) ++first;
      if (first < text.size() && text[first] == '"') {
        at = first + 1;
        for (;; ++at) {
          if (at >= text.size()) {
            row.faulty = true;
            break;
          }
          if (text[at] == '\n') ++line;
          if (text[at] != '"') cell += text[at];
          else if (at + 1 < text.size() && text[at + 1] == '"') cell += text[at++];
          else break;
        }
        if (at < text.size()) ++at;
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) ++at;
        if (at < text.size() && text[at] != ',' && text[at] != '\n') row.faulty = true;
        while (at < text.size() && text[at] != ',' && text[at] != '\n') ++at;
      } else {
        while (at < text.size() && text[at] != ',' && text[at] != '\n') cell += text[at++];
      }
      row.cells.emplace_back(trim(cell));
      more = at < text.size() && text[at] == ',';
      if (at < text.size()) ++at;
    }
    const std::size_t end = at - (text[at - 1] == '\n' ? 1 : 0);
    if (text[at - 1] == '\n') ++line;
    std::string typed = text.substr(begin, end - begin);
    if (!typed.empty() && typed.back() == '\r') typed.pop_back();
    if (typed.find_first_not_of(',') != std::string::npos) rows.push_back(row);
  }
  return rows;
}

std::vector<WantedColumn> wanted_columns(CellType second) {
  return {{"a", {}, CellType::text, true}, {"b", {}, second, true}, {"d", {}, CellType::text, true}};
}

std::string cell_said(const Column& column, std::size_t row) {
  if (const auto* text = std::get_if<TextColumn>(&column.cells)) return text->words[text->codes[row]];
  if (const auto* dates = std::get_if<DateColumn>(&column.cells)) {
    return dates->days[row] == DateColumn::blank ? "" : Date{dates->days[row]}.iso();
  }
  const auto& numbers = std::get<NumberColumn>(column.cells);
  return numbers.units[row] == NumberColumn::blank ? "" : numbers.at(row).plain();
}

std::string as_read_plainly(const std::string& cell, CellType type) {
  if (type == CellType::text) return cell;
  if (type == CellType::date) return Date::parse(cell) ? cell : "";
  const auto number = Decimal::parse(cell);
  return number ? number->plain() : "";
}

// A file that is like one, with slips as people make them.
std::string random_file(std::mt19937& random, bool slips) {
  const auto one_of = [&](std::initializer_list<const char*> list) { return std::string(list.begin()[random() % list.size()]); };
  const std::string line_end = random() % 3 == 0 ? "\r\n" : "\n";
  std::string file = random() % 4 == 0 ? "\xEF\xBB\xBF" : "";
  file += "a,b,c,d" + line_end;
  const std::size_t rows = random() % 40;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::size_t cells = slips && random() % 12 == 0 ? 1 + random() % 6 : 4;
    std::string text;
    for (std::size_t cell = 0; cell < cells; ++cell) {
      if (cell > 0) text += ',';
      text += one_of({"", "x", "north", "a rather longer word of the file", "58.9", "62", "-0.25", "2012-10-31", "2012-02-30", "\"q\"",
                      "\"a, b\"", "\"two\nlines\"", "\"say \"\"no\"\"\"", "Zo\xC3\xAB", " y ", "\"\"", "123456789", "7", "\"12.5\"",
                      "\"two\r\nlines, more\"", "12345678"});
      if (slips && random() % 30 == 0) text += one_of({"\"", " \"x\"", "6\" ruler", "\r", "\"a\"b", "\xC2\xA0", "\"\"\"x\"\"\""});
    }
    file += text;
    if (row + 1 < rows || random() % 2 == 0) file += line_end;
    if (slips && random() % 15 == 0) file += one_of({"\n", ",,,\n", "\r\n", ",\n"});
  }
  if (slips && random() % 20 == 0) file += "\"never closed\n1,2\n";
  return file;
}

void expect_agreement(const std::string& file, CellType second, const CsvLimits& limits) {
  Problems problems;
  const auto table = read_csv("t.csv", FileBytes(file), wanted_columns(second), problems, limits);
  std::vector<PlainRow> rows;
  const std::string text = file.substr(0, 3) == "\xEF\xBB\xBF" ? file.substr(3) : file;
  std::size_t left_out = 0;
  const auto all = read_plainly(text);
  for (std::size_t row = 1; row < all.size(); ++row) {
    if (!all[row].faulty && all[row].cells.size() == 4) rows.push_back(all[row]);
    else ++left_out;
  }
  ASSERT_TRUE(table) << file;
  ASSERT_EQ(table->rows, rows.size()) << file;
  ASSERT_EQ(table->columns.size(), 3u);
  std::size_t wrong_cells = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    ASSERT_EQ(cell_said(table->columns[0], row), rows[row].cells[0]) << file;
    ASSERT_EQ(cell_said(table->columns[1], row), as_read_plainly(rows[row].cells[1], second)) << file;
    ASSERT_EQ(cell_said(table->columns[2], row), rows[row].cells[3]) << file;
    ASSERT_EQ(table->places->row(row).line, rows[row].line) << file;
    wrong_cells += !rows[row].cells[1].empty() && as_read_plainly(rows[row].cells[1], second).empty();
  }
  ASSERT_EQ(problems.count(Severity::error), left_out + wrong_cells) << file << print_problems(problems.sorted(), false);
}

CsvLimits cut_up(std::mt19937& random) {
  CsvLimits limits;
  limits.threads = 1 + random() % 5;
  limits.bytes_a_thread = 1 + random() % 60;
  limits.stretch_bytes = 1 + random() % 200;
  return limits;
}

TEST(CsvAgrees, on_files_without_slips) {
  std::mt19937 random(1);
  for (int round = 0; round < 1'500; ++round) {
    const std::string file = random_file(random, false);
    expect_agreement(file, static_cast<CellType>(round % 3), round % 4 == 0 ? CsvLimits{} : cut_up(random));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(CsvAgrees, on_files_with_slips) {
  std::mt19937 random(2);
  for (int round = 0; round < 3'000; ++round) {
    const std::string file = random_file(random, true);
    expect_agreement(file, static_cast<CellType>(round % 3), round % 4 == 0 ? CsvLimits{} : cut_up(random));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(CsvAgrees, on_any_bytes_of_the_alphabet_of_csv) {
  std::mt19937 random(3);
  const std::string letters = "ab1,,,\"\n\r -.";
  for (int round = 0; round < 4'000; ++round) {
    std::string file = "a,b,c,d\n";
    const std::size_t size = random() % 120;
    for (std::size_t at = 0; at < size; ++at) file += letters[random() % letters.size()];
    expect_agreement(file, static_cast<CellType>(round % 3), cut_up(random));
    if (testing::Test::HasFatalFailure()) return;
  }
}

// Everything that read_csv gives, with its problems, as text.
std::string all_said(const std::string& file, const CsvLimits& limits) {
  Problems problems;
  const auto table = read_csv("t.csv", FileBytes(file), wanted_columns(CellType::number), problems, limits);
  std::string out = print_problems_json(problems.all());
  if (!table) return out;
  for (const Column& column : table->columns) {
    for (std::size_t row = 0; row < table->rows; ++row) out += cell_said(column, row) + "|";
    if (const auto* text = std::get_if<TextColumn>(&column.cells)) out += join(text->words, "/");
  }
  for (std::size_t row = 0; row < table->rows; ++row) {
    const Place place = table->places->cell(row, "d");
    out += std::to_string(place.line) + ":" + std::to_string(place.column) + "+" + std::to_string(place.length) + " ";
  }
  return out;
}

TEST(CsvAgrees, the_table_its_codes_its_problems_and_their_order_do_not_depend_on_how_the_file_is_cut_up) {
  std::mt19937 random(4);
  for (int round = 0; round < 1'500; ++round) {
    const std::string file = random_file(random, round % 2 == 0);
    CsvLimits one;
    one.threads = 1;
    const CsvLimits other = cut_up(random);
    ASSERT_EQ(all_said(file, one), all_said(file, other)) << file;
  }
}

TEST(CsvAgrees, when_a_block_seems_to_begin_inside_a_quoted_cell) {
  // Each line of the quotation looks like a row of the table, so every guess is wrong until the first thread has been there.
  std::string file = "a,b,c,d\nx,1,y,z\nx,2,\"";
  for (int line = 0; line < 500; ++line) file += "\nnot,3,a,row";
  file += "\",z\nx,4,y,z\n";
  for (std::size_t threads = 1; threads <= 6; ++threads) {
    CsvLimits limits;
    limits.threads = threads;
    limits.bytes_a_thread = 100;
    expect_agreement(file, CellType::number, limits);
  }
}

TEST(CsvAgrees, more_than_two_hundred_problems_are_the_same_two_hundred) {
  std::string file = "a,b,c,d\n";
  for (int row = 0; row < 900; ++row) file += row % 3 == 0 ? "x,no,y,z\n" : "x,2012,y\n";
  CsvLimits one;
  one.threads = 1;
  for (std::size_t stretch = 20; stretch < 4'000; stretch *= 3) {
    CsvLimits other;
    other.threads = 3;
    other.bytes_a_thread = 500;
    other.stretch_bytes = stretch;
    EXPECT_EQ(all_said(file, one), all_said(file, other));
  }
}

}  // namespace
}  // namespace reportcard
