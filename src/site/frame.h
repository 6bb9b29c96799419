// SPDX-License-Identifier: MIT
// What is around every page: head, notice, masthead, navigation, footer. Help is never further than the top line.
#pragma once
#include <string>
#include <string_view>

#include "html/html.h"
#include "site/view.h"

namespace reportcard {

struct PageHead {
  std::string file, title, description;
  std::string kind;                 // home, section, measure, position ... : what sort of page it is
  std::string current;              // file of the page that the navigation marks; "" none
  bool plain = false;               // no colour, arrow or chart
  bool bands = false;               // the four shapes of bands are drawn here
  std::string body_class;           // "wide-print", "sheet", "flat"
};

// One buffer from doctype to the last tag.
struct Page {
  Html h;
  const View& view;
  PageHead head;
  int charts = 0;                   // for ids
  std::string next_id() { return "c" + std::to_string(++charts); }
};

void brand_mark(Html&);             // the sheet with a dot, before the title
Page begin_page(const View& view, PageHead head);
std::string end_page(Page& page);

}  // namespace reportcard
