// SPDX-License-Identifier: MIT
// What a section's page and the pages of a kind of their own have in common.
#pragma once
#include <string>
#include <vector>

#include "site/frame.h"

namespace reportcard {

Page begin_section_page(const View&, const PublicPage&, bool bands = false, std::string body_class = {});
std::vector<const PublicMeasure*> measures_of(const View&, const PublicPage&);
void section_start(Page&, const PublicPage&);      // where this is, heading, what was found later, words
void section_registers(Page&, const PublicPage&, const std::vector<std::string>& without = {});  // rows of this page only
void section_documents(Page&, const PublicPage&);  // printed rows and findings beside its figures
void section_pages(Page&, const PublicPage&);      // links to the pages that belong to it

}  // namespace reportcard
