// SPDX-License-Identifier: MIT
// What can be wrong with a card folder, each fault with the exact problem that is printed for it.
#include <gtest/gtest.h>

#include "card/card_for_tests.h"

namespace reportcard {
namespace {

const char* const cases = R"toml(row = "case"
roles = { start = "received", end = "answered" }
[column.number]
type = "id"
[column.person]
audience = "never"
[column.received]
type = "date"
[column.answered]
type = "date"
[column.stage]
type = "choice"
choices = ["stage 1", "stage 2"]
[column.cost]
type = "money"
)toml";

std::map<std::string, std::string> with_cases(const std::string& measure) {
  std::map<std::string, std::string> files = small_card();
  files["registers/case-list.toml"] = cases;
  files["data/case-list.csv"] = "number,person,received,answered,stage,cost\n1,P1,2011-05-01,2011-05-09,stage 1,5\n";
  files["measures/m.toml"] = "[measure.m]\ntitle = \"M\"\nfrom = \"case-list\"\nserves = \"context\"\ncounts = \"cases\"\n" + measure;
  return files;
}

// The folder's errors, or with `least` its warnings too.
std::string faults(std::map<std::string, std::string> files, Severity least = Severity::error) {
  return said(read_files(std::move(files)).problems, least);
}

std::string gcse_with(const std::string& keys) {
  return "[measure.gcse]\ntitle = \"G\"\nfrom = \"attainment\"\nperiods = \"academic year\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n" + keys;
}
std::string faults_of_gcse(const std::string& keys, Severity least = Severity::error) { return faults(small_card_with("measures/outcomes.toml", gcse_with(keys)), least); }
std::string faults_of_card(const std::string& text, Severity least = Severity::error) { return faults(small_card_with("card.toml", text), least); }
std::string faults_of_data(const std::string& csv, Severity least = Severity::error) { return faults(small_card_with("data/attainment.csv", csv), least); }

TEST(Problems, unknown_key_of_a_measure) {
  EXPECT_EQ(faults_of_gcse("desimals = 1\n"),
            "measures/outcomes.toml:8:1: error [unknown-key] \"desimals\" is not a key of the measure gcse.\n    = did you mean \"decimals\"?\n");
}

TEST(Problems, unknown_key_of_the_card_and_its_tables) {
  EXPECT_EQ(faults_of_card("title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"outcomes\"]\n[contact]\nmail = \"x\"\n[section.outcomes]\ntitel = \"x\"\n"),
            "card.toml:6:1: error [unknown-key] \"mail\" is not a key of the contact.\n    = write one of: office, email, telephone, post or note (did you mean \"email\"?)\n"
            "card.toml:8:1: error [unknown-key] \"titel\" is not a key of the section outcomes.\n    = write one of: title, nav, measures, registers, plain, found_later, audience, words or on_time_note (did you mean \"title\"?)\n");
}

TEST(Problems, wrong_type) {
  EXPECT_EQ(faults_of_gcse("decimals = \"1\"\n"),
            "measures/outcomes.toml:8:12: error [wrong-type] The key \"decimals\" of the measure gcse must be a number, and this is a text.\n    = write for example: decimals = 58.9\n");
}

TEST(Problems, keys_that_every_measure_needs) {
  EXPECT_EQ(faults(small_card_with("measures/outcomes.toml", "[measure.gcse]\nserves = \"context\"\n")),
            "measures/outcomes.toml:1:10: error [key-missing] The measure gcse has no key \"better\".\n    = add for example: better = \"higher\"\n"
            "measures/outcomes.toml:1:10: error [key-missing] The measure gcse has no key \"from\".\n    = add for example: from = \"attainment\"\n"
            "measures/outcomes.toml:1:10: error [key-missing] The measure gcse has no key \"periods\".\n    = add for example: periods = \"financial year\"\n"
            "measures/outcomes.toml:1:10: error [key-missing] The measure gcse has no key \"title\".\n    = add for example: title = \"Children with a protection plan\"\n"
            "measures/outcomes.toml:1:10: error [key-missing] The measure gcse has no key \"unit\".\n    = add for example: unit = \"percent\"\n");
}

TEST(Problems, missing_file) {
  std::map<std::string, std::string> files = small_card();
  files.erase("data/attainment.csv");
  files["data/attainmnt.csv"] = "period,value\n2011/12,5\n";
  EXPECT_EQ(faults(files),
            "measures/outcomes.toml:3:8: error [register-unknown] There is no register \"attainment\": no definition, and no file data/attainment.csv.\n"
            "    = did you mean \"attainmnt\"?\n");
}

TEST(Problems, a_register_with_a_definition_and_no_file) {
  std::map<std::string, std::string> files = with_cases("kind = \"count\"\nby = \"start\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n");
  files.erase("data/case-list.csv");
  EXPECT_EQ(faults(files), "measures/m.toml:3:8: error [file-missing] The measure \"m\" reads the register \"case-list\", and there is no file data/case-list.csv.\n"
                           "    = put data/case-list.csv into the folder, or take the measure out\n");
}

TEST(Problems, missing_words) {
  EXPECT_EQ(faults_of_card("title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"outcomes\"]\n[section.outcomes]\nwords = \"outcome\"\n"),
            "card.toml:6:9: error [file-missing] There is no file words/outcome.md.\n    = write it in words/\n");
}

TEST(Problems, unreadable_encoding) {
  EXPECT_EQ(faults(small_card_with("words/outcomes.md", "caf\xE9")), "words/outcomes.md: error [encoding-unreadable] The file is not UTF-8 text.\n    = save it as UTF-8\n");
  EXPECT_EQ(faults(small_card_with("measures/b.toml", "a = \"caf\xE9\"")), "measures/b.toml: error [encoding-unreadable] The file is not UTF-8 text.\n    = save it as UTF-8\n");
}

TEST(Problems, two_files_claim_one_register) {
  std::map<std::string, std::string> files = small_card();
  files["data/old/attainment.csv"] = "period,value\n";
  EXPECT_EQ(faults(files), "data/old/attainment.csv: error [register-twice] Both data/attainment.csv and data/old/attainment.csv claim the register \"attainment\".\n"
                           "    = keep one of the two files, or give one another name\n");
}

TEST(Problems, a_workbook) {
  EXPECT_EQ(faults(small_card_with("data/spending.xlsx", "PK")), "data/spending.xlsx: error [workbook-unreadable] This file is no workbook, though its name says so.\n    = open it in a spreadsheet program, and save it again as .xlsx or .ods\n");
}

TEST(Problems, missing_column) {
  std::map<std::string, std::string> files = with_cases("kind = \"count\"\nby = \"start\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n");
  files["data/case-list.csv"] = "number,recieved\n1,2011-05-01\n";
  const std::string answer = faults(files);
  EXPECT_NE(answer.find("[column-missing]"), std::string::npos) << answer;
}

TEST(Problems, duplicate_id) {
  std::map<std::string, std::string> files = with_cases("kind = \"count\"\nby = \"start\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n");
  files["data/case-list.csv"] = "number,received\n1,2011-05-01\n2,2011-05-01\n1,2011-06-01\n,2011-06-01\n";
  EXPECT_EQ(faults(files),
            "data/case-list.csv:4:1: error [id-twice] The number \"1\" stands in line 2 already.\n    = give each row an id of its own, or take one of the two out\n"
            "data/case-list.csv:5:1: error [cell-blank] The column \"number\" is blank here, and it must not be.\n    = fill the cell, or take the row out\n");
}

TEST(Problems, choice_not_in_the_list) {
  std::map<std::string, std::string> files = with_cases("kind = \"count\"\nby = \"start\"\nsplit = \"stage\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n");
  files["data/case-list.csv"] = "number,received,stage\n1,2011-05-01,Stage 1\n2,2011-05-01,Stage 1\n";
  EXPECT_EQ(faults(files), "data/case-list.csv:2:14: error [choice-unknown] \"Stage 1\" is not a choice of \"stage\".\n    = write one of: stage 1 or stage 2 (did you mean \"stage 1\"?)\n");
}

TEST(Problems, link_to_nothing) {
  std::map<std::string, std::string> files = small_card();
  files["registers/a-list.toml"] = "[column.id]\ntype = \"id\"\n[column.answers]\ntype = \"link\"\nto = \"b-list\"\nmany = true\n";
  files["registers/b-list.toml"] = "[column.id]\ntype = \"id\"\n";
  files["data/a-list.csv"] = "id,answers\na1,finding-1;finding-2\na2,\n";
  files["data/b-list.csv"] = "id\nfinding-1\nfinding-20\n";
  EXPECT_EQ(faults(files), "data/a-list.csv:2:4: error [link-to-nothing] The register \"b-list\" has no row with the id \"finding-2\".\n    = did you mean \"finding-1\"?\n");
  files.erase("data/b-list.csv");
  EXPECT_EQ(faults(files), "data/a-list.csv:2:4: error [link-to-nothing] The column \"answers\" points to rows of \"b-list\", which has no file.\n"
                           "    = put data/b-list.csv into the folder, or leave the column blank\n");
}

TEST(Problems, links_need_a_register_and_an_id) {
  std::map<std::string, std::string> files = small_card();
  files["registers/a-list.toml"] = "[column.answers]\ntype = \"link\"\nto = \"b-list\"\n[column.serves]\ntype = \"link\"\nto = \"c-list\"\n";
  files["registers/b-list.toml"] = "[column.text]\n";
  EXPECT_EQ(faults(files),
            "registers/a-list.toml:1:9: error [link-no-id] The column links to the register \"b-list\", which has no column of type id.\n    = give \"b-list\" a column with type = \"id\"\n"
            "registers/a-list.toml:4:9: error [register-unknown] The column links to the register \"c-list\", which is not there.\n    = did you mean \"a-list\"?\n");
}

TEST(Problems, columns_defined_wrongly) {
  EXPECT_EQ(faults(small_card_with("registers/x.toml", "shown = \"grouped by kin\"\nroles = { date = \"kind\", end = \"over\" }\n[column.kind]\ntype = \"choice\"\n[column.to]\nto = \"y\"\n[column.n]\ntype = \"nummer\"\n"
                                                       "[column.c]\ntype = \"choice\"\nchoices = [\"a\", \"a\"]\n[column.m]\nmany = true\n")),
            "registers/x.toml:1:9: error [role-column] The register \"x\" has no column \"kin\".\n    = did you mean \"kind\"? known are: kind, to, n, c and m\n"
            "registers/x.toml:2:18: error [role-column] The role \"date\" needs a column that is a date, and \"kind\" is not.\n    = change the type of the column, or name another\n"
            "registers/x.toml:2:32: error [role-column] The register \"x\" has no column \"over\".\n    = known are: kind, to, n, c and m\n"
            "registers/x.toml:3:9: error [column-unfit] The column \"kind\" is a choice of nothing.\n    = add for example: choices = [\"open\", \"closed\"]\n"
            "registers/x.toml:6:1: error [column-unfit] The column \"to\" points to rows and is not of type link.\n    = write type = \"link\", or take to and back out\n"
            "registers/x.toml:8:8: error [word-unknown] \"nummer\" is not possible for the key \"type\" of the column n.\n    = write one of: text, date, period, number, percent, money, choice, yes/no, measure, link or id (did you mean \"number\"?)\n"
            "registers/x.toml:11:1: error [column-unfit] The choice \"a\" stands twice.\n    = keep one of the two\n"
            "registers/x.toml:13:1: error [column-unfit] The column \"m\" cannot hold several values.\n    = only links and choices can; take many out\n");
}

TEST(Problems, period_that_does_not_parse) {
  EXPECT_EQ(faults_of_data("period,value\n2011/13,5\n"), "data/attainment.csv:2:1: error [period-unread] \"2011/13\" is not the name of a period.\n    = write for example 2011/12\n");
}

TEST(Problems, period_that_does_not_fit) {
  EXPECT_EQ(faults_of_data("period,value\n2012-10,5\n2011/12,6\n2012-10,7\n"),
            "data/attainment.csv:2:1: error [period-unfit] \"2012-10\" is not an academic year, which is what the measure \"gcse\" has.\n    = write for example 2011/12\n");
  EXPECT_EQ(faults_of_gcse("target = { \"2012\" = 60 }\nbaseline = \"2009-10\"\nbreaks = [\"2011\"]\n"),
            "measures/outcomes.toml:8:12: error [period-unfit] \"2012\" is not an academic year, which is what the measure \"gcse\" has.\n    = write for example: target = { \"2011/12\" = 60 }\n"
            "measures/outcomes.toml:9:12: error [period-unfit] \"2009-10\" is not an academic year, which is what the measure \"gcse\" has.\n    = write for example: 2011/12\n"
            "measures/outcomes.toml:10:11: error [period-unfit] \"2011\" is not an academic year, which is what the measure \"gcse\" has.\n    = write for example: 2011/12\n");
}

TEST(Problems, period_of_the_card) {
  EXPECT_EQ(faults_of_card("title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011-12\"\nperiod_kind = \"academic year\"\nbaseline = \"then\"\nsections = [\"outcomes\"]\n"),
            "card.toml:3:10: error [period-unfit] \"2011-12\" is not an academic year.\n    = write for example \"2011/12\" (a financial year), \"2012\", \"2012-Q3\" or \"2012-10\"\n"
            "card.toml:5:12: error [period-unfit] \"then\" is not a period.\n    = write for example \"2010/11\", \"2011-08\" or \"2011-08-31\"\n");
}

TEST(Problems, a_condition_points_into_its_text) {
  EXPECT_EQ(faults_of_gcse("where = \"values > 5\"\n"),
            "measures/outcomes.toml:8:10: error [condition-column] The register \"attainment\" has no column \"values\".\n    = did you mean \"value\"? known are: period, value and area\n");
  EXPECT_EQ(faults_of_gcse("where = \"value > 'five'\"\n"),
            "measures/outcomes.toml:8:18: error [condition-type] \"value\" is a number, and \"five\" is not.\n    = write for example: value = 5\n");
}

TEST(Problems, bands_out_of_order_and_bands_that_are_not_there) {
  EXPECT_EQ(faults(small_card_with("card.toml", small_card()["card.toml"] + "[bands.mine]\nbands = [{ from = 66, name = \"c\" }, { from = 33, name = \"b\" }, { from = 33, name = \"a\" }]\n")),
            "card.toml:12:64: error [bands-order] The band \"a\" begins at 33, which is not below 33, where the one before it begins.\n    = write the bands from one end to the other, each bound once\n");
  EXPECT_EQ(faults_of_gcse("bands = \"ofstd\"\n"), "measures/outcomes.toml:8:9: error [bands-unknown] There are no bands \"ofstd\".\n    = did you mean \"ofsted\"?\n");
}

TEST(Problems, bands_with_a_hole_at_the_bottom) {
  std::map<std::string, std::string> files = small_card_with("card.toml", small_card()["card.toml"] + "[bands.mine]\nbands = [{ from = 50, name = \"b\" }]\n");
  files["measures/outcomes.toml"] = gcse_with("bands = \"mine\"\n");
  EXPECT_EQ(faults(files, Severity::warning), "measures/outcomes.toml:8:9: warning [bands-gap] No band of \"mine\" begins at 0, so a value under 50 falls in none.\n    = give the lowest band from = 0\n");
}

TEST(Problems, share_over_100_and_counts_that_cannot_be) {
  EXPECT_EQ(faults_of_data("period,value,numerator,denominator,explains\n2008/09,589,,,\n2009/10,120,,,It counts twice.\n2010/11,,83,5,\n2011/12,58.9,580,1000,\n2012/13,58.9,589,1000,\n"),
            "data/attainment.csv:2:9: error [share-over-100] 589 is more than 100 per cent.\n    = correct the value; if it is right, say why in a column explains\n"
            "data/attainment.csv:4:10: error [numerator-above-denominator] The numerator 83 is above the denominator 5.\n    = correct one of the two; if it is right, say why in a column explains\n"
            "data/attainment.csv:5:9: error [value-unlike-counts] The value is 58.9, and 580 of 1,000 make 58.00.\n    = correct the value or the counts; a known difference can be answered in a column explains\n");
}

TEST(Problems, a_table_without_values) {
  EXPECT_EQ(faults_of_data("period,percent\n2011/12,5\n"),
            "measures/outcomes.toml:3:8: error [value-missing] The measure \"gcse\" reads values from \"data/attainment.csv\", which has neither a column \"value\" nor \"numerator\" and \"denominator\".\n"
            "    = name the column with the values \"value\"\n");
}

TEST(Problems, a_table_of_values_that_is_no_text) {
  EXPECT_EQ(faults_of_data("\xFF\xFE\x03 no text at all"), "data/attainment.csv: error [encoding-unreadable] The file is not UTF-8 text.\n    = save it as CSV UTF-8\n");
}

TEST(Problems, published_values_that_are_none) {
  EXPECT_EQ(faults(with_cases("published = \"case-list\"\nkind = \"count\"\nby = \"start\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n")),
            "measures/m.toml:6:13: error [value-missing] The measure \"m\" has its published values in \"case-list\", which has no column \"value\".\n    = name a table of values\n");
}

TEST(Problems, use_in_a_circle_and_use_of_nothing) {
  EXPECT_EQ(faults(small_card_with("measures/b.toml", "[measure.a]\nuse = \"b\"\n[measure.b]\nuse = \"a\"\n")),
            "measures/b.toml:4:7: error [use-cycle] Measures use each other in a circle: a uses b uses a.\n    = write the keys out in one of them\n");
  EXPECT_EQ(faults(small_card_with("measures/b.toml", gcse_with("").replace(9, 4, "b   ").replace(9, 4, "next") + "use = \"gsce\"\n")),
            "measures/b.toml:8:7: error [measure-unknown] There is no measure \"gsce\" to use.\n    = did you mean \"gcse\"? known are: next and gcse\n");
}

TEST(Problems, formulas_in_a_circle) {
  const std::string keys = "kind = \"formula\"\nperiods = \"academic year\"\nunit = \"ratio\"\nbetter = \"none\"\nserves = \"context\"\n";
  EXPECT_EQ(faults(small_card_with("measures/f.toml", "[measure.a]\ntitle = \"A\"\nformula = \"b / 2\"\n" + keys + "[measure.b]\ntitle = \"B\"\nformula = \"a * 2 + gcse\"\n" + keys)),
            "measures/f.toml:3:11: error [formula-cycle] Measures are made from each other in a circle: a from b from a.\n    = a figure must in the end come from records: change one of these\n");
}

TEST(Problems, formulas_that_cannot_be_read_or_made) {
  auto fault = [](const std::string& formula) {
    return faults(small_card_with("measures/f.toml", "[measure.a]\ntitle = \"A\"\nkind = \"formula\"\nformula = \"" + formula +
                                                         "\"\nperiods = \"financial year\"\nunit = \"ratio\"\nbetter = \"none\"\nserves = \"context\"\n"));
  };
  EXPECT_EQ(fault("1 +"), "measures/f.toml:4:14: error [formula-syntax] The formula ends before a figure or number.\n    = complete it\n");
  EXPECT_EQ(fault("a+b"), "measures/f.toml:4:12: error [formula-syntax] \"a+b\" is neither a figure nor a number.\n    = name a measure, or one choice of it: spending[safeguarding]; leave blanks around + - * /\n");
  EXPECT_EQ(fault("( 1 + 2"), "measures/f.toml:4:12: error [formula-syntax] A bracket is opened and not closed.\n    = close it with )\n");
  EXPECT_EQ(fault("1 + 2 )"), "measures/f.toml:4:18: error [formula-syntax] A bracket is closed that was not opened.\n    = take it out, or open it before\n");
  EXPECT_EQ(fault("1 2"), "measures/f.toml:4:14: error [formula-syntax] \"2\" follows a figure without a sign between.\n    = write + - * or / between, with blanks around\n");
  EXPECT_EQ(fault("gsce / 2"), "measures/f.toml:4:11: error [measure-unknown] There is no measure \"gsce\".\n    = did you mean \"gcse\"? known are: a and gcse\n");
  EXPECT_EQ(fault("gcse / 2"), "measures/f.toml:4:11: error [formula-periods] The formula of \"a\" is by financial year, and \"gcse\" is by academic year.\n    = a formula is made of figures of one kind of period\n");
}

TEST(Problems, a_formula_of_a_choice_that_is_not_there) {
  std::map<std::string, std::string> files = small_card();
  files["data/spending.csv"] = "line,period,value\nLooked after,2011/12,15.93\nSafeguarding/Plans,2011/12,2\n";
  files["measures/m.toml"] = "[measure.spending]\ntitle = \"S\"\nfrom = \"spending\"\nsplit = \"line\"\nperiods = \"financial year\"\nunit = \"gbp\"\nbetter = \"none\"\nserves = \"context\"\n"
                             "[measure.part]\ntitle = \"P\"\nkind = \"formula\"\nformula = \"spending[looked-aftr] / spending[safeguarding]\"\nperiods = \"financial year\"\nunit = \"ratio\"\nbetter = \"none\"\nserves = \"context\"\n";
  EXPECT_EQ(faults(files), "measures/m.toml:12:11: error [formula-choice] \"looked-aftr\" is not a choice of the measure \"spending\".\n"
                           "    = write one of: looked-after or safeguarding/plans (did you mean \"looked-after\"?)\n");
}

TEST(Problems, area_unknown) {
  EXPECT_EQ(faults_of_card("title = \"T\"\narea = \"Rotheram\"\nperiod = \"2011/12\"\nsections = [\"outcomes\"]\n"),
            "card.toml:2:8: error [area-unknown] \"Rotheram\" is not a place that is known.\n    = did you mean \"Rotherham\"? A place that is missing can be added by [[place]].\n");
  EXPECT_EQ(faults_of_data("period,value,area\n2011/12,5,Englnd\n2010/11,5,Englnd\n"),
            "data/attainment.csv:2:11: error [area-unknown] \"Englnd\" is not a place that is known.\n    = did you mean \"England\"?\n");
}

TEST(Problems, files_outside_the_folder) {
  EXPECT_EQ(faults_of_card("title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"outcomes\"]\nfound_later = \"../secret\"\n"),
            "card.toml:5:15: error [file-outside] \"../secret\" is not a file of the folder words/.\n    = write the name of a file in words/, without its ending\n");
  EXPECT_EQ(faults(small_card_with("measures/outcomes.toml", "[measure.gcse]\ntitle = \"G\"\nfrom = \"../../etc/passwd\"\nperiods = \"academic year\"\nunit = \"percent\"\nbetter = \"higher\"\nserves = \"context\"\n")),
            "measures/outcomes.toml:3:8: error [file-outside] \"../../etc/passwd\" is no register: a register is named by the stem of its file in data/.\n    = write for example: from = \"attainment\" for data/attainment.csv\n");
}

TEST(Problems, a_target_that_nobody_can_meet) {
  EXPECT_EQ(faults(small_card_with("measures/outcomes.toml", "[measure.gcse]\ntitle = \"G\"\nfrom = \"attainment\"\nperiods = \"academic year\"\nunit = \"percent\"\nbetter = \"none\"\nserves = \"context\"\ntarget = { \"2012/13\" = 60 }\n")),
            "measures/outcomes.toml:8:10: error [target-without-better] The measure \"gcse\" has a target and better = \"none\", so nobody can say whether it is met.\n"
            "    = write better = \"higher\" or \"lower\", or take the target out\n");
}

TEST(Problems, promises_not_kept_are_warnings) {
  EXPECT_EQ(faults(small_card_with("measures/outcomes.toml", "[measure.gcse]\ntitle = \"G\"\nfrom = \"attainment\"\nperiods = \"academic year\"\nunit = \"percent\"\nbetter = \"higher\"\ntarget = 60\n"), Severity::warning),
            "measures/outcomes.toml:1:10: warning [serves-nothing] The measure \"gcse\" serves no outcome.\n    = add serves = \"OUTCOME\", or serves = \"context\"\n"
            "measures/outcomes.toml:7:10: warning [target-undated] The target of the measure \"gcse\" has no date.\n    = say by when: target = { \"2011/12\" = 60 }\n");
}

TEST(Problems, measures_that_are_not_there) {
  EXPECT_EQ(faults_of_card("title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nsections = [\"outcomes\"]\n[section.outcomes]\nmeasures = [\"gcse\", \"ks-2\"]\n"),
            "card.toml:6:21: error [measure-unknown] There is no measure \"ks-2\".\n    = known are: gcse\n");
}

TEST(Problems, one_broken_file_does_not_make_its_measures_unknown) {
  EXPECT_EQ(faults(small_card_with("measures/outcomes.toml", "[measure.gcse\n")).substr(0, 48), "measures/outcomes.toml:1:14: error [toml-syntax]");
  EXPECT_EQ(read_files(small_card_with("measures/outcomes.toml", "[measure.gcse\n")).problems.all().size(), 1u);
}

TEST(Problems, ids_and_names) {
  EXPECT_EQ(faults(small_card_with("measures/b.toml", "[measure.GCSE]\ntitle = \"x\"\n")), "measures/b.toml:1:10: error [id-form] \"GCSE\" cannot be the id of a measure.\n    = ids are small letters, digits and single hyphens: [measure.gcse]\n");
  EXPECT_EQ(faults(small_card_with("measures/zz.toml", gcse_with(""))), "measures/zz.toml:1:10: error [measure-twice] The measure \"gcse\" stands in measures/outcomes.toml already (line 1).\n    = give one of the two another id\n");
  EXPECT_EQ(faults(small_card_with("measures/b.toml", "[family.lait]\neach = \"x\"\n")), "measures/b.toml:1:2: error [not-in-this-release] Families of measures are not in this release.\n    = write each measure as [measure.ID], sharing keys by use = \"ID\"\n");
}

TEST(Problems, what_each_kind_of_measure_needs) {
  const std::string how = "periods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n";
  EXPECT_EQ(faults(with_cases("kind = \"count\"\n" + how)),
            "measures/m.toml:1:10: error [key-missing] The measure \"m\" does not say what puts a row of \"case-list\" in a period.\n    = add date = \"COLUMN\" or period = \"COLUMN\", or by = \"start\", \"end\" or \"open\"\n");
  EXPECT_EQ(faults(with_cases("kind = \"share\"\nby = \"start\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"none\"\n")),
            "measures/m.toml:1:10: error [key-missing] The measure \"m\" is of kind \"share\" and has no key \"meets\".\n    = add for example: meets = \"escalations > 0\"\n");
  EXPECT_EQ(faults(with_cases("kind = \"within\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\n")),
            "measures/m.toml:1:10: error [key-missing] The measure \"m\" is of kind \"within\" and has no key \"limit\".\n    = add for example: limit = \"10 working days\"\n"
            "measures/m.toml:1:10: error [key-missing] The measure \"m\" uses start and end, so it must say which of them puts a row in a period.\n    = add by = \"end\", \"start\" or \"due\"\n");
  EXPECT_EQ(faults(with_cases("kind = \"sum\"\nby = \"start\"\nof = \"stage\"\n" + how)),
            "measures/m.toml:8:6: error [column-type] The measure \"m\" needs numbers, and the column \"stage\" has none.\n    = name a column of type number, percent or money\n");
  EXPECT_EQ(faults(with_cases("kind = \"count\"\nby = \"open\"\n" + how)),
            "measures/m.toml:8:11: error [periods-unfit] The measure \"m\" counts what is open on a day, and its periods are each a financial year.\n    = write periods = \"month end\", \"quarter end\" or \"day\"\n");
  EXPECT_EQ(faults(with_cases("kind = \"count\"\nby = \"start\"\nlimit = \"10 working days\"\n" + how)),
            "measures/m.toml:8:1: error [key-unfit] A measure of kind \"count\" has no use for the key \"limit\".\n    = take it out; it belongs to the kind within\n");
  EXPECT_EQ(faults(with_cases("kind = \"rate\"\nby = \"start\"\ndenominator = \"gcse\"\nperiods = \"financial year\"\nunit = \"rate\"\nbetter = \"none\"\n")),
            "measures/m.toml:8:15: error [unit-unfit] The denominator of \"m\" must be a count, and \"gcse\" is not.\n    = name a measure with unit = \"count\", such as a population\n");
}

TEST(Problems, limits_that_are_none) {
  EXPECT_EQ(faults(with_cases("kind = \"within\"\nby = \"end\"\nlimit = \"inital-assessment\"\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\n")),
            "measures/m.toml:8:9: error [limit-unknown] \"inital-assessment\" is neither a time limit nor the name of one.\n"
            "    = write it out, such as \"10 working days\", or its name; did you mean \"initial-assessment\"?\n");
}

TEST(Problems, limits_by_choice_are_of_the_choices_of_the_split) {
  EXPECT_EQ(faults(with_cases("kind = \"within\"\nby = \"end\"\nsplit = \"stage\"\nlimit = { \"stage 1\" = \"10 working days\", \"stage 3\" = \"72 hours\" }\nperiods = \"financial year\"\nunit = \"percent\"\nbetter = \"higher\"\n")),
            "measures/m.toml:9:9: error [choice-unknown] \"stage 3\" is not a choice of \"stage\".\n    = write one of: stage 1 or stage 2 (did you mean \"stage 1\"?)\n"
            "measures/m.toml:9:9: error [limit-unfit] The measure \"m\" has a limit in hours, and registers know days only.\n    = write the limit in days or working days\n");
}

TEST(Problems, columns_that_nobody_may_see) {
  EXPECT_EQ(faults(with_cases("kind = \"count\"\nby = \"start\"\nsplit = \"person\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n")),
            "measures/m.toml:8:9: error [column-never] The column \"person\" is seen by nobody, so a measure cannot be split by it.\n    = it may only be named by of and entity\n");
}

TEST(Problems, cases_whose_small_numbers_are_not_spoken_of) {
  std::map<std::string, std::string> files = with_cases("kind = \"count\"\nby = \"start\"\nperiods = \"financial year\"\nunit = \"count\"\nbetter = \"none\"\n");
  std::string& measure = files["measures/m.toml"];
  measure.erase(measure.find("counts = \"cases\"\n"), 17);
  EXPECT_EQ(faults(files, Severity::warning),
            "measures/m.toml:1:10: warning [counts-unsaid] The measure \"m\" counts rows about people and does not say how small numbers are kept.\n"
            "    = add counts = \"people\" or \"cases\"; counts = \"things\" shows every number\n");
}

TEST(Problems, comparators_sections_and_pages) {
  EXPECT_EQ(faults_of_card("title = \"T\"\narea = \"Rotherham\"\nperiod = \"2011/12\"\nagainst = [\"engalnd\", \"neighbours\"]\nsections = [\"outcomes\", \"outcomes\", \"Our Money\"]\nhelplines = [\"childline\"]\n"
                           "[page.p]\nkind = \"positon\"\nsection = \"money\"\n[page.q]\n"),
            "card.toml:4:12: error [comparator-unknown] \"engalnd\" is neither a comparator nor a place.\n    = did you mean \"england\"? known are: england, region and neighbours, the name of a place, or a list of your own under [comparator.ID]\n"
            "card.toml:4:23: error [comparator-unknown] The neighbours of a place are a list that has to be given.\n    = write [comparator.neighbours] with areas = [...] and says = \"which list, of what date\"\n"
            "card.toml:5:25: error [section-twice] The section \"outcomes\" is listed twice.\n    = keep one of the two\n"
            "card.toml:5:37: error [id-form] \"Our Money\" cannot be the id of a section.\n    = write \"our-money\", and its title under [section.our-money]\n"
            "card.toml:6:14: error [helpline-unknown] The register contacts has no row \"childline\".\n    = put data/contacts.csv into the folder, with the helplines as rows\n"
            "card.toml:8:8: error [word-unknown] \"positon\" is not possible for the key \"kind\" of the page p.\n    = write one of: position, compare, actions, complaints, money, plan, commissioning, help, services, exploitation or young-people (did you mean \"position\"?)\n"
            "card.toml:9:11: error [section-unknown] There is no section \"money\".\n    = known are: Our Money and outcomes\n"
            "card.toml:10:7: error [key-missing] The page q has no key \"kind\".\n    = add for example: kind = \"position\"\n");
}

TEST(Problems, files_that_nobody_reads) {
  std::map<std::string, std::string> files = small_card();
  files["mesures/a.toml"] = "";
  files["spending.csv"] = "";
  files["statement.toml"] = "";
  files["data/extra.csv"] = "a,b\n1,2\n";
  EXPECT_EQ(faults(files, Severity::warning),
            "data/extra.csv: warning [file-unread] Nobody reads data/extra.csv: no register is called \"extra\", and no measure has from = \"extra\".\n    = write a definition in registers/, or a measure that reads it\n"
            "mesures/a.toml: warning [file-unread] Nobody reads the folder mesures/.\n    = did you mean measures/?\n"
            "spending.csv: warning [file-unread] Nobody reads spending.csv here.\n    = move it into data/\n"
            "statement.toml: warning [file-unread] Nobody reads statement.toml.\n    = did you mean \"statements.toml\"?\n");
}

TEST(Problems, rows_and_columns_that_nobody_reads) {
  EXPECT_EQ(faults_of_data("measure,period,value\ngcse,2011/12,5\ngsce,2011/12,5\n", Severity::warning),
            "data/attainment.csv:3:1: warning [rows-unread] No measure with the id \"gsce\" reads this table, so its rows are left out.\n    = did you mean \"gcse\"?\n");
  std::map<std::string, std::string> files = small_card();
  files["registers/a-list.toml"] = "[column.title]\n[column.amount]\ntype = \"money\"\n";
  files["data/a-list.csv"] = "title,amonut,colour\nx,5,red\n";
  EXPECT_EQ(faults(files, Severity::note),
            "data/a-list.csv:1: note [column-unread] Nobody reads the column \"colour\".\n"
            "data/a-list.csv:1: warning [column-unknown] The register \"a-list\" has no column \"amonut\", so nobody reads it.\n    = did you mean \"amount\"?\n");
}

}  // namespace
}  // namespace reportcard
