// SPDX-License-Identifier: MIT
// Columns of a nation's records are many megabytes that are written once from end to end. In small pages the machine would
// spend more time on handing out memory than we on reading the file.
#pragma once
#include <cstddef>
#include <vector>

namespace reportcard {

// Asks for large pages where the machine has them; does nothing else, and nothing where it has none.
void prefer_large_pages(void* start, std::size_t bytes);

template <class T> void reserve_large(std::vector<T>& array, std::size_t count) {
  array.reserve(count);
  prefer_large_pages(array.data(), array.capacity() * sizeof(T));
}

}  // namespace reportcard
