// SPDX-License-Identifier: MIT
// Which registers a card has: files of its folder, and of the library only what data, measures, sections or links name.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/library.h"
#include "card/reading.h"
#include "tables/csv.h"

namespace reportcard {
namespace {

struct ValueColumn {
  const char* name;
  ColumnType type;
  std::vector<std::string> choices;
};

// docs/measures.md: the columns of a table of values. Others are text: breakdowns, or what conditions ask for.
const std::vector<ValueColumn>& value_columns() {
  static const std::vector<ValueColumn> columns = {
      {"period", ColumnType::period, {}},
      {"value", ColumnType::number, {}},
      {"area", ColumnType::text, {}},
      {"measure", ColumnType::measure, {}},
      {"numerator", ColumnType::number, {}},
      {"denominator", ColumnType::number, {}},
      {"known", ColumnType::date, {}},
      {"called", ColumnType::text, {}},
      {"status", ColumnType::choice, {"final", "provisional", "revised", "forecast"}},
      {"symbol", ColumnType::text, {}},
      {"qualifier", ColumnType::choice, {"at least", "at most", "over", "under", "about"}},
      {"note", ColumnType::text, {}},
      {"explains", ColumnType::text, {}},
      {"source", ColumnType::text, {}},
      {"as_written", ColumnType::text, {}}};
  return columns;
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

std::vector<std::string> register_names(const CardReading& reading) {
  std::vector<std::string> names;
  for (const auto& [id, name] : reading.own_registers) names.push_back(id);
  for (const auto& [id, source] : reading.data) names.push_back(id);
  for (const std::string& name : library_list("registers")) names.push_back(stem_of(name));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// A definition serves many councils: where this one's file lacks the column of a role that can be missing, the register
// has no such role here. The other roles stay, so that a misspelt header is found.
void drop_missing_roles(Register& reg, const std::vector<std::string>& written) {
  std::set<std::string> headers;
  for (const std::string& header : written) headers.insert(fold(header));
  for (std::string* role : {&reg.roles.period, &reg.roles.due, &reg.roles.known, &reg.roles.area}) {
    const ColumnDefinition* column = reg.find(*role);
    if (!column || column->required) continue;
    bool there = headers.count(fold(column->name)) != 0;
    for (const std::string& other : also_called(reg, *column)) there = there || headers.count(fold(other));
    if (!there) role->clear();
  }
}

// Reads the definition, and those that its links point to. False where there is none.
bool need(CardReading& reading, const std::string& id) {
  if (reading.card.registers.count(id)) return true;
  const TomlNode* root = nullptr;
  Place file;
  if (auto own = reading.own_registers.find(id); own != reading.own_registers.end()) {
    root = reading.toml(own->second);
    file = whole_file(own->second);
    if (!root) root = &reading.empty;
  } else if (std::optional<std::string_view> text = library_file("registers/" + id + ".toml")) {
    root = reading.library_toml("registers/" + id + ".toml", *text);
    file = whole_file("library/registers/" + id + ".toml");
    if (!root) root = &reading.empty;
  }
  auto data = reading.data.find(id);
  if (root) {
    if (root != &reading.empty) {
      read_register(reading, id, *root, file);
    } else {
      // Its file could not be read, which is said: a register without columns would only say it again.
      return false;
    }
  } else {
    if (data == reading.data.end()) return false;
    if (const GivenRegister* given = data->second.given) {
      Register reg = given->definition.value_or(Register{});
      reg.id = id;
      reading.card.registers.insert_or_assign(id, std::move(reg));
    } else {
    if (!reading.open(data->second.file)) return false;
    const std::vector<PeriodKind> kinds = kinds_of_readers(reading, id);
    const std::vector<std::string> headers = headers_of(reading, data->second, heading_of_values(kinds));
    Register reg = values_register(id, data->second, headers);
    reg.source = data->second.whole();
    find_wide(reading, reg, data->second, headers, kinds);
    reading.card.registers.insert_or_assign(id, std::move(reg));
    }
  }
  Register& reg = reading.card.registers.find(id)->second;
  if (data != reading.data.end()) {
    reg.file = data->second.said();
    reg.source = data->second.whole();
    if (!reg.values && (data->second.given || reading.open(data->second.file))) {
      const KnownHeading known = [all = all_headings(reg)](const std::string& header) { return all.count(fold(header)) != 0; };
      drop_missing_roles(reg, headers_of(reading, data->second, known));
    }
  }
  std::vector<std::pair<std::string, Place>> targets;
  for (const ColumnDefinition& column : reg.columns) {
    if (column.type == ColumnType::link && !column.to.empty()) targets.emplace_back(column.to, column.place);
  }
  for (const auto& [target, place] : targets) {
    if (!need(reading, target)) {
      reading.problems.error("register-unknown", place,
                             fmt::format("The column links to the register {}, which is not there.", in_quotes(target)),
                             known_are(target, register_names(reading), "write its definition in registers/"));
    } else if (reading.card.registers.find(target)->second.id_column().empty()) {
      reading.problems.error(
          "link-no-id", place,
          fmt::format("The column links to the register {}, which has no column of type id.", in_quotes(target)),
          fmt::format("give {} a column with type = \"id\"", in_quotes(target)));
    }
  }
  return true;
}

void need_or_say(CardReading& reading, const std::string& id, const Place& place) {
  if (id.empty() || need(reading, id)) return;
  if (id.find('/') != id.npos || leaves_folder(id)) {
    reading.problems.error("file-outside", place,
                           fmt::format("{} is no register: a register is named by the stem of its file in data/.", in_quotes(id)),
                           "write for example: from = \"attainment\" for data/attainment.csv");
    return;
  }
  if (reading.own_registers.count(id)) return;  // its file is there and could not be read, which is said
  if (reading.workbook_refused) return;         // it may stand in the workbook that was refused
  reading.problems.error("register-unknown", place,
                         fmt::format("There is no register {}: no definition, and no file data/{}.csv.", in_quotes(id), id),
                         known_are(id, register_names(reading), "put a CSV file into data/, or a sheet of that name into a workbook"));
}

}  // namespace

void find_data(CardReading& reading) {
  for (const std::string& name : reading.names) {
    const std::string_view view = name;
    if (view.substr(0, 5) == "data/" && view.substr(0, 11) != "data/inbox/") {
      const std::string id = stem_of(view);
      if (ends_with(view, ".csv")) {
        auto [there, fresh] = reading.data.emplace(id, DataSource{name});
        if (!fresh) claimed_twice(reading, id, DataSource{name}, there->second.said());
      } else if (is_workbook(view)) {
        const std::optional<FileBytes> bytes = reading.open(name);
        if (!bytes) continue;
        const std::size_t errors = reading.problems.count(Severity::error);
        if (std::unique_ptr<Workbook> book = open_workbook(name, *bytes, reading.problems)) {
          reading.workbooks.emplace(name, std::move(book));
        } else if (reading.problems.count(Severity::error) > errors) {
          reading.workbook_refused = true;
        } else {
          reading.card.files.erase(name);  // a lock file, which is no input: it comes and goes
        }
      }
    } else if (view.substr(0, 10) == "registers/" && ends_with(view, ".toml")) {
      const std::string id = stem_of(view);
      if (!is_id(id)) {
        reading.problems.error("id-form", whole_file(name), fmt::format("{} cannot be the id of a register.", in_quotes(id)),
                               fmt::format("name the file {}.toml", slug(id)));
        continue;
      }
      auto [there, fresh] = reading.own_registers.emplace(id, name);
      if (!fresh) {
        claimed_twice(reading, id, DataSource{name}, there->second);
      } else if (library_file("registers/" + id + ".toml")) {
        const TomlNode* root = reading.toml(name);
        const TomlEntry* meant = root ? root->find("replaces_library") : nullptr;
        if (root && !(meant && meant->value.yes)) {
          reading.problems.error("register-twice", whole_file(name),
                                 fmt::format("Both the library and {} claim the register {}.", name, in_quotes(id)),
                                 "give yours another name, or write replaces_library = true in it");
        }
      }
    }
  }
}

const std::vector<std::string>& own_columns_of_values() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const ValueColumn& column : value_columns()) all.emplace_back(column.name);
    return all;
  }();
  return names;
}

Register values_register(const std::string& id, const DataSource& source, const std::vector<std::string>& headers) {
  Register reg;
  reg.id = id;
  reg.title = title_from_id(id);
  reg.what = "A published or typed value.";
  reg.shown = Shown::none;
  reg.values = true;
  reg.place = source.whole();
  for (const std::string& header : headers) {
    ColumnDefinition column;
    const std::string folded = fold(header);
    column.name = header;
    for (const ValueColumn& known : value_columns()) {
      if (folded != known.name) continue;
      column.name = known.name;
      column.type = known.type;
      column.choices = known.choices;
    }
    if (column.name.empty() || reg.find(column.name)) continue;  // the reader of the rows says so
    column.title = title_from_id(column.name);
    column.place = source.whole();
    if (!source.book) column.place.line = 1;
    if (column.name == "period") reg.roles.period = "period";
    if (column.name == "area") reg.roles.area = "area";
    if (column.name == "known") reg.roles.known = "known";
    reg.columns.push_back(std::move(column));
  }
  return reg;
}

void read_registers(CardReading& reading) {
  for (const auto& [id, source] : reading.data) need(reading, id);
  for (const RawMeasure& measure : reading.raw) {
    auto place = [&](std::string_view key) {
      for (const TomlEntry* entry : measure.entries) {
        if (entry->key == key) return entry->value.place();
      }
      return measure.place;
    };
    need_or_say(reading, measure.from, place("from"));
    need_or_say(reading, measure.published, place("published"));
  }
  for (const auto& [id, name] : reading.own_registers) need(reading, id);
  for (const Section& section : reading.card.sections) {
    for (const std::string& id : section.registers) need_or_say(reading, id, word_place(card_table(reading, "section", section.id), "registers", id, section.place));
  }
  for (const PageWish& page : reading.card.pages) {
    for (const std::string& id : page.registers) need_or_say(reading, id, word_place(card_table(reading, "page", page.id), "registers", id, page.place));
  }
  // Names that nothing else gives: a condition such as `actions = 0` counts rows of a register that may have no file yet.
  for (std::size_t i = 0; i < library_size; ++i) {
    const LibraryFile& file = library_files[i];
    if (file.name.substr(0, 10) != "registers/" || file.text.find("\nback") == std::string_view::npos) continue;
    bool points_here = false;
    for (const auto& [id, reg] : reading.card.registers) {
      points_here = points_here || file.text.find("\nto = \"" + id + "\"") != std::string_view::npos;
    }
    if (!points_here) continue;
    bool asked = false;
    for (std::size_t at = file.text.find("\nback"); at != std::string_view::npos && !asked;
         at = file.text.find("\nback", at + 1)) {
      const std::size_t open = file.text.find('"', at);
      const std::size_t close = open == std::string_view::npos ? open : file.text.find('"', open + 1);
      if (close == std::string_view::npos) break;
      const std::string name(file.text.substr(open + 1, close - open - 1));
      for (const RawMeasure& measure : reading.raw) {
        for (const TomlEntry* entry : measure.entries) {
          asked = asked || ((entry->key == "where" || entry->key == "meets" || entry->key == "of") &&
                            entry->value.text.find(name) != std::string::npos);
        }
      }
    }
    if (asked) need(reading, stem_of(file.name));
  }
}

}  // namespace reportcard
