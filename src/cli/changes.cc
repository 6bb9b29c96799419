// SPDX-License-Identifier: MIT
// `reportcard changes`: what changed between two editions, two card folders, or two files of figures.
#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/json.h"
#include "base/text.h"
#include "card/audience.h"
#include "cli/commands.h"
#include "cli/edition_store.h"
#include "engine/print.h"
#include "tables/csv.h"
#include "words/commentary.h"
#include "words/edition_words.h"

namespace reportcard {

namespace {

// One side, and the card that its words come from, where it has one.
struct Told {
  Kept kept;
  std::unique_ptr<Card> card;
  Figures figures;   // of the card
};

std::optional<Told> from_file(const std::string& path, Problems& problems) {
  Told side;
  const std::optional<FileBytes> bytes = FileBytes::map(path);
  if (!bytes) {
    problems.error("file-unreadable", Place{path, 0, 0, 0, {}, {}, 1}, "The file cannot be read.", "check that it is an ordinary file and that you may read it");
    return {};
  }
  auto figures = read_kept_figures(path, *bytes, problems);
  if (!figures) return {};
  side.kept = kept_edition(path, path, std::nullopt, std::move(*figures), {});
  return side;
}

std::optional<Told> from_folder(const std::string& path, Problems& problems) {
  Told side;
  std::optional<Loaded> loaded = load_figures(*disk_folder(path), problems);
  if (!loaded) return {};
  side.card = std::move(loaded->card);
  side.figures = std::move(loaded->figures);
  side.kept = kept_now(*side.card, edition_files(*side.card, side.figures), path, path, as_at_of(*side.card));
  return side;
}

// A kept edition as it was kept; one that is still being made as the folder has it now.
std::optional<Told> from_edition(const ChangesOptions& options, const std::string& id, bool is_new, Problems& problems) {
  const auto folder = disk_folder(options.folder);
  Told side;
  std::optional<Loaded> loaded = load_figures(*folder, problems, id);
  if (!loaded || !loaded->card->edition) return {};
  const Card& card = *loaded->card;
  const EditionPlan plan = card.editions[*card.edition];
  std::optional<EditionRecord> record = read_edition_record(*folder, id, problems);
  if (record && (!is_new || is_frozen(card, plan, *folder, record))) {
    side.kept = kept_of(plan, std::move(*record));
  } else if (is_new) {
    side.kept = kept_now(card, edition_files(card, loaded->figures), plan.id, plan.title, plan.published.value_or(plan.period.last()));
  } else if (!has_edition_record(*folder, id)) {
    problems.error("edition-record-missing", plan.place, "The edition \"" + id + "\" has no record, so nobody knows what it said.",
                   "build it with --edition " + id + ", or name another edition");
    return {};
  } else {
    return {};   // it is there and cannot be read, which is said
  }
  side.card = std::move(loaded->card);
  side.figures = std::move(loaded->figures);
  return side;
}

// What moved has its reason in the commentary of the edition that tells of it.
void add_reasons(const Told& now, const Grammar& grammar, Audience reader, std::vector<EditionLine>& lines, const EditionChanges& changes, Problems& problems) {
  const std::map<std::string, Prose> prose = read_all_prose(*now.card, now.figures, grammar, problems);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].kind != EditionChangeKind::moved || changes.all[at].area != "") continue;
    for (const std::string& why : offices_say_why(*now.card, prose, lines[at].measure, changes.all[at].choice, reader)) {
      lines[at].why += (lines[at].why.empty() ? "" : " ") + why;
      lines[at].said += "\n    " + why;
    }
  }
}

std::optional<Told> side_of(const ChangesOptions& options, const std::string& written, bool is_new, Problems& problems) {
  namespace fs = std::filesystem;
  std::error_code none;
  if (written.size() > 4 && written.substr(written.size() - 4) == ".csv") return from_file(written, problems);
  // An id is an edition of the folder first: a folder beside may have the same name.
  if (written.find('/') == std::string::npos && written != "." && written != ".." && !fs::exists(written + "/card.toml", none)) return from_edition(options, written, is_new, problems);
  return from_folder(written, problems);
}

std::string_view name_of(EditionChangeKind kind) {
  constexpr std::string_view names[] = {"correction", "revised", "moved", "added", "withdrawn", "definition"};
  return names[static_cast<std::size_t>(kind)];
}

struct Cell { std::string_view name; std::string text; bool number; };

std::vector<Cell> cells_of(const EditionChange& change, const EditionLine& line) {
  constexpr std::string_view directions[] = {"better", "worse", "no change", "cannot say"};
  const bool compared = change.change && change.change->known;
  const auto plain = [](const KeptFigure* figure) { return figure ? figure->value : std::string(); };
  const auto period = [](const KeptFigure* figure) { return figure && figure->period ? figure->period->name() : std::string(); };
  std::string difference;
  if (compared) {
    if (const auto exact = round_to(change.change->difference, 6)) difference = exact->plain();
    while (difference.find('.') != std::string::npos && (difference.back() == '0' || difference.back() == '.')) {
      const bool stop = difference.back() == '.';
      difference.pop_back();
      if (stop) break;
    }
  }
  return {{"change", std::string(name_of(change.kind)), false},
          {"measure", change.measure, false},
          {"title", change.title, false},
          {"choice", change.choice, false},
          {"area", change.area, false},
          {"period_then", period(change.before), false},
          {"value_then", change.before_shown ? plain(change.before) : std::string(), true},
          {"period_now", period(change.now), false},
          {"value_now", plain(change.now), true},
          {"difference", difference, true},
          {"direction", change.change ? std::string(directions[static_cast<std::size_t>(change.change->direction)]) : std::string(), false},
          {"why", line.why, false},
          {"on", line.on, false},
          {"effect", line.effect, false},
          {"keys", join(change.keys, "; "), false},
          {"says", line.said, false}};
}

void print_text(const Grammar& grammar, const EditionChanges& changes, const std::vector<EditionLine>& lines) {
  std::printf("%s against %s\n", changes.now->title.c_str(), changes.before->title.c_str());
  if (lines.empty()) std::printf("\nNo figure changed.\n");
  for (std::size_t at = 0; at < lines.size();) {
    const EditionChangeKind kind = lines[at].kind;
    std::printf("\n%s\n", heading_of(grammar, kind).c_str());
    for (; at < lines.size() && lines[at].kind == kind; ++at) std::printf("  %s\n", lines[at].said.c_str());
  }
}

void print_csv(const EditionChanges& changes, const std::vector<EditionLine>& lines) {
  std::vector<std::string> header;
  for (const Cell& cell : cells_of(EditionChange{}, EditionLine{})) header.emplace_back(cell.name);
  CsvWriter to(header);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    for (const Cell& cell : cells_of(changes.all[at], lines[at])) cell.number ? to.number(cell.text) : to.text(cell.text);
    to.end_row();
  }
  const std::string text = to.take();
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void print_json(const EditionChanges& changes, const std::vector<EditionLine>& lines) {
  JsonWriter to;
  to.begin_array();
  for (std::size_t at = 0; at < lines.size(); ++at) {
    to.begin_object();
    for (const Cell& cell : cells_of(changes.all[at], lines[at])) {
      if (cell.text.empty()) continue;
      to.key(cell.name);
      cell.number && is_json_number(cell.text) ? to.number(cell.text) : to.text(cell.text);
    }
    to.end_object();
  }
  to.end_array();
  const std::string text = to.take();
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace

int run_changes(const ChangesOptions& options) {
  Problems problems;
  std::optional<Told> before = side_of(options, options.before, false, problems);
  std::optional<Told> now = side_of(options, options.now, true, problems);
  if (!before || !now || problems.has_errors()) {   // a side that was read in part would tell of changes that are none
    Problems errors;
    for (const Problem& problem : problems.all()) {
      if (problem.severity == Severity::error) errors.add(problem);
    }
    show(errors);
    return 1;
  }
  Card bare;   // for files: nothing but the measures that they tell of
  Card* card = now->card ? now->card.get() : before->card ? before->card.get() : &bare;
  measures_from_figures(*now->kept, *card);
  const Grammar grammar = Grammar::load(*card, problems);
  const std::vector<std::string>& words = reader_words();
  const auto reader = static_cast<Audience>(std::find(words.begin(), words.end(), options.audience) - words.begin());
  const EditionChanges changes = compare_editions(*card, before->kept, now->kept, reader);
  check_revisions(*card, changes, problems);
  std::vector<EditionLine> lines;
  for (const EditionChange& change : changes.all) lines.push_back(edition_line(*card, grammar, change));
  if (now->card) add_reasons(*now, grammar, reader, lines, changes, problems);
  if (options.format == "csv") print_csv(changes, lines);
  else if (options.format == "json") print_json(changes, lines);
  else print_text(grammar, changes, lines);
  Problems said;
  for (const Problem& problem : problems.all()) {
    if (problem.severity == Severity::error || problem.code == "revision-unexplained") said.add(problem);
  }
  show(said);
  return problems.has_errors() ? 1 : 0;
}

}  // namespace reportcard
