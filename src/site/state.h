// SPDX-License-Identifier: MIT
// The state of a promise as a shape with its word: a ring that fills. Reported done is not yet full, for nobody saw the evidence.
#pragma once
#include <string_view>

#include "site/frame.h"

namespace reportcard {

void state(Page&, std::string_view word);           // "Under way" with its ring; on a plain page the word alone
void state_passed(Page&, std::string_view words);   // a day that went by: a triangle, and the words
enum class Progress : unsigned char { none, meant, moving, said_done, seen };
Progress progress_of(std::string_view word);        // what kind of state a register's word is

}  // namespace reportcard
