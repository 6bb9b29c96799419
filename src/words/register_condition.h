// SPDX-License-Identifier: MIT
// A condition over one row of a register: the rules of design 8 look at rows one by one, and registers of findings are small.
#pragma once
#include "card/condition.h"

namespace reportcard {

struct Records;
// What is blank is unknown, and unknown does not meet. Of several rows behind a link any may meet.
bool meets(const Card& card, const Records& records, std::size_t row, const Condition& condition);

}  // namespace reportcard
