// SPDX-License-Identifier: MIT
// Any register as its definition asks to be shown. One way for all: a new register needs no code.
#pragma once
#include <string>
#include <vector>

#include "site/frame.h"

namespace reportcard {

// The register's rows with heading (level 2 in a section of its own) and everything said about them.
void register_section(Page&, const PublicRegister&, const std::vector<std::size_t>& rows);
// The rows alone, by `shown`; groups get headings of `level`.
void register_rows(Page&, const PublicRegister&, const std::vector<std::size_t>& rows, int level);
// The same rows as a table, whatever `shown` says and without anchors: for a figure's evidence.
void plain_rows(Page&, const PublicRegister&, const std::vector<std::size_t>& rows);
// One value: links become links, measures print their figure.
void cell(Page&, const PublicRegister&, std::size_t row, int column);
// The main words of the row or rows that a link points to; "" where there is none.
std::string linked_words(const View&, const PublicRegister&, std::size_t row, std::string_view column);
std::vector<std::size_t> all_rows(const PublicRegister&);

}  // namespace reportcard
