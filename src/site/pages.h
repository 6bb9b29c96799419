// SPDX-License-Identifier: MIT
// One function a kind of page, each in its own file. Each gives the whole page, from doctype to the last tag.
#pragma once
#include <string>

#include "site/view.h"

namespace reportcard {

std::string home_page(const View&);
std::string measure_page(const View&, const PublicMeasure&);
std::string section_page(const View&, const PublicPage&);        // also for pages of a kind that has no file of its own
std::string position_page(const View&, const PublicPage&);
std::string compare_page(const View&, const PublicPage&);
std::string actions_page(const View&, const PublicPage&);
std::string complaints_page(const View&, const PublicPage&);
std::string money_page(const View&, const PublicPage&);
std::string plan_page(const View&, const PublicPage&);
std::string commissioning_page(const View&, const PublicPage&);
std::string services_page(const View&, const PublicPage&);
std::string exploitation_page(const View&, const PublicPage&);
std::string help_page(const View&, const PublicPage*);           // null: the card asks for none, and there is one all the same
std::string young_people_page(const View&, const PublicPage&);
std::string councillors_page(const View&);
std::string sheet_page(const View&);
std::string about_page(const View&);
std::string changes_page(const View&);                           // only where there is a history of editions
std::string contact_page(const View&);
std::string words_page(const View&, std::string_view file, std::string_view title, std::string_view words);  // accessibility, privacy

}  // namespace reportcard
