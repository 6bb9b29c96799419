// SPDX-License-Identifier: MIT
// Sums by line (area × choice) and period, held as differences: a row that counts in many periods costs two additions,
// and one running sum at the end makes all of them. Also what cannot be summed: middles, and values counted once each.
#pragma once
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace reportcard {

class Tally {
 public:
  Tally() = default;
  Tally(std::size_t lines, std::size_t periods) : stride_(periods + 1), sums_(lines * (periods + 1), 0) {}
  void add(std::size_t line, std::uint32_t low, std::uint32_t high, std::int64_t amount) {
    std::int64_t* at = &sums_[line * stride_];
    overflow_ |= __builtin_add_overflow(at[low], amount, &at[low]);
    overflow_ |= __builtin_sub_overflow(at[high], amount, &at[high]);
  }
  void add_line(std::size_t to, std::size_t from);  // before `run`
  void run();                                       // from differences to sums
  std::int64_t at(std::size_t line, std::size_t period) const { return sums_[line * stride_ + period]; }
  bool any() const { return !sums_.empty(); }
  bool overflow() const { return overflow_; }

 private:
  std::size_t stride_ = 1;
  std::vector<std::int64_t> sums_;
  bool overflow_ = false;
};

// The two middle values of each cell, exactly. Values are gathered, parted by cell once, and only then ordered.
class Middles {
 public:
  using Two = std::pair<std::int64_t, std::int64_t>;
  Middles() = default;
  Middles(std::size_t lines, std::size_t periods) : periods_(periods), cells_of_lines_(lines * periods) {}
  void add(std::size_t line, std::uint32_t low, std::uint32_t high, std::int64_t value);
  void part();                                       // all are in
  std::optional<Two> of(std::size_t line, std::size_t period);
  std::optional<Two> of(const std::vector<std::size_t>& lines, std::size_t period);  // of several lines together

 private:
  template <class V> static std::optional<Two> middle(V* from, V* to);
  template <class V> void part(std::vector<V>& values);
  template <class V> std::optional<Two> together(const std::vector<V>& values, const std::vector<std::size_t>& lines, std::size_t period);
  std::size_t periods_ = 0, cells_of_lines_ = 0;
  std::vector<std::uint32_t> cells_;
  std::vector<std::int32_t> small_;                  // while all of them fit
  std::vector<std::int64_t> large_;
  bool is_large_ = false;
  std::vector<std::size_t> begins_;                  // of each cell, once parted
};

// How many different values each cell has. A value that stands in several rows, or over several periods, counts once in each.
class OnceEach {
 public:
  void add(std::uint32_t line, std::uint32_t value, std::uint32_t low, std::uint32_t high) { stretches_.push_back({line, value, low, high}); }
  void copy_lines(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& from_to);  // members into larger areas
  Tally counted(std::size_t lines, std::size_t periods);

 private:
  struct Stretch { std::uint32_t line, value, low, high; };
  std::vector<Stretch> stretches_;
};

}  // namespace reportcard
