// SPDX-License-Identifier: MIT
#include "cli/helplines.h"

#include <chrono>

namespace reportcard {

void check_helplines(const Card& card, Date today, Problems& problems) {
  const Records* contacts = card.find_records("contacts");
  if (contacts == nullptr || contacts->find("kind") == nullptr || contacts->find("checked") == nullptr) return;
  for (std::size_t row = 0; row < contacts->rows; ++row) {
    if (contacts->text(row, "kind") != "helpline") continue;
    const std::optional<Date> checked = Date::parse(contacts->text(row, "checked"));
    if (checked && checked->plus_months(12) >= today) continue;
    problems.warning("helpline-unchecked", contacts->place(row),
                     "The helpline \"" + contacts->text(row, "title") + "\" was " +
                         (checked ? "last checked on " + checked->said() + ", over a year ago." : "never checked."),
                     "read its number on the helpline's own page, and write that day into the column checked");
  }
}

Date today() {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

}  // namespace reportcard
