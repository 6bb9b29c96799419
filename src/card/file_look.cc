// SPDX-License-Identifier: MIT
// A sheet is known by its name, else by its headings: those of a register of the library, or of a table of values.
#include "card/file_look.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/library.h"
#include "card/period_forms.h"
#include "card/records_reader.h"
#include "tables/workbook_mark.h"

namespace reportcard {
namespace {

constexpr PeriodKind kinds[] = {PeriodKind::financial_year, PeriodKind::calendar_year, PeriodKind::quarter, PeriodKind::month, PeriodKind::day};

bool has(const std::set<std::string>& headings, const Register& reg, const ColumnDefinition& column) {
  const std::vector<std::string> others = also_called(reg, column);
  return headings.count(fold(column.name)) != 0 ||
         std::any_of(others.begin(), others.end(), [&](const std::string& other) { return headings.count(fold(other)) != 0; });
}

bool is_heading_of_values(const std::string& header) {
  static const KnownHeading known = heading_of_values({std::begin(kinds), std::end(kinds)});
  return known(header) || looks_like_period(header);
}

// One sheet, or the one table of a CSV file, in a card of its own.
class Look {
 public:
  Look(const std::string& file, const FileBytes& bytes, const Workbook* book, std::size_t sheet, Problems& problems)
      : folder_(memory_folder({})), reading_(*folder_, card_, problems), source_{file, book, sheet} {
    card_.files.emplace(file, bytes);
    look_for(is_heading_of_values);
  }

  SheetSeen see(const std::string& name) {
    SheetSeen seen;
    seen.name = source_.book ? name : "";
    if (source_.book && source_.book->headers(source_.sheet).empty()) {
      seen.looks = "blank";
      return seen;
    }
    if (std::string id = register_named(name, reading_); !id.empty()) {
      seen.looks = fmt::format("the register {}, by its name", in_quotes(id));
      read_as_register(id, seen);
    } else if (std::string like = register_by_headings(); !like.empty()) {
      seen.looks = fmt::format("the register {}, by its headings", in_quotes(like));
      read_as_register(like, seen);
    } else if (look_for(is_heading_of_values); is_values()) {
      seen.looks = "a table of values";
      read_as_values(slug(name), seen);
    } else {
      seen.looks = source_.book ? "not read: neither its name nor its headings are those of a register" : "unknown: its headings are those of no register";
    }
    return seen;
  }

 private:
  void look_for(const KnownHeading& known) {
    headers_ = headers_of(reading_, source_, known);
    headings_.clear();
    for (const std::string& header : headers_) headings_.insert(fold(header));
    headings_.erase("");
  }
  void look_for(const Register& reg) {
    look_for([all = all_headings(reg)](const std::string& header) { return all.count(fold(header)) != 0; });
  }

  // The register with most of its columns among the headings: all that it must have, and more than half of the headings.
  std::string register_by_headings() {
    std::string best;
    std::size_t most = 1;
    for (const std::string& name : library_list("registers")) {
      const std::string id = stem_of(name);
      const Register* reg = definition(id);
      if (!reg) continue;
      look_for(*reg);
      std::size_t there = 0;
      bool all = true;
      for (const ColumnDefinition& column : reg->columns) {
        const bool found = has(headings_, *reg, column);
        there += found;
        all = all && (found || !column.required);
      }
      if (all && there > most && there * 2 > headings_.size()) {
        most = there;
        best = id;
      }
    }
    return best;
  }

  const Register* definition(const std::string& id) {
    if (const auto there = card_.registers.find(id); there != card_.registers.end()) return &there->second;
    const std::string name = "registers/" + id + ".toml";
    const std::optional<std::string_view> text = library_file(name);
    const TomlNode* root = text ? reading_.library_toml(name, *text) : nullptr;
    if (!root || !read_register(reading_, id, *root, whole_file("library/" + name))) return nullptr;
    return &card_.registers.find(id)->second;
  }

  bool is_values() const {
    if (headings_.count("value") || (headings_.count("numerator") && headings_.count("denominator"))) return true;
    return std::any_of(headers_.begin(), headers_.end(), [](const std::string& header) { return looks_like_period(header); });
  }

  void read_as_register(const std::string& id, SheetSeen& seen) {
    const Register* known = definition(id);
    if (!known) return;
    Register& reg = card_.registers.find(id)->second;
    reg.roles.area.clear();  // which places there are is the card's
    look_for(reg);
    for (const ColumnDefinition& column : reg.columns) {
      if (has(headings_, reg, column)) reading_.columns_needed.insert(id + "." + column.name);
    }
    read(reg, seen);
  }

  void read_as_values(const std::string& id, SheetSeen& seen) {
    Register reg = values_register(id, source_, headers_);
    reg.source = source_.whole();
    reg.roles.area.clear();
    card_.period.kind = kind_of_periods();
    find_wide(reading_, reg, source_, headers_, {card_.period.kind});
    if (const auto wide = reading_.wide.find(id); wide != reading_.wide.end() && !wide->second.headings.empty())
      seen.looks += fmt::format(" with a column for each period, {} to {}", wide->second.headings.front().period, wide->second.headings.back().period);
    read(card_.registers.insert_or_assign(id, std::move(reg)).first->second, seen);
  }

  // That of most headings that are periods, else that of the first cell which is one.
  PeriodKind kind_of_periods() {
    PeriodKind best = PeriodKind::financial_year;
    std::size_t most = 0;
    for (const PeriodKind kind : kinds) {
      const auto read = static_cast<std::size_t>(std::count_if(headers_.begin(), headers_.end(), [&](const std::string& header) { return heading_as_period(kind, header).has_value(); }));
      if (read <= most) continue;
      most = read;
      best = kind;
    }
    if (most > 0 || !headings_.count("period")) return best;
    Problems said_later;
    CardReading look(*folder_, card_, said_later);
    const std::optional<Table> table = read_rows(look, source_, {{"period", {}, CellType::text, false}});
    const Column* column = table ? table->find("period") : nullptr;
    const TextColumn* text = column ? std::get_if<TextColumn>(&column->cells) : nullptr;
    if (!text) return best;
    for (const PeriodKind kind : kinds) {
      const auto read = static_cast<std::size_t>(std::count_if(text->words.begin(), text->words.end(), [&](const std::string& word) { return Period::parse(kind, word).has_value(); }));
      if (read <= most || (kind == PeriodKind::day && most > 0)) continue;
      most = read;
      best = kind;
    }
    return best;
  }

  void read(Register& reg, SheetSeen& seen) {
    reg.file = source_.said();
    reg.source = source_.whole();
    reading_.data.insert_or_assign(reg.id, source_);
    Records records;
    read_records_of(reading_, reg, records);
    seen.rows = records.rows;
    seen.read = true;
  }

  Card card_;
  std::unique_ptr<Folder> folder_;
  CardReading reading_;
  DataSource source_;
  std::vector<std::string> headers_;
  std::set<std::string> headings_;
};

}  // namespace

std::vector<SheetSeen> look_at_file(const std::string& file, const FileBytes& bytes, Problems& problems) {
  if (!is_workbook(file)) return {Look(file, bytes, nullptr, 0, problems).see(stem_of(file))};
  const std::unique_ptr<Workbook> book = open_workbook(file, bytes, problems);
  std::vector<SheetSeen> all;
  for (std::size_t sheet = 0; book && sheet < book->sheets().size(); ++sheet) {
    const Workbook::Sheet& one = book->sheets()[sheet];
    if (is_list_of_problems(book->headers(sheet))) all.push_back({one.name, 0, "the list of problems of a marked copy, so it is not read", false});
    else if (one.hidden) all.push_back({one.name, 0, "hidden, so it is not read", false});
    else if (is_sheet_beside_tables(one.name)) all.push_back({one.name, 0, "beside the tables, so it is not read", false});
    else all.push_back(Look(file, bytes, book.get(), sheet, problems).see(one.name));
  }
  return all;
}

}  // namespace reportcard
