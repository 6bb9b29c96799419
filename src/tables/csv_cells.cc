// SPDX-License-Identifier: MIT
// Numbers that are not plain: as people and spreadsheets write them.
#include "tables/csv_cells.h"

#include <string>

#include "base/text.h"

namespace reportcard {

bool cells::long_number(const char* from, std::size_t size, std::int64_t& units, std::uint8_t& places) {
  if (size > 17) return false;  // it may not fit
  const std::size_t first = *from == '-' ? 1 : 0;
  std::int64_t value = 0;
  std::size_t point = size;
  for (std::size_t at = first; at < size; ++at) {
    const unsigned digit = static_cast<unsigned char>(from[at]) - unsigned{'0'};
    if (digit < 10) value = value * 10 + digit;
    else if (from[at] == '.' && point == size && at > first && at + 1 < size) point = at;
    else return false;
  }
  places = static_cast<std::uint8_t>(point == size ? 0 : size - point - 1);
  units = first == 1 ? -value : value;
  return true;
}

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
