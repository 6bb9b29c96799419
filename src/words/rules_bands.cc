// SPDX-License-Identifier: MIT
// Printed bands against all values: every value falls in exactly one.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/rules.h"

namespace reportcard {

void band_gap(const RuleInput& in, std::vector<Finding>& found) {
  for (const PrintedBands& bands : in.statements.bands) {
    // As many places as the values have: a gap in which no such value can lie is none.
    int places = 0;
    std::vector<const Figure*> values;
    std::vector<TypedFigure> typed = typed_figures(in);
    for (const TypedFigure& one : typed) {
      if (one.named.measure->id != bands.measure || one.figure_hidden()) continue;
      places = std::max(places, one.named.figure->places == Number::wholly ? 1 : int{one.named.figure->places});
      values.push_back(one.named.figure);
    }
    places = std::clamp(places, 0, 6);
    std::vector<PrintedBand> sorted = bands.bands;
    std::sort(sorted.begin(), sorted.end(), [](const PrintedBand& a, const PrintedBand& b) {
      if (!a.low || !b.low) return !a.low && b.low;
      return Ratio::of(*a.low) < Ratio::of(*b.low);
    });
    const auto step = divide(Ratio::whole(1), Ratio::whole([&] { std::int64_t ten = 1; for (int i = 0; i < places; ++i) ten *= 10; return ten; }()));
    for (std::size_t i = 0; step && i + 1 < sorted.size(); ++i) {
      const PrintedBand &below = sorted[i], &above = sorted[i + 1];
      if (!below.high || !above.low) continue;
      if (Ratio::of(*below.high).size() > Ratio::whole(1'000'000'000) || Ratio::of(*above.low).size() > Ratio::whole(1'000'000'000)) continue;
      // The first value that the lower band leaves out, and the last that the upper one does.
      const auto up = round_to(Ratio::of(*below.high), places), down = round_to(Ratio::of(*above.low), places);
      if (!up || !down) continue;
      Ratio first = Ratio::of(*up), last = Ratio::of(*down);
      while (first < Ratio::of(*below.high) || (first == Ratio::of(*below.high) && below.high_belongs)) first = *add(first, *step);
      if (const auto less = subtract(first, *step); less && (*less > Ratio::of(*below.high) || (*less == Ratio::of(*below.high) && !below.high_belongs))) first = *less;
      while (last > Ratio::of(*above.low) || (last == Ratio::of(*above.low) && above.low_belongs)) last = *subtract(last, *step);
      if (const auto more = add(last, *step); more && (*more < Ratio::of(*above.low) || (*more == Ratio::of(*above.low) && !above.low_belongs))) last = *more;
      const bool gap = first <= last;
      const bool overlap = Ratio::of(*below.high) > Ratio::of(*above.low) || (*below.high == *above.low && below.high_belongs && above.low_belongs);
      if (!gap && !overlap) continue;
      std::size_t fallen = 0;
      for (const Figure* value : values) {
        if (gap ? value->value >= first && value->value <= last : value->value >= Ratio::of(*above.low) && value->value <= Ratio::of(*below.high)) ++fallen;
      }
      const auto from = round_to(first, places), to = round_to(last, places);
      Finding finding;
      finding.rule = "band-gap";
      finding.place = bands.place;
      finding.at = bands.at;
      finding.source = bands.source;
      finding.explains = bands.reason;
      finding.figure = bands.measure;
      if (gap) {
        finding.message = fmt::format("Between the bands that end at {} and begin at {} there is a gap.", below.high->said(), above.low->said());
        finding.sum = fmt::format("{} {} in no band; {} {} fall in it", first == last ? from->said() : from->said() + " to " + to->said(), first == last ? "is" : "are", fallen,
                                  fallen == 1 ? "value" : "values");
      } else {
        finding.message = fmt::format("The bands that end at {} and begin at {} overlap.", below.high->said(), above.low->said());
        finding.sum = fmt::format("{} to {} is in both; {} {} fall in it", above.low->said(), below.high->said(), fallen, fallen == 1 ? "value" : "values");
      }
      found.push_back(std::move(finding));
    }
  }
}

}  // namespace reportcard
