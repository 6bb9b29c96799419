// SPDX-License-Identifier: MIT
// Records of editions made, kept and compared: what a build of an edition, `sign`, `check` and `changes` share.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "card/edition_record.h"
#include "cli/load.h"
#include "engine/edition_changes.h"

namespace reportcard {

// The files of a record as this card would have them now.
struct EditionFiles {
  std::string inputs, figures, measures;
  std::string inputs_hash() const { return sha256_hex(inputs); }
  std::string figures_hash() const { return sha256_hex(figures); }
};
EditionFiles edition_files(const Card& card, const Figures& figures);

// Who signed what would be published now, and who signed something else.
struct SignState {
  std::vector<std::string> missing;        // offices that are asked for and have no valid sign-off
  std::vector<std::string> voided;         // offices whose sign-off was of other inputs or figures
  std::vector<std::string> files_changed;  // since then: inputs that changed, came or went
};
SignState sign_state(const EditionPlan& plan, const std::optional<EditionRecord>& record, const EditionFiles& now);

// A record stays as it is once somebody signed it, or a later edition of its kind was made: the next month's changes are
// told against what was published.
bool is_frozen(const Card& card, const EditionPlan& plan, const Folder& folder, const std::optional<EditionRecord>& record);
// Problems: cannot-write.
bool write_edition_record(const std::string& card_folder, const std::string& id, const EditionFiles& files, const std::vector<SignOff>& signed_by, Problems& problems);

Kept kept_of(const EditionPlan& plan, EditionRecord record);
Kept kept_now(const Card& card, const EditionFiles& files, std::string id, std::string title, std::optional<Date> day);

// What changed from edition to edition of one kind, oldest first, as a reader may see it: those with a record, up to the
// one that is being made, or all of the kind that was made last. Empty where there is none.
std::vector<EditionChanges> edition_history(const Card& card, const EditionFiles& now, const Folder& folder, Audience reader, Problems& problems);

// What a build of a card with editions needs beside the card: its history, whether it is a draft, the record to write.
// Problems of an edition that is being made: edition-unsigned (error, not for staff), sign-off-void (an error but for
// staff), revision-unexplained, edition-record-broken.
struct EditionWork {
  EditionFiles files;
  std::vector<EditionChanges> history;
  std::string draft;          // "Draft: not signed yet by ..."; "" where nobody has still to sign
  bool record_due = false;    // editions/ID/ is to be written with these files
};
// For `check` of a card as it is: figures that other editions printed with another value, and that nothing explains.
void check_against_records(const Loaded& loaded, const Folder& folder, Problems& problems);
// For whom something is made: as asked ("public", "members", "staff"), else ("") as the edition says, else the public. An
// edition is never made for more readers than its plan names. Problems: edition-audience.
Audience audience_asked_for(const Card& card, const std::string& word, Problems& problems);
EditionWork work_on_edition(const Loaded& loaded, const Folder& folder, Audience audience, Problems& problems);

}  // namespace reportcard
