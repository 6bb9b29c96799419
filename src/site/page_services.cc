// SPDX-License-Identifier: MIT
// Services: what there is, by what it is for; what becomes what; the levels of need that lead to them.
#include "site/counts.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/sentences.h"
#include "site/service_parts.h"

namespace reportcard {

std::string services_page(const View& view, const PublicPage& asked) {
  const std::string name = asked.title.empty() ? std::string("Services") : asked.title;
  Page page = begin_page(view, {asked.file, name, name + ": what there is for children, young people and families.", asked.kind, current_of(view, asked), asked.plain, false, {}});
  open_pair(page);
  crumb(page, asked, {});
  heading(page, 1, name);
  page_words(page, asked);
  to_margin(page);
  if (const PublicRegister* of = view.find("services")) {
    for (const std::string& document : documents_of(*of, all_rows(*of))) margin(page, "From", document);
    margin(page, "How many", capital(how_many(of->rows(), "service", "services")) + " listed.");
  }
  close_pair(page);
  open_section(page, "services", "Services by what they are for", true);
  service_groups(page, 3);
  close_section(page);
  if (const PublicRegister* levels = view.find("need-levels"); levels != nullptr && levels->rows() != 0) {
    open_section(page, "levels", "Levels of help");
    need_levels(page, 3);
    close_section(page);
  }
  if (const auto measures = measures_listed(view, asked.measures); !measures.empty()) {
    open_section(page, "figures", "For how many");
    measure_rows(page, measures, "Figures about those whom services are for");
    for (const PublicMeasure* m : measures) printed_rows(page, view.printed_beside(m->id()));
    close_section(page);
  }
  rest_of_registers(page, asked, {"services", "need-levels"});
  return end_page(page);
}

}  // namespace reportcard
