// SPDX-License-Identifier: MIT
// A card folder whose registers stand in one workbook is the same card: the same figures, pages and problems, but for the
// names of places. Asked of the small example, once as XLSX and once as ODS.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "card/card_for_tests.h"
#include "cli/load.h"
#include "engine/print.h"
#include "site/site.h"
#include "small_workbook.h"

namespace reportcard {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;

Files small_example() {
  const fs::path root = fs::path(REPORTCARD_SOURCE_DIR) / "examples" / "small";
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    files[fs::relative(entry.path(), root).string()] = all.str();
  }
  return files;
}

// The CSV files of data/ as sheets of one workbook.
Files in_one_workbook(const Files& files, const std::string& name) {
  Files out;
  Files sheets;
  for (const auto& [file, bytes] : files) {
    if (file.starts_with("data/")) sheets[file.substr(5, file.size() - 9)] = bytes;
    else out[file] = bytes;
  }
  out["data/" + name] = name.ends_with(".ods") ? ods_from(sheets) : xlsx_from(sheets);
  return out;
}

struct Built {
  Tree tree;
  std::string problems;
};

Built build(const Files& files) {
  Built out;
  Problems problems;
  const auto folder = memory_folder(files);
  const auto loaded = load(*folder, problems);
  if (!loaded) return out;
  out.tree = build_site({*loaded->card, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, "test"}, problems);
  out.problems = print_problems(problems.sorted(), false);
  return out;
}

// "data/care.csv, line 4" and "data/card.xlsx: care!A4" alike become "care"; so do hashes and sizes, which are those of files that name them.
std::string without_places(std::string text, const std::string& workbook) {
  const auto cut = [&text](const std::string& from, const std::string& behind, const std::string& place) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
      std::size_t name = at + from.size();
      while (name < text.size() && ((text[name] >= 'a' && text[name] <= 'z') || text[name] == '-')) ++name;
      const std::string stem = text.substr(at + from.size(), name - at - from.size());
      std::size_t end = text.compare(name, behind.size(), behind) == 0 ? name + behind.size() : name;
      if (text.compare(end, place.size(), place) == 0) {
        end += place.size();
        while (end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') || (text[end] >= '0' && text[end] <= '9'))) ++end;
      }
      // A place with a comma in it stands in quotation marks in a CSV file.
      const bool quoted = at > 0 && text[at - 1] == '"' && text[end] == '"';
      text.replace(quoted ? at - 1 : at, end - at + (quoted ? 2 : 0), stem);
    }
  };
  if (workbook.empty()) cut("data/", ".csv", ", line ");
  else cut("data/" + workbook + ": ", "", "!");
  for (std::size_t at = text.find("\"bytes\": "); at != std::string::npos; at = text.find("\"bytes\": ", at + 1)) {
    text.erase(at + 9, text.find(',', at) - at - 9);
  }
  for (std::size_t at = 0; at + 64 <= text.size();) {
    const std::size_t end = text.find_first_not_of("0123456789abcdef", at);
    if ((end == std::string::npos ? text.size() : end) - at == 64) text.erase(at, 64);
    else at = end == std::string::npos ? text.size() : end + 1;
  }
  return text;
}

class InOneWorkbook : public testing::TestWithParam<std::string> {};

TEST_P(InOneWorkbook, the_card_is_the_same_but_for_places) {
  const Files files = small_example();
  const Built csv = build(files), book = build(in_one_workbook(files, GetParam()));
  ASSERT_FALSE(csv.tree.empty());
  ASSERT_FALSE(book.tree.empty()) << book.problems;
  EXPECT_EQ(without_places(csv.problems, ""), without_places(book.problems, GetParam()));
  EXPECT_EQ(csv.tree.size(), book.tree.size());
  for (const auto& [name, bytes] : csv.tree) {
    const auto other = book.tree.find(name);
    ASSERT_NE(other, book.tree.end()) << name;
    EXPECT_EQ(without_places(bytes, ""), without_places(other->second, GetParam())) << name;
  }
}

// All that is said of the small card (card_for_tests.h) with its values in a sheet called Attainment.
std::string of_sheet(const std::string& rows, const std::string& periods = "academic year") {
  Files files = small_card();
  files.erase("data/attainment.csv");
  files["measures/outcomes.toml"].replace(files["measures/outcomes.toml"].find("academic year"), 13, periods);
  if (periods != "academic year") files["measures/outcomes.toml"].replace(files["measures/outcomes.toml"].find("target"), 6, "# target");
  files["data/card.xlsx"] = workbook_of("= Attainment\n" + rows);
  return said(read_files(files).problems, Severity::warning);
}

std::string value_of(const Files& files, const std::string& period) {
  Problems problems;
  const auto loaded = load(*memory_folder(files), problems);
  if (!loaded) return "no card";
  const Cube* cube = loaded->figures.cube(0);
  const auto at = Period::parse(loaded->card->measures[0].periods, period);
  const Figure* figure = cube && at ? cube->find(loaded->card->area, "", *at) : nullptr;
  if (!figure) return "none";
  return figure->known ? said_value(loaded->card->measures[0], loaded->figures, *figure) : loaded->figures.texts[figure->reason];
}

TEST(Workbooks, a_day_in_a_column_of_years_is_taken_where_that_year_holds_it) {
  EXPECT_EQ(of_sheet("period,value\n2012/13,#58.9\n@2011-12-01,#53\n"),
            "data/card.xlsx: warning [period-as-date] A spreadsheet made the day 1 December 2011 of a period. It is taken as 2011/12.\n"
            "    = format the column as text, then write 2011/12 again\n");
}

TEST(Workbooks, a_day_that_may_be_read_in_two_ways_is_an_error) {
  EXPECT_EQ(of_sheet("period,value\n2012/13,#58.9\n@2002-03-01,#53\n"),
            "data/card.xlsx: error [period-as-date] The cell is the day 1 March 2002, and its column holds an academic year.\n"
            "    = a spreadsheet may have made it of 2002/03: format the column as text, then write 2002/03 again\n");
}

TEST(Workbooks, the_last_day_of_a_month_is_its_month_end_and_the_first_is_what_was_typed) {
  EXPECT_EQ(of_sheet("period,value\n@2012-09-30,#58.9\n@2012-10-01,#53\n", "month end"),
            "data/card.xlsx: warning [period-as-date] A spreadsheet made the day 1 October 2012 of a period. It is taken as 2012-10.\n"
            "    = format the column as text, then write 2012-10 again\n");
}

TEST(Workbooks, a_wide_sheet_is_rows_with_the_places_of_its_cells) {
  Files files = small_card();
  files.erase("data/attainment.csv");
  files["data/card.xlsx"] = workbook_of("= Attainment\narea,2009/10,2010/2011,2011/12\n,#51.0,c,#58.9\nEngland,,,#58.4\n");
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems, Severity::warning), "nothing");
  const Records& records = *read.card->find_records("attainment");
  ASSERT_EQ(records.rows, 4u);
  EXPECT_EQ(place_said(records.place(3, "value")), "data/card.xlsx: Attainment!D3");
  EXPECT_EQ(place_said(records.place(3, "area")), "data/card.xlsx: Attainment!A3");
  EXPECT_EQ(records.text(1, "period") + " " + records.text(1, "symbol"), "2010/11 c");
  EXPECT_EQ(value_of(files, "2009/10"), "51.0%");
  EXPECT_EQ(value_of(files, "2010/11"), "kept back by its publisher: a small number");
}

TEST(Workbooks, a_wide_table_of_months_takes_the_ways_in_which_months_are_headed) {
  EXPECT_EQ(of_sheet("area,Oct-2012,November 2012,2012-12,2013-01-31\n,#1,#2,#3,#4\n", "month"), "nothing");
  EXPECT_EQ(of_sheet("area,Q3 2012,Q4 2012/13\n,#1,#2\n", "quarter"), "nothing");
}

TEST(Workbooks, sheets_are_known_by_title_and_others_left_alone) {
  Files files = small_card();
  files["data/card.xlsx"] = workbook_of("= Inspections of providers\nid,provider,ended\n1,P1,@2012-01-31\n= Providers\nid,title,type\nP1,One,Special schools and pupil referral units\n= Notes\na,b\n= My workings\na,b\n");
  const CardRead read = read_files(files);
  EXPECT_EQ(read.card->registers.at("inspections").file, "data/card.xlsx: Inspections of providers");
  EXPECT_EQ(said(read.problems, Severity::note), "data/card.xlsx: note [sheet-unread] The sheet \"My workings\" is not the name of a register, and no measure reads it, so it is left alone.\n");
}

TEST(Workbooks, headings_are_found_below_titles_and_may_be_the_titles_of_columns) {
  Files files = small_card();
  files.erase("data/attainment.csv");
  files["data/card.xlsx"] = workbook_of("= Attainment\nAttainment,as sent in October\n,\narea,2010/11,2011-12\n,#51,#52\n"
                                        "= Outcomes and priorities\nOutcomes,2025\nId,Kind,Outcome\nlearning,outcome,Children learn\n");
  const CardRead read = read_files(files);
  EXPECT_EQ(said(read.problems), "data/card.xlsx: error [heading-no-period] The heading \"2011-12\" looks like a period and is not an academic year.\n    = did you mean 2011/12?\n");
  EXPECT_EQ(place_said(read.problems.all().front().place), "data/card.xlsx: Attainment!C3");
  EXPECT_EQ(read.card->find_records("attainment")->rows, 1u);
  EXPECT_EQ(read.card->find_records("outcomes")->text(0, "id"), "learning");
}

TEST(Workbooks, two_sheets_for_one_register_are_a_problem_and_a_hidden_one_is_not_read) {
  Files files = small_card();
  files["data/card.xlsx"] = workbook_of("= Service changes\nid,title\n= Changes of service\nid,title\n");
  EXPECT_EQ(said(read_files(files).problems),
            "data/card.xlsx: error [register-twice] Both data/card.xlsx: Service changes and data/card.xlsx: Changes of service claim the register \"service-changes\".\n"
            "    = keep one of the two, or give the sheet another name\n");
  XlsxBook book;
  book.sheets.resize(2);
  book.sheets[0].name = "Notes";
  book.sheets[1].name = "Offices";
  book.sheets[1].hidden = true;
  book.sheets[1].rows = {{XlsxCell::of_text("id"), XlsxCell::of_text("title")}};
  files["data/card.xlsx"] = written(book);
  const CardRead read = read_files(files);
  EXPECT_EQ(read.card->registers.count("offices"), 0u);
  EXPECT_EQ(said(read.problems, Severity::note),
            "data/card.xlsx: note [sheet-hidden] The sheet \"Offices\" is hidden, so it is not read.\n"
            "    = show it, if the register \"offices\" is meant to be read from it\n");
}

TEST(Workbooks, of_a_workbook_that_is_refused_nothing_else_is_said_to_be_missing) {
  Files files = small_card();
  files.erase("data/attainment.csv");
  files["data/card.xlsx"] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old or an encrypted one";
  Problems problems;
  (void)load(*memory_folder(files), problems);
  EXPECT_EQ(problems.count(Severity::error), 1u) << print_problems(problems.sorted(), false);
}

TEST(Workbooks, a_percentage_that_lost_its_format) {
  Files files = small_card();
  files["data/attainment.csv"] = "period,value\n2009/10,51.0\n2010/11,0.53\n2011/12,58.9\n";
  EXPECT_EQ(said(read_files(files).problems, Severity::warning),
            "data/attainment.csv:3:9: warning [percent-as-fraction] 0.53 may be a fraction: the other values of \"gcse\" are per cents of 51.0 and more.\n"
            "    = write 53, if that is right; else say why in a column explains\n");
}

TEST(Workbooks, in_a_workbook_with_one_sheet_the_name_of_the_file_counts) {
  Files files = small_card();
  files["data/attainment.xlsx"] = workbook_of("= Sheet1\nperiod,value\n2011/12,#58.9\n");
  files.erase("data/attainment.csv");
  EXPECT_EQ(said(read_files(files).problems), "nothing");
}

TEST(Workbooks, a_telephone_number_without_its_nought) {
  Files files = small_card();
  files["data/card.xlsx"] = workbook_of("= Contacts\nid,title,kind,telephone\nfront,Front door,front door,#1709382121\nduty,Out of hours,office,01709 336080\n");
  EXPECT_EQ(said(read_files(files).problems, Severity::warning),
            "data/card.xlsx: warning [telephone-nought] The telephone number 1709382121 lacks the 0 it begins with.\n"
            "    = format the column as text, then write 01709382121\n");
}

TEST(Workbooks, words_that_look_alike_part_a_figure_in_two) {
  Files files = small_card();
  files["measures/outcomes.toml"] += "split = \"kind\"\n";
  files["data/attainment.csv"] = "period,kind,value\n2010/11,Early years,51\n2011/12,Early\xC2\xA0years,52\n2011/12,early years,52\n";
  EXPECT_EQ(said(read_files(files).problems, Severity::warning),
            "data/attainment.csv:3:9: warning [sign-alike] \"Early\xC2\xA0years\" holds a no-break space (U+00A0).\n    = write \"Early years\"\n"
            "data/attainment.csv:3:9: warning [words-alike] \"Early\xC2\xA0years\" and \"Early years\" differ only in capitals, blanks or signs, and are counted as two.\n"
            "    = write one of them in both places, such as \"Early years\"\n"
            "data/attainment.csv:4:9: warning [words-alike] \"early years\" and \"Early years\" differ only in capitals, blanks or signs, and are counted as two.\n"
            "    = write one of them in both places, such as \"Early years\"\n");
}

TEST(Workbooks, an_id_that_a_spreadsheet_shortened) {
  Files files = small_card();
  files["data/offices.csv"] = "id,title\n1.9,A\n1.1,B\n1.11,C\n";
  EXPECT_EQ(said(read_files(files).problems, Severity::warning),
            "data/offices.csv:3:1: warning [code-decimal] 1.1 follows 1.9, so it is probably 1.10, which a spreadsheet shortens.\n    = write 1.10\n");
}

INSTANTIATE_TEST_SUITE_P(Formats, InOneWorkbook, testing::Values("card.xlsx", "card.ods"),
                         [](const testing::TestParamInfo<std::string>& info) { return info.param.substr(5); });

}  // namespace
}  // namespace reportcard
