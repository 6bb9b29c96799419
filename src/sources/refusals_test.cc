// SPDX-License-Identifier: MIT
#include "sources/refusals.h"

#include <gtest/gtest.h>

#include <set>

#include "tables/workbook_for_tests.h"

namespace reportcard {
namespace {

TEST(Refusals, at_most_twelve_each_with_its_remedy) {
  EXPECT_LE(all_refusals.size(), 12u);
  std::set<std::string_view> ids, reasons;
  for (const Refusal refusal : all_refusals) {
    ids.insert(refusal_id(refusal));
    reasons.insert(refusal_of(refusal));
    EXPECT_EQ(refusal_of(refusal).back(), '.');
    EXPECT_EQ(refusal_remedy(refusal).back(), '.');
  }
  EXPECT_EQ(ids.size(), all_refusals.size());
  EXPECT_EQ(reasons.size(), all_refusals.size());
}

TEST(Refusals, each_file_of_a_folder_is_read_by_somebody_or_refused_with_a_reason) {
  const std::string book = xlsx_of({row_of(1, {"LA number", "LA name", "SN1", "SNP", "SN2", "SNP"}) + row_of(2, {"372", "Rotherham", "370", "Close", "384", "Close"}), "", "", "", "", "", "", "Groups"});
  const auto folder = memory_folder({
      {"data/a-blank.csv", " \n\n"},
      {"data/b-pack.zip", "PK\x03\x04..."},
      {"data/c-paper.csv", "%PDF-1.7"},
      {"data/d-holidays.json", "{\"england\": []}"},
      {"data/e-locked.xlsx", "no workbook"},
      {"data/f-bytes.csv", std::string("a\0b,c\0\0", 7)},
      {"data/g-dictionary.csv", "Topic,Short Desc,Polarity\nCare,CPP,High\n"},
      {"data/h-places.csv", "gss_code,la_name,la_code\nE08000018,Rotherham,372\n"},
      {"data/i-schools.csv", "Time period,Number of schools,Rate\n2024,1,2\n"},
      {"data/j-undated.csv", "Area,Value\nRotherham,2\n"},
      {"data/k-other.csv", "apples,pears\n1,2\n"},
      {"data/l-tidy.csv", "area_code,period,value,indicator\nE08000018,2024,1,x\n"},
      {"data/l-tidy.meta.csv", "col_name,col_type\nvalue,Indicator\n"},
      {"data/m-neighbours.xlsx", book},
      {"words/home.md", "Hello"},
  });
  std::string said;
  for (const SourceFound& one : sources_in(*folder, "data/")) said += one.where + " " + std::string(one.series != nullptr ? one.series->id : one.refusal ? refusal_id(*one.refusal) : "with its file") + "\n";
  EXPECT_EQ(said,
            "data/a-blank.csv empty\n"
            "data/b-pack.zip archive\n"
            "data/c-paper.csv document\n"
            "data/d-holidays.json not-a-table\n"
            "data/e-locked.xlsx workbook-unreadable\n"
            "data/f-bytes.csv no-text\n"
            "data/g-dictionary.csv meaning-of-columns\n"
            "data/h-places.csv list-of-places\n"
            "data/i-schools.csv no-place\n"
            "data/j-undated.csv no-period\n"
            "data/k-other.csv header-unknown\n"
            "data/l-tidy.csv tidy\n"
            "data/l-tidy.meta.csv with its file\n"
            "data/m-neighbours.xlsx: Groups neighbours\n");
}

}  // namespace
}  // namespace reportcard
