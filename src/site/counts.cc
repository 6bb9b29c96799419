// SPDX-License-Identifier: MIT
#include "site/counts.h"

#include "base/decimal.h"

namespace reportcard {

std::string number_word(std::size_t count) {
  static constexpr std::string_view words[] = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
  return count < std::size(words) ? std::string(words[count]) : Decimal{static_cast<std::int64_t>(count), 0}.said();
}

std::string how_many(std::size_t count, std::string_view one, std::string_view many) {
  return number_word(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace reportcard
