// SPDX-License-Identifier: MIT
// Findings and what answers them, as far as the reader may see them: on their own page and on the page for councillors.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "site/view.h"

namespace reportcard {

struct Answers {
  const PublicRegister* findings = nullptr;
  const PublicRegister* actions = nullptr;
  const PublicRegister* inspections = nullptr;
  std::map<std::string, std::vector<std::size_t>> by_finding;             // id of a finding -> rows of actions
  std::vector<std::pair<std::string, std::vector<std::size_t>>> by_state;  // in the order of the register's choices
  std::vector<std::size_t> unanswered, elsewhere;                          // rows of findings that ask for an action; the
                                                                          // second are answered elsewhere, or by an action for fewer readers
};


bool asks_for_action(const PublicRegister& findings, std::size_t row);
Answers answers_of(const View& view);
// The day `due` is over by the card's last day, and the row is not yet said to be done. By the data, never by the clock.
bool day_passed(const View& view, const PublicRegister& of, std::size_t row);

}  // namespace reportcard
