// SPDX-License-Identifier: MIT
// Numbers that are not plain: as people and spreadsheets write them.
#include "tables/csv_cells.h"

#include <string>

#include "base/text.h"

namespace reportcard {

std::optional<Decimal> number_said(std::string_view text, Sign& sign) {
  constexpr std::string_view pound = "\xC2\xA3", minus = "\xE2\x88\x92";
  sign = Sign::none;
  if (text.empty()) return {};
  if (text.back() == '%') {
    sign = Sign::percent;
    return Decimal::parse(trim(text.substr(0, text.size() - 1)));
  }
  const std::size_t signed_by = text[0] == '-' || text[0] == '+' ? 1 : text.substr(0, minus.size()) == minus ? minus.size() : 0;
  if (text.substr(signed_by, pound.size()) != pound) return Decimal::parse(text);
  sign = Sign::pound;
  const std::string_view amount = trim(text.substr(signed_by + pound.size()));
  if (signed_by == 0) return Decimal::parse(amount);  // a sign may also follow: £-5
  if (amount.empty() || ((amount[0] < '0' || amount[0] > '9') && amount[0] != '.')) return {};
  return Decimal::parse(std::string(text.substr(0, signed_by)).append(amount));
}

}  // namespace reportcard
