// SPDX-License-Identifier: MIT
// The parts that many pages share. Words first, then marks, then colour: each of these reads without styles.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "site/frame.h"

namespace reportcard {

// "Better: up 5.9 points" with its mark; on a plain page the words alone.
void direction(Page&, const DirectionWords&);
void rival(Page&, const DirectionWords&);    // slate diamond: England or another comparator
void target(Page&, const DirectionWords&);   // dashes: a target
// A direction in a table: "Better +10.2".
void direction_with(Page&, const DirectionWords&, std::string_view signed_difference);
DirectionWords cannot_say(std::string why);

// A sentence with each of its figures linked to its page. `big`: a figure that begins it stands large.
void sentence(Page&, const Sentence&, bool big = false);
// "Better" and so on beside a figure: every change, gap and target of a comparison that is good, bad, or all.
enum class WhichMarks : unsigned char { bad, good, all };
void marks(Page&, const Comparison&, WhichMarks);

// The claim on the left, its evidence in the margin.
void open_pair(Page&);                       // <div class="pair"><div>
void to_margin(Page&);                       // </div><div class="source">
void close_pair(Page&);                      // </div></div>
void margin(Page&, std::string_view lead, std::string_view words);   // <p><b>lead</b><br>words</p>

void open_section(Page&, std::string_view id, std::string_view heading, bool first = false);
void close_section(Page&);
void heading(Page&, int level, std::string_view words, std::string_view id = {});
void paragraph(Page&, std::string_view words);
void quiet(Page&, std::string_view words);   // small, soft
void open_note(Page&, std::string_view heading, int level = 3);
void close_note(Page&);

// A table that becomes stacked blocks on a phone. `kind` is its columns' widths in the stylesheet.
void open_rows(Page&, Markup kind, std::string_view caption, const std::vector<std::string>& headings);
void close_rows(Page&);
// A plain table of figures.
void open_table(Page&, std::string_view caption, const std::vector<std::string>& headings, std::size_t numbers_from = 1, bool caption_hidden = false);
void close_table(Page&);
void none(Page&, std::string_view words);    // what is not there, in a form of its own

void on_time_note(Page&);
void found_later_box(Page&, std::string_view more = {});             // at text size; nothing where the card has none
void helpline(Page&, std::size_t row, bool sentence_case = true);      // one row of `contacts`: who, number, when
void ring_lines(Page&);                       // the helplines of the card, one a line
std::string phone_address(std::string_view number);                   // "tel:08001111"

// What an earlier document printed beside our figures, with why it differs.
void printed_rows(Page&, const std::vector<Row>& rows);
// Findings about the document ("What does not add up") of these measures; of all where `measures` is empty.
void findings_list(Page&, const std::vector<const Finding*>& findings, int level);

// "before and now" of a figure in one small drawing; nothing where there is only one figure.
void spark(Page&, const PublicMeasure&, const Comparison&);
// Rows of measures: figure, before and now, change, England. Measures with parts and no whole give a row for each part.
void measure_rows(Page&, const std::vector<const PublicMeasure*>& measures, std::string_view caption);
std::string part_title(const PublicMeasure&, std::string_view choice);
std::string address(const PublicMeasure&, std::string_view choice);   // page and anchor
std::string anchor_of(std::string_view choice);

}  // namespace reportcard
