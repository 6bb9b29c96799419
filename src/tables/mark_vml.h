// SPDX-License-Identifier: MIT
// The windows in which Excel shows comments: an old drawing language that each comment still needs a shape in. Inside the room.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "tables/marking.h"

namespace reportcard {

std::uint32_t greatest_shape(std::string_view vml);  // n of the greatest "_x0000_sn"; 0: none
// A drawing with a shape for each comment, numbered from `first`, which begins a block of 1,024.
std::string comment_drawing(const std::map<CellAt, std::string>& comments, std::uint32_t first);
// The drawing that is there, with shapes for `comments` and without the shapes of `gone`. "" where it has no end.
std::string with_comments(std::string_view vml, const std::map<CellAt, std::string>& comments, const std::set<CellAt>& gone);

}  // namespace reportcard
