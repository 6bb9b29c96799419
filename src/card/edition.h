// SPDX-License-Identifier: MIT
// Editions: a card lives by the month. [[edition]] in card.toml plans one; the folder editions/ID/ keeps what it was made of.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/period.h"
#include "base/problem.h"
#include "card/register.h"

namespace reportcard {

enum class EditionKind : std::uint8_t { month, quarter, year, as_at };

struct EditionPlan {
  std::string id, title;                  // id: "2012-10"; title: default from the period
  EditionKind kind = EditionKind::month;
  Period period;                          // what the edition is about; its last day is the edition's as_at
  std::optional<Date> known_to;           // rows that became known after this day are not read
  std::optional<Date> published;          // the day it is given to its readers
  Audience audience = Audience::public_;  // the widest it may be built for
  std::vector<std::string> sign;          // ids of offices that must sign before it leaves the staff
  std::vector<std::string> measures;      // a short edition: only these; empty: the whole card
  Place place;
};

}  // namespace reportcard
