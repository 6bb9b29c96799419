// SPDX-License-Identifier: MIT
// "Oct-2012" is October 2012. A spreadsheet makes 1 December 2011 of "2011/12": where the year that holds that day is the
// year that was typed there is one reading, and else there are two.
#include "card/period_forms.h"

#include <fmt/format.h>

#include <vector>

#include "base/text.h"
#include "card/known_words.h"
#include "tables/typed_slips.h"

namespace reportcard {
namespace {

bool in_months(PeriodKind kind) {
  return kind == PeriodKind::month || kind == PeriodKind::month_end || kind == PeriodKind::year_to_date || kind == PeriodKind::rolling_12_months;
}
bool in_quarters(PeriodKind kind) { return kind == PeriodKind::quarter || kind == PeriodKind::quarter_end; }
bool in_split_years(PeriodKind kind) { return kind == PeriodKind::financial_year || kind == PeriodKind::academic_year; }

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == text.npos; }

// Parted at blanks, hyphens, slashes, points and commas.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char letter : text) {
    if (std::string_view(" -/.,").find(letter) == std::string_view::npos) words.back() += letter;
    else if (!words.back().empty()) words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// "2011/2012" as 2011/12.
std::optional<Period> year_in_full(PeriodKind kind, std::string_view text) {
  if (text.size() != 9 || text[4] != '/') return {};
  const std::optional<Period> year = Period::parse(kind, std::string(text.substr(0, 5)) + std::string(text.substr(7)));
  return year && text.substr(5, 2) == fmt::format("{:02}", (year->index + 1) / 100) ? year : std::nullopt;
}

// "Q3 2012" of the calendar; "Q3 2012/13" is the third quarter of a financial year, October to December 2012.
std::optional<Period> quarter_said(PeriodKind kind, std::string_view text) {
  std::string_view rest = trim(text);
  if (rest.size() < 7 || (rest[0] != 'Q' && rest[0] != 'q') || rest[1] < '1' || rest[1] > '4') return {};
  const int quarter = rest[1] - '0';
  rest = trim(rest.substr(2));
  if (rest.size() == 4 && all_digits(rest)) return Period::parse(kind, fmt::format("{}-Q{}", rest, quarter));
  const std::optional<Period> year = Period::parse(PeriodKind::financial_year, rest);
  return year ? std::optional(Period{kind, year->index * 4 + quarter}) : std::nullopt;
}

std::optional<Date> first_of(std::string_view year, unsigned month) { return Date::parse(fmt::format("{}-{:02}-01", year, month)); }

// "October 2012", "Oct-2012", "2012 Oct".
std::optional<Date> month_said(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  if (words.size() != 2) return {};
  for (const auto& [name, year] : {std::pair(words[0], words[1]), std::pair(words[1], words[0])}) {
    const std::optional<unsigned> month = month_named(name);
    if (month && year.size() == 4 && all_digits(year)) return first_of(year, *month);
  }
  return {};
}

// "Dec-11": how a spreadsheet shows a month when it has made a day of what was typed.
std::optional<Date> month_shown(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  if (words.size() != 2) return {};
  for (const auto& [name, year] : {std::pair(words[0], words[1]), std::pair(words[1], words[0])}) {
    const std::optional<unsigned> month = month_named(name);
    if (month && year.size() == 2 && all_digits(year)) return first_of("20" + year, *month);
  }
  return {};
}

std::string example_of(PeriodKind kind) {
  if (kind == PeriodKind::not_given) return "2011/12, 2012, 2012-Q3, 2012-10 or 2012-10-31";
  return Period::holding(kind, Date::of(2011, 10, 31)).name();
}

}  // namespace

DayAsPeriod day_as_period(PeriodKind kind, Date day) {
  DayAsPeriod read;
  const Period holding = Period::holding(kind, day);
  if (kind == PeriodKind::day || (kind != PeriodKind::not_given && !in_split_years(kind) && kind != PeriodKind::calendar_year && holding.last() == day)) {
    read.is = holding;
    read.exact = true;
    read.typed = holding.name();
  } else if (in_months(kind) && day.day() == 1) {
    read.is = holding;
    read.typed = holding.name();
  } else if (in_split_years(kind) && day.day() == 1 && static_cast<int>(day.month()) == (day.year() + 1) % 100) {
    const Period typed{kind, day.year()};
    read.typed = typed.name();
    if (typed == holding) read.is = typed;
  }
  return read;
}

std::optional<Period> heading_as_period(PeriodKind kind, std::string_view heading) {
  if (std::optional<Period> period = Period::parse(kind, heading)) return period;
  if (in_split_years(kind)) return year_in_full(kind, heading);
  if (in_quarters(kind)) {
    if (std::optional<Period> quarter = quarter_said(kind, heading)) return quarter;
  }
  if (in_months(kind)) {
    if (const std::optional<Date> month = month_said(heading)) return Period::holding(kind, *month);
  }
  const std::optional<Date> day = Date::parse(heading);
  return day ? day_as_period(kind, *day).is : std::nullopt;
}

bool looks_like_period(std::string_view text) {
  std::size_t digits = 0;
  bool quarter = false;
  for (const std::string& word : words_of(text)) {
    if (all_digits(word)) {
      if (word.size() > 4 || word.size() == 3) return false;
      digits += word.size();
    } else if (word.size() == 2 && (word[0] == 'Q' || word[0] == 'q') && word[1] >= '1' && word[1] <= '4') {
      quarter = true;
    } else if (!month_named(word)) {
      return false;
    }
  }
  return digits >= 2 || quarter;
}

std::string period_remedy(PeriodKind kind, std::string_view text) {
  if (is_failed_formula(text)) return "a formula of the workbook failed here: mend it, or take the row out";
  std::optional<Date> day = Date::parse(text);
  if (!day) day = month_shown(text);
  if (!day) day = day_month_year(text);
  if (day) {
    const DayAsPeriod read = day_as_period(kind, *day);
    if (!read.typed.empty())
      return fmt::format("a spreadsheet may have made this of {0}: format the cell as text, then write {0} again", read.typed);
  }
  // "2023-24" is how a year is often written.
  for (const PeriodKind year : {PeriodKind::financial_year}) {
    if ((text.size() == 7 || text.size() == 9) && (text[4] == '-' || text[4] == '/')) {
      const std::string name = fmt::format("{}/{}", text.substr(0, 4), text.substr(text.size() - 2));
      if (Period::parse(year, name)) return fmt::format("did you mean {}?", name);
    }
  }
  if (const auto odd = odd_sign(text)) {
    const std::string plain = in_plain_signs(text);
    return fmt::format("it has {} ({}): write {}", odd->name, odd->letter, in_quotes(plain));
  }
  for (const PeriodKind other : {kind, PeriodKind::month, PeriodKind::quarter}) {
    if (const std::optional<Period> meant = heading_as_period(other, text); meant && meant->name() != text) return fmt::format("did you mean {}?", meant->name());
  }
  return fmt::format("write for example {}", example_of(kind));
}

}  // namespace reportcard
