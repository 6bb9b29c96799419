// SPDX-License-Identifier: MIT
// The card's own facts, words and registers, as far as its readers may see them.
#include "site/sentences.h"
#include "site/view.h"

#include <algorithm>

#include "base/text.h"
#include "card/card.h"
#include "card/names.h"
#include "engine/print.h"
#include "words/speech.h"

namespace reportcard {

const std::string& View::title() const { return edition_.card.title; }
const std::string& View::subtitle() const { return edition_.card.subtitle; }
const std::string& View::publisher() const { return edition_.card.publisher; }
const std::string& View::banner() const { return edition_.card.banner; }
const std::string& View::language() const { return edition_.card.language; }
const std::string& View::licence() const { return edition_.card.licence; }
const std::string& View::version() const { return edition_.version; }
bool View::noindex() const { return edition_.card.noindex || edition_.audience != Audience::public_; }
AreaId View::area() const { return edition_.card.area; }
const std::string& View::area_name() const { return area_name(edition_.card.area); }
const std::string& View::area_code() const { return edition_.card.areas.all[edition_.card.area].code; }
const std::string& View::area_name(AreaId area) const { return edition_.card.areas.all[area].name; }
Period View::period() const { return edition_.card.period; }
std::optional<Date> View::as_at() const { return edition_.card.as_at; }
std::optional<std::string> View::baseline() const { return edition_.card.baseline; }
const std::vector<std::string>& View::cannot_tell() const { return edition_.card.cannot_tell; }
const CardContact& View::contact() const { return edition_.card.contact; }

EditionLine View::line(const EditionChange& change) const { return edition_line(edition_.card, edition_.grammar, change); }
std::string View::heading(EditionChangeKind kind) const { return heading_of(edition_.grammar, kind); }

std::string View::web_address(std::string_view file) const {
  const std::string& address = edition_.card.address;
  return address + (address.empty() || address.back() == '/' ? "" : "/") + std::string(file);
}

std::string View::list_says(std::string_view comparator) const {
  for (const Comparator& list : edition_.card.comparators) {
    if (list.id == comparator) return list.says;
  }
  return {};
}

const PublicPage* View::page(std::string_view id) const {
  for (const PublicPage& page : pages_) {
    if (page.id == id) return &page;
  }
  return nullptr;
}

const PublicPage* View::page_of_kind(std::string_view kind) const {
  for (const PublicPage& page : pages_) {
    if (page.kind == kind) return &page;
  }
  return nullptr;
}

Sentence View::whole(const Comparison& c) const { return edition_.grammar.whole(edition_.card, edition_.figures, c); }
Sentence View::finding(const Comparison& c) const { return edition_.grammar.finding(edition_.card, edition_.figures, c); }
Sentence View::change(const Comparison& c, const Change& x) const { return edition_.grammar.change(edition_.card, edition_.figures, c, x); }
Sentence View::gap(const Comparison& c, const Gap& x) const { return edition_.grammar.gap(edition_.card, edition_.figures, c, x); }
Sentence View::value(const Comparison& c) const { return edition_.grammar.value(edition_.card, edition_.figures, c); }

DirectionWords View::direction(const Comparison& c, const Change& x) const {
  DirectionWords words = edition_.grammar.direction(edition_.card, edition_.figures, c, x);
  // Where no better or worse is ever said of a measure, the change is the whole message.
  if (x.known && x.way != 0 && edition_.card.measures[c.measure].better == Better::none && !words.rest.empty()) {
    words.lead = capital(std::move(words.rest));
    words.rest.clear();
    words.direction = Direction::no_change;
    words.arrow = true;
  }
  return words;
}

DirectionWords View::rival(const Comparison& c, const Gap& x) const { return edition_.grammar.rival(edition_.card, edition_.figures, c, x); }
DirectionWords View::target(const Comparison& c, const Change& x) const { return edition_.grammar.target(edition_.card, edition_.figures, c, x); }
std::string View::said_target(const PublicMeasure& m, Decimal target) const { return reportcard::said_target(edition_.figures, *m.definition, target); }
std::vector<Question> View::questions(const std::vector<const Comparison*>& told) const {
  return reportcard::questions(edition_.card, edition_.figures, edition_.grammar, told, edition_.audience);
}
std::vector<std::string> View::caveats(const Comparison& c) const { return edition_.grammar.caveats(edition_.card, edition_.figures, c); }

const Prose* View::prose(std::string_view words) const {
  if (words.empty()) return nullptr;
  std::string name(words);
  if (name.starts_with("words/")) name.erase(0, 6);
  if (name.ends_with(".md")) name.erase(name.size() - 3);
  for (const std::string& key : {name, "words/" + name + ".md", name + ".md"}) {
    if (const auto found = edition_.prose.find(key); found != edition_.prose.end()) return is_shown_to(edition_.audience, found->second.audience) ? &found->second : nullptr;
  }
  return nullptr;
}

const Prose* View::found_later() const { return prose(edition_.card.found_later); }

const Prose* View::foreword() const {
  const Card& card = edition_.card;
  return card.foreword && !is_hidden_on(*card.foreword, day_of(card)) ? prose(card.foreword->words) : nullptr;
}

std::string View::foreword_office() const {
  if (!edition_.card.foreword) return {};
  const std::string& office = edition_.card.foreword->office;
  const PublicRegister* offices = find("offices");
  const auto row = offices == nullptr ? std::nullopt : offices->row_with_id(office);
  return row ? offices->said(*row, offices->main_column()) : office;
}

const PublicRegister* View::find(std::string_view register_id) const {
  for (const PublicRegister& r : registers_) {
    if (r.id() == register_id) return &r;
  }
  return nullptr;
}

std::vector<std::size_t> View::rows_on(const PublicRegister& of, std::string_view page_id) const {
  std::vector<std::size_t> rows;
  const int section = of.find("section");
  for (std::size_t row = 0; row < of.rows(); ++row) {
    const std::string where = of.text(row, section);
    if (where.empty() || where == page_id) rows.push_back(row);
  }
  return rows;
}

std::string View::page_showing(std::string_view register_id, std::size_t row) const {
  const PublicRegister* of = find(register_id);
  if (of == nullptr || row >= of->rows()) return {};
  if (of->shown() == Shown::none || of->columns() == 0) return {};
  const std::string where = of->text(row, of->find("section"));
  const auto lists = [&](const PublicPage& page) { return std::find(page.registers.begin(), page.registers.end(), register_id) != page.registers.end(); };
  // Findings and actions stand together, all of them, on the page that is theirs.
  if (register_id == "findings" || register_id == "actions") {
    for (const PublicPage& page : pages_) {
      if (page.kind == "actions" && lists(page)) return page.file;
    }
  }
  for (const PublicPage& page : pages_) {  // sections come first
    if (page.kind != "young-people" && lists(page) && (where.empty() || where == page.id)) return page.file;
  }
  return {};
}

std::vector<std::size_t> View::helplines() const {
  std::vector<std::size_t> rows;
  const PublicRegister* contacts = find("contacts");
  if (contacts == nullptr) return rows;
  for (const std::string& id : edition_.card.helplines) {
    if (const auto row = contacts->row_with_id(id)) rows.push_back(*row);
  }
  return rows;
}

std::string in_words(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '-', ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string View::outcome_title(std::string_view id) const {
  if (const PublicRegister* outcomes = find("outcomes")) {
    if (const auto row = outcomes->row_with_id(id)) return outcomes->said(*row, outcomes->main_column());
  }
  return in_words(id);
}

std::vector<Row> View::printed_beside(std::string_view measure_id) const {
  std::vector<Row> rows;
  const PublicRegister* printed = find("printed");
  if (printed == nullptr) return rows;
  const int figure = printed->find("figure");
  for (std::size_t row = 0; row < printed->rows(); ++row) {
    const auto name = parse_figure_name(printed->text(row, figure));
    if (name && name->measure == measure_id) rows.push_back({printed, row});
  }
  return rows;
}

std::string View::figure_address(std::string_view figure_name) const {
  const auto name = parse_figure_name(figure_name);
  if (!name) return {};
  const PublicMeasure* of = measure(name->measure);
  if (of == nullptr) return {};
  if (name->choice.empty() || name->choice == "*") return of->file;
  FigureName wanted{of->id(), name->choice, {}, {}, {}};
  const std::string address = address_of(wanted);
  for (const std::string& choice : of->choices) {
    if (address_of({of->id(), choice, {}, {}, {}}) == address) return of->file + "#" + address.substr(of->id().size() + 2);
  }
  return of->file;
}

}  // namespace reportcard
