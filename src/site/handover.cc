// SPDX-License-Identifier: MIT
#include "site/handover.h"

#include "base/text.h"
#include "card/card.h"
#include "site/downloads.h"
#include "site/print_pdf.h"
#include "site/workbook.h"
#include "tables/zip_write.h"

namespace reportcard {

std::string edition_title(const Card& card) {
  if (card.edition && !card.editions[*card.edition].title.empty()) return card.editions[*card.edition].title;
  return card.period.said();
}

std::string name_of(const Edition& edition) {
  const Card& card = edition.card;
  std::string name = slug(card.title + " " + (card.edition ? card.editions[*card.edition].id : card.period.name()));
  if (edition.audience == Audience::members) name += "-members";
  if (edition.audience == Audience::staff) name += "-staff";
  return name;
}

void add_hand_over(const Edition& edition, const HandOver& wanted, Tree& tree, Problems& problems) {
  if (!wanted.any()) return;
  const View view(edition);
  if (wanted.workbook) {
    if (auto bytes = write_xlsx(card_workbook(edition, view, tree), "card.xlsx", problems)) tree["card.xlsx"] = std::move(*bytes);
  }
  if (wanted.pdf) {
    PdfOf pdf{"sheet.html", "sheet.pdf", edition.card.address, "reportcard " + view.version(), day_of(edition.card)};
    const PublicPage* plan = view.page_of_kind("plan");
    if (add_pdf(pdf, tree, problems) && plan != nullptr) {
      pdf.page = plan->file;
      pdf.file = plan->file.substr(0, plan->file.rfind('.')) + ".pdf";
      add_pdf(pdf, tree, problems);
    }
  }
  tree["data.html"] = data_page(view, tree);
  if (wanted.zip) {
    // Made before the page of data names it: what is unpacked has no link to what is not there.
    const std::string name = name_of(edition);
    if (auto bytes = write_zip(tree, name, name + ".zip", problems)) {
      tree[name + ".zip"] = std::move(*bytes);
      tree["data.html"] = data_page(view, tree);
    }
  }
}

}  // namespace reportcard
