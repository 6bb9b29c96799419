// SPDX-License-Identifier: MIT
#include "sources/ofsted_authorities.h"

#include <gtest/gtest.h>

#include <set>

#include "sources/series_for_tests.h"

namespace reportcard {
namespace {

const std::string list_2024 =
    "Local authority inspection judgements as at 31 March 2024\nThis worksheet contains one table\n"
    "Web link,Local authority name,Ofsted region,Inspection date,Overall effectiveness,Impact of leaders,Experiences and progress of children who need help and protection,Experiences and progress of children in care,Experiences and progress of care leavers\n"
    "x,Rotherham,North East,2022-06-20T00:00:00,Good,Good,Good,Good,\n"
    "x,Barnsley,North East,2023-09-11,Good,Good,Requires improvement to be good,Good,Good\n"
    "x,Bradford,North East,Not yet inspected,,,,,\n"
    "x,Atlantis,North East,2023-09-11,Good,Good,Good,Good,Good\n";
const std::string year_2024 =
    "Local authority in year inspection activity\n"
    "Web link,Local authority name,Region,Inspection/Visit date,Inspection/Visit type,Overall effectiveness,Impact of leaders,Experiences and progress of children who need help and protection,Experiences and progress of children in care,Experiences and progress of care leavers,Visit Theme\n"
    "x,Barnsley,North East,2023-09-11,ILACS Standard Inspection,Good,Good,Requires improvement to be good,Good,Good,\n"
    "x,Doncaster,North East,2023-03-01,LA Monitoring visit,,,,,,Front door\n"
    "x,Rotherham,North East,2023-11-02,ILACS Focused Visit,,,,,,Care leavers\n";
const std::string history =
    "LA inspections 2009 to 2023\n"
    "Web link,Local authority name,LA region,Safeguarding & Looked After Children (SLAC) Inspection publication date,SLAC Safeguarding Overall effectiveness (OE),SLAC Looked After Children Overall Effectiveness (OE),First ILACS framework inspection type,First ILACS framework publication date,First ILACS framework overall effectiveness,First ILACS framework impact of leaders\n"
    "x,Rotherham,North East,2009-08-27,Inadequate,Satisfactory,ILACS Standard Inspection,2022-08-02,Good,Good\n"
    ",,,\n"
    "Web link,Local authority name,LA region,ILACS framework publication date,ILACS framework overall effectiveness\n"
    "x,Bradford,North East,2022-03-09,Inadequate\n";

std::vector<PublishedTable> read_all(const std::vector<std::string>& texts, Problems& problems) {
  std::vector<SourceFile> files;
  for (std::size_t n = 0; n < texts.size(); ++n) files.push_back({csv_rows("data/" + std::to_string(n) + ".csv", *read_text(FileBytes(texts[n]))), nullptr});
  return ofsted_authorities_series().read(files, {}, test_areas(), problems);
}
const std::vector<std::string> shown = {"area", "kind", "framework", "ended", "published", "grade", "protection", "note"};

TEST(OfstedAuthorities, an_inspection_in_several_lists_is_one_row_with_its_day_and_its_publication) {
  for (const std::string& text : {list_2024, year_2024, history}) EXPECT_EQ(series_of(*csv_rows("x.csv", *read_text(FileBytes(text))))->id, "ofsted-authorities");
  Problems problems;
  const auto made = read_all({list_2024, year_2024, history}, problems);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(said_in(made[0].table, shown),
            "E08000018|full|ILACS|2022-06-20|2022-08-02|Good|Good||\n"
            "E08000016|full|ILACS|2023-09-11||Good|Requires improvement to be good||\n"
            "E08000017|monitoring||2023-03-01||||Front door|\n"
            "E08000018|visit|ILACS|2023-11-02||||Care leavers|\n"
            "E08000018|full|SLAC||2009-08-27|Inadequate||Safeguarding.|\n"
            "E08000018|full|SLAC||2009-08-27|Satisfactory||Looked after children.|\n"
            "E08000032|full|ILACS||2022-03-09|Inadequate|||\n");
  EXPECT_EQ(account_said(made[0].account), "9 read, 7 used, 2009-08-27 to 2023-11-02; 1 an authority not yet inspected; 1 an authority that is not known");
  EXPECT_EQ(made[0].table.places->cell(4, "grade").file, "data/2.csv");
  EXPECT_EQ(made[0].table.places->cell(6, "published").line, 6u);
  EXPECT_TRUE(problems.empty());
  std::set<std::string> ids;
  const auto& words = std::get<TextColumn>(made[0].table.find("id")->cells);
  for (std::size_t row = 0; row < made[0].table.rows; ++row) ids.insert(words.words[words.codes[row]]);
  EXPECT_EQ(ids.size(), made[0].table.rows);
}

TEST(OfstedAuthorities, columns_in_another_order_and_titles_above_change_nothing) {
  Problems problems;
  const std::string said = said_in(read_all({list_2024}, problems)[0].table, shown);
  EXPECT_EQ(said_in(read_all({columns_turned(list_2024)}, problems)[0].table, shown), said);
  EXPECT_EQ(said_in(read_all({"Notes\n\nMore\n" + list_2024}, problems)[0].table, shown), said);
}

TEST(OfstedAuthorities, without_an_overall_grade_the_key_judgements_stay) {
  std::string text = list_2024;
  text.erase(text.find("Overall effectiveness,"), 22);
  for (std::size_t at = text.find(",Good,Good"); at != std::string::npos; at = text.find(",Good,Good", at + 6)) text.erase(at, 5);
  Problems problems;
  const auto made = read_all({text}, problems);
  EXPECT_EQ(said_in(made[0].table, {"area", "grade", "leaders"}).substr(0, 18), "E08000018||Good|\nE");
}

TEST(OfstedAuthorities, nothing_crashes_on_files_cut_off_or_damaged) {
  for (const std::string& text : {list_2024, year_2024, history}) read_damaged(text);
}

}  // namespace
}  // namespace reportcard
