// SPDX-License-Identifier: MIT
// A section: its words, its figures, its registers, what an earlier document printed and what does not add up.
#include "site/components.h"
#include "site/pages.h"
#include "site/section_parts.h"

namespace reportcard {

std::string section_page(const View& view, const PublicPage& p) {
  Page page = begin_section_page(view, p);
  section_start(page, p);
  if (p.kind == "section") section_pages(page, p);
  const std::vector<const PublicMeasure*> measures = measures_of(view, p);
  if (!measures.empty()) {
    open_section(page, "figures", "Figures");
    if (!p.plain) quiet(page, "In the small drawings an open ring is the figure before, a filled dot is now, and a diamond is another place for the same period. Those of percentages cover 24 points, so slopes can be compared.");
    measure_rows(page, measures, "Figures of this section");
    close_section(page);
  }
  section_registers(page, p);
  section_documents(page, p);
  return end_page(page);
}

}  // namespace reportcard
