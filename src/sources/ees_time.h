// SPDX-License-Identifier: MIT
// Time in files of explore education statistics: an identifier and four or six digits. Source: the publisher's guidance for
// its analysts (dfe-analytical-services/analysts-guide, "Open data standards") and the code of its checks (eesyscreener).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reportcard {

enum class EesTime : std::uint8_t {
  calendar_year, reporting_year, academic_year, financial_year, tax_year, financial_quarter, financial_half, term, autumn_and_spring, month, week,
};
struct EesIdentifier {
  EesTime time = EesTime::calendar_year;
  int number = 0;              // of the quarter, half, term, month or week
  std::size_t digits() const;  // that its time_period must have
};
std::optional<EesIdentifier> ees_identifier(std::string_view written);   // letters in any case

struct EesPeriod {
  std::string name;            // "2012/13", "2013", "2012-Q2", "2020-03"; as a Period is named
  std::string day;             // of a reporting year: its last day, "2013-03-31"
  std::string part;            // a term or half, which the name does not say
  std::string called;          // as the publisher says it: "Reporting year 2013", "Autumn term 2012/13"
};
// Nothing where the digits are not what the identifier wants ("201213" of consecutive years; also "2012/13" and "2012-13"
// of files older than the standard), or where it has no name here (weeks).
std::optional<EesPeriod> ees_period(const EesIdentifier& identifier, std::string_view digits, std::string_view reporting_year_ends);

}  // namespace reportcard
