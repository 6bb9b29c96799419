// SPDX-License-Identifier: MIT
// The scan for machines with AVX-512 (with VBMI2: it writes the places of all bits at once). This file alone is compiled
// for them, so nothing here is called without asking first.
#include "tables/csv_index.h"

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"  // g++ 12 gives it for its own header: what it means is undefined on purpose
#endif

#if defined(__AVX512BW__) && defined(__AVX512VBMI2__)
#include <immintrin.h>

#include "tables/csv_index_blocks.h"

namespace reportcard {
namespace {

struct Avx512Block {
  static __m512i load(const char* from) { return _mm512_loadu_si512(from); }
  static std::uint64_t equal(__m512i text, char byte) { return _mm512_cmpeq_epi8_mask(text, _mm512_set1_epi8(byte)); }
  static BlockBits read(const char* from) {
    const __m512i text = load(from);
    return {equal(text, ','), equal(text, '\n'), equal(text, '"'), _mm512_cmple_epi8_mask(text, _mm512_setzero_si512())};
  }
  static std::uint64_t returns(const char* from) { return equal(load(from), '\r'); }
  static unsigned count(std::uint64_t bits) { return static_cast<unsigned>(__builtin_popcountll(bits)); }
  static std::uint32_t* put(std::uint64_t bits, std::uint32_t base, std::uint32_t* out) {
    alignas(64) static constexpr std::uint8_t numbers[64] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    const unsigned found = count(bits);
    const __m512i places = _mm512_maskz_compress_epi8(bits, _mm512_load_si512(numbers));
    const __m512i start = _mm512_set1_epi32(static_cast<int>(base));
    const auto write = [&](__m128i sixteen, std::uint32_t* to) {
      _mm512_storeu_si512(to, _mm512_add_epi32(_mm512_cvtepu8_epi32(sixteen), start));
    };
    write(_mm512_castsi512_si128(places), out);
    if (found > 16) {
      write(_mm512_extracti32x4_epi32(places, 1), out + 16);
      write(_mm512_extracti32x4_epi32(places, 2), out + 32);
      write(_mm512_extracti32x4_epi32(places, 3), out + 48);
    }
    return out + found;
  }
};

IndexedStretch index_with_avx512(const char* from, std::size_t bytes, std::uint32_t* marks) {
  return index_blocks<Avx512Block>(from, bytes, marks);
}

}  // namespace

Index index_avx512() {
  static const bool has = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
                          __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  return has ? index_with_avx512 : nullptr;
}

}  // namespace reportcard
#else
namespace reportcard {
Index index_avx512() { return nullptr; }
}  // namespace reportcard
#endif
