// SPDX-License-Identifier: MIT
// The figures of a card one by one, wholes and parts, in the card's order; and those of them that need attention: all, never a top n.
#pragma once
#include <string>
#include <vector>

#include "site/components.h"

namespace reportcard {

struct ToldFigure { const PublicMeasure* measure; const Comparison* comparison; std::string choice; };
std::vector<ToldFigure> told_figures(const View&);
std::vector<ToldFigure> needs_attention(const View&);
void open_past_limit(Page&, const ToldFigure&);   // "Open past the limit: 3"; nothing where there are none

}  // namespace reportcard
