// SPDX-License-Identifier: MIT
// Fuzzes what reads single cells: numbers, dates, periods, names. What is read must come back as it was printed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/date.h"
#include "base/decimal.h"
#include "base/json.h"
#include "base/period.h"
#include "base/problem.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/working_days.h"

using namespace reportcard;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);

  if (const auto number = Decimal::parse(text)) {
    must(Decimal::parse(number->plain()) == *number);
    must(Decimal::parse(number->said()) == *number);
    must(is_json_number(number->plain()));
    const Ratio value = Ratio::of(*number);
    must(round_to(value, number->places) == *number);
    if (const auto twice = add(value, value)) must(divide(*twice, Ratio::whole(2)) == value);
    if (const auto square = multiply(value, value)) must(square->sign() >= 0);
    for (int places = -20; places < 20; ++places) (void)round_to(value, places);
  }

  if (const auto day = Date::parse(text)) must(day->iso() == text);

  for (int kind = 0; kind <= static_cast<int>(PeriodKind::day); ++kind) {
    const auto period = Period::parse(static_cast<PeriodKind>(kind), text);
    if (!period) continue;
    must(period->name() == text);
    must(period->first() <= period->last());
    must(Period::holding(period->kind, period->last()) == *period);
    (void)period->said();
    (void)period->year_before().name();
  }

  const auto words = split(text, '\n');
  if (words.size() > 1 && size < 2000) {
    std::vector<std::string> known(words.begin() + 1, words.end());
    if (const auto meant = did_you_mean(words[0], known)) must(!meant->empty());
  }
  const std::string folded = fold(text);
  must(fold(folded) == folded);
  must(!slug(text).empty());
  must(is_utf8(printable(text)));
  must(is_utf8(json_text(text)));

  Problems problems;
  const Source source{"any.csv", text};
  (void)WorkingDays::read(source, problems);
  for (std::size_t at = 0; at <= size && at < 400; at += 7) problems.error("at", source.at(at, 5), "m", "r");
  must(is_utf8(print_problems(problems.sorted(), false)));
  must(is_utf8(print_problems_json(problems.sorted())));
  return 0;
}
