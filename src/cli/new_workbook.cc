// SPDX-License-Identifier: MIT
// One register is one sheet, with the headings of its definition: a register of a council's own gets its sheet as well.
// Columns of codes, periods and choices are text, so that 2011/12 stays 2011/12 and 007 stays 007.
#include "cli/new_workbook.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "card/card.h"
#include "tables/csv.h"
#include "tables/xlsx_write.h"

namespace reportcard {
namespace {

constexpr std::uint32_t rows_to_fill = 500;
constexpr std::size_t choices_most = 200;

// What a column of a table of values holds, in words.
std::string value_help(const std::string& name) {
  static const std::map<std::string, std::string> helps = {
      {"measure", "The measure that the value is of, by its id in measures/."},
      {"period", "The period that the value is about: 2024/25, 2025-06 or 2025."},
      {"area", "The place, by its name or code. Blank: the card's own."},
      {"value", "The value, with as many decimals as are known. Blank where it is not known."},
      {"numerator", "How many of those counted."},
      {"denominator", "Out of how many."},
      {"known", "The day on which it was published or became known."},
      {"status", "Whether it is final, provisional, revised or a forecast."},
      {"symbol", "Why there is no value: c for a small number that is kept back, x for not available, z for does not apply."},
      {"note", "What a reader must know about this value. It is shown."},
      {"source", "Where the value was published."},
  };
  const auto found = helps.find(name);
  return found == helps.end() ? "" : found->second;
}

std::string type_in_words(const ColumnDefinition& column) {
  switch (column.type) {
    case ColumnType::date: return "a date";
    case ColumnType::period: return "a period, such as 2025/26 or 2025-06";
    case ColumnType::number: return "a number";
    case ColumnType::percent: return "a percentage, such as 56.7";
    case ColumnType::money: return "pounds, such as 1250.00";
    case ColumnType::choice: return column.many ? "one or more of a list, parted by ;" : "one of a list";
    case ColumnType::yes_no: return "yes or no";
    case ColumnType::measure: return "the id of a measure";
    case ColumnType::link: return std::string(column.many ? "one or more ids" : "an id") + " of a row of \"" + column.to + "\"" + (column.many ? ", parted by ;" : "");
    case ColumnType::id: return "an id that is given once and never changed";
    case ColumnType::text: break;
  }
  return "words";
}

XlsxColumn::Holds held(ColumnType type) {
  switch (type) {
    case ColumnType::date: return XlsxColumn::Holds::date;
    case ColumnType::number: case ColumnType::percent: case ColumnType::money: return XlsxColumn::Holds::number;
    case ColumnType::text: return XlsxColumn::Holds::text;
    default: return XlsxColumn::Holds::code;
  }
}

std::vector<std::string> measures_of(const Card& card, const std::string& register_id) {
  std::vector<std::string> ids;
  for (const Measure& measure : card.measures)
    if (register_id.empty() || measure.from == register_id || measure.published == register_id) ids.push_back(measure.id);
  return ids;
}

// The template's file as text, by its own headings; a missing column is nullptr.
const TextColumn* words_of(const Table& table, const std::string& name) {
  const Column* column = table.find(name);
  return column == nullptr ? nullptr : std::get_if<TextColumn>(&column->cells);
}

struct Heading { std::string sheet, title, help, holds; bool required = false; };

struct Book {
  const Card& card;
  XlsxBook book;
  std::vector<Heading> headings;

  std::vector<std::string> choices_of(const ColumnDefinition& column) const {
    if (column.type == ColumnType::choice) return column.choices;
    if (column.type == ColumnType::yes_no) return {"yes", "no"};
    if (column.type == ColumnType::measure) return measures_of(card, "");
    return {};
  }

  void add(const std::string& id, const Register& about, const Table& table) {
    XlsxSheet sheet;
    sheet.name = about.title.empty() ? id : about.title;
    sheet.rows_to_fill = rows_to_fill;
    std::vector<const TextColumn*> cells;
    for (const ColumnDefinition& column : about.columns) {
      const TextColumn* words = words_of(table, column.name);
      if (about.values && words == nullptr) continue;
      XlsxColumn made;
      made.title = about.values || column.title.empty() ? column.name : column.title;
      made.holds = about.values && column.name == "measure" ? XlsxColumn::Holds::code : held(column.type);
      made.places = column.type == ColumnType::money ? 2 : -1;
      made.choices = about.values && column.name == "measure" ? measures_of(card, id) : choices_of(column);
      if (made.choices.size() > choices_most) made.choices.clear();
      made.several = column.many;
      made.help = about.values ? value_help(column.name) : column.help;
      headings.push_back({sheet.name, made.title, made.help, type_in_words(column), column.required || (about.values && column.name == "period")});
      if (made.help.empty()) made.help = "Write " + type_in_words(column) + ".";
      if (column.required) made.help += " It must be filled in.";
      sheet.columns.push_back(std::move(made));
      cells.push_back(words);
    }
    for (std::size_t row = 0; row < table.rows; ++row) {
      std::vector<XlsxCell> line;
      for (std::size_t at = 0; at < cells.size(); ++at) {
        const std::string words = cells[at] == nullptr ? "" : cells[at]->words[cells[at]->codes[row]];
        const auto date = sheet.columns[at].holds == XlsxColumn::Holds::date ? Date::parse(words) : std::nullopt;
        if (date) line.push_back(XlsxCell::of_date(date));
        else line.push_back(sheet.columns[at].holds == XlsxColumn::Holds::number ? XlsxCell::of_number(words) : XlsxCell::of_text(words));
      }
      sheet.rows.push_back(std::move(line));
    }
    book.sheets.push_back(std::move(sheet));
  }
};

XlsxColumn column(const std::string& title, int width) {
  XlsxColumn out;
  out.title = title;
  out.width = width;
  return out;
}

XlsxSheet cover(const Card& card, const std::vector<std::pair<std::string, std::string>>& sheets) {
  XlsxSheet sheet;
  sheet.name = "Cover";
  sheet.lines = {card.title + ": records and values"};
  sheet.columns = {column("Sheet", 24), column("What it holds", 60)};
  for (const auto& [name, what] : sheets) sheet.rows.push_back({XlsxCell::link_to(name, name), XlsxCell::of_text(what)});
  return sheet;
}

XlsxSheet how_to_fill() {
  XlsxSheet sheet;
  sheet.name = "How to fill this in";
  sheet.columns = {column("How to fill this in", 100)};
  for (const char* words : {"The report card is made from the rows of this workbook. The rows that stand here are examples: write your own in their place.",
                            "Write one thing a row, below the headings. Keep the headings as they are.",
                            "A cell says what belongs in it when it is chosen. Some cells offer a list.",
                            "Write dates as 2026-03-31 and periods as 2025/26. Periods and codes are text, so that they stay as they are typed.",
                            "Leave a cell blank where something is not known.",
                            "Do not merge cells, and do not use colour to say something: colours are not read.",
                            "Each heading is explained on the sheet Headings."})
    sheet.rows.push_back({XlsxCell::of_text(words)});
  return sheet;
}

XlsxSheet headings_sheet(const std::vector<Heading>& headings) {
  XlsxSheet sheet;
  sheet.name = "Headings";
  sheet.columns = {column("Sheet", 20), column("Heading", 32), column("What to put there", 60), column("How it is written", 36), column("Must be filled in", 18)};
  for (const Heading& one : headings)
    sheet.rows.push_back({XlsxCell::of_text(one.sheet), XlsxCell::of_text(one.title), XlsxCell::of_text(one.help.empty() ? "As the heading says." : one.help),
                          XlsxCell::of_text(one.holds), XlsxCell::of_text(one.required ? "yes" : "no")});
  return sheet;
}

}  // namespace

std::optional<CardWorkbook> workbook_of_card(const std::map<std::string, std::string>& files, Date made, Problems& problems) {
  const auto folder = memory_folder(files);
  const std::optional<Card> card = read_card(*folder, problems);
  if (!card) return std::nullopt;
  Book out{*card, {}, {}};
  out.book.title = card->title + ": records and values";
  out.book.subject = "Records from which the report card is made";
  out.book.author = card->publisher;
  out.book.created = made;
  CardWorkbook made_of;
  std::vector<std::pair<std::string, std::string>> sheets;
  for (const auto& [name, bytes] : files) {
    if (name.compare(0, 5, "data/") != 0 || !name.ends_with(".csv")) continue;
    const std::string id = name.substr(5, name.size() - 9);
    const auto about = card->registers.find(id);
    if (about == card->registers.end()) continue;
    std::vector<WantedColumn> wanted;
    for (const std::string& heading : csv_headers(bytes)) wanted.push_back({heading, {}, CellType::text, true});
    const auto table = read_csv(name, FileBytes(bytes), wanted, problems);
    if (!table) return std::nullopt;
    out.add(id, about->second, *table);
    made_of.sheets[id] = out.book.sheets.back().name;
    sheets.emplace_back(made_of.sheets[id], about->second.values ? "Published values, one a row." : about->second.what);
  }
  sheets.insert(sheets.begin(), {"How to fill this in", "What this workbook is for, and what to mind in it."});
  sheets.emplace_back("Headings", "What each heading means, and how its cells are written.");
  out.book.sheets.insert(out.book.sheets.begin(), {cover(*card, sheets), how_to_fill()});
  out.book.sheets.push_back(headings_sheet(out.headings));
  const auto bytes = problems.has_errors() ? std::nullopt : write_xlsx(out.book, "data/card.xlsx", problems);
  if (!bytes) return std::nullopt;
  made_of.bytes = *bytes;
  return made_of;
}

}  // namespace reportcard
