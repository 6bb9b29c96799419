// SPDX-License-Identifier: MIT
// A file of explore education statistics under its publisher's own checks, stage by stage: after a stage with an error the
// rest is not asked, since what it would find follows from that error.
#pragma once
#include "base/problem.h"
#include "card/areas.h"
#include "sources/published_rows.h"

namespace reportcard {

// Problems have the publisher's name of the check as their code ("ees-check-geog-na") and the place of the first cell of its
// kind. Without metadata (null) the checks that need it are left out, and a note says so: ees-metadata-missing.
void screen_ees(const PublishedRows& data, const PublishedRows* meta, const Areas& areas, Problems& problems);

}  // namespace reportcard
