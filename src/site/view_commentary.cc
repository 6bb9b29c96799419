// SPDX-License-Identifier: MIT
// Commentary as its readers may see it: only rows that are for them, with the office that wrote it and the day it names.
#include <optional>

#include "card/audience.h"
#include "card/card.h"
#include "site/registers_html.h"
#include "site/view.h"
#include "words/commentary.h"

namespace reportcard {

std::vector<OfficeWords> View::commentary(const PublicMeasure& m, std::string_view choice) const {
  std::vector<OfficeWords> all;
  const PublicRegister* of = find("commentary");
  const Records* records = edition_.card.find_records("commentary");
  if (of == nullptr || records == nullptr) return all;
  const std::optional<Date> last_day = as_at_of(edition_.card);
  for (const std::size_t record : commentary_on(edition_.card, m.id(), choice)) {
    const auto row = of->row_of_record(record);
    if (!row) continue;
    OfficeWords words;
    words.why = prose(commentary_name(record, "why"));
    words.what_next = prose(commentary_name(record, "what_next"));
    words.result = prose(commentary_name(record, "result"));
    words.note = prose(commentary_name(record, "note"));
    words.owner = linked_words(*this, *of, *row, "owner");
    words.by_when = of->said(*row, "by_when");
    if (words.by_when.empty()) words.by_when = of->said(*row, "by_when_said");
    words.source = of->said(*row, "source");
    words.audience = audience_of_row(edition_.card, *records, record);
    const auto day = Date::parse(of->text(*row, "by_when"));
    words.passed = day && last_day && *day < *last_day && words.result == nullptr;
    all.push_back(std::move(words));
  }
  return all;
}

std::vector<std::string> View::reasons(const EditionChange& change) const {
  return change.area.empty() ? offices_say_why(edition_.card, edition_.prose, change.measure, change.choice, edition_.audience) : std::vector<std::string>();
}

std::string View::text_as_printed(const PublicRegister& of, std::size_t row, int column) const {
  std::string text = of.text(row, column);
  if (of.id() != "commentary" || text.find('{') == std::string::npos) return text;
  const Prose* words = prose(commentary_name(of.record_of(row), of.column(column).name));
  return words == nullptr ? text : plain_text(words->root);
}

}  // namespace reportcard
