// SPDX-License-Identifier: MIT
// Time: digits, identifiers letter for letter, and which may stand in one file.
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "sources/ees_screening.h"
#include "sources/ees_time.h"

namespace reportcard {

namespace {

// As the publisher writes it: identifiers are compared letter for letter.
std::string identifier_written(const EesIdentifier& identifier) {
  static constexpr std::array<std::string_view, 12> months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  switch (identifier.time) {
    case EesTime::calendar_year: return "Calendar year";
    case EesTime::reporting_year: return "Reporting year";
    case EesTime::academic_year: return "Academic year";
    case EesTime::financial_year: return "Financial year";
    case EesTime::tax_year: return "Tax year";
    case EesTime::financial_quarter: return fmt::format("Financial year Q{}", identifier.number);
    case EesTime::financial_half: return identifier.number == 1 ? "Part 1 (April to September)" : "Part 2 (October to March)";
    case EesTime::term: return identifier.number == 1 ? "Autumn term" : identifier.number == 2 ? "Spring term" : "Summer term";
    case EesTime::autumn_and_spring: return "Autumn and spring term";
    case EesTime::month: return std::string(months[static_cast<std::size_t>(identifier.number - 1)]);
    case EesTime::week: return fmt::format("Week {}", identifier.number);
  }
  return {};
}

bool may_be_mixed(EesTime time) { return time == EesTime::financial_quarter || time == EesTime::financial_half || time == EesTime::term || time == EesTime::month || time == EesTime::week; }

bool is_period(std::string_view text) { return (text.size() == 4 || text.size() == 6) && text.find_first_not_of("0123456789") == text.npos; }

}  // namespace

void screen_time_first(EesScreening& screening) {
  const EesColumnSeen& periods = *screening.seen("time_period");
  for (std::size_t i = 0; i < periods.words.size(); ++i) {
    const std::string& word = periods.words[i];
    if (!is_period(word))
      screening.found("precheck_time_period_num", screening.data().place(periods.first[i], periods.at), word.empty() ? "This row has no period." : fmt::format("The period \"{}\" is not four or six digits.", word),
                      "write a year as 2024, and two years as 202324");
  }
  const EesColumnSeen& identifiers = *screening.seen("time_identifier");
  std::optional<EesIdentifier> base;
  for (std::size_t i = 0; i < identifiers.words.size(); ++i) {
    const std::string& word = identifiers.words[i];
    const Place place = screening.data().place(identifiers.first[i], identifiers.at);
    const auto known = ees_identifier(word);
    if (!known || identifier_written(*known) != word) {
      screening.found("precheck_time_id_valid", place, word.empty() ? "This row has no time identifier." : fmt::format("\"{}\" is no time identifier of the publisher's.", word),
                      known ? fmt::format("write it as \"{}\"", identifier_written(*known)) : "take one of the publisher's list: Calendar year, Academic year, Financial year, Reporting year, a term, a month, ...");
      continue;
    }
    if (!base) base = known;
    else if (base->time != known->time || !may_be_mixed(known->time))
      screening.found("precheck_time_id_mix", place, fmt::format("\"{}\" stands in one file with \"{}\".", word, identifier_written(*base)), "give each kind of period a file of its own, or put the finer one into a filter");
  }
}

void screen_time(EesScreening& screening) {
  const EesColumnSeen& identifiers = *screening.seen("time_identifier");
  const EesColumnSeen& periods = *screening.seen("time_period");
  for (const auto& [pair, spot] : screening.pairs("time_identifier", "time_period")) {
    const std::string& word = periods.words[pair.second];
    const auto known = ees_identifier(identifiers.words[pair.first]);
    if (!known) continue;
    const Place place = screening.data().place(spot.row, periods.at);
    if (known->digits() != word.size())
      screening.found("check_time_period", place, fmt::format("\"{}\" has {} digits, and a period of the kind \"{}\" has {}.", word, word.size(), identifiers.words[pair.first], known->digits()),
                      known->digits() == 6 ? "write both years, such as 202324" : "write one year, such as 2024");
    if (word.size() == 6 && (word[2] - '0') * 10 + word[3] - '0' + 1 != (word[4] == '0' && word[5] == '0' ? 100 : (word[4] - '0') * 10 + word[5] - '0'))
      screening.found("check_time_period_six", place, fmt::format("The years of \"{}\" do not follow each other.", word), "write a year and the next, such as 202324");
  }
}

}  // namespace reportcard
