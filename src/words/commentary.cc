// SPDX-License-Identifier: MIT
// Which rows of commentary hold now, and which promise of them is not kept: a figure that needs attention and has no
// words, words about a figure that is gone, a day that went by without a result.
#include "words/commentary.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/card.h"
#include "card/known_words.h"
#include "words/named_figure.h"

namespace reportcard {
namespace {

constexpr std::string_view register_id = "commentary";

const Records* rows_of_commentary(const Card& card) {
  const Records* records = card.find_records(register_id);
  return records != nullptr && records->rows > 0 && records->of->row == RowKind::thing ? records : nullptr;
}

const EditionPlan* edition_made(const Card& card) { return card.edition ? &card.editions[*card.edition] : nullptr; }

// Rows say the edition's id, or the period that it is about, as people write it.
bool is_of_now(const Card& card, std::string_view written) {
  const EditionPlan* now = edition_made(card);
  return (now != nullptr && written == now->id) || written == card.period.name();
}

// A period that is no edition of this card is that of a card before it had editions.
bool is_of_some(const Card& card, std::string_view written) {
  return period_as(PeriodKind::not_given, written) ||
         std::any_of(card.editions.begin(), card.editions.end(), [&](const EditionPlan& plan) { return written == plan.id || written == plan.period.name(); });
}

std::string said_of(const Measure& measure, std::string_view choice) {
  return choice.empty() ? fmt::format("The measure {}", in_quotes(measure.id)) : fmt::format("{} of the measure {}", in_quotes(choice), in_quotes(measure.id));
}

bool anything(const Card& card, const Cube& cube, std::string_view choice) {
  return std::any_of(cube.periods.begin(), cube.periods.end(), [&](Period period) {
    const Figure* figure = cube.find(card.area, choice, period);
    return figure != nullptr && (figure->known || figure->hidden || figure->symbol != 0);
  });
}

// The last edition that rows about this figure name, in the order of the card's editions; "" where they name none.
std::string last_edition(const Card& card, const Records& records, std::string_view measure, std::string_view choice) {
  std::string last;
  for (const EditionPlan& plan : card.editions) {
    for (std::size_t row = 0; row < records.rows; ++row) {
      if (records.text(row, "measure") != measure || !is_choice(records.text(row, "choice"), choice)) continue;
      const std::string edition = records.text(row, "edition");
      if (edition == plan.id || edition == plan.period.name()) last = edition;
    }
  }
  return last;
}

void check_attention(const Card& card, const Figures& figures, Problems& problems) {
  const Records* records = rows_of_commentary(card);
  if (records == nullptr && card.editions.empty()) return;   // an old card keeps no commentary, and promises none
  for (std::uint32_t index = 0; index < card.measures.size(); ++index) {
    const Measure& measure = card.measures[index];
    const Cube* cube = figures.cube(index);
    if (cube == nullptr) continue;
    // A short edition is about some measures alone.
    if (const EditionPlan* plan = edition_made(card); plan != nullptr && !plan->measures.empty() &&
        std::find(plan->measures.begin(), plan->measures.end(), measure.id) == plan->measures.end()) continue;
    for (const std::string& choice : cube->choices) {
      if (!anything(card, *cube, choice)) continue;
      const Comparison compared = compare(card, figures, index, card.area, choice);
      if (!compared.needs_attention || !commentary_on(card, measure.id, choice).empty()) continue;
      const std::string last = records == nullptr ? std::string() : last_edition(card, *records, measure.id, choice);
      const EditionPlan* now = edition_made(card);
      const std::string edition = now == nullptr ? card.period.name() : now->id;
      if (!last.empty()) {
        problems.warning("commentary-stale", measure.place, fmt::format("{} needs attention, and its commentary is that of the edition {}.", said_of(measure, choice), in_quotes(last)),
                         fmt::format("add a row to the register commentary with edition {}", in_quotes(edition)));
      } else {
        problems.warning("attention-without-commentary", measure.place, fmt::format("{} needs attention, and no office says why or what next.", said_of(measure, choice)),
                         fmt::format("add a row to the register commentary: measure {}{}, with why, what_next, by_when and owner", in_quotes(measure.id),
                                     choice.empty() ? std::string() : fmt::format(", choice {}", in_quotes(choice))));
      }
    }
  }
}

void check_rows(const Card& card, const Figures& figures, const Records& records, Problems& problems) {
  const auto last_day = as_at_of(card);
  for (std::size_t row = 0; row < records.rows; ++row) {
    const std::string id = records.text(row, "measure"), choice = records.text(row, "choice"), edition = records.text(row, "edition");
    if (id.empty() || card.is_unread(id)) continue;
    const Measure* measure = card.measure(id);
    if (measure == nullptr) {
      std::vector<std::string> known;
      for (const Measure& one : card.measures) known.push_back(one.id);
      problems.warning("commentary-stale", records.place(row, "measure"), fmt::format("The commentary is about {}, which is no measure of this card.", in_quotes(id)),
                       known_are(id, known, "take the row out"));
      continue;
    }
    if (!edition.empty() && !card.editions.empty() && !is_of_some(card, edition)) {
      std::vector<std::string> known;
      for (const EditionPlan& plan : card.editions) known.push_back(plan.id);
      problems.warning("commentary-stale", records.place(row, "edition"), fmt::format("The commentary is of the edition {}, which this card does not have.", in_quotes(edition)),
                       known_are(edition, known, "leave it blank, where the words hold for any"));
      continue;
    }
    if (!edition.empty() && !is_of_now(card, edition)) continue;   // of its own time, and right then
    const Cube* cube = figures.cube(static_cast<std::uint32_t>(measure - card.measures.data()));
    const bool there = cube != nullptr && std::any_of(cube->choices.begin(), cube->choices.end(), [&](const std::string& one) {
      return is_choice(choice, one) && anything(card, *cube, one);
    });
    if (!there) {
      problems.warning("commentary-stale", records.place(row, choice.empty() ? "measure" : "choice"),
                       fmt::format("{} has no figure, and the commentary speaks of one.", said_of(*measure, choice)), "name a figure that is there, or take the row out");
    }
    const auto by_when = Date::parse(records.text(row, "by_when"));
    if (by_when && last_day && *by_when < *last_day && records.blank(row, "result")) {
      problems.warning("commentary-overdue", records.place(row, "by_when"),
                       fmt::format("It was to be done by {}, this edition tells of {}, and no result is given.", by_when->said(), last_day->said()),
                       "write in the column result what came of it, or give a new day in a row of this edition");
    }
  }
}

}  // namespace

std::string commentary_name(std::size_t row, std::string_view column) { return fmt::format("{}:{}:{}", register_id, row, column); }

std::map<std::string, Prose> read_all_prose(const Card& card, const Figures& figures, const Grammar& grammar, Problems& problems) {
  std::map<std::string, Prose> all;
  for (const auto& [name, bytes] : card.words) {
    std::string file = "words/" + name + ".md";
    Prose prose = read_prose(card, figures, grammar, file, problems);
    all.emplace(std::move(file), std::move(prose));
  }
  const Records* records = rows_of_commentary(card);
  for (std::size_t row = 0; records != nullptr && row < records->rows; ++row) {
    const std::string edition = records->text(row, "edition");
    if (!edition.empty() && !is_of_now(card, edition)) continue;   // its words were read with the figures of its own time
    const Audience reader = audience_of_row(card, *records, row);
    for (const std::string_view column : commentary_prose) {
      const std::string text = records->text(row, column);
      if (!text.empty()) all.emplace(commentary_name(row, column), read_cell(card, figures, grammar, text, records->place(row, column), reader, problems));
    }
  }
  return all;
}

std::vector<std::size_t> commentary_on(const Card& card, std::string_view measure, std::string_view choice) {
  std::vector<std::size_t> own, any;
  const Records* records = rows_of_commentary(card);
  for (std::size_t row = 0; records != nullptr && row < records->rows; ++row) {
    if (records->text(row, "measure") != measure || !is_choice(records->text(row, "choice"), choice)) continue;
    const std::string edition = records->text(row, "edition");
    if (edition.empty()) any.push_back(row);
    else if (is_of_now(card, edition)) own.push_back(row);
  }
  return own.empty() ? any : own;
}

std::vector<std::string> offices_say_why(const Card& card, const std::map<std::string, Prose>& prose, std::string_view measure, std::string_view choice,
                                         Audience reader) {
  std::vector<std::string> all;
  const Records* records = rows_of_commentary(card);
  if (records == nullptr) return all;
  const Records* offices = card.find_records("offices");
  for (const std::size_t row : commentary_on(card, measure, choice)) {
    const auto words = prose.find(commentary_name(row, "why"));
    if (words == prose.end() || !is_shown_to(reader, audience_of_row(card, *records, row))) continue;
    std::string office;
    const std::string owner = records->text(row, "owner");
    for (std::size_t o = 0; offices != nullptr && !owner.empty() && o < offices->rows; ++o)
      if (offices->text(o, "id") == owner) office = offices->text(o, "title");
    const std::string why(trim(plain_text(words->second.root)));
    all.push_back(office.empty() ? "Why: " + why : office + ": " + why);
  }
  return all;
}

void check_commentary(const Card& card, const Figures& figures, Problems& problems) {
  check_attention(card, figures, problems);
  if (const Records* records = rows_of_commentary(card)) check_rows(card, figures, *records, problems);
}

}  // namespace reportcard
