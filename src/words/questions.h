// SPDX-License-Identifier: MIT
// Questions for councillors, made by rule from what the card says. At most five; where the rules give fewer, fewer are asked.
// A question never leads and never blames: it asks for what the card does not tell.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "card/register.h"
#include "engine/compare.h"
#include "words/sentence.h"

namespace reportcard {

// In the order in which they are asked.
enum class AskedOf : std::uint8_t { outcome_without_measure, behind, target, action, moved };

struct Question {
  AskedOf of = AskedOf::outcome_without_measure;
  Sentence fact;          // what the card says; its figures are linked
  std::string asks;       // the question
  std::string because;    // the rule by which it is asked: "Asked because the figure is below England."
  const Comparison* about = nullptr;   // null for an outcome and for actions
};

// `told`: the figures that the reader sees, wholes and parts, in the card's order; they must outlive the questions.
// Each kind is asked once before any is asked twice, and each figure once.
std::vector<Question> questions(const Card& card, const Figures& figures, const Grammar& grammar, const std::vector<const Comparison*>& told, Audience reader);

}  // namespace reportcard
