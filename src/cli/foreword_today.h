// SPDX-License-Identifier: MIT
// Before an election a council publishes no foreword. Only `check` asks what day it is, and a build must not: it goes by
// the day of the edition.
#pragma once
#include "base/date.h"
#include "card/card.h"

namespace reportcard {

// Problems: foreword-hidden-today (warning), at the heading [foreword].
void check_foreword(const Card& card, Date today, Problems& problems);

}  // namespace reportcard
