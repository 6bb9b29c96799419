// SPDX-License-Identifier: MIT
// The parts of home that the printed sheet shows too: the same sentences, made once.
#pragma once
#include "site/frame.h"

namespace reportcard {

void headlines(Page&);                       // one sentence for each outcome, from its one headline measure
void claims(Page&, bool attention);          // all that needs attention, or all that is better: never a top n

}  // namespace reportcard
