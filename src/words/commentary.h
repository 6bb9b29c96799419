// SPDX-License-Identifier: MIT
// Commentary: what the office that answers for a figure says of it (register `commentary`): why, what next, by when. Its
// words go through the same gate as words/*.md: figures bound, numbers founded, claims tested.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "words/prose.h"

namespace reportcard {

// The cells that are prose, and the name of one of them among the texts of a card: "commentary:3:why".
inline constexpr std::string_view commentary_prose[] = {"why", "what_next", "result", "note"};
std::string commentary_name(std::size_t row, std::string_view column);

// Every text of the card, by name: "words/outcomes.md", and the cells of commentary that hold something, of rows
// of this edition and of any.
// Problems: those of read_prose, each at its file or cell.
std::map<std::string, Prose> read_all_prose(const Card& card, const Figures& figures, const Grammar& grammar, Problems& problems);

// Rows of the register that speak of this figure in the edition that is made (else in the card's period): those of the
// edition; where it has none, those that name no edition. `choice` "" is the whole.
std::vector<std::size_t> commentary_on(const Card& card, std::string_view measure, std::string_view choice);

// Why a figure moved, in the words of the offices that answer for it, as far as this reader may read them: each with its
// office in front, "Head of Safeguarding's office: ...". `prose` is that of read_all_prose.
std::vector<std::string> offices_say_why(const Card& card, const std::map<std::string, Prose>& prose, std::string_view measure, std::string_view choice,
                                         Audience reader);

// Problems, all warnings: attention-without-commentary and commentary-stale, where the card has rows of commentary or
// editions; commentary-overdue, by the last day that the edition tells of, never by the clock.
void check_commentary(const Card& card, const Figures& figures, Problems& problems);

}  // namespace reportcard
