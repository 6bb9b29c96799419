// SPDX-License-Identifier: MIT
// What is done to a page before it is printed and to its PDF after: no path of the machine, and no clock. The PDF itself
// is read by tests/handover.py.
#include "site/print_pdf.h"

#include <gtest/gtest.h>

namespace reportcard {
namespace {

TEST(PrintPdf, links_to_other_pages_become_the_address_at_which_they_are_published) {
  EXPECT_EQ(page_to_print("<link href=\"style.css\"><a class=\"x\" href=\"about.html#cannot\">More</a> <a href=\"#s1\">Here</a>", "https://example.org/card/"),
            "<link href=\"style.css\"><a class=\"x\" href=\"https://example.org/card/about.html#cannot\">More</a> <a href=\"#s1\">Here</a>");
}

TEST(PrintPdf, without_an_address_they_become_their_words) {
  EXPECT_EQ(page_to_print("<a class=\"fig\" href=\"measure-gcse.html\">58.9%</a>, <a href=\"tel:999\">999</a> <a href=\"https://example.org/\">x</a>", ""),
            "<a class=\"fig\">58.9%</a>, <a href=\"tel:999\">999</a> <a href=\"https://example.org/\">x</a>");
}

TEST(PrintPdf, a_paragraph_that_only_leads_elsewhere_is_left_out_where_it_leads_nowhere) {
  EXPECT_EQ(page_to_print("<p>A.</p><p><a href=\"about.html\">What was found</a></p><p><a href=\"a.html\">B</a> and C</p>", ""), "<p>A.</p><p><a>B</a> and C</p>");
}

TEST(PrintPdf, the_day_and_the_maker_are_written_over_and_nothing_moves) {
  std::string pdf = "<</Creator (Mozilla/5.0 \\(X11; Linux\\) Chrome/1)\n/CreationDate (D:20261125013809+00'00')\n/ModDate (D:20261125013809+00'00')>>";
  const std::size_t size = pdf.size();
  date_pdf(pdf, Date::of(2012, 12, 31), "reportcard 0.1.0");
  EXPECT_EQ(pdf.size(), size);
  EXPECT_EQ(pdf, "<</Creator (reportcard 0.1.0)                   \n/CreationDate (D:20121231000000+00'00')\n/ModDate (D:20121231000000+00'00')>>");
}

}  // namespace
}  // namespace reportcard
