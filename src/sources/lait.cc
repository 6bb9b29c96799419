// SPDX-License-Identifier: MIT
#include "sources/lait.h"

#include <array>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/long_table.h"
#include "sources/published_header.h"

namespace reportcard {

namespace {

enum At : std::size_t { measure_, item_, years_, place_, value_, number_, region_ };
const std::vector<PublishedColumn>& columns() {
  static const std::vector<PublishedColumn> wanted = {{"measure", {"Short Desc"}, true}, {"item", {"Data item"}, false}, {"years", {"Years"}, true},
                                                      {"place", {"LA and Regions"}, true}, {"value", {"Values"}, true}, {"number", {"LA Number"}, true}, {"region", {"Region"}, false}};
  return wanted;
}

std::size_t recognise(const PublishedRows& rows) {
  const auto header = find_header(rows, columns(), 20);
  return header ? header->found() : 0;
}

// The numbers that it gives to England and the regions; authorities have those of the Department.
std::string_view larger_place(std::string_view number) {
  struct Known { std::string_view number, code; };
  static constexpr Known known[] = {{"970", "E92000001"}, {"980", "E12000001"}, {"981", "E12000002"}, {"982", "E12000003"}, {"983", "E12000004"}, {"984", "E12000005"},
                                    {"985", "E12000006"}, {"986", "E12000007"}, {"987", "E13000001"}, {"988", "E13000002"}, {"989", "E12000008"}, {"990", "E12000009"}};
  for (const Known& one : known)
    if (one.number == number) return one.code;
  return {};
}

int year_in(std::string_view text) {
  int year = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), year);
  return fault == std::errc() && end == text.data() + text.size() ? year : -1;
}

// "2016/17" or "2016-17" where the second year follows the first; else the last year of a span: "2014-16" is 2016.
std::optional<std::string> last_of(std::string_view text) {
  const std::size_t sign = text.find_first_of("/-");
  if (sign == std::string_view::npos) return text.size() == 4 && year_in(text) > 1900 ? std::optional(std::string(text)) : std::nullopt;
  const int first = year_in(text.substr(0, sign)), second = year_in(text.substr(sign + 1));
  if (sign != 4 || first < 1900 || second < 0) return std::nullopt;
  if (text.size() == 9 ? second == first + 1 : second == (first + 1) % 100) return fmt::format("{}/{:02}", first, (first + 1) % 100);
  if (text.size() == 9) return second > first ? std::optional(std::to_string(second)) : std::nullopt;
  return text.size() == 7 ? std::optional(std::to_string(first / 100 * 100 + second + (second < first % 100 ? 100 : 0))) : std::nullopt;
}

std::vector<PublishedTable> read(const std::vector<SourceFile>& files, const SourceWishes& wishes, const Areas& areas, Problems& problems) {
  const std::shared_ptr<const PublishedRows> rows = files.front().rows;
  const auto header = find_header(*rows, columns(), 20);
  if (!header) return {};
  SourceAccount account;
  account.header = header->row;
  LongTable table(wishes.id, rows, {}, header->at[years_], header->at[number_]);
  struct Known { std::string slug; bool wanted = true; };
  std::map<std::string, Known, std::less<>> measures;
  std::map<std::string, std::optional<LaitYears>, std::less<>> years;
  std::map<std::string, std::string, std::less<>> places;   // number and name -> code, "" for none
  rows->each([&](const PublishedRow& row) {
    if (row.number <= header->row) return true;
    const std::string_view short_name = row.cell(header->at[measure_]), number = row.cell(header->at[number_]), name = row.cell(header->at[place_]);
    if (row.filled() < 4) {
      account.skip("no row of the table");
      return true;
    }
    auto measure = measures.find(short_name);
    if (measure == measures.end()) {
      Known known{slug(short_name), wishes.indicators.empty()};
      for (const std::string& wanted : wishes.indicators) known.wanted = known.wanted || wanted == known.slug || fold(wanted) == fold(short_name);
      measure = measures.emplace(std::string(short_name), std::move(known)).first;
    }
    if (!measure->second.wanted) {
      account.skip("an indicator that is not asked for");
      return true;
    }
    const std::string key = fmt::format("{}|{}", number, name);
    auto place = places.find(key);
    if (place == places.end()) {
      std::string code(larger_place(number));
      // A name that says more than its number: "Poole (Pre LG)" has a number of its own.
      if (code.empty() && areas.find(number)) code = std::string(number);
      if (code.empty() && areas.find(name)) code = std::string(name);
      place = places.emplace(key, std::move(code)).first;
    }
    if (place->second.empty()) {
      account.skip("a place that is not known");
      return true;
    }
    const std::string_view written = row.cell(header->at[years_]);
    auto year = years.find(written);
    if (year == years.end()) year = years.emplace(std::string(written), lait_years(written)).first;
    if (!year->second) {
      account.skip("a year that has no name here");
      return true;
    }
    account.use(year->second->period);
    table.add({measure->second.slug, year->second->period, {}, place->second, written, {}, year->second->status, year->second->note}, row, header->at[value_], row.cell(header->at[value_]), problems);
    return true;
  });
  std::vector<PublishedTable> made;
  made.push_back(table.take(std::move(account)));
  return made;
}

}  // namespace

std::optional<LaitYears> lait_years(std::string_view written) {
  LaitYears years;
  std::string_view text = trim(written);
  if (text == "0") return years;
  if (const std::size_t open = text.find('('); open != std::string_view::npos) {
    const std::string mark = fold(text.substr(open + 1, text.find(')') == std::string_view::npos ? text.npos : text.find(')') - open - 1));
    if (mark == "prov" || mark == "provisional") years.status = "provisional";
    else if (mark == "rev" || mark == "revised") years.status = "revised";
    else if (mark == "ot") years.note = "Outturn.";
    else if (mark != "final") return std::nullopt;
    text = trim(text.substr(0, open));
  }
  // "2014/15-16/17": three years; the last of them names it.
  if (const std::size_t dash = text.find('-'); dash == 7 && text.find('/') == 4 && text.find('/', dash) != std::string_view::npos) {
    const auto last = last_of(fmt::format("20{}", text.substr(dash + 1)));
    if (!last) return std::nullopt;
    years.period = *last;
    years.note = fmt::format("Of the years {}.", text);
    return years;
  }
  const auto last = last_of(text);
  if (!last) return std::nullopt;
  years.period = *last;
  if (last->size() == 4 && text.size() > 4) years.note = fmt::format("Of the years {}.", text);
  return years;
}

Series lait_series() { return {"lait", "Local authority interactive tool", "Department for Education", false, recognise, read}; }

}  // namespace reportcard
