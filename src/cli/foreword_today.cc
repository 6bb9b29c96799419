// SPDX-License-Identifier: MIT
#include "cli/foreword_today.h"

namespace reportcard {

void check_foreword(const Card& card, Date today, Problems& problems) {
  if (!card.foreword || !is_hidden_on(*card.foreword, today)) return;
  const Foreword& foreword = *card.foreword;
  const Date day = day_of(card);
  const bool hidden = is_hidden_on(foreword, day);
  problems.warning("foreword-hidden-today", foreword.place,
                   "Today is between " + foreword.hide_from->said() + " and " + foreword.hide_to->said() + ", when the foreword is hidden; a build of this card, which is of " + day.said() +
                       (hidden ? ", hides it." : ", shows it."),
                   hidden ? "take down pages that still show it" : "publish no page with it now: take [foreword] out, or give the edition the day on which it is published");
}

}  // namespace reportcard
