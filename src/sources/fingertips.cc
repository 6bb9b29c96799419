// SPDX-License-Identifier: MIT
#include "sources/fingertips.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/long_table.h"
#include "sources/published_cells.h"
#include "sources/published_header.h"

namespace reportcard {

namespace {

enum At : std::size_t { id_, name_, parent_, code_, place_, level_, sex_, age_, kind_, category_, period_, value_, count_, denominator_, note_ };
const std::vector<PublishedColumn>& columns() {
  static const std::vector<PublishedColumn> wanted = {
      {"id", {"Indicator ID", "IndicatorID"}, true}, {"name", {"Indicator Name", "IndicatorName"}, false}, {"parent", {"Parent Code", "ParentCode"}, false}, {"code", {"Area Code", "AreaCode"}, true},
      {"place", {"Area Name", "AreaName"}, false}, {"level", {"Area Type", "AreaType"}, false}, {"sex", {"Sex"}, false}, {"age", {"Age"}, false},
      {"kind", {"Category Type", "CategoryType"}, false}, {"category", {"Category"}, false}, {"period", {"Time period", "Timeperiod"}, true}, {"value", {"Value"}, true},
      {"count", {"Count"}, false}, {"denominator", {"Denominator"}, false}, {"note", {"Value note", "Valuenote"}, false}};
  return wanted;
}

std::size_t recognise(const PublishedRows& rows) {
  const auto header = find_header(rows, columns(), 20);
  return header ? header->found() : 0;
}

// An empty value says why in a note of words only: suppressed, or simply not there.
std::string_view symbol_of(std::string_view note) {
  const std::string folded = fold(note);
  for (const std::string_view word : {"suppress", "disclos", "small number", "small count"})
    if (folded.find(word) != std::string::npos) return "c";
  for (const std::string_view word : {"quality", "unreliable"})
    if (folded.find(word) != std::string::npos) return "u";
  return "x";
}

// By the period as written; the account's words where it has no name here.
class Periods {
 public:
  const std::optional<LaitYears>& of(std::string_view written) {
    const auto found = known_.find(written);
    return found != known_.end() ? found->second : known_.emplace(std::string(written), fingertips_period(written)).first->second;
  }

 private:
  std::map<std::string, std::optional<LaitYears>, std::less<>> known_;
};

bool wanted(const SourceWishes& wishes, std::string_view id, std::string_view name) {
  if (wishes.indicators.empty()) return true;
  for (const std::string& one : wishes.indicators)
    if (one == id || fold(one) == fold(name)) return true;
  return false;
}

std::vector<PublishedTable> read(const std::vector<SourceFile>& files, const SourceWishes& wishes, const Areas& areas, Problems& problems) {
  const std::shared_ptr<const PublishedRows> rows = files.front().rows;
  const auto header = find_header(*rows, columns(), 20);
  if (!header) return {};
  const std::vector<int>& at = header->at;
  SourceAccount account;
  account.header = header->row;
  // Rows by deprivation or ethnic group say so; "Total" is the area as a whole.
  std::vector<LongFilter> filters = {{"indicator-name", "Name of the indicator", at[name_], ""}, {"sex", "Sex", at[sex_], "Persons"}, {"age", "Age", at[age_], "All ages"},
                                     {"category-type", "Kind of group", at[kind_], "Total"}, {"category", "Group", at[category_], "Total"}};
  LongTable table(wishes.id, rows, filters, at[period_], at[code_], {at[count_], at[denominator_]});
  Periods periods;
  std::map<std::string, std::string> seen;   // of a row without its parent and the kind of area that it is asked as
  rows->each([&](const PublishedRow& row) {
    if (row.number <= header->row) return true;
    const std::string_view id = row.cell(at[id_]), code = row.cell(at[code_]), value = row.cell(at[value_]), note = row.cell(at[note_]);
    if (row.filled() < 4 || id.empty()) {
      account.skip("no row of the table");
      return true;
    }
    if (!wanted(wishes, id, row.cell(at[name_]))) {
      account.skip("an indicator that is not asked for");
      return true;
    }
    if (!areas.find(code)) {
      account.skip("a place that is no country, region or authority of the card");
      return true;
    }
    const auto& period = periods.of(row.cell(at[period_]));
    if (!period) {
      account.skip("a period that has no name here");
      return true;
    }
    // A place stands once for each place above it and each kind of area that it is (a unitary authority is a district too).
    const auto [before, first] = seen.try_emplace(fmt::format("{}|{}|{}|{}|{}|{}|{}", id, code, row.cell(at[period_]), row.cell(at[sex_]), row.cell(at[age_]), row.cell(at[kind_]), row.cell(at[category_])), value);
    if (!first) {
      if (before->second != value)
        problems.warning("values-differ", rows->place(row.number, at[value_]), fmt::format("The file has two values for {} and {}: {} and {}.", code, row.cell(at[period_]), before->second, value),
                         "the first one is used; ask the publisher which is right");
      account.skip("the same place again, under another place above it");
      return true;
    }
    account.use(period->period);
    const std::string said = period->note.empty() ? std::string(note) : fmt::format("{}{}{}", period->note, note.empty() ? "" : " ", note);
    table.add({id, period->period, {}, code, row.cell(at[period_]), {}, {}, said}, row, at[value_], value.empty() ? symbol_of(note) : value, problems);
    return true;
  });
  std::vector<PublishedTable> made;
  made.push_back(table.take(std::move(account)));
  return made;
}

enum TidyAt : std::size_t { tidy_code_, tidy_name_, tidy_period_, tidy_value_, tidy_indicator_, tidy_measure_, tidy_unit_ };
const std::vector<PublishedColumn>& tidy_columns() {
  static const std::vector<PublishedColumn> wanted = {{"code", {"area_code"}, true}, {"name", {"area_name"}, false}, {"period", {"period"}, true}, {"value", {"value"}, true},
                                                      {"indicator", {"indicator"}, true}, {"measure", {"measure"}, false}, {"unit", {"unit"}, false}};
  return wanted;
}

std::size_t recognise_tidy(const PublishedRows& rows) {
  const auto header = find_header(rows, tidy_columns(), 20);
  return header ? header->found() : 0;
}

std::vector<PublishedTable> read_tidy(const std::vector<SourceFile>& files, const SourceWishes& wishes, const Areas& areas, Problems& problems) {
  const std::shared_ptr<const PublishedRows> rows = files.front().rows;
  const auto header = find_header(*rows, tidy_columns(), 20);
  if (!header) return {};
  const std::vector<int>& at = header->at;
  SourceAccount account;
  account.header = header->row;
  LongTable table(wishes.id, rows, {{"measure", "Measure", at[tidy_measure_], ""}, {"unit", "Unit", at[tidy_unit_], ""}}, at[tidy_period_], at[tidy_code_]);
  Periods periods;
  std::map<std::string, std::string, std::less<>> slugs;
  rows->each([&](const PublishedRow& row) {
    if (row.number <= header->row) return true;
    const std::string_view name = row.cell(at[tidy_indicator_]), code = row.cell(at[tidy_code_]);
    if (row.filled() < 4) {
      account.skip("no row of the table");
      return true;
    }
    auto id = slugs.find(name);
    if (id == slugs.end()) id = slugs.emplace(std::string(name), slug(name)).first;
    if (!wanted(wishes, id->second, name)) {
      account.skip("an indicator that is not asked for");
      return true;
    }
    if (!areas.find(code)) {
      account.skip("a place that is no country, region or authority of the card");
      return true;
    }
    const auto& period = periods.of(row.cell(at[tidy_period_]));
    if (!period) {
      account.skip("a period that has no name here");
      return true;
    }
    account.use(period->period);
    table.add({id->second, period->period, {}, code, row.cell(at[tidy_period_]), {}, {}, period->note}, row, at[tidy_value_], row.cell(at[tidy_value_]), problems);
    return true;
  });
  std::vector<PublishedTable> made;
  made.push_back(table.take(std::move(account)));
  return made;
}

}  // namespace

std::optional<LaitYears> fingertips_period(std::string_view written) {
  const std::string_view text = trim(written);
  const std::size_t dash = text.find(" - ");
  if (dash == std::string_view::npos) return lait_years(text);
  // The years that a span ends with, in the century in which it began.
  std::string last(trim(text.substr(dash + 3)));
  const std::string_view first = trim(text.substr(0, dash));
  if (first.size() < 4) return std::nullopt;
  const std::string century(first.substr(0, 2));
  if (last.size() == 2 || (last.size() == 5 && last[2] == '/')) last = century + last;
  auto years = lait_years(last);
  const auto began = lait_years(first);
  if (!years || !began || years->period.size() != began->period.size() || years->period <= began->period) return std::nullopt;
  years->note = fmt::format("Of the years {}.", text);
  return years;
}

Series fingertips_series() { return {"fingertips", "Fingertips indicators of public health", "Office for Health Improvement and Disparities", false, recognise, read}; }
Series tidy_series() { return {"tidy", "Values by place and period, rearranged", "As its source says", false, recognise_tidy, read_tidy}; }

}  // namespace reportcard
