// SPDX-License-Identifier: MIT
// A card folder, read and checked. docs/card-folder.md goes through it key by key.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/period.h"
#include "base/problem.h"
#include "base/working_days.h"
#include "card/areas.h"
#include "card/edition.h"
#include "card/measure.h"
#include "card/names.h"
#include "card/records.h"
#include "card/register.h"
#include "card/source_plan.h"
#include "card/young_words.h"

namespace reportcard {

struct PageWish {            // [page.ID]: a page of a kind that the card asks for beside its sections
  std::string id, kind, title;              // kind: position, compare, actions, complaints, money, plan, commissioning, help, exploitation ...
  std::string nav;                          // short word for the navigation; "" = not there
  std::vector<std::string> measures, registers;
  std::string words;                        // words/FILE.md, optional
  std::string section;                      // the section it belongs to
  bool plain = false;                       // no colour, arrow or chart
  bool found_later = false;                 // shows the box of what was found afterwards
  Audience audience = Audience::public_;    // who sees the page
  YoungWords young;                         // kind young-people
  Place place;
};

struct Section {
  std::string id, title, nav;
  std::string words;                        // default words/ID.md
  std::vector<std::string> measures, registers;
  bool on_time_note = false;                // "On time is not the same as safe."
  bool plain = false;
  bool found_later = false;                 // shows the box of what was found afterwards
  Audience audience = Audience::public_;    // who sees the page
  Place place;
};

// [comparator.ID]: a list of places of the card's own, which introduces itself.
struct Comparator {
  std::string id, title, says;              // says: of what date and version the list is
  std::vector<AreaId> areas;
  Place place;
};

struct CardContact { std::string office, email, telephone, post, note; };

// [foreword]: words of an office on the home page. Hidden from one day to another (a pre-election period), both included.
struct Foreword {
  std::string words, office;      // a words file; an id of the register `offices`, or its name
  std::optional<Date> hide_from, hide_to;
  Place place;
};

struct Card {
  std::string title, subtitle, publisher, banner, language = "en-GB";
  std::string address;                                // where it is published: "https://www.example.org/report-card/"; "" not said
  bool noindex = false;
  AreaId area = 0;
  Period period;
  std::optional<Date> as_at, known_at;
  std::optional<std::string> baseline;                // as written; read by each measure's kind
  std::vector<std::string> against;                   // "england", "region", "neighbours", area names
  std::map<std::string, std::vector<AreaId>> own_lists; // [comparator.ID] areas = [...]
  std::vector<Comparator> comparators;                  // the same with their titles, in file order
  std::vector<std::string> cannot_tell;
  std::optional<Foreword> foreword;
  std::string found_later;                            // words file for the plain box; "" none
  std::vector<Section> sections;
  std::vector<PageWish> pages;
  std::vector<EditionPlan> editions;                  // [[edition]], in file order
  std::optional<std::size_t> edition;                 // the one that is being made: its period, as_at and known_at rule
  SourcePlans sources;                                // sources.toml, in its order
  CardContact contact;
  std::string accessibility, privacy, licence;        // words files or texts
  std::map<std::string, std::string> words;           // words/NAME.md -> bytes, all of them
  std::vector<std::string> helplines;                 // ids of rows of contacts to show at the top and foot
  Areas areas;
  std::vector<AreaId> area_set;                        // `areas = "upper-tier"`; else just `area`
  std::map<std::string, Register, std::less<>> registers;   // library and own; only those with data, a link or a measure
  std::map<std::string, Records, std::less<>> records;      // by register id
  std::vector<Measure> measures;                       // in file order: the card's order
  // Measures whose definition or rows could not be read, which is said: nobody says again that they are missing.
  std::set<std::string, std::less<>> unread;
  bool all_read = true;                                // else a file of measures was not read: any id may be in it
  bool is_unread(std::string_view id) const { return !all_read || unread.count(id) != 0; }
  std::map<std::string, Bands, std::less<>> bands;
  std::map<std::string, Limit, std::less<>> limits;
  std::shared_ptr<const WorkingDays> calendar;         // England's; null where no measure counts working days
  std::map<std::string, FileBytes> files;              // every file of the folder that was read, by name: hashes, excerpts
  const Measure* measure(std::string_view id) const;
  const EditionPlan* plan(std::string_view edition) const;   // null: there is no such edition
  const Records* find_records(std::string_view register_id) const;
};

// The day that an edition is of: that on which it is published, else the last day that the card tells of. Never today.
Date day_of(const Card& card);
bool is_hidden_on(const Foreword& foreword, Date day);

// Reads card.toml, measures/*.toml, registers/*.toml, data/*.csv, words/*.md and what they use of the library.
// Every problem is reported; nothing only where there is no card.toml to begin with. With the id of an edition the card is
// that of the edition: its period, what was known by its `known_to`, and of a short edition its measures alone.
// `publications` knows published files; without it a folder has none.
class Publications;
std::optional<Card> read_card(const Folder& folder, Problems& problems, std::string_view edition = {}, const Publications* publications = nullptr);

// SHA-256 over the names and bytes of all files that the card was read from.
std::string hash_of_inputs(const Card& card);

// The definitions that any council needs, built into the program: "registers/complaints.toml", "words/en.toml", ...
std::optional<std::string_view> library_file(std::string_view name);
std::vector<std::string> library_list(std::string_view folder);  // names below it

}  // namespace reportcard
