// SPDX-License-Identifier: MIT
#include "site/attention.h"

#include <algorithm>

namespace reportcard {

std::vector<ToldFigure> told_figures(const View& view) {
  std::vector<ToldFigure> all;
  for (const PublicMeasure& m : view.measures()) {
    if (m.has_whole()) all.push_back({&m, &m.whole, {}});
    for (std::size_t i = 0; i < m.parts.size(); ++i) all.push_back({&m, &m.parts[i], m.choices[i]});
  }
  return all;
}

std::vector<ToldFigure> needs_attention(const View& view) {
  std::vector<ToldFigure> all = told_figures(view);
  std::erase_if(all, [](const ToldFigure& one) { return !one.comparison->needs_attention; });
  return all;
}

void open_past_limit(Page& page, const ToldFigure& told) {
  if (!told.comparison->period) return;
  const Figure* overdue = page.view.side(*told.measure, Side::overdue, told.choice, *told.comparison->period);
  if (overdue == nullptr || !overdue->known || overdue->hidden || overdue->value.sign() <= 0) return;
  page.h.add("<span class=\"dir aim\"><i aria-hidden=\"true\">!</i><span><b>Open past the limit</b>: ").number(overdue->value.over / overdue->value.under).add("</span></span>");
}

}  // namespace reportcard
