// SPDX-License-Identifier: MIT
#include "sources/mid_year.h"

#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/long_table.h"
#include "sources/published_cells.h"
#include "sources/published_header.h"

namespace reportcard {

namespace {

constexpr int oldest = 24;   // of the single years of age that are kept
enum At : std::size_t { code_, name_, all_, age_0_ };
const std::vector<PublishedColumn>& columns() {
  static const std::vector<PublishedColumn> wanted = [] {
    std::vector<PublishedColumn> made = {{"code", {"Code", "Area code", "Geography code"}, true}, {"name", {"Name", "Area name", "Geography name"}, true}, {"all", {"All ages"}, false}};
    for (int age = 0; age <= oldest; ++age) made.push_back({fmt::format("age {}", age), {fmt::format("{}", age), fmt::format("Age {}", age), fmt::format("Aged {}", age)}, false});
    return made;
  }();
  return wanted;
}

// "Mid-2023", "mid 2023", "Estimated population mid-2023": the year; 0 where none is named.
int mid_year_in(std::string_view text) {
  const std::string key = heading_key(text);
  for (std::size_t at = key.find("mid "); at != std::string::npos; at = key.find("mid ", at + 1)) {
    int year = 0;
    const char* const from = key.data() + at + 4;
    const auto [end, fault] = std::from_chars(from, key.data() + key.size(), year);
    if (fault == std::errc() && end == from + 4 && year > 1900 && year < 2200) return year;
  }
  return 0;
}

struct Sheet {
  PublishedHeader header;
  std::string sex = "Persons";
  int year = 0;                                // of a sheet by age
  std::vector<std::pair<int, int>> years;      // of a sheet of totals: year and column
};

std::optional<Sheet> sheet_of(const PublishedRows& rows) {
  auto header = find_header(rows, columns(), 40);
  if (!header) return std::nullopt;
  Sheet sheet;
  std::string titles = heading_key(rows.where());
  rows.each([&](const PublishedRow& row) {
    if (row.number >= header->row) return false;
    if (row.cells.empty()) return true;
    if (sheet.year == 0) sheet.year = mid_year_in(row.cells.front());
    titles += " | " + heading_key(row.cells.front());
    return true;
  });
  const auto says = [&](std::string_view word) { return titles.find(word) != std::string::npos; };
  // The name of the sheet and the title both say it; "persons by age and sex" is not of one sex.
  if (says("females")) sheet.sex = "Females";
  else if (says("males")) sheet.sex = "Males";
  sheet.header = std::move(*header);
  if (sheet.header.at[all_] >= 0 && sheet.header.at[age_0_] >= 0) return sheet.year != 0 ? std::optional(std::move(sheet)) : std::nullopt;
  // Totals over years; median ages and densities have years above them too.
  if (!says("population estimates") || says("median") || says("density") || says("change")) return std::nullopt;
  for (std::size_t c = 0; c < sheet.header.headings.size(); ++c)
    if (const std::string key = heading_key(sheet.header.headings[c]); key.substr(0, 4) == "mid ")
      if (const int year = mid_year_in(key)) sheet.years.emplace_back(year, static_cast<int>(c));
  if (sheet.years.empty()) return std::nullopt;
  return sheet;
}

std::size_t recognise(const PublishedRows& rows) {
  const auto sheet = sheet_of(rows);
  return sheet ? sheet->header.found() + sheet->years.size() : 0;
}

bool is_wanted(const SourceWishes& wishes, std::string_view indicator) {
  if (wishes.indicators.empty()) return true;
  for (const std::string& one : wishes.indicators)
    if (one == indicator) return true;
  return false;
}

std::vector<PublishedTable> read(const std::vector<SourceFile>& files, const SourceWishes& wishes, const Areas& areas, Problems& problems) {
  const std::shared_ptr<const PublishedRows> rows = files.front().rows;
  const auto sheet = sheet_of(*rows);
  if (!sheet) return {};
  const std::vector<int>& at = sheet->header.at;
  SourceAccount account;
  account.header = sheet->header.row;
  LongTable table(wishes.id, rows, {{"sex", "Sex", -1, sheet->sex}}, -1, at[code_]);
  const std::string year = std::to_string(sheet->year), called = fmt::format("mid-{}", year);
  rows->each([&](const PublishedRow& row) {
    if (row.number <= sheet->header.row) return true;
    const std::string_view code = row.cell(at[code_]);
    if (code.empty() || row.filled() < 4) {
      account.skip("no row of the table");
      return true;
    }
    if (!areas.find(code)) {
      account.skip("a place that is no country, region or authority of the card");
      return true;
    }
    if (!sheet->years.empty()) {
      account.use({});
      for (const auto& one : sheet->years) {
        const std::string of = std::to_string(one.first);
        account.use_day(of);
        if (is_wanted(wishes, "population")) table.add({"population", of, {}, code, fmt::format("mid-{}", of), {}, {}, {}}, row, one.second, row.cell(one.second), problems);
      }
      return true;
    }
    account.use(year);
    if (is_wanted(wishes, "population")) table.add({"population", year, {}, code, called, {}, {}, {}}, row, at[all_], row.cell(at[all_]), problems);
    std::int64_t sum = 0;
    bool whole = true;
    for (int age = 0; age <= oldest; ++age) {
      const int column = at[age_0_ + static_cast<std::size_t>(age)];
      const std::string_view cell = row.cell(column);
      const std::string indicator = fmt::format("population-age-{}", age);
      if (column >= 0 && is_wanted(wishes, indicator)) table.add({indicator, year, {}, code, called, {}, {}, {}}, row, column, cell, problems);
      const auto number = published_number(cell);
      if (number && number->places == 0) sum += number->units;
      else whole = false;
      const std::string to = fmt::format("population-0-{}", age);
      if ((age == 17 || age == 24) && whole && is_wanted(wishes, to))
        table.add({to, year, {}, code, called, {}, {}, fmt::format("Sum of the single years of age 0 to {}.", age)}, row, at[age_0_], std::to_string(sum), problems);
    }
    return true;
  });
  std::vector<PublishedTable> made;
  made.push_back(table.take(std::move(account)));
  return made;
}

}  // namespace

Series mid_year_series() { return {"mid-year", "Mid-year population estimates", "Office for National Statistics", false, recognise, read}; }

}  // namespace reportcard
