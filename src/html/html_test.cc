// SPDX-License-Identifier: MIT
#include "html/html.h"

#include <gtest/gtest.h>

#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "html/svg.h"

namespace reportcard {
namespace {

TEST(Html, text_is_escaped_wherever_it_stands) {
  Html h;
  h.element("a", "Tom & Jerry's <b>", {{"href", "x\" onclick=\"y"}, {"class", "big"}});
  EXPECT_EQ(h.view(), "<a href=\"x&#34; onclick=&#34;y\" class=\"big\">Tom &amp; Jerry&#39;s &lt;b&gt;</a>");
}

TEST(Html, what_is_not_ascii_passes_as_it_is) {
  Html h;
  h.text("−2.4 points – children’s £");
  EXPECT_EQ(h.view(), "−2.4 points – children’s £");
}

TEST(Html, a_control_character_becomes_the_mark_for_what_cannot_be_shown) {
  Html h;
  h.text(std::string_view("a\0b\x1b" "c\td", 7));
  EXPECT_EQ(h.view(), "a\xEF\xBF\xBD" "b\xEF\xBF\xBD" "c\td");
}

TEST(Html, markup_of_the_program_is_added_as_it_stands) {
  Html h;
  h.add("<p class=\"lede\">").text("a < b").add("</p>").number(-12);
  EXPECT_EQ(h.view(), "<p class=\"lede\">a &lt; b</p>-12");
}

RC_GTEST_PROP(Html, no_text_can_open_a_tag_or_leave_an_attribute, (const std::string& words)) {
  Html h;
  h.text(words);
  RC_ASSERT(h.view().find_first_of("<>\"'") == std::string_view::npos);
  // What stands in the page is what was said: the five escapes and the mark give the words back.
  std::string back(h.view());
  for (const auto& [escaped, plain] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&#34;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
    for (std::size_t at = 0; (at = back.find(escaped, at)) != std::string::npos; ++at) back.replace(at, std::string_view(escaped).size(), plain);
  }
  std::string expected;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 32 && c != '\t' && c != '\n' && c != '\r') || byte == 127) expected += "\xEF\xBF\xBD";
    else expected += c;
  }
  RC_ASSERT(back == expected);
}

TEST(Svg, positions_are_printed_as_short_as_they_can_be) {
  Html h;
  svg_line(h, "lead", {1300, 1833}, {5250, 1150});
  EXPECT_EQ(h.view(), "<line class=\"lead\" x1=\"13%\" x2=\"52.5%\" y1=\"183.3\" y2=\"115\"/>");
}

TEST(Svg, a_hundredth_of_a_per_cent_keeps_its_leading_zero) {
  Html h;
  svg_dot(h, "here", {1205, -5}, 45);
  EXPECT_EQ(h.view(), "<circle class=\"here\" cx=\"12.05%\" cy=\"-0.5\" r=\"4.5\"/>");
}

TEST(Svg, a_drawing_has_a_name_and_a_description) {
  Html h;
  open_svg(h, 90, "c1", "Up & up", "Two points.");
  svg_text(h, "hc", {0, 100}, "5 < 6", SvgAnchor::end, -6);
  close_svg(h);
  EXPECT_EQ(h.view(),
            "<svg class=\"chart\" height=\"90\" role=\"img\" aria-labelledby=\"c1-t c1-d\"><title id=\"c1-t\">Up &amp; up</title>"
            "<desc id=\"c1-d\">Two points.</desc><text class=\"hc\" x=\"0%\" y=\"10\" dx=\"-6\" text-anchor=\"end\">5 &lt; 6</text></svg>");
}

}  // namespace
}  // namespace reportcard
