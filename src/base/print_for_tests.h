// SPDX-License-Identifier: MIT
// For tests only: what a failing test prints, as a reader would write it.
#pragma once
#include <ostream>

#include "base/date.h"
#include "base/decimal.h"
#include "base/period.h"

namespace reportcard {

inline void PrintTo(const Date& day, std::ostream* out) { *out << day.iso(); }
inline void PrintTo(const Period& period, std::ostream* out) { *out << kind_name(period.kind) << " " << period.name(); }
inline void PrintTo(const Decimal& value, std::ostream* out) { *out << value.plain() << " with " << int{value.places} << " places"; }
inline void PrintTo(const Ratio& value, std::ostream* out) { *out << value.over << "/" << value.under; }

}  // namespace reportcard
