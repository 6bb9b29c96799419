// SPDX-License-Identifier: MIT
// Figures as readers may see them: a hidden one has a reason and no value, whoever asks.
#include <algorithm>

#include "base/text.h"
#include "card/card.h"
#include "engine/print.h"
#include "site/value_rows.h"
#include "site/view.h"

namespace reportcard {

const PublicMeasure* View::measure(std::string_view id) const {
  for (const PublicMeasure& m : measures_) {
    if (m.id() == id) return &m;
  }
  return nullptr;
}

const PublicMeasure* View::measure_at(std::uint32_t index) const {
  return index < by_index_.size() && by_index_[index] >= 0 ? &measures_[static_cast<std::size_t>(by_index_[index])] : nullptr;
}

const Figure* View::figure(const PublicMeasure& m, AreaId area, std::string_view choice, Period period) const {
  const Cube* cube = edition_.figures.cube(m.index);
  const Figure* shown = cube == nullptr ? nullptr : cube->find(area, choice, period);
  if (shown != nullptr && (shown->known || area == edition_.card.area)) return shown;
  // England's figure may be published where ours is computed.
  for (const Basis basis : {Basis::computed, Basis::published}) {
    const Cube* other = edition_.figures.cube(m.index, Side::main, basis);
    const Figure* figure = other == nullptr ? nullptr : other->find(area, choice, period);
    if (figure != nullptr && figure->known) return figure;
  }
  return shown;
}

const Figure* View::figure(const PublicMeasure& m, std::string_view choice, Period period) const { return figure(m, edition_.card.area, choice, period); }

const Figure* View::side(const PublicMeasure& m, Side side, std::string_view choice, Period period) const {
  const Cube* cube = edition_.figures.cube(m.index, side);
  return cube == nullptr ? nullptr : cube->find(edition_.card.area, choice, period);
}

std::vector<Period> View::periods(const PublicMeasure& m, std::string_view choice) const {
  std::vector<Period> periods;
  for (const Basis basis : {Basis::computed, Basis::published}) {
    const Cube* cube = edition_.figures.cube(m.index, Side::main, basis);
    if (cube == nullptr) continue;
    for (const Period period : cube->periods) {
      if (edition_.card.as_at && period.kind != PeriodKind::not_given && period.last() > *edition_.card.as_at) continue;
      bool said = false;
      const auto look = [&](AreaId area) {
        const Figure* f = cube->find(area, choice, period);
        said = said || (f != nullptr && (f->known || f->hidden || f->symbol != 0));
      };
      look(edition_.card.area);
      for (const Place& place : places_) look(place.area);
      if (said && std::find(periods.begin(), periods.end(), period) == periods.end()) periods.push_back(period);
    }
  }
  std::sort(periods.begin(), periods.end());
  return periods;
}

Comparison View::compared(const PublicMeasure& m, std::string_view choice, Period period) const {
  return compare(edition_.card, edition_.figures, m.index, edition_.card.area, choice, period);
}

const Account* View::account(const PublicMeasure& m) const {
  return m.index < edition_.figures.accounts.size() ? &edition_.figures.accounts[m.index] : nullptr;
}

const Bands* View::bands(const PublicMeasure& m) const {
  const auto found = edition_.card.bands.find(m.definition->bands);
  return found == edition_.card.bands.end() ? nullptr : &found->second;
}

std::string View::text_of(std::uint16_t text) const { return text < edition_.figures.texts.size() ? edition_.figures.texts[text] : std::string(); }

std::string View::said(const PublicMeasure& m, const Figure* figure) const {
  return edition_.grammar.said(edition_.card, edition_.figures, *m.definition, figure);
}

std::string View::reason(const PublicMeasure&, const Figure* figure) const {
  if (figure == nullptr || figure->known) return {};
  return text_of(figure->reason);
}

std::string View::value_row(const PublicMeasure& m, const Figure* figure, std::string_view column) const {
  return figure == nullptr ? std::string() : value_row_text(edition_.card, *m.definition, *figure, column);
}

std::string View::value_place(const PublicMeasure& m, const Figure* figure) const {
  return figure == nullptr ? std::string() : value_row_place(edition_.card, *m.definition, *figure);
}

std::string View::source_file(const PublicMeasure& m) const {
  const auto of = edition_.card.registers.find(m.definition->from);
  return of == edition_.card.registers.end() ? std::string() : of->second.file;
}

const PublicRegister* View::rows_register(const PublicMeasure& m) const {
  const PublicRegister* of = find(m.definition->from);
  return of != nullptr && of->rows() > 0 && of->columns() > 0 ? of : nullptr;
}

FigureRows View::rows_behind(const PublicMeasure& m, std::string_view choice, Period period) const {
  if (rows_register(m) == nullptr) return {};  // rows of cases and persons have no number here
  FigureRows rows = rows_of(edition_.card, m.index, edition_.card.area, choice, period);
  const PublicRegister& of = *rows_register(m);
  for (std::vector<std::uint32_t>* some : {&rows.numerator, &rows.denominator}) {
    std::vector<std::uint32_t> seen;
    for (const std::uint32_t record : *some) {
      if (const auto row = of.row_of_record(record)) seen.push_back(static_cast<std::uint32_t>(*row));
    }
    *some = std::move(seen);
  }
  return rows;
}

}  // namespace reportcard
