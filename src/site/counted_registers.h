// SPDX-License-Identifier: MIT
// Registers in one sentence: how many findings, actions, promises, priorities, and in what state. The titles of their
// pages and the lines of the sheet are the same sentences.
#pragma once
#include <string>
#include <vector>

#include "site/view.h"

namespace reportcard {

std::string actions_in_words(const View&);         // "" where the card has no such register
std::string plan_in_words(const View&);
std::string commissioning_in_words(const View&);
// The first of these measures that has a figure, without a full stop; and whether its lines add up to it. "" where none has.
std::string money_in_words(const View&, const std::vector<const PublicMeasure*>&);

}  // namespace reportcard
