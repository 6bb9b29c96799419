// SPDX-License-Identifier: MIT
// A short edition is about some measures alone: a month's table from a card that is whole once a year. What is left is those
// measures with what they are made of, the sections and pages that list them, and where to get help. Prose and claims
// speak of the whole card, so they are not in it, nor are their files among what the edition was made from.
#include <algorithm>
#include <set>

#include "card/reading.h"

namespace reportcard {
namespace {

// The measures named and what they are made of.
std::set<std::string> with_parts(const Card& card, const std::vector<std::string>& named) {
  std::set<std::string> all;
  std::vector<std::string> open = named;
  while (!open.empty()) {
    const std::string id = open.back();
    open.pop_back();
    const Measure* measure = card.measure(id);
    if (!measure || !all.insert(id).second) continue;
    if (!measure->denominator.empty()) open.push_back(measure->denominator);
    for (const FormulaStep& step : measure->formula) {
      if (step.what == FormulaStep::What::figure) open.push_back(step.measure);
    }
  }
  return all;
}

// The registers that these measures and pages read, with those that they link to.
std::set<std::string> registers_of(const Card& card) {
  std::vector<std::string> open = {"contacts", "offices", "sources", "revisions", "commentary"};
  for (const Measure& measure : card.measures) {
    open.push_back(measure.from);
    open.push_back(measure.published);
  }
  for (const PageWish& page : card.pages) open.insert(open.end(), page.registers.begin(), page.registers.end());
  std::set<std::string> all;
  while (!open.empty()) {
    const std::string id = open.back();
    open.pop_back();
    const auto found = card.registers.find(id);
    if (found == card.registers.end() || !all.insert(id).second) continue;
    for (const ColumnDefinition& column : found->second.columns) {
      if (!column.to.empty()) open.push_back(column.to);
    }
  }
  return all;
}

template <class Part>
void keep_listing(std::vector<Part>& parts, const std::vector<std::string>& named) {
  for (Part& part : parts) {
    const auto is_other = [&](const std::string& id) { return std::find(named.begin(), named.end(), id) == named.end(); };
    part.measures.erase(std::remove_if(part.measures.begin(), part.measures.end(), is_other), part.measures.end());
    part.words.clear();
  }
}

bool is_help(const PageWish& page) { return page.kind == "help"; }

}  // namespace

void cut_to_short_edition(CardReading& reading) {
  Card& card = reading.card;
  if (!card.edition || card.editions[*card.edition].measures.empty()) return;
  const std::vector<std::string>& named = card.editions[*card.edition].measures;
  const std::set<std::string> kept = with_parts(card, named);
  for (const Measure& one : card.measures) {
    if (!kept.count(one.id)) card.unread.insert(one.id);   // nobody says that they are missing
  }
  card.measures.erase(std::remove_if(card.measures.begin(), card.measures.end(), [&](const Measure& one) { return !kept.count(one.id); }), card.measures.end());
  for (Measure& one : card.measures) {
    if (std::find(named.begin(), named.end(), one.id) == named.end()) one.audience = Audience::never;
  }

  keep_listing(card.sections, named);
  card.sections.erase(std::remove_if(card.sections.begin(), card.sections.end(), [](const Section& one) { return one.measures.empty(); }), card.sections.end());
  for (Section& one : card.sections) one.registers.clear();
  keep_listing(card.pages, named);
  card.pages.erase(std::remove_if(card.pages.begin(), card.pages.end(), [](const PageWish& one) { return one.measures.empty() && !is_help(one); }), card.pages.end());
  for (PageWish& one : card.pages) {
    if (!is_help(one)) one.registers.clear();
    const bool there = std::any_of(card.sections.begin(), card.sections.end(), [&](const Section& section) { return section.id == one.section; });
    if (!there) one.section.clear();
  }

  card.foreword.reset();   // it speaks of the whole card

  const std::set<std::string> registers = registers_of(card);
  std::set<std::string> files;
  for (const auto& [id, reg] : card.registers) {
    if (registers.count(id)) files.insert(reg.file);
  }
  for (auto at = card.registers.begin(); at != card.registers.end();) {
    if (registers.count(at->first)) {
      ++at;
      continue;
    }
    if (!files.count(at->second.file)) card.files.erase(at->second.file);
    if (const auto own = reading.own_registers.find(at->first); own != reading.own_registers.end()) card.files.erase(own->second);
    card.records.erase(at->first);
    at = card.registers.erase(at);
  }

  for (auto at = card.words.begin(); at != card.words.end();) {
    if (at->first == card.found_later || at->first == card.accessibility || at->first == card.privacy) {
      ++at;
      continue;
    }
    card.files.erase("words/" + at->first + ".md");
    at = card.words.erase(at);
  }
}

}  // namespace reportcard
