// SPDX-License-Identifier: MIT
// The marks of our charts. x is a share of the width and y is pixels, so there is no viewBox, type never scales,
// and one drawing serves a phone and a wide screen. Colours come by class, never by attribute.
#pragma once
#include <string_view>

#include "html/html.h"

namespace reportcard {

// x in hundredths of a per cent (10000 is the right edge), y in tenths of a pixel. Whole numbers: drawings are exact, and
// the same on every machine.
struct SvgPoint { int x = 0, y = 0; };

// `id` makes the ids of title and description, so that both are read out; it must be the only one on the page.
void open_svg(Html& to, int height_px, std::string_view id, std::string_view title, std::string_view description = {});
void close_svg(Html& to);
void svg_line(Html& to, Markup css, SvgPoint from, SvgPoint to_point, bool dashed = false);
void svg_dot(Html& to, Markup css, SvgPoint at, int radius_tenths);
void svg_diamond(Html& to, Markup css, SvgPoint at);
void svg_bar(Html& to, Markup css, SvgPoint top_left, int width, int height_px);  // width in hundredths of a per cent
enum class SvgAnchor : unsigned char { start, middle, end };
void svg_text(Html& to, Markup css, SvgPoint at, std::string_view words, SvgAnchor anchor = SvgAnchor::start, int dx_px = 0);

}  // namespace reportcard
