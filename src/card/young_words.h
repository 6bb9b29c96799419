// SPDX-License-Identifier: MIT
// What a page for young people says beyond its registers: [page.ID] with kind = "young-people". Words a child reads are
// written for that page and taken from nowhere else, so that no adult's sentence can reach it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/problem.h"

namespace reportcard {

struct YoungWords {
  struct Counted { std::string measure, words; Place place; };  // "children in care had their review on time. A review is ..."
  struct Line { std::string words; Place place; };
  std::vector<Counted> counted;        // in the card's order; each is a share: "98 of every 100" stands before its words
  Line chosen_by;                      // who chose them: "Young people in care"; "" nobody was asked
  std::optional<Date> chosen_on;
  std::vector<Line> not_known;         // "If you feel safe."
};

}  // namespace reportcard
