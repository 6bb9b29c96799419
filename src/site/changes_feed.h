// SPDX-License-Identifier: MIT
// changes.atom: one entry an edition with what changed in it, in words. Atom 1.0 (RFC 4287). Stable ids, no tally.
#pragma once
#include <string>

#include "site/view.h"

namespace reportcard {

std::string changes_feed(const View&);

}  // namespace reportcard
