// SPDX-License-Identifier: MIT
// What an edition was made of, as the folder editions/ID/ keeps it: inputs.csv, figures.csv, measures.csv, signoff.toml.
// One file knows these forms both ways, so that what is written is what is read.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/files.h"
#include "base/period.h"
#include "base/problem.h"
#include "card/register.h"

namespace reportcard {

struct Card;
struct Measure;

// A row of figures.csv. Its columns are those of the download (docs/downloads.md); a record adds `ratio`, `known_places`
// and `qualifier`, so that nothing of a figure is lost.
struct KeptFigure {
  std::string measure, title, area_code, area_name, area_level, choice;
  std::optional<Period> period;                     // none: the period is not given
  bool computed = false;                            // else published
  std::string value, exact, shown, unit, status;    // value "" where there is none
  std::string symbol, reason, better, direction;
  std::optional<std::int64_t> numerator, denominator;
  std::string ratio, known_places, qualifier;       // "" in a download
  std::string place;                                // "data/position.csv, line 7"
  bool is_known() const { return !value.empty(); }
  bool is_hidden() const { return value.empty() && symbol == "c"; }   // a small number, kept back to protect people
};

// A measure as it was defined: the keys that make its figures what they are, and the hash of them all.
using Definition = std::vector<std::pair<std::string, std::string>>;   // key, value, in a fixed order
struct KeptMeasure {
  std::string id, title, hash;
  Audience audience = Audience::public_;
  Definition definition;
};

struct SignOff {
  std::string office;
  Date signed_on;
  std::string figures, inputs;   // SHA-256 of figures.csv and inputs.csv as they were signed
  std::string note;
};

struct EditionRecord {
  std::string id;
  std::map<std::string, std::string> inputs;   // file of the card folder -> SHA-256
  std::vector<KeptFigure> figures;
  std::vector<KeptMeasure> measures;
  std::vector<SignOff> signed_by;
  std::string figures_hash, inputs_hash;       // of the files as they lie there
};

// Nothing where the folder keeps no record of it; that is no problem. Problems: edition-record-broken, and those of the
// readers of CSV and TOML, with places in editions/ID/.
std::optional<EditionRecord> read_edition_record(const Folder& folder, const std::string& id, Problems& problems);
bool has_edition_record(const Folder& folder, const std::string& id);
// figures.csv alone: of a record, or a download of any card.
std::optional<std::vector<KeptFigure>> read_kept_figures(const std::string& name, const FileBytes& bytes, Problems& problems);

Definition definition_of(const Measure& measure);
std::vector<KeptMeasure> kept_measures(const Card& card);

// The files of a record but for figures.csv, which only figures can make.
std::string inputs_csv(const Card& card);                 // every file that the card was read from, and its hash
std::string measures_csv(const std::vector<KeptMeasure>& measures);
std::string signoff_toml(const std::vector<SignOff>& signed_by);

}  // namespace reportcard
