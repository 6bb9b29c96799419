// SPDX-License-Identifier: MIT
// On which day the foreword of a card is not shown: decided by the data, so that the same folder gives the same bytes.
#include "card/card.h"

namespace reportcard {

Date day_of(const Card& card) {
  if (card.edition && card.editions[*card.edition].published) return *card.editions[*card.edition].published;
  if (card.as_at) return *card.as_at;
  return card.period.kind == PeriodKind::not_given ? Date{} : card.period.last();
}

bool is_hidden_on(const Foreword& foreword, Date day) {
  return foreword.hide_from && foreword.hide_to && *foreword.hide_from <= day && day <= *foreword.hide_to;
}

}  // namespace reportcard
