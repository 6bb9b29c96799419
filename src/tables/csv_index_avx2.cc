// SPDX-License-Identifier: MIT
// The scan for machines with AVX2. This file alone is compiled for them, so nothing here is called without asking first.
#include "tables/csv_index.h"

#if defined(__AVX2__) && defined(__BMI__)
#include <immintrin.h>

#include "tables/csv_index_blocks.h"

namespace reportcard {
namespace {

struct Avx2Block {
  static std::uint64_t bits_of(__m256i low, __m256i high) {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
           static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(high))) << 32;
  }
  static __m256i load(const char* from) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)); }
  static std::uint64_t equal(__m256i low, __m256i high, char byte) {
    const __m256i wanted = _mm256_set1_epi8(byte);
    return bits_of(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
  }
  static BlockBits read(const char* from) {
    const __m256i low = load(from), high = load(from + 32);
    // A zero is the only byte that the least of two can bring out; a byte over 0x7F has its top bit.
    const __m256i zeros = _mm256_cmpeq_epi8(_mm256_min_epu8(low, high), _mm256_setzero_si256());
    const __m256i odd = _mm256_or_si256(_mm256_or_si256(low, high), zeros);
    return {equal(low, high, ','), equal(low, high, '\n'), equal(low, high, '"'),
            static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(odd)))};
  }
  static std::uint64_t returns(const char* from) { return equal(load(from), load(from + 32), '\r'); }
  static unsigned count(std::uint64_t bits) { return static_cast<unsigned>(__builtin_popcountll(bits)); }
  // Eight at a time whether there are so many or not: cheaper than a branch that goes one way and the other.
  static std::uint32_t* put(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
    std::uint32_t* const end = out + count(bits);
    do {
      for (int i = 0; i < 8; ++i) {
        out[i] = base + static_cast<std::uint32_t>(_tzcnt_u64(bits));
        bits = _blsr_u64(bits);
      }
      out += 8;
    } while (bits != 0);
    return end;
  }
};

IndexedStretch index_with_avx2(const char* from, std::size_t bytes, std::uint32_t* marks) {
  return index_blocks<Avx2Block>(from, bytes, marks);
}

}  // namespace

Index index_avx2() {
  static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  return has ? index_with_avx2 : nullptr;
}

}  // namespace reportcard
#else
namespace reportcard {
Index index_avx2() { return nullptr; }
}  // namespace reportcard
#endif
