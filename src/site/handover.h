// SPDX-License-Identifier: MIT
// What is handed to people who do not read a site: a workbook, a PDF, one file of all. Made only where it is asked for.
#pragma once
#include <string>

#include "base/files.h"
#include "site/site.h"

namespace reportcard {

struct HandOver {
  bool workbook = false, pdf = false, zip = false;
  bool any() const { return workbook || pdf || zip; }
};

// Adds card.xlsx, sheet.pdf (and the plan's), and NAME.zip of the whole tree to what build_site made; the page of data
// lists them. Errors: pdf-no-browser, pdf-not-made, cannot-write.
void add_hand_over(const Edition& edition, const HandOver& wanted, Tree& tree, Problems& problems);

// "rotherham-report-card-2011-12", with "-staff" or "-members" where it is not for everyone: the name of what is handed over.
std::string name_of(const Edition& edition);
std::string edition_title(const Card& card);  // the edition's, else the card's period: "October 2012"

}  // namespace reportcard
