// SPDX-License-Identifier: MIT
// Who may see what: a row by its register's role `audience`, a words file by the pages that show it. One rule for pages,
// downloads and prose, so that nothing can be hidden in one and stand in another.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "card/register.h"

namespace reportcard {

struct Card;
struct Records;

// "public", "members", "staff", "never": as definitions and data write it.
std::string_view audience_word(Audience audience);
// "everybody", "members and staff", "staff": for messages.
std::string_view audience_said(Audience audience);

// The words of all who may read something, in the order of Audience: public, members, staff.
const std::vector<std::string>& reader_words();

// The widest audience of one row: its cell in the column with the role `audience`; blank: its register's own. A row that
// is about a measure (a required column of type measure) is for nobody whom the measure is not for. Rows of cases,
// persons and providers are not listed, so they are for nobody.
Audience audience_of_row(const Card& card, const Records& records, std::size_t row);

// Of words/NAME.md: the widest audience of the sections and pages that show it. Public where none does, and always what
// stands on pages that are there for everybody (found later, accessibility, privacy, foreword).
Audience audience_of_words(const Card& card, std::string_view name);

// Of a measure, by id: `public` where there is none of that name, for then somebody says so.
Audience audience_of_measure(const Card& card, std::string_view id);

}  // namespace reportcard
