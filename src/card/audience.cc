// SPDX-License-Identifier: MIT
#include "card/audience.h"

#include <algorithm>

#include "card/card.h"

namespace reportcard {

namespace {

// In the order of Audience.
constexpr std::string_view words[] = {"public", "members", "staff", "never"};
constexpr std::string_view said[] = {"everybody", "members and staff", "staff", "nobody"};

}  // namespace

std::string_view audience_word(Audience audience) { return words[static_cast<std::size_t>(audience)]; }
std::string_view audience_said(Audience audience) { return said[static_cast<std::size_t>(audience)]; }

const std::vector<std::string>& reader_words() {
  static const std::vector<std::string> readers(std::begin(words), std::end(words) - 1);
  return readers;
}

Audience audience_of_measure(const Card& card, std::string_view id) {
  const Measure* measure = card.measure(id);
  return measure == nullptr ? Audience::public_ : measure->audience;
}

Audience audience_of_row(const Card& card, const Records& records, std::size_t row) {
  const Register& of = *records.of;
  if (of.row != RowKind::thing) return Audience::never;
  Audience audience = of.audience;
  if (!of.roles.audience.empty()) {
    const std::string written = records.text(row, of.roles.audience);
    const auto word = std::find(std::begin(words), std::end(words), written);
    // A word that is none of them is an error that stops a build; were it not, nobody would see the row.
    if (!written.empty()) audience = word == std::end(words) ? Audience::never : static_cast<Audience>(word - std::begin(words));
  }
  for (const ColumnDefinition& column : of.columns) {
    if (column.type == ColumnType::measure && column.required) audience = std::max(audience, audience_of_measure(card, records.text(row, column.name)));
  }
  return audience;
}

Audience audience_of_words(const Card& card, std::string_view name) {
  for (const std::string* everybody : {&card.found_later, &card.accessibility, &card.privacy}) {
    if (*everybody == name) return Audience::public_;
  }
  if (card.foreword && card.foreword->words == name) return Audience::public_;
  Audience widest = Audience::never;
  for (const Section& section : card.sections) {
    if ((section.words.empty() ? section.id : section.words) == name) widest = std::min(widest, section.audience);
  }
  for (const PageWish& page : card.pages) {
    if (page.words == name) widest = std::min(widest, page.audience);
  }
  return widest == Audience::never ? Audience::public_ : widest;
}

}  // namespace reportcard
