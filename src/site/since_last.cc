// SPDX-License-Identifier: MIT
#include "site/since_last.h"

#include "site/components.h"

namespace reportcard {

void since_last_edition(Page& page) {
  paragraph(page, "No earlier edition is kept here, so there is nothing to compare with. A figure that changes is to be listed here with its old value and the reason.");
}

}  // namespace reportcard
