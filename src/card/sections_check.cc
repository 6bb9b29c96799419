// SPDX-License-Identifier: MIT
// What sections, pages and the card's foot name is there.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/audience.h"
#include "card/known_words.h"
#include "card/reading.h"

namespace reportcard {
namespace {

template <class Part>
void check_part(CardReading& reading, const Part& part, const TomlNode* table) {
  for (const std::string& id : part.measures) {
    if (!reading.card.measure(id) && !reading.measures_unread.count(id))
      unknown_measure(reading, id, word_place(table, "measures", id, part.place));
    // A page may list what its readers must not see; that is a mistake in the folder, not something to print around.
    const Audience needed = audience_of_measure(reading.card, id);
    if (is_shown_to(part.audience, needed)) continue;
    reading.problems.error("page-needs-staff-figure", word_place(table, "measures", id, part.place),
                           fmt::format("The page {} is for {}, and lists the measure {}, which is for {}.", in_quotes(part.title), audience_said(part.audience),
                                       in_quotes(id), audience_said(needed)),
                           fmt::format("take it off the page, or write audience = {} for the page", in_quotes(audience_word(needed))));
  }
  for (const std::string& id : part.registers) {
    auto reg = reading.card.registers.find(id);
    if (reg != reading.card.registers.end() && reg->second.file.empty() && !reading.workbook_refused) {
      reading.problems.warning(
          "register-no-file", word_place(table, "registers", id, part.place),
          fmt::format("The register {} has no file, so {} says that nothing is recorded.", in_quotes(id), in_quotes(part.title)),
          fmt::format("put data/{}.csv into the folder, or take the register out of the list", id));
    }
  }
}

// What stands only on pages for few has a page or a download of its own for everybody, unless it says that it has not.
template <class Named>
void check_shown_wider(CardReading& reading, std::string_view what, std::string_view key, Named named, Audience (*audience_of)(const Card&, const std::string&)) {
  struct Listed { Audience widest; Place place; };
  std::map<std::string, Listed> all;
  const auto look = [&](const auto& part, std::string_view table) {
    for (const std::string& id : named(part)) {
      const auto [there, fresh] = all.emplace(id, Listed{part.audience, {}});
      if (fresh) there->second.place = word_place(card_table(reading, table, part.id), key, id, part.place);
      there->second.widest = std::min(there->second.widest, part.audience);
    }
  };
  for (const Section& section : reading.card.sections) look(section, "section");
  for (const PageWish& page : reading.card.pages) look(page, "page");
  for (const auto& [id, listed] : all) {
    const Audience own = audience_of(reading.card, id);
    if (own >= listed.widest) continue;
    reading.problems.warning("shown-wider-than-its-pages", listed.place,
                             fmt::format("The {} {} stands only on pages for {}, and is itself for {}.", what, in_quotes(id), audience_said(listed.widest), audience_said(own)),
                             fmt::format("write audience = {} in its definition, or list it on a page for {}", in_quotes(audience_word(listed.widest)), audience_said(own)));
  }
}

Audience audience_of_register(const Card& card, const std::string& id) {
  const auto found = card.registers.find(id);
  // Rows of cases and providers are listed nowhere, whoever reads.
  if (found == card.registers.end() || found->second.row != RowKind::thing) return Audience::never;
  // Rows that say themselves who may see them need no word for all.
  return found->second.roles.audience.empty() ? found->second.audience : Audience::never;
}
Audience audience_of_listed(const Card& card, const std::string& id) { return card.measure(id) == nullptr ? Audience::never : audience_of_measure(card, id); }

}  // namespace

std::vector<std::string> ids_of_register(const Card& card, std::string_view register_id) {
  std::vector<std::string> ids;
  const Records* records = card.find_records(register_id);
  const RecordColumn* column = records ? records->find(records->of->id_column()) : nullptr;
  if (const TextColumn* text = column ? column->text() : nullptr) ids.assign(text->words.begin() + 1, text->words.end());
  return ids;
}

void check_sections(CardReading& reading) {
  Card& card = reading.card;
  for (const Section& section : card.sections) check_part(reading, section, card_table(reading, "section", section.id));
  for (const PageWish& page : card.pages) {
    PageWish listed = page;
    if (page.kind == "young-people") {
      check_young_words(reading, page);
      listed.measures.clear();
    }
    check_part(reading, listed, card_table(reading, "page", page.id));
  }
  check_shown_wider(reading, "measure", "measures", [](const auto& part) { return part.measures; }, audience_of_listed);
  check_shown_wider(reading, "register", "registers", [](const auto& part) { return part.registers; }, audience_of_register);

  const TomlNode* root = nullptr;
  for (const TomlDocument& document : reading.documents) {
    if (document.file->name == "card.toml") root = &document.root;
  }
  if (!card.helplines.empty()) {
    const std::vector<std::string> ids = ids_of_register(card, "contacts");
    for (const std::string& id : card.helplines) {
      if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
      reading.problems.error("helpline-unknown", word_place(root, "helplines", id, whole_file("card.toml")),
                             fmt::format("The register contacts has no row {}.", in_quotes(id)),
                             known_are(id, ids, "put data/contacts.csv into the folder, with the helplines as rows"));
    }
  }
  const std::vector<std::string> outcomes = ids_of_register(card, "outcomes");
  if (outcomes.empty()) return;
  for (const RawMeasure& raw : reading.raw) {
    const Measure* measure = card.measure(raw.id);
    if (!measure) continue;
    for (const TomlEntry* entry : raw.entries) {
      if (entry->key != "serves") continue;
      auto check = [&](const TomlNode& node) {
        const std::string word(trim(node.text));
        if (word == "context" || std::find(outcomes.begin(), outcomes.end(), word) != outcomes.end()) return;
        reading.problems.error("outcome-unknown", node.place(), fmt::format("There is no outcome {}.", in_quotes(word)),
                               known_are(word, outcomes, "") + "; or write \"context\"");
      };
      if (entry->value.kind == TomlNode::Kind::text) check(entry->value);
      for (const TomlNode& item : entry->value.items) check(item);
    }
  }
}

}  // namespace reportcard
