// SPDX-License-Identifier: MIT
// Running sums, middles and different values.
#include "engine/tallies.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace reportcard {

void Tally::add_line(std::size_t to, std::size_t from) {
  for (std::size_t p = 0; p < stride_; ++p) {
    std::int64_t& sum = sums_[to * stride_ + p];
    overflow_ |= __builtin_add_overflow(sum, sums_[from * stride_ + p], &sum);
  }
}

void Tally::run() {
  for (std::size_t line = 0; line * stride_ < sums_.size(); ++line) {
    std::int64_t* at = &sums_[line * stride_];
    for (std::size_t p = 1; p < stride_; ++p) overflow_ |= __builtin_add_overflow(at[p], at[p - 1], &at[p]);
  }
}

void Middles::add(std::size_t line, std::uint32_t low, std::uint32_t high, std::int64_t value) {
  if (!is_large_ && (value > std::numeric_limits<std::int32_t>::max() || value < std::numeric_limits<std::int32_t>::min())) {
    large_.assign(small_.begin(), small_.end());
    small_.clear();
    small_.shrink_to_fit();
    is_large_ = true;
  }
  for (std::uint32_t p = low; p < high; ++p) {
    cells_.push_back(static_cast<std::uint32_t>(line * periods_ + p));
    if (is_large_) large_.push_back(value);
    else small_.push_back(static_cast<std::int32_t>(value));
  }
}

template <class V> void Middles::part(std::vector<V>& values) {
  begins_.assign(cells_of_lines_ + 1, 0);
  for (const std::uint32_t cell : cells_) ++begins_[cell + 1];
  for (std::size_t cell = 0; cell < cells_of_lines_; ++cell) begins_[cell + 1] += begins_[cell];
  std::vector<V> parted(values.size());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (std::size_t i = 0; i < values.size(); ++i) parted[next[cells_[i]]++] = values[i];
  values = std::move(parted);
  cells_ = {};
}

void Middles::part() { is_large_ ? part(large_) : part(small_); }

template <class V> std::optional<Middles::Two> Middles::middle(V* from, V* to) {
  const std::ptrdiff_t n = to - from;
  if (n == 0) return {};
  V* upper = from + n / 2;
  std::nth_element(from, upper, to);
  const V lower = n % 2 == 1 ? *upper : *std::max_element(from, upper);
  return Two{lower, *upper};
}

template <class V> std::optional<Middles::Two> Middles::together(const std::vector<V>& values, const std::vector<std::size_t>& lines, std::size_t period) {
  std::vector<V> all;
  for (const std::size_t line : lines) {
    const std::size_t cell = line * periods_ + period;
    all.insert(all.end(), values.begin() + static_cast<std::ptrdiff_t>(begins_[cell]), values.begin() + static_cast<std::ptrdiff_t>(begins_[cell + 1]));
  }
  return middle(all.data(), all.data() + all.size());
}

std::optional<Middles::Two> Middles::of(std::size_t line, std::size_t period) {
  const std::size_t cell = line * periods_ + period;
  if (is_large_) return middle(large_.data() + begins_[cell], large_.data() + begins_[cell + 1]);
  return middle(small_.data() + begins_[cell], small_.data() + begins_[cell + 1]);
}

std::optional<Middles::Two> Middles::of(const std::vector<std::size_t>& lines, std::size_t period) {
  return is_large_ ? together(large_, lines, period) : together(small_, lines, period);
}

void OnceEach::copy_lines(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& from_to) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted = from_to;
  std::sort(sorted.begin(), sorted.end());
  const std::size_t count = stretches_.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Stretch one = stretches_[i];
    auto at = std::lower_bound(sorted.begin(), sorted.end(), std::pair<std::uint32_t, std::uint32_t>(one.line, 0));
    for (; at != sorted.end() && at->first == one.line; ++at) stretches_.push_back({at->second, one.value, one.low, one.high});
  }
}

Tally OnceEach::counted(std::size_t lines, std::size_t periods) {
  std::sort(stretches_.begin(), stretches_.end(), [](const Stretch& a, const Stretch& b) {
    return std::tie(a.line, a.value, a.low) < std::tie(b.line, b.value, b.low);
  });
  Tally tally(lines, periods);
  for (std::size_t i = 0; i < stretches_.size();) {
    const Stretch& first = stretches_[i];
    std::uint32_t low = first.low, high = first.high;
    for (++i; i < stretches_.size() && stretches_[i].line == first.line && stretches_[i].value == first.value; ++i) {
      if (stretches_[i].low > high) {
        tally.add(first.line, low, high, 1);
        low = stretches_[i].low;
        high = stretches_[i].high;
      } else {
        high = std::max(high, stretches_[i].high);
      }
    }
    tally.add(first.line, low, high, 1);
  }
  tally.run();
  return tally;
}

}  // namespace reportcard
