// SPDX-License-Identifier: MIT
// XLSX: a package of any bytes, or a sound package whose sheet, strings, styles and workbook are parts of the input with a
// zero byte between them.
#include <cstdint>

#include "tables/workbook_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reportcard;
  if (size == 0) return 0;
  const std::string input(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] == 'P') {
    read_whole_workbook(input);
    return 0;
  }
  XlsxParts parts;
  std::string* const pieces[] = {&parts.rows, &parts.shared_strings, &parts.styles, &parts.after, &parts.before, &parts.properties, &parts.other_links};
  std::size_t at = 0;
  for (std::string* piece : pieces) {
    if (at > input.size()) break;
    const std::size_t end = std::min(input.find('\0', at), input.size());
    *piece = input.substr(at, end - at);
    at = end + 1;
  }
  read_whole_workbook(xlsx_of(parts));
  return 0;
}
