// SPDX-License-Identifier: MIT
// The parts of the committee's paper that speak of registers and of the data.
#pragma once
#include "site/frame.h"

namespace reportcard {

void paper_actions(Page&);      // overdue first, then what is not finished, then findings that nothing answers
void paper_changes(Page&);      // since the last edition
void paper_data_notes(Page&);   // what the card cannot tell, how figures are made, sources

}  // namespace reportcard
