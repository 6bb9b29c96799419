// SPDX-License-Identifier: MIT
// Ofsted's judgements of authorities' own services for children: the lists as at a day, the inspections and visits of a
// year, and the wide history back to 2009. All releases are one register, an inspection in several of them one row.
#pragma once
#include "sources/series.h"

namespace reportcard {

// Rows of `authority-inspections`: area, kind (full, visit, monitoring), framework (SLAC, CPI, TLAC, SIF, ILACS), ended or
// published or both, grade and judgements in the publisher's words. A visit gives no grade.
Series ofsted_authorities_series();

}  // namespace reportcard
