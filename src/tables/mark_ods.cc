// SPDX-License-Identifier: MIT
#include "tables/marking.h"
namespace reportcard {
bool mark_ods(Package&, const Marking&) { return false; }
}
