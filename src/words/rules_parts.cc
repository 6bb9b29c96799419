// SPDX-License-Identifier: MIT
// Parts against the total that they make.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"
#include "words/rules.h"

namespace reportcard {
namespace {

// Units of the last place known: 41 million is known to the million.
std::optional<Ratio> one_unit(std::int8_t places) {
  const Ratio half = half_unit(places);
  return half.sign() == 0 ? std::optional(Ratio{}) : multiply(half, Ratio::whole(2));
}

std::string_view qualifier_word(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::at_least: return "at least ";
    case Qualifier::over: return "over ";
    case Qualifier::about: return "about ";
    case Qualifier::at_most: return "at most ";
    case Qualifier::under: return "under ";
    case Qualifier::none: break;
  }
  return "";
}

// Whether parts that come to `sum` can have this total. "over 41" is more than 41 and less than the next unit, 42.
bool can_be(const Measure& measure, Ratio sum, Ratio slack, const Figure& total, bool all_known) {
  const auto beyond = subtract(sum, total.value);
  const auto unit = one_unit(total.places);
  const auto room = add(slack, half_known(measure, total));
  if (!beyond || !unit || !room) return true;
  const auto room_and_unit = add(*room, *unit);
  const bool short_of = all_known && beyond->sign() < 0 && beyond->size() > *room;
  switch (total.qualifier) {
    case Qualifier::none: return beyond->sign() > 0 ? *beyond <= *room : !short_of;
    case Qualifier::at_least: return !short_of;
    case Qualifier::over: return !short_of && (!room_and_unit || beyond->sign() <= 0 || *beyond < *unit || *beyond <= slack);
    case Qualifier::at_most: return beyond->sign() <= 0 || *beyond <= *room;
    case Qualifier::under: return beyond->sign() < 0 ? !all_known || !room_and_unit || beyond->size() < *room_and_unit : *beyond <= slack;
    case Qualifier::about: return !room_and_unit || (beyond->sign() > 0 ? *beyond <= *room_and_unit : !all_known || beyond->size() <= *room_and_unit);
  }
  return true;
}

}  // namespace

void parts_against_total(const RuleInput& in, std::vector<Finding>& found) {
  struct Whole { const TypedFigure* total = nullptr; std::map<std::string, const TypedFigure*> parts; };
  const std::vector<TypedFigure> typed = typed_figures(in);
  // A whole is a cell without a choice, or a choice "a" of which "a/b" is a part. Its parts are told by the split.
  std::map<std::tuple<std::uint32_t, AreaId, Period, std::string>, Whole> wholes;
  for (const TypedFigure& one : typed) {
    const Measure& measure = *one.named.measure;
    if (measure.parts != Parts::add || one.figure_hidden()) continue;
    const std::string& choice = one.named.choice;
    wholes[{one.named.index, one.named.area, *one.named.period, choice}].total = &one;
    if (choice.empty()) continue;
    const std::size_t stroke = choice.rfind('/');
    const std::string of = stroke == choice.npos ? std::string() : choice.substr(0, stroke);
    wholes[{one.named.index, one.named.area, *one.named.period, of}].parts[choice] = &one;
  }
  for (const auto& [key, whole] : wholes) {
    if (!whole.total || whole.parts.empty()) continue;
    const Measure& measure = *whole.total->named.measure;
    // Split in several ways, each way adds to the whole by itself; which choice is of which split the row tells.
    std::map<std::string, std::vector<const TypedFigure*>> by_split;
    for (const auto& [choice, part] : whole.parts) {
      std::string split;
      for (const std::string& name : measure.split_names) {
        if (part->records->text(part->row, name) == choice) split = name;
      }
      by_split[split].push_back(part);
    }
    for (const auto& [split, parts] : by_split) {
      Ratio sum, slack;
      std::string terms;
      int places = bare_places(measure, *whole.total->named.figure);
      bool fits = true;
      for (const TypedFigure* part : parts) {
        const Figure& figure = *part->named.figure;
        const auto more = add(sum, figure.value), wider = add(slack, half_known(measure, figure));
        if (!more || !wider) { fits = false; break; }
        sum = *more;
        slack = *wider;
        places = std::max(places, bare_places(measure, figure));
        terms += (terms.empty() ? "" : " + ") + bare_value(measure, figure);
      }
      if (!fits) continue;
      // A part without a value in this period leaves room below the total, never above it.
      std::size_t of_split = 0;
      std::set<std::string> choices;
      for (const TypedFigure& one : typed) {
        if (one.named.index != whole.total->named.index || one.named.choice.empty()) continue;
        if (whole.parts.begin()->first.find('/') != std::string::npos && one.named.choice.rfind(whole.total->named.choice + "/", 0) != 0) continue;
        if (std::count(one.named.choice.begin(), one.named.choice.end(), '/') != std::count(parts.front()->named.choice.begin(), parts.front()->named.choice.end(), '/')) continue;
        if (!split.empty() && one.records->text(one.row, split) != one.named.choice) continue;
        choices.insert(one.named.choice);
      }
      of_split = choices.size();
      // Parts of a part are named where they matter; they need not be all.
      const bool all_known = parts.size() >= of_split && whole.total->named.choice.empty();
      const Figure& total = *whole.total->named.figure;
      if (can_be(measure, sum, slack, total, all_known)) continue;
      const auto beyond = subtract(sum, total.value);
      const bool over = beyond && beyond->sign() > 0;
      const std::string unit = measure.scale == 1'000'000 ? " million" : measure.scale == 1'000 ? " thousand" : "";
      found.push_back(found_at(*whole.total, in.card, "parts-against-total",
                               fmt::format("The parts of {} {} their total.", said_figure(in.card, whole.total->named), over ? "exceed" : "fall short of"),
                               fmt::format("{} = {}{}: {}{} {} the total of {}{}{}", terms, bare(measure, sum, places), unit, beyond ? bare(measure, beyond->size(), places) : "too much to print", unit,
                                           over ? "above" : "below", qualifier_word(total.qualifier), bare_value(measure, total), unit)));
    }
  }
}

}  // namespace reportcard
