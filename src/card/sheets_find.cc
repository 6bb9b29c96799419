// SPDX-License-Identifier: MIT
// Which sheet of which workbook holds which register. A sheet says so by its name: the id of a register or its title,
// whatever its capitals and blanks. A sheet that says nothing known is left alone, never guessed from what is in it.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "card/known_words.h"
#include "card/library.h"
#include "card/reading.h"
#include "tables/workbook_mark.h"

namespace reportcard {
namespace {

// The first title in a definition of the library, which is written plainly.
std::string title_in(std::string_view toml) {
  constexpr std::string_view key = "title = \"";
  const std::size_t at = toml.find(key);
  if (at == toml.npos) return {};
  const std::string_view rest = toml.substr(at + key.size());
  return std::string(rest.substr(0, rest.find('"')));
}

class Sheets {
 public:
  explicit Sheets(CardReading& reading) : reading_(reading) {
    for (const std::string& name : library_list("registers")) {
      const std::string id = stem_of(name);
      if (!reading.own_registers.count(id)) know(id, title_in(*library_file(name)));
    }
    for (const auto& [id, name] : reading.own_registers) {
      const TomlNode* root = reading.toml(name);
      const TomlEntry* title = root ? root->find("title") : nullptr;
      know(id, title ? title->value.text : title_from_id(id));
    }
    for (const RawMeasure& measure : reading.raw) {
      for (const std::string& id : {measure.from, measure.published}) {
        if (is_id(id) && !names_.count(id)) know(id, title_from_id(id));
      }
    }
  }

  void read(const std::string& file, const Workbook& book) {
    std::vector<std::size_t> filled, lists;  // lists: of problems, in a marked copy that was mended and put back
    for (std::size_t sheet = 0; sheet < book.sheets().size(); ++sheet) {
      const std::vector<std::string> headings = book.sheets()[sheet].hidden ? std::vector<std::string>{} : book.headers(sheet);
      if (is_list_of_problems(headings)) lists.push_back(sheet);
      else if (!headings.empty()) filled.push_back(sheet);
    }
    for (std::size_t sheet = 0; sheet < book.sheets().size(); ++sheet) {
      if (std::find(lists.begin(), lists.end(), sheet) != lists.end()) continue;
      const Workbook::Sheet& one = book.sheets()[sheet];
      const DataSource source{file, &book, sheet};
      std::optional<std::string> id = register_named(one.name);
      if (!id && filled.size() == 1 && filled[0] == sheet) id = register_named(stem_of(file));
      if (one.hidden) {
        if (!is_sheet_beside_tables(one.name))
          reading_.problems.note("sheet-hidden", source.whole(), fmt::format("The sheet {} is hidden, so it is not read.", in_quotes(one.name)),
                                 id ? fmt::format("show it, if the register {} is meant to be read from it", in_quotes(*id)) : "");
      } else if (id) {
        const auto [there, fresh] = reading_.data.emplace(*id, source);
        if (!fresh) claimed_twice(reading_, *id, source, there->second.said());
      } else if (std::find(filled.begin(), filled.end(), sheet) != filled.end() && !is_sheet_beside_tables(one.name)) {
        left_alone(source, one.name);
      }
    }
  }

  std::optional<std::string> register_named(const std::string& sheet) const {
    if (const auto id = names_.find(slug(sheet)); id != names_.end()) return id->second;
    const std::string folded = fold(sheet);
    if (const auto title = titles_.find(folded); title != titles_.end() && !title->second.empty()) return title->second;
    // Spreadsheets cut the names of sheets at 31 letters.
    if (code_points(sheet) != 31) return std::nullopt;
    std::optional<std::string> found;
    for (const auto& [title, id] : titles_) {
      if (title.size() <= folded.size() || title.compare(0, folded.size(), folded) != 0) continue;
      if (found || id.empty()) return std::nullopt;
      found = id;
    }
    return found;
  }

 private:
  void know(const std::string& id, const std::string& title) {
    names_.emplace(id, id);
    if (title.empty()) return;
    const std::string folded = fold(title);
    const auto [there, fresh] = titles_.emplace(folded, id);
    if (!fresh && there->second != id) there->second.clear();  // two registers with one title: neither is meant for sure
  }

  void left_alone(const DataSource& source, const std::string& sheet) {
    std::vector<std::string> known;
    for (const auto& [id, name] : names_) known.push_back(id);
    std::optional<std::string> meant = did_you_mean(slug(sheet), known);
    if (!meant) {
      known.clear();
      for (const auto& [title, id] : titles_) known.push_back(title);
      if (const std::optional<std::string> title = did_you_mean(fold(sheet), known)) {
        if (const std::string& id = titles_.at(*title); !id.empty()) meant = id;
      }
    }
    if (meant) {
      reading_.problems.warning("sheet-unread", source.whole(),
                                fmt::format("Nobody reads the sheet {}: it is not the name of a register.", in_quotes(sheet)),
                                fmt::format("did you mean {}? then give the sheet that name", in_quotes(*meant)));
    } else {
      reading_.problems.note("sheet-unread", source.whole(),
                             fmt::format("The sheet {} is not the name of a register, and no measure reads it, so it is left alone.", in_quotes(sheet)));
    }
  }

  CardReading& reading_;
  std::map<std::string, std::string> names_;   // id -> id
  std::map<std::string, std::string> titles_;  // folded title -> id; "" where two registers share it
};

}  // namespace

// Sheets that workbooks of ours have beside their tables (xlsx_write.h, `new --workbook`).
bool is_sheet_beside_tables(std::string_view sheet) {
  static const std::vector<std::string> names = {"cover", "notes", "lists", "contents", "about", "read me", "how to fill this in", "headings"};
  return std::find(names.begin(), names.end(), fold(sheet)) != names.end();
}

std::string register_named(const std::string& sheet, CardReading& reading) { return Sheets(reading).register_named(sheet).value_or(std::string()); }

void find_sheets(CardReading& reading) {
  if (reading.workbooks.empty()) return;
  Sheets sheets(reading);
  for (const auto& [file, book] : reading.workbooks) sheets.read(file, *book);
}

}  // namespace reportcard
