// SPDX-License-Identifier: MIT
// A card of a few lines, for tests: its files as they would lie in a folder, read and computed.
#pragma once
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>

#include "base/files.h"
#include "card/card.h"
#include "engine/compare.h"
#include "engine/print.h"

namespace reportcard {

struct SmallCard {
  std::unique_ptr<Card> card;
  Figures figures;
  Problems problems;

  std::uint32_t index(std::string_view id) const {
    for (std::uint32_t m = 0; m < card->measures.size(); ++m) {
      if (card->measures[m].id == id) return m;
    }
    ADD_FAILURE() << "no measure " << id;
    return 0;
  }
  const Measure& measure(std::string_view id) const { return card->measures[index(id)]; }
  AreaId area(std::string_view name) const { return name.empty() ? card->area : card->areas.find(name).value(); }
  Period period(std::string_view id, std::string_view name) const {
    return name.empty() ? Period{} : Period::parse(measure(id).periods, name).value();
  }
  // "58.9%", "not known", "no such figure".
  std::string said(std::string_view id, std::string_view when, std::string_view choice = {}, std::string_view where = {},
                   Side side = Side::main) const {
    const Figure* figure = this->figure(id, when, choice, where, side);
    return figure ? said_value(measure(id), figures, *figure, side) : "no such figure";
  }
  const Figure* figure(std::string_view id, std::string_view when, std::string_view choice = {}, std::string_view where = {},
                       Side side = Side::main) const {
    if (side == Side::main) return figures.shown(index(id), area(where), choice, period(id, when));
    const Cube* cube = figures.cube(index(id), side);
    return cube ? cube->find(area(where), choice, period(id, when)) : nullptr;
  }
  // "10 of 12"
  std::string counts(std::string_view id, std::string_view when, std::string_view choice = {}, std::string_view where = {}) const {
    const Figure* f = figure(id, when, choice, where);
    return f && f->has_counts ? std::to_string(f->numerator) + " of " + std::to_string(f->denominator) : "no counts";
  }
  std::string why(std::string_view id, std::string_view when, std::string_view choice = {}, std::string_view where = {}) const {
    const Figure* f = figure(id, when, choice, where);
    return f ? figures.texts[f->reason] : "no such figure";
  }
  Comparison compared(std::string_view id, std::string_view when = {}, std::string_view choice = {}, std::string_view where = {}) const {
    return compare(*card, figures, index(id), area(where), choice, when.empty() ? std::nullopt : std::optional(period(id, when)));
  }
  const Account& account(std::string_view id) const { return figures.accounts[index(id)]; }
  std::string all_problems() const { return print_problems(problems.sorted(), false); }
  bool has_problem(std::string_view code) const {
    for (const Problem& problem : problems.all()) {
      if (problem.code == code) return true;
    }
    return false;
  }
};

// `head` is what card.toml says beside title and area.
inline SmallCard small_card(std::map<std::string, std::string> files, const std::string& head = "period = \"2011/12\"\nas_at = \"2012-12-31\"\n") {
  SmallCard made;
  if (!files.count("card.toml")) {
    files["card.toml"] = "title = \"A card\"\npublisher = \"A council\"\n" + std::string(head.find("area") == head.npos ? "area = \"Rotherham\"\n" : "") + head;
  }
  const std::unique_ptr<Folder> folder = memory_folder(std::move(files));
  std::optional<Card> card = read_card(*folder, made.problems);
  if (!card) {
    ADD_FAILURE() << "no card";
    card.emplace();
  }
  made.card = std::make_unique<Card>(std::move(*card));
  made.figures = compute(*made.card, made.problems);
  return made;
}

}  // namespace reportcard
