// SPDX-License-Identifier: MIT
// How the view of a kind of reader is made from an edition: which measures, which parts, which pages, in which order.
#include <algorithm>

#include "base/text.h"
#include "card/card.h"
#include "card/names.h"
#include "site/view.h"

namespace reportcard {

namespace {

constexpr std::string_view fixed_pages[] = {"index", "about", "changes", "data", "sheet", "help", "councillors", "contact", "accessibility", "privacy"};

// A section called "data" may not take the place of the page of downloads.
std::string page_file(std::string_view id, std::string_view kind) {
  const bool taken = std::find(std::begin(fixed_pages), std::end(fixed_pages), id) != std::end(fixed_pages) && id != kind;
  return (taken ? "section-" : "") + std::string(id) + ".html";
}

// A cell of the cube that nobody filled has a reason too; only a value, a hidden value or a symbol was said by somebody.
bool anything(const Figure* figure) { return figure != nullptr && (figure->known || figure->hidden || figure->symbol != 0); }

bool anything(const Cube& cube, AreaId area, const std::string& choice) {
  return std::any_of(cube.periods.begin(), cube.periods.end(), [&](Period period) { return anything(cube.find(area, choice, period)); });
}

}  // namespace

View::View(const Edition& edition) : edition_(edition) {
  const Card& card = edition.card;
  for (const auto& [id, of] : card.registers) registers_.emplace_back(card, of, card.find_records(id), edition.audience);

  const auto may_be_seen = [&](const std::string& id) {
    const Measure* of = card.measure(id);
    return of != nullptr && is_shown_to(edition.audience, of->audience);
  };
  const auto keep = [&](const std::vector<std::string>& ids) {
    std::vector<std::string> kept;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(kept), may_be_seen);
    return kept;
  };
  for (const Section& s : card.sections) {
    if (!is_shown_to(edition.audience, s.audience)) continue;
    pages_.push_back({s.id, s.title, s.nav.empty() ? s.title : s.nav, "section", s.words.empty() ? s.id : s.words, s.id,
                      page_file(s.id, "section"), keep(s.measures), s.registers, s.on_time_note, s.plain, s.found_later});
  }
  for (const PageWish& p : card.pages) {
    if (!is_shown_to(edition.audience, p.audience)) continue;
    pages_.push_back({p.id, p.title, p.nav, p.kind, p.words, p.section, page_file(p.id, p.kind), keep(p.measures), p.registers, false,
                      p.plain, p.found_later, p.kind == "young-people" ? &p.young : nullptr});
  }

  // The card's order: as the sections list them, then the rest as they stand in the files.
  std::vector<std::pair<std::uint32_t, std::string>> order;
  std::vector<bool> there(card.measures.size());
  const auto put = [&](std::size_t index, const std::string& section) {
    if (there[index] || !is_shown_to(edition.audience, card.measures[index].audience)) return;
    there[index] = true;
    order.emplace_back(static_cast<std::uint32_t>(index), section);
  };
  for (const PublicPage& page : pages_) {
    for (const std::string& id : page.measures) put(static_cast<std::size_t>(card.measure(id) - card.measures.data()), page.section);
  }
  for (std::size_t i = 0; i < card.measures.size(); ++i) put(i, {});

  by_index_.assign(card.measures.size(), -1);
  measures_.reserve(order.size());
  for (const auto& [index, section] : order) {
    PublicMeasure m;
    m.index = index;
    m.definition = &card.measures[index];
    m.file = "measure-" + m.definition->id + ".html";
    m.section = section;
    if (const Cube* cube = edition.figures.cube(index)) {
      for (const std::string& choice : cube->choices) {
        if (choice.empty()) m.whole_is_said = anything(*cube, card.area, choice);
        else if (anything(*cube, card.area, choice)) m.choices.push_back(choice);
      }
    }
    m.whole = compare(card, edition.figures, index, card.area, {});
    for (const std::string& choice : m.choices) m.parts.push_back(compare(card, edition.figures, index, card.area, choice));
    by_index_[index] = static_cast<int>(measures_.size());
    measures_.push_back(std::move(m));
  }

  std::copy_if(edition.findings.begin(), edition.findings.end(), std::back_inserter(findings_), [&](const Finding& f) { return is_shown_to(edition.audience, f.audience); });
  for (const std::string& who : card.against) {
    std::optional<AreaId> area;
    if (who == "england") area = card.areas.england();
    else if (who == "region") area = card.areas.find(card.areas.all[card.area].region);
    else area = card.areas.find(who);
    if (area && *area != card.area) places_.push_back({who, card.areas.all[*area].name, *area});
  }
}

}  // namespace reportcard
