// SPDX-License-Identifier: MIT
// What changed since the last edition, in short, for pages that are not about changes alone.
#pragma once
#include "site/frame.h"

namespace reportcard {

void since_last_edition(Page&);   // paragraphs and a list, below a heading of level 2

}  // namespace reportcard
