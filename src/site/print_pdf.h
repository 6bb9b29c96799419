// SPDX-License-Identifier: MIT
// Pages of the tree printed to PDF by Chromium, as a process. The PDF is tagged and has an outline; header and footer
// are those of @page; no path of this machine stands in it, and its day is the edition's.
#pragma once
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/files.h"
#include "base/problem.h"

namespace reportcard {

struct PdfOf {
  std::string page, file;   // "sheet.html" of the tree becomes "sheet.pdf" of it
  std::string address;      // where the pages are published; "" makes links to other pages plain text
  std::string made_with;    // "reportcard 0.1.0"
  Date day;
};

// False where it was not made, with an error at the file: pdf-no-browser, pdf-not-made.
bool add_pdf(const PdfOf& wanted, Tree& tree, Problems& problems);

// The page as it is printed: a link to another page becomes its absolute address, or its words alone where there is none.
std::string page_to_print(std::string_view page, std::string_view address);
// The same PDF with the day and the maker written over those of the browser, length for length.
void date_pdf(std::string& pdf, Date day, std::string_view made_with);

}  // namespace reportcard
