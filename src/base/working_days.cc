// SPDX-License-Identifier: MIT
// Working days as a table of running counts, so that a difference of two dates costs two look-ups.
#include "base/working_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace reportcard {
namespace {

// 1 January 1970 was a Thursday.
bool is_weekday(Date day) {
  const std::int32_t from_monday = ((day.days + 3) % 7 + 7) % 7;
  return from_monday < 5;
}

}  // namespace

WorkingDays::WorkingDays(std::vector<Date> holidays, Date first, Date last) : first_(first), last_(last) {
  const std::int32_t length = last.days < first.days ? 0 : last.days - first.days + 1;
  working_.assign(static_cast<std::size_t>(length), false);
  for (std::int32_t i = 0; i < length; ++i) working_[static_cast<std::size_t>(i)] = is_weekday(first.plus_days(i));
  for (const Date day : holidays) {
    if (covers(day)) working_[static_cast<std::size_t>(day.days - first.days)] = false;
  }
  prefix_.reserve(working_.size());
  std::int32_t count = 0;
  for (const bool working : working_) prefix_.push_back(count += working ? 1 : 0);
}

std::optional<WorkingDays> WorkingDays::read(const Source& csv, Problems& problems) {
  std::vector<Date> holidays;
  bool good = true;
  std::size_t start = csv.text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  bool header = true;
  while (start < csv.text.size()) {
    const std::size_t end = std::min(csv.text.find('\n', start), csv.text.size());
    const std::string_view line = trim(csv.text.substr(start, end - start));
    const std::size_t offset = start;
    start = end + 1;
    if (line.empty()) continue;
    if (std::exchange(header, false)) {
      if (line == "date,title") continue;
      problems.error("holidays-header", csv.at(offset, line.size()), "A list of bank holidays begins with the line \"date,title\".",
                     "write date,title as the first line");
      return {};
    }
    const std::string_view written = line.substr(0, line.find(','));
    const auto day = Date::parse(written);
    if (!day) {
      problems.error("holidays-date", csv.at(offset, std::max<std::size_t>(1, written.size())),
                     fmt::format("\"{}\" is not a date.", written), "write it as year-month-day: 2012-06-05");
      good = false;
    } else if (std::find(holidays.begin(), holidays.end(), *day) != holidays.end()) {
      problems.error("holidays-twice", csv.at(offset, written.size()),
                     fmt::format("The bank holiday {} stands twice.", day->said()), "remove one of the two lines");
      good = false;
    } else {
      holidays.push_back(*day);
    }
  }
  if (holidays.empty()) {
    if (good) {
      problems.error("holidays-none", csv.line(0), "The list of bank holidays is empty.",
                     "write date,title and a line for each bank holiday");
    }
    return {};
  }
  const auto [earliest, latest] = std::minmax_element(holidays.begin(), holidays.end());
  const int first_year = earliest->year(), last_year = latest->year();
  for (int year = first_year; year <= last_year; ++year) {
    // Every year has Christmas: a year without a line was forgotten, and its days would all be counted as working.
    const bool any = std::any_of(holidays.begin(), holidays.end(), [&](Date day) { return day.year() == year; });
    if (any) continue;
    problems.error("holidays-year", csv.line(0), fmt::format("The list of bank holidays has none in {}.", year),
                   "add that year's bank holidays, or shorten the list so that it has no gap");
    good = false;
  }
  if (!good) return {};
  return WorkingDays(std::move(holidays), Date::of(first_year, 1, 1), Date::of(last_year, 12, 31));
}

Date WorkingDays::first() const { return first_; }
Date WorkingDays::last() const { return last_; }
bool WorkingDays::covers(Date day) const { return day >= first_ && day <= last_; }

bool WorkingDays::is_working(Date day) const {
  return covers(day) && working_[static_cast<std::size_t>(day.days - first_.days)];
}

std::optional<std::int32_t> WorkingDays::between(Date start, Date end) const {
  if (!covers(start) || !covers(end) || end < start) return {};
  return prefix_[static_cast<std::size_t>(end.days - first_.days)] -
         prefix_[static_cast<std::size_t>(start.days - first_.days)];
}

std::optional<Date> WorkingDays::after(Date start, std::int32_t n) const {
  if (!covers(start) || n < 0) return {};
  if (n == 0) return start;
  const auto from = prefix_.begin() + (start.days - first_.days);
  if (n > prefix_.back() - *from) return {};
  // The first day on which the running count has grown by n is itself a working day.
  const auto found = std::lower_bound(from, prefix_.end(), *from + n);
  return first_.plus_days(static_cast<std::int32_t>(found - prefix_.begin()));
}

}  // namespace reportcard
