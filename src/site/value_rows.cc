// SPDX-License-Identifier: MIT
#include "site/value_rows.h"

#include "card/audience.h"
#include "card/card.h"

namespace reportcard {

namespace {

// The table that a value was typed in: the measure's own, or that of the published values beside computed ones. Nothing
// where its row is not for all who may see the measure.
const Records* table_of(const Card& card, const Measure& measure, const Figure& figure) {
  if (figure.row == Figure::no_row) return nullptr;
  const std::string& id = measure.kind == MeasureKind::value ? measure.from : measure.published;
  const auto of = card.registers.find(id);
  const Records* records = card.find_records(id);
  if (of == card.registers.end() || of->second.row != RowKind::thing || records == nullptr || figure.row >= records->rows) return nullptr;
  return is_shown_to(measure.audience, audience_of_row(card, *records, figure.row)) ? records : nullptr;
}

}  // namespace

std::string value_row_text(const Card& card, const Measure& measure, const Figure& figure, std::string_view column) {
  const Records* records = table_of(card, measure, figure);
  if (records == nullptr) return {};
  const ColumnDefinition* definition = records->of->find(column);
  if (definition == nullptr || !is_shown_to(measure.audience, definition->audience)) return {};
  return records->text(figure.row, column);
}

std::string value_row_place(const Card& card, const Measure& measure, const Figure& figure) {
  const Records* records = table_of(card, measure, figure);
  if (records == nullptr) return {};
  return place_said(records->place(figure.row));
}

}  // namespace reportcard
