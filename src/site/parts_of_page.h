// SPDX-License-Identifier: MIT
// What the pages of a kind of their own share: their measures, and all that they did not show in a form of its own.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/components.h"
#include "site/registers_html.h"

namespace reportcard {

// The measures that a page asks for; where it names none, those of its section.
std::vector<const PublicMeasure*> page_measures(const View&, const PublicPage&);
std::vector<const PublicMeasure*> measures_listed(const View&, const std::vector<std::string>& ids);
// The documents that rows stand in, each once: "Report card 2011/12" of "Report card 2011/12, line 44".
std::vector<std::string> documents_of(const PublicRegister&, const std::vector<std::size_t>& rows);
// Where this is: overview, section, and the page's name, since its title may be a finding.
void crumb(Page&, const PublicPage&, std::string_view name);
// A link column as links to the rows it names, or their words where no page shows them.
void linked_rows(Page&, const PublicRegister& of, std::size_t row, std::string_view column);
// What a finding or rule says of these measures.
std::vector<const Finding*> findings_about(const View&, const std::vector<const PublicMeasure*>&);
// "dt: dd" of the facts beside an item. Open and close with dl.meta.stack.
void fact(Page&, std::string_view name, std::string_view words);
void fact_or_none(Page&, std::string_view name, std::string_view words);   // "not published" where there are none
// What the navigation marks: the page, or its section where the page itself is not there.
std::string current_of(const View&, const PublicPage&);
// Prose of the page, if any.
void page_words(Page&, const PublicPage&, int top = 2);
// Each register that the page lists and did not show yet, in a section of its own.
void rest_of_registers(Page&, const PublicPage&, const std::set<std::string, std::less<>>& shown);
void worried(Page&, int level = 3);   // "Worried about a child?": whom to ring, as a note

}  // namespace reportcard
