// SPDX-License-Identifier: MIT
// The whole site as a tree of files. From the view on, nothing that its readers may not see can be reached.
#include "site/site.h"

#include "card/card.h"
#include "site/changes_feed.h"
#include "site/downloads.h"
#include "site/pages.h"

namespace reportcard {

namespace {

std::string page_of_kind(const View& view, const PublicPage& page) {
  if (page.kind == "position") return position_page(view, page);
  if (page.kind == "compare") return compare_page(view, page);
  if (page.kind == "actions") return actions_page(view, page);
  if (page.kind == "complaints") return complaints_page(view, page);
  if (page.kind == "money") return money_page(view, page);
  if (page.kind == "plan") return plan_page(view, page);
  if (page.kind == "commissioning") return commissioning_page(view, page);
  if (page.kind == "services") return services_page(view, page);
  if (page.kind == "exploitation") return exploitation_page(view, page);
  if (page.kind == "young-people") return young_people_page(view, page);
  if (page.kind == "help") return help_page(view, &page);
  return section_page(view, page);
}

}  // namespace

Tree build_site(const Edition& edition, Problems&) {
  Tree tree;
  const View view(edition);
  tree["index.html"] = home_page(view);
  for (const PublicPage& page : view.pages()) tree[page.file] = page_of_kind(view, page);
  for (const PublicMeasure& measure : view.measures()) tree[measure.file] = measure_page(view, measure);
  if (view.page_of_kind("help") == nullptr) tree["help.html"] = help_page(view, nullptr);
  tree["councillors.html"] = councillors_page(view);
  tree["sheet.html"] = sheet_page(view);
  tree["about.html"] = about_page(view);
  if (view.history() != nullptr) {
    tree["changes.html"] = changes_page(view);
    tree["changes.atom"] = changes_feed(view);
  }
  tree["contact.html"] = contact_page(view);
  tree["accessibility.html"] = words_page(view, "accessibility.html", "Accessibility", edition.card.accessibility.empty() ? "accessibility" : edition.card.accessibility);
  tree["privacy.html"] = words_page(view, "privacy.html", "Privacy", edition.card.privacy.empty() ? "privacy" : edition.card.privacy);
  add_downloads(edition, view, tree);
  tree["data.html"] = data_page(view, tree);
  tree["style.css"] = stylesheet(view);
  if (view.noindex()) tree["robots.txt"] = "User-agent: *\nDisallow: /\n";
  return tree;
}

}  // namespace reportcard
