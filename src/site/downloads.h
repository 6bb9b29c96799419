// SPDX-License-Identifier: MIT
// Open data: figures, comparisons, registers and definitions, described so that another tool can compute all of it again.
#pragma once
#include <string>

#include "site/site.h"
#include "site/view.h"

namespace reportcard {

void add_downloads(const Edition&, const View&, Tree&);          // everything below downloads/
std::string data_page(const View&, const Tree& with_downloads);
std::string stylesheet(const View&);                              // library/site/style.css with the card's own lines for print

}  // namespace reportcard
