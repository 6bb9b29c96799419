// SPDX-License-Identifier: MIT
// The scan with what every machine has (on x86-64: SSE2), and the choice of a faster one where there is one.
#include "tables/csv_index.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "tables/csv_index_blocks.h"

namespace reportcard {
namespace {

inline std::uint32_t* put_each(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
  for (; bits != 0; bits &= bits - 1) *out++ = base + static_cast<std::uint32_t>(__builtin_ctzll(bits));
  return out;
}

#if defined(__SSE2__)
struct PlainBlock {
  static std::uint64_t equal(const char* from, char byte) {
    const __m128i wanted = _mm_set1_epi8(byte);
    std::uint64_t bits = 0;
    for (int part = 0; part < 4; ++part) {
      const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + 16 * part));
      bits |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(text, wanted)))) << (16 * part);
    }
    return bits;
  }
  static BlockBits read(const char* from) {
    __m128i odd = _mm_setzero_si128();
    for (int part = 0; part < 4; ++part) {
      const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + 16 * part));
      odd = _mm_or_si128(odd, _mm_or_si128(text, _mm_cmpeq_epi8(text, _mm_setzero_si128())));
    }
    return {equal(from, ','), equal(from, '\n'), equal(from, '"'), static_cast<std::uint64_t>(_mm_movemask_epi8(odd))};
  }
#else
struct PlainBlock {
  static std::uint64_t equal(const char* from, char byte) {
    std::uint64_t bits = 0;
    for (int at = 0; at < 64; ++at) bits |= std::uint64_t{from[at] == byte} << at;
    return bits;
  }
  static BlockBits read(const char* from) {
    std::uint64_t odd = 0;
    for (int at = 0; at < 64; ++at) odd |= std::uint64_t{static_cast<signed char>(from[at]) <= 0};
    return {equal(from, ','), equal(from, '\n'), equal(from, '"'), odd};
  }
#endif
  static std::uint64_t returns(const char* from) { return equal(from, '\r'); }
  static unsigned count(std::uint64_t bits) { return static_cast<unsigned>(__builtin_popcountll(bits)); }
  static std::uint32_t* put(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) { return put_each(bits, base, out); }
};

}  // namespace

IndexedStretch index_plainly(const char* from, std::size_t bytes, std::uint32_t* marks) {
  return index_blocks<PlainBlock>(from, bytes, marks);
}

IndexedStretch index_stretch(const char* from, std::size_t bytes, std::uint32_t* marks) {
  static const Index best = index_avx512() ? index_avx512() : index_avx2() ? index_avx2() : index_plainly;
  return best(from, bytes, marks);
}

}  // namespace reportcard
