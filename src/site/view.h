// SPDX-License-Identifier: MIT
// The view of a card for one kind of reader: what the public, members or staff may see, and nothing else. Page code holds
// this and never the card, so rows and columns that are for others cannot be reached from it. Comparisons are made once, before the first page.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare.h"
#include "site/public_register.h"
#include "site/site.h"
#include "words/edition_words.h"
#include "words/questions.h"

namespace reportcard {

struct PublicMeasure {
  std::uint32_t index = 0;
  const Measure* definition = nullptr;
  std::string file;                    // "measure-gcse.html"
  std::string section;                 // id of the section that lists it first; "" none
  std::vector<std::string> choices;    // parts of which something is known or said, in the order of the data
  Comparison whole;
  std::vector<Comparison> parts;       // beside `choices`
  const std::string& id() const { return definition->id; }
  const std::string& title() const { return definition->title; }
  bool whole_is_said = false;          // some period has a figure for the whole
  bool has_whole() const { return whole_is_said || choices.empty(); }
};

struct PublicPage {                    // a section, or a page that the card asks for
  std::string id, title, nav, kind, words, section, file;  // kind "section" for sections
  std::vector<std::string> measures, registers;
  bool on_time_note = false, plain = false, found_later = false;
  const YoungWords* young = nullptr;   // kind young-people
};

// What the office that answers for a figure says of it. Null and "" where it does not say.
struct OfficeWords {
  const Prose *why = nullptr, *what_next = nullptr, *result = nullptr, *note = nullptr;
  std::string owner, by_when, source;  // the office's title; the day as people read it, or as written
  bool passed = false;                 // the day is before the last day of this edition, and no result is given
  Audience audience = Audience::public_;
};

struct Row { const PublicRegister* of = nullptr; std::size_t row = 0; };

class View {
 public:
  explicit View(const Edition& edition);

  // The card.
  const std::string& title() const;
  const std::string& subtitle() const;
  const std::string& publisher() const;
  const std::string& banner() const;
  const std::string& language() const;
  const std::string& licence() const;
  const std::string& version() const;
  bool noindex() const;      // what is not for everybody is in no search engine
  Audience audience() const { return edition_.audience; }
  const std::string& area_name() const;
  const std::string& area_code() const;
  AreaId area() const;
  Period period() const;
  std::optional<Date> as_at() const;
  std::optional<std::string> baseline() const;
  const std::vector<std::string>& cannot_tell() const;
  const CardContact& contact() const;
  const std::vector<PublicPage>& pages() const { return pages_; }   // sections first, in order, then pages
  const PublicPage* page(std::string_view id) const;
  const PublicPage* page_of_kind(std::string_view kind) const;
  // Comparators that are places, in the order of `against`: their figures can stand in a table by period.
  struct Place { std::string id, name; AreaId area; };
  const std::vector<Place>& places_against() const { return places_; }
  const std::string& area_name(AreaId area) const;
  std::string list_says(std::string_view comparator) const;   // of what date a list of the card's own is; "" for places

  // Measures, in the card's order: by the sections that list them, then by file.
  const std::vector<PublicMeasure>& measures() const { return measures_; }
  const PublicMeasure* measure(std::string_view id) const;
  const PublicMeasure* measure_at(std::uint32_t index) const;
  const Figure* figure(const PublicMeasure&, std::string_view choice, Period period) const;            // the card's area
  const Figure* figure(const PublicMeasure&, AreaId area, std::string_view choice, Period period) const;
  const Figure* side(const PublicMeasure&, Side side, std::string_view choice, Period period) const;
  std::vector<Period> periods(const PublicMeasure&, std::string_view choice) const;  // with anything known or said, up to as_at
  Comparison compared(const PublicMeasure&, std::string_view choice, Period period) const;
  const Account* account(const PublicMeasure&) const;
  const Bands* bands(const PublicMeasure&) const;
  std::string said(const PublicMeasure&, const Figure*) const;          // "58.9%", "not printed"
  std::string reason(const PublicMeasure&, const Figure*) const;        // why there is no value; "" where there is one
  std::string text_of(std::uint16_t text) const;                         // notes and labels of figures
  // A figure of kind value: what stands in its row beside the number. "" where there is no such column.
  std::string value_row(const PublicMeasure&, const Figure*, std::string_view column) const;
  std::string value_place(const PublicMeasure&, const Figure*) const;    // "data/attainment.csv, line 7"
  std::string source_file(const PublicMeasure&) const;                   // "data/attainment.csv"
  // Rows behind a figure, only where the register is one of things; else nothing.
  const PublicRegister* rows_register(const PublicMeasure&) const;
  FigureRows rows_behind(const PublicMeasure&, std::string_view choice, Period period) const;

  // Words.
  Sentence whole(const Comparison&) const;
  Sentence value(const Comparison&) const;   // its first sentence
  Sentence finding(const Comparison&) const;
  Sentence change(const Comparison&, const Change&) const;
  Sentence gap(const Comparison&, const Gap&) const;
  DirectionWords direction(const Comparison&, const Change&) const;
  DirectionWords rival(const Comparison&, const Gap&) const;
  DirectionWords target(const Comparison&, const Change&) const;
  std::string said_target(const PublicMeasure&, Decimal) const;          // "65%"
  std::vector<Question> questions(const std::vector<const Comparison*>& told) const;
  std::vector<std::string> caveats(const Comparison&) const;
  const Prose* prose(std::string_view words) const;      // name with or without "words/" and ".md"; null: none
  const Prose* found_later() const;
  // The foreword; null where the card has none, or hides it on the day that this edition is of: the day it is published,
  // else the last day that it tells of. A build looks at no clock.
  const Prose* foreword() const;
  std::string foreword_office() const;   // its title
  // The text of a cell; of commentary with braces what is printed for them.
  std::string text_as_printed(const PublicRegister&, std::size_t row, int column) const;
  std::vector<OfficeWords> commentary(const PublicMeasure&, std::string_view choice) const;   // of this edition, or of any
  const std::vector<Finding>& findings() const { return findings_; }

  // From edition to edition, oldest first, as far as the readers may see it; null: the card has none.
  const std::vector<EditionChanges>* history() const { return edition_.history == nullptr || edition_.history->empty() ? nullptr : edition_.history; }
  EditionLine line(const EditionChange&) const;
  std::vector<std::string> reasons(const EditionChange&) const;   // why it moved, as offices say in this edition
  std::string heading(EditionChangeKind) const;
  const std::string& draft() const { return edition_.draft; }
  std::string web_address(std::string_view file) const;      // where it is published, if the card says; else the name of the file

  // Registers.
  const PublicRegister* find(std::string_view register_id) const;        // null: the card has none
  const std::vector<PublicRegister>& registers() const { return registers_; }
  std::vector<std::size_t> rows_on(const PublicRegister&, std::string_view page_id) const;  // by the column `section`
  std::string page_showing(std::string_view register_id, std::size_t row) const;  // file; "" nowhere
  std::vector<std::size_t> helplines() const;                             // rows of `contacts`
  std::string outcome_title(std::string_view id) const;                   // of the register `outcomes`, else the id as words
  // Rows of `printed` that name this figure's measure.
  std::vector<Row> printed_beside(std::string_view measure_id) const;
  std::string figure_address(std::string_view figure_name) const;        // "measure-gcse.html#..."; "" where there is no such measure

 private:
  const Edition& edition_;
  std::vector<PublicPage> pages_;
  std::vector<PublicMeasure> measures_;
  std::vector<PublicRegister> registers_;
  std::vector<Place> places_;
  std::vector<Finding> findings_;
  std::vector<int> by_index_;            // card measure -> measures_, -1: not for these readers
};

std::string in_words(std::string_view id);  // "listening-to-people" -> "Listening to people"

}  // namespace reportcard
