// SPDX-License-Identifier: MIT
// Services by group, levels of need, and numbers to ring: on the help page and on the page of services.
#pragma once
#include <string_view>
#include <vector>

#include "site/components.h"

namespace reportcard {

void service_groups(Page&, int level);               // nothing where the card has no services
void need_levels(Page&, int level);
// Rows of `contacts` with a number: large, with whom they are for. `anchors`: links from elsewhere lead here; once a page.
void numbers_to_ring(Page&, const std::vector<std::size_t>& rows, bool anchors = true);
void contact_details(Page&, std::size_t row);        // one row of `contacts` as dl.meta

}  // namespace reportcard
