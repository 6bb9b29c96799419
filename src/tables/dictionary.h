// SPDX-License-Identifier: MIT
// The words of a text column and their codes. Rows mostly come in repeating order, so the word that followed this one last
// time is tried first, which costs nearly nothing where it is right. Where it is often wrong (rows in no order) a guess
// costs more than the table of hashes, and that is asked at once.
// Keys are cells as typed (quotes, blanks and all), so that a cell seen before is never trimmed or unquoted again.
#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reportcard {

// The first 16 bytes of a cell, zeros behind; most words end there, and comparing them is two words of the machine.
struct WordHead {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  friend bool operator==(const WordHead& a, const WordHead& b) { return ((a.low ^ b.low) | (a.high ^ b.high)) == 0; }
};

static_assert(std::endian::native == std::endian::little, "the masks of Dictionary are for little-endian machines");

class Dictionary {
 public:
  static constexpr std::size_t readable_after = 16;  // bytes that must be readable from the start of every cell

  Dictionary();
  // Codes of `rows` cells, written as the narrow type of `out`: too narrow if there are more words by the end, and then to be
  // asked again. cell(row) gives a string_view into bytes that live as long as the dictionary is filled. A cell longer than
  // `longest` bytes is held as blank, and too_long(row) is told.
  template <class Cells, class TooLong, class Code>
  void codes_of(std::size_t rows, const Cells& cell, std::size_t longest, const TooLong& too_long, Code* out) {
    const bool guessing = stretches_without_guess_ == 0;
    const std::size_t wrong = guessing ? codes_by_guess(rows, cell, longest, too_long, out) : codes_by_hash(rows, cell, longest, too_long, out);
    if (!guessing) --stretches_without_guess_;
    else if (wrong > rows / 8) stretches_without_guess_ = 32;
  }
  std::uint32_t code_of_word(std::string_view word);  // trimmed text, not a cell
  const std::vector<std::string>& words() const { return words_; }
  std::vector<std::string> take_words() { return std::move(words_); }

 private:
  struct Entry {
    WordHead head;
    const char* bytes = nullptr;
    std::uint32_t size = 0;
    std::uint32_t code = 0;
  };
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // 0: free; entry 0 is the empty cell, which needs no slot
  };

  static constexpr std::array<std::uint64_t, 34> first_bytes = [] {  // masks: of the low word by size, then of the high
    std::array<std::uint64_t, 34> masks{};
    for (std::size_t size = 0; size <= 16; ++size) {
      masks[size] = size >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * size)) - 1;
      masks[17 + size] = size <= 8 ? 0 : size == 16 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * (size - 8))) - 1;
    }
    return masks;
  }();

  template <class Cells, class TooLong, class Code>
  std::size_t codes_by_guess(std::size_t rows, const Cells& cell, std::size_t longest, const TooLong& too_long, Code* out) {
    std::size_t wrong = 0;
    std::uint32_t entry = last_;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string_view raw = cell(row);
      const WordHead head = head_of(raw);
      const std::uint32_t guess = followers_[entry];
      if (is(entries_[guess], raw, head)) {
        entry = guess;
      } else {
        ++wrong;
        entry = followers_[entry] = found_slowly(raw, head, hash_of(raw, head), longest, too_long, row);
      }
      out[row] = static_cast<Code>(entries_[entry].code);
    }
    last_ = entry;
    return wrong;
  }
  // No cell waits for the one before it, so the machine looks for many at a time. What follows what is still noted.
  template <class Cells, class TooLong, class Code>
  std::size_t codes_by_hash(std::size_t rows, const Cells& cell, std::size_t longest, const TooLong& too_long, Code* out) {
    std::uint32_t before = last_;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::string_view raw = cell(row);
      const WordHead head = head_of(raw);
      const std::uint32_t hash = hash_of(raw, head);
      std::uint32_t entry = slots_[hash & (slots_.size() - 1)].entry;
      if (!is(entries_[entry], raw, head)) entry = found_slowly(raw, head, hash, longest, too_long, row);
      followers_[before] = entry;
      before = entry;
      out[row] = static_cast<Code>(entries_[entry].code);
    }
    last_ = before;
    return 0;
  }
  template <class TooLong>
  std::uint32_t found_slowly(std::string_view raw, WordHead head, std::uint32_t hash, std::size_t longest, const TooLong& too_long,
                             std::size_t row) {
    if (raw.size() <= longest) return find_or_add(raw, head, hash);
    too_long(row);
    return 0;
  }

  static WordHead head_of(std::string_view raw);
  static bool is(const Entry& entry, std::string_view raw, WordHead head) {
    return entry.size == raw.size() && entry.head == head &&
           (raw.size() <= 16 || std::memcmp(entry.bytes + 16, raw.data() + 16, raw.size() - 16) == 0);
  }
  std::uint32_t hash_of(std::string_view raw, WordHead head) const;
  std::uint64_t hash_of_rest(std::string_view raw, std::uint64_t hash) const;  // of what goes on behind the head
  std::uint32_t find_or_add(std::string_view raw, WordHead head, std::uint32_t hash);
  std::uint32_t add_entry(std::string_view raw, WordHead head, std::uint32_t hash, std::uint32_t code);
  std::uint32_t add_word(std::string_view word);
  void grow();

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> followers_;  // of each entry: the one that came after it last time
  std::vector<Slot> slots_;
  std::vector<std::string> words_;
  std::deque<std::string> made_;  // keys that are not in the file as they are, with room behind
  std::map<std::string, std::uint32_t, std::less<>> quoted_words_;  // words that begin with a quote: no cell looks like them
  std::uint64_t seed_;
  std::uint32_t last_ = 0;
  int stretches_without_guess_ = 0;
};

// The two halves of a product, folded: every bit of either factor reaches every bit of the result.
inline std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using uint128 = unsigned __int128;
  const uint128 product = uint128{a} * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

inline std::uint32_t Dictionary::hash_of(std::string_view raw, WordHead head) const {
  std::uint64_t hash = folded_product(head.low ^ seed_, head.high ^ raw.size() ^ 0xD6E8FEB86659FD93u);
  if (raw.size() > 16) hash = hash_of_rest(raw, hash);
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

inline WordHead Dictionary::head_of(std::string_view raw) {
  const std::size_t size = raw.size() < 16 ? raw.size() : 16;
  WordHead head;
  std::memcpy(&head.low, raw.data(), 8);
  std::memcpy(&head.high, raw.data() + 8, 8);
  head.low &= first_bytes[size];
  head.high &= first_bytes[17 + size];
  return head;
}

}  // namespace reportcard
