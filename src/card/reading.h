// SPDX-License-Identifier: MIT
// What the steps of reading a card folder share. Only for the files of this room; read_card.cc is the walk.
#pragma once
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "card/card.h"
#include "card/publications.h"
#include "card/toml_keys.h"
#include "card/toml_tree.h"
#include "card/wide.h"
#include "tables/workbook.h"

namespace reportcard {

// A measure before its keys are read: those of the measure that it uses, replaced by its own.
struct RawMeasure {
  std::string id;
  std::vector<const TomlEntry*> entries;
  Place place;        // its heading
  bool broken = false;  // what it uses is not there, which is said: its keys are not complete
  std::size_t own = 0;  // how many of the entries, from the first, are its own; the others came by `use`
  std::string from;   // as written in `from`; empty where there is none
  std::string published;
};

// Where the rows of a register stand: a CSV file, or a sheet of a workbook.
struct DataSource {
  std::string file;                // data/card.xlsx
  const Workbook* book = nullptr;  // null: a CSV file
  std::size_t sheet = 0;
  const GivenRegister* given = nullptr;  // made from published files
  std::string said() const;        // "data/card.xlsx: Outcomes"
  Place whole() const;             // the file; of a workbook its sheet as `cell`
};

struct CardReading {
  const Folder& folder;
  Card& card;
  Problems& problems;
  CardReading(const Folder& f, Card& c, Problems& p) : folder(f), card(c), problems(p) {}

  std::vector<std::string> names;              // all files of the folder, sorted
  std::deque<TomlDocument> documents;          // nodes point into them until the card is read
  std::map<std::string, DataSource> data;      // register id -> where its rows stand
  std::map<std::string, GivenRegister> given;  // registers made from published files
  std::map<std::string, std::unique_ptr<Workbook>> workbooks;  // by file; those that could be opened
  bool workbook_refused = false;               // one could not, which is said: nobody says again that its registers are missing
  std::map<std::string, WidePlan, std::less<>> wide;           // by register id: tables of values with periods as headings
  std::map<std::string, std::string, std::less<>> own_registers;  // register id -> name of its definition
  std::vector<RawMeasure> raw;                 // in the card's order
  bool measures_incomplete = false;            // a file of measures could not be read: do not say that an id is unknown
  std::set<std::string, std::less<>> measures_unread; // with problems that leave nothing to compute
  std::set<std::string, std::less<>> bands_broken;    // in card.toml, with problems of their own
  std::set<std::string, std::less<>> columns_needed;  // "register.column" that some measure reads
  std::string edition;                         // id of the edition that is asked for; "" none
  std::vector<const TomlNode*> edition_tables; // beside card.editions
  TomlNode empty;                              // stands for a table that is not there

  // Reads a file of the folder and keeps it in card.files. Nothing where it cannot be read.
  std::optional<FileBytes> open(const std::string& name);
  const TomlNode* toml(const std::string& name);                              // of the folder; null after a problem
  const TomlNode* library_toml(std::string_view name, std::string_view text);  // of the library
  std::vector<std::string> names_below(std::string_view folder_name, std::string_view ending) const;
};

// The walk, in its order. Each step reports what it finds and goes on.
const TomlNode* read_card_keys(CardReading& reading);     // card.toml but for what needs measures
void find_data(CardReading& reading);                     // data/*, registers/*: which file claims which register
void find_published(CardReading& reading, const Publications* publications);  // which of those files are published ones
void find_measures(CardReading& reading);                 // measures/*.toml and `use`
void find_sheets(CardReading& reading);                   // which sheet of a workbook holds which register: measures name some
void read_registers(CardReading& reading);                // those that data, measures, sections or links name
void read_measures(CardReading& reading);                 // keys, paths, conditions
void check_measures(CardReading& reading);                // what only all measures together show
void read_all_records(CardReading& reading);              // rows, typed; links; back-counts
void check_records(CardReading& reading);                 // values against measures
void check_sections(CardReading& reading);                // what sections and pages name
void cut_to_short_edition(CardReading& reading);          // of an edition about some measures: what is left of the card
void check_editions(CardReading& reading);                // offices that sign, measures that an edition is about

// One register's definition, or its columns when it is a table of values.
bool read_register(CardReading& reading, const std::string& id, const TomlNode& root, const Place& file);
Register values_register(const std::string& id, const DataSource& source, const std::vector<std::string>& headers);
const std::vector<std::string>& own_columns_of_values();  // "period", "value", "area" ...: docs/registers.md

// data_source.cc: the same questions to a CSV file and to a sheet.
// The headings: of a sheet the row, among the first, that has most of those known; the first of equals.
using KnownHeading = std::function<bool(const std::string& header)>;
std::vector<std::string> headers_of(CardReading& reading, const DataSource& source, const KnownHeading& known);
// Of a table of values: its own columns, and periods of these kinds.
KnownHeading heading_of_values(std::vector<PeriodKind> kinds);
// A column's other headings: its aliases, and its title unless another column is called so.
std::vector<std::string> also_called(const Register& reg, const ColumnDefinition& column);
// Folded headings of all columns of a register.
std::set<std::string> all_headings(const Register& reg);
std::optional<Table> read_rows(CardReading& reading, const DataSource& source, const std::vector<WantedColumn>& wanted);
void claimed_twice(CardReading& reading, const std::string& id, const DataSource& second, const std::string& first);
std::string stem_of(std::string_view name);  // data/care.csv: care

// sheets_find.cc
std::string register_named(const std::string& sheet, CardReading& reading);  // by its id or title; "" where there is none
bool is_sheet_beside_tables(std::string_view sheet);  // cover, notes, lists: of workbooks that we write

// wide.cc. The first looks at the headings of a table of values, and makes its columns those of the turned table.
void find_wide(CardReading& reading, Register& reg, const DataSource& source, const std::vector<std::string>& headers, const std::vector<PeriodKind>& kinds);
std::vector<PeriodKind> kinds_of_readers(const CardReading& reading, const std::string& id);  // of the measures that read a table
Place heading_place(CardReading& reading, const DataSource& source, const std::vector<std::string>& headers, const std::string& header);
std::optional<Table> read_wide(CardReading& reading, const Register& reg, const WidePlan& plan, const std::vector<WantedColumn>& wanted);

Period period_of_card(CardReading& reading, Keys& keys);
void read_editions(CardReading& reading, Keys& keys);     // [[edition]]; the one asked for becomes the card's period
std::vector<std::string> ids_of_register(const Card& card, std::string_view register_id);
std::optional<Bands> read_bands(const std::string& id, const TomlNode& table, Problems& problems);
const Bands* find_bands(CardReading& reading, const std::string& id, const Place& place);
// What [page.ID] with kind = "young-people" says; and, once measures are read, whether its figures are shares.
YoungWords read_young_words(CardReading& reading, Keys& keys, const std::vector<std::string>& measures);
void check_young_words(CardReading& reading, const PageWish& page);
// "10 working days", or the name of a limit; a problem where it is neither.
std::optional<Limit> find_limit(CardReading& reading, const TomlNode& written);
std::optional<Limit> parse_limit(std::string_view text);
void read_card_limits(CardReading& reading, const TomlNode& tables);  // [limit.ID] of card.toml
// `10 working days`: an amount and its unit.
struct LimitAmount { std::int32_t amount; Limit::In unit; };
std::optional<LimitAmount> parse_limit_amount(std::string_view text);

// A formula's text in reverse Polish order.
std::optional<std::vector<FormulaStep>> parse_formula(std::string_view text, const Place& place, Problems& problems);

// [section.ID] of card.toml; null where it is not there.
const TomlNode* card_table(const CardReading& reading, std::string_view table, std::string_view id);
// The place of one word of a list in it, such as measures = ["gcse"].
Place word_place(const TomlNode* table, std::string_view key, std::string_view word, const Place& otherwise);

// Says that no measure has this id, unless a file of measures could not be read.
void unknown_measure(CardReading& reading, std::string_view id, Place place);
std::vector<std::string> measure_ids(const CardReading& reading);
std::string kind_said(PeriodKind kind);               // "a financial year"
std::string title_from_id(std::string_view id);            // "stage-1" -> "Stage 1"

}  // namespace reportcard
