// SPDX-License-Identifier: MIT
// Numbers to ring must be right on the day somebody rings them: a warning for each helpline that nobody has read on the
// helpline's own page within a year. Only `check` asks, since it looks at today's date and a build must not.
#pragma once
#include "base/date.h"
#include "card/card.h"

namespace reportcard {

// Problems: helpline-unchecked (warning), at the row of the register `contacts`.
void check_helplines(const Card& card, Date today, Problems& problems);
Date today();  // in UTC

}  // namespace reportcard
