// SPDX-License-Identifier: MIT
// A card folder read and checked, from top to bottom. Every step reports all that it finds and goes on, so that the
// officer sees at once everything that is wrong with the folder.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/reading.h"

namespace reportcard {
namespace {

void read_words(CardReading& reading) {
  for (const std::string& name : reading.names_below("words/", ".md")) {
    std::optional<FileBytes> bytes = reading.open(name);
    if (!bytes) continue;
    if (!is_utf8(bytes->view())) {
      reading.problems.error("encoding-unreadable", whole_file(name), "The file is not UTF-8 text.", "save it as UTF-8");
      continue;
    }
    reading.card.words.emplace(name.substr(6, name.size() - 9), std::string(bytes->view()));
  }
  // Phrases of the card's own; the words room reads them from the files that are kept.
  if (std::binary_search(reading.names.begin(), reading.names.end(), "words/en.toml")) reading.open("words/en.toml");
}

void read_places(CardReading& reading) {
  if (std::optional<std::string_view> csv = library_file("areas/england.csv")) {
    read_areas("library/areas/england.csv", FileBytes(std::string(*csv)), reading.card.areas, reading.problems);
  }
  if (std::binary_search(reading.names.begin(), reading.names.end(), "areas.csv")) {
    if (std::optional<FileBytes> bytes = reading.open("areas.csv"))
      read_areas("areas.csv", *bytes, reading.card.areas, reading.problems);
  }
}

void read_calendar(CardReading& reading) {
  const bool needed = std::any_of(reading.card.measures.begin(), reading.card.measures.end(), [](const Measure& measure) {
    return measure.kind == MeasureKind::within || measure.by == By::due || measure.of_taken;
  });
  if (!needed) return;
  if (std::optional<std::string_view> csv = library_file("calendar/bank-holidays-england.csv")) {
    if (std::optional<WorkingDays> days =
            WorkingDays::read(Source{"library/calendar/bank-holidays-england.csv", *csv}, reading.problems)) {
      reading.card.calendar = std::make_shared<const WorkingDays>(std::move(*days));
    }
  }
}

// Slips that leave a file unread without a word: a folder misspelt, a file beside its folder.
void check_names(CardReading& reading) {
  static const std::vector<std::string> folders = {"measures", "registers", "data", "words", "editions"};
  static const std::vector<std::string> files = {"card.toml", "statements.toml", "sources.toml", "areas.csv"};
  std::string said;
  for (const std::string& name : reading.names) {
    const std::size_t slash = name.find('/');
    if (slash == std::string::npos) {
      if (std::find(files.begin(), files.end(), name) != files.end()) continue;
      if (std::optional<std::string> meant = did_you_mean(name, files)) {
        reading.problems.warning("file-unread", whole_file(name), fmt::format("Nobody reads {}.", name),
                                 fmt::format("did you mean {}?", in_quotes(*meant)));
      } else if (name.size() > 4 && (name.substr(name.size() - 4) == ".csv" || name.substr(name.size() - 5) == ".toml")) {
        reading.problems.warning("file-unread", whole_file(name), fmt::format("Nobody reads {} here.", name),
                                 name.back() == 'v' ? "move it into data/" : "move it into measures/ or registers/");
      }
      continue;
    }
    const std::string folder = name.substr(0, slash);
    if (folder == said || std::find(folders.begin(), folders.end(), folder) != folders.end()) continue;
    said = folder;
    if (std::optional<std::string> meant = did_you_mean(folder, folders)) {
      reading.problems.warning("file-unread", whole_file(name), fmt::format("Nobody reads the folder {}/.", folder),
                               fmt::format("did you mean {}/?", *meant));
    }
  }
}

}  // namespace

const Measure* Card::measure(std::string_view id) const {
  for (const Measure& one : measures) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

const EditionPlan* Card::plan(std::string_view id) const {
  for (const EditionPlan& one : editions) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

const Records* Card::find_records(std::string_view register_id) const {
  auto found = records.find(register_id);
  return found == records.end() ? nullptr : &found->second;
}

std::string hash_of_inputs(const Card& card) {
  std::string all;
  for (const auto& [name, bytes] : card.files) all += fmt::format("{} {}\n", sha256_hex(bytes.view()), name);
  return sha256_hex(all);
}

std::optional<Card> read_card(const Folder& folder, Problems& problems, std::string_view edition, const Publications* publications) {
  Card card;
  CardReading reading(folder, card, problems);
  reading.edition = edition;
  reading.names = folder.list();
  if (!std::binary_search(reading.names.begin(), reading.names.end(), "card.toml")) {
    problems.error("card-missing", whole_file("card.toml"), "The folder has no card.toml.",
                   "name the folder of a card, or make one with: reportcard new DIR");
    return std::nullopt;
  }
  check_names(reading);
  read_words(reading);
  read_places(reading);
  if (!read_card_keys(reading)) return std::nullopt;
  find_data(reading);
  find_published(reading, publications);
  find_measures(reading);
  find_sheets(reading);
  read_registers(reading);
  read_measures(reading);
  check_measures(reading);
  // From here on no definition changes: records point into them.
  read_all_records(reading);
  check_records(reading);
  check_sections(reading);
  check_editions(reading);
  cut_to_short_edition(reading);
  read_calendar(reading);
  const bool is_short = card.edition && !card.editions[*card.edition].measures.empty();
  if (!is_short && std::binary_search(reading.names.begin(), reading.names.end(), "statements.toml")) reading.open("statements.toml");
  card.unread.merge(reading.measures_unread);
  card.all_read = !reading.measures_incomplete;
  return card;
}

}  // namespace reportcard
