// SPDX-License-Identifier: MIT
// Names resolved against what was computed. A name about nothing says what could be meant.
#include "words/named_figure.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/card.h"

namespace reportcard {
namespace {

struct SideWord { std::string_view word; Side side; };
constexpr SideWord side_words[] = {{"late", Side::late},         {"median", Side::median},     {"open", Side::open},
                                   {"overdue", Side::overdue},   {"entities", Side::entities}, {"unjudged", Side::unjudged},
                                   {"n", Side::n}};

std::string meant(std::string_view word, const std::vector<std::string>& known, std::string_view none) {
  if (known.empty()) return std::string(none);
  if (const auto near = did_you_mean(word, known)) return fmt::format("did you mean \"{}\"?", *near);
  std::vector<std::string> few(known.begin(), known.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(known.size(), 12)));
  return fmt::format("write one of: {}{}", list_of(few), few.size() < known.size() ? " ..." : "");
}

// 1 for pounds, 6 for millions: how many places the scale moves the point.
int scale_places(const Measure& measure) {
  int places = 0;
  for (std::int64_t scale = measure.scale; scale >= 10; scale /= 10) ++places;
  return places;
}

void place_figure(NamedFigure& named) {
  named.figure = nullptr;
  if (!named.period || named.choice == "*") return;
  if (named.cube) named.figure = named.cube->find(named.area, named.choice, *named.period);
  if (named.published && !named.known()) {
    const Figure* published = named.published->find(named.area, named.choice, *named.period);
    if (published && published->known) named.figure = published;
  }
}

}  // namespace

bool is_choice(std::string_view written, std::string_view choice) {
  if (written == choice) return true;
  const auto parts = split(written, '/'), of = split(choice, '/');
  if (parts.size() != of.size()) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (slug(parts[i]) != slug(of[i])) return false;
  }
  return true;
}

std::optional<AreaId> find_area(const Card& card, std::string_view name) {
  const std::string folded = fold(trim(name));
  if (folded == "england" || folded == "national" || folded == "nationally") {
    if (const auto england = card.areas.england()) return england;
  }
  if (folded == "region") {
    if (card.area >= card.areas.all.size()) return {};
    return card.areas.find(card.areas.all[card.area].region);
  }
  return card.areas.find(trim(name));
}

std::string said_comparator(const Card& card, const std::string& written) {
  const auto area = find_area(card, written);
  return area && *area < card.areas.all.size() ? card.areas.all[*area].name : written;
}

std::vector<AreaId> members_of(const Card& card, std::string_view comparator) {
  if (const auto own = card.own_lists.find(std::string(comparator)); own != card.own_lists.end()) return own->second;
  std::vector<AreaId> members;
  const auto area = find_area(card, comparator);
  if (!area) return members;
  const Area& of = card.areas.all[*area];
  for (std::size_t i = 0; i < card.areas.all.size(); ++i) {
    const Area& one = card.areas.all[i];
    if (one.level != AreaLevel::authority) continue;
    if (of.level == AreaLevel::country || (of.level == AreaLevel::region && one.region == of.code)) {
      members.push_back(static_cast<AreaId>(i));
    }
  }
  return members;
}

std::optional<Period> read_period(PeriodKind kind, std::string_view text) {
  text = trim(text);
  if (text.empty()) return Period{};
  if (kind != PeriodKind::not_given) {
    if (const auto period = Period::parse(kind, text)) return period;
  }
  for (const PeriodKind other : {PeriodKind::financial_year, PeriodKind::calendar_year, PeriodKind::quarter, PeriodKind::month_end,
                                 PeriodKind::day}) {
    if (const auto period = Period::parse(other, text)) return period;
  }
  return {};
}

bool same_period(const Period& a, const Period& b) {
  if (a.kind == PeriodKind::not_given || b.kind == PeriodKind::not_given) return a.kind == b.kind;
  if (a.kind == b.kind) return a.index == b.index;
  if (is_as_at(a.kind) && is_as_at(b.kind)) return a.last() == b.last();
  return a.first() == b.first() && a.last() == b.last();
}

std::string said_period(const Period& period) {
  if (period.kind == PeriodKind::not_given) return "no period";
  if (period.kind == PeriodKind::month_end) return Period{PeriodKind::month, period.index}.said();
  return period.said();
}

std::optional<NamedFigure> find_figure(const Card& card, const Figures& figures, const FigureName& name, std::string& why,
                                       std::string& remedy) {
  NamedFigure named;
  for (std::size_t i = 0; i < card.measures.size(); ++i) {
    if (card.measures[i].id != name.measure) continue;
    named.measure = &card.measures[i];
    named.index = static_cast<std::uint32_t>(i);
  }
  if (!named.measure) {
    std::vector<std::string> known;
    for (const Measure& measure : card.measures) known.push_back(measure.id);
    why = fmt::format("There is no measure \"{}\".", name.measure);
    remedy = meant(name.measure, known, "define the measure in measures/");
    return {};
  }
  Side side = Side::main;
  named.words = name.words;
  if (!named.words.empty()) {
    for (const SideWord& one : side_words) {
      if (named.words.front() == one.word) side = one.side;
    }
    if (side != Side::main) named.words.erase(named.words.begin());
  }
  named.area = card.area;
  if (!name.area.empty()) {
    const auto area = find_area(card, name.area);
    if (!area) {
      why = fmt::format("There is no area \"{}\".", name.area);
      remedy = meant(name.area, card.areas.names(), "write its name or code");
      return {};
    }
    named.area = *area;
  }
  named.cube = figures.cube(named.index, side);
  const Cube* published = figures.cube(named.index, side, Basis::published);
  if (published != named.cube) named.published = published;
  named.choice = name.choice;
  if (!name.choice.empty() && name.choice != "*") {
    const std::string* found = nullptr;
    std::vector<std::string> known;
    if (named.cube) {
      for (const std::string& choice : named.cube->choices) {
        if (is_choice(name.choice, choice)) found = &choice;
        if (!choice.empty()) known.push_back(choice);
      }
    }
    if (!found) {
      why = fmt::format("The measure \"{}\" has no choice \"{}\".", name.measure, name.choice);
      remedy = meant(name.choice, known, "leave [...] out: the measure is not split");
      return {};
    }
    named.choice = *found;
  }
  if (!name.period.empty()) {
    named.period = Period::parse(named.measure->periods, name.period);
    if (!named.period) {
      why = fmt::format("\"{}\" is no {}, and that is the kind of period of \"{}\".", name.period, kind_name(named.measure->periods),
                        name.measure);
      remedy = fmt::format("write it as {} do: {}", kind_name(named.measure->periods),
                           Period::holding(named.measure->periods, Date::of(2012, 3, 31)).name());
      return {};
    }
  } else {
    named.period = figures.current(named.index, card);
    // A figure that was printed without any period is the only one there is.
    if (!named.period && named.cube && !named.cube->periods.empty() && named.cube->periods.front().kind == PeriodKind::not_given) {
      named.period = named.cube->periods.front();
    }
  }
  place_figure(named);
  return named;
}

std::optional<NamedFigure> find_figure(const Card& card, const Figures& figures, std::string_view name, std::string& why,
                                       std::string& remedy) {
  const auto parsed = parse_figure_name(name);
  if (!parsed) {
    why = fmt::format("\"{}\" is not the name of a figure.", name);
    remedy = "write the id of a measure, then as needed [choice] and @period: gcse@2011/12";
    return {};
  }
  return find_figure(card, figures, *parsed, why, remedy);
}

NamedFigure at_period(NamedFigure named, std::optional<Period> period) {
  named.period = period;
  place_figure(named);
  return named;
}

NamedFigure in_area(NamedFigure named, AreaId area) {
  named.area = area;
  place_figure(named);
  return named;
}

NamedFigure of_choice(NamedFigure named, std::string_view choice) {
  named.choice = choice;
  place_figure(named);
  return named;
}

std::string titled(const Measure& measure) { return "\xE2\x80\x9C" + measure.title + "\xE2\x80\x9D"; }

std::string titled(const Card& card, const NamedFigure& named) {
  std::vector<std::string> which;
  if (!named.choice.empty()) which.push_back(named.choice);
  if (named.area != card.area && named.area < card.areas.all.size()) which.push_back(card.areas.all[named.area].name);
  return titled(*named.measure) + (which.empty() ? "" : " (" + join(which, ", ") + ")");
}

std::string said_figure(const Card& card, const NamedFigure& named) {
  std::string said = titled(card, named);
  if (!named.period) return said;
  if (named.period->kind == PeriodKind::not_given) return said + ", without a period";
  return said + (is_as_at(named.period->kind) ? " at " : " in ") + said_period(*named.period);
}

Ratio half_known(const Measure& measure, const Figure& figure) {
  if (measure.unit == Unit::count && measure.scale == 1 && figure.qualifier == Qualifier::none) return {};
  return half_unit(figure.places);
}

int bare_places(const Measure& measure, const Figure& figure) {
  const int scaled = scale_places(measure);
  if (figure.places == Number::wholly) {
    // A whole number needs no places; of a fraction one place from 100 in the denominator, as it is printed.
    for (int places = 0; places <= 3; ++places) {
      const auto rounded = round_to(figure.value, places - scaled);
      if (rounded && Ratio::of(*rounded) == figure.value) return places;
    }
    return 1;
  }
  return std::max(0, figure.places + scaled);
}

std::string bare(const Measure& measure, Ratio value, int places) {
  const auto scaled = measure.scale > 1 ? divide(value, Ratio::whole(measure.scale)) : std::optional(value);
  if (!scaled) return "too large to print";
  const auto rounded = round_to(*scaled, places);
  return rounded ? rounded->said() : "too large to print";
}

std::string bare_value(const Measure& measure, const Figure& figure) {
  if (!figure.known) return "not known";
  return bare(measure, figure.value, bare_places(measure, figure));
}

}  // namespace reportcard
