// SPDX-License-Identifier: MIT
// What an XLSX package has beside its sheets' cells: which sheets there are and where, the strings they share, the formats
// of their numbers.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/number_format.h"
#include "tables/package_xml.h"

namespace reportcard {

// The namespace of sheets, workbook, strings and styles: transitional, or strict.
bool is_sheet_space(std::string_view space);

struct XlsxContents {
  struct Sheet {
    std::string name;
    bool hidden = false;
    std::size_t part = 0;
  };
  std::string content_type;
  std::vector<Sheet> sheets;     // those with cells: a sheet that is all chart is none
  std::optional<std::size_t> strings, styles;
  bool from_1904 = false;
  bool has_links = false;        // to other workbooks
  bool is_workbook = false;
};
XlsxContents read_xlsx_contents(const ZipReader& zip, PartFault& fault);

// Strings one after another; trimmed, line breaks as the grid has them.
class SharedStrings {
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t index) const {
    const std::size_t from = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(text_).substr(from, ends_[index] - from);
  }
  void add(std::string_view text) {
    text_ += text;
    ends_.push_back(text_.size());
  }
  std::size_t bytes() const { return text_.size(); }

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
};
SharedStrings read_shared_strings(const ZipReader& zip, std::size_t part, PartFault& fault);

// By the number that a cell gives as its style.
std::vector<NumberFormat> read_xlsx_formats(const ZipReader& zip, std::size_t part, PartFault& fault);

// _x000D_ and the like, as XLSX writes what XML cannot hold; line breaks as the grid has them.
void clean_xlsx_text(std::string& text);

}  // namespace reportcard
