// SPDX-License-Identifier: MIT
#include "cli/edition_store.h"

#include <algorithm>

#include "base/text.h"
#include "card/audience.h"
#include "site/site.h"

namespace reportcard {

namespace {

std::map<std::string, std::string> inputs_now(const EditionFiles& now) {
  // The form that a record is read in, so that a name with a comma or quotation mark is the same on both sides.
  std::map<std::string, std::string> files{{"editions/x/inputs.csv", now.inputs}, {"editions/x/figures.csv", now.figures}, {"editions/x/measures.csv", now.measures}};
  Problems none;
  const auto record = read_edition_record(*memory_folder(std::move(files)), "x", none);
  return record ? record->inputs : std::map<std::string, std::string>{};
}

// "performance" and "legal"
std::string quoted(const std::vector<std::string>& words) {
  std::vector<std::string> all;
  for (const std::string& word : words) all.push_back("\"" + word + "\"");
  return list_of(all, "and");
}

// Offices by their titles, where the card has them.
std::string offices_said(const Card& card, const std::vector<std::string>& ids) {
  const Records* offices = card.find_records("offices");
  const std::string id_column = offices && offices->of ? offices->of->id_column() : std::string();
  std::vector<std::string> said;
  for (const std::string& id : ids) {
    said.push_back(id);
    for (std::size_t row = 0; offices && row < offices->rows; ++row) {
      if (offices->text(row, id_column) == id && !offices->blank(row, "title")) said.back() = offices->text(row, "title");
    }
  }
  return list_of(said, "and");
}

Date day_of(const EditionPlan& plan) { return plan.published.value_or(plan.period.last()); }

}  // namespace

EditionFiles edition_files(const Card& card, const Figures& figures) {
  return {inputs_csv(card), kept_figures_csv(card, figures), measures_csv(kept_measures(card))};
}

SignState sign_state(const EditionPlan& plan, const std::optional<EditionRecord>& record, const EditionFiles& now) {
  SignState state;
  const std::string inputs = now.inputs_hash(), figures = now.figures_hash();
  std::vector<std::string> valid;
  if (record) {
    for (const SignOff& one : record->signed_by) (one.inputs == inputs && one.figures == figures ? valid : state.voided).push_back(one.office);
  }
  for (const std::string& office : plan.sign) {
    if (std::find(valid.begin(), valid.end(), office) == valid.end()) state.missing.push_back(office);
  }
  if (state.voided.empty()) return state;
  const std::map<std::string, std::string> here = inputs_now(now);
  for (const auto& [file, hash] : here) {
    const auto then = record->inputs.find(file);
    if (then == record->inputs.end() || then->second != hash) state.files_changed.push_back(file);
  }
  for (const auto& [file, hash] : record->inputs) {
    if (!here.count(file)) state.files_changed.push_back(file);
  }
  if (state.files_changed.empty()) state.files_changed.push_back("editions/" + plan.id + "/" + (record->figures_hash == figures ? "signoff.toml" : "figures.csv"));
  return state;
}

bool is_frozen(const Card& card, const EditionPlan& plan, const Folder& folder, const std::optional<EditionRecord>& record) {
  if (!record) return false;
  if (!record->signed_by.empty()) return true;
  return std::any_of(card.editions.begin(), card.editions.end(), [&](const EditionPlan& other) {
    return other.kind == plan.kind && other.period > plan.period && has_edition_record(folder, other.id);
  });
}

bool write_edition_record(const std::string& card_folder, const std::string& id, const EditionFiles& files, const std::vector<SignOff>& signed_by, Problems& problems) {
  Tree tree{{"inputs.csv", files.inputs}, {"figures.csv", files.figures}, {"measures.csv", files.measures}};
  if (!signed_by.empty()) tree["signoff.toml"] = signoff_toml(signed_by);
  return write_into(tree, card_folder + "/editions/" + id, problems).has_value();
}

Kept kept_of(const EditionPlan& plan, EditionRecord record) {
  return kept_edition(plan.id, plan.title, day_of(plan), std::move(record.figures), std::move(record.measures));
}

Kept kept_now(const Card& card, const EditionFiles& files, std::string id, std::string title, std::optional<Date> day) {
  Problems none;   // it was written a moment ago
  auto figures = read_kept_figures("figures.csv", FileBytes(files.figures), none);
  return kept_edition(std::move(id), std::move(title), day, figures ? std::move(*figures) : std::vector<KeptFigure>{}, kept_measures(card));
}

std::vector<EditionChanges> edition_history(const Card& card, const EditionFiles& now, const Folder& folder, Audience reader, Problems& problems) {
  const EditionPlan* made = card.edition ? &card.editions[*card.edition] : nullptr;
  const EditionPlan* last = made;
  for (const EditionPlan& plan : card.editions) {
    if (!made && is_shown_to(reader, plan.audience) && has_edition_record(folder, plan.id) && (!last || last->period.last() <= plan.period.last())) last = &plan;
  }
  std::vector<EditionChanges> history;
  if (!last) return history;
  const Kept today = kept_now(card, now, {}, {}, std::nullopt);
  Kept before;
  for (const EditionPlan& plan : card.editions) {
    if (plan.kind != last->kind || plan.period > last->period || !is_shown_to(reader, plan.audience)) continue;
    Kept kept;
    if (&plan == made) {
      kept = kept_now(card, now, plan.id, plan.title, day_of(plan));
    } else if (auto record = read_edition_record(folder, plan.id, problems)) {
      kept = kept_of(plan, std::move(*record));
    } else {
      continue;
    }
    history.push_back(compare_editions(card, before, kept, reader, today.get()));
    before = kept;
  }
  return history;
}

void check_against_records(const Loaded& loaded, const Folder& folder, Problems& problems) {
  const Card& card = *loaded.card;
  std::optional<EditionFiles> files;
  for (const EditionPlan& plan : card.editions) {
    const bool last = std::none_of(card.editions.begin(), card.editions.end(), [&](const EditionPlan& other) {
      return other.kind == plan.kind && other.period > plan.period && has_edition_record(folder, other.id);
    });
    if (!last) continue;
    std::optional<EditionRecord> record = read_edition_record(folder, plan.id, problems);
    if (!record) continue;
    if (!files) files = edition_files(card, loaded.figures);
    check_revisions(card, compare_editions(card, kept_of(plan, std::move(*record)), kept_now(card, *files, {}, {}, std::nullopt), Audience::staff), problems);
  }
}

EditionWork work_on_edition(const Loaded& loaded, const Folder& folder, Audience audience, Problems& problems) {
  EditionWork work;
  const Card& card = *loaded.card;
  if (card.editions.empty()) return work;
  work.files = edition_files(card, loaded.figures);
  work.history = edition_history(card, work.files, folder, audience, problems);
  if (!card.edition) return work;
  const EditionPlan& plan = card.editions[*card.edition];
  const std::optional<EditionRecord> record = read_edition_record(folder, plan.id, problems);
  if (!work.history.empty()) {
    // Of all readers' figures, so that what only staff see is explained too.
    const EditionChanges all = compare_editions(card, work.history.back().before, work.history.back().now, Audience::staff);
    check_revisions(card, all, problems);
  }
  const SignState state = sign_state(plan, record, work.files);
  const bool inside = audience == Audience::staff;
  for (const std::string& file : state.files_changed) {
    Place place;
    place.file = file;
    const std::string message = "This file changed after the edition \"" + plan.id + "\" was signed, so the sign-off of " + quoted(state.voided) + " no longer holds.";
    const std::string remedy = "let them sign again: reportcard sign " + plan.id + " --office OFFICE; or put the file back as it was";
    if (inside) problems.warning("sign-off-void", std::move(place), message, remedy);
    else problems.error("sign-off-void", std::move(place), message, remedy);
  }
  if (!state.missing.empty()) {
    if (inside) work.draft = "Draft: not signed yet by " + offices_said(card, state.missing) + ".";
    else problems.error("edition-unsigned", plan.place, "The edition \"" + plan.id + "\" is not signed by " + quoted(state.missing) + ", so it is for staff alone.",
                        "build it with --audience staff, or let them sign: reportcard sign " + plan.id + " --office " + state.missing.front());
  }
  work.record_due = !is_frozen(card, plan, folder, record);
  return work;
}

Audience audience_asked_for(const Card& card, const std::string& word, Problems& problems) {
  const EditionPlan* plan = card.edition ? &card.editions[*card.edition] : nullptr;
  if (word.empty()) return plan ? plan->audience : Audience::public_;
  const std::vector<std::string>& words = reader_words();   // the command line lets no other word through
  const auto asked = static_cast<Audience>(std::find(words.begin(), words.end(), word) - words.begin());
  if (plan && asked < plan->audience) {
    problems.error("edition-audience", plan->place,
                   "The edition \"" + plan->id + "\" is for " + (plan->audience == Audience::staff ? "staff" : "members and staff") + ", not for " +
                       (asked == Audience::public_ ? "the public" : "members") + ".",
                   "build it for those that it is planned for, or change its audience in card.toml");
  }
  return asked;
}

}  // namespace reportcard
