// SPDX-License-Identifier: MIT
// [page.ID] with kind = "young-people": its keys, and whether what it counts can be said as "98 of every 100".
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/reading.h"

namespace reportcard {

YoungWords read_young_words(CardReading& reading, Keys& keys, const std::vector<std::string>& measures) {
  YoungWords young;
  if (const TomlNode* counted = keys.table("counted")) {
    for (const TomlEntry& entry : counted->entries) {
      if (entry.value.kind != TomlNode::Kind::text) {
        reading.problems.error("wrong-type", entry.value.place(), fmt::format("What is said of {} is not a text.", in_quotes(entry.key)),
                               fmt::format("write {} = \"children in care had their review on time.\"", entry.key));
        continue;
      }
      young.counted.push_back({entry.key, std::string(trim(entry.value.text)), entry.value.place()});
    }
  }
  for (const std::string& id : measures) {
    if (std::any_of(young.counted.begin(), young.counted.end(), [&](const auto& one) { return one.measure == id; })) continue;
    reading.problems.error("young-no-words", keys.place("measures"),
                           fmt::format("The page for young people has no words of its own for the measure {}.", in_quotes(id)),
                           fmt::format("take it out of the list, and write under counted what follows \"98 of every 100\": {} = \"children in care had their review on time.\"", id));
  }
  young.chosen_by = {keys.text("chosen_by"), keys.place("chosen_by")};
  young.chosen_on = keys.date("chosen_on");
  if (young.chosen_on && young.chosen_by.words.empty()) {
    reading.problems.error("key-unfit", keys.key_place("chosen_on"), "The page for young people says when its figures were chosen, and not by whom.",
                           "add chosen_by = \"Young people in care\", or take chosen_on away");
  }
  for (const TomlNode* node : keys.texts("not_known")) young.not_known.push_back({std::string(trim(node->text)), node->place()});
  return young;
}

void check_young_words(CardReading& reading, const PageWish& page) {
  for (const YoungWords::Counted& one : page.young.counted) {
    const Measure* measure = reading.card.measure(one.measure);
    if (measure == nullptr) {
      if (!reading.measures_unread.count(one.measure)) unknown_measure(reading, one.measure, one.place);
    } else if (measure->unit != Unit::percent) {
      reading.problems.error("young-not-a-share", one.place,
                             fmt::format("The measure {} is no share, and the page for young people prints shares only.", in_quotes(one.measure)),
                             "name a measure with unit = \"percent\": the page says \"98 of every 100\" and never a count");
    }
  }
}

}  // namespace reportcard
