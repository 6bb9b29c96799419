// SPDX-License-Identifier: MIT
// How to get help: first the numbers, then what happens, then the rest. Nobody who is worried should have to read.
#include <algorithm>

#include "base/text.h"
#include "site/pages.h"
#include "site/parts_of_page.h"
#include "site/service_parts.h"

namespace reportcard {

namespace {

struct Numbers { std::vector<std::size_t> first, more, again; bool front_door = false; std::size_t unchecked = 0; std::string checked; };

Numbers numbers_of(const View& view) {
  Numbers numbers;
  const PublicRegister* of = view.find("contacts");
  if (of == nullptr) return numbers;
  const std::vector<std::size_t> chosen = view.helplines();
  const auto kind = [&](std::size_t row) { return of->text(row, "kind"); };
  const auto take = [&](std::vector<std::size_t>& to, std::size_t row) {
    if (of->text(row, "telephone").empty()) return;
    if (std::find(numbers.first.begin(), numbers.first.end(), row) != numbers.first.end()) return;
    to.push_back(row);
    const std::string checked = of->said(row, "checked");
    if (checked.empty()) ++numbers.unchecked;
    else if (numbers.checked.empty() || of->text(row, "checked") < numbers.checked) numbers.checked = of->text(row, "checked");
  };
  for (std::size_t row = 0; row < of->rows(); ++row) {
    if (kind(row) == "emergency") take(numbers.first, row);
  }
  for (std::size_t row = 0; row < of->rows(); ++row) {
    if (kind(row) != "front door") continue;
    numbers.front_door = true;
    take(numbers.first, row);
  }
  for (const std::size_t row : chosen) take(numbers.first, row);
  for (const std::size_t row : numbers.first) {
    if (kind(row) == "helpline") numbers.again.push_back(row);
  }
  for (std::size_t row = 0; row < of->rows(); ++row) {
    if (kind(row) == "helpline") take(numbers.more, row);
  }
  return numbers;
}

}  // namespace

std::string help_page(const View& view, const PublicPage* asked) {
  const std::string file = asked == nullptr ? std::string("help.html") : asked->file;
  const std::string title = asked == nullptr || asked->title.empty() ? std::string("How to get help") : asked->title;
  Page page = begin_page(view, {file, title, "Whom to ring when you are worried about a child, what happens then, levels of help in plain words, and the services.", "help", file, asked != nullptr && asked->plain, false, {}});
  Html& h = page.h;
  const Numbers numbers = numbers_of(view);
  heading(page, 1, title);
  h.add("<p class=\"lede\">You do not need to be sure, and you do not need to know whose job it is. Tell someone.</p>\n");
  if (const PublicPage* young = view.page_of_kind("young-people")) {
    h.add("<p>Are you a child or a young person? <a href=\"").text(young->file).add("\">This page is for you</a>.</p>\n");
  }
  h.add("<section class=\"tell\" aria-labelledby=\"h-ring\"><div>");
  heading(page, 2, "Worried about a child?", "h-ring");
  numbers_to_ring(page, numbers.first);
  if (!numbers.front_door) h.add("<p class=\"none\">The council’s own number is not published here. It should stand first.</p>");
  // Below the numbers: on a phone nothing stands before them that need not.
  if (!numbers.checked.empty()) {
    const auto day = Date::parse(numbers.checked);
    quiet(page, "Numbers last checked on " + (day ? day->said() : numbers.checked) + ".");
  }
  if (numbers.unchecked != 0) {
    quiet(page, std::string(numbers.checked.empty() ? "These numbers are not checked." : "Some of these numbers are not checked.") + " Whoever publishes a card reads each at its source first.");
  }
  if (numbers.first.empty()) h.add("<p>In danger now: ring <a href=\"tel:999\">999</a>.</p>");
  h.add("</div></section>\n");
  if (asked != nullptr && view.prose(asked->words) != nullptr) {
    h.add("<div class=\"prose\">\n");
    page_words(page, *asked);
    h.add("</div>\n");
  }
  if (const PublicRegister* levels = view.find("need-levels"); levels != nullptr && levels->rows() != 0) {
    open_section(page, "levels", "Levels of help");
    paragraph(page, "Needs rise and fall. A family can move from one level to another, both ways.");
    need_levels(page, 3);
    close_section(page);
  }
  if (const PublicRegister* services = view.find("services"); services != nullptr && services->rows() != 0) {
    open_section(page, "services", "Services");
    service_groups(page, 3);
    close_section(page);
  }
  if (!numbers.more.empty() || view.found_later() != nullptr) {
    open_section(page, "support", view.found_later() == nullptr ? "Other numbers" : "If what was found later affects you");
    if (view.found_later() != nullptr) {
      paragraph(page, "It is never too late to tell someone, and it was not your fault.");
    }
    // Whoever comes here from what was found later finds every helpline, those of the top again.
    if (view.found_later() != nullptr) numbers_to_ring(page, numbers.again, false);
    numbers_to_ring(page, numbers.more);
    if (view.found_later() != nullptr) h.add("<p><a href=\"about.html#afterwards\">What was found later</a></p>\n");
    close_section(page);
  }
  if (const PublicPage* complaints = view.page_of_kind("complaints")) {
    open_section(page, "not-content", "Not content with the help you got?");
    h.add("<p>You can complain. Children and young people in care can have an advocate, someone on their side, and it is free. <a href=\"").text(complaints->file);
    if (view.prose(complaints->words) != nullptr) h.add("#how");
    h.add("\">How to complain</a></p>\n");
    close_section(page);
  }
  if (asked != nullptr) {
    if (const auto measures = measures_listed(view, asked->measures); !measures.empty()) {
      open_section(page, "figures", "Figures");
      measure_rows(page, measures, "Figures about help");
      close_section(page);
    }
    rest_of_registers(page, *asked, {"need-levels", "services", "contacts"});
  }
  return end_page(page);
}

}  // namespace reportcard
