// SPDX-License-Identifier: MIT
// How pages say that they are not for everybody: in the title, in the line at the top, on paper and in the data.
#pragma once
#include <string>

#include "card/register.h"

namespace reportcard {

std::string marking(Audience reader);            // "OFFICIAL-SENSITIVE", "For members"; "" for the public
std::string marking_sentence(Audience reader);   // "OFFICIAL-SENSITIVE. For staff. Not for publication."; "" for the public

}  // namespace reportcard
