// SPDX-License-Identifier: MIT
// ODS: a package of any bytes, or a sound package whose rows, or whole content, are the input.
#include <cstdint>

#include "tables/workbook_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace reportcard;
  if (size == 0) return 0;
  const std::string input(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] == 'P') {
    read_whole_workbook(input);
  } else if (data[0] == 'C') {
    read_whole_workbook(package_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"META-INF/manifest.xml", input}, {"content.xml", input}}));
  } else {
    read_whole_workbook(ods_of(input));
  }
  return 0;
}
