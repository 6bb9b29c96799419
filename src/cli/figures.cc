// SPDX-License-Identifier: MIT
// `reportcard figures`: what was computed, as a table for people, CSV or JSON for programs.
#include <algorithm>
#include <cstdio>

#include "base/json.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "engine/print.h"
#include "site/site.h"

namespace reportcard {

namespace {

struct Line { std::string measure, area, choice, period, value, plain, counts, why; };

std::vector<Line> lines_of(const Card& card, const Figures& figures, const FiguresOptions& options, std::optional<AreaId> area) {
  std::vector<Line> lines;
  for (std::uint32_t m = 0; m < card.measures.size(); ++m) {
    const Measure& measure = card.measures[m];
    if (!options.measure.empty() && measure.id != options.measure) continue;
    const Cube* cube = figures.cube(m);
    if (cube == nullptr) continue;
    for (std::size_t a = 0; a < cube->areas.size(); ++a) {
      if (area && cube->areas[a] != *area) continue;
      for (std::size_t c = 0; c < cube->choices.size(); ++c)
        for (std::size_t p = 0; p < cube->periods.size(); ++p) {
          const Figure& figure = cube->at(a, c, p);
          if (!figure.known && figure.symbol == 0 && figure.reason == 0) continue;
          Line line{measure.id, card.areas.all[cube->areas[a]].name, cube->choices[c], cube->periods[p].name(),
                    said_value(measure, figures, figure), plain_value(measure, figure), {}, figures.texts[figure.reason]};
          if (line.period.empty()) line.period = "period not given";
          if (figure.has_counts && !figure.hidden)
            line.counts = std::to_string(figure.numerator) + " of " + std::to_string(figure.denominator);
          lines.push_back(std::move(line));
        }
    }
  }
  return lines;
}

void print_table(const std::vector<Line>& lines) {
  const auto width = [&](auto field) {
    std::size_t widest = 0;
    for (const Line& line : lines) widest = std::max(widest, (line.*field).size());
    return static_cast<int>(widest);
  };
  const int m = width(&Line::measure), a = width(&Line::area), c = width(&Line::choice), p = width(&Line::period);
  for (const Line& line : lines) {
    std::printf("%-*s  %-*s  ", m, line.measure.c_str(), a, line.area.c_str());
    if (c > 0) std::printf("%-*s  ", c, line.choice.c_str());
    std::printf("%-*s  %s%s%s%s\n", p, line.period.c_str(), line.value.c_str(), line.counts.empty() ? "" : " (", line.counts.c_str(),
                line.counts.empty() ? "" : ")");
  }
}

void print_json(const std::vector<Line>& lines) {
  JsonWriter json;
  json.begin_array();
  for (const Line& line : lines) {
    json.begin_object().key("measure").text(line.measure).key("area").text(line.area).key("choice").text(line.choice);
    json.key("period").text(line.period).key("value");
    if (line.plain.empty()) json.null(); else json.number(line.plain);
    json.key("said").text(line.value).key("reason").text(line.why).end_object();
  }
  json.end_array();
  const std::string text = json.take();
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace

int run_figures(const FiguresOptions& options) {
  Problems problems;
  const auto folder = disk_folder(options.folder);
  const std::optional<Loaded> loaded = load_figures(*folder, problems);
  show(problems);
  if (!loaded) return 1;
  const Card& card = *loaded->card;
  if (!options.measure.empty() && card.measure(options.measure) == nullptr) {
    std::vector<std::string> known;
    for (const Measure& measure : card.measures) known.push_back(measure.id);
    const auto meant = did_you_mean(options.measure, known);
    std::fprintf(stderr, "reportcard: there is no measure \"%s\".%s\n", options.measure.c_str(),
                 meant ? (" Did you mean \"" + *meant + "\"?").c_str() : "");
    return 2;
  }
  std::optional<AreaId> area;
  if (!options.area.empty()) {
    area = card.areas.find(options.area);
    if (!area) {
      std::fprintf(stderr, "reportcard: there is no area \"%s\".\n", options.area.c_str());
      return 2;
    }
  }
  if (options.format == "csv") {
    const std::string text = figures_csv(card, loaded->figures, options.measure, area);
    std::fwrite(text.data(), 1, text.size(), stdout);
  } else {
    const std::vector<Line> lines = lines_of(card, loaded->figures, options, area);
    options.format == "json" ? print_json(lines) : print_table(lines);
  }
  return problems.has_errors() ? 1 : 0;
}

}  // namespace reportcard
