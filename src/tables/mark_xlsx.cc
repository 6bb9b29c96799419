// SPDX-License-Identifier: MIT
// A marked copy of an XLSX workbook: the list as its first sheet, comments in the others. The parts that say which sheets
// there are, and in which order, are changed where they must be.
#include <set>

#include "tables/mark_xlsx_comments.h"
#include "tables/mark_xlsx_list.h"
#include "tables/marking.h"
#include "tables/package.h"
#include "tables/package_links.h"
#include "tables/xml_edit.h"

namespace reportcard {
namespace {

struct SheetEntry { std::string name, link, part; std::size_t begin = 0, end = 0; };

struct BookParts {
  std::string part, text, family, main_names, link_names, styles, strings;
  std::vector<SheetEntry> sheets;
  std::size_t greatest_id = 0;
};

std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  for (const char digit : text)
    if (digit >= '0' && digit <= '9' && number < 1'000'000'000) number = number * 10 + static_cast<std::size_t>(digit - '0');
  return number;
}

std::optional<BookParts> read_book(const Package& package) {
  const auto root = part_links(package, "");
  if (!root) return std::nullopt;
  BookParts book;
  for (const PartLink& link : *root) {
    if (link.kind != "officeDocument") continue;
    book.part = link.target;
    book.family = link.family;
  }
  const auto text = book.part.empty() ? std::nullopt : package.read(book.part);
  const auto links = part_links(package, book.part);
  if (!text || !links) return std::nullopt;
  book.text = *text;
  const bool read = walk_xml(book.text, {[&](const XmlTag& tag) {
    if (tag.depth == 0) {
      const std::string_view prefix = tag.prefix();
      const std::string names = prefix.empty() ? "xmlns" : "xmlns:" + std::string(prefix.substr(0, prefix.size() - 1));
      book.main_names = std::string(tag.attribute(names).value_or(""));
    }
    if (tag.depth != 2 || tag.local != "sheet") return;
    SheetEntry sheet;
    sheet.name = std::string(tag.attribute("name").value_or(""));
    for (const char* const* at = tag.attributes; *at != nullptr; at += 2) {
      if (!std::string_view(at[0]).ends_with(":id")) continue;
      sheet.link = at[1];
    }
    book.greatest_id = std::max(book.greatest_id, number_of(tag.attribute("sheetId").value_or("0")));
    sheet.begin = tag.begin;
    sheet.end = tag.end;
    book.sheets.push_back(std::move(sheet));
  }, {}});
  if (!read || book.sheets.empty() || book.main_names.empty()) return std::nullopt;
  for (const PartLink& link : *links) {
    if (link.external) continue;
    if (link.kind == "styles") book.styles = link.target;
    if (link.kind == "sharedStrings") book.strings = link.target;
    for (SheetEntry& sheet : book.sheets)
      if (sheet.link == link.id && link.kind == "worksheet") sheet.part = link.target;
  }
  book.link_names = book.family.substr(0, book.family.size() - (book.family.empty() ? 0 : 1));
  return book;
}

// The words of the n-th shared string: runs joined. Enough for headings of ours, which hold nothing that is escaped.
std::string shared_string(const Package& package, const std::string& part, std::size_t wanted) {
  const auto text = package.read(part);
  std::string words;
  std::size_t number = 0, from = 0;
  if (text)
    walk_xml(*text, {[&](const XmlTag& tag) { from = tag.end; },
                     [&](const XmlTag& tag) {
                       if (tag.local == "t" && number == wanted && tag.begin >= from) words += text->substr(from, tag.begin - from);
                       number += tag.depth == 1 && tag.local == "si";
                     }});
  return words;
}

// A list of ours from an earlier marked copy, saved by whatever program: told by the first and third heading.
bool is_our_list(const Package& package, const BookParts& book, const SheetEntry& sheet) {
  if (sheet.part.empty() || !sheet.name.starts_with(list_sheet)) return false;
  const auto text = package.read(sheet.part);
  if (!text) return false;
  std::map<std::string, std::string> cells;
  std::string cell, kind;
  std::size_t from = 0;
  walk_xml(*text, {[&](const XmlTag& tag) {
                     from = tag.end;
                     if (tag.local != "c") return;
                     cell = std::string(tag.attribute("r").value_or(""));
                     kind = std::string(tag.attribute("t").value_or(""));
                   },
                   [&](const XmlTag& tag) {
                     if ((tag.local != "v" && tag.local != "t") || (cell != "A1" && cell != "C1") || tag.begin < from) return;
                     const std::string words = text->substr(from, tag.begin - from);
                     cells[cell] += kind == "s" ? shared_string(package, book.strings, number_of(words)) : words;
                   }});
  return cells["A1"] == list_headings()[0] && cells["C1"] == list_headings()[2];
}

// The workbook opens at the list; names that belong to a sheet are told by its number, which the list moves by one.
void make_first(const BookParts& book, const std::string& name, const std::string& link, XmlEdits& edits) {
  const SheetEntry& first = book.sheets.front();
  const std::string_view tag = std::string_view(book.text).substr(first.begin, first.end - first.begin);
  const std::string p(tag.substr(1, tag.find("sheet") - 1));
  edits.insert(first.begin, "<" + p + "sheet name=\"" + xml_text(name) + "\" sheetId=\"" + std::to_string(book.greatest_id + 1) +
                                "\" xmlns:r=\"" + book.link_names + "\" r:id=\"" + link + "\"/>");
}

void set_opening(const BookParts& book, std::size_t shift, std::size_t active, XmlEdits& edits) {
  walk_xml(book.text, {[&](const XmlTag& tag) {
    const auto set = [&](std::string_view attribute, std::size_t value) {
      if (const auto bytes = attribute_bytes(book.text, tag.begin, tag.end, attribute)) edits.replace(bytes->first, bytes->second, std::to_string(value));
      return tag.attribute(attribute).has_value();
    };
    if (tag.local == "definedName" && shift != 0)
      if (const auto id = tag.attribute("localSheetId")) set("localSheetId", number_of(*id) + shift);
    if (tag.local != "workbookView") return;
    set("firstSheet", active);
    if (!set("activeTab", active) && active != 0) edits.insert(tag.begin + 1 + tag.name.size(), " activeTab=\"" + std::to_string(active) + "\"");
  }, {}});
}

// Two sheets that are both selected are a group: what is typed into one is typed into both.
std::string unselected(const Package& package, const std::string& part) {
  const auto text = package.read(part);
  if (!text) return {};
  const std::size_t rows = std::min(text->find("sheetData"), text->size()), view = text->find("sheetView ");
  if (view >= rows) return {};
  const auto bytes = attribute_bytes(*text, view, text->find('>', view), "tabSelected");
  if (!bytes || text->substr(bytes->first, bytes->second - bytes->first) == "0") return {};
  XmlEdits edits;
  edits.replace(bytes->first, bytes->second, "0");
  return edits.done(*text);
}

}  // namespace

bool mark_xlsx(Package& package, const Marking& marking) {
  const auto book = read_book(package);
  if (!book) return false;
  std::size_t list = book->sheets.size();
  std::set<std::string> taken;
  ListSheet about{book->main_names, book->link_names, book->family, {}, {}};
  for (std::size_t at = 0; at < book->sheets.size(); ++at) {
    const SheetEntry& sheet = book->sheets[at];
    taken.insert(sheet.name);
    if (is_our_list(package, *book, sheet)) list = at;
    else about.names.emplace(sheet.name, sheet.part);
  }
  const std::map<CellAt, std::string> none;
  for (std::size_t at = 0; at < book->sheets.size(); ++at) {
    const SheetEntry& sheet = book->sheets[at];
    if (sheet.part.empty() || at == list) continue;
    const auto marks = marking.sheets.find(sheet.name);
    const MarkedSheet one{sheet.part, unselected(package, sheet.part), book->family, book->main_names, book->link_names};
    if (!mark_sheet(package, one, marks == marking.sheets.end() ? none : marks->second)) return false;
  }
  about.styles = add_list_styles(package, book->styles);
  XmlEdits edits;
  if (list < book->sheets.size()) {
    set_opening(*book, 0, list, edits);
    package.write(book->part, edits.done(book->text));
    return write_list_sheet(package, book->sheets[list].part, marking, about);
  }
  const std::string part = fresh_part(package, "xl/worksheets/sheet", ".xml");
  const auto link = add_part_link(package, book->part, book->family + "worksheet", part);
  if (!link || !declare_part(package, part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")) return false;
  std::string name(list_sheet);
  for (int number = 2; taken.count(name) != 0; ++number) name = std::string(list_sheet) + " " + std::to_string(number);
  make_first(*book, name, *link, edits);
  set_opening(*book, 1, 0, edits);
  package.write(book->part, edits.done(book->text));
  return write_list_sheet(package, part, marking, about);
}

}  // namespace reportcard
