// SPDX-License-Identifier: MIT
// What a cell of a published table says: a number as publishers write it, a day, or a symbol that stands for a value.
// A symbol is never made into 0 or into nothing: which one it was is kept.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"

namespace reportcard {

// "1,234", "£871.39", "12.3%", "1.55e-05", "(3)" for minus three, blanks around. Nothing where it is no number.
// Kept as printed up to 18 digits; what a double adds beyond them is rounded off.
std::optional<Decimal> published_number(std::string_view cell);

// What stands in a cell of values in place of a number. `plain` is the present symbol for it ("z x c low u"), after the
// Government Statistical Service's guidance on symbols (2017, revised 2023); older forms are known too.
struct PublishedSymbol { std::string_view plain, reason; bool obsolete = false; };
std::optional<PublishedSymbol> published_symbol(std::string_view cell);

// The forms of days in published files. A file has one; which, its days tell together (31/01 can only be read one way).
enum class DayForm : std::uint8_t { iso, day_month_year, month_day_year, day_month_short_year, serial_1900 };
std::optional<Date> published_day(std::string_view cell, DayForm form);
// Iso stays iso in every file ("2021-08-31", "2021-08-31 00:00:00"); of the rest, British order unless a day rules it out.
class DayForms {
 public:
  void see(std::string_view cell);
  std::optional<DayForm> form() const;      // nothing where the days contradict each other
  bool any() const { return seen_ != 0; }

 private:
  std::size_t seen_ = 0, iso_ = 0, serial_ = 0, slashed_ = 0, short_year_ = 0, first_above_12_ = 0, second_above_12_ = 0, neither_ = 0;
};

}  // namespace reportcard
