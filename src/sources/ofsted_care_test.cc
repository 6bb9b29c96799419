// SPDX-License-Identifier: MIT
#include "sources/ofsted_care.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

std::shared_ptr<const PublishedRows> rows(const std::string& file, const std::string& text) { return csv_rows(file, *read_text(FileBytes(text))); }

// A list as of 2020 and one as of 2025: other headings, a band, titles, line ends in the header, days as text.
const std::string list_2020 =
    "Provider information,,,,,,,Latest Full Inspection,,,\n"
    "Web link,URN,Provision type,Registration status,Name,Local authority,Places,Event type,Inspection date,Publication date,Overall experiences and progress of children and young people\n"
    "x,SC1,Children's Home,Active,Secret House,Rotherham,4,Full inspection,10/02/2020,20/03/2020,Good\n"
    "x,SC2,Children's home,Active,REDACTED,Rotherham,3,Full inspection,24/03/2020,12/05/2020,Requires improvement to be good\n"
    "x,1027,Independent Fostering agency,Active,Kind Carers,Rotherham,,,,,\n";
const std::string list_2025 =
    "Children's social care data in England 2025 \xE2\x80\x93 Provider level as at 31 March 2025,,,,,,,,,\n"
    "\"This worksheet contains one table.\",,,,,,,,,\n"
    "Web link,URN,Provision type,Registration status,Name,Local authority,Places,\"\nLatest full inspection date\",Latest full inspection publication date,\"\nOverall experiences and progress of children and young people\"\n"
    "x,SC1,Children's home,Active,Secret House,Rotherham,5,01/06/2024,02/07/2024,Outstanding\n"
    "x,SC9,Supported Accommodation,Active,REDACTED,Rotherham,6,,,\n";

Areas places() {
  Areas areas;
  areas.add({"E08000018", "Rotherham", AreaLevel::authority, "E12000003", {"372"}, {}, {}});
  return areas;
}

std::string said(const Table& table) {
  std::string all;
  for (std::size_t row = 0; row < table.rows; ++row) {
    for (const Column& column : table.columns) {
      if (const auto* text = std::get_if<TextColumn>(&column.cells)) all += text->words[text->codes[row]];
      if (const auto* dates = std::get_if<DateColumn>(&column.cells); dates && dates->days[row] != DateColumn::blank) all += Date{dates->days[row]}.iso();
      if (const auto* numbers = std::get_if<NumberColumn>(&column.cells); numbers && numbers->units[row] != NumberColumn::blank) all += numbers->at(row).plain();
      all += "|";
    }
    all += "\n";
  }
  return all;
}

std::vector<PublishedTable> both(Problems& problems) {
  return ofsted_care_series().read({{rows("data/2025.csv", list_2025), nullptr}, {rows("data/2020.csv", list_2020), nullptr}}, {}, places(), problems);
}

TEST(OfstedCare, lists_of_two_years_are_one_register_of_providers) {
  EXPECT_EQ(series_of(*rows("data/anything.csv", list_2020))->id, "ofsted-care");
  Problems problems;
  const auto made = both(problems);
  ASSERT_EQ(made.size(), 2u);
  // Whoever is listed no more was closed when the later list was made; who is new in it came after the earlier.
  EXPECT_EQ(said(made[0].table),
            "1027|1027|Fostering and adoption/Fostering|Independent fostering agency||2025-03-31|E08000018||\n"
            "SC2|SC2|Children's homes|Children's home||2025-03-31|E08000018|3|\n"
            "SC1|SC1|Children's homes|Children's home|||E08000018|5|\n"
            "SC9|SC9|Supported accommodation|Supported accommodation|2020-04-01||E08000018|6|\n");
  EXPECT_EQ(said(made[1].table),
            "SC1-2020-02-10-full|SC1|Ofsted|full|2020-02-10|2020-03-20|Good|E08000018|\n"
            "SC2-2020-03-24-full|SC2|Ofsted|full|2020-03-24|2020-05-12|Requires improvement to be good|E08000018|\n"
            "SC1-2024-06-01-full|SC1|Ofsted|full|2024-06-01|2024-07-02|Outstanding|E08000018|\n");
  EXPECT_TRUE(problems.empty());
}

TEST(OfstedCare, no_name_and_no_address_is_ever_read) {
  Problems problems;
  for (const PublishedTable& made : both(problems)) {
    for (const std::string& secret : {std::string("Secret House"), std::string("Kind Carers"), std::string("REDACTED")}) EXPECT_EQ(said(made.table).find(secret), std::string::npos);
  }
}

TEST(OfstedCare, each_event_has_its_place_in_the_list_that_told_of_it) {
  Problems problems;
  const auto made = both(problems);
  const Place place = made[1].table.places->cell(2, "grade");
  EXPECT_EQ(place.file, "data/2025.csv");
  EXPECT_EQ(place.excerpt, "");   // a row holds the name of a home
  EXPECT_EQ(place.line, 6u);   // the header, begun in line 3, has two line ends of its own
  EXPECT_EQ(made[1].table.places->cell(0, "ended").file, "data/2020.csv");
}

TEST(OfstedCare, who_left_and_joined_in_a_year_is_no_list_of_providers) {
  EXPECT_EQ(series_of(*rows("data/x.csv", "URN,Provision type,Local authority,Places,Joiner status,Leaver status\nSC1,Children's home,Rotherham,4,,Leaver\n")), nullptr);
}

TEST(OfstedCare, days_that_contradict_each_other_are_refused) {
  std::string mixed = list_2020;
  mixed.replace(mixed.find("24/03/2020"), 10, "03/24/2020");
  Problems problems;
  ofsted_care_series().read({{rows("data/x.csv", mixed), nullptr}}, {}, places(), problems);
  ASSERT_EQ(problems.all().size(), 1u);
  EXPECT_EQ(problems.all()[0].code, "days-mixed");
}

}  // namespace
}  // namespace reportcard
