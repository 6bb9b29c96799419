// SPDX-License-Identifier: MIT
// Figures as files keep them made into figures as the engine has them, as exact as the file allows.
#include <algorithm>
#include <array>
#include <set>

#include "card/card.h"
#include "engine/computing.h"
#include "engine/edition_changes.h"
#include "engine/print.h"

namespace reportcard {
namespace {

std::optional<Ratio> ratio_from(const std::string& text) {
  const std::size_t stroke = text.find('/');
  const auto over = Decimal::parse(text.substr(0, stroke));
  if (!over) return {};
  if (stroke == std::string::npos) return Ratio::of(*over);
  const auto under = Decimal::parse(text.substr(stroke + 1));
  if (!under || under->places != 0 || over->places != 0 || under->units <= 0) return {};
  return Ratio{over->units, under->units};
}

constexpr std::array<std::string_view, 6> qualifiers = {"", "at least", "over", "about", "at most", "under"};

Figure number_of(const KeptFigure& kept) {
  Figure figure;
  figure.hidden = kept.is_hidden();
  if (kept.numerator && kept.denominator) {
    figure.has_counts = true;
    figure.numerator = *kept.numerator;
    figure.denominator = *kept.denominator;
  }
  const auto printed = Decimal::parse(kept.value);
  if (!printed) return figure;
  figure.known = true;
  if (const auto exact = ratio_from(kept.ratio); exact && !kept.ratio.empty()) {
    figure.value = *exact;
    const auto places = Decimal::parse(kept.known_places);
    figure.places = places ? static_cast<std::int8_t>(places->units) : Number::wholly;
  } else {
    // A download rounds: a share is made of its counts again, what else has more than is printed is taken as it is written.
    const auto longer = Decimal::parse(kept.exact);
    figure.value = Ratio::of(longer ? *longer : *printed);
    figure.places = longer || figure.has_counts ? Number::wholly : static_cast<std::int8_t>(printed->places);
    if (longer && figure.has_counts && figure.denominator > 0 && kept.unit == "percent") {
      if (const auto share = multiply(Ratio{figure.numerator, figure.denominator}, Ratio::whole(100))) {
        const auto rounded = round_to(*share, longer->places);
        if (rounded && *rounded == *longer) figure.value = *share;
      }
    }
  }
  const auto qualifier = std::find(qualifiers.begin(), qualifiers.end(), kept.qualifier);
  if (qualifier != qualifiers.end()) figure.qualifier = static_cast<Qualifier>(qualifier - qualifiers.begin());
  return figure;
}

}  // namespace

Kept kept_edition(std::string id, std::string title, std::optional<Date> day, std::vector<KeptFigure> figures, std::vector<KeptMeasure> measures) {
  auto kept = std::make_shared<KeptEdition>();
  kept->id = std::move(id);
  kept->title = std::move(title);
  kept->day = day;
  kept->figures = std::move(figures);
  kept->measures = std::move(measures);
  for (const KeptFigure& one : kept->figures) kept->numbers.push_back(number_of(one));
  if (kept->measures.empty()) {
    kept->named_by_figures = true;
    std::set<std::string> there;
    for (const KeptFigure& one : kept->figures) {
      if (there.insert(one.measure).second) kept->measures.push_back({one.measure, one.title.empty() ? one.measure : one.title, {}, Audience::public_, {}});
    }
  }
  return kept;
}

void measures_from_figures(const KeptEdition& edition, Card& card) {
  for (const KeptMeasure& one : edition.measures) {
    if (card.measure(one.id)) continue;
    Measure measure;
    measure.id = one.id;
    measure.title = one.title;
    for (const KeptFigure& figure : edition.figures) {
      if (figure.measure != one.id) continue;
      measure.better = figure.better == "higher" ? Better::higher : figure.better == "lower" ? Better::lower : Better::none;
      for (int u = 0; u <= static_cast<int>(Unit::score); ++u) {
        if (unit_name(static_cast<Unit>(u)) == figure.unit) measure.unit = static_cast<Unit>(u);
      }
      // The file says better or worse of this part itself, so there are many of them.
      if (figure.direction == "better" || figure.direction == "worse") measure.many_choices.push_back(figure.choice);
    }
    card.measures.push_back(std::move(measure));
  }
}

}  // namespace reportcard
