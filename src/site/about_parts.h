// SPDX-License-Identifier: MIT
// Tables of the page about the data: sources, accounts of rows, what rounding does to words.
#pragma once
#include "site/components.h"

namespace reportcard {

void rounding_table(Page&);
void sources(Page&);
void accounts(Page&);   // rows read = counted + left out, by reason, for each measure

}  // namespace reportcard
