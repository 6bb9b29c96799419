// SPDX-License-Identifier: MIT
// figures.csv: one row a figure. A hidden figure has a symbol and no value, never both.
#include "site/figures_csv.h"

#include <algorithm>
#include <map>

#include "card/card.h"
#include "engine/print.h"
#include "site/site.h"
#include "site/value_rows.h"
#include "tables/csv.h"

namespace reportcard {

namespace {

constexpr std::string_view better_names[] = {"higher", "lower", "none"};
constexpr std::string_view status_names[] = {"final", "provisional", "revised", "forecast"};
constexpr std::string_view direction_names[] = {"better", "worse", "no change", "cannot say"};

bool anything(const Figure& f) { return f.known || f.hidden || f.symbol != 0 || f.reason != 0; }

std::string rounded(Ratio value, int places) {
  const auto decimal = round_to(value, places);
  return decimal ? decimal->plain() : std::string();
}

// As many places as either side has: tables give a difference as it is, sentences with the fewer.
int places_of_both(const Measure& m, const Figure* a, const Figure* b) {
  return std::max(0, std::max(a == nullptr ? 0 : places_of(m, *a), b == nullptr ? 0 : places_of(m, *b)));
}

// The value before rounding, to six places more, where the printed one is not all of it.
std::string exact_value(const Measure& m, const Figure& f) {
  if (!f.known || f.hidden) return {};
  const int places = std::max(0, places_of(m, f));
  const auto printed = round_to(f.value, places);
  if (printed && Ratio::of(*printed) == f.value) return {};
  return rounded(f.value, places + 6);
}

std::string place_of(const Card& card, const Measure& m, const Figure& f) {
  std::string place = value_row_place(card, m, f);
  if (!place.empty()) return place;
  const auto of = card.registers.find(m.from);
  return of == card.registers.end() ? std::string() : of->second.file;  // the rule and the counts are on the measure's page
}

void change(CsvWriter& to, const Measure& m, const std::optional<Change>& x, bool with_value) {
  const bool said = x && x->known && x->before != nullptr && !x->before->hidden && x->now != nullptr && !x->now->hidden;
  to.text(said ? x->from.name() : std::string());
  if (with_value) to.number(said ? plain_value(m, *x->before) : std::string());
  to.number(said ? rounded(x->difference, places_of_both(m, x->before, x->now)) : std::string());
}

struct Wanted {
  std::string_view measure;
  std::optional<AreaId> area;
  Audience reader;
  bool of(const Measure& m) const {
    if (!measure.empty()) return m.id == measure;   // asked for by name
    return is_shown_to(reader, m.audience);
  }
};

void row(CsvWriter& to, const Card& card, const Figures& figures, const Measure& m, const Cube& cube, AreaId area, const std::string& choice, Period period,
         const Figure& f, const Comparison& c) {
  const Area& place = card.areas.all[area];
  const bool dated = period.kind != PeriodKind::not_given;
  const bool shown = f.known && !f.hidden;
  to.text(figures_schema).text(m.id).text(m.title).text(place.code).text(place.name).text(level_name(place.level)).text(choice);
  to.text(dated ? period.name() : std::string()).text(dated ? kind_name(period.kind) : std::string_view("not given"));
  to.text(dated ? period.first().iso() : std::string()).text(dated ? period.last().iso() : std::string());
  to.text(cube.basis == Basis::computed ? "computed" : "published");
  to.text(f.published == std::numeric_limits<std::int32_t>::min() ? std::string() : Date{f.published}.iso());
  to.text(status_names[static_cast<std::size_t>(f.status)]);
  to.number(plain_value(m, f)).number(exact_value(m, f)).text(said_value(m, figures, f));
  to.number(std::to_string(std::max(0, places_of(m, f)))).text(unit_name(m.unit));
  std::string symbol = f.hidden ? "c" : figures.texts[f.symbol];
  if (!shown && symbol.empty()) symbol = "x";
  to.text(shown ? std::string() : symbol).text(shown ? std::string() : f.hidden ? std::string("small number: not shown, to protect people") : figures.texts[f.reason]);
  to.number(shown && f.has_counts ? std::to_string(f.numerator) : std::string()).number(shown && f.has_counts ? std::to_string(f.denominator) : std::string());
  to.text(shown && c.band != nullptr ? c.band->name : std::string()).text(shown && c.band != nullptr ? m.bands : std::string());
  const bool compared = shown && c.now == &f;
  to.text(better_names[static_cast<std::size_t>(m.better)]);
  to.text(compared && c.previous ? direction_names[static_cast<std::size_t>(c.previous->direction)] : std::string_view());
  const std::optional<Change> nothing;
  change(to, m, compared ? c.previous : nothing, true);
  change(to, m, compared ? c.year_ago : nothing, false);
  change(to, m, compared ? c.baseline : nothing, true);
  const auto target = std::find_if(c.targets.begin(), c.targets.end(), [&](const Change& x) { return x.known; });
  to.number(compared && target != c.targets.end() ? target->target.plain() : std::string());
  to.text(figures.texts[f.note]).text(figures.texts[f.called]).text(value_row_text(card, m, f, "source")).text(place_of(card, m, f));
}

// What a download rounds away: the value itself, how far it is known, and "about".
void exactly(CsvWriter& to, const Figure& f) {
  constexpr std::string_view qualifiers[] = {"", "at least", "over", "about", "at most", "under"};
  const bool shown = f.known && !f.hidden;
  to.text(!shown ? std::string() : f.value.under == 1 ? std::to_string(f.value.over) : std::to_string(f.value.over) + "/" + std::to_string(f.value.under));
  to.text(!shown || f.places == Number::wholly ? std::string() : std::to_string(f.places)).text(qualifiers[static_cast<std::size_t>(f.qualifier)]);
}

}  // namespace

const std::vector<DataColumn>& figure_columns() {
  static const std::vector<DataColumn> columns{
      {"schema", "string", "version of this list of columns"},
      {"measure", "string", "id of the measure"},
      {"title", "string", "title of the measure"},
      {"area_code", "string", "code of the place"},
      {"area_name", "string", "name of the place"},
      {"area_level", "string", "country, region, group, authority or other"},
      {"choice", "string", "part of the measure; blank is the whole; a/b is part of a"},
      {"period", "string", "period of fact; blank where none is given"},
      {"period_kind", "string", "financial year, academic year, month end ..."},
      {"period_first", "date", "first day of the period; of figures as at a day, that day"},
      {"period_last", "date", "last day of the period"},
      {"basis", "string", "computed from records here, or published by somebody"},
      {"published", "date", "day on which the figure became known; blank where not given"},
      {"status", "string", "final, provisional, revised or forecast"},
      {"value", "number", "the figure as printed, without unit; blank where there is none or it is hidden"},
      {"exact", "number", "the figure before rounding, to six places more; blank where `value` is all of it"},
      {"value_shown", "string", "as pages print it"},
      {"decimals", "integer", "places of `value`"},
      {"unit", "string", "percent, count, gbp ..."},
      {"symbol", "string", "c hidden, to protect people; x not available; others as the source has them"},
      {"reason", "string", "why there is no value"},
      {"numerator", "integer", "the counted, where known"},
      {"denominator", "integer", "of how many, where known"},
      {"band", "string", "name of the band, from bands.json"},
      {"bands", "string", "id of the list of bands"},
      {"better", "string", "higher, lower or none"},
      {"direction", "string", "of `change`: better, worse, no change (beyond rounding), cannot say"},
      {"previous_period", "string", "the last comparable period before"},
      {"previous_value", "number", "its value"},
      {"change", "number", "value less previous value; points for percentages"},
      {"year_ago_period", "string", "the same month or quarter a year before"},
      {"year_ago_change", "number", "value less the value then"},
      {"baseline_period", "string", "the period that direction of travel starts from"},
      {"baseline_value", "number", "its value"},
      {"baseline_change", "number", "value less the value then"},
      {"target_value", "number", "the target that the value is held against"},
      {"note", "string", "note of the figure"},
      {"called", "string", "what its publisher calls the period"},
      {"source", "string", "where it was printed"},
      {"place", "string", "file and line that it was read from, or the file it was computed from"},
  };
  return columns;
}

namespace {

std::string figures_as(const Card& card, const Figures& figures, const Wanted& wanted, bool kept) {
  std::vector<std::string> header;
  for (const DataColumn& column : figure_columns()) header.emplace_back(column.name);
  if (kept) header.insert(header.end(), {"ratio", "known_places", "qualifier"});
  CsvWriter to(header);
  for (std::size_t index = 0; index < card.measures.size(); ++index) {
    const Measure& m = card.measures[index];
    if (!wanted.of(m)) continue;
    for (const Basis basis : {Basis::computed, Basis::published}) {
      const Cube* cube = figures.cube(static_cast<std::uint32_t>(index), Side::main, basis);
      if (cube == nullptr) continue;
      for (std::size_t a = 0; a < cube->areas.size(); ++a) {
        if (wanted.area && cube->areas[a] != *wanted.area) continue;
        for (std::size_t choice = 0; choice < cube->choices.size(); ++choice) {
          for (std::size_t p = 0; p < cube->periods.size(); ++p) {
            const Figure& f = cube->at(a, choice, p);
            if (!anything(f) || (kept && !f.known && !f.hidden && f.symbol == 0)) continue;
            // A year that is not over is no figure of an edition: it would be another one each month.
            if (card.edition && cube->periods[p].kind != PeriodKind::not_given && cube->periods[p].last() > *card.as_at) continue;
            const Comparison c = compare(card, figures, static_cast<std::uint32_t>(index), cube->areas[a], cube->choices[choice], cube->periods[p]);
            row(to, card, figures, m, *cube, cube->areas[a], cube->choices[choice], cube->periods[p], f, c);
            if (kept) exactly(to, f);
            to.end_row();
          }
        }
      }
    }
  }
  return to.take();
}

}  // namespace

std::string figures_csv(const Card& card, const Figures& figures, std::string_view measure, std::optional<AreaId> area, Audience reader) {
  return figures_as(card, figures, {measure, area, reader}, false);
}

std::string kept_figures_csv(const Card& card, const Figures& figures) { return figures_as(card, figures, {{}, std::nullopt, Audience::staff}, true); }

const std::vector<DataColumn>& comparison_columns() {
  static const std::vector<DataColumn> columns{
      {"schema", "string", "version of this list of columns"},
      {"measure", "string", "id of the measure"},
      {"area_code", "string", "code of the place"},
      {"area_name", "string", "name of the place"},
      {"choice", "string", "part of the measure; blank is the whole"},
      {"period", "string", "period of our figure"},
      {"basis", "string", "of our figure: computed or published"},
      {"value", "number", "our figure"},
      {"comparator", "string", "england, region, neighbours or a list of the card's own"},
      {"comparator_name", "string", "the comparator as pages name it"},
      {"comparator_period", "string", "period of its figure"},
      {"comparator_basis", "string", "of its figure: computed or published"},
      {"comparator_value", "number", "its figure"},
      {"comparator_numerator", "integer", "where known"},
      {"comparator_denominator", "integer", "where known"},
      {"members", "integer", "places in it, where it is computed"},
      {"members_with_value", "integer", "how many of them had a value"},
      {"gap", "number", "value less the comparator's, for one and the same period only; points for percentages"},
      {"side", "string", "better, worse, no change (level, within rounding), cannot say"},
      {"trend", "string", "narrowing, widening, level, overtaken or fallen behind since the common period before; blank: cannot say"},
      {"reason", "string", "why there is no gap"},
  };
  return columns;
}

std::string comparisons_csv(const Card& card, const Figures& figures, Audience reader) {
  std::vector<std::string> header;
  for (const DataColumn& column : comparison_columns()) header.emplace_back(column.name);
  CsvWriter to(header);
  constexpr std::string_view trends[] = {"", "narrowing", "widening", "level", "overtaken", "fallen behind"};
  for (std::size_t index = 0; index < card.measures.size(); ++index) {
    const Measure& m = card.measures[index];
    if (!is_shown_to(reader, m.audience)) continue;
    for (const Basis basis : {Basis::computed, Basis::published}) {
      const Cube* cube = figures.cube(static_cast<std::uint32_t>(index), Side::main, basis);
      if (cube == nullptr) continue;
      for (const AreaId area : cube->areas) {
        if (card.areas.all[area].level != AreaLevel::authority && area != card.area) continue;
        for (const std::string& choice : cube->choices) {
          for (const Period period : cube->periods) {
            const Figure* f = cube->find(area, choice, period);
            if (f == nullptr || !f->known || f->hidden) continue;
            const Comparison c = compare(card, figures, static_cast<std::uint32_t>(index), area, choice, period);
            if (c.now != f) continue;
            for (const Gap& gap : c.gaps) {
              if (gap.theirs == nullptr || !gap.theirs->known || gap.theirs->hidden) continue;  // nothing to set beside ours
              const bool same = gap.period && *gap.period == period && gap.ours == f;
              const Period when = same ? period : gap.theirs_period;
              to.text(figures_schema).text(m.id).text(card.areas.all[area].code).text(card.areas.all[area].name).text(choice);
              to.text(period.kind == PeriodKind::not_given ? std::string() : period.name()).text(basis == Basis::computed ? "computed" : "published").number(plain_value(m, *f));
              to.text(gap.comparator).text(gap.said).text(when.kind == PeriodKind::not_given ? std::string() : when.name());
              to.text(gap.basis == Basis::computed ? "computed" : "published").number(plain_value(m, *gap.theirs));
              const bool counts = gap.theirs->has_counts;
              to.number(counts ? std::to_string(gap.theirs->numerator) : std::string()).number(counts ? std::to_string(gap.theirs->denominator) : std::string());
              to.number(gap.members != 0 ? std::to_string(gap.members) : std::string()).number(gap.members != 0 ? std::to_string(gap.with_value) : std::string());
              to.number(same ? rounded(gap.difference, places_of_both(m, gap.ours, gap.theirs)) : std::string());
              to.text(same ? direction_names[static_cast<std::size_t>(gap.direction)] : std::string_view()).text(same ? trends[static_cast<std::size_t>(gap.trend)] : std::string_view());
              to.text(same ? std::string_view() : std::string_view("not the same period")).end_row();
            }
          }
        }
      }
    }
  }
  return to.take();
}

}  // namespace reportcard
