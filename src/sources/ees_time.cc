// SPDX-License-Identifier: MIT
#include "sources/ees_time.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"

namespace reportcard {

namespace {

constexpr std::array<std::string_view, 12> months = {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};

bool is_digits(std::string_view text) {
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return !text.empty();
}
int number_in(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}
// The number behind a word: "week 12".
int number_behind(std::string_view text, std::string_view word) {
  if (text.substr(0, word.size()) != word || !is_digits(text.substr(word.size())) || text.size() > word.size() + 2) return 0;
  return number_in(text.substr(word.size()));
}

// The first year of "201213", "2012/13", "2012-13", "2012/2013"; 0 where the second does not follow.
int first_of_two_years(std::string_view written) {
  std::string digits;
  for (const char c : written) {
    if (c == '/' || c == '-') continue;
    digits += c;
  }
  if (!is_digits(digits) || (digits.size() != 6 && digits.size() != 8)) return 0;
  const int first = number_in(std::string_view(digits).substr(0, 4)), second = number_in(std::string_view(digits).substr(digits.size() - 2));
  return (first + 1) % 100 == second ? first : 0;
}

}  // namespace

std::size_t EesIdentifier::digits() const {
  return time == EesTime::calendar_year || time == EesTime::reporting_year || time == EesTime::month || time == EesTime::week ? 4 : 6;
}

std::optional<EesIdentifier> ees_identifier(std::string_view written) {
  const std::string text = fold(trim(written));
  if (text == "calendar year") return EesIdentifier{EesTime::calendar_year, 0};
  if (text == "reporting year") return EesIdentifier{EesTime::reporting_year, 0};
  if (text == "academic year") return EesIdentifier{EesTime::academic_year, 0};
  if (text == "financial year") return EesIdentifier{EesTime::financial_year, 0};
  if (text == "tax year") return EesIdentifier{EesTime::tax_year, 0};
  if (text == "autumn and spring term") return EesIdentifier{EesTime::autumn_and_spring, 0};
  if (text == "autumn term") return EesIdentifier{EesTime::term, 1};
  if (text == "spring term") return EesIdentifier{EesTime::term, 2};
  if (text == "summer term") return EesIdentifier{EesTime::term, 3};
  if (const int quarter = number_behind(text, "financial year q"); quarter >= 1 && quarter <= 4) return EesIdentifier{EesTime::financial_quarter, quarter};
  if (text == "part 1 (april to september)") return EesIdentifier{EesTime::financial_half, 1};
  if (text == "part 2 (october to march)") return EesIdentifier{EesTime::financial_half, 2};
  if (const int week = number_behind(text, "week "); week >= 1 && week <= 52) return EesIdentifier{EesTime::week, week};
  for (std::size_t m = 0; m < months.size(); ++m)
    if (text == months[m]) return EesIdentifier{EesTime::month, static_cast<int>(m) + 1};
  return std::nullopt;
}

std::optional<EesPeriod> ees_period(const EesIdentifier& identifier, std::string_view digits, std::string_view reporting_year_ends) {
  const std::string_view written = trim(digits);
  EesPeriod period;
  if (identifier.digits() == 4) {
    if (written.size() != 4 || !is_digits(written)) return std::nullopt;
    const int year = number_in(written);
    switch (identifier.time) {
      case EesTime::calendar_year:
        period.name = period.called = std::string(written);
        return period;
      case EesTime::reporting_year:
        // The year up to 31 March is a financial year, up to 31 August a school year; else it is the calendar's.
        period.name = reporting_year_ends == "03-31" || reporting_year_ends == "08-31" ? fmt::format("{}/{:02}", year - 1, year % 100) : std::string(written);
        period.day = fmt::format("{}-{}", written, reporting_year_ends);
        period.called = fmt::format("Reporting year {}", written);
        return period;
      case EesTime::month:
        period.name = period.called = fmt::format("{}-{:02}", written, identifier.number);
        return period;
      default: return std::nullopt;
    }
  }
  const int first = first_of_two_years(written);
  if (first == 0) return std::nullopt;
  const std::string year = fmt::format("{}/{:02}", first, (first + 1) % 100);
  period.name = period.called = year;
  switch (identifier.time) {
    case EesTime::financial_quarter:
      period.name = identifier.number == 4 ? fmt::format("{}-Q1", first + 1) : fmt::format("{}-Q{}", first, identifier.number + 1);
      period.called = fmt::format("quarter {} of {}", identifier.number, year);
      break;
    case EesTime::financial_half:
      period.part = identifier.number == 1 ? "April to September" : "October to March";
      period.called = fmt::format("{} of {}", period.part, year);
      break;
    case EesTime::term:
      period.part = identifier.number == 1 ? "Autumn term" : identifier.number == 2 ? "Spring term" : "Summer term";
      period.called = fmt::format("{} {}", period.part, year);
      break;
    case EesTime::autumn_and_spring:
      period.part = "Autumn and spring term";
      period.called = fmt::format("Autumn and spring term {}", year);
      break;
    default: break;
  }
  return period;
}

}  // namespace reportcard
