// SPDX-License-Identifier: MIT
// Drawings by Excel are not always XML (it leaves <br> open), so they are cut and put together as text.
#include "tables/mark_vml.h"

#include <algorithm>

namespace reportcard {
namespace {

constexpr std::string_view shape_id = "_x0000_s";
constexpr std::string_view names =
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
    " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
constexpr std::string_view note_type =
    "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
    "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>\n";

// Four columns wide, and as high as its words need: a comment that must be stretched before it can be read is not read.
std::uint32_t rows_high(std::string_view text) {
  std::size_t lines = 1, letters = 0;
  for (const char letter : text) {
    if (letter == '\n' || ++letters > 40) {
      ++lines;
      letters = 0;
    }
  }
  return static_cast<std::uint32_t>(std::min<std::size_t>(lines + 1, 40));
}

// `named`: the drawing's root does not say what v:, o: and x: are.
std::string shape(CellAt cell, std::string_view text, std::uint32_t number, bool named) {
  const std::uint32_t left = cell.column + 5 > 16'384 ? cell.column - 6 : cell.column;
  const std::uint32_t top = cell.row > 1 ? cell.row - 2 : 0, bottom = std::min(top + rows_high(text), std::uint32_t{1'048'575});
  const auto n = [](std::uint32_t value) { return std::to_string(value); };
  return "<v:shape id=\"" + std::string(shape_id) + n(number) + "\"" + (named ? std::string(names) : "") +
         " type=\"#_x0000_t202\" style=\"position:absolute;width:260pt;height:80pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\""
         " o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>"
         "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
         "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" +
         n(left) + ", 15, " + n(top) + ", 4, " + n(left + 4) + ", 15, " + n(bottom) + ", 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>" +
         n(cell.row - 1) + "</x:Row><x:Column>" + n(cell.column - 1) + "</x:Column></x:ClientData></v:shape>\n";
}

std::string shapes(const std::map<CellAt, std::string>& comments, std::uint32_t first, bool named) {
  std::string out;
  for (const auto& [cell, text] : comments) out += shape(cell, text, first++, named);
  return out;
}

// The number in <x:Row>13</x:Row>, whatever stands before the colon; nothing where there is none.
std::optional<std::uint32_t> number_in(std::string_view shape, std::string_view element) {
  const std::size_t at = shape.find(":" + std::string(element) + ">");
  if (at == std::string_view::npos) return std::nullopt;
  std::uint32_t number = 0;
  bool any = false;
  for (std::size_t digit = at + element.size() + 2; digit < shape.size() && shape[digit] >= '0' && shape[digit] <= '9' && number < 100'000'000; ++digit) {
    number = number * 10 + static_cast<std::uint32_t>(shape[digit] - '0');
    any = true;
  }
  return any ? std::optional(number) : std::nullopt;
}

}  // namespace

std::uint32_t greatest_shape(std::string_view vml) {
  std::uint32_t greatest = 0;
  for (std::size_t at = vml.find(shape_id); at != std::string_view::npos; at = vml.find(shape_id, at + 1)) {
    std::uint32_t number = 0;
    for (std::size_t digit = at + shape_id.size(); digit < vml.size() && vml[digit] >= '0' && vml[digit] <= '9' && number < 100'000'000; ++digit)
      number = number * 10 + static_cast<std::uint32_t>(vml[digit] - '0');
    greatest = std::max(greatest, number);
  }
  return greatest;
}

std::string comment_drawing(const std::map<CellAt, std::string>& comments, std::uint32_t first) {
  std::string blocks;
  for (std::uint32_t block = first / 1024; block <= (first + static_cast<std::uint32_t>(comments.size())) / 1024; ++block)
    blocks += (blocks.empty() ? "" : ",") + std::to_string(block);
  return "<xml" + std::string(names) + "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"" + blocks +
         "\"/></o:shapelayout>\n" + std::string(note_type) + shapes(comments, first + 1, false) + "</xml>";
}

std::string with_comments(std::string_view vml, const std::map<CellAt, std::string>& comments, const std::set<CellAt>& gone) {
  std::string text(vml);
  for (std::size_t at = gone.empty() ? std::string::npos : text.find("<v:shape "); at != std::string::npos; at = text.find("<v:shape ", at)) {
    const std::size_t end = text.find("</v:shape>", at);
    if (end == std::string::npos) break;
    const std::string_view one(text.data() + at, end - at);
    const auto row = number_in(one, "Row"), column = number_in(one, "Column");
    const bool note = one.find("ObjectType=\"Note\"") != std::string_view::npos || one.find("ObjectType='Note'") != std::string_view::npos;
    if (note && row && column && gone.count({*row + 1, *column + 1}) != 0) text.erase(at, end + 10 - at);
    else at = end;
  }
  if (comments.empty()) return text;
  const std::size_t end = text.rfind("</xml>");
  if (end == std::string::npos) return {};
  const std::string root = text.substr(0, text.find('>', text.find("<xml")));
  const bool named = root.find("xmlns:v=") == std::string::npos || root.find("xmlns:o=") == std::string::npos || root.find("xmlns:x=") == std::string::npos;
  std::string more;
  if (text.find("_x0000_t202\"") == std::string::npos || text.find("<v:shapetype") == std::string::npos)
    more = named ? "<v:shapetype" + std::string(names) + std::string(note_type.substr(12)) : std::string(note_type);
  more += shapes(comments, std::max(greatest_shape(text), std::uint32_t{1024}) + 1, named);
  return text.insert(end, more);
}

}  // namespace reportcard
