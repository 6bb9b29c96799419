// SPDX-License-Identifier: MIT
#include "cli/share_trial.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/version.h"
#include "site/problems_page.h"
#include "site/site.h"
#include "tables/workbook.h"
#include "tables/workbook_mark.h"

namespace reportcard {

namespace {

// A card folder with one file more in data/, and without those that it takes the place of.
class WithDropped : public Folder {
 public:
  WithDropped(const Folder& card, std::string name, FileBytes bytes, std::set<std::string> hidden)
      : card_(card), name_(std::move(name)), bytes_(std::move(bytes)), hidden_(std::move(hidden)) {}
  std::optional<FileBytes> read(const std::string& name) const override {
    if (name == name_) return bytes_;
    return hidden_.count(name) != 0 || is_of_the_share(name) ? std::nullopt : card_.read(name);
  }
  std::vector<std::string> list() const override {
    std::vector<std::string> names{name_};
    for (const std::string& name : card_.list())
      if (name != name_ && hidden_.count(name) == 0 && !is_of_the_share(name)) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  static bool is_of_the_share(const std::string& name) { return name.starts_with("inbox/") || name.starts_with("outbox/"); }
  const Folder& card_;
  std::string name_;
  FileBytes bytes_;
  std::set<std::string> hidden_;
};

std::string stem_of(const std::string& name) { return name.substr(0, name.rfind('.')); }
std::string ending_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == name.npos ? std::string() : fold(name.substr(dot));
}

// "Complaints.csv" is meant for data/complaints.csv, whatever its capitals and blanks.
std::string place_in_data(const Folder& card, const std::string& name) {
  if (ending_of(name) != ".csv") return "data/" + name;
  const std::string plain = "data/" + slug(stem_of(name)) + ".csv";
  for (const std::string& there : card.list())
    if (there == plain) return plain;
  return "data/" + stem_of(name) + ".csv";
}

// Which registers each file of data/ holds. A sheet of a workbook is named "data/card.xlsx: Outcomes".
std::map<std::string, std::set<std::string>> registers_by_file(const Folder& folder) {
  std::map<std::string, std::set<std::string>> files;
  Problems unsaid;   // what is wrong is said when the folder is read for good
  const std::optional<Card> card = read_card(folder, unsaid);
  if (!card) return files;
  for (const auto& [id, reg] : card->registers) {
    const std::size_t sheet = reg.file.find(": ");
    if (!reg.file.empty()) files[reg.file.substr(0, sheet)].insert(id);
  }
  return files;
}

// The file itself takes the place of its namesake, and of every file all of whose registers it holds.
std::set<std::string> replaced_by(const Folder& card, const std::string& name, const FileBytes& bytes) {
  std::set<std::string> all_data;
  for (const std::string& there : card.list())
    if (there.starts_with("data/") && there != name) all_data.insert(there);
  const auto own = registers_by_file(WithDropped(card, name, bytes, all_data));
  const auto held = own.find(name);
  std::set<std::string> replaced;
  if (held == own.end()) return replaced;
  for (const auto& [file, registers] : registers_by_file(card))
    if (file != name && std::includes(held->second.begin(), held->second.end(), registers.begin(), registers.end())) replaced.insert(file);
  return replaced;
}

// The edition that the office is working on: the latest whose period had ended when the file was saved. Plans for the
// months to come are not yet meant; where all are to come, the first is.
std::optional<EditionPlan> edition_at(const Folder& folder, Date day) {
  Problems unsaid;
  const std::optional<Card> card = read_card(folder, unsaid);
  if (!card || card->editions.empty()) return std::nullopt;
  const EditionPlan* latest = nullptr;
  for (const EditionPlan& plan : card->editions)
    if (plan.period.last() <= day && (latest == nullptr || latest->period.last() <= plan.period.last())) latest = &plan;
  return latest == nullptr ? card->editions.front() : *latest;
}

bool is_read(const Card& card, const std::string& name) {
  for (const auto& [register_id, definition] : card.registers) {
    const std::string& id = register_id;
    const Register& reg = definition;
    if (reg.file != name && !reg.file.starts_with(name + ": ")) continue;
    // A table of values is read only where a measure asks for it.
    const auto asks = [&](const Measure& measure) { return measure.from == id || measure.published == id; };
    if (!reg.values || std::any_of(card.measures.begin(), card.measures.end(), asks)) return true;
  }
  return false;
}

Place whole(const std::string& file) {
  Place place;
  place.file = file;
  return place;
}

// Places as the person who dropped the file knows it; notes only of that file.
Problems as_dropped(const Problems& problems, const std::string& in_data, const std::string& dropped, std::size_t& other_notes) {
  Problems seen;
  for (Problem problem : problems.all()) {
    if (problem.place.file == in_data) problem.place.file = dropped;
    else if (problem.severity == Severity::note) {
      ++other_notes;
      continue;
    }
    seen.add(std::move(problem));
  }
  return seen;
}

bool errors_of(const Problems& problems, const std::string& file) {
  return std::any_of(problems.all().begin(), problems.all().end(),
                     [&](const Problem& one) { return one.severity == Severity::error && one.place.file == file; });
}

std::string kilobytes(std::size_t bytes) {
  return bytes < 1024 ? counted(bytes, "byte", "bytes") : std::to_string((bytes + 512) / 1024) + " kB";
}

ProblemsHead head_of(const std::string& name, const std::string& title, const Saved& saved) {
  ProblemsHead head;
  head.title = title.empty() ? "Report card" : title;
  head.place = name;
  head.reader = Audience::staff;   // it quotes rows of the file
  head.first_file = "inbox/" + name;
  head.facts.emplace_back("File", name + ", saved " + saved.said);
  head.foot = "Nothing is published by dropping a file. What is published is built and signed.";
  return head;
}

// A name of a file as an address: a workbook may be called "Board 3#.xlsx".
std::string address_of(const std::string& name) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || c == '-' || c == '.' || c == '_') out += c;
    else out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

// A copy with what is wrong at its cells, of a CSV file as a workbook; nothing where nothing of it is wrong, or where it
// could not be read whole.
void add_marked_copy(Trial& trial, ProblemsHead& head, const std::string& name, const FileBytes& bytes, const Problems& seen) {
  const std::string dropped = "inbox/" + name;
  const std::vector<Problem> sorted = seen.sorted();
  const bool any = std::any_of(sorted.begin(), sorted.end(), [&](const Problem& one) { return one.place.file == dropped; });
  if (!any) return;
  const bool csv = !is_workbook(name);
  Problems unsaid;   // why it cannot be read is on the page already
  std::optional<std::string> marked = csv ? marked_csv(dropped, bytes, sorted, unsaid) : marked_copy(dropped, bytes, sorted, unsaid);
  if (!marked) return;
  const std::string copy = stem_of(name) + "-marked" + (csv ? ".xlsx" : name.substr(name.rfind('.')));
  head.links.emplace_back(address_of(copy), csv ? "Open a workbook of its rows with a comment at each wrong cell"
                                                : "Open a copy of the workbook with a comment at each wrong cell");
  trial.tree[copy] = std::move(*marked);
}

std::string counts_of(const Problems& problems) {
  std::vector<std::string> counts;
  if (const std::size_t n = problems.count(Severity::error)) counts.push_back(counted(n, "error", "errors"));
  if (const std::size_t n = problems.count(Severity::warning)) counts.push_back(counted(n, "warning", "warnings"));
  if (const std::size_t n = problems.count(Severity::note)) counts.push_back(counted(n, "note", "notes"));
  return counts.empty() ? "nothing is wrong" : list_of(counts, "and");
}

}  // namespace

Trial try_dropped(const Folder& card, const std::string& name, std::string bytes, const Saved& saved) {
  const std::size_t size = bytes.size();
  const FileBytes held(std::move(bytes));
  const std::string in_data = place_in_data(card, name), dropped = "inbox/" + name;
  Problems found;
  if (ending_of(name) != ".csv" && !is_workbook(name)) {   // old and encrypted workbooks too: their reader says what to do
    found.error("file-not-data", whole(dropped), "\"" + name + "\" is neither a workbook nor a CSV file.",
                "drop a workbook (.xlsx or .ods) or a CSV file; words and definitions are changed in the card folder itself");
    return not_tried(name, found.all().front(), saved);
  }
  const std::set<std::string> replaced = replaced_by(card, in_data, held);
  const WithDropped folder(card, in_data, held, replaced);
  const std::optional<EditionPlan> edition = edition_at(folder, saved.day);
  const std::optional<Loaded> loaded = load(folder, found, edition ? edition->id : "");
  if (loaded && !is_read(*loaded->card, in_data) && !found.has_errors())
    found.error("file-not-asked-for", whole(in_data), "Nothing of \"" + name + "\" is a register of this card, so nothing of it was read.",
                "name the sheets (or the CSV file) after registers of the card, as in data/");
  Tree draft;
  if (loaded && !found.has_errors()) {
    Card& drafted = *loaded->card;
    drafted.banner = "Draft, made with “" + name + "”, which is not in the card yet." + (drafted.banner.empty() ? "" : " " + drafted.banner);
    draft = build_site({drafted, loaded->figures, loaded->grammar, loaded->prose, loaded->findings, version, Audience::staff}, found);
  }
  const bool built = loaded && !found.has_errors();

  Trial trial;
  std::size_t other_notes = 0;
  const Problems seen = as_dropped(found, in_data, dropped, other_notes);
  trial.errors = seen.count(Severity::error);
  ProblemsHead head = head_of(name, loaded ? loaded->card->title : "", saved);
  head.facts.back().second += ", " + kilobytes(size);
  std::vector<std::string> in_place_of(replaced.begin(), replaced.end());
  if (card.read(in_data)) in_place_of.push_back(in_data);
  if (!in_place_of.empty()) head.facts.emplace_back("In place of", list_of(in_place_of, "and"));
  if (edition) head.facts.emplace_back("Edition", edition->title.empty() ? edition->id : edition->title);
  if (other_notes != 0)
    head.facts.emplace_back("Elsewhere", counted(other_notes, "note", "notes") + " on the rest of the card: reportcard check shows " + (other_notes == 1 ? "it" : "them"));
  head.lede = built ? "The draft is made with this file. The card itself is as it was: to publish, put the file into data/, then build and sign."
              : errors_of(seen, dropped) ? "The card is as it was. Mend the file and drop it again under the same name: it is looked at again by itself."
                    : "What stops the build is in the rest of the card folder, not in this file. Once that is mended, the file is tried again by itself.";
  if (built) {
    head.links.emplace_back("draft/index.html", "Look at the draft");
    for (auto& [file, page] : draft) trial.tree["draft/" + file] = std::move(page);
  }
  add_marked_copy(trial, head, name, held, seen);
  trial.tree["problems.html"] = problems_page(seen, head);
  trial.said = counts_of(seen) + (built ? ". The draft is made." : ". No draft.");
  return trial;
}

Trial not_tried(const std::string& name, const Problem& problem, const Saved& saved) {
  Problems problems;
  problems.add(problem);
  ProblemsHead head = head_of(name, "", saved);
  head.lede = "The card is as it was.";
  Trial trial;
  trial.errors = 1;
  trial.tree["problems.html"] = problems_page(problems, head);
  trial.said = printable(problem.message) + " No draft.";
  return trial;
}

}  // namespace reportcard
