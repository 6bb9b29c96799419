// SPDX-License-Identifier: MIT
#include "tables/large_arrays.h"

#include <sys/mman.h>

#include <cstdint>

namespace reportcard {

void prefer_large_pages([[maybe_unused]] void* start, [[maybe_unused]] std::size_t bytes) {
#if defined(MADV_HUGEPAGE)
  constexpr std::uintptr_t page = std::uintptr_t{2} << 20;
  const auto from = (reinterpret_cast<std::uintptr_t>(start) + page - 1) / page * page;
  const auto to = (reinterpret_cast<std::uintptr_t>(start) + bytes) / page * page;
  // Whole pages only: what lies beside the array is somebody else's.
  if (from < to) ::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);
#endif
}

}  // namespace reportcard
